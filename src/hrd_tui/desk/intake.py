"""Takes posts into the archive, some hundred to a durable change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from hrd_tui.archive.blog import Blog
from hrd_tui.archive.merge import Archive, Arrival, ReadSignals, length
from hrd_tui.archive.post import Post
from hrd_tui.documents import PostDoc
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store

CHUNK = 200
"""Posts of one change. What is taken stays when the program is killed, and importing once more goes on from there."""


@dataclass(slots=True)
class Counts:
    """What became of posts: `foreign` are of another site, `homeless` have no address and are not known."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    foreign: int = 0
    homeless: int = 0

    @property
    def posts(self) -> int:
        """Those that are in the archive now."""
        return self.new + self.updated + self.unchanged

    @property
    def seen(self) -> int:
        """Those that came at all."""
        return self.posts + self.foreign + self.homeless


class Intake:
    """The archive as it grows; other processes may write to it meanwhile."""

    def __init__(self, store: Store, blog: Blog, read_signals: ReadSignals | None) -> None:
        self._store = store
        self._blog = blog
        self._read_signals = read_signals
        self._seen = store.version
        self._archive = Archive(blog, self._known())
        self._words: dict[int, int] = {}

    def take(self, posts: Iterable[Post], counts: Counts, on_progress: Callable[[int], None] | None = None) -> None:
        """Adds posts and brings known ones up to date, counting them. Raises StoreError, and what `posts` raises."""
        coming = iter(posts)
        while chunk := list(islice(coming, CHUNK)):
            arrivals = [Arrival(post, self._blog, self._read_signals) for post in chunk if self._ours(post, counts)]
            for arrival in arrivals:
                # Texts are read before the lock is taken: a decision on the screen must not wait for them.
                self._archive.decide(self._archive.find(arrival), arrival, self._length)
            with self._store.change() as change:
                self._catch_up()
                for arrival in arrivals:
                    self._put(change, arrival, counts)
            if on_progress:
                on_progress(counts.posts)

    def _ours(self, post: Post, counts: Counts) -> bool:
        foreign = bool(post.url and self._blog.host) and not self._blog.owns(post.url)
        counts.foreign += foreign
        return not foreign

    def _catch_up(self) -> None:
        """Takes over what others wrote since the last look."""
        self._seen, changed = self._store.changes_after(self._seen)
        if changed.everything or any(id not in self._store.posts for id in changed.posts):
            self._archive = Archive(self._blog, self._known())
            self._words.clear()
            return
        for id in changed.posts:
            if self._archive.put(id, self._store.posts[id]):
                self._words.pop(id, None)

    def _put(self, change: Change, arrival: Arrival, counts: Counts) -> None:
        id = self._archive.find(arrival)
        if id is None and not arrival.post.url:
            counts.homeless += 1
            return
        old = None if id is None else change.get("posts", id)
        doc, richer = self._archive.decide(id, arrival, self._length)
        if old == doc:
            counts.unchanged += 1
        else:
            counts.new += old is None
            counts.updated += old is not None
            id = id or change.new_id("posts")
            if richer:
                doc["body"] = change.body(arrival.post.body)
                self._words[id] = arrival.words
            change.put("posts", id, doc)
        assert id is not None
        self._archive.put(id, change.get("posts", id), arrival.keys)

    def _length(self, id: int) -> int:
        if id not in self._words:
            from hrd_tui.text.document import from_html

            self._words[id] = length(from_html(self._store.post_body(id), ""))
        return self._words[id]

    def _known(self) -> dict[int, PostDoc]:
        return {id: self._store.posts[id] for id in list(self._store.posts)}
