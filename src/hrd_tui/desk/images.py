"""The pictures of articles: which there are, whose hosts may be asked for them, and how one is loaded."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.pull import limits, private_allowed
from hrd_tui.errors import ConfigError, FetchError, UsageProblem
from hrd_tui.paths import private_folder
from hrd_tui.store import files
from hrd_tui.store.store import Store
from hrd_tui.text import pictures, urls
from hrd_tui.text.pictures import Picture

if TYPE_CHECKING:
    from hrd_tui.desk.pixels import Pixels

FILE = "image-hosts.txt"
HEAD = "# Hosts asked for pictures without a question, one a line. Take a line out to be asked again.\n"
MEGABYTES = 5
"""The largest file of a picture that is read."""
SECONDS = 20
ACCEPT = "image/webp, image/png, image/jpeg, image/gif"


def missing() -> UsageProblem | None:
    """What to do where the library that decodes pictures is not installed."""
    if find_spec("PIL"):
        return None
    from hrd_tui.extras import install

    return UsageProblem("Pictures need a library that is not installed", f"Install it with: {install('images')}")


class Images:
    """The pictures of the items of one desk. They are kept nowhere; hosts that may always be asked are in FILE."""

    def __init__(self, store: Store, config: Config, folder: Path) -> None:
        self._store = store
        self._config = config
        self._folder = folder

    @property
    def file(self) -> Path:
        """The hosts that the editor always allows, one a line."""
        return self._folder / FILE

    def of(self, item_id: int) -> Sequence[Picture]:
        """The pictures that an item's text names, then those its feed attaches, at most pictures.MOST."""
        doc = self._store.items.get(item_id)
        if doc is None and (archived := self._store.past.get(item_id)):
            doc = archived.item
        if doc is None:
            return ()
        body = self._store.body(item_id)
        found = {one.url: one for one in pictures.of_html(body, doc.get("url", ""))} if body else {}
        for enclosure in doc.get("enclosures", ()):
            address = urls.safe(enclosure["url"])
            if address and enclosure.get("type", "").startswith("image/"):
                found.setdefault(address, Picture(address))
        return list(found.values())[: pictures.MOST]

    def allowed(self) -> set[str]:
        """The hosts that need no question: those of FILE and of the configuration. Raises ConfigError."""
        return self._kept() | {host.strip().lower() for host in self._config["images.allowed"]}

    def allow(self, host: str) -> None:
        """Allows a host from now on, durably. Raises ConfigError where that cannot be written."""
        if host not in self._kept():
            self._write(f"{self._text() or HEAD}{host}\n")

    def forbid(self, host: str) -> bool:
        """Takes it back, durably; False where the configuration allows it still. Raises ConfigError."""
        if host in self._kept():
            self._write("".join(line for line in self._text().splitlines(keepends=True) if _named(line) != host))
        return host not in self.allowed()

    def load(self, picture: Picture, hosts: Collection[str], *, private: bool = False) -> "Pixels":
        """Asks for a picture and decodes it; no host is asked but these, wherever redirects lead.

        Raises FetchError and ParseError.
        """
        if picture.host not in hosts:
            raise UsageProblem(f"{picture.host} was not allowed to be asked", "i asks again.")
        return asyncio.run(self._load(picture.url, frozenset(hosts), private))

    async def _load(self, url: str, hosts: frozenset[str], private: bool) -> "Pixels":
        from hrd_tui.desk.images_decode import decode
        from hrd_tui.feeds.failures import TOO_LARGE
        from hrd_tui.feeds.fetch import Fetcher, Request

        bounds = limits(self._config)
        bounds = replace(bounds, body_bytes=MEGABYTES * 1024**2, total_seconds=min(SECONDS, bounds.total_seconds))
        async with Fetcher(bounds) as fetcher:
            try:
                answer = await fetcher.get(
                    Request(url, accept=ACCEPT, allow_private=private_allowed(private), hosts=hosts)
                )
            except FetchError as error:
                if error.kind != TOO_LARGE:
                    raise
                raise FetchError(error.kind, error.title, "Larger pictures are not read.") from error
        return await decode(answer.body)

    def _text(self) -> str:
        try:
            return self.file.read_text("utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{self.file} cannot be read", f"{error}. Mend it with an editor.") from error

    def _kept(self) -> set[str]:
        return {host for line in self._text().splitlines() if (host := _named(line))}

    def _write(self, text: str) -> None:
        try:
            private_folder(self._folder)
            files.replace(self.file, [text.encode("utf-8")])
        except OSError as error:
            raise ConfigError(f"{self.file} cannot be written", f"{error}. The answer holds for this time.") from error


def _named(line: str) -> str:
    return line.partition("#")[0].strip().lower()
