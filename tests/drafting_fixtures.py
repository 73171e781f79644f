"""The Draft screen opened on a draft of items in a test's folder, as an editor would open it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from hrd_tui.copydesk.draft import Draft
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from hrd_tui.tui.drafting.screen import DraftScreen
from tui_fixtures import desk, reader, reading, stocked, until

FIRST = "The court of Sele heard the lawyer Mara Osei on Monday."
QUOTE = "“We stay where we are,” said Mara Osei."
THIRD = "Her case goes on in March."
BODY = f"<p>{FIRST}</p><p>{QUOTE}</p><p>{THIRD}</p>"


def newsroom(folder: Path, body: str = BODY, count: int = 3, **settings: Any) -> Desk:
    """A desk of `count` items that have this text, the folder of its posts in `folder`."""
    paths = locate(folder / "desk")
    if not paths.store.exists():
        stocked(folder / "desk", count, body=body)
    return desk(paths, **{"export__folder": str(folder / "posts"), **settings})


@asynccontextmanager
async def drafting(
    desk: Desk, items: int = 1, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], DraftScreen]]:
    """The Draft screen on the draft of the first items, its preview made."""
    async with reading(desk, size) as pilot:
        if items > 1:
            await pilot.press(*["x"] * items)
        await pilot.press("c")
        yield pilot, await opened(pilot)


async def opened(pilot: Pilot[Any]) -> DraftScreen:
    """The Draft screen once it is up."""
    app = reader(pilot)
    await until(pilot, lambda: isinstance(app.screen, DraftScreen) and app.screen.blocks.count)
    assert isinstance(app.screen, DraftScreen)
    screen = app.screen
    if screen.preview.size.width:
        await until(pilot, lambda: screen.preview.count)
    await pilot.pause()
    return screen


def kept(screen: DraftScreen) -> Draft:
    """The draft as another process would read it."""
    return screen.desk.drafts.get(screen.draft_id)


def texts(screen: DraftScreen) -> list[str]:
    """The words of the parts that are in the post."""
    return [part.block.text for part in kept(screen).body if not part.cut]


def go(screen: DraftScreen, words: str) -> None:
    """Puts the cursor on the part that has these words."""
    at = next(at for at, row in enumerate(screen.blocks.rows) if row.block and words in row.block.text)
    screen.blocks.move(at)


def preview(screen: DraftScreen) -> list[str]:
    """The lines of the preview, without their margin."""
    return [screen.preview.line(number).text.strip(" │") for number in range(screen.preview.count)]


def script(folder: Path, python: str) -> list[str]:
    """The command of an editor's program that does this with the file `file` (a pathlib.Path)."""
    import sys

    program = folder / "editor.py"
    program.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\n{python}\n", "utf-8")
    return [sys.executable, str(program)]
