"""Pictures of the Draft screen; after a wanted change make them anew with: pytest tests/test_tui_draft_snapshots.py
--snapshot-update
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from drafting_fixtures import BODY, opened
from hrd_tui.copydesk import edit
from hrd_tui.desk.desk import Desk
from hrd_tui.tui.app import HrdApp
from hrd_tui.tui.drafting.rows import PART, Place
from tui_fixtures import desk, reader, stocked, until

Open = Callable[..., HrdApp]


@pytest.fixture
def app_of(tmp_path: Path) -> Iterator[Open]:
    """Opens the reader on three items whose text is hard to show."""
    desks: list[Desk] = []

    def opening(**settings: Any) -> HrdApp:
        body = f"{BODY}<p>人権擁護者のための [sic] [/b] محامية</p><ul><li>one</li><li>two</li></ul>"
        desks.append(desk(stocked(tmp_path / "desk", 3, body=body), **settings))
        return HrdApp(desks[-1])

    yield opening
    for one in desks:
        one.close()


async def worked(pilot: Pilot[Any]) -> None:
    """A draft of two items with a block cut, one altered and a remark."""
    await until(pilot, lambda: reader(pilot).desk_screen.items.count)
    await pilot.press("x", "x", "c")
    screen = await opened(pilot)
    screen.alter(lambda draft: edit.replace_text(draft, 3, "Her long case goes on in April."))
    screen.alter(lambda draft: edit.remark(draft, "A word of my own, [see also: nothing].", 3), Place(PART, 2))
    await pilot.press("x")
    await until(
        pilot, lambda: any("A word of my own" in screen.preview.line(n).text for n in range(screen.preview.count))
    )
    await until(pilot, lambda: screen.remarks is not None)
    screen.bottom.hush()
    await pilot.pause()


def test_blocks_beside_the_page_at_120_by_40(app_of: Open, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(app_of(), terminal_size=(120, 40), run_before=worked)


def test_blocks_over_the_page_at_80_by_24_in_ascii(app_of: Open, snap_compare: Callable[..., bool]) -> None:
    app = app_of(screen__glyphs="ascii", screen__theme="terminal")
    assert snap_compare(app, terminal_size=(80, 24), run_before=worked)
