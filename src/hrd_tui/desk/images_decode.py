"""Decoding of pictures in processes of their own, as their bytes are as hostile as those of a feed."""

import asyncio
import contextlib
import sys

from hrd_tui.desk.pixels import BROKEN, NO_PICTURE, SIDE, TOO_MANY_PIXELS, Pixels
from hrd_tui.errors import ParseError
from hrd_tui.feeds.confined import OUT_OF_MEMORY, environment

SECONDS = 15
MEMORY = 768 * 1024**2
WORKER = "hrd_tui.desk.images_worker"
_ELSEWHERE = "The browser may show it: o opens the article."
_WHY = {
    OUT_OF_MEMORY: "it takes more than the memory allowed",
    NO_PICTURE: "it is no PNG, JPEG, GIF or WebP",
    TOO_MANY_PIXELS: "it has too many pixels",
    BROKEN: "it is broken or cut off",
}


async def decode(body: bytes, seconds: float = SECONDS, memory_bytes: int = MEMORY) -> Pixels:
    """The first frame of a PNG, JPEG, GIF or WebP. Raises ParseError that says why there is none."""
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", WORKER, str(int(seconds) + 1), str(memory_bytes)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd="/",
            env=environment(),
        )
    except OSError as error:
        raise _not_shown(f"what decodes pictures does not start ({error.strerror})") from error
    try:
        async with asyncio.timeout(seconds):
            return await _ask(process, body)
    except TimeoutError as error:
        raise _not_shown(f"decoding it took longer than {seconds:g} s") from error
    except EOFError as error:
        code = await process.wait()
        raise _not_shown(_WHY.get(code, "it crashed what decodes pictures")) from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _ask(process: asyncio.subprocess.Process, body: bytes) -> Pixels:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(ConnectionError):
        process.stdin.write(body)
        await process.stdin.drain()
    process.stdin.close()
    head = await process.stdout.readexactly(8)
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")
    if not (0 < width <= SIDE and 0 < height <= SIDE):
        raise _not_shown("it led what decodes pictures astray")
    return Pixels(width, height, await process.stdout.readexactly(width * height * 3))


def _not_shown(why: str) -> ParseError:
    return ParseError(f"The picture is not shown: {why}", _ELSEWHERE)
