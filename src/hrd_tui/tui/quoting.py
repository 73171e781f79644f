"""Choosing a passage of a text: by sentences, words and paragraphs, never within a word unless by mouse. Pure."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from hrd_tui.signals.sentences import sentences

_CLOSING = "”’」』）】》〉"
# Chinese and Japanese are written without blanks: each sign is a word, with what stands behind it.
_SIGN = (
    "\u3005-\u3007\u3040-\u3096\u309d-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_WORD = re.compile(f"[{_SIGN}][\u3099\u309a、。，！？：；{_CLOSING}]*|[^\\s{_SIGN}]+")
# Full stops and question marks that only these scripts have: Chinese and Japanese, Hindi, Urdu, Arabic, Burmese, Khmer,
# Amharic, Armenian.
_STOP = re.compile(f"([。！？｡।॥۔؟။៕។።։]+[\"'»)\\]{_CLOSING}]*)\\s*")
_PARAGRAPH = re.compile(r"\S+(?:(?:[^\S\n]|\n(?!\n))+\S+)*")

Span = tuple[int, int]


class Choice:
    """A passage of a text, from `start` to `end`; at first the sentence that stands at a place.

    `growing` lets steps move the end instead of going to another sentence.
    """

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.growing = False
        self._paragraphs = [(found.start(), found.end()) for found in _PARAGRAPH.finditer(text)]
        self._sentences = [span for paragraph in self._paragraphs for span in _sentences(text, paragraph)]
        self._words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        self.start, self.end = self._sentences[_at(self._sentences, at)] if self._sentences else (0, 0)

    @property
    def passage(self) -> str:
        """The passage, character by character."""
        return self.text[self.start : self.end]

    def step(self, by: int) -> None:
        """Goes so many sentences on; while growing, moves the end by so many."""
        if not self._sentences:
            return
        last = len(self._sentences) - 1
        if self.growing:
            first, now = (_at(self._sentences, place) for place in (self.start, self.end - 1))
            place = min(max(now + by, first), last)
            self.end = self._sentences[place][1]
        else:
            place = _at(self._sentences, self.start)
            self.start, self.end = self._sentences[min(max(place + by, 0), last)]

    def move_end(self, by: int) -> None:
        """Moves the end by so many words, as far as one stays."""
        first, now = (_at(self._words, place) for place in (self.start, self.end - 1))
        if self._words:
            self.end = self._words[min(max(now + by, first), len(self._words) - 1)][1]

    def move_start(self, by: int) -> None:
        """Moves the start by so many words, as far as one stays."""
        now, last = (_at(self._words, place) for place in (self.start, self.end - 1))
        if self._words:
            self.start = self._words[min(max(now + by, 0), last)][0]

    def widen(self) -> None:
        """Takes in the whole of every paragraph that the passage is of."""
        if self._paragraphs:
            self.start = self._paragraphs[_at(self._paragraphs, self.start)][0]
            self.end = self._paragraphs[_at(self._paragraphs, self.end - 1)][1]

    def drag(self, one: int, other: int) -> None:
        """Takes what stands between two places, and the words that they are in."""
        if self._words:
            first, last = (_at(self._words, place) for place in sorted((one, other)))
            self.start, self.end = self._words[first][0], self._words[last][1]


def place(text: str, line: str, share: float) -> int:
    """Where in a text a line of it stands, of several such places the one nearest to a share of the text (0 to 1)."""
    wanted = int(share * len(text))
    words = line.strip()
    places = [found.start() for found in re.finditer(re.escape(words), text)] if words else []
    return min(places, key=lambda start: abs(start - wanted), default=wanted)


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found = []
    at = paragraph[0]
    for sentence in sentences(text[slice(*paragraph)]):
        start = text.index(sentence, at)
        at = start + len(sentence)
        for stop in _STOP.finditer(text, start, at):
            if stop.end() < at:
                found.append((start, stop.end(1)))
                start = stop.end()
        found.append((start, at))
    return found


def _at(spans: Sequence[Span], place: int) -> int:
    """The span that a place is in, or that stands before it; the first one where none does."""
    return max(0, bisect_right(spans, place, key=lambda span: span[0]) - 1)
