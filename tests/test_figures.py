"""The desk in figures: counted, laid out, shown and printed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.brief import Silent
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.figures import Day, Feed, Figures
from hrd_tui.documents import ItemDoc
from hrd_tui.model import State
from hrd_tui.text.cells import width
from hrd_tui.text.dates import iso
from hrd_tui.tui.figures_layout import MOST_FEEDS, lay_out
from hrd_tui.tui.glyphs import DASH, STEPS, THICK, TWINS
from hrd_tui.tui.silent_layout import silent_feeds
from newsroom_fixtures import arrive, subscribe
from tui_fixtures import newsroom, picture, reading, shows, until

TODAY = NOW.astimezone().date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def test_what_came_in_is_counted_by_day_also_what_was_spiked(desk: Desk) -> None:
    for hours in (24 * 40, 25, 24, 1):
        last = arrive(desk, "An item", hours=hours)
    desk.decisions.set_state([last], State.SPIKED)
    figures = desk.figures(30)
    assert len(figures.days) == 30
    assert [day.came for day in figures.days[-2:]] == [2, 1]
    assert figures.came == 3


def test_decisions_count_the_items_they_changed_and_not_what_was_undone(desk: Desk) -> None:
    ids = [arrive(desk, "An item", hours=1) for _ in range(3)]
    desk.decisions.tag(ids, ["a"])
    desk.decisions.set_state(ids, State.SPIKED)
    desk.decisions.undo()
    assert desk.figures(30).days[-1] == Day(TODAY, 3, 3)


def test_a_feed_is_told_with_what_was_used_and_spiked_of_it(desk: Desk) -> None:
    ids = [arrive(desk, "An item", hours=1) for _ in range(4)]
    desk.decisions.set_state(ids[:1], State.FOLLOW_UP)
    desk.decisions.set_state(ids[1:3], State.SPIKED)
    (feed,) = desk.figures(30).feeds
    assert (feed.came, feed.used, feed.spiked) == (4, 1, 2)
    assert dict(desk.figures(30).states) == {
        "inbox": 1, "follow-up": 1, "selected": 0, "drafted": 0, "posted": 0, "spiked": 2
    }  # fmt: skip


def test_the_feed_that_brought_most_stands_first_and_older_items_are_not_read(desk: Desk) -> None:
    read: list[int] = []

    class Watched(dict[int, ItemDoc]):
        def get(self, id: int, default: object = None) -> Any:
            read.append(id)
            return super().get(id, default)

    with desk.store.change() as change:
        change.put("feeds", 2, {"url": "https://two.example/feed", "title": "Two", "added": iso(NOW)})
    for hours in (24 * 50, 24 * 40, 24 * 35, 3):
        last = arrive(desk, "An item", hours=hours)
    for number in (last + 1, last + 2):
        with desk.store.change() as change:
            change.put("items", number, {**desk.store.items[last], "feed": 2})
    desk.store.index.items = Watched(desk.store.items)
    assert [(feed.title, feed.came) for feed in desk.figures(30).feeds] == [("Two", 2), (desk.source(1), 1)]
    assert min(read) == last - 1


def figures(*came: int) -> Figures:
    days = tuple(Day(TODAY - timedelta(days=len(came) - 1 - n), count, 0) for n, count in enumerate(came))
    return Figures(days, (("inbox", sum(came)),), (Feed("[b]Feed\x1b[31m", 4, 1, 0),))


def text(told: Figures, cells: int = 80) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in lay_out(told, (), cells)]


def test_a_column_is_as_high_as_its_count() -> None:
    plot = text(figures(0, 1, 20, 40))[1:6]
    columns = list(zip(*(line[7:].ljust(16) for line in plot), strict=True))[::4]
    heights = [sum(STEPS.index(sign) + 1 for sign in column if sign != " ") for column in columns]
    assert heights == [0, 1, 20, 40]
    assert [line[:6].strip() for line in plot] == ["40", "", "", "", "0"]


def test_a_plot_that_has_no_room_for_all_days_shows_the_last_ones() -> None:
    plot = text(figures(*[0] * 60, *[40] * 30), 40)[1:6]
    assert {line[7:].replace(" ", "") for line in plot} == {STEPS[-1] * 30}


def test_bars_are_as_long_as_their_counts_and_thick_as_far_as_they_were_used() -> None:
    feeds = (Feed("A", 40, 20, 0), Feed("B", 10, 0, 0), Feed("C", 1, 1, 0))
    lines = text(replace(figures(1), feeds=feeds))
    (first,), (second,), (third,) = ([line for line in lines if line.startswith(name)] for name in "ABC")
    longest = first.count(THICK) + first.count(DASH)
    assert first.count(THICK) * 2 == longest
    assert (second.count(THICK), second.count(DASH)) == (0, round(longest / 4))
    assert (third.count(THICK), third.count(DASH)) == (1, 0)


@pytest.mark.parametrize(("came", "told"), [((1, 0, 0), "0.3"), ((9, 3), "6"), ((40, 37), "38")])
def test_the_mean_of_few_items_has_a_decimal(came: tuple[int, ...], told: str) -> None:
    assert text(figures(*came))[0] == f"Items a day  {sum(came)} in all, {told} a day"


def test_bars_begin_behind_the_widest_name_within_its_share_of_the_room() -> None:
    def begin(title: str) -> int:
        (line,) = (line for line in text(replace(figures(1), feeds=(Feed(title, 1, 1, 0),))) if line[:5] == title[:5])
        return line.index(THICK)

    assert [begin("Media"), begin("Media monitor"), begin("Media" * 20)] == [9, 14, 35]


def test_the_first_day_is_told_where_it_is_shown() -> None:
    assert text(figures(*[1] * 30), 80)[6].split() == ["3", "Jan", "1", "Feb"]
    assert text(figures(*[1] * 90), 40)[6].split() == ["1", "Feb"]


def test_feeds_behind_the_first_fifteen_are_counted() -> None:
    feeds = tuple(Feed(f"Feed {number}", 40 - number, 0, 0) for number in range(MOST_FEEDS + 2))
    lines = text(replace(figures(1), feeds=feeds))
    assert sum(line.startswith("Feed ") for line in lines) == MOST_FEEDS
    assert "and 2 more" in lines


def test_the_reason_of_a_silent_feed_goes_on_below_itself() -> None:
    silent = Silent(1, "Harbour Watch", "it was heard of last in January, and three times a week before")
    told = ["".join(piece.text for piece in line) for line in silent_feeds([silent], 50)]
    assert told[0] == "Silent feeds"
    assert told[1].startswith("! Harbour Watch  it was heard")
    assert len(told) > 2
    assert all(line.startswith(" " * 17) and line[17] != " " for line in told[2:])


@pytest.mark.parametrize("cells", [40, 56, 84, 106])
@pytest.mark.parametrize("days", [30, 90])
def test_the_figures_keep_to_their_width(cells: int, days: int) -> None:
    lines = text(figures(*range(days)), cells)
    assert max(map(width, lines)) <= cells
    assert not any("\x1b" in line for line in lines)


def test_a_plot_of_nothing_is_empty() -> None:
    assert not set("".join(text(figures(0, 0))[1:6])) & set(STEPS)


def test_every_step_of_a_column_has_an_ascii_twin() -> None:
    assert STEPS.translate(TWINS).isascii()


async def test_capital_s_shows_the_figures_and_tab_turns_to_90_days(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("d", "S")
        await until(pilot, lambda: any("12 came in, 1 decided about in 30 days" in line for line in picture(pilot.app)))
        await pilot.press("tab")
        await until(pilot, lambda: any("in 90 days" in line for line in picture(pilot.app)))


async def test_both_sheets_say_how_many_archived_items_they_leave_out(tmp_path: Path) -> None:
    one = newsroom(tmp_path)
    one.load()
    one.decisions.opened([10, 11, 12])
    one.past.move(0)
    async with reading(one, (80, 24)) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: shows(pilot.app, "3 archived items of these days are not counted."))
        assert shows(pilot.app, "9 came in")
        await pilot.press("right")
        await until(pilot, lambda: shows(pilot.app, "Coverage") and not shows(pilot.app, "9 came in"))
        assert shows(pilot.app, "3 archived items of these days are not counted.")
