"""The texts that words are looked for in: all that the rows of the list tell of an item."""

from collections.abc import Iterable, Mapping

from hrd_tui.documents import FeedDoc, FetchDoc, ItemDoc, StateDoc
from hrd_tui.selection.columns import Columns
from hrd_tui.selection.folded import Folded
from hrd_tui.text import query, urls

TEXTS = "texts"
_UNDECIDED: StateDoc = {}


class Texts(Folded):
    """Title, source, tags, note and authors; written texts count no more once the feed is called otherwise."""

    def __init__(
        self,
        items: Mapping[int, ItemDoc],
        states: Mapping[int, StateDoc],
        feeds: Mapping[int, FeedDoc],
        fetches: Mapping[int, FetchDoc],
        columns: Columns,
        touched: Iterable[int] = (),
    ) -> None:
        super().__init__(TEXTS, items, columns, touched)
        self._states = states
        self._feeds = feeds
        self._fetches = fetches

    def make(self, id: int) -> str:
        item, state = self._items[id], self._states.get(id, _UNDECIDED)
        return query.haystack(
            item.get("title", ""),
            self.source(item.get("feed", 0), item.get("url", "")),
            state.get("tags", ()),
            state.get("note", ""),
            item.get("authors", ()),
        )

    def read(self) -> list[str] | None:
        texts = super().read()
        if texts is not None:
            self._stale |= self._of_other_sources()
        return texts

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
