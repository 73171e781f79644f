"""Parsing in processes of their own: limits, crashes, cancelling, and what a worker is given."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest

from feed_fixtures import ADDRESS, NOW, item, read, rss
from hrd_tui.errors import ParseError
from hrd_tui.feeds import wire
from hrd_tui.feeds.workers import ParserPool
from hrd_tui.model import ParsedFeed

GOOD = rss(item(title="A", guid="1", link="https://x.example/a", description="<p>é</p>")).encode()
# 50,000 items take some 10 s: far beyond any deadline of these tests.
ENDLESS = rss(*(item(title=str(n)) for n in range(50_000))).encode()
MEBIBYTE = 1024**2


@pytest.fixture
async def pool() -> AsyncIterator[ParserPool]:
    async with ParserPool(workers=1, seconds=30) as started:
        yield started


async def parsed(pool: ParserPool, body: bytes = GOOD) -> ParsedFeed:
    return await pool.parse(body, ADDRESS, "text/xml", NOW)


def children() -> set[int]:
    """The processes whose parent this one is, by Linux's process files."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = folder.joinpath("stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if int(parent) == os.getpid():
            found.add(int(folder.name))
    return found


linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


async def test_a_worker_gives_what_the_parser_gives(pool: ParserPool) -> None:
    assert await parsed(pool) == read(GOOD)


@linux
async def test_a_worker_lets_the_screen_go_first(pool: ParserPool) -> None:
    own, before = os.getpriority(os.PRIO_PROCESS, 0), children()
    await parsed(pool)
    assert [os.getpriority(os.PRIO_PROCESS, child) for child in children() - before] == [min(own + 5, 19)]


@linux
async def test_an_error_of_the_parser_comes_through_and_the_worker_stays(pool: ParserPool) -> None:
    await parsed(pool)
    before = children()
    with pytest.raises(ParseError) as caught:
        await parsed(pool, b"<html><title>No \x1b[31m</title></html>")
    assert (caught.value.title, caught.value.detail) == ("not a feed: a web page", "the page is called: No")
    assert (await parsed(pool)).title == "Feed"
    assert children() == before


async def test_a_big_body_and_a_big_answer_pass(pool: ParserPool) -> None:
    body = rss(*(item(title=str(n), description="word " * 20_000) for n in range(20))).encode()
    assert len((await parsed(pool, body)).entries) == 20


@linux
async def test_no_worker_is_started_before_there_is_a_body() -> None:
    before = children()
    async with ParserPool(workers=2) as pool:
        assert children() == before
        await asyncio.gather(*(parsed(pool) for _ in range(6)))
        assert len(children() - before) == 2
    assert children() == before


async def test_a_body_that_takes_too_long_is_given_up_and_the_others_go_on() -> None:
    async with ParserPool(workers=2, seconds=0.3) as pool:
        long, *short = await asyncio.gather(
            parsed(pool, ENDLESS), *(parsed(pool) for _ in range(4)), return_exceptions=True
        )
        assert isinstance(long, ParseError)
        assert long.title == "reading it took longer than 0.3 s"
        assert [feed for feed in short if not isinstance(feed, ParsedFeed)] == []
        assert (await parsed(pool)).title == "Feed"


async def test_a_body_that_needs_too_much_memory_is_given_up() -> None:
    async with ParserPool(workers=1, memory_bytes=160 * MEBIBYTE) as pool:
        with pytest.raises(ParseError, match="reading it took more than 160 MB of memory"):
            await parsed(pool, rss(*(item(title="t" * 5000) for _ in range(6000))).encode())
        assert (await parsed(pool)).title == "Feed"


@linux
async def test_a_body_that_kills_its_worker_is_given_up_and_the_next_is_read(pool: ParserPool) -> None:
    before = children()
    await parsed(pool)
    (worker,) = children() - before
    task = asyncio.create_task(parsed(pool, ENDLESS))
    await asyncio.sleep(0)
    os.kill(worker, signal.SIGKILL)
    with pytest.raises(ParseError, match="reading it crashed the reader"):
        await task
    assert (await parsed(pool)).title == "Feed"


@linux
async def test_a_worker_that_died_idle_costs_no_body(pool: ParserPool) -> None:
    before = children()
    await parsed(pool)
    (worker,) = children() - before
    os.kill(worker, signal.SIGKILL)
    with suppress(ChildProcessError):
        await asyncio.to_thread(os.waitid, os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    for _ in range(5):
        await asyncio.sleep(0)  # a turn of the loop, which then hears of the closed pipe
    assert (await parsed(pool)).title == "Feed"


@linux
async def test_cancelling_ends_the_worker_and_the_next_body_is_read(pool: ParserPool) -> None:
    before = children()
    await parsed(pool)
    task = asyncio.create_task(parsed(pool, ENDLESS))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert children() == before
    assert (await parsed(pool)).title == "Feed"


@linux
async def test_leaving_the_pool_leaves_no_process() -> None:
    before = children()
    async with ParserPool(workers=1) as pool:
        task = asyncio.create_task(parsed(pool, ENDLESS))
        await parsed(pool)
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert children() == before


@linux
async def test_a_worker_gets_no_environment_and_ignores_ctrl_c(
    pool: ParserPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_SECRET", "x")
    before = children()
    await parsed(pool)
    (worker,) = children() - before
    given = Path(f"/proc/{worker}/environ").read_bytes().split(b"\0")
    assert {pair.partition(b"=")[0] for pair in given if pair} <= {b"PYTHONPATH", b"TZ", b"LC_CTYPE"}
    assert Path(f"/proc/{worker}/cwd").readlink() == Path("/")
    os.kill(worker, signal.SIGINT)
    assert (await parsed(pool)).title == "Feed"
    assert worker in children()


@linux
async def test_a_worker_ends_with_its_input() -> None:
    from hrd_tui.feeds import worker

    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", worker.__name__, "5", str(1024**3)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate(b"")
    assert process.returncode == 0
    assert out == wire.frame(worker.READY)


ANSWER: dict[str, Any] = {"feed": wire.document(read(GOOD))}


def test_an_answer_travels_unchanged() -> None:
    assert wire.answer(orjson.dumps(ANSWER)) == read(GOOD)


@pytest.mark.parametrize(
    "spoiled",
    [
        b"",
        b"[]",
        b"{}",
        b'{"feed": 1}',
        b'{"title": 1, "detail": ""}',
        orjson.dumps({"feed": {**ANSWER["feed"], "title": 5}}),
        orjson.dumps({"feed": {**ANSWER["feed"], "complete": 1}}),
        orjson.dumps({"feed": {**ANSWER["feed"], "ttl_minutes": True}}),
        orjson.dumps({"feed": {**ANSWER["feed"], "entries": [[]]}}),
        *(
            orjson.dumps({"feed": {**ANSWER["feed"], "entries": [{**ANSWER["feed"]["entries"][0], name: value}]}})
            for name, value in [("body", None), ("authors", "x"), ("published", "soon"), ("enclosures", [{"url": 1}])]
        ),
    ],
)
def test_an_answer_of_another_shape_is_not_let_in(spoiled: bytes) -> None:
    with pytest.raises(wire.NotAFeedFrame):
        wire.answer(spoiled)
