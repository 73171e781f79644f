"""A real HTTP server that answers as the REST API Handbook of WordPress documents it: posts, categories, tags, users.

It keeps what it is sent, checks application passwords (blanks in them do not count), and misbehaves once when told.
"""

import base64
import html
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

USER, PASSWORD = "editor", "abcd EFGH ijkl MNOP qrst UVWX"
Fields = dict[str, Any]


@dataclass
class Blog:
    """The site: posts by number, terms by kind, what was asked, and the faults still to come.

    `faults` maps (method, beginning of the path) to what is done instead of an answer: a status, "hang" (the answer
    comes when the test is over) or "hang after" (what was sent is kept, and no answer comes).
    """

    posts: dict[int, Fields] = field(default_factory=dict)
    terms: dict[str, dict[int, str]] = field(default_factory=lambda: {"categories": {1: "Uncategorized"}, "tags": {}})
    asked: list[tuple[str, str]] = field(default_factory=list)
    faults: dict[tuple[str, str], int | str] = field(default_factory=dict)
    may_write: bool = True
    pretty: bool = True
    base: str = ""
    clock: int = 0
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def writes(self) -> list[str]:
        """The paths that something was sent to."""
        return [path for method, path in self.asked if method == "POST"]

    def modified(self) -> str:
        self.clock += 1
        return f"2026-02-01T10:{self.clock // 60:02}:{self.clock % 60:02}"


class Refusal(Exception):
    """An error as WordPress answers it."""

    def __init__(self, status: int, code: str, message: str, **data: Any) -> None:
        super().__init__(code)
        self.status = status
        self.answer = {"code": code, "message": message, "data": {"status": status, **data}}


def _shown(blog: Blog, id: int) -> Fields:
    post = blog.posts[id]
    return {
        "id": id,
        "status": post["status"],
        "link": f"{blog.base}/?p={id}",
        "modified_gmt": post["modified"],
        "slug": post["slug"],
        "title": {"raw": post["title"], "rendered": html.escape(post["title"])},
        "content": {"raw": post["content"], "rendered": post["content"], "protected": False},
        "categories": post["categories"],
        "tags": post["tags"],
    }


def _save(blog: Blog, id: int | None, fields: Fields) -> tuple[int, Fields]:
    if not blog.may_write:
        raise Refusal(403, "rest_cannot_create", "Sorry, you are not allowed to create posts as this user.")
    for kind in ("categories", "tags"):
        if any(one not in blog.terms[kind] for one in fields.get(kind, [])):
            raise Refusal(400, "rest_invalid_param", f"Invalid parameter(s): {kind}")
    number = id or max(blog.posts, default=100) + 1
    known = blog.posts.get(number, {"categories": [1], "tags": [], "slug": "", "excerpt": ""})
    blog.posts[number] = {**known, **fields, "modified": blog.modified()}
    return (200 if id else 201), _shown(blog, number)


def _posts(blog: Blog, method: str, rest: list[str], query: dict[str, str], fields: Fields) -> tuple[int, Any]:
    if rest:
        id = int(rest[0])
        if id not in blog.posts or blog.posts[id]["status"] == "trash":
            raise Refusal(404, "rest_post_invalid_id", "Invalid post ID.")
        return _save(blog, id, fields) if method == "POST" else (200, _shown(blog, id))
    if method == "POST":
        return _save(blog, None, fields)
    wanted = query.get("status", "publish").split(",")
    found = [id for id, post in blog.posts.items() if post["status"] in wanted]
    return 200, [_shown(blog, id) for id in found if query.get("search", "") in blog.posts[id]["content"]]


def _terms(blog: Blog, method: str, kind: str, query: dict[str, str], fields: Fields) -> tuple[int, Any]:
    known = blog.terms[kind]
    if method == "POST":
        there = next((id for id, name in known.items() if name.lower() == fields["name"].lower()), None)
        if there is not None:
            message = "A term with the name provided already exists in this taxonomy."
            raise Refusal(400, "term_exists", message, term_id=there)
        id = max(known, default=0) + 1
        known[id] = fields["name"]
        return 201, {"id": id, "name": html.escape(fields["name"])}
    # The database holds names as HTML, and the search looks there.
    stored = {id: html.escape(name) for id, name in known.items()}
    found = [{"id": id, "name": name} for id, name in stored.items() if query.get("search", "").lower() in name.lower()]
    size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
    blog_pages = max(1, -(-len(found) // size))
    return 200, {"page": found[(page - 1) * size : page * size], "pages": blog_pages}


class Site(ThreadingHTTPServer):
    """The server of one blog."""

    daemon_threads = True

    def __init__(self, blog: Blog) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.blog = blog
        blog.base = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "Site"

    def do_HEAD(self) -> None:
        root = (
            f"{self.server.blog.base}/wp-json/"
            if self.server.blog.pretty
            else f"{self.server.blog.base}/index.php?rest_route=/"
        )
        self._send(200, b"", {"Link": f'<{root}>; rel="https://api.w.org/"', "Content-Type": "text/html"})

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def _answer(self, method: str) -> None:
        split = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(split.query).items()}
        path = query.pop("rest_route", split.path.removeprefix("/wp-json"))
        fields = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        self.server.blog.asked.append((method, path))
        fault = next((key for key in self.server.blog.faults if key[0] == method and path.startswith(key[1])), None)
        what = self.server.blog.faults.pop(fault) if fault else None
        if isinstance(what, int):
            self._send(what, b"<html>The site is experiencing technical difficulties.</html>", {})
            return
        if what == "hang":
            self.server.blog.done.wait(20)
            return
        try:
            status, answer = self._do(method, path, query, fields)
        except Refusal as refusal:
            status, answer = refusal.status, refusal.answer
        if what == "hang after":
            self.server.blog.done.wait(20)
            return
        headers = {"Content-Type": "application/json; charset=UTF-8"}
        if isinstance(answer, dict) and "pages" in answer:
            headers["X-WP-TotalPages"], answer = str(answer["pages"]), answer["page"]
        self._send(status, json.dumps(answer).encode(), headers)

    def _do(self, method: str, path: str, query: dict[str, str], fields: Fields) -> tuple[int, Any]:
        self._log_in()
        space, version, kind, *rest = [*path.strip("/").split("/"), ""][:5]
        rest = [part for part in rest if part]
        if (space, version) != ("wp", "v2") or kind not in ("posts", "categories", "tags", "users"):
            raise Refusal(404, "rest_no_route", "No route was found matching the URL and request method.")
        if kind == "users":
            return 200, {"id": 1, "name": "The <Editor>"}
        if kind == "posts":
            return _posts(self.server.blog, method, rest, query, fields)
        return _terms(self.server.blog, method, kind, query, fields)

    def _log_in(self) -> None:
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        name, _, password = base64.b64decode(given).decode().partition(":") if scheme == "Basic" else ("", "", "")
        if not name:
            raise Refusal(401, "rest_not_logged_in", "You are not currently logged in.")
        if name != USER:
            raise Refusal(401, "invalid_username", "<strong>Error:</strong> Unknown username.")
        if password.replace(" ", "") != PASSWORD.replace(" ", ""):
            raise Refusal(401, "incorrect_password", "The provided password is an invalid application password.")

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def running() -> Iterator[Blog]:
    """A blog while the block runs."""
    blog = Blog()
    server = Site(blog)
    serving = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    serving.start()
    try:
        yield blog
    finally:
        blog.done.set()
        server.shutdown()
        serving.join()
        server.server_close()
