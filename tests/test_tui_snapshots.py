"""Pictures of the whole screen; after a wanted change make them anew with: pytest tests/test_tui_snapshots.py
--snapshot-update
"""

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from hrd_tui.tui.app import HrdApp
from tui_fixtures import desk, item, reader, stock, until

Open = Callable[..., HrdApp]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """Opens the reader on twelve items, two of them with titles that are hard to show."""
    desks: list[Desk] = []

    def opening(**settings: Any) -> HrdApp:
        paths = locate(tmp_path / "desk")
        items = {number: item(number) for number in range(1, 13)}
        items[3]["title"] = "محامية شابة تفتح عيادة قانونية"
        items[4]["title"] = "人権擁護者のための法律家ネットワーク [sic] [/b]"
        stock(paths, items)
        desks.append(desk(paths, **settings))
        return HrdApp(desks[-1])

    yield opening
    for one in desks:
        one.close()


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Waits for the items, then presses keys and lets the article follow."""

    async def work(pilot: Pilot[Any]) -> None:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: screen.items.count)
        await pilot.press(*keys)
        await until(pilot, lambda: screen.article.item and screen.article.item.id == screen.current)
        await pilot.pause()

    return work


def test_three_panes_at_120_by_40(opened: Open, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(opened(), terminal_size=(120, 40), run_before=pressing("x", "d", "f", "enter"))


def test_list_and_article_at_80_by_24_in_the_light_theme(opened: Open, snap_compare: Callable[..., bool]) -> None:
    app = opened(screen__theme="hrd-light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("x", "d", "f"))


def test_the_keys_in_ascii(opened: Open, snap_compare: Callable[..., bool]) -> None:
    app = opened(screen__glyphs="ascii")
    assert snap_compare(app, terminal_size=(100, 30), run_before=pressing("question_mark"))
