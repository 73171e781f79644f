"""Reads the blog's earlier posts again when the rules or the lists are others than those that they were read by."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hrd_tui.desk.courtesy import Rest, none
from hrd_tui.documents import PostDoc
from hrd_tui.store.store import Store

if TYPE_CHECKING:
    from hrd_tui.archive.merge import ReadSignals

AT_ONCE = 50
"""Posts of one durable change."""


class Rereading:
    """The posts of one desk, as far as people and countries are found in them. `version` names rules and lists."""

    def __init__(self, store: Store, read: "ReadSignals", version: Callable[[], str]) -> None:
        self._store = store
        self._read = read
        self._version = version

    def waiting(self) -> Sequence[int]:
        """The posts that other rules or lists read, the newest first; not those of which nothing was ever read."""
        version, posts = self._version(), self._store.posts
        stale = [
            (doc.get("date", ""), id)
            for id, doc in list(posts.items())
            if doc.get("rules", "") != version and ("rules" in doc or "body" in doc)
        ]
        return [id for _, id in sorted(stale, reverse=True)]

    def run(
        self,
        ids: Sequence[int],
        stopped: Callable[[], bool] = lambda: False,
        rest: Rest = none,
        on_progress: Callable[[int], None] | None = None,
    ) -> int:
        """Finds people and countries in these posts anew; gives in how many they are others. Raises StoreError.

        Ends after the post at hand when it is `stopped`; what was read stays. `rest` is called after each post.
        """
        count = 0
        for start in range(0, len(ids), AT_ONCE):
            found: dict[int, PostDoc] = {}
            for id in ids[start : start + AT_ONCE]:
                if stopped():
                    break
                if id in self._store.posts:
                    found[id] = self._found(self._store.posts[id], id)
                rest()
            count += self._keep(found)
            if stopped():
                break
            if on_progress:
                on_progress(min(start + AT_ONCE, len(ids)))
        return count

    def _found(self, doc: PostDoc, id: int) -> PostDoc:
        """What the text tells, and of which text that is."""
        from hrd_tui.archive.merge import reading
        from hrd_tui.text.document import from_html

        url = doc.get("url", "")
        document = from_html(self._store.post_body(id), url)
        people, subject, rules = self._read(reading(doc.get("title", ""), document, url, doc.get("date", "")))
        return {"hash": doc.get("hash", ""), "people": people, "subject": subject, "rules": rules}

    def _keep(self, found: dict[int, PostDoc]) -> int:
        if not found:
            return 0
        count = 0
        with self._store.change() as change:
            for id, told in found.items():
                old: PostDoc | None = change.get("posts", id)
                if old is None or old.get("hash", "") != told["hash"]:
                    continue
                doc = {key: value for key, value in {**old, **told}.items() if value}
                if doc != old:
                    change.put("posts", id, doc)
                count += any(doc.get(key) != old.get(key) for key in ("people", "subject"))
        return count
