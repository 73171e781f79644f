"""What an editor should look at before a post goes out. It warns; it never holds a post back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hrd_tui.copydesk import exposure, private_links
from hrd_tui.copydesk.draft import ATTRIBUTION, DEADLINE, EDITOR, LEAD, REMARK, SOURCE, Draft, Part
from hrd_tui.copydesk.quotes import quotations
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import MONTHS
from hrd_tui.text.document import from_text
from hrd_tui.text.urls import untracked

NO_SOURCE, DEAD_LINK, PRIVATE_LINK, TRACKING = "no-source", "dead-link", "private-link", "tracking"
QUOTE, EMBARGO, PAST, UNSURE = "quote", "embargo", "deadline-past", "deadline-unsure"
CAUTION, EMPTY, OTHER_DAY = "caution", "empty-remark", "deadline-differs"
OTHERS_WORDS, TEMPLATE, TOO_LONG = "words-of-another", "template", "too-long"
CLAIMED = 4
"""Words from which on marks in the editor's own words claim a quotation; fewer are as often a doubtful term."""

_EXPOSED = {
    exposure.ADDRESS: "gives a home address",
    exposure.TELEPHONE: "gives a telephone number",
    exposure.MAIL: "gives the mail address of a person",
    exposure.RELATIVE: "names a child or a relative",
}
_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)\s*")
_EMBARGO = re.compile(
    r"(?<!arms )(?<!trade )(?<!oil )(?<!weapons )\b(?:embargo(?:ed)?(?:\s+(?:until|till)\b|:?\s+(?=\d))|"
    r"(?:under|strict)\s+embargo\b|"
    r"not for (?:publication|release|broadcast) (?:before|until)|sous embargo|embargo jusqu|embargad[oa] hasta)",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})|"
    rf"(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})",
    re.IGNORECASE,
)
_NEAR = 80
"""Characters behind the word embargo within which its day stands."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What to look at: a code for programs, a sentence for a person, and the part it is about, from 0."""

    code: str
    text: str
    part: int | None = None


def check(
    draft: Draft, originals: Sequence[Document], today: date, links: Mapping[str, str] | None = None
) -> list[Remark]:
    """All remarks on what will be seen of a draft, in the order of the post; parts that are cut are not looked at.

    `originals` are the texts of its items, in which every quotation of altered or own words is looked up character by
    character; nothing but runs of blanks counts as equal. `links` are addresses known to be dead, with the reason.
    """
    shown = [(at, part) for at, part in enumerate(draft.body) if not part.cut]
    found = list(_of_the_whole(draft, originals, today))
    texts = [_folded(document.text) for document in originals]
    for at, part in shown:
        found += _of_part(at, part, draft, texts)
    found += _of_links(draft, shown, links or {})
    found += _of_voices(draft, shown)
    return found


def _of_the_whole(draft: Draft, originals: Sequence[Document], today: date) -> Iterator[Remark]:
    if not draft.sources:
        yield Remark(NO_SOURCE, "it names no source; the item has no address")
    if any(document.truncated for document in originals):
        yield Remark(TOO_LONG, "its source is longer than can be read; “…” stands where it goes on")
    if draft.deadline and draft.deadline < today:
        yield Remark(PAST, f"the deadline of {draft.deadline} is over")
    if draft.deadline and not draft.deadline_sure:
        yield Remark(UNSURE, f"nobody looked up whether {draft.deadline} is the deadline: “{draft.deadline_text}”")
    yield from _of_deadline(draft)
    own = [part for part in draft.body if part.role == REMARK and part.source == EDITOR and not part.cut]
    if draft.cautions and not any(part.block.text.strip() for part in own):
        yield Remark(CAUTION, f"a remark of yours is missing: {'; '.join(draft.cautions)}")
    told = [draft.title, *(document.text for document in originals)]
    told += [part.block.text for part in draft.body if part.source == EDITOR]
    for exposed in exposure.find(draft.excerpt, draft.people):
        yield Remark(exposed.code, f"its excerpt {_EXPOSED[exposed.code]}: {exposed.words}")
    until = next((found for text in told if (found := _embargo(text, today))), "")
    if until:
        yield Remark(EMBARGO, f"it is under embargo: “{until}”")


def _of_deadline(draft: Draft) -> Iterator[Remark]:
    """Days that the post names as deadline where the front matter names none of them."""
    if not draft.deadline:
        return
    from hrd_tui.signals.days import mentions
    from hrd_tui.signals.deadline import find_all
    from hrd_tui.signals.reading import Reading

    shown = [part for part in draft.body if not part.cut]
    text = tuple(part.block.text for part in shown if part.source != EDITOR)
    told = [one.day for one in find_all(Reading("", text, "", published=draft.source_date)) if one.sure]
    closing = next((part.block.text for part in reversed(shown) if part.role == DEADLINE and part.source == EDITOR), "")
    own = [mention.day for mention in mentions(closing, draft.source_date)]
    for whose, days in (("the text", told), ("its closing sentence", own)):
        if days and draft.deadline not in days:
            named = " and ".join(f"{one.day} {MONTHS[one.month - 1]} {one.year}" for one in dict.fromkeys(days))
            yield Remark(OTHER_DAY, f"{whose} names {named} as deadline, the front matter {draft.deadline}")


def _of_part(at: int, part: Part, draft: Draft, originals: Sequence[str]) -> Iterator[Remark]:
    text = part.block.text
    if part.source == EDITOR and not text.strip():
        yield Remark(EMPTY, "your remark is still empty", at)
    if part.changed or part.source == EDITOR:
        for quotation in quotations(text):
            claimed = part.source != EDITOR or len(quotation.split()) >= CLAIMED
            if claimed and not _stands(quotation, originals):
                yield Remark(QUOTE, f"these words are not in the source as they stand here: “{quotation}”", at)
    for exposed in exposure.find(text, draft.people):
        yield Remark(exposed.code, f"it {_EXPOSED[exposed.code]}: {exposed.words}", at)


def _of_voices(draft: Draft, shown: Sequence[tuple[int, Part]]) -> Iterator[Remark]:
    """Words of one source that a reader takes for another's: those below its line, and those without a line.

    A line of the editor is that of the sources whose publisher it begins with; where that is none, nobody can tell,
    nor behind a source that stands below its words.
    """
    if len(draft.sources) != len(draft.items):
        return
    names = [ref.publisher for ref in draft.sources]
    first = next((part.source for _, part in shown if 0 <= part.source < len(names)), EDITOR)
    voices = {number for number, name in enumerate(names) if number == first or (name and name == names[first])}
    line, told = "", EDITOR
    for at, part in shown:
        text = part.block.text
        if part.source == EDITOR and part.role in (ATTRIBUTION, LEAD):
            voices = {number for number, name in enumerate(names) if name and text.startswith(name)}
            line, told = text, EDITOR
        elif part.role == SOURCE:
            voices = set()
        elif 0 <= part.source < len(names) and voices and part.source not in voices and part.source != told:
            told = part.source
            under = f"below “{line}”" if line else f"among those of {names[first] or 'another source'}"
            yield Remark(OTHERS_WORDS, f"these are words of {names[part.source] or 'another source'}, {under}", at)


def _of_links(draft: Draft, shown: Sequence[tuple[int, Part]], dead: Mapping[str, str]) -> Iterator[Remark]:
    places: dict[str, int | None] = {}
    for at, part in shown:
        cells = (part.block.spans, *(cell for row in part.block.rows for cell in row))
        typed = from_text(part.block.text).blocks
        for span in (span for spans in (*cells, *(block.spans for block in typed)) for span in spans if span.href):
            places.setdefault(span.href, at)
    for url in (*(url for ref in draft.sources for url in (ref.url, ref.kept)), *draft.see_also):
        places.setdefault(url, None)
    for url, place in places.items():
        if not url.startswith("http"):
            continue
        if url in dead:
            yield Remark(DEAD_LINK, f"{url}: {dead[url]}", place)
        private = private_links.problem(url)
        if private:
            yield Remark(PRIVATE_LINK, f"{url} is no public address: {private}", place)
        elif untracked(url) != url:
            yield Remark(TRACKING, f"{url} tells where the reader came from", place)


def _stands(quotation: str, originals: Sequence[str]) -> bool:
    """Whether the words are in an original as they are, or each of the pieces between marks of omission."""
    whole = _folded(quotation)
    pieces = [piece for piece in _LEFT_OUT.split(whole) if piece]
    return any(
        _within(whole, text) or (len(pieces) > 0 and all(_within(one, text) for one in pieces)) for text in originals
    )


def _within(words: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _embargo(text: str, today: date) -> str:
    """The words of an embargo that holds today or names no day."""
    for match in _EMBARGO.finditer(text):
        near = text[match.start() : match.end() + _NEAR].split("\n")[0]
        day = _day(near)
        if day is None or day > today:
            return near.strip()
    return ""


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    if not match:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = (match["month"] or match["month2"]).capitalize()
        return date(int(match["year"] or match["year2"]), MONTHS.index(month) + 1, int(match["day"] or match["day2"]))
    except ValueError:
        return None
