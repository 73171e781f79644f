"""The search over everything kept: its answers come from beside the screen, and late ones are dropped."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from hrd_tui.desk.desk import Desk
from hrd_tui.tui.latest import Latest
from hrd_tui.tui.listing import BEST, NEWEST, Listing
from hrd_tui.tui.room import Room


class Answer(NamedTuple):
    """What was found for a query in an order, and how many items are not indexed yet."""

    query: str
    order: str
    ids: list[int]
    missing: int


class Finding:
    """Asks the full text for what the listing looks for; `joined` is called once its answer is in the listing."""

    def __init__(self, desk: Desk, room: Room, listing: Listing, joined: Callable[[], None]) -> None:
        self._desk = desk
        self._listing = listing
        self._joined = joined
        self._latest: Latest[Answer] = Latest(room, self._found, room.complain)
        self._missing = 0

    @property
    def waits(self) -> str:
        """How many items the answer lacks because they are not indexed yet: "… indexing 3,200"; empty where none."""
        if not (self._missing and self._listing.finding and self._listing.query):
            return ""
        return f"… indexing {self._missing:,}"

    def ask(self) -> None:
        """Looks for what the listing looks for in the full text, too."""
        if self._listing.finding and self._listing.query:
            self._latest.do(partial(self._look, self._listing.query, self._listing.order))

    def turn(self) -> str:
        """Turns the order between newest and best first, and asks again; gives the new one."""
        self._listing.order = NEWEST if self._listing.order == BEST else BEST
        self._listing.forget_answer()
        self.ask()
        return self._listing.order

    def _look(self, query: str, order: str) -> Answer:
        from hrd_tui.desk.fulltext_find import find

        found = find(self._desk, query, order)
        return Answer(query, order, found.ids, found.missing)

    def _found(self, answer: Answer) -> None:
        listing = self._listing
        if listing.finding and (listing.query, listing.order) == (answer.query, answer.order):
            self._missing = answer.missing
            listing.take(answer.ids)
            self._joined()
