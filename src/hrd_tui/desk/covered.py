"""The archive of the editor's own blog: filling it, and looking posts up in it."""

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.evidence import SourceOf, evidence
from hrd_tui.documents import PostDoc
from hrd_tui.errors import ConfigError, UsageProblem
from hrd_tui.selection.in_force import dismissal
from hrd_tui.store.store import Store
from hrd_tui.text import urls
from hrd_tui.text.blocks import Document
from hrd_tui.text.clean import clean
from hrd_tui.text.fold import fold

if TYPE_CHECKING:
    from hrd_tui.archive.blog import Blog
    from hrd_tui.archive.merge import ReadSignals
    from hrd_tui.archive.post import Post
    from hrd_tui.desk.blogfeed import Asking
    from hrd_tui.desk.importing import Imported, Importing, OnProgress
    from hrd_tui.desk.intake import Intake
    from hrd_tui.signals.covered import Covered, EarlierPost

FEED = "feed"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier post of the blog; `why` says in words why it is named."""

    post: int
    title: str
    url: str
    date: str
    why: str = ""


class Covering:
    """The earlier posts of one desk's blog.

    `read_signals` finds the people and the countries in a post that is taken; without it they stay unknown. `source`
    names the feed of an item, `places` are names of countries.
    """

    def __init__(
        self,
        store: Store,
        config: Config,
        now: Callable[[], datetime],
        read_signals: "ReadSignals | None",
        source: SourceOf,
        places: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._store = store
        self._config = config
        self._now = now
        self._read_signals = read_signals
        self._source = source
        self._places = places
        self._lock = threading.Lock()
        self._earlier: Covered | None = None
        self._seen = 0

    @property
    def blog(self) -> "Blog":
        """The blog as the configuration names it; without an address every host is taken."""
        from hrd_tui.archive.blog import Blog

        return Blog.at(self._config["blog.address"], self._config["blog.former"])

    def import_path(self, path: Path, on_progress: "OnProgress | None" = None) -> "list[Imported]":
        """Takes a file, or all files below a folder; a file that cannot be read is told of and stops no other.

        Importing once more changes nothing. Raises StoreError, and OSError where the path cannot be looked at.
        """
        return self._importing(False, on_progress).path(path)

    def import_address(
        self, address: str, *, allow_private: bool = False, on_progress: "OnProgress | None" = None
    ) -> "list[Imported]":
        """Takes a feed, a sitemap with those it lists, or a page from the web. Raises FetchError and StoreError."""
        url = urls.safe(address)
        if not url:
            raise UsageProblem(f"“{clean(address, line=True)}” is not a web address", "It starts with https://")
        return self._importing(allow_private, on_progress).address(url)

    def sync(
        self, *, all_pages: bool = False, allow_private: bool = False, on_progress: "OnProgress | None" = None
    ) -> "Imported":
        """Takes what the blog's feed has; with `all_pages` its older pages, too.

        Raises ConfigError where blog.address is not set, FetchError, ParseError and StoreError.
        """
        import asyncio

        from hrd_tui.desk.importing import Imported

        address = self._address()
        if not address:
            raise ConfigError("The address of your blog is not known", "Set blog.address with: hrd config edit")
        imported = Imported(address, FEED)
        intake = self._intake()

        def take(posts: "Sequence[Post]") -> None:
            intake.take(posts, imported.counts)
            if on_progress:
                on_progress(imported.name, imported.counts.posts)

        imported.name = asyncio.run(self._asking(allow_private).feed(address, take, all_pages=all_pages))
        return imported

    def read_again(self, on_progress: "Callable[[int], None] | None" = None) -> int:
        """Finds people and countries in all texts anew; gives in how many posts they are others. Raises StoreError."""
        from hrd_tui.desk.rereading import Rereading

        if self._read_signals is None:
            return 0
        posts = Rereading(self._store, self._read_signals, str)
        return posts.run(sorted(self._store.posts), on_progress=on_progress)

    def nearest(self, item_id: int, *, dismissed: bool = False) -> list[Earlier]:
        """What the blog has written of an item before, the nearest first; with `dismissed` also what the editor said is
        none of it. Raises UsageProblem for no such item.
        """
        if not self._store.knows(item_id):
            raise UsageProblem(f"There is no item {item_id} on the desk", "hrd items lists them with their numbers.")
        from hrd_tui.signals.covered import LIMIT

        seen = evidence(self._store, item_id, self._store.index.in_force.found(item_id), self._source)
        blog = self.blog

        def here(url: str) -> str:
            return blog.canonical(url) if blog.owns(url) else url

        seen = seen._replace(url=here(seen.url), links=tuple(map(here, seen.links)))
        said = self._store.index.in_force.dismissed(item_id)
        found = ((match, self._store.posts.get(match.post)) for match in self._index().nearest(seen, LIMIT + len(said)))
        earlier = [
            Earlier(match.post, doc.get("title", ""), doc.get("url", ""), doc.get("date", ""), match.why)
            for match, doc in found
            if doc is not None and (dismissed or dismissal("covered", str(match.post)) not in said)
        ]
        return earlier if dismissed else earlier[:LIMIT]

    def _index(self) -> "Covered":
        """The posts to look up in, made anew when one of them changed."""
        from hrd_tui.signals.covered import Covered

        with self._lock:
            self._seen, changed = self._store.changes_after(self._seen)
            if self._earlier is None or changed.everything or changed.posts:
                self._earlier = Covered(map(self._earlier_post, list(self._store.posts)), self._places())
            return self._earlier

    def _earlier_post(self, id: int) -> "EarlierPost":
        from hrd_tui.signals.covered import EarlierPost
        from hrd_tui.signals.fingerprint import unpacked

        doc = self._store.posts[id]
        return EarlierPost(
            id,
            doc.get("title", ""),
            doc.get("canonical") or self.blog.canonical(doc.get("url", "")),
            date.fromisoformat(doc["date"]) if doc.get("date") else date.min,
            tuple(map(urls.canonical, doc.get("sources", ()))),
            tuple(doc.get("people", ())),
            tuple(doc.get("subject", ())),
            unpacked(doc.get("print", "")),
        )

    def find(self, query: str = "", *, category: str = "", tag: str = "") -> list[int]:
        """The posts in which every word of the query occurs (title, summary, address, terms, people, sources), of a
        category and of a tag, newest first.
        """
        words = fold(query).split()
        posts = {id: self._store.posts[id] for id in list(self._store.posts)}
        found = [
            id
            for id, doc in posts.items()
            if _named(category, doc.get("categories", ()))
            and _named(tag, doc.get("tags", ()))
            and (not words or _has(words, doc))
        ]
        return sorted(found, key=lambda id: (posts[id].get("date", ""), id), reverse=True)

    def get(self, post_id: int) -> PostDoc:
        """One post. Raises UsageProblem where there is none of this number."""
        doc = self._store.posts.get(post_id)
        if doc is None:
            raise UsageProblem(f"There is no post {post_id} in the archive", "hrd archive list shows their numbers.")
        return doc

    def document(self, post_id: int) -> Document:
        """The text of a post; empty where only its address is known. Raises StoreError."""
        from hrd_tui.text.document import from_html

        return from_html(self._store.post_body(post_id), self.get(post_id).get("url", ""))

    def terms(self) -> tuple[dict[str, int], dict[str, int]]:
        """The categories and the tags in use, with the number of their posts."""
        categories: dict[str, int] = {}
        tags: dict[str, int] = {}
        for id in list(self._store.posts):
            for counts, names in ((categories, "categories"), (tags, "tags")):
                for name in self._store.posts[id].get(names, ()):  # type: ignore[attr-defined]
                    counts[name] = counts.get(name, 0) + 1
        return categories, tags

    def _address(self) -> str:
        address: str = self._config["blog.address"].strip()
        return urls.safe(address if "://" in address or not address else f"https://{address}")

    def _asking(self, allow_private: bool) -> "Asking":
        from hrd_tui.desk.blogfeed import Asking

        return Asking(self._config, self._now(), allow_private)

    def _intake(self) -> "Intake":
        from hrd_tui.desk.intake import Intake

        return Intake(self._store, self.blog, self._read_signals)

    def _importing(self, allow_private: bool, on_progress: "OnProgress | None") -> "Importing":
        from hrd_tui.desk.importing import Importing

        return Importing(self._intake(), self._asking(allow_private), self._address(), on_progress)


def _named(wanted: str, names: Sequence[str]) -> bool:
    return not wanted or fold(wanted) in map(fold, names)


def _has(words: Sequence[str], doc: PostDoc) -> bool:
    lists = (doc.get("categories", ()), doc.get("tags", ()), doc.get("people", ()), doc.get("sources", ()))
    parts = (doc.get("title", ""), doc.get("summary", ""), doc.get("url", ""), *(name for one in lists for name in one))
    text = fold("\n".join(parts))
    return all(word in text for word in words)
