"""Marks what was looked for, and watched words, in pieces of text: their inks get a second name behind a +.

`+hit:3` is hit number 3 of a text, counted from 0, `+watched` a watched word; inks.Inks knows what they look like.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hrd_tui.text import terms
from hrd_tui.text.watched import Watched
from hrd_tui.tui.pieces import Piece

HIT, WATCHED = "hit", "watched"
NOBODY = Watched(())
_NUMBER = re.compile(r"\[\d+\]")


class _Span(NamedTuple):
    start: int
    end: int
    mark: str


class Marking:
    """Marks the parts of one text one after the other, and counts its hits.

    With `inside` what is looked for is found inside of words, too.
    """

    def __init__(self, wanted: Iterable[str] = (), watched: Watched = NOBODY, *, inside: bool = False) -> None:
        self._wanted = terms.pattern(wanted, inside=inside)
        self._watched = watched
        self.count = 0

    def instead(self, text: str) -> "Marking":
        """Marks a text wherever it stands in place of what was looked for, and the same watched words."""
        return Marking((text,), self._watched, inside=True)

    def __bool__(self) -> bool:
        return bool(self._wanted or self._watched)

    def __call__(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces of some running text with what is to be marked in pieces of its own."""
        if not self:
            return list(pieces)
        spans = self._spans("".join(piece.text for piece in pieces if not _number(piece)))
        return list(_cut(pieces, spans)) if spans else list(pieces)

    def _spans(self, text: str) -> list[_Span]:
        hits = terms.places(text, self._wanted) if self._wanted else []
        spans = [_Span(start, end, f"{HIT}:{number}") for number, (start, end) in enumerate(hits, self.count)]
        self.count += len(hits)
        for start, end in self._watched.places(text):
            if not any(start < hit.end and hit.start < end for hit in spans[: len(hits)]):
                spans.append(_Span(start, end, WATCHED))
        return sorted(spans)


def _number(piece: Piece) -> bool:
    """Whether it is the number of a link, which is no part of the text."""
    return piece.ink == "dim" and _NUMBER.fullmatch(piece.text) is not None


def _cut(pieces: Sequence[Piece], spans: Sequence[_Span]) -> Iterable[Piece]:
    left = list(reversed(spans))
    begin = 0
    for piece in pieces:
        if _number(piece):
            yield piece
            continue
        at, end = begin, begin + len(piece.text)
        while left and left[-1].start < end:
            span = left[-1]
            if at < span.start:
                yield Piece(piece.text[at - begin : span.start - begin], piece.ink)
                at = span.start
            stop = min(span.end, end)
            yield Piece(piece.text[at - begin : stop - begin], f"{piece.ink}+{span.mark}")
            at = stop
            if span.end > end:
                break
            left.pop()
        if at < end:
            yield Piece(piece.text[at - begin :], piece.ink)
        begin = end


def plain(ink: str) -> str:
    """An ink without marks."""
    return ink.partition("+")[0]


def hit_of(piece: Piece) -> int | None:
    """The number of the hit that a piece is part of."""
    _, _, mark = piece.ink.partition(f"+{HIT}:")
    return int(mark) if mark else None
