"""What an editor does to a draft: each operation gives a new one. Places are numbers of parts from 0."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hrd_tui.copydesk import choices
from hrd_tui.copydesk import signatories as signed
from hrd_tui.copydesk.choices import Choices
from hrd_tui.copydesk.draft import (
    DEADLINE,
    EDITOR,
    LEAD,
    SEE_ALSO,
    SIGNATORIES,
    SOURCE,
    TEXT,
    Draft,
    Part,
    SourceRef,
)
from hrd_tui.copydesk.headline import slug
from hrd_tui.copydesk.parts import deadline_words, ended, names_day, own, paragraph, reference, settled, with_text
from hrd_tui.copydesk.quotes import speaker
from hrd_tui.copydesk.rewording import reworded, written
from hrd_tui.errors import UsageProblem
from hrd_tui.text.blocks import PARAGRAPH, Block, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.urls import canonical, safe, untracked


def cut(draft: Draft, at: int, count: int = 1) -> Draft:
    """Leaves a run of parts out of the post; they stay in the draft."""
    return _cut(draft, at, count, True)


def take(draft: Draft, at: int, count: int = 1) -> Draft:
    """Puts a run of parts that were cut back into the post."""
    return _cut(draft, at, count, False)


def toggle(draft: Draft, at: int, count: int = 1) -> Draft:
    """Takes a run where all of it is cut, else cuts it."""
    return _cut(draft, at, count, not all(part.cut for part in _run(draft, at, count)))


def move(draft: Draft, at: int, by: int, count: int = 1) -> Draft:
    """Moves a run of parts down by so many places, up where `by` is negative; at most to the end."""
    run = _run(draft, at, count)
    rest = [*draft.body[:at], *draft.body[at + count :]]
    to = min(max(at + by, 0), len(rest))
    return settled(draft, [*rest[:to], *run, *rest[to:]])


def replace_text(draft: Draft, at: int, text: str) -> Draft:
    """Gives a part other words; links stay on words that stay, typed addresses become links.

    A source's part is `changed` from then on. Raises UsageProblem for an empty text: such a part is cut or removed.
    """
    part = _run(draft, at, 1)[0]
    if not clean(text).strip():
        raise UsageProblem("A part needs words", "Cut the part, or remove it where it is your own.")
    return settled(draft, [*draft.body[:at], with_text(part, text), *draft.body[at + 1 :]])


def remark(draft: Draft, text: str, at: int | None = None) -> Draft:
    """Puts the editor's own words before the part `at`, or at the end of the text.

    An empty remark is a place to write into. A line with "## " makes a heading and with "- " a list entry.
    """
    return _insert(draft, own(text), at)


def see_also(draft: Draft, url: str, at: int | None = None, words: str = "") -> Draft:
    """Puts `[see also: <URL>]`, or the editor's words and the address, before the part `at` or at the end.

    An address that the post refers to already is not put in twice. Raises UsageProblem for what is no web address.
    """
    address = _address(url)
    if address in draft.see_also:
        return draft
    return _insert(draft, [Part(reference(address, clean(words, line=True)), EDITOR, SEE_ALSO)], at)


def place_source(draft: Draft, url: str, at: int, words: str = "") -> Draft:
    """Lets a source stand before the part `at`, below the words it supports, instead of at the end.

    `words` may lead it in ("and"). A source that has a place already is moved. Raises UsageProblem for an address
    that is no source of the draft.
    """
    ref = _source(draft, url)
    _gap(draft, at)
    lead = clean(words, line=True)
    spans = (*((Span(f"{lead} "),) if lead else ()), Span(ref.url, href=ref.url))
    placed = Part(Block(PARAGRAPH, spans), EDITOR, SOURCE)
    before, behind = (
        [part for part in run if not _is_place_of(part, ref)] for run in (draft.body[:at], draft.body[at:])
    )
    return settled(draft, [*before, placed, *behind])


def keep(draft: Draft, url: str, kept: str) -> Draft:
    """Names the address of a kept copy of a source; an empty one takes it out. Raises UsageProblem for another."""
    ref = _source(draft, url)
    changed = replace(ref, kept=_address(kept) if kept else "")
    return replace(draft, sources=tuple(changed if one == ref else one for one in draft.sources))


def remove(draft: Draft, at: int, count: int = 1) -> Draft:
    """Takes the editor's own parts out. Raises UsageProblem for a source's words, which can only be cut."""
    if any(part.source != EDITOR for part in _run(draft, at, count)):
        raise UsageProblem("A source's words cannot be removed", "Cut them; they stay in the draft and can come back.")
    return settled(draft, [*draft.body[:at], *draft.body[at + count :]])


def split(draft: Draft, at: int, place: int) -> Draft:
    """Parts a part in two before the character `place`; blanks round the cut go. Raises UsageProblem at its ends."""
    part = _run(draft, at, 1)[0]
    text = part.block.text
    head, tail = text[:place].rstrip(), text[place:].lstrip()
    if not head or not tail:
        raise UsageProblem("There is nothing to part here", "Both halves need words.")
    second = replace(part.block, spans=reworded(part.block, tail).spans, marker="")
    halves = [
        replace(part, block=reworded(part.block, head), speaker=speaker(head)),
        replace(part, block=second, speaker=speaker(tail), role=TEXT if part.role == LEAD else part.role),
    ]
    return settled(draft, [*draft.body[:at], *halves, *draft.body[at + 1 :]])


def join(draft: Draft, at: int) -> Draft:
    """Makes one part of a part and the one behind it. Raises UsageProblem where these are not one source's words."""
    first, second = _run(draft, at, 2)
    if first.source != second.source or first.block.rows or second.block.rows:
        raise UsageProblem("These two parts cannot be one", "Only neighbouring words of one source can be joined.")
    spans = (*first.block.spans, Span(" "), *second.block.spans)
    block = replace(first.block, spans=spans)
    one = replace(first, block=block, speaker=speaker(block.text), changed=first.changed or second.changed)
    return settled(draft, [*draft.body[:at], one, *draft.body[at + 2 :]])


def set_title(draft: Draft, title: str) -> Draft:
    """Gives the post another headline; its slug follows. Raises UsageProblem for an empty one."""
    name = clean(title, line=True)
    if not name:
        raise UsageProblem("A post needs a headline", "Write a few words; its file and address follow them.")
    followed = slug(name, draft.slug) if draft.slug == slug(draft.title, draft.slug) else draft.slug
    return replace(draft, title=name, slug=followed)


def set_terms(
    draft: Draft, *, kind: str | None = None, categories: Sequence[str] | None = None, tags: Sequence[str] | None = None
) -> Draft:
    """Sets kind, categories or tags of the post; what is None stays.

    Raises UsageProblem for a kind that is none of KINDS; an empty one is none.
    """
    return replace(
        draft,
        kind=draft.kind if kind is None else choices.kind(kind, draft.kind),
        categories=draft.categories if categories is None else _names(categories),
        tags=draft.tags if tags is None else _names(tags),
    )


def set_countries(draft: Draft, names: Sequence[str], known: Choices) -> Draft:
    """Sets the countries, by names or codes. Raises UsageProblem for what is no country."""
    return replace(draft, countries=tuple(dict.fromkeys(known.country_of(name, draft) for name in _names(names))))


def set_template(draft: Draft, name: str, known: Choices) -> Draft:
    """Sets what the post is written with, named with its ending or without; an empty name is that of the kind.

    Raises UsageProblem for a template that is not there.
    """
    return replace(draft, template=known.template(name))


def day(text: str) -> date | None:
    """A day as it is written in the head of a draft; None for an empty text. Raises UsageProblem."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageProblem(f"“{clean(text, line=True)}” is no day", "It is written as 2026-03-06.") from error


def set_deadline(draft: Draft, day: date | None, sentence: str = "") -> Draft:
    """Sets the deadline that the editor looked up, and the sentence that closes the post with it; None takes it out.

    Without a sentence the present one stays where it names the day, else it is "Deadline: 25 November 2026." A
    sentence that stands below the words of one item among several stays there.
    """
    body = [
        replace(part, role=TEXT) if part.role == DEADLINE and part.source != EDITOR else part for part in draft.body
    ]
    place = next((at for at, part in enumerate(body) if _closes(part, draft.deadline_text)), None)
    followed = place is not None and any(part.source != EDITOR for part in body[place + 1 :])
    rest = [part for at, part in enumerate(body) if at != place and part.role != DEADLINE]
    if day is None:
        return settled(replace(draft, deadline=None, deadline_text="", deadline_sure=True), rest)
    stays = day == draft.deadline or names_day(draft.deadline_text, day, draft.source_date)
    words = clean(sentence, line=True) or (draft.deadline_text if stays else "") or deadline_words(day)
    if place is not None and followed:
        rest.insert(place, replace(body[place], block=paragraph(words)))
    else:
        rest = ended(rest, words)
    return settled(replace(draft, deadline=day, deadline_text=words, deadline_sure=True), rest)


def set_lead(draft: Draft, text: str) -> Draft:
    """Sets the editor's sentence that opens the post ("WHO on D Month YYYY …"); an empty one takes it out."""
    words = clean(text).strip()
    body = [part for part in draft.body if not (part.role == LEAD and part.source == EDITOR)]
    first = next((place for place, part in enumerate(body) if not part.cut), len(body))
    if words:
        body.insert(first, Part(Block(PARAGRAPH, written(words)), EDITOR, LEAD))
    return settled(draft, body)


def signatories(draft: Draft, *, listed: bool) -> Draft:
    """Keeps the whole list of those who signed, or only their count in the editor's words.

    Raises UsageProblem where the draft has no such list.
    """
    places = [place for place, part in enumerate(draft.body) if part.role == SIGNATORIES and part.source != EDITOR]
    if not places:
        raise UsageProblem("There is no list of signatories in this draft", "Items that name who signed have one.")
    number = signed.count(draft.body)
    body = [replace(part, cut=not listed) if place in places else part for place, part in enumerate(draft.body)]
    if not listed:
        body.insert(places[0], Part(paragraph(signed.line(number)), EDITOR, SIGNATORIES))
    own_lines = {id(part) for part in draft.body if part.role == SIGNATORIES and part.source == EDITOR}
    return settled(draft, [part for part in body if id(part) not in own_lines])


def _closes(part: Part, sentence: str) -> bool:
    own = part.source == EDITOR and part.role in (TEXT, DEADLINE)
    return own and bool(sentence) and part.block.text == sentence


def _cut(draft: Draft, at: int, count: int, out: bool) -> Draft:
    run = [replace(part, cut=out) for part in _run(draft, at, count)]
    return settled(draft, [*draft.body[:at], *run, *draft.body[at + count :]])


def _run(draft: Draft, at: int, count: int) -> Sequence[Part]:
    if at < 0 or count < 1 or at + count > len(draft.body):
        raise UsageProblem(f"There is no part {at + count}", f"The draft has {len(draft.body)} parts.")
    return draft.body[at : at + count]


def _gap(draft: Draft, at: int) -> None:
    if not 0 <= at <= len(draft.body):
        raise UsageProblem(f"There is no place {at + 1}", f"The draft has {len(draft.body)} parts.")


def _insert(draft: Draft, parts: Sequence[Part], at: int | None) -> Draft:
    if at is None:
        closed = bool(draft.body) and draft.body[-1].role == DEADLINE and draft.body[-1].source == EDITOR
        at = len(draft.body) - closed
    _gap(draft, at)
    return settled(draft, [*draft.body[:at], *parts, *draft.body[at:]])


def _source(draft: Draft, url: str) -> SourceRef:
    wanted = canonical(url)
    found = next((ref for ref in draft.sources if ref.url == url or canonical(ref.url) == wanted != ""), None)
    if found is None:
        raise UsageProblem(f"“{clean(url, line=True)}” is no source of this draft", "Its sources stand at its end.")
    return found


def _is_place_of(part: Part, ref: SourceRef) -> bool:
    return part.role == SOURCE and any(span.href == ref.url for span in part.block.spans)


def _address(url: str) -> str:
    address = untracked(safe(url))
    if not address:
        raise UsageProblem(f"“{clean(url, line=True)}” is not a web address", "It starts with https:// or http://.")
    return address


def _names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (clean(name, line=True) for name in names) if name))
