"""What the items pane lists: a view, a query, and the items that stay although they no longer match."""

from collections.abc import Collection, Iterable
from itertools import chain

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.stories import SOURCE, Story
from hrd_tui.model import State, View
from hrd_tui.selection.grouping import Together
from hrd_tui.tui.glyphs import CLOSED, OPEN
from hrd_tui.tui.itemsigns import Place

NEWEST, BEST = "newest", "best"
INBOX = View("inbox")
ALL = View("all")


class Listing:
    """The rows in the order they are shown; nothing joins or leaves them but by `open`, `search` and `renew`.

    With `together` one row stands for each story, that of its lead, until `turn` opens it: then the story's other
    items follow, the earliest first, also those that are not of the view. `waiting` counts the items that would join
    the list, `folding` the rows that would go into the row of a story. `order` is that of a search over everything,
    `phrases` are the words that the query looks for.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view = INBOX
        self.query = ""
        self.finding = False
        self.order = NEWEST
        self.phrases: tuple[str, ...] = ()
        self.together = True
        self.ids: list[int] = []
        self.waiting = 0
        self.folding = 0
        self._answer: list[int] | None = None
        self._listed: list[int] = []
        self._kept: set[int] = set()
        self._standing: frozenset[int] | None = None  # what is listed, made when first asked for: every key asks
        self._leads: list[int] = []
        self._groups: dict[int, tuple[int, ...]] = {}
        self._opened: dict[int, Story] = {}
        self._lead_of: dict[int, int] = {}
        self._folded = 0

    def open(self, view: View) -> None:
        """Goes to a view, all of it."""
        self._show(view, "", False)

    def search(self, query: str, *, finding: bool) -> None:
        """Narrows the view to a query; `finding` looks through everything instead, from the newest item.

        Raises UsageProblem.
        """
        before = self.query
        self._show(ALL if finding else self.view, query, finding)
        if query != before:
            self.order = NEWEST

    def take(self, ids: list[int]) -> None:
        """Takes what the full text found for this search: lists a first answer; of a later one what is new waits."""
        first, self._answer = self._answer is None, ids
        if first:
            self._list(self._select(self.view, self.query, self.finding, self._kept))
        else:
            self.waiting = len(set(ids).difference(self._listed))

    def forget_answer(self) -> None:
        """The next answer of the full text is listed in place of this one."""
        self._answer = None

    def _show(self, view: View, query: str, finding: bool) -> None:
        self._answer = None
        ids = self._select(view, query, finding)
        self.phrases = _wanted(query) if query else ()
        self.view, self.query, self.finding = view, query, finding
        self._opened.clear()
        self._kept.clear()
        self._list(ids)

    def _select(self, view: View, query: str, finding: bool, kept: Collection[int] = ()) -> list[int]:
        """A search also finds what was spiked, which no view but Spiked shows."""
        if not (finding and query):
            return self._desk.select(view, query, kept)
        if self._answer is not None:
            return list(dict.fromkeys([*self._answer, *kept]))
        found = self._desk.selection().matching(query, self._desk.now())
        ids = found.ids()
        more = set(kept).difference(ids)
        return self._desk.selection().among({*ids, *more}).ids() if more else ids

    def _list(self, ids: list[int]) -> None:
        self._listed = ids
        self.waiting = 0
        self.regroup()

    def regroup(self) -> None:
        """Puts the items that are listed under the stories that they belong to now; open ones stay open."""
        self.folding = 0
        groups = self._desk.stories.within(self._listed) if self.together else Together([*self._listed], {})
        self._leads, self._groups = groups.rows, groups.several
        opened, self._opened = self._opened, {}
        for before, story in opened.items():
            lead = next((lead for lead in (before, *story.items) if lead in self._leads), None)
            if self.together and lead is not None and len((now := self._desk.stories.of(lead)).items) > 1:
                self._take_in(lead, now)
        self._lay()

    def _take_in(self, lead: int, story: Story) -> None:
        """Opens the story of a lead; rows of its other items, which came to it since they were listed, go."""
        own = set(story.items)
        for other in [other for other in self._leads if other in own and other != lead]:
            self._leads.remove(other)
            self._opened.pop(other, None)
            self._groups[lead] = (*self._groups.get(lead, (lead,)), *self._groups.pop(other, (other,)))
        self._opened[lead] = story

    def _lay(self) -> None:
        self._standing = None
        self._lead_of = {id: lead for lead, group in self._groups.items() for id in group}
        self._folded = sum(len(group) - 1 for lead, group in self._groups.items() if lead not in self._opened)
        if not self._opened:
            self.ids = self._leads
            return
        rows: list[int] = []
        for lead in self._leads:
            rows.append(lead)
            if lead in self._opened:
                below = [id for id in self._below(lead) if id != lead]
                rows += below
                self._lead_of |= dict.fromkeys(below, lead)
        self.ids = rows

    def _below(self, lead: int) -> Iterable[int]:
        return dict.fromkeys((*self._opened[lead].items, *self._groups.get(lead, ())))

    def turn(self, row: int) -> int | None:
        """Opens the story of a row, or closes it; gives the row of its lead, None where the item stands alone."""
        lead = self._lead_of.get(row, row)
        if lead in self._opened:
            del self._opened[lead]
        else:
            story = self._desk.stories.of(lead)
            if len(story.items) < 2:
                return None
            self._take_in(lead, story)
        self._lay()
        return lead

    def items(self, row: int) -> tuple[int, ...]:
        """What a decision on a row is about, its own item first: all listed items of a closed story, else the one."""
        group = () if row in self._opened else self._groups.get(row, ())
        return (row, *(id for id in group if id != row))

    @property
    def several(self) -> str:
        """How many items are listed, in words, where closed stories make these more than the rows; else ""."""
        return f"{len(self.ids) + self._folded} items" if self._folded else ""

    @property
    def ordered(self) -> str:
        """How the items stand, in words: "newest first"."""
        if own := self._desk.views.order(self.view, self.query):
            return own
        if self.finding and self.query:
            return f"{self.order} first"
        return "nearest first" if self.view.kind == "deadlines" else "newest first"

    def is_open(self, row: int) -> bool:
        """Whether a row belongs to a story that is open."""
        return self._lead_of.get(row, row) in self._opened

    def rows(self, items: Iterable[int]) -> set[int]:
        """The rows that show something of these items."""
        return {row for id in items for row in (id, self._lead_of.get(id, id))}

    def row(self, item: int) -> int | None:
        """The row in which an item is listed, its own or that of its closed story; None where it is not listed."""
        row = self._row(item)
        return row if row in self._lead_of or row in self.ids else None

    def first_row(self, items: Iterable[int]) -> int | None:
        """The row of the first of many items that is listed; None where none is."""
        listed = set(self.ids)
        return next((row for row in map(self._row, items) if row in listed), None)

    def nearest_row(self, items: Iterable[int], place: int) -> int | None:
        """The row of these items that is listed nearest to a place, the upper of two; None where none is listed."""
        rows = set(map(self._row, items))
        near = min((at for at, row in enumerate(self.ids) if row in rows), key=lambda at: abs(at - place), default=None)
        return None if near is None else self.ids[near]

    def _row(self, item: int) -> int:
        lead = self._lead_of.get(item, item)
        return item if lead in self._opened else lead

    def place(self, row: int, sources: int) -> Place:
        """Where a row stands whose story has so many sources."""
        by_days = self.view.kind == "deadlines"
        lead = self._lead_of.get(row, row)
        story = self._opened.get(lead)
        if story is None:
            several = self.together and (sources > 1 or row in self._groups)
            folded = self._groups.get(row, ())
            more = any(self._desk.is_unread(id) for id in folded if id != row)
            return Place(CLOSED if several else "", len(folded), by_days=by_days, more=more)
        member = next((member for member in story.members if member.id == row), None)
        first = next((member.id for member in story.members if member.role == SOURCE), None)
        fold = OPEN if row == lead else ""
        return Place(fold, 0, row != lead, member.role if member else "", row == first, by_days)

    def keep(self, ids: Collection[int]) -> None:
        """Lets those of the items that are listed stay in the list whatever becomes of them."""
        self._kept |= set(ids) - self.missing(ids)

    def missing(self, ids: Collection[int]) -> set[int]:
        """Those of the items that are not listed."""
        if self._standing is None:
            self._standing = frozenset(chain(self._listed, self.ids))
        return set(ids) - self._standing

    def bring(self, ids: Collection[int]) -> bool:
        """Renews the list where it misses some of the items although they are of the view; tells whether it did."""
        missing = self.missing(ids)
        joins = bool(missing) and not missing.isdisjoint(self._select(self.view, self.query, self.finding))
        if joins:
            self.renew()
        return joins

    def gone(self, ids: Iterable[int]) -> set[int]:
        """Those of the items that a decision took out of the view: they only still stand here, or in an open story.

        A search over everything has no such items.
        """
        if self.finding and self.query:
            return set()
        off = set(ids).difference(self._desk.select(self.view))
        known, by_state = self._desk.decisions.known, self.view.kind in set(State)
        return {id for id in off if by_state or known(id).get("state", State.INBOX) != State.INBOX}

    def renew(self, *, keep: bool = True) -> None:
        """Selects again: what waits joins, and what was decided leaves unless it is to be kept."""
        if not keep:
            self._kept.clear()
        self._list(self._select(self.view, self.query, self.finding, self._kept))

    def count_waiting(self) -> None:
        """Counts what a renewal would add and fold."""
        self.waiting = len(set(self._select(self.view, self.query, self.finding)).difference(self._listed))
        now = len(self._desk.stories.within(self._listed)) if self.together else len(self._leads)
        self.folding = max(0, len(self._leads) - now)

    def next_unread(self, start: int, way: int) -> int | None:
        """The place of the next row after `start` (before it with a way of -1) whose item is unread, undecided here.

        Of a closed story that is its lead: opening the row reads no other, and it would be come back to for ever.
        """
        index = start + way
        while 0 <= index < len(self.ids):
            if self._is_unread(self.ids[index]):
                return index
            index += way
        return None

    def _is_unread(self, item: int) -> bool:
        if not self._desk.is_unread(item):
            return False
        return item not in self._kept or self._desk.row(item).state == State.INBOX


def _wanted(query: str) -> tuple[str, ...]:
    from hrd_tui.desk.fulltext_find import wanted

    return wanted(query)
