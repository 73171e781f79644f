"""A sentence with the days and times that stand in it, as the rules for deadlines look at it."""

import re
from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import cached_property

from hrd_tui.signals import deadline_words as words
from hrd_tui.signals.clock import Clock, clocks
from hrd_tui.signals.days import Mention, lowered, mentions
from hrd_tui.signals.zones import american

REACH = 160
"""Characters between what announces a deadline and its day."""

_BLANKS = frozenset(" \t\xa0\u202f,([*_“\"'’‘|")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_GAP = re.compile(r"[\s,(\[–—/|-]*(?:T(?=\d))?")
_WORD = re.compile(r"[^\W\d_]+")


class Prose:
    """A sentence, and the one before it in the same paragraph."""

    def __init__(self, text: str, before: str, published: date | None, *, month_first: bool) -> None:
        self.text = text
        self.low = lowered(text)
        self.before = before
        self.days = mentions(text, published, month_first=month_first or american(text))
        self._starts = [day.start for day in self.days]

    @cached_property
    def for_readers(self) -> bool:
        """Whether a call speaks, in this sentence or in the one before."""
        return bool(
            words.READER.search(self.low)
            or words.POLITE.search(self.text)
            or words.READER.search(lowered(self.before))
            or words.POLITE.search(self.before)
        )

    @cached_property
    def is_story(self) -> bool:
        """Whether it tells what powers do or what befalls somebody, and no call speaks."""
        if words.OUTRIGHT_NEWS.search(self.low):
            return True
        return not self.for_readers and bool(words.NEWS.search(self.low) or words.NEWS.search(lowered(self.before)))

    def opens(self, place: int) -> bool:
        """Whether not more than three words stand in front of a place."""
        return place <= 40 and len(self.text[:place].split()) <= 3

    def days_from(self, start: int) -> list[Mention]:
        """The next days behind a place, not more than three and within reach."""
        at = bisect_left(self._starts, start)
        return [day for day in self.days[at : at + 3] if day.start - start <= REACH]

    def day_before(self, end: int) -> Mention | None:
        """The last day that ends in front of a place."""
        at = bisect_left(self._starts, end)
        return self.days[at - 1] if at and self.days[at - 1].end <= end else None

    def back(self, start: int, end: int) -> tuple[int, Clock | None]:
        """From `end` back over fillers and times, not beyond `start`: where it stops, and the time nearest to `end`."""
        passed = None
        while end > start:
            clock = self._ending.get(end)
            if clock and clock.start >= start:
                passed = passed or clock
                end = clock.start
            elif self.text[end - 1] in _BLANKS:
                end -= 1
            else:
                word = _LAST_WORD.search(self.low, max(start, end - 16), end)
                if not word or word[0] not in words.FILLERS:
                    break
                end = word.start()
        return end, passed

    def clock(self, day: Mention) -> Clock | None:
        """The time that goes with a day: behind it, or in front of it, with nothing but fillers between."""
        behind = self._clock_behind(day)
        if behind and behind.at:
            return behind
        ahead = self.back(max(0, day.start - REACH), day.start)[1]
        if ahead and behind and not ahead.zone:
            return replace(ahead, zone=behind.zone)
        return ahead or behind

    def _clock_behind(self, day: Mention) -> Clock | None:
        at = day.end
        for _ in range(4):
            gap = _GAP.match(self.text, at)
            at = gap.end() if gap else at
            word = _WORD.match(self.low, at)
            if at in self._beginning or not word or word[0] not in words.FILLERS:
                break
            at = word.end()
        return self._beginning.get(at)

    @cached_property
    def _clocks(self) -> list[Clock]:
        """The times that are no part of a day."""
        return [clock for clock in clocks(self.text) if self._apart(clock)]

    def _apart(self, clock: Clock) -> bool:
        at = bisect_left(self._starts, clock.end)
        return at == 0 or self.days[at - 1].end <= clock.start

    @cached_property
    def _ending(self) -> dict[int, Clock]:
        return {clock.end: clock for clock in self._clocks}

    @cached_property
    def _beginning(self) -> dict[int, Clock]:
        return {clock.start: clock for clock in self._clocks}
