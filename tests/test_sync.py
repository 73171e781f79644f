"""Syncing against a server with faults: what is stored, what is tried again, and what people are told."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import fault_server
from desk_fixtures import NOW, config, desk_in, paths
from fault_server import FaultServer
from faults import Gate, body, held, redirect, status, validated
from hrd_tui.desk.desk import Desk
from hrd_tui.model import FeedResult, State, View

server = fault_server.server

FEED = (
    b"<rss version='2.0'><channel><title>Harbour Watch</title>"
    b"<item><guid>1</guid><title>One</title><description>Text</description></item></channel></rss>"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def follow(desk: Desk, url: str, title: str = "") -> int:
    return desk.subscriptions.add_unchecked(url, title=title, allow_private=True)


def only(desk: Desk) -> FeedResult:
    (result,) = desk.syncing.run().results
    return result


def test_validators_go_back_and_a_304_is_unchanged(desk: Desk, server: FaultServer) -> None:
    follow(desk, server.put("/feed", validated(FEED, '"v1"')))
    assert only(desk).status == "new"
    assert only(desk).status == "unchanged"
    assert server.requests[1].headers["if-none-match"] == '"v1"'


def test_the_same_body_without_validators_is_unchanged(desk: Desk, server: FaultServer) -> None:
    follow(desk, server.put("/feed", body(FEED)))
    assert [only(desk).status for _ in range(2)] == ["new", "unchanged"]


def test_a_failing_feed_names_itself_its_reason_and_the_next_try(desk: Desk, server: FaultServer) -> None:
    id = follow(desk, server.put("/feed", status(500)), "Harbour")
    result = only(desk)
    assert (result.status, result.title) == ("failed", "Harbour")
    feed = desk.feed(id)
    assert feed.failures == 1
    assert "500" in feed.error
    assert feed.next_try is not None
    assert feed.next_try >= NOW + timedelta(minutes=30)


def test_a_feed_that_recovers_has_no_error(desk: Desk, server: FaultServer) -> None:
    id = follow(desk, server.put("/feed", status(500)))
    only(desk)
    server.put("/feed", body(FEED))
    assert only(desk).new == 1
    assert (desk.feed(id).failures, desk.feed(id).error) == (0, "")


def test_a_host_that_was_asked_too_often_is_left_alone(desk: Desk, server: FaultServer) -> None:
    first = follow(desk, server.put("/one", status(429, {"Retry-After": "3600"})))
    second = follow(desk, server.put("/two", body(FEED)))
    desk.syncing.run([first])
    waiting = desk.syncing.run()
    assert {result.status for result in waiting.results} == {"waiting"}
    assert server.paths() == ["/one"]
    assert desk.syncing.run([second]).new == 1


def test_a_feed_that_was_removed_is_asked_no_more(desk: Desk, server: FaultServer) -> None:
    gone, kept = follow(desk, server.put("/gone", body(FEED))), follow(desk, server.put("/kept", body(FEED)))
    desk.subscriptions.remove(gone)
    assert [result.feed for result in desk.syncing.run().results] == [kept]
    assert desk.syncing.run([gone]).results == ()
    assert server.paths() == ["/kept"]


def test_only_due_feeds_are_asked(desk: Desk, server: FaultServer) -> None:
    follow(desk, server.put("/feed", body(FEED)))
    desk.syncing.run()
    assert desk.syncing.run(only_due=True).results == ()


def test_a_feed_that_is_gone_is_not_asked_again_by_itself(desk: Desk, server: FaultServer) -> None:
    id = follow(desk, server.put("/feed", status(410)))
    assert only(desk).status == "failed"
    assert only(desk).status == "waiting"
    assert len(desk.syncing.run([id]).results) == 1
    assert server.paths() == ["/feed", "/feed"]


def test_an_address_moves_after_it_led_elsewhere_for_good_three_times(desk: Desk, server: FaultServer) -> None:
    new = server.put("/new", body(FEED))
    id = follow(desk, server.put("/old", redirect(new, 301)))
    for _ in range(2):
        only(desk)
        assert desk.feed(id).url.endswith("/old")
    only(desk)
    assert desk.feed(id).url == new
    assert desk.feed(id).items == 1


def test_a_passing_redirect_moves_nothing(desk: Desk, server: FaultServer) -> None:
    id = follow(desk, server.put("/old", redirect(server.put("/new", body(FEED)), 302)))
    for _ in range(4):
        only(desk)
    assert desk.feed(id).url.endswith("/old")


def test_what_cannot_be_read_in_time_is_put_aside_until_asked_for(tmp_path: Path, server: FaultServer) -> None:
    long = b"<item><guid>%d</guid><title>Title</title><description>Some words here.</description></item>"
    feed = b"<rss version='2.0'><channel>" + b"".join(long % n for n in range(30_000)) + b"</channel></rss>"
    hasty = config(tmp_path)
    hasty = replace(hasty, values={**hasty.values, "sync.parse_seconds": 1})
    desk = Desk.open(paths(tmp_path), hasty, lambda: NOW)
    id = follow(desk, server.put("/feed", body(feed)))
    assert "longer than 1 s" in only(desk).message
    assert desk.syncing.run().seconds < 1
    assert desk.feed(id).failures == 2
    assert desk.syncing.run([id]).seconds > 1
    server.put("/feed", body(FEED))
    assert only(desk).new == 1
    desk.close()


def test_one_bad_feed_keeps_no_other_back(desk: Desk, server: FaultServer) -> None:
    for number in range(6):
        follow(desk, server.put(f"/{number}", body(FEED.replace(b">1<", b">%d<" % number))))
    follow(desk, server.put("/bad", status(503)))
    follow(desk, server.url("/", host="no-such-host.invalid"))
    report = desk.syncing.run()
    assert (report.new, report.failed) == (6, 2)


def test_progress_counts_every_feed_once(desk: Desk, server: FaultServer) -> None:
    for number in range(5):
        follow(desk, server.put(f"/{number}", body(FEED)))
    seen: list[tuple[int, int]] = []
    desk.syncing.run(on_progress=lambda progress: seen.append((progress.done, progress.total)))
    assert seen == [(number, 5) for number in range(1, 6)]


def test_a_stopped_sync_keeps_what_it_has_finished(desk: Desk, server: FaultServer) -> None:
    gate = Gate()
    fast = follow(desk, server.put("/fast", body(FEED)))
    follow(desk, server.put("/slow", held(gate, body(FEED))))
    finished = threading.Event()
    reports = []

    def run() -> None:
        reports.append(desk.syncing.run(on_progress=lambda _: finished.set()))

    thread = threading.Thread(target=run)
    thread.start()
    assert finished.wait(10)
    desk.syncing.stop()
    thread.join(10)
    gate.open()
    assert not thread.is_alive()
    assert [result.feed for result in reports[0].results] == [fast]
    assert desk.feed(fast).items == 1


def test_a_spiked_item_does_not_come_back(desk: Desk, server: FaultServer) -> None:
    follow(desk, server.put("/feed", body(FEED)))
    only(desk)
    desk.decisions.set_state(list(desk.store.items), State.SPIKED)
    server.put("/feed", body(FEED.replace(b"Text", b"Another text")))
    result = only(desk)
    assert (result.new, result.updated) == (0, 1)
    assert desk.select(View("inbox")) == []
    assert len(desk.select(View("spiked"))) == 1
