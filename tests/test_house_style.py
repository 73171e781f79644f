"""The ten posts of the blog, taken apart by hand, come out of the copy desk as they stand there.

Each is turned into the items it was made of (one a source, with site suffix and tracking in place), composed, rendered
and read back. Compared are headline, day, slug, source date, deadline, sources and items of the front matter, and in
the body every paragraph, heading and list entry in order, then the sources. What the desk adds, an attribution line
and a repeated deadline, is told apart by the draft and checked against the rule.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml

from commonmark import folded, read, split
from hrd_tui.copydesk.compose import Source, compose
from hrd_tui.copydesk.draft import EDITOR, Draft
from hrd_tui.copydesk.render import filename, markdown
from hrd_tui.model import Item
from hrd_tui.text.document import from_html

FILE = Path(__file__).resolve().parents[2] / "shared" / "house-style" / "posts.json"
POSTS: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8")) if FILE.exists() else []
ARRIVED = datetime(2026, 2, 1, tzinfo=UTC)

Leaf = tuple[str, str]


@dataclass
class Made:
    """A post made anew: the draft, the file, and the leaves of each source that went in."""

    post: dict[str, Any]
    draft: Draft
    file: str
    given: list[list[Leaf]]


def _leaf(block: dict[str, Any]) -> Leaf:
    kinds = {"bullet": "•", "numbered": f"{block.get('n')}.", "heading": "h2"}
    return kinds.get(block["type"], "p"), folded(block["text"])


def _html(leaves: list[Leaf]) -> str:
    def tag(kind: str, text: str) -> str:
        words = escape(text)
        if kind == "•":
            return f"<ul><li>{words}</li></ul>"
        if kind.endswith("."):
            return f"<ol start='{kind[:-1]}'><li>{words}</li></ol>"
        return f"<h4>{words}</h4>" if kind == "h2" else f"<p>{words}</p>"

    return "\n".join(tag(*leaf) for leaf in leaves).replace("</ul>\n<ul>", "").replace("</ol>\n<ol start='2'>", "")


def _texts(post: dict[str, Any]) -> Iterator[list[Leaf]]:
    """The body, cut where a source's address stands below the part it supports."""
    leaves: list[Leaf] = []
    for block in post["blocks"]:
        if block["type"] == "url":
            yield leaves
            leaves = []
        else:
            leaves.append(_leaf(block))
    if leaves or not post["source_urls"]:
        yield leaves


def _item(post: dict[str, Any], number: int, url: str) -> Item:
    published = post["source_date"] and datetime.fromisoformat(post["source_date"]).replace(tzinfo=UTC)
    tracked = url and url + "?utm_source=feed&mc_cid=1&e=2&fbclid=3&amp"
    return Item(
        id=number, feed=1, feed_title="The Beacon | News", guid="", url=tracked, canonical_url=url,
        title=f"{post['title'].replace(' ', chr(0xA0), 1)} | The Beacon", authors=(), published=published, updated=None,
        arrived=ARRIVED, sort=ARRIVED, summary="", language="en", enclosures=(), tags=("desk-tag",), note="desk note",
    )  # fmt: skip


def _made(post: dict[str, Any]) -> Made:
    texts = list(_texts(post))
    urls = post["source_urls"] or [""]
    sources = [
        Source(_item(post, number, url), from_html(_html(leaves), url))
        for number, (url, leaves) in enumerate(zip(urls, texts, strict=True), 1)
    ]
    draft = compose(sources, datetime.fromisoformat(post["date"]).replace(tzinfo=UTC))
    return Made(post, draft, markdown(draft), texts)


@pytest.fixture(params=POSTS or [{}], ids=[post["id"] for post in POSTS] or ["absent"])
def made(request: pytest.FixtureRequest) -> Made:
    if not request.param:
        pytest.skip("the posts do not lie beside the checkout")
    return _made(request.param)


def test_every_paragraph_heading_and_list_entry_stands_in_order(made: Made) -> None:
    page = read(split(made.file)[1])
    body = page.leaves[: len(page.leaves) - len(made.draft.sources)]
    by_editor = [part.source == EDITOR for part in made.draft.body]
    shown = list(zip(body, by_editor, strict=True))
    assert [leaf for leaf, editor in shown if not editor] == [leaf for leaves in made.given for leaf in leaves]
    assert page.markup == []


def test_the_sources_close_the_post_in_the_order_of_merging(made: Made) -> None:
    page = read(split(made.file)[1])
    urls = made.post["source_urls_clean"]
    assert page.texts[len(page.texts) - len(urls) :] == urls
    assert page.links[len(page.links) - len(urls) :] == urls


def test_the_front_matter_says_what_the_post_is(made: Made) -> None:
    matter = yaml.safe_load(split(made.file)[0])
    post = made.post
    assert matter["title"] == folded(post["title"])
    assert matter["date"] == date.fromisoformat(post["date"])
    assert matter["status"] == "draft"
    assert filename(made.draft) == f"{post['date']}-{matter['slug']}.md"
    assert matter.get("source_date") == (post["source_date"] and date.fromisoformat(post["source_date"]))
    assert [source["url"] for source in matter["sources"]] == post["source_urls_clean"]
    assert matter["items"] == list(range(1, len(made.given) + 1))


def test_the_deadline_is_the_one_of_the_post(made: Made) -> None:
    matter = yaml.safe_load(split(made.file)[0])
    expected = made.post["deadlines"]
    assert matter.get("deadline") == (date.fromisoformat(expected[0]["date"]) if expected else None)
    assert matter.get("deadline_text") == (expected[0]["text"] if expected else None)


def test_the_deadline_closes_the_body(made: Made) -> None:
    for expected in made.post["deadlines"]:
        assert made.draft.body[-1].block.text == expected["text"]


def test_the_day_of_the_source_where_there_is_one_stands_at_the_beginning(made: Made) -> None:
    opening = " ".join(part.block.text for part in made.draft.body[:2])
    day = made.draft.source_date
    assert day is None or f"{day.day} {day:%B}" in opening


def test_an_attribution_stands_before_every_further_text_and_nowhere_else(made: Made) -> None:
    starts = [part.source for part in made.draft.body]
    for number, leaves in enumerate(made.given):
        if leaves and number > 0:
            before = made.draft.body[starts.index(number) - 1]
            assert before.source == EDITOR
            assert before.block.text.endswith(" wrote:")
    if made.post["lead_date_phrase"]:
        assert starts[0] == 0


def test_nothing_of_the_desk_leaves_it(made: Made) -> None:
    assert "desk-tag" not in made.file
    assert "desk note" not in made.file
    assert "utm_" not in made.file


def test_a_second_export_gives_the_same_bytes(made: Made) -> None:
    assert _made(made.post).file.encode() == made.file.encode()
