"""A real HTTP server on loopback that serves whatever bodies a test puts on it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """Bodies by path; `requests` lists the paths asked for. A body may be replaced at any time."""

    def __init__(self) -> None:
        self.bodies: dict[str, tuple[bytes, str]] = {}
        self.requests: list[str] = []
        self.base = ""

    def put(self, path: str, body: bytes, media_type: str = "application/xml") -> str:
        """Serves a body; gives its address."""
        self.bodies[path] = (body, media_type)
        return self.base + path


@contextmanager
def served() -> Iterator[Site]:
    """A site while the block runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            site.requests.append(self.path)
            body, media_type = site.bodies.get(self.path, (b"nothing here", ""))
            self.send_response(200 if media_type else 404)
            self.send_header("Content-Type", media_type or "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
