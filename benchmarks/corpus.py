"""Real feeds, captured from their publishers, that lie beside the checkout; served on this machine."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "corpus"
TYPES = {"json": "application/feed+json", "atom": "application/atom+xml"}


def feeds(items: int) -> dict[str, bytes]:
    """The bodies of the largest real feeds that have so many items together, by file name; empty without the corpus."""
    if not (FOLDER / "manifest.json").exists():
        return {}
    listed = json.loads((FOLDER / "manifest.json").read_text("utf-8"))["files"]
    real = [(_entries(one), one) for one in listed if one["kind"] == "real"]
    found: dict[str, bytes] = {}
    for count, one in sorted(real, key=lambda pair: pair[0], reverse=True):
        if items > 0:
            raw = (FOLDER / one["file"]).read_bytes()
            found[Path(one["file"]).name.removesuffix(".gz")] = gzip.decompress(raw) if one["gz"] else raw
            items -= count
    return found


def _entries(one: dict[str, dict[str, int]]) -> int:
    return one["expected"].get("entries", (one["feedparser"] or {}).get("n", 0))


@contextmanager
def served(bodies: dict[str, bytes]) -> Iterator[list[str]]:
    """The addresses of these feeds while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = bodies[self.path[1:]]
            self.send_response(200)
            self.send_header("Content-Type", TYPES.get(self.path.rpartition(".")[2], "application/rss+xml"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: what is served is no news."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield [f"http://127.0.0.1:{server.server_port}/{name}" for name in bodies]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
