"""Pages of several posts: the archive of a category or a tag, and the digest of a period."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.went_out import went_out
from hrd_tui.documents import DraftDoc, PostDoc
from hrd_tui.errors import ParseError, UsageProblem
from hrd_tui.model import State
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import from_iso
from hrd_tui.text.fold import fold
from hrd_tui.text.urls import canonical, host

if TYPE_CHECKING:
    from hrd_tui.copydesk.archivepage import PagePost
    from hrd_tui.copydesk.digest import Entry
    from hrd_tui.copydesk.draft import Draft
GROUPS = ("kind", "country")
_OF = re.compile(r"(category|tag):\s*(.+)", re.DOTALL)
_SPAN = re.compile(r"(\d{1,4})([dwm])")
_DAYS = {"d": 1, "w": 7, "m": 30}
_MADE = (State.SELECTED, State.DRAFTED, State.POSTED)
# Where the blog's address is not known, an exported file still needs one to be read.
_NOWHERE = "https://blog.invalid/"


def archive(desk: Desk, of: str, *, as_html: bool = False) -> str:
    """The archive page of "category:NAME" or "tag:NAME", from the blog's kept posts and what went out from this desk.

    Names are compared without case and accents, and are spelt as most posts of the archive spell them. A post that came
    back from the blog stands there once. Raises UsageProblem for any other `of` and where no post is found.
    """
    from hrd_tui.copydesk.archivepage import heading, page

    match = _OF.fullmatch(of.strip())
    name = clean(match[2], line=True).strip('"“” ') if match else ""
    if not match or not name:
        raise UsageProblem(f"“{clean(of, line=True)}” is no archive", 'It is category:"NAME" or tag:"NAME".')
    found = list(_posts(desk, match[1]))
    spelt = Counter(term for terms, _ in found for term in terms)
    posts = [read() for terms, read in found if fold(name) in map(fold, terms)]
    if not posts:
        known = sorted({fold(term): term for term, _ in reversed(spelt.most_common())}.values(), key=fold)
        detail = f"There are: {', '.join(known[:20])}{'…' if len(known) > 20 else ''}" if known else "No post is kept."
        raise UsageProblem(f"No post has the {match[1]} “{name}”", detail)
    written = next(term for term, _ in spelt.most_common() if fold(term) == fold(name))
    return page(heading(match[1], written), posts, as_html=as_html, templates=desk.exports.templates)


def period(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of "7d" or "1w" (today and the six days before), "2026-02-01..2026-02-14" or one day.

    A day is read like `ahead.behind`: "monday..yesterday". Raises UsageProblem for anything else.
    """
    from hrd_tui.desk.ahead import behind

    if (span := _SPAN.fullmatch(text)) and int(span[1]):
        return today - timedelta(days=int(span[1]) * _DAYS[span[2]] - 1), today
    begins, dots, ends = text.partition("..")
    first, last = behind(begins, today), behind(ends if dots else begins, today)
    if span or first is None or last is None or first > last:
        raise UsageProblem(f"“{clean(text, line=True)}” is no period", "It is 7d, yesterday, or monday..2026-02-14.")
    return first, last


def digest(desk: Desk, first: date, last: date, by: str = "kind") -> "Draft":
    """A draft that lists what was selected, drafted or posted from the first to the last day (in UTC), in the order of
    these decisions; what went out as one draft is one entry, with the headline and the kind that it went out with,
    whatever became of its items since. Drafts that did not go out tell nothing. `by` is one of GROUPS. The digest has
    no items of its own: to be listed there is no step of an item.

    Raises UsageProblem where there is nothing of these days.
    """
    from hrd_tui.copydesk.digest import digest as made

    drafts = {item: doc for _, doc in went_out(desk.store) for item in doc["items"]}
    decided = _decided(desk, first, last, drafts)
    groups = {tuple(drafts[item]["items"]) if item in drafts else (item,): None for item in decided}
    entries = [_entry(desk, group, drafts.get(group[0], {}), by) for group in groups]
    if not entries:
        raise UsageProblem("There is nothing for a digest", "Nothing was selected, drafted or posted in these days.")
    return made(entries, first, last, desk.now().date())


def _posts(desk: Desk, kind: str) -> Iterator[tuple[Sequence[str], Callable[[], "PagePost"]]]:
    """Each post's categories or tags, and what reads it: an archive of fifteen years is not read for one tag."""
    kept: set[tuple[str, str]] = set()
    known = {""}
    for id, doc in desk.store.posts.items():
        kept.add((fold(doc.get("title", "")), doc.get("date", "")))
        known |= {doc.get("canonical", ""), canonical(doc.get("url", ""))}
        if "title" in doc:
            yield doc.get("categories" if kind == "category" else "tags", ()), partial(_kept, desk, id, doc)  # type: ignore[misc]
    for _, made in went_out(desk.store):
        sent = canonical(made.get("wordpress", {}).get("url", ""))
        if sent and sent in known:
            continue
        found = _exported(desk, made, kind)
        if found and (fold(found[1].title), found[1].day.isoformat() if found[1].day else "") not in kept:
            yield found[0], partial(_same, found[1])


def _kept(desk: Desk, id: int, doc: PostDoc) -> "PagePost":
    from hrd_tui.copydesk.archivepage import PagePost
    from hrd_tui.copydesk.draft import SourceRef
    from hrd_tui.text.document import from_html

    url = doc.get("url", "")
    return PagePost(
        title=doc["title"],
        day=_day(doc.get("date", "")),
        url=url,
        body=from_html(desk.store.post_body(id), url).blocks,
        sources=tuple(SourceRef(host(source), source) for source in doc.get("sources", ())),
    )


def _same(post: "PagePost") -> "PagePost":
    return post


def _exported(desk: Desk, made: DraftDoc, kind: str) -> "tuple[Sequence[str], PagePost] | None":
    """A post that was written here: as it was edited on the desk, else as its file has it now, if it is still there."""
    from hrd_tui.archive.folder import read
    from hrd_tui.copydesk import shown
    from hrd_tui.copydesk.archivepage import PagePost
    from hrd_tui.copydesk.drafts import from_doc
    from hrd_tui.text.document import from_html

    if "draft" in made:
        draft = from_doc(made["draft"])
        body = (*(part.block for part in shown.parts(draft)), *shown.closing(draft))
        url = made.get("wordpress", {}).get("url", "")
        terms = draft.categories if kind == "category" else draft.tags
        return terms, PagePost(draft.title, draft.date, url, body)
    file = Path(made.get("file", ""))
    try:
        posts = read(file.read_bytes(), file.name, desk.config["blog.address"] or _NOWHERE)
    except (OSError, ParseError):
        return None
    for post in posts:
        terms = post.categories if kind == "category" else post.tags
        return terms, PagePost(post.title, _day(post.date), "", from_html(post.body).blocks)
    return None


def _decided(desk: Desk, first: date, last: date, out: Mapping[int, DraftDoc]) -> list[int]:
    """The items selected, drafted or posted in these days that still are or went `out`, in the order of the first such
    decision; then those whose draft, which went out, was composed in these days, where no decision tells it any more.
    """
    found: dict[int, None] = {}
    for step in sorted(desk.store.decisions):
        decision = desk.store.decisions[step]
        if first <= from_iso(decision["at"]).date() <= last and not decision.get("undone"):
            for id, (_, after) in decision["changes"].items():
                if after.get("state") in _MADE:
                    found[int(id)] = None
    found |= {id: None for id, doc in out.items() if first <= from_iso(doc["at"]).date() <= last}
    states = desk.store.states
    still = (id for id in found if id in out or states.get(id, {}).get("state") in _MADE)
    return [id for id in still if id in desk.store.items]


def _entry(desk: Desk, items: tuple[int, ...], made: DraftDoc, by: str) -> "Entry":
    from hrd_tui.copydesk.digest import Entry
    from hrd_tui.copydesk.draft import EDITOR
    from hrd_tui.copydesk.drafts import from_doc
    from hrd_tui.signals.gazetteer import shipped
    from hrd_tui.signals.kind import KINDS
    from hrd_tui.signals.sentences import sentences

    present = [id for id in items if id in desk.store.items]
    draft = from_doc(made["draft"]) if "draft" in made else desk.exports.composed(present)
    said = desk.store.index.in_force
    if by == "kind":
        kind = draft.kind or next((said.kind(id) for id in present if said.kind(id)), "")
        group = KINDS.get(kind, "")
    else:
        codes = (code for id in present for code in said.countries(id))
        group = next(iter(draft.countries), "") or next((shipped().name(code) for code in codes), "")
    texts = (part.block.text for part in draft.body if part.source != EDITOR and not part.cut)
    lead = next((clean(sentence, line=True) for text in texts for sentence in sentences(text)), "")
    return Entry(draft.title, lead, group, draft.sources)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
