"""What comes that was archived: looked up by what makes two entries one, so that it does not arrive a second time."""

from collections.abc import Iterable

from hrd_tui.documents import ItemDoc
from hrd_tui.feeds.identity import keys_of_entry
from hrd_tui.model import Entry
from hrd_tui.store.store import Store


def archived(store: Store, feed: int, entries: Iterable[Entry]) -> dict[int, ItemDoc]:
    """The archived items of a feed that these entries may be; whether they are is for feeds.update to decide.

    Where a feed has nothing new, and where nothing was ever archived, no file of the archive is read.
    Raises StoreError.
    """
    if store.past.empty:
        return {}
    from hrd_tui.store.past_keys import hashes, text_of

    wanted: list[int] = []
    for entry in entries:
        keys = keys_of_entry(entry)
        wanted += hashes(feed, keys.guid, keys.link, text_of(keys.hash))
    return {id: item for id, item in store.past.known_by(wanted).items() if item.get("feed") == feed}
