"""The demo newsroom on loopback, answering as real sites do: validators, 304, redirects and faults."""

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from xml.sax.saxutils import quoteattr

from hrd_tui.demo.blog import Blog, blog
from hrd_tui.demo.formats import FORMATS, feed
from hrd_tui.demo.sources import Source, page, sources

_BLOG = "/daybook/feed/"


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    media_type: str = "text/html; charset=utf-8"
    body: bytes = b""
    modified: str = ""
    location: str = ""

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


class DemoServer:
    """The newsroom served on a free port of 127.0.0.1 while the `with` block runs.

    What is served follows from `now` alone (an aware UTC time). Each feed answers its first `patience` requests
    as at the start and has its later stories from then on; `advance()` brings them at once, and a `patience`
    of None waits for that.
    """

    def __init__(self, now: datetime, patience: int | None = 1) -> None:
        self.base = ""
        self._patience = patience
        self.blog: Blog = blog(now)
        self._sources = sources(now)
        self._first = _answers(self._sources, now) | {_BLOG: _blog_answer(self.blog)}
        self._later = self._first | _answers(sources(now, later=True), now)
        self._asked: Counter[str] = Counter()
        self._advanced = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def feeds(self) -> list[tuple[str, str, str]]:
        """The subscriptions of the demo: address, title, folder."""
        return [(self._address(source), source.title, source.folder) for source in self._listed()]

    @property
    def site_page(self) -> str:
        """A web site nobody has subscribed to; its page names its feed."""
        return f"{self.base}/hillside/"

    @property
    def article_page(self) -> str:
        """A web page that is in no feed."""
        return f"{self.base}/ferry-inquiry/"

    @property
    def blog_feed(self) -> str:
        """The feed of the editor's own blog."""
        return self.base + _BLOG

    def opml(self) -> bytes:
        """The subscriptions as OPML 2.0, one outline a folder."""
        folders: dict[str, list[str]] = {}
        for source in self._listed():
            title, site, url = quoteattr(source.title), quoteattr(source.site), quoteattr(self._address(source))
            outline = f'      <outline type="rss" text={title} title={title} xmlUrl={url} htmlUrl={site}/>\n'
            folders.setdefault(source.folder, []).append(outline)
        body = "".join(
            f"    <outline text={quoteattr(name)}>\n{''.join(outlines)}    </outline>\n"
            for name, outlines in folders.items()
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
            f"  <head><title>A demo newsroom</title></head>\n  <body>\n{body}  </body>\n</opml>\n"
        ).encode()

    def advance(self) -> None:
        """Brings the later stories: from now on every feed has them."""
        with self._lock:
            self._advanced = True

    def _listed(self) -> list[Source]:
        return [source for source in self._sources if source.listed]

    def _address(self, source: Source) -> str:
        return self.base + (_old_path(source) if source.moved else _path(source))

    def _answer(self, path: str) -> _Answer:
        with self._lock:
            self._asked[path] += 1
            later = self._advanced or (self._patience is not None and self._asked[path] > self._patience)
        return (self._later if later else self._first).get(path, _Answer(404, body=b"<h1>Not found</h1>"))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        answer_to = self._answer

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version = "demo-newsroom"
            sys_version = ""
            disable_nagle_algorithm = True
            timeout = 30

            def do_GET(self) -> None:
                answer = answer_to(self.path.partition("?")[0])
                same = answer.status == 200 and self._is_known(answer)
                self.send_response(304 if same else answer.status)
                if answer.location:
                    self.send_header("Location", answer.location)
                if answer.status == 200:
                    self.send_header("ETag", answer.etag)
                    self.send_header("Last-Modified", answer.modified)
                if not same:
                    self.send_header("Content-Type", answer.media_type)
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if not same:
                    self.wfile.write(answer.body)

            def _is_known(self, answer: _Answer) -> bool:
                # RFC 9110, 13.1.3: If-Modified-Since counts only without If-None-Match.
                known = self.headers.get("If-None-Match")
                if known is not None:
                    return answer.etag in known
                return self.headers.get("If-Modified-Since") == answer.modified

            def log_message(self, format: str, *args: Any) -> None:
                return

        return Handler


def _path(source: Source) -> str:
    return f"/{source.slug}/{FORMATS[source.format].file}"


def _old_path(source: Source) -> str:
    return f"/old-site/{source.slug}"


def _answers(newsroom: tuple[Source, ...], now: datetime) -> dict[str, _Answer]:
    today = format_datetime(now.replace(microsecond=0), usegmt=True)
    answers = {
        f"/{name}/": _Answer(200, body=page(name, now).encode(), modified=today)
        for name in ("hillside", "ferry-inquiry")
    }
    for source in newsroom:
        answers[_path(source)] = _feed_answer(source, now)
        if source.moved:
            answers[_old_path(source)] = _Answer(301, location=_path(source))
    return answers


def _blog_answer(blog: Blog) -> _Answer:
    newest = format_datetime(blog.posts[0].published, usegmt=True)
    return _Answer(200, "application/rss+xml; charset=utf-8", blog.feed(), newest)


def _feed_answer(source: Source, now: datetime) -> _Answer:
    if source.fault == "gone":
        return _Answer(410, body=page("gone", now).encode())
    if source.fault == "challenge":
        today = format_datetime(now.replace(microsecond=0), usegmt=True)
        return _Answer(200, body=page("challenge", now).encode(), modified=today)
    newest = max(story.updated for story in source.stories)
    return _Answer(200, FORMATS[source.format].media_type, feed(source), format_datetime(newest, usegmt=True))
