"""The limits of fetching, against servers that have none."""

import asyncio
import gzip

import pytest

import fault_server
from fault_server import FaultServer
from faults import MEGABYTE, Behaviour, Gate, body, bomb, delayed, dripping, endless, held, raw, redirect, stalled
from hrd_tui.errors import FetchError
from hrd_tui.feeds import failures
from hrd_tui.feeds.fetch import Answer, Fetcher, Limits, Request
from hrd_tui.feeds.transfer import Received

server = fault_server.server


async def failure(url: str, limits: Limits) -> FetchError:
    async with Fetcher(limits) as fetcher:
        with pytest.raises(FetchError) as caught:
            await fetcher.get(Request(url, allow_private=True))
    return caught.value


# Size


async def test_an_answer_of_just_the_limit_is_read(server: FaultServer) -> None:
    server.put("/feed", body(b"x" * 1000))
    async with Fetcher(Limits(body_bytes=1000)) as fetcher:
        assert len((await fetcher.get(Request(server.url("/feed"), allow_private=True))).body) == 1000


@pytest.mark.parametrize(
    "behaviour",
    [
        body(b"x" * 100_001),
        raw(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 100_001),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999\r\n\r\nx"),
        raw(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 1_000_000 + b"\r\n\r\n"),
        raw(b"HTTP/1.1 200 OK\r\n" + b"X: yyyyyyyy\r\n" * 100_000 + b"\r\n"),
        endless(),
        bomb(1),
        bomb(1, declared=False),
        body(gzip.compress(gzip.compress(bytes(MEGABYTE))), headers={"Content-Encoding": "gzip, gzip"}),
    ],
    ids=["length", "no-length", "promised", "header", "headers", "endless", "bomb", "undeclared-bomb", "nested-bomb"],
)
async def test_an_answer_beyond_the_limit_is_given_up(server: FaultServer, behaviour: Behaviour) -> None:
    problem = await failure(server.put("/feed", behaviour), Limits(body_bytes=100_000))
    assert problem.kind == failures.TOO_LARGE


def test_unpacked_bytes_beyond_the_limit_are_not_taken() -> None:
    received = Received(10)
    assert received.write(b"x" * 10) == 10
    assert received.write(b"x") == 0
    assert received.too_large
    assert not received.chunks


async def test_a_bomb_is_stopped_while_it_unpacks(server: FaultServer) -> None:
    import tracemalloc

    url = server.put("/feed", bomb(64))
    tracemalloc.start()
    try:
        problem = await failure(url, Limits(body_bytes=MEGABYTE))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert problem.kind == failures.TOO_LARGE
    assert most < 4 * MEGABYTE
    assert "1 MB" in problem.title


# Time


async def test_a_server_that_never_answers_is_given_up(server: FaultServer) -> None:
    problem = await failure(server.put("/feed", stalled()), Limits(idle_seconds=1, total_seconds=9))
    assert problem.kind == failures.TIMEOUT
    assert "sent nothing for 1 second" in problem.title


async def test_a_server_that_falls_silent_is_given_up(server: FaultServer) -> None:
    start = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>"
    problem = await failure(server.put("/feed", stalled(start)), Limits(idle_seconds=1, total_seconds=9))
    assert problem.kind == failures.TIMEOUT
    assert "sent nothing for 1 second" in problem.title


async def test_a_dripping_server_is_given_up_in_the_end(server: FaultServer) -> None:
    problem = await failure(server.put("/feed", dripping()), Limits(total_seconds=0.3))
    assert problem.kind == failures.TIMEOUT
    assert "within 0.3 seconds" in problem.title


async def test_redirects_do_not_buy_time(server: FaultServer) -> None:
    for number in range(4):
        server.put(f"/{number}", delayed(0.2, redirect(f"/{number + 1}")))
    server.put("/4", body(b"x"))
    problem = await failure(server.url("/0"), Limits(total_seconds=0.5))
    assert problem.kind == failures.TIMEOUT


# Turns


async def test_a_host_is_asked_twice_at_once_and_holds_no_other_up(server: FaultServer) -> None:
    gate = Gate()
    server.put("/slow", held(gate, body(b"slow")))
    server.put("/fast", body(b"fast"))
    async with Fetcher(Limits(at_once=3, per_host=2)) as fetcher:
        slow = [_asked(fetcher, server.url("/slow", "slow.localhost")) for _ in range(6)]
        await asyncio.to_thread(gate.wait_for, 2)
        fast = await asyncio.gather(*(_asked(fetcher, server.url("/fast", f"{n}.localhost")) for n in range(8)))
        assert gate.waiting == 2
        gate.open()
        await asyncio.gather(*slow)
    assert [answer.body for answer in fast] == [b"fast"] * 8
    assert gate.most == 2


async def test_no_more_are_asked_at_once_than_allowed(server: FaultServer) -> None:
    gate = Gate()
    server.put("/held", held(gate, body(b"x")))
    async with Fetcher(Limits(at_once=4, per_host=1)) as fetcher:
        asked = [_asked(fetcher, server.url("/held", f"{n}.localhost")) for n in range(10)]
        await asyncio.to_thread(gate.wait_for, 4)
        gate.open()
        await asyncio.gather(*asked)
    assert gate.most == 4


async def test_waiting_for_a_turn_costs_no_time(server: FaultServer) -> None:
    gate = Gate()
    server.put("/held", held(gate, body(b"x")))
    async with Fetcher(Limits(at_once=1, total_seconds=2.0)) as fetcher:
        first = _asked(fetcher, server.url("/held"))
        await asyncio.to_thread(gate.wait_for, 1)
        second = _asked(fetcher, server.url("/held"))
        with pytest.raises(FetchError):
            await first
        gate.open()
        assert (await second).elapsed < 2.0


async def test_a_request_that_is_called_off_gives_its_place_back(server: FaultServer) -> None:
    gate = Gate()
    server.put("/held", held(gate, body(b"late")))
    server.put("/feed", body(b"x"))
    async with Fetcher(Limits(at_once=1)) as fetcher:
        asking = _asked(fetcher, server.url("/held"))
        await asyncio.to_thread(gate.wait_for, 1)
        asking.cancel()
        assert (await _asked(fetcher, server.url("/feed"))).body == b"x"


async def test_leaving_calls_off_what_is_under_way(server: FaultServer) -> None:
    gate = Gate()
    server.put("/held", held(gate, body(b"late")))
    async with Fetcher() as fetcher:
        asking = _asked(fetcher, server.url("/held"))
        await asyncio.to_thread(gate.wait_for, 1)
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_many_hosts_at_once_all_answer(server: FaultServer) -> None:
    server.put("/feed", body(b"x"))
    async with Fetcher() as fetcher:
        answers = await asyncio.gather(*(_asked(fetcher, server.url("/feed", f"{n}.localhost")) for n in range(200)))
    assert len(answers) == len(server.requests) == 200


def _asked(fetcher: Fetcher, url: str) -> "asyncio.Task[Answer]":
    return asyncio.ensure_future(fetcher.get(Request(url, allow_private=True)))
