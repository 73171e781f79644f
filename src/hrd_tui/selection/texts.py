"""The texts that searches look into, folded when first asked for and kept until an item changes."""

from collections.abc import Iterable, Mapping, Set
from itertools import chain

from hrd_tui.documents import FeedDoc, FetchDoc, ItemDoc, StateDoc
from hrd_tui.selection.columns import BETWEEN, Columns
from hrd_tui.text import query, urls

_FEW = 8
"""Among fewer items than one in so many, each is looked at by itself."""


class Texts:
    """One folded text an item: title, source, tags, note and authors.

    They come with the columns where these were read from a disk, for all items but those `touched` since.
    """

    def __init__(
        self,
        items: Mapping[int, ItemDoc],
        states: Mapping[int, StateDoc],
        feeds: Mapping[int, FeedDoc],
        fetches: Mapping[int, FetchDoc],
        columns: Columns,
        touched: Iterable[int] = (),
    ) -> None:
        self._items = items
        self._states = states
        self._feeds = feeds
        self._fetches = fetches
        self._columns = columns
        self._written: list[str] | None = None
        self._ids: list[int] = []
        self._asked = False
        # The items whose written text does not count; the folded ones that were made here.
        self._stale = {*touched}
        self._known: dict[int, str] = {}

    def forget(self, ids: Iterable[int]) -> None:
        """The texts of these items are about to change."""
        self._stale.update(ids)
        if self._known:
            for id in ids:
                self._known.pop(id, None)

    def warm(self) -> bool:
        """Reads the texts that were written with the columns; whether there are any."""
        if not self._asked:
            self._asked = True
            texts = self._columns.texts()
            if texts is not None:
                self._stale |= self._of_other_sources()
                self._written, self._ids = texts, self._columns.ids.tolist()
        return self._written is not None

    def unfolded(self) -> list[int]:
        """The items whose text was not written with the columns, and not asked for yet."""
        if self.warm():
            return [id for id in self._stale if id not in self._known]
        return [id for id in self._items if id not in self._known]

    def _of_other_sources(self) -> set[int]:
        """The items of feeds that were called otherwise when their texts were written."""
        known, columns = self.sources(), self._columns
        feeds = {feed for feed in known.keys() | columns.sources if known.get(feed) != columns.sources.get(feed)}
        return {id for id, feed in zip(columns.ids, columns.feeds, strict=True) if feed in feeds} if feeds else set()

    def sources(self) -> dict[int, str]:
        """The names of all feeds."""
        return {feed: self.source(feed) for feed in list(self._feeds)}

    def source(self, feed: int, url: str = "") -> str:
        """The editor's title of a feed, else its own, else the host of the address."""
        doc = self._feeds.get(feed, {})
        title = doc.get("title") or self._fetches.get(feed, {}).get("title")
        return title or urls.host(doc.get("url") or url)

    def __getitem__(self, id: int) -> str:
        text = self._known.get(id)
        if text is None and self.warm() and id not in self._stale:
            place = self._columns.place(id)
            if place is not None:
                assert self._written is not None
                return self._written[place]
        if text is None:
            item, state = self._items[id], self._states.get(id, {})
            made = query.haystack(
                item.get("title", ""),
                self.source(item.get("feed", 0), item.get("url", "")),
                state.get("tags", ()),
                state.get("note", ""),
                item.get("authors", ()),
            )
            text = self._known[id] = made.replace(BETWEEN, " ")
        return text

    def holding(self, text: str, ids: Set[int]) -> Set[int]:
        """Those of the items whose text holds this one, which is folded."""
        if not self.warm() or len(ids) * _FEW < len(self._columns.ids):
            known = self._known
            return {id for id in ids if text in (known.get(id) or self[id])}
        assert self._written is not None
        found = {id for id, one in zip(self._ids, self._written, strict=True) if text in one}
        found &= ids
        found -= self._stale
        found.update(id for id in self._stale & ids if text in self[id])
        return found

    def of(self, ids: Set[int]) -> Iterable[tuple[int, str]]:
        """The items with their texts."""
        if not self.warm() or len(ids) * _FEW < len(self._columns.ids):
            return ((id, self[id]) for id in ids)
        assert self._written is not None
        written, rest = ids - self._stale, ids & self._stale
        there = ((id, text) for id, text in zip(self._ids, self._written, strict=True) if id in written)
        return chain(there, ((id, self[id]) for id in rest))
