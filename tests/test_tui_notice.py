"""Notices: what goes wrong, told whole and plain, for as long as it is worth."""

from pathlib import Path

import pytest

from hrd_tui.errors import HrdError
from hrd_tui.tui.notice import MOST_LINES
from signal_fixtures import BAD, HOSTILE
from tui_fixtures import newsroom, picture, reader, reading, shows, until


async def test_hostile_words_in_a_notice_are_plain(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk_screen.complain(HrdError(f"A {HOSTILE}", f"B {HOSTILE}"))
        await until(pilot, lambda: shows(pilot.app, "A [red]x[/red]") and shows(pilot.app, "B [red]x[/red]"))
        assert not any(sign in line for line in picture(pilot.app) for sign in BAD)


async def test_a_notice_leaves_room_for_the_desk(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        notice = reader(pilot).desk_screen.notice
        notice.show("Some rules could not be used", "A rule.\n" * 40)
        await until(pilot, lambda: notice.size.height == MOST_LINES + 1)


async def test_every_word_of_a_notice_has_room(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(60)]
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        reader(pilot).desk_screen.complain(HrdError("Something", " ".join(words)))
        await until(pilot, lambda: shows(pilot.app, words[-1]))
        told = {word for line in picture(pilot.app) for word in line.split()}
        assert set(words) <= told


async def test_a_notice_outlives_the_time_of_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.notice.SECONDS", 0.0)
    over: list[bool] = []
    async with reading(newsroom(tmp_path)) as pilot:
        notice = reader(pilot).desk_screen.notice
        notice.show("Before")
        notice.show("Behind", stay=True)
        notice.set_timer(0.01, lambda: over.append(True))
        await until(pilot, lambda: over)
        assert notice.said == "Behind"
