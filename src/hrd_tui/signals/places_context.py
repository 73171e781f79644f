"""How much a name of a place says in the words around it: all, a little, or nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from hrd_tui.signals import places_words as near
from hrd_tui.signals.gazetteer import CAPITAL, CITY, NAME, NONE, PEOPLE, SHARED, STATE, Form

FULL, HALF, FAINT, NOTHING = 1.0, 0.5, 0.1, 0.0
LISTED, ENUMERATED = 4, 8
"""So many places in a row are a list, of which each is mentioned; so many are a roll of names that says nothing."""

_TITLE_CASE = 0.75
_ORGANISATION_WORDS = 6
_DATELINE_WORDS = 14


class Hit(NamedTuple):
    """A form at `start` to `end` of a paragraph's words, and what it says there: FULL to NOTHING."""

    start: int
    end: int
    form: Form
    force: float


def weighed(
    words: Sequence[str], found: Sequence[tuple[int, int, Form]], *, title: bool = False, opening: bool = False
) -> list[Hit]:
    """What each form found in the words of a paragraph or title says.

    `title`: they are those of a title; `opening`: a dateline may stand in front.
    """
    if not found:
        return []
    titled = title and _in_title_case(words)
    languages = _languages(words, found)
    dateline = _dateline(words) if opening else 0
    hits = []
    for index, (start, end, form) in enumerate(found):
        force = _BASE[form.kind]
        if force and (start in languages or _nothing(words, start, end, form, titled)):
            force = NOTHING
        if force and index + 1 < len(found) and form.kind != STATE and _lies_in_state(words, end, found[index + 1]):
            force = NOTHING
        if force and index and found[index - 1][2].kind == NONE and words[found[index - 1][1] : start] == [","]:
            force = NOTHING
        if force and form.kind == PEOPLE and _names_organisation(words, start, end, titled):
            force = NOTHING
        if force and (_faint(words, start, end, form, titled) or (end <= dateline and (start or _townly(form)))):
            force = FAINT
        hits.append(Hit(start, end, form, force))
    return _without_rolls(words, _at_home(words, hits))


_BASE = {NAME: FULL, PEOPLE: FULL, SHARED: FULL, CAPITAL: HALF, CITY: HALF, STATE: HALF, NONE: NOTHING}


def _townly(form: Form) -> bool:
    return form.kind in (CAPITAL, CITY, STATE)


def _at(words: Sequence[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _in_title_case(words: Sequence[str]) -> bool:
    """Whether nearly all longer words have a capital, so that a capital says nothing."""
    longer = [word for word in words if len(word) > 3 and word.isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


def _nothing(words: Sequence[str], start: int, end: int, form: Form, titled: bool) -> bool:
    before, after = _at(words, start - 1), _at(words, end)
    if after in near.PRESS and _at(words, end + 1) != "-":
        return True
    if _townly(form):
        if after in near.TREATIES or (before.lower() in near.OF and _any_before(words, start, near.TREATIES)):
            return True
        if _seat(words, start, end):
            return True
    if form.words == ("US",):
        return before in near.ADDRESSING or after == "@"
    return " ".join(form.words).lower() in near.LIKE_PERSONS and _person(words, start, end, titled)


def _any_before(words: Sequence[str], start: int, wanted: frozenset[str]) -> bool:
    """Whether one of the wanted words stands before `start`, with only "of", "de", "the" between."""
    for index in range(start - 1, max(start - 4, -1), -1):
        if words[index].lower() not in near.OF:
            return words[index].capitalize() in wanted
    return False


def _seat(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the place is only where somebody has an office: "based in X", "X-based"."""
    if _at(words, end) == "-" and _at(words, end + 1).lower() in near.SEATED:
        return True
    return _at(words, start - 1).lower() in near.INSIDE and _at(words, start - 2).lower() in near.SEATED


def _person(words: Sequence[str], start: int, end: int, titled: bool) -> bool:
    before, after = _at(words, start - 1), _at(words, end)
    if before[:1].isupper() and before.isalpha() and before not in near.NOT_SURNAMED | near.BODIES and not titled:
        return not before.isupper() and before not in near.ORGANISATIONS | near.CHAPTERS
    if not (after[:1].isupper() and after.isalpha()) or after.isupper():
        return False
    if after in near.BODIES or after in near.ORGANISATIONS or after in near.NOT_SURNAMED:
        return False
    return not titled or (before.lower() not in near.INSIDE | near.OF and not after.endswith("s") and after != "Must")


def _lies_in_state(words: Sequence[str], end: int, following: tuple[int, int, Form]) -> bool:
    return following[2].kind == STATE and following[0] == end + 1 and words[end] == ","


def _faint(words: Sequence[str], start: int, end: int, form: Form, titled: bool) -> bool:
    return _seat(words, start, end) or _names_organisation(words, start, end, titled)


def _names_organisation(words: Sequence[str], start: int, end: int, titled: bool) -> bool:
    """Whether the place is part of an organisation's name: "Bar Association of X", "Amnesty X", "X Press Council"."""
    before = _at(words, start - 1)
    if before in near.CHAPTERS or (before == "International" and _at(words, start - 2)[:1].isupper()):
        return True
    if before.lower() in near.OF and _any_before(words, start, near.ORGANISATIONS):
        return True
    for index in range(end, min(end + (_ORGANISATION_WORDS // 2 if titled else _ORGANISATION_WORDS), len(words))):
        word = words[index]
        if word in near.ORGANISATIONS:
            return True
        if not word[0].isupper() and (index == end or word not in near.LINKS or word in ",-'"):
            return False
    return False


def _languages(words: Sequence[str], found: Sequence[tuple[int, int, Form]]) -> set[int]:
    """Where the words for people are names of languages."""
    spoken: set[int] = set()
    done = 0
    for start, end, form in found:
        if form.kind not in (PEOPLE, SHARED) or start < done or words[start].lower() not in near.LANGUAGES:
            continue
        first, last = start, end
        while first - 2 >= done and words[first - 1].lower() in near.LANGUAGE_LINKS and _language(words[first - 2]):
            first -= 2
        while (step := _next_language(words, last)) > last:
            last = step
        done = last
        if _spoken(words, first, last) or (spoken and _ends_language(words, last)):
            spoken.update(range(first, last))
    return spoken


def _language(word: str) -> bool:
    return word.lower() in near.LANGUAGES or word.lower() in near.LANGUAGES_ONLY


def _next_language(words: Sequence[str], last: int) -> int:
    """The end of the language that follows at `last` after a comma, an "and" or both; else `last`."""
    index = last
    while index < min(last + 2, len(words)) and words[index].lower() in near.LANGUAGE_LINKS:
        index += 1
    return index + 1 if index > last and index < len(words) and _language(words[index]) else last


def _spoken(words: Sequence[str], first: int, last: int) -> bool:
    before, after = _at(words, first - 1).lower(), _at(words, last).lower()
    if after in near.LANGUAGE_NOUNS or before in near.LANGUAGE_NOUNS:
        return True
    if after == "-" and _at(words, last + 1).lower() in ("speaking", "language"):
        return True
    if before == "en" and words[first].islower():
        return True
    several = last - first > 1
    if (several or last - first == len(words)) and not (after.isalnum() or _at(words, first - 1).isalnum()):
        return True
    ends = _ends_language(words, last)
    pure = several and any(word.lower() in near.LANGUAGES_ONLY for word in words[first:last])
    return ends and (before in near.LANGUAGE_BEFORE or pure or (before in "([/|" and after in ")]/|"))


def _ends_language(words: Sequence[str], last: int) -> bool:
    after = _at(words, last).lower()
    return not after or after in near.LANGUAGE_ENDS or not (after.isalnum() or after in "-'")


def _dateline(words: Sequence[str]) -> int:
    """How many words of the paragraph are the place and day in front of a report: "KANO, 4 May (Agency) – "; else 0."""
    for index, word in enumerate(words[:_DATELINE_WORDS]):
        if index and (word in "–—" or (word == "-" and words[index - 1] == ")")):
            return index
        if index and word == ")" and any(part.isdigit() for part in words[:index]):
            return index
        if word.isalpha() and word.islower() and word not in near.DATES:
            return 0
    return 0


def _at_home(words: Sequence[str], hits: list[Hit]) -> list[Hit]:
    """Hits with people who are elsewhere made faint, where the text says another place beside them."""
    if not any(hit.form.kind == PEOPLE and hit.force == FULL and _abroad(words, hit) for hit in hits):
        return hits
    strong = {
        hit.form.code for hit in hits if hit.force >= HALF and not (hit.form.kind == PEOPLE and _abroad(words, hit))
    }

    def weaker(hit: Hit) -> bool:
        return hit.form.kind == PEOPLE and hit.force == FULL and _abroad(words, hit) and bool(strong - {hit.form.code})

    return [hit._replace(force=FAINT) if weaker(hit) else hit for hit in hits]


def _abroad(words: Sequence[str], hit: Hit) -> bool:
    after = _at(words, hit.end + (_at(words, hit.end) == "-")).lower()
    return after in near.ORIGINS or _at(words, hit.start - 1).lower() in near.ORIGINS


def _without_rolls(words: Sequence[str], hits: list[Hit]) -> list[Hit]:
    """Hits of long lists made faint, and of rolls (votes, signatures) made nothing."""
    first = 0
    for index in range(1, len(hits) + 1):
        if index < len(hits) and _joined(words, hits[index - 1].end, hits[index].start):
            continue
        if index - first >= LISTED:
            force = NOTHING if index - first >= ENUMERATED else FAINT
            hits[first:index] = [hit._replace(force=min(hit.force, force)) for hit in hits[first:index]]
        first = index
    return hits


def _joined(words: Sequence[str], end: int, start: int) -> bool:
    return start - end <= 3 and all(word.lower() in near.JOINED for word in words[end:start]) and start > end
