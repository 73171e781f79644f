"""The feeds that the desk follows: adding, finding, renaming, moving, removing, and lists of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from hrd_tui.desk import rows
from hrd_tui.desk.sync import Syncing
from hrd_tui.documents import FeedDoc
from hrd_tui.errors import FetchError, ParseError, UsageProblem
from hrd_tui.store.store import Store
from hrd_tui.text import urls
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import iso

if TYPE_CHECKING:
    from hrd_tui.desk.pull import Pulled
    from hrd_tui.feeds.opml import Outline

TITLE = "hrd subscriptions"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: ids added, ids that were there already, and a sentence for each line skipped."""

    added: tuple[int, ...]
    known: tuple[int, ...]
    skipped: tuple[str, ...]


class Subscriptions:
    """The subscriptions of one desk."""

    def __init__(self, store: Store, syncing: Syncing, now: Callable[[], datetime]) -> None:
        self._store = store
        self._syncing = syncing
        self._now = now

    def ids(self) -> list[int]:
        """The feeds that are followed, in the order of adding."""
        return [id for id, feed in self._store.feeds.items() if "removed" not in feed]

    def find(self, name: str) -> int:
        """The feed of a number, an address, or a title or a part of one. Raises UsageProblem if none or several fit."""
        if name.isdigit() and int(name) in self.ids():
            return int(name)
        wanted = name.casefold()
        titles = {id: self._title(id) for id in self.ids()}
        exact = [id for id in titles if wanted in (titles[id].casefold(), self._store.feeds[id]["url"].casefold())]
        found = exact or [id for id in titles if wanted in titles[id].casefold()]
        if not found:
            raise UsageProblem(f"No feed is called “{clean(name, line=True)}”", "hrd feeds list shows their names.")
        if len(found) > 1:
            some = ", ".join(f"{id} {titles[id]}" for id in found[:5])
            raise UsageProblem(f"“{clean(name, line=True)}” fits {len(found)} feeds", f"Name one by its number: {some}")
        return found[0]

    async def add(
        self, address: str, *, title: str = "", folder: str = "", tags: Iterable[str] = (), allow_private: bool = False
    ) -> int:
        """Subscribes to a feed, or to the feed that a site's page names, and pulls it.

        With `allow_private` a subscribed feed that was not allowed it is from now on, and stays as it is else. Raises
        FetchError where the address does not answer and ParseError where there is no feed to be found.
        """
        url = self._address(address)
        pulled_url, pulled = await self._look(url, allow_private)
        return self._subscribe(pulled_url, pulled, title, folder, tags, allow_private)

    def add_blocking(self, address: str, *, allow_private: bool = False) -> int:
        """`add` for a thread of its own."""
        import asyncio

        return asyncio.run(self.add(address, allow_private=allow_private))

    def add_unchecked(
        self, address: str, *, title: str = "", folder: str = "", tags: Iterable[str] = (), allow_private: bool = False
    ) -> int:
        """Subscribes to an address without asking it. Raises UsageProblem for one that is no web address."""
        return self._subscribe(self._address(address), None, title, folder, tags, allow_private)

    def remove(self, feed_id: int) -> None:
        """Unsubscribes. The items stay in the store; those without a decision leave the views."""
        self._alter(feed_id, {"removed": iso(self._now())})

    def rename(self, feed_id: int, title: str) -> None:
        """Gives a feed a title of the editor's; an empty one brings the feed's own back."""
        self._alter(feed_id, {"title": clean(title, line=True)})

    def move(self, feed_id: int, folder: str) -> None:
        """Puts a feed into a folder; an empty name takes it out of all."""
        self._alter(feed_id, {"folder": folder_name(folder)})

    def starter(self) -> list[tuple[str, str, str]]:
        """The subscriptions shipped with the program: folder, title, address."""
        return [(feed.folder, feed.title, feed.url) for feed in self._shipped()]

    def subscribe_starter(self, folders: Sequence[str] | None = None) -> Imported:
        """Subscribes to the shipped feeds, or to those of some folders."""
        return self._take(feed for feed in self._shipped() if folders is None or feed.folder in folders)

    def import_opml(self, data: bytes, *, allow_private: bool = False) -> Imported:
        """Subscribes to every feed of an OPML list, or of a plain list of addresses."""
        from hrd_tui.feeds import opml

        found = opml.read(data)
        taken = self._take(found.feeds, allow_private=allow_private)
        return Imported(taken.added, taken.known, tuple(found.skipped))

    def export_opml(self) -> bytes:
        """The subscriptions as OPML 2.0 with folders, titles and tags."""
        from hrd_tui.feeds import opml

        outlines = []
        for id in self.ids():
            feed = self._store.feeds[id]
            site = feed.get("site") or self._store.fetches.get(id, {}).get("site", "")
            tags = tuple(feed.get("tags", ()))
            outlines.append(opml.Outline(feed["url"], self._title(id), site, feed.get("folder", ""), tags))
        return opml.write(outlines, TITLE)

    def _shipped(self) -> "Sequence[Outline]":
        from hrd_tui.feeds import opml
        from hrd_tui.starter import starter_opml

        return opml.read(starter_opml()).feeds

    def _title(self, feed_id: int) -> str:
        return rows.feed_title(self._store.feeds[feed_id], self._store.fetches.get(feed_id, {}))

    def _address(self, address: str) -> str:
        url = urls.safe(address if "://" in address else f"https://{address.strip()}")
        if not url:
            shown = clean(address, line=True)
            raise UsageProblem(f"“{shown}” is not a web address", "It starts with https:// or http://.")
        if "@" in address.partition("://")[2].partition("/")[0]:
            raise UsageProblem(
                "The address has a name or password in it", "They would be kept in clear; leave them out."
            )
        return url

    def _by_url(self) -> dict[str, int]:
        return {feed["url"]: id for id, feed in self._store.feeds.items()}

    def _take(self, outlines: "Iterable[Outline]", *, allow_private: bool = False) -> Imported:
        added, known = [], []
        with self._store.change() as change:
            there = self._by_url()
            for outline in outlines:
                id = there.get(outline.url)
                if id is not None and "removed" not in self._store.feeds.get(id, {}):
                    known.append(id)
                    continue
                if id is None:
                    id = there[outline.url] = change.new_id("feeds")
                doc = self._doc(outline.url, outline.title, outline.folder, outline.tags, outline.site, allow_private)
                change.put("feeds", id, doc)
                added.append(id)
        return Imported(tuple(added), tuple(known), ())

    def _doc(
        self, url: str, title: str, folder: str, tags: Iterable[str], site: str = "", allow_private: bool = False
    ) -> FeedDoc:
        doc: FeedDoc = {"url": url, "added": iso(self._now())}
        if title:
            doc["title"] = clean(title, line=True)
        if site:
            doc["site"] = site
        if folder:
            doc["folder"] = folder_name(folder)
        names = [clean(tag, line=True) for tag in tags]
        if names:
            doc["tags"] = names
        if allow_private:
            doc["allow_private"] = True
        return doc

    def _subscribe(
        self, url: str, pulled: "Pulled | None", title: str, folder: str, tags: Iterable[str], allow_private: bool
    ) -> int:
        with self._store.change() as change:
            id = self._by_url().get(url)
            doc = self._doc(url, title, folder, tags, allow_private=allow_private)
            if id is None:
                id = change.new_id("feeds")
            elif "removed" not in (there := self._store.feeds[id]):
                if not allow_private or there.get("allow_private"):
                    raise UsageProblem(f"{self._title(id)} is subscribed already", f"It is feed {id}, {url}")
                doc = {**doc, **there, "allow_private": True}
            change.put("feeds", id, doc)
        if pulled:
            from random import random

            from hrd_tui.desk.pull import Pulled
            from hrd_tui.desk.settle import settle

            whole = Pulled(id, pulled.answer, pulled.body_hash, pulled.parsed)
            settle(self._store, [whole], self._now(), random, self._syncing.rules())
        return id

    def _alter(self, feed_id: int, values: FeedDoc) -> None:
        with self._store.change() as change:
            doc: FeedDoc = {**self._store.feeds[feed_id], **values}
            change.put("feeds", feed_id, {key: value for key, value in doc.items() if value})

    async def _look(self, url: str, allow_private: bool) -> "tuple[str, Pulled]":
        from hrd_tui.desk.pull import limits, pull
        from hrd_tui.feeds import discover
        from hrd_tui.feeds.fetch import Fetcher
        from hrd_tui.feeds.workers import ParserPool

        config = self._syncing.config
        pool = ParserPool(workers=1, seconds=config["sync.parse_seconds"])
        async with Fetcher(limits(config)) as fetcher, pool:
            first = await pull(0, url, {}, fetcher, pool, self._now(), allow_private=allow_private)
            if first.parsed:
                return url, first
            assert first.answer is not None
            named = discover.find(first.answer.body, first.answer.url, first.answer.headers.get("content-type", ""))
            tried = [candidate.url for candidate in named] or discover.guesses(first.answer.url)
            for candidate in tried[:9]:
                try:
                    pulled = await pull(0, candidate, {}, fetcher, pool, self._now(), allow_private=allow_private)
                except FetchError:
                    continue
                if pulled.parsed:
                    return candidate, pulled
        assert first.error is not None
        what = f"its page names {len(named)} feeds, none of which can be read" if named else "its page names no feed"
        raise ParseError(
            f"{url} is not a feed, and {what}",
            f"{first.error.title}. A page can be taken onto the desk with: hrd items add {url}",
        )


def folder_name(raw: str) -> str:
    """A folder's name: cleaned, one line."""
    return clean(raw, line=True)
