"""The days that a sentence announces as deadlines, and by which words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hrd_tui.signals import deadline_words as words
from hrd_tui.signals.days import Mention, may_name_a_day
from hrd_tui.signals.prose import REACH, Prose

_LIST = re.compile(
    r"\s?(?:\([^()]{0,40}\)\s?)?(?:,\s?)?(?:and|or|et|ou|y|o|und|oder|e|&|/|,)\s(?:on\s|le\s|el\s|am\s)?"
)
_AND = re.compile(r"\s(?:and|et|y|und|e)\s(?:the\s|le\s|el\s|dem\s)?")
_JOINT = re.compile(r"(?:,|\b(?:and|but|while|when|then|et|mais|y|e|pero|und|aber)\b)")
_IS_THE = re.compile(
    r"\s?(?:\(|(?:[:–—=-]|is|are|est|es|ist|será?|as)\s)(?:(?:the|our|la|le|el|die|der|das|l[’'])\s?)?(?:[^\W\d_]+\s){0,2}"
)
_AFTER_THE = re.compile(r"\b(?:after|once|following|après|después|nach)\s(?:the|this|that|la|le|el|der|dem)?\s?$")
_PLURAL = re.compile(r"s$|fristen$")


NEAR = 80
"""Characters in which the day must begin behind words that it has to follow at once but for times and fillers."""


def _parts(*patterns: str) -> tuple[str, ...]:
    return tuple(stem for pattern in patterns for stem in pattern.split())


_STEMS = (
    "write to",
    "tell us",
    "hear from",
    "hearing from",
    "in touch",
    "be in our",
    "add your",
    "share your",
    *_parts(
        "deadline closing due cutoff cut-off limit límit butoir tope plazo frist schlu stichtag termin prazo scaden",
        "موعد أجل أقصاه",
        "later latest tard máximo maximo spätest spatest final última último ultimo last clôtur clotur closes closed",
        "vote",
        "échéance echeance délai delai dernier cierr cerrar venc",
        "appl submi submet submiss soum nomin regist rsvp candidat postul inscri iscri solicit bewerb reich meld",
        "send sent mail envo envi repl respon répon répons completa return receiv contribut upload enrol entr propos",
        "abstract paper input comment feedback consult survey fill open accept expression letter",
        "adress transm dépos depos dépôt reçu",
        "parvenir particip ouvert present remit registr respuest recib abiert acept schick vorschl antwort eingeh",
        "vorlieg",
        "sign call endors ausschreib aufruf perveni arriv reach deliver offen möglich entgegen teiln beitr",
        "invia domand offers bids quotes pitch welcome invit llegar candidac offre aberta attendu bilder angebot",
        "إرسال تقديم الطلبات المشاركات الترشيحات التقديم التسجيل",
    ),
)
"""Parts of words, in small letters: a text without any of them has no deadline."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A day, the words that announce it, where these begin, and whether it replaces an earlier day."""

    day: Mention
    words: str
    start: int
    instead: bool = False


def stems(low: str) -> list[str]:
    """The parts of words of deadlines that a text in small letters has, for a quick look at its lines."""
    return list(filter(low.__contains__, _STEMS))


def may_announce(low: str, stems: list[str]) -> bool:
    """Whether a sentence in small letters may announce one: the words, and what may be a day where it has to stand."""
    if not may_name_a_day(low) or not any(map(low.__contains__, stems)):
        return False
    return any(
        anchor.lastgroup in ("noun", "soft")
        or words.PLAIN_LIMIT.fullmatch(anchor[0])
        or may_name_a_day(low[anchor.end() : anchor.end() + NEAR])
        for anchor in words.ANCHOR.finditer(low)
    )


def announced(prose: Prose) -> Iterator[Announced]:
    """The deadlines of a sentence, in the order of what announces them; a day may come twice."""
    if not prose.days:
        return
    for anchor in words.ANCHOR.finditer(prose.low):
        for day in _RULES[str(anchor.lastgroup)](prose, anchor):
            if prose.is_story:
                return
            between = prose.low[max(0, min(anchor.start(), day.start) - 30) : max(anchor.end(), day.start)]
            yield Announced(
                day,
                prose.text[anchor.start() : anchor.end()],
                anchor.start(),
                words.EXTENDED.search(between) is not None,
            )


def _noun(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    text, start = prose.low, anchor.start()
    front = text[max(0, start - 40) : start]
    if words.NEGATED.search(front) or words.COUNTED.search(front):
        return
    told = anchor.end()
    last: Mention | None = None
    for day in prose.days_from(anchor.end()):
        between = text[told : day.start]
        if ";" in between:
            break
        if last is None:
            if _linked(prose, anchor.end(), told, day, front):
                last = day
        elif _LIST.fullmatch(between) and _PLURAL.search(anchor[0]):
            yield last
            last = day
        elif words.EXTENDED.search(between) and not words.INSTEAD_OF.search(between):
            last = day
        else:
            break
        told = day.end
    if last is None:
        last = _day_in_front(prose, anchor)
    if last:
        yield last


def _linked(prose: Prose, start: int, told: int, day: Mention, front: str) -> bool:
    """Whether the words from the noun to the day say that the day is the noun's."""
    stop = prose.back(start, day.start)[0]
    head = prose.low[start:stop].rstrip()
    if not head:
        return True
    clause = prose.low[told : day.start]
    if words.PASSED.search(clause) and not words.EXTENDED.search(clause):
        return False
    joint = _JOINT.search(clause)
    if _AFTER_THE.search(front) or (joint and words.OTHER.search(clause, joint.end())):
        return False
    if words.EXTENDED.search(front) and words.UNTIL.search(prose.low, stop, day.start):
        return True
    last = re.search(r"[^\W\d_]+\Z", head)
    if last is None:
        return head[-1] in ":–—-=→"
    return last[0] in words.LINKS or words.READER.fullmatch(last[0]) is not None


def _day_in_front(prose: Prose, anchor: re.Match[str]) -> Mention | None:
    """The day of "15 March is the deadline" and, where a call speaks, of "the 15 March deadline"."""
    day = prose.day_before(anchor.start())
    if day is None or anchor.start() - day.end > REACH:
        return None
    between = prose.low[day.end : anchor.start()]
    return day if _IS_THE.fullmatch(between) or (between == " " and prose.for_readers) else None


def _soft(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    labels = prose.opens(anchor.start()) and prose.low[anchor.end() :].lstrip()[:1] == ":"
    if labels or prose.for_readers or words.STRONG_ACT.search(prose.low):
        yield from _noun(prose, anchor)


def _next_to(prose: Prose, anchor: re.Match[str]) -> Mention | None:
    """The day behind the words, with fillers and times between at most."""
    day = next(iter(prose.days_from(anchor.end())), None)
    return day if day and prose.back(anchor.end(), day.start)[0] == anchor.end() else None


def _closes(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    day = _next_to(prose, anchor)
    front = prose.low[max(0, anchor.start() - 60) : anchor.start()]
    if day and prose.for_readers and (anchor[0][:3] != "end" or words.CALL_IN_FRONT.search(front)):
        yield day


def _due(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    day = _next_to(prose, anchor)
    front = prose.low[: anchor.start()]
    labels = not front.split() or (prose.opens(len(front)) and words.ACT.search(front))
    called = words.STRONG_ACT.search(front) or (prose.for_readers and words.ACT.search(front))
    if day and (labels or called) and not words.OTHER.search(front):
        yield day


def _limit(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    day = _next_to(prose, anchor)
    begin = anchor.start()
    if day is None and words.PLAIN_LIMIT.fullmatch(anchor[0]):
        day = prose.day_before(anchor.start())
        if day is None or prose.low[day.end : anchor.start()].strip(" ,"):
            return
        begin = prose.back(0, day.start)[0]
    if not day or words.DONE_AFTER.match(prose.low, day.end):
        return
    if _plain(prose, anchor) or _acted_before(prose, begin) or _acted_after(prose, begin, day.end):
        yield day


def _acted_before(prose: Prose, begin: int) -> bool:
    text = prose.low
    acts = [act.end() for act in words.ACT.finditer(text, max(0, begin - 2 * REACH), begin)]
    if not acts or words.OTHER.search(text, acts[-1], begin):
        return False
    if words.ORGANISER.search(text, max(0, begin - REACH), begin) or words.JUST_TOLD.search(
        text, max(0, begin - 30), begin
    ):
        return False
    return prose.for_readers or words.STRONG_ACT.search(text, max(0, begin - 2 * REACH), begin) is not None


def _plain(prose: Prose, anchor: re.Match[str]) -> bool:
    """Whether the words are of the kind that hardly anything else has, and no other date is meant."""
    text = prose.low
    if not words.PLAIN_LIMIT.fullmatch(anchor[0]) or words.OTHER.search(text, 0, anchor.start()):
        return False
    return (prose.for_readers and prose.opens(anchor.start())) or bool(words.ACT.search(text, 0, anchor.start()))


def _acted_after(prose: Prose, begin: int, end: int) -> bool:
    """Whether the sentence goes on with what is to be done: "by 5 May, send …", "you have until 5 May to apply"."""
    act = words.ACT.search(prose.low, end, end + REACH)
    if act is None or any(other.search(prose.low, end, act.start()) for other in (words.OTHER, words.REPORTED)):
        return False
    return prose.for_readers or (
        not prose.low[:begin].strip() and words.STRONG_ACT.match(prose.low, act.start()) is not None
    )


def _window(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    """The end of "open from 1 to 15 March"."""
    day = _next_to(prose, anchor)
    if not day or not prose.for_readers or words.OTHER.search(prose.low, 0, anchor.start()):
        return
    if anchor[0].startswith(("run", "läuft")) and not words.CALL_IN_FRONT.search(prose.low, 0, anchor.start()):
        return
    following = next(iter(prose.days_from(day.end)), None)
    if day.spans:
        yield day
    elif following and _AND.fullmatch(prose.low, day.end, following.start):
        yield following


def _after(prose: Prose, anchor: re.Match[str]) -> Iterator[Mention]:
    """The day of "what is received after 5 May will not be considered"."""
    day = _next_to(prose, anchor)
    if day and words.REFUSED.search(prose.low, day.end, day.end + REACH):
        yield day


_RULES: dict[str, Callable[[Prose, re.Match[str]], Iterator[Mention]]] = {
    "noun": _noun, "soft": _soft, "closes": _closes, "due": _due, "limit": _limit, "window": _window, "after": _after,
}  # fmt: skip
