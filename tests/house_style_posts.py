"""The ten posts of the blog, taken apart by hand into the items they were made of, and made anew by the copy desk."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from typing import Any

from commonmark import folded
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.compose import compose
from hrd_tui.copydesk.draft import DEADLINE, EDITOR, LEAD, Draft
from hrd_tui.copydesk.render import markdown
from hrd_tui.copydesk.sources import ItemSignals, Source
from hrd_tui.copydesk.terms import Terms, shipped
from hrd_tui.model import Item
from hrd_tui.signals import places
from hrd_tui.signals.deadline import Deadline
from hrd_tui.signals.gazetteer import shipped as gazetteer
from hrd_tui.signals.names import Names
from hrd_tui.signals.reading import Reading, paragraphs
from hrd_tui.signals.signals import read as read_signals
from hrd_tui.text.blocks import Document
from hrd_tui.text.document import from_html
from hrd_tui.text.urls import host

FILE = Path(__file__).resolve().parents[2] / "shared" / "house-style" / "posts.json"
POSTS: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else []
ADDRESS = re.compile(r"https?://[^\s\]]+")
ARRIVED = datetime(2026, 2, 1, tzinfo=UTC)
LABEL = "sources_label"

Leaf = tuple[str, str]
Block = dict[str, Any]


@dataclass
class Made:
    """A post made anew: what it should be, the draft, the file, and the texts that went in."""

    post: dict[str, Any]
    draft: Draft
    file: str
    originals: list[Document]


def leaf(block: Block) -> Leaf:
    kinds = {"bullet": "•", "numbered": f"{block.get('n')}.", "heading": "h2"}
    return kinds.get(block["type"], "p"), folded(block["text"])


def _put_in(post: dict[str, Any], text: str) -> str:
    """The words that the editor put into a paragraph, from the beginning or with a reference; "" for none."""
    for word in post["editorial"]:
        if text.startswith(word["text"]) and text != word["text"] and word["type"] == "attribution_lead":
            return str(word["text"])
    reference = re.search(r"\[see: https?://[^\s\]]+\]|[^.]*, see https?://\S+", text)
    return reference[0] if reference else ""


def _is_opening(post: dict[str, Any], block: Block) -> bool:
    """Whether the editor wrote the whole paragraph that opens the post."""
    written = [word["text"] for word in post["editorial"] if word["type"] in ("attribution_lead", "exclamation")]
    phrase = post["lead_date_phrase"] or ""
    return any(
        block["text"] == text or (phrase and text.startswith(phrase) and block["text"].startswith(text))
        for text in written
    )


def _is_reference(post: dict[str, Any], block: Block) -> bool:
    written = [word["text"] for word in post["editorial"] if word["type"] == "cross_reference"]
    return any(block["text"].startswith(text) and ADDRESS.search(block["text"]) for text in written) and not _put_in(
        post, block["text"]
    )


def _source_html(post: dict[str, Any], blocks: list[Block]) -> str:
    def tag(block: Block) -> str:
        kind, text = leaf(block)
        words = escape(folded(text.replace(_put_in(post, text), "")))
        if kind == "•":
            return f"<ul><li>{words}</li></ul>"
        if kind.endswith("."):
            return f"<ol start='{kind[:-1]}'><li>{words}</li></ol>"
        return f"<h4>{words}</h4>" if kind == "h2" else f"<p>{words}</p>"

    own = [
        block for block in blocks if block["type"] == LABEL or _is_opening(post, block) or _is_reference(post, block)
    ]
    html = "\n".join(tag(block) for block in blocks if block not in own)
    return html.replace("</ul>\n<ul>", "").replace("</ol>\n<ol start='2'>", "")


def _texts(post: dict[str, Any]) -> Iterator[list[Block]]:
    """The body, parted where a source's address stands."""
    blocks: list[Block] = []
    for block in post["blocks"]:
        if block["type"] == "url":
            yield blocks
            blocks = []
        else:
            blocks.append(block)
    if blocks or not post["source_urls"]:
        yield blocks


def _item(post: dict[str, Any], number: int, url: str) -> Item:
    published = post["source_date"] and datetime.fromisoformat(post["source_date"]).replace(tzinfo=UTC)
    tracked = url and url + "?utm_source=feed&mc_cid=1&e=2&fbclid=3&amp"
    return Item(
        id=number, feed=1, feed_title="The Beacon | News", guid="", url=tracked, canonical_url=url,
        title=f"{post['title'].replace(' ', chr(0xA0), 1)} | The Beacon", authors=(), published=published, updated=None,
        arrived=ARRIVED, sort=ARRIVED, summary="", language="en", enclosures=(), tags=("desk-tag",), note="desk note",
    )  # fmt: skip


def _signals(post: dict[str, Any]) -> ItemSignals:
    deadlines = [
        Deadline(date.fromisoformat(one["date"]), None, "", None, one["text"], True, "") for one in post["deadlines"]
    ]
    return ItemSignals(
        kind=post["kind"],
        countries=tuple(post["countries"]),
        people=tuple(person["name"] for person in post["people"]),
        organisations=tuple(post["orgs"]),
        deadlines=tuple(deadlines),
    )


def _edited(post: dict[str, Any], draft: Draft) -> Draft:
    """What the editor does to the draft until it is the post."""
    blocks = post["blocks"]
    opening = next((block["text"] for block in blocks if _is_opening(post, block)), "")
    if opening:
        draft = edit.set_lead(draft, opening)
    else:
        draft = _without(draft, lambda at: draft.body[at].source == EDITOR and draft.body[at].role == LEAD)
    draft = _without(
        draft,
        lambda at: (
            draft.body[at].source == EDITOR
            and draft.body[at].block.text.endswith("wrote:")
            and draft.body[at].role != LEAD
        ),
    )
    # The desk repeats a deadline at the end; where the sentence is a paragraph already the editor takes that off.
    draft = _without(draft, lambda at: draft.body[at].source == EDITOR and draft.body[at].role == DEADLINE)
    for block in blocks:
        words = _put_in(post, block["text"])
        if words and not _is_opening(post, block):
            bare = folded(block["text"].replace(words, ""))
            at = next(at for at, part in enumerate(draft.body) if part.block.text == bare)
            draft = edit.replace_text(draft, at, block["text"])
        if block["type"] == "caption":
            at = next(at for at, part in enumerate(draft.body) if part.block.text == block["text"])
            draft = draft if draft.body[at].cut else edit.cut(draft, at)
    return _with_references(post, draft)


def _with_references(post: dict[str, Any], draft: Draft) -> Draft:
    place = 0
    below = [block for block in post["blocks"][:-1] if block["type"] == "url"] and post["id"] == _parted(post)
    for block in post["blocks"]:
        address = ADDRESS.search(block["text"])
        if block["type"] == LABEL:
            draft = edit.remark(draft, block["text"], place)
        elif address and _is_reference(post, block):
            draft = edit.see_also(draft, address[0], place, block["text"][: address.start()])
        elif address and block["type"] == "url" and below:
            draft = edit.place_source(draft, address[0], place, block["text"][: address.start()])
        elif block["type"] == "url":
            continue
        place += 1
    return draft


def _parted(post: dict[str, Any]) -> str:
    """The post's id where words stand behind an address of a source."""
    kinds = [block["type"] for block in post["blocks"]]
    return post["id"] if "url" in kinds and set(kinds[kinds.index("url") :]) != {"url"} else ""


def _without(draft: Draft, wrong: Callable[[int], bool]) -> Draft:
    for at in reversed(range(len(draft.body))):
        if wrong(at):
            draft = edit.remove(draft, at)
    return draft


def _found(post: dict[str, Any], document: Document, url: str) -> ItemSignals:
    """What the signals find in an item of the post, whose publisher is known by its host alone."""
    day = date.fromisoformat(post["source_date"] or post["date"])
    about = Reading(post["title"], paragraphs(document), url, host(url), document.links, day, "en")
    found = read_signals(about, Names.with_own(), gazetteer())
    return ItemSignals(
        kind=found.kind.value if found.kind else "",
        countries=tuple(places.name(country.value) for country in found.subject),
        people=tuple(person.value for person in found.people),
        organisations=tuple(organisation.value for organisation in found.organisations),
        deadlines=found.deadlines,
    )


def composed_of(post: dict[str, Any], *, given: bool) -> tuple[Draft, list[Document]]:
    """The draft before the editor's operations, with the signals given or as they are found, and the texts."""
    urls = post["source_urls"] or [""]
    documents = [from_html(_source_html(post, blocks), url) for url, blocks in zip(urls, _texts(post), strict=True)]
    sources = [
        Source(_item(post, number, url), document, _signals(post) if given else _found(post, document, url))
        for number, (url, document) in enumerate(zip(urls, documents, strict=True), 1)
    ]
    now = datetime.fromisoformat(post["date"]).replace(tzinfo=UTC)
    return compose(sources, now, terms=Terms.read(shipped())), documents


def made_of(post: dict[str, Any]) -> Made:
    composed, documents = composed_of(post, given=True)
    draft = _edited(post, composed)
    return Made(post, draft, markdown(draft), documents)
