"""Reads files, folders and addresses into the archive of the blog."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hrd_tui.archive import folder, kind, pages, rssitems, sitemap, wxr
from hrd_tui.archive.post import Post
from hrd_tui.desk.blogfeed import Asking
from hrd_tui.desk.intake import CHUNK, Counts, Intake
from hrd_tui.desk.unpack import Data, members, opened
from hrd_tui.errors import HrdError, ParseError
from hrd_tui.feeds.decode import decode

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of a file other than a WordPress export; a sitemap may have 50 MB (sitemaps.org)."""
MOST_FILES = 50_000
MOST_SITEMAPS = 200
FEW = 3

_ENDINGS = (".md", ".markdown", ".xml", ".rss", ".atom", ".json", ".html", ".htm", ".xhtml", ".txt", ".gz", ".zip")
NOTHING = ParseError("holds no file that may hold posts", f"Looked for files that end in {', '.join(_ENDINGS)}.")
_PASSED_OVER = ("node_modules", "themes", "layouts", "_site", "public", "static", "assets")

OnProgress = Callable[[str, int], None]
"""Called with what is being read and how many of its posts are in the archive so far."""


@dataclass(slots=True)
class Imported:
    """What came of a file, or of all markdown files of a folder: `kind` is one of archive.kind.KINDS, or empty.

    `notes` are sentences about what was left out, `problem` why it could not be read, or not to its end.
    """

    name: str
    kind: str = ""
    counts: Counts = field(default_factory=Counts)
    notes: list[str] = field(default_factory=list)
    problem: HrdError | None = None


class Importing:
    """One import; what it has taken stays, whatever happens to it then."""

    def __init__(self, intake: Intake, asking: Asking, address: str, on_progress: OnProgress | None = None) -> None:
        self._intake = intake
        self._asking = asking
        self._address = address
        self._on_progress = on_progress

    def path(self, path: Path) -> list[Imported]:
        """A file, or all files below a folder that may hold posts. Raises StoreError, and OSError for the path."""
        if not path.is_dir():
            return self._files([(path.name, path)], path.name)
        name = f"{path.resolve().name}/"
        return self._files(_below(path), name) or [Imported(name, problem=NOTHING)]

    def address(self, url: str) -> list[Imported]:
        """A feed, sitemap or page of the web; the sitemaps that an index lists with it, those of its own host only.

        Raises FetchError and StoreError.
        """
        found: list[Imported] = []
        waiting = [url]
        while waiting and len(found) < MOST_SITEMAPS:
            answer = asyncio.run(self._asking.get(waiting.pop(0)))
            one = Imported(answer.url)
            found.append(one)
            with _telling(one):
                self._data(one, answer.body)
                if one.kind == kind.SITEMAP and len(found) == 1:
                    waiting += sitemap.beside(answer.body, answer.url)
                    one.notes.clear()
        return found

    def _files(self, files: Iterable[tuple[str, Path]], label: str, packed: bool = False) -> list[Imported]:
        found: list[Imported] = []
        markdown = _Markdown(Imported(label, kind.MARKDOWN))
        for name, path in files:
            one = Imported(name)
            told = False
            with _telling(one):
                told = self._file(one, path, markdown, found, packed)
            if one.problem or not told:
                found.append(one)
        self._take(markdown)
        return [markdown.told(), *found] if markdown.files else found

    def _file(self, one: Imported, path: Path, markdown: "_Markdown", found: list[Imported], packed: bool) -> bool:
        """Reads one file; whether it is told of with others, as those in a zip and the markdown of a folder are."""
        with opened(path) as data:
            one.kind = kind.of(data[: kind.HEAD])
            if one.kind == kind.ZIP:
                if packed:
                    raise ParseError("is a zip file in a zip file", "Unpack it, and import the folder.")
                inside = self._files(members(path), one.name, packed=True)
                if not inside:
                    raise ParseError("holds no file", kind.TAKEN)
                found += inside
            elif one.kind == kind.MARKDOWN and one.name != markdown.imported.name:
                markdown.add(one.name, _whole(data), self._address)
                if len(markdown.waiting) >= CHUNK:
                    self._take(markdown)
            else:
                self._data(one, data)
                return False
            return True

    def _data(self, one: Imported, data: Data) -> None:
        one.kind = one.kind or kind.of(data[: kind.HEAD])
        left_out: Counter[str] = Counter()
        posts = wxr.posts(data, left_out) if one.kind == kind.WXR else self._read(one, _whole(data))
        report = self._on_progress
        self._intake.take(posts, one.counts, (lambda count: report(one.name, count)) if report else None)
        if not (one.counts.seen or one.notes):
            one.notes.append("It holds no published post.")
        if left_out:
            counts = ", ".join(f"{name} {left_out[name]}" for name in wxr.LEFT_OUT if left_out[name])
            one.notes.append(f"Left out, as they are no published posts: {counts}.")
        if one.kind == kind.WXR and rssitems.is_cut(data):
            read = "1 post was read" if one.counts.seen == 1 else f"{one.counts.seen} posts were read"
            raise ParseError("is cut off", f"The end is missing; {read}. Export it from WordPress once more.")

    def _take(self, markdown: "_Markdown") -> None:
        self._intake.take(markdown.waiting, markdown.imported.counts)
        markdown.waiting.clear()
        if self._on_progress and markdown.files:
            self._on_progress(markdown.imported.name, markdown.imported.counts.posts)

    def _read(self, one: Imported, data: bytes) -> Sequence[Post]:
        if one.kind == kind.FEED:
            return asyncio.run(self._asking.parse(data, self._address))
        if one.kind == kind.SITEMAP:
            if further := sitemap.further(data):
                one.notes.append(f"It lists {len(further)} sitemaps; import them too, or this one by its address.")
            return sitemap.read(data)
        if one.kind == kind.MARKDOWN:
            return folder.read(data, one.name, self._address)
        if one.kind == kind.ARCHIVE_TEXT:
            data = folder.html(decode(data, "text/plain")).encode("utf-8", "replace")
        if pages.is_cut(data):
            one.notes.append("It is longer than what is read of a page; save its parts one by one.")
        return pages.read(data, self._address)


@dataclass(slots=True)
class _Markdown:
    """The markdown files of a folder, told of as one."""

    imported: Imported
    waiting: list[Post] = field(default_factory=list)
    files: int = 0
    unpublished: int = 0
    no_posts: list[str] = field(default_factory=list)

    def add(self, name: str, data: bytes, address: str) -> None:
        """Reads a file; one that is no post is only noted, as a folder may hold others."""
        self.files += 1
        try:
            posts = folder.read(data, name, address)
        except ParseError as error:
            self.no_posts.append(f"{name} {error.title}. {error.detail}")
            return
        self.unpublished += not posts
        self.waiting += posts

    def told(self) -> Imported:
        """What came of them all."""
        notes = self.imported.notes
        if self.unpublished:
            notes.append(f"{self.unpublished} of {self.files} files are not published.")
        notes += self.no_posts[:FEW]
        if more := self.no_posts[FEW:]:
            notes.append(f"And {len(more)} more files that are no posts.")
        return self.imported


@contextmanager
def _telling(one: Imported) -> Iterator[None]:
    """Keeps what goes wrong with one file from stopping the others."""
    try:
        yield
    except ParseError as error:
        one.problem = error
    except OSError as error:
        one.problem = HrdError("cannot be read", str(error.strerror or error))


def _whole(data: Data) -> bytes:
    if len(data) > MAX_BYTES:
        raise ParseError(f"is larger than {MAX_BYTES // 1024 // 1024} MB", kind.TAKEN)
    return data[:]


def _below(path: Path) -> Iterator[tuple[str, Path]]:
    """The files below a folder by their names within it; links to folders, hidden ones and those of a site's design are
    passed over.
    """
    count = 0
    for inside in sorted(path.iterdir()):
        if inside.name.startswith("."):
            continue
        if inside.is_dir():
            if inside.is_symlink() or inside.name in _PASSED_OVER:
                continue
            files = [(f"{inside.name}/{name}", file) for name, file in _below(inside)]
        else:
            files = [(inside.name, inside)] if inside.suffix.lower() in _ENDINGS else []
        for found in files:
            count += 1
            if count > MOST_FILES:
                return
            yield found
