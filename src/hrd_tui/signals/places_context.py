"""How much a name of a place says in the words around it: all, a little, or nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from hrd_tui.signals import places_words as near
from hrd_tui.signals.gazetteer import CAPITAL, CITY, NAME, NONE, PEOPLE, SHARED, STATE, Form
from hrd_tui.signals.places_languages import spoken_languages

FULL, HALF, FAINT, NOTHING = 1.0, 0.5, 0.1, 0.0
LISTED, LISTED_IN_TITLE, ENUMERATED = 3, 4, 8
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
    languages = spoken_languages(words, found)
    dateline = _dateline(words) if opening else 0
    hits: list[Hit] = []
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
        if force and (_aside(words, start, end) or (_townly(form) and _event_behind(words, end))):
            force = FAINT
        if (
            force == FULL
            and hits
            and hits[-1].force == FAINT
            and _townly(hits[-1].form)
            and hits[-1].form.code == form.code
        ):
            # "a workshop in Accra, Ghana"
            force = FAINT if words[hits[-1].end : start] in ([","], [",", "The"], [",", "the"]) else force
        hits.append(Hit(start, end, form, force))
    return _without_rolls(words, _at_home(words, hits, title), title)


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


def _aside(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words in front say that a place is only a neighbour, a seat, a sponsor, or lies behind somebody."""
    before, further = _at(words, start - 1).lower(), _at(words, start - 2).lower()
    if before in near.NEARBY or _at(words, end).lower() in near.NEARBY:
        return True
    if _at(words, end) == "'" and _at(words, end + 1) == "s" and _at(words, end + 2).lower() in near.NEIGHBOURS:
        return True
    if before in ("by", "from", "de", "par", "por", "von"):
        return further in near.HELPED
    if further == "place" and _at(words, start - 3).lower() in ("takes", "take", "taking", "took"):
        return before in near.INSIDE
    if before == "," and end == len(words):
        return not near.EVENTS.isdisjoint(word.lower() for word in words[max(0, start - 8) : start])
    if further in near.OPENS:
        further = _at(words, start - 3).lower()
    return (before in near.INSIDE or before == "im") and further in near.EVENTS


def _event_behind(words: Sequence[str], end: int) -> bool:
    """“Prague film festival”"""
    following = [word.lower() for word in words[end : end + 2]]
    return bool(following) and (
        following[0] in near.EVENTS - {"office", "offices", "met", "read", "held"} or (following[-1] == "festival")
    )


def _at_home(words: Sequence[str], hits: list[Hit], title: bool) -> list[Hit]:
    """Hits with people who are elsewhere made faint, where the text says another place beside them."""
    abroad = [hit for hit in hits if hit.force == FULL and _abroad(words, hit)]
    bearers = [hit for hit in hits if hit.force == FULL and _bearer(words, hit)]
    if not abroad and not bearers:
        return hits
    strong = {hit.form.code for hit in hits if hit.force >= HALF and hit not in abroad}
    placed = {
        hit.form.code
        for hit in hits
        if hit.force >= HALF and hit not in abroad and hit not in bearers and _scene(words, hit, title)
    }

    def weaker(hit: Hit) -> bool:
        return (hit in abroad and bool(strong - {hit.form.code})) or (hit in bearers and bool(placed - {hit.form.code}))

    return [hit._replace(force=FAINT) if weaker(hit) else hit for hit in hits]


def _abroad(words: Sequence[str], hit: Hit) -> bool:
    before, further = _at(words, hit.start - 1).lower(), _at(words, hit.start - 2).lower()
    if before in ("from", "aus", "from", "du", "de") and further in near.REFUGEES:
        return True
    if hit.form.kind != PEOPLE:
        return False
    after = _at(words, hit.end + (_at(words, hit.end) == "-")).lower()
    return after in near.ORIGINS or before in near.ORIGINS


def _bearer(words: Sequence[str], hit: Hit) -> bool:
    """Whether a word tells where somebody comes from: "Algerian journalist", "Eritreans in"."""
    after = [word.lower() for word in words[hit.end : hit.end + 3]]
    if hit.form.kind == NAME:
        return after[:1] != [] and after[0] in near.BEARERS
    if hit.form.kind not in (PEOPLE, SHARED) or (after and after[0] in near.AUTHORITIES):
        return False
    if _at(words, hit.end - 1).endswith("s") and after[:1] == ["in"]:
        return True
    return not near.BEARERS.isdisjoint(after) or _at(words, hit.start - 1).lower() in near.BEARERS


def _scene(words: Sequence[str], hit: Hit, title: bool) -> bool:
    """Whether a place is said to be where it happens or who does it: "X: …", "in X", "by X", "X deports", "X court"."""
    before = _at(words, hit.start - 1).lower()
    if not near.AUTHORITIES.isdisjoint((_at(words, hit.end).lower(), before)):
        return True
    if hit.form.kind in (PEOPLE, SHARED):
        return False
    if title and hit.form.kind == NAME and (not hit.start or before in ("la", "le", "el", "the", "l")):
        return True
    return before in near.INSIDE or before in ("from", "by", "im", "aus", "the", "depuis", "desde")


def _without_rolls(words: Sequence[str], hits: list[Hit], title: bool) -> list[Hit]:
    """Hits of lists and of guests' origins made faint, and of rolls (votes, signatures) made nothing."""
    first = 0
    for index in range(1, len(hits) + 1):
        if index < len(hits) and _joined(words, hits[index - 1].end, hits[index].start):
            continue
        several = index - first + (index > first + 1 and _another(words, hits[index - 1].end))
        if several >= (LISTED_IN_TITLE if title else LISTED) or _sent(words, hits[first].start, index - first, title):
            force = NOTHING if several >= ENUMERATED else FAINT
            hits[first:index] = [hit._replace(force=min(hit.force, force)) for hit in hits[first:index]]
        first = index
    return hits


def _another(words: Sequence[str], end: int) -> bool:
    """Whether a list of places goes on with one that is not known: "Nepal, Jordan and Mesoamerica"."""
    return (
        _at(words, end).lower() in near.JOINED - {"'", "the"}
        and _at(words, end + 1)[:1].isupper()
        and (not _at(words, end + 1).isupper())
    )


def _sent(words: Sequence[str], start: int, count: int, title: bool) -> bool:
    """Whether places are where guests, sponsors or exiles come from."""
    before, further = _at(words, start - 1).lower(), _at(words, start - 2).lower()
    if title:
        return False
    if (before in near.LEFT and count > 1) or (before in ("by", "from") and further in near.HELPED):
        return True
    if count > 1 and before == "from" and further.endswith("s"):
        return True
    return before in ("from", "of", "de", "du", "des", "aus", "von") and further in near.GUESTS


def _joined(words: Sequence[str], end: int, start: int) -> bool:
    return start - end <= 3 and all(word.lower() in near.JOINED for word in words[end:start]) and start > end
