"""The child process that parses feeds: `python -m hrd_tui.feeds.worker SECONDS BYTES`, spoken to by `workers`.

It reads a header frame (JSON: url, content_type, now) and a body frame from standard input, and answers one frame on
standard output, until the input ends.
"""

import signal
import sys
from typing import BinaryIO

import orjson

from hrd_tui.errors import ParseError
from hrd_tui.feeds import wire
from hrd_tui.feeds.confined import OUT_OF_MEMORY, confine, own_stdout
from hrd_tui.text.dates import from_iso

READY = b"ready"
GRACE = 10
"""Seconds after its deadline at which a worker ends itself; its parent does so earlier, if it still lives."""


def main(seconds: float, memory_bytes: int) -> None:
    """Serves until standard input ends. A body that needs more memory than allowed ends the process."""
    requests, answers = sys.stdin.buffer, own_stdout()
    confine(memory_bytes)
    try:
        _serve(requests, answers, int(seconds) + GRACE)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _serve(requests: BinaryIO, answers: BinaryIO, seconds: int) -> None:
    from hrd_tui.feeds.parse import parse

    _send(answers, READY)
    while header := _receive(requests):
        body = _receive(requests)
        asked = orjson.loads(header)
        signal.alarm(seconds)
        try:
            feed = parse(body, asked["url"], asked["content_type"], from_iso(asked["now"]))
            answer: dict[str, object] = {"feed": wire.document(feed)}
        except ParseError as error:
            answer = {"title": error.title, "detail": error.detail}
        _send(answers, orjson.dumps(answer))
        signal.alarm(0)


def _receive(requests: BinaryIO) -> bytes:
    """The next frame; empty at the end of the input."""
    return requests.read(int.from_bytes(requests.read(wire.LENGTH), "big"))


def _send(answers: BinaryIO, data: bytes) -> None:
    answers.write(wire.frame(data))
    answers.flush()


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
