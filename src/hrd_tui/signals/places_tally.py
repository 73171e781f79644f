"""What an item says of each place, added up, and which of them it is about."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import islice

from hrd_tui.signals import places_words as near
from hrd_tui.signals.gazetteer import SHARED, STATE, WORD, Form, even
from hrd_tui.signals.places_context import FULL, HALF, NOTHING, Hit
from hrd_tui.signals.reading import LEAD, Found

TITLE, BODY = 0, LEAD + 1
LEAD_ZONES = range(1, BODY)

MOST_SUBJECTS = 4
"""A text whose title names none and that speaks of more than these is a survey: it is about none of them."""

SHORT_TEXT = 3
"""Paragraphs up to which one mention in the lead is more than a passing one."""

_HEAD_SIGNS = frozenset("/ , & - – — ( ) [ ] | and et y the".split())
_HEAD_ENDS = frozenset(": | – —".split())


@dataclass(slots=True)
class _Weight:
    """Hits of one code by zone: those that say all (`full`) and cities (`half`). `head` is 2 for "X:", 1 for "in X".

    `placed` says that a word like "in" or "from" stood before it.
    """

    order: int
    full: list[int] = field(default_factory=lambda: [0] * (BODY + 1))
    half: list[int] = field(default_factory=lambda: [0] * (BODY + 1))
    head: int = 0
    forms: set[Form] = field(default_factory=set)
    placed: bool = False
    best: tuple[int, float] = (0, 0.0)
    where: tuple[int, str, int, int] = (0, "", 0, 0)

    @property
    def text(self) -> float:
        """What lead and body say, the lead doubly."""
        return self.count + sum(self.full[1:BODY])

    @property
    def count(self) -> float:
        return sum(self.full[1:]) + HALF * sum(self.half[1:])

    @property
    def led(self) -> int:
        return sum(self.full[1:BODY])

    def take(self, other: "_Weight") -> None:
        """Adds what was counted for another code."""
        self.full = [own + more for own, more in zip(self.full, other.full, strict=True)]
        self.half = [own + more for own, more in zip(self.half, other.half, strict=True)]
        self.head = max(self.head, other.head)
        self.forms |= other.forms
        if other.best > self.best:
            self.best, self.where = other.best, other.where

    @property
    def titled(self) -> bool:
        return self.full[TITLE] > 0 or (self.head == 2 and self.half[TITLE] > 0)


class Tally:
    """Adds up the hits of an item, title and paragraphs one by one; then decides."""

    def __init__(self) -> None:
        self._weights: dict[str, _Weight] = {}
        self._shared: list[tuple[int, str, Hit, int]] = []
        self._persons: set[str] = set()

    def add(self, zone: int, text: str, words: Sequence[str], hits: Sequence[Hit]) -> None:
        """The hits among the words of the title (zone 0), a paragraph of the lead, or one behind it (BODY)."""
        placed = {index for hit in hits for index in range(hit.start, hit.end)} if zone == TITLE else set()
        for hit in hits:
            if not hit.form.code:
                continue
            if hit.force == NOTHING:
                self._persons.add(hit.form.code)
                continue
            head = _head(words, hit, placed) if zone == TITLE else 0
            if hit.form.kind == SHARED:
                self._shared.append((zone, text, hit, head))
            else:
                self._count(hit.form.code, zone, text, hit, head)
                before = words[hit.start - 1].lower() if hit.start else ""
                self._weights[hit.form.code].placed |= before in near.INSIDE or before in near.TOWARDS

    def decided(self, paragraphs: int) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
        """The places an item of so many paragraphs is about, and those it mentions; the weightiest first."""
        self._settle()
        subject = self._subject(paragraphs)
        ranked = sorted(self._weights, key=self._rank)
        return (
            tuple(self._found(code) for code in ranked if code in subject),
            tuple(self._found(code) for code in ranked if code not in subject),
        )

    def _count(self, code: str, zone: int, text: str, hit: Hit, head: int) -> None:
        weight = self._weights.setdefault(code, _Weight(len(self._weights)))
        if hit.force >= HALF:
            (weight.full if hit.force == FULL else weight.half)[zone] += 1
            weight.head = max(weight.head, head)
        weight.forms.add(hit.form)
        if (-zone, hit.force) > weight.best or not weight.where[1]:
            weight.best = -zone, hit.force
            weight.where = zone, text, hit.start, hit.end

    def _settle(self) -> None:
        """Gives shared forms to one place, and takes out towns of a state and persons who are called like a country."""
        for zone, text, hit, head in self._shared:
            codes = hit.form.code.split("/")
            named = [code for code in codes if code in self._weights]
            self._count(max(named, key=self._text, default=codes[0]), zone, text, hit, head)
        states = any(form.kind == STATE for weight in self._weights.values() for form in weight.forms)
        for code, weight in list(self._weights.items()):
            spelt = {" ".join(form.words).lower() for form in weight.forms}
            person = code in self._persons and not weight.count and spelt <= near.LIKE_PERSONS
            person |= spelt <= near.GIVEN_NAMES and not weight.placed and not weight.full[TITLE]
            if person:
                del self._weights[code]
            elif states and spelt == {"georgia"}:
                self._weights.setdefault("US", _Weight(weight.order)).take(self._weights.pop(code))

    def _text(self, code: str) -> float:
        return self._weights[code].text

    def _rank(self, code: str) -> tuple[int, bool, float, int]:
        weight = self._weights[code]
        return -weight.head, not weight.titled, -weight.text, weight.order

    def _subject(self, paragraphs: int) -> set[str]:
        weights = self._weights
        titled = {code for code, weight in weights.items() if weight.titled}
        heads = {code for code in titled if weights[code].head == 2}
        if heads:
            enough = max(map(self._text, heads)) / 2
            titled = heads | {code for code in titled if weights[code].led and weights[code].text >= enough}
        if not titled:
            led = any(weight.led for weight in weights.values())
            titled = {code for code, weight in weights.items() if weight.half[TITLE] and (weight.count or not led)}
        if not titled:
            return self._of_text(paragraphs)
        most = max(map(self._text, titled))
        rivals = {code for code, weight in weights.items() if weight.led and weight.count >= 3 and weight.text > most}
        return titled | rivals

    def _of_text(self, paragraphs: int) -> set[str]:
        """The subject where the title names none: of the lead, else of the text."""
        weights = self._weights
        led = {code for code, weight in weights.items() if weight.led}
        first = {code for code, weight in weights.items() if weight.full[1] or (weight.half[1] and weight.placed)}
        if first:
            led = {code for code in led if weights[code].full[1] or weights[code].count > 1} or first
        if paragraphs > SHORT_TEXT:
            led = {code for code in led if weights[code].full[1] or weights[code].count > 1}
        often = {code for code, weight in weights.items() if weight.count >= (3 if led else 2)}
        enough = max(map(self._text, led | often), default=0.0) / 2
        subject = {code for code in led | often if self._text(code) >= enough}
        return subject if len(subject) <= MOST_SUBJECTS else set()

    def _found(self, code: str) -> Found:
        zone, text, start, end = self._weights[code].where
        spans = [word.span() for word in islice(WORD.finditer(even(text)), start, end)]
        where = "title" if zone == TITLE else "text" if zone == BODY else "lead"
        return Found(code, f"“{text[spans[0][0] : spans[-1][1]]}” in the {where}")


def _head(words: Sequence[str], hit: Hit, placed: Set[int]) -> int:
    """2 where a title opens with the place and a colon or closes with it behind a bar; 1 behind "in"; else 0.

    `placed` are the words that belong to places: several may stand in front of one colon.
    """
    before, after = hit.start - 1, hit.end
    while before >= 0 and (before in placed or words[before] in _HEAD_SIGNS):
        before -= 1
    while after < len(words) and (after in placed or (words[after] in _HEAD_SIGNS and words[after] not in _HEAD_ENDS)):
        after += 1
    if before < 0 and after < len(words) and words[after] in _HEAD_ENDS and after + 1 not in placed:
        return 2
    if after == len(words) and hit.start and words[hit.start - 1] in _HEAD_ENDS:
        return 2
    return 1 if hit.start and words[hit.start - 1].lower() in near.INSIDE else 0
