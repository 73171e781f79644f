"""Signals are read beside the screen, which stays as it is meanwhile."""

import asyncio
from pathlib import Path

import pytest

from hrd_tui.errors import StoreError
from hrd_tui.paths import locate
from signal_fixtures import BODY
from tui_fixtures import desk, item, picture, reader, reading, shows, stock, stocked, until


async def test_what_was_not_read_yet_is_read_beside_the_screen(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="Vacancy: programme officer in Kenya")}, body=BODY, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Vacancy · Kenya"))


async def test_rows_stay_when_their_signals_arrive(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    text = "<p>Applications must be submitted by 6 February 2026.</p>"
    stock(paths, {number: item(number, title=f"Call {number}") for number in range(1, 4)}, body=text, read=False)
    async with reading(desk(paths)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: sum(" 5d" in line for line in picture(pilot.app)) == 3)
        assert reader(pilot).desk_screen.current == 2


async def test_keys_are_taken_while_two_thousand_items_are_read(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {number: item(number, title=f"Title {number} of Kenya") for number in range(1, 2001)}, read=False)
    async with reading(desk(paths)) as pilot:
        screen, signals = reader(pilot).desk_screen, reader(pilot).desk.store.signals
        while not signals:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        # A press itself ends when the whole program is at rest, which is not before all is read.
        presses = []
        for step in range(1, 21):
            presses.append(asyncio.create_task(pilot.press("j")))
            while screen.items.cursor != step:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        assert len(signals) < 2000
        await asyncio.gather(*presses)


async def test_the_top_line_tells_how_far_the_reading_is_when_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.LONG", 0.0)
    paths = stocked(tmp_path / "desk", 300, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: "/300" in picture(pilot.app)[0])
        assert "reading " in picture(pilot.app)[0]


async def test_leaving_while_it_reads_keeps_what_was_read(tmp_path: Path) -> None:
    paths = stocked(tmp_path / "desk", 300, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: reader(pilot).desk.signals.behind() < 300)
    again = desk(paths)
    again.load()
    assert again.signals.behind() < 300
    again.close()


async def test_reading_that_goes_wrong_is_told_and_begun_anew_with_what_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, read=False)
    first = desk(paths)
    first.load()

    def full(*_: object, **__: object) -> int:
        raise StoreError("The disk is full", "Make room.")

    with monkeypatch.context() as broken:
        broken.setattr(first.signals, "catch_up", full)
        async with reading(first) as pilot:
            await until(pilot, lambda: shows(pilot.app, "The disk is full"))
            broken.undo()
            assert first.signals.behind() == 1
            reader(pilot).desk_screen.catch_up.start()
            await until(pilot, lambda: first.signals.behind() == 0)
