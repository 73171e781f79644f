"""The first filling of the views, from columns."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Set
from itertools import compress

from hrd_tui.model import State
from hrd_tui.selection.columns import APART, KEPT, MORE, READ, STATE, Columns
from hrd_tui.selection.in_force import end_of

_INBOX = State.INBOX.value
_SPIKED = State.SPIKED.value


class Entry:
    """The items by view, as sets to be kept; `apart` are those that must be entered one by one.

    `touched` items are not as the columns have them, and those of `removed` feeds only shown where something was
    decided.
    """

    def __init__(self, columns: Columns, touched: Set[int], removed: Set[int]) -> None:
        self._columns = columns
        stands, ids = columns.stands, columns.ids.tolist()
        self.apart = set(compress(ids, _where(stands, APART, APART))) | touched
        hidden = self.apart | self._hidden(removed)
        spiked = columns.states.index(_SPIKED) if _SPIKED in columns.states else -1
        self.by_state: dict[str, set[int]] = {}
        self.shown: set[int] = set()
        for place, name in enumerate(columns.states[: STATE + 1]):
            found = set(compress(ids, _where(stands, APART | STATE, place)))
            found -= hidden
            self.by_state[name] = found
            if place != spiked:
                self.shown |= found
        self.unread = set(compress(ids, _where(stands, APART | READ, 0)))
        self.unread -= hidden
        self.by_feed = self._by(columns.by_feed, columns.feed_sizes)
        minutes = self._by(columns.by_minute, columns.minute_sizes)
        self.by_minute = {columns.minute_names[place]: found for place, found in minutes.items()}
        self.by_tag = self._tagged()
        self.by_last_minute = self._ending()
        self.stories = columns.stories
        if self.apart:
            self.stories = {id: story for id, story in self.stories.items() if id not in self.apart}
        self.annotated = set(compress(ids, _where(stands, MORE, MORE)))
        self.repeats = set(compress(ids, columns.repeats)) - self.apart

    def _hidden(self, removed: Set[int]) -> set[int]:
        """The items of removed feeds about which nothing was decided."""
        if not removed:
            return set()
        columns = self._columns
        idle = _where(columns.stands, APART | STATE | KEPT, 0)
        pairs = zip(compress(columns.ids, idle), compress(columns.feeds, idle), strict=True)
        return {id for id, feed in pairs if feed in removed}

    def _by(self, ids: "array[int]", sizes: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
        """The items that are shown, of ids that stand by a value of which there are so many."""
        found: dict[int, set[int]] = {}
        shown, all_shown = self.shown, len(self.shown) == len(ids)
        begin = 0
        for value, size in sizes:
            some = set(ids[begin : begin + size])
            found[value] = some if all_shown else some & shown
            begin += size
        return found

    def _tagged(self) -> dict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for id, tags in self._columns.tags.items():
            if id in self.shown:
                for tag in tags:
                    found[tag].add(id)
        return found

    def _ending(self) -> dict[str, set[int]]:
        """The items that are shown by the minute in which the last of their deadlines is over."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for id, ends in self._columns.closings.items():
            if id in self.shown:
                last = max((end if "T" in end else end_of(end) for end in ends), default="")
                found[last[:16]].add(id)
        return found


def _where(stands: bytearray, mask: int, value: int) -> bytearray:
    """1 for each byte that has this value under the mask, else 0."""
    return stands.translate(bytes(stand & mask == value for stand in range(256)))
