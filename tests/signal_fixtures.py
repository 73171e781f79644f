"""A newsroom of six items in which something was found, and earlier posts of the blog."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.store.store import Store
from hrd_tui.tui.dialogs.why import WhyDialog
from tui_fixtures import desk, shows, stocked, until

HOSTILE = "[red]x[/red] \x1b[31mred\x07 \u202eevil {0} %s"

BAD = "\x1b\x07\u202e"

BODY = "<p>The court of Nairobi in Kenya sentenced the journalist on Monday. We call on Kenya to release her.</p>"


def found(folder: Path, signals: Mapping[int, Mapping[str, Any]], **settings: Any) -> Desk:
    """A desk of six items in which this was found."""
    return desk(stocked(folder / "desk", 6, signals=signals, body=BODY), **settings)


def posted(one: Desk, **more: Any) -> Desk:
    """The desk with an earlier post that cites item 1."""
    store = Store.open(one.paths.store)
    with store.change() as change:
        plain = {
            "url": "https://blog.example/old", "canonical": "https://blog.example/old", "title": "An earlier post",
            "date": "2025-01-03", "sources": ["https://ishr.example/1"], "hash": "x",
        }  # fmt: skip
        for number in range(1, more.pop("count", 1) + 1):
            address = f"https://blog.example/old-{number}"
            change.put("posts", number, {**plain, "url": address, "canonical": address, **more})
    store.close()
    return one


async def why(pilot: Pilot[Any], signal: str = "") -> WhyDialog:
    """Opens the reasons of the item under the cursor, and goes to the first row of a signal if one is given."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, WhyDialog) and pilot.app.screen.rows.count)
    panel = pilot.app.screen
    assert isinstance(panel, WhyDialog)
    if signal:
        await to(pilot, panel, signal)
    return panel


async def to(pilot: Pilot[Any], panel: WhyDialog, signal: str) -> None:
    """Goes to the first row of a signal."""
    panel.rows.move(next(number for number, said in enumerate(panel._said) if said.signal == signal))
    await pilot.pause()


async def asked(pilot: Pilot[Any], signal: str, words: str) -> None:
    """Asks in the reasons of the item under the cursor what is right of a signal, until these words stand there."""
    await why(pilot, signal)
    await pilot.press("enter")
    await until(pilot, lambda: shows(pilot.app, words))
