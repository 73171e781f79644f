"""What waits in the saved views, as the feeds pane counts it beside the screen."""

from pathlib import Path

import pytest

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from tui_fixtures import desk, item, picture, reader, reading, stock, until

BOATS = '[views]\nboats = "ferry"\n'


def with_views(folder: Path, text: str) -> Desk:
    """A desk with this configuration; of six items each other one is about a ferry."""
    paths = locate(folder / "desk")
    paths.config.mkdir(parents=True)
    paths.config_file.write_text(text, "utf-8")
    names = {number: "Court" if number % 2 else "Ferry" for number in range(1, 7)}
    stock(paths, {number: item(number, title=f"{name} {number}") for number, name in names.items()})
    return desk(paths)


async def test_the_count_of_a_view_is_drawn_anew(tmp_path: Path) -> None:
    async with reading(with_views(tmp_path, BOATS)) as pilot:
        screen = reader(pilot).desk_screen

        def counted() -> list[str]:
            return [line.split("│")[0].split()[-1] for line in picture(pilot.app) if "boats" in line]

        await until(pilot, lambda: counted() == ["3"])
        screen.desk.decisions.set_state([2], State.SPIKED)
        screen.tick()
        await until(pilot, lambda: counted() == ["2"])


async def test_the_cursor_among_the_feeds_stays_on_its_feed_when_a_view_joins_above(tmp_path: Path) -> None:
    first = with_views(tmp_path, "")
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        screen.feeds.move_to(View("feed", "2"))
        first.paths.config_file.write_text(BOATS, "utf-8")
        screen.tick()
        assert View("query", "boats") in screen.feeds.keys
        assert screen.feeds.key == View("feed", "2")


async def test_a_count_that_fails_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = with_views(tmp_path, BOATS)
    first.load()
    tried = list[bool]()

    def gone() -> dict[str, int]:
        tried.append(True)
        raise UsageProblem("There is no saved view “boats”")

    with monkeypatch.context() as broken:
        broken.setattr(first.views, "waiting", gone)
        async with reading(first) as pilot:
            screen = reader(pilot).desk_screen
            await until(pilot, lambda: tried)
            broken.undo()
            screen.desk.decisions.set_state([2], State.SPIKED)
            screen.tick()
            await until(pilot, lambda: screen.sources.waiting == {"boats": 2})
