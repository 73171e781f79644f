"""The documents of a desk with all that is kept to answer quickly what they hold, kept up with every change."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from typing import Any

from hrd_tui.documents import FetchDoc, SignalsDoc
from hrd_tui.selection.columns import APART, KEPT, Columns, annotated, columns, read_by
from hrd_tui.selection.folded import WRITTEN, Written
from hrd_tui.selection.grouping import Grouping, Together
from hrd_tui.selection.in_force import InForce
from hrd_tui.selection.order import Order
from hrd_tui.selection.texts import Texts
from hrd_tui.selection.valued import Valued
from hrd_tui.selection.views import Views

_UNREAD: SignalsDoc = {}
_AT_ONCE = 500


class Index(Views):
    """The views, and beside them the order, the texts, the stories and the values of all items, kept up by `put`.

    The tables are shared with the store.
    """

    fetches: dict[int, FetchDoc]

    def __init__(self, country: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.called: Callable[[str], Collection[str]] = lambda part: ()
        """The names of people and organisations that a part of a spelling may mean, as the editor's lists have them."""
        self.country: Callable[[str], str] = country or _shipped_country
        """The code of a country by its code or a name of it; empty for no country."""
        self.countries: Callable[[], Iterable[str]] = _shipped_countries
        """The English names of all countries."""
        self.fulltext: Callable[[str], Set[int]] = lambda text: frozenset()
        """The items whose full text holds a text."""
        self.archived = False
        """Whether its items are archived ones."""
        self.load({})

    def load(
        self, tables: dict[str, Any], known: Columns | None = None, touched: Mapping[str, Set[int]] | None = None
    ) -> None:
        """Starts anew with these tables {name: {id: document}}, and the columns of all items but those of which the
        documents were `touched` since, by the tables' names.
        """
        with self.lock:
            self._tables = tables
            self.items = tables.setdefault("items", {})
            self.states = tables.setdefault("states", {})
            self.feeds = tables.setdefault("feeds", {})
            self.fetches = tables.setdefault("fetches", {})
            self.signals = tables.setdefault("signals", {})
            others = defaultdict[str, Set[int]](set, touched or {} if known else {})
            self._touched = {*others["items"], *others["signals"]}
            self._columns = known or columns(self.items, self.states, self.signals)
            reworded = others["items"] | self._reworded(others["states"])
            if decided := others["states"] - self._touched:
                self._columns = self._columns.decided(self.states, decided)
            self._kept: dict[int, set[int]] | None = None
            self._order = Order(self.items, self._columns, others["items"])
            self.texts = Texts(self.items, self.states, self.feeds, self.fetches, self._columns, reworded)
            self.written = {name: Written(name, self.items, self._columns, others["items"]) for name in WRITTEN}
            self.in_force = InForce(self.items, self.states, self.signals)
            self.stories = Grouping(self.items, self.in_force)
            entry = self._begin(self._columns, self._touched)
            self.annotated = entry.annotated
            for id in self._touched:
                self._annotate(id, self.states.get(id))
            self.valued = Valued(self.items, self.states, self.signals, self.annotated, self._columns, entry.apart)
            self.stories.enter_all(entry.stories, entry.repeats)
            for id in entry.apart:
                self.stories.enter(id)

    def _reworded(self, decided: Set[int]) -> set[int]:
        """Those of some items about which something was decided that searches may find in other words now."""
        stand = self._columns.stand
        return {id for id in decided if stand(id) & (KEPT | APART) or any(_worded(self.states.get(id)))}

    def _annotate(self, id: int, state: Mapping[str, Any] | None) -> None:
        """Keeps `annotated`, the items whose state says more than what was read and where it stands."""
        (self.annotated.add if state and annotated(state) else self.annotated.discard)(id)

    def put(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        """Sets a document, or takes it away, in the table and in every view."""
        with self.lock:
            if table in ("items", "states", "signals"):
                regrouped = table != "states" or _overruled(self.states.get(id)) != _overruled(doc)
                if regrouped:
                    self.stories.leave(id)
                    self.valued.leave(id)
                self._leave(id)
                if table != "states":
                    self._touched.add(id)
                if table == "items" or (table == "states" and _worded(self.states.get(id)) != _worded(doc)):
                    self.texts.forget((id,))
                if table == "items":
                    for texts in self.written.values():
                        texts.forget((id,))
                    self._move(id, doc)
                if table != "signals":
                    self._annotate(id, doc if table == "states" else self.states.get(id))
                self._set(table, id, doc)
                self._enter(id)
                if regrouped:
                    self.stories.enter(id)
                    self.valued.enter(id)
            elif table in ("feeds", "fetches"):
                self._put_feed(table, id, doc)
            else:
                self._set(table, id, doc)

    def _put_feed(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        theirs = self.kept_of(id)
        turned = table == "feeds" and bool(doc and doc.get("removed")) != (id in self._removed)
        title = self.texts.source(id)
        if turned:
            for item in theirs:
                self._leave(item)
            self._removed ^= {id}
        self._set(table, id, doc)
        if turned:
            for item in theirs:
                self._enter(item)
        if self.texts.source(id) != title:
            self.texts.forget(theirs)

    def _move(self, id: int, doc: Mapping[str, Any] | None) -> None:
        known = self.items.get(id)
        self._order.move(id, known, doc)
        if self._kept is None:
            return
        if known is not None:
            self._kept[known.get("feed", 0)].discard(id)
        if doc is not None:
            self._kept.setdefault(doc.get("feed", 0), set()).add(id)

    def _by_feeds(self) -> dict[int, set[int]]:
        """Every item by its feed, made when first asked for."""
        columns, touched = self._columns, self._touched
        kept = defaultdict[int, set[int]](set)
        begin = 0
        for feed, size in columns.feed_sizes:
            kept[feed] = {*columns.by_feed[begin : begin + size]} - touched
            begin += size
        for id in touched:
            if (item := self.items.get(id)) is not None:
                kept[item.get("feed", 0)].add(id)
        return kept

    def _set(self, table: str, id: int, doc: Mapping[str, Any] | None) -> None:
        docs = self._tables.setdefault(table, {})
        if doc is None:
            docs.pop(id, None)
        else:
            docs[id] = doc

    def sort(self, id: int) -> tuple[str, int]:
        """What an item is ordered by."""
        return self._order.key(id)

    def unread_by(self, rules: str) -> tuple[set[int], set[int]]:
        """The items that no rules read as they are now, and those that other rules did; see SignalsDoc.rules."""
        with self.lock:
            known, touched = self._columns, self._touched
            mine = known.rule_names.index(rules) if rules in known.rule_names else -1
            never, others = set[int](), set[int]()
            if known.rules.count(mine) < len(known.ids):
                for id, code in zip(known.ids, known.rules, strict=True):
                    if code != mine and id not in touched:
                        (others if code else never).add(id)
            for id in touched:
                if (item := self.items.get(id)) is not None:
                    by = read_by(item, self.signals.get(id, _UNREAD))
                    if by != rules:
                        (others if by else never).add(id)
            return never, others

    def together(self, ids: Iterable[int]) -> Together:
        """The items of a list by stories; see desk.stories."""
        with self.lock:
            return self.stories.led(ids, self._order.ids())

    def order(self) -> list[int]:
        """Every item, oldest first by (sort, id); not to be altered."""
        with self.lock:
            return self._order.ids()

    def warm(self) -> None:
        """Makes ready what the first search and the first look at the deadlines need, so that they are as fast as the
        next ones; for a thread beside the screen, which has the lock in between.
        """
        with self.lock:
            unfolded = self.texts.unfolded()
            dated = [id for group in self.by_last_minute.values() for id in group.ids]
        self._in_steps(unfolded, lambda id: self.texts[id])
        self._in_steps(dated, lambda id: self.signals.get(id))

    def _in_steps(self, ids: Sequence[int], do: Callable[[int], object]) -> None:
        for start in range(0, len(ids), _AT_ONCE):
            with self.lock:
                for id in ids[start : start + _AT_ONCE]:
                    if id in self.items:
                        do(id)

    def kept_of(self, feed: int) -> Set[int]:
        """Every item of a feed that is kept, also the spiked ones and those of a removed feed."""
        with self.lock:
            if self._kept is None:
                self._kept = self._by_feeds()
            return frozenset(self._kept.get(feed, ()))


def _overruled(state: Mapping[str, Any] | None) -> Any:
    return state.get("overruled") if state else None


def _worded(state: Mapping[str, Any] | None) -> Any:
    """What searches look into of a state."""
    return (state.get("tags"), state.get("note")) if state else (None, None)


def _shipped_country(text: str) -> str:
    # The table of countries is read when one is asked for.
    from hrd_tui.signals import places

    return places.code(text)


def _shipped_countries() -> list[str]:
    from hrd_tui.signals.gazetteer import shipped

    return sorted(map(shipped().name, shipped().codes))
