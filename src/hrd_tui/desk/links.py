"""Link insurance: whether the addresses that drafts and posts cite still answer, and copies of what stands there."""

import asyncio
import gzip
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.pull import limits, private_allowed
from hrd_tui.documents import LinkDoc
from hrd_tui.errors import ConfigError, FetchError, UsageProblem
from hrd_tui.paths import private_folder
from hrd_tui.store.files import failure, replace
from hrd_tui.store.store import Store
from hrd_tui.text import urls
from hrd_tui.text.dates import from_iso, iso

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Answer, Fetcher

FRESH = timedelta(days=7)
"""An address that answered is not asked again for so long unless it is named."""

ACCEPT = "text/html, application/pdf, */*;q=0.5"
_NO_HEAD = (400, 403, 404, 405, 406, 429, 444, 500, 501, 503)
"""Answers that some sites give to HEAD alone; they are asked again with GET."""


@dataclass(frozen=True, slots=True)
class Cited:
    """An address, and the posts and drafts that cite it, by their titles."""

    url: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkState:
    """What is known of an address: `problem` is a sentence, empty where it answered; `file` is the copy kept here."""

    url: str
    checked: datetime | None = None
    problem: str = ""
    file: Path | None = None
    kept: datetime | None = None


class Links:
    """The addresses that one desk cites. Every call may raise StoreError."""

    def __init__(self, store: Store, config: Config, folder: Path, now: Callable[[], datetime]) -> None:
        """`folder` is where copies are kept."""
        self._store = store
        self._config = config
        self._folder = folder
        self._now = now

    def cited(self) -> list[Cited]:
        """Every address that drafts and earlier posts cite, drafts first."""
        found: dict[str, list[str]] = {}
        for title, addresses in (*self._of_drafts(), *self._of_posts()):
            for address in addresses:
                url = urls.safe(address)
                if url and title not in found.setdefault(url, []):
                    found[url].append(title)
        return [Cited(url, tuple(where)) for url, where in found.items()]

    def state(self, url: str) -> LinkState:
        """What is known of an address."""
        return self._told(url, self._known().get(url, (0, LinkDoc()))[1])

    def dead(self) -> Mapping[str, str]:
        """Addresses that did not answer when they were asked last, with the reason."""
        return {doc["url"]: doc["problem"] for doc in list(self._store.links.values()) if doc.get("problem")}

    def archived(self, url: str, *, allow_private: bool = False) -> str:
        """The address of the copy of a page that the web archive of the configuration has, the one nearest to now.

        Raises FetchError where it has none, or does not answer; ConfigError for a setting that is no address.
        """
        moment = self._now().strftime("%Y%m%d%H%M%S")
        setting = str(self._config["links.wayback"])
        asked = urls.safe(setting.replace("{time}", moment).replace("{url}", url))
        if not asked or "{url}" not in setting:
            raise ConfigError(f"links.wayback is no address with {{url}} in it: {setting}", "Mend: hrd config edit")

        async def ask() -> str:
            from hrd_tui.feeds.fetch import Fetcher, Request

            async with Fetcher(limits(self._config)) as fetcher:
                request = Request(asked, accept=ACCEPT, method="HEAD", allow_private=private_allowed(allow_private))
                return (await fetcher.get(request)).url

        try:
            return asyncio.run(ask())
        except FetchError as error:
            title = f"The web archive has no copy of {url}"
            raise FetchError(error.kind, title, f"{error.title}. Name a copy yourself.") from error

    def due(self, urls_: Iterable[str]) -> list[str]:
        """Those of the addresses that were not asked lately, or did not answer."""
        known = self._known()
        since = iso(self._now() - FRESH)
        old = [url for url in urls_ if known.get(url, (0, LinkDoc()))[1].get("checked", "") < since]
        return [*old, *(url for url in urls_ if url not in set(old) and known[url][1].get("problem"))]

    def check(
        self,
        addresses: Sequence[str],
        on_progress: Callable[[LinkState], None] | None = None,
        *,
        allow_private: bool = False,
    ) -> list[LinkState]:
        """Asks addresses whether they still answer, without reading what they say, and remembers it."""
        return self._each(addresses, self._ask, on_progress, allow_private)

    def save(
        self,
        addresses: Sequence[str],
        on_progress: Callable[[LinkState], None] | None = None,
        *,
        allow_private: bool = False,
    ) -> list[LinkState]:
        """Keeps a copy of each page: its words as a page of our own, and the bytes as they came, gzipped."""
        return self._each(addresses, self._keep, on_progress, allow_private)

    def _each(
        self,
        addresses: Sequence[str],
        ask: "Callable[[Fetcher, str, bool], Awaitable[LinkDoc]]",
        on_progress: Callable[[LinkState], None] | None,
        allow_private: bool,
    ) -> list[LinkState]:
        wanted = [urls.safe(address) for address in addresses]
        if "" in wanted:
            raise UsageProblem(f"“{addresses[wanted.index('')]}” is not a web address", "It starts with https://")

        async def one(fetcher: "Fetcher", url: str) -> tuple[str, LinkDoc]:
            doc: LinkDoc = {"url": url, "checked": iso(self._now())}
            try:
                doc.update(await ask(fetcher, url, private_allowed(allow_private)))
            except FetchError as error:
                doc["problem"] = error.title
            if on_progress:
                on_progress(self._told(url, doc))
            return url, doc

        async def every() -> list[tuple[str, LinkDoc]]:
            from hrd_tui.feeds.fetch import Fetcher

            async with Fetcher(limits(self._config)) as fetcher:
                return await asyncio.gather(*(one(fetcher, url) for url in dict.fromkeys(wanted)))

        return self._record(asyncio.run(every()))

    async def _ask(self, fetcher: "Fetcher", url: str, private: bool) -> LinkDoc:
        from hrd_tui.feeds.fetch import Request, StatusError

        try:
            await fetcher.get(Request(url, accept=ACCEPT, method="HEAD", allow_private=private))
        except StatusError as error:
            if error.status not in _NO_HEAD or error.challenge:
                raise
            await fetcher.get(Request(url, accept=ACCEPT, allow_private=private))
        return LinkDoc()

    async def _keep(self, fetcher: "Fetcher", url: str, private: bool) -> LinkDoc:
        from hrd_tui.feeds.fetch import Request

        answer = await fetcher.get(Request(url, accept=ACCEPT, allow_private=private))
        digest = hashlib.sha256(answer.body).hexdigest()
        now = self._now()
        file = await asyncio.to_thread(self._write, url, answer, digest, now)
        return LinkDoc(file=file.name, kept=iso(now), sha256=digest)

    def _write(self, url: str, answer: "Answer", digest: str, now: datetime) -> Path:
        from hrd_tui.copydesk import keptpage
        from hrd_tui.feeds import page
        from hrd_tui.text.document import from_html

        read = page.read(answer.body, answer.headers.get("content-type", ""), answer.url, now)
        stem = keptpage.name(url, read.title or url)
        private_folder(self._folder)
        file = self._folder / f"{stem}.html"
        text = keptpage.page(url, read.title or url, from_html(read.body, answer.url), now, digest)
        try:
            replace(self._folder / f"{stem}.raw.gz", [gzip.compress(answer.body, mtime=0)])
            replace(file, [text.encode()])
        except OSError as error:
            raise failure(f"{file} cannot be written", error) from error
        return file

    def _record(self, found: Sequence[tuple[str, LinkDoc]]) -> list[LinkState]:
        with self._store.change() as change:
            known = self._known()
            for url, doc in found:
                id, before = known.get(url) or (change.new_id("links"), LinkDoc())
                kept = {key: value for key, value in before.items() if key in ("file", "kept", "sha256")}
                change.put("links", id, {**kept, **doc})
        return [self.state(url) for url, _ in found]

    def _known(self) -> dict[str, tuple[int, LinkDoc]]:
        return {doc["url"]: (id, doc) for id, doc in list(self._store.links.items())}

    def _told(self, url: str, doc: LinkDoc) -> LinkState:
        checked, kept = doc.get("checked"), doc.get("kept")
        return LinkState(
            url,
            from_iso(checked) if checked else None,
            doc.get("problem", ""),
            self._folder / doc["file"] if doc.get("file") else None,
            from_iso(kept) if kept else None,
        )

    def _of_drafts(self) -> Iterable[tuple[str, list[str]]]:
        from hrd_tui.copydesk.drafts import from_doc

        for doc in list(self._store.drafts.values()):
            if "draft" in doc:
                draft = from_doc(doc["draft"])
                inside = [span.href for part in draft.body if not part.cut for span in part.block.spans if span.href]
                yield draft.title, [*(ref.url for ref in draft.sources), *draft.see_also, *inside]
            else:
                items = [self._store.items[id] for id in doc.get("items", []) if id in self._store.items]
                yield Path(doc.get("file", "")).name, [item["url"] for item in items if item.get("url")]

    def _of_posts(self) -> Iterable[tuple[str, list[str]]]:
        for doc in list(self._store.posts.values()):
            yield doc.get("title", doc["url"]), doc.get("sources", [])
