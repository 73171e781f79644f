"""The texts that searches look into, folded when first asked for and kept until an item changes."""

from collections.abc import Iterable

from hrd_tui.documents import FeedDoc, FetchDoc, ItemDoc, StateDoc
from hrd_tui.model import State
from hrd_tui.text import query, urls


class Texts:
    """One folded text an item: title, source, tags, note and authors."""

    def __init__(
        self,
        items: dict[int, ItemDoc],
        states: dict[int, StateDoc],
        feeds: dict[int, FeedDoc],
        fetches: dict[int, FetchDoc],
    ) -> None:
        self._items = items
        self._states = states
        self._feeds = feeds
        self._fetches = fetches
        self._known: dict[int, str] = {}

    def forget(self, ids: Iterable[int]) -> None:
        """The texts of these items are about to change."""
        if self._known:
            for id in ids:
                self._known.pop(id, None)

    def source(self, feed: int, url: str = "") -> str:
        """The editor's title of a feed, else its own, else the host of the address."""
        doc = self._feeds.get(feed, {})
        title = doc.get("title") or self._fetches.get(feed, {}).get("title")
        return title or urls.host(doc.get("url") or url)

    def __getitem__(self, id: int) -> str:
        text = self._known.get(id)
        if text is None:
            item, state = self._items[id], self._states.get(id, {})
            text = self._known[id] = query.haystack(
                item.get("title", ""),
                self.source(item.get("feed", 0), item.get("url", "")),
                state.get("tags", ()),
                state.get("note", ""),
                item.get("authors", ()),
            )
        return text

    def holding(self, text: str, ids: Iterable[int]) -> set[int]:
        """Those of the items whose text holds this one, which is folded."""
        known = self._known
        return {id for id in ids if text in (known.get(id) or self[id])}

    def row(self, id: int) -> query.Row:
        """What a query looks at beside words and signals: the row has no haystack, and nothing that they said."""
        item, state = self._items[id], self._states.get(id, {})
        feed = item.get("feed", 0)
        return query.Row(
            title=item.get("title", ""),
            source=self.source(feed, item.get("url", "")),
            feed=str(feed),
            folder=self._feeds.get(feed, {}).get("folder", ""),
            tags=tuple(state.get("tags", ())),
            note=state.get("note", ""),
            state=state.get("state", State.INBOX),
            read=state.get("read", False),
            authors=tuple(item.get("authors", ())),
            url=item.get("url", ""),
            date=item.get("sort", ""),
        )
