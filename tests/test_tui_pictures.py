"""Pictures of every screen in three sizes, dark and light; after a wanted change make them anew with: pytest
tests/test_tui_pictures.py --snapshot-update, and look at what changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, TextArea

from hrd_tui.desk.desk import Desk
from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.drafting.sheet import Sheet
from hrd_tui.tui.room import Room
from screen_pictures import Pictures
from tui_fixtures import desk, item, reader, reading, shows, stock, strips, until

SIZES = ((80, 24), (120, 40), (200, 60))
DARK, LIGHT = "hrd-dark", "hrd-light"
TITLES = {
    1: "Lawyer Mara Osei taken from her office",
    2: "Where is Mara Osei? Colleagues of the lawyer have heard nothing since Monday, and the ministry does not answer",
    3: "محامية شابة تفتح عيادة قانونية",
    4: "人権擁護者のための法律家ネットワーク [sic] [/b]",
    5: "Call for input: defenders in remote areas",
    6: "Lawyer taken in Sele",
    7: "Prize for a newsletter",
}
SIGNALS: Mapping[int, Mapping[str, Any]] = {
    1: {"story": 6, "kind": "case_alert"},
    2: {"story": 6},
    5: {
        "kind": "call_for_input",
        "deadlines": [{"day": "2026-02-06", "sentence": "By 6 February 2026.", "sure": True}],
    },
    7: {"deadlines": [{"day": "2026-03-09", "sentence": "Until 9 March.", "sure": False}]},
}


@dataclass(frozen=True)
class Scene:
    """A screen: the keys that lead to it from the first row of the inbox, and words that it shows in every size."""

    keys: str
    shows: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    sizes: tuple[tuple[int, int], ...] = SIZES


SCENES = {
    "items": Scene("x d j f", "INBOX"),
    "article": Scene("l", "What was said"),
    "story": Scene("s j", "first"),
    "deadlines": Scene("g d", "DEADLINES"),
    "find": Scene("slash O s e i", "FIND"),
    "filter": Scene("equals_sign l a w y e r enter", "INBOX “lawyer”"),
    "help": Scene("question_mark", "Keys"),
    "palette": Scene("colon t h e m e", "Commands"),
    "tag": Scene("t", "#lawyers"),
    "note": Scene("m", "stays on the desk"),
    "why": Scene("w", "Case alert"),
    "figures": Scene("S", "Items a day"),
    "coverage": Scene("S right", "Coverage"),
    "log": Scene("L", "What was decided"),
    "health": Scene("exclamation_mark", "Feed health"),
    "export": Scene("e", "into the folder"),
    "draft": Scene("c", "BLOCKS"),
    "drafts": Scene("c q p", "Drafts"),
    "checklist": Scene("c exclamation_mark", "Lawyer"),
    "empty": Scene("", "Nothing in the Inbox", {"items": ()}),
    "welcome": Scene("", "Welcome", {"feeds": False, "items": ()}),
    "notice": Scene("", "Some keys could not be used", {"keys": {"no-such": "x"}}),
    "narrow": Scene("", "INBOX", sizes=((66, 20),)),
    "marks": Scene("v j j", "marked"),
    "jump": Scene("comma", "letters go to"),
    "quote": Scene("Q", "words"),
    "zen": Scene("W", "What was said"),
    "roomy": Scene("j", "Summary", {"screen__rows": "roomy"}),
    "theme": Scene("colon t h e m e enter", "hrd-dark-contrast"),
    "contrast": Scene("x d j f", "INBOX", {"screen__theme": "hrd-dark-contrast"}, sizes=((80, 24),)),
    "colourless": Scene("x d j f v j", "INBOX", {"screen__theme": "terminal"}, sizes=((80, 24),)),
}


class TextPicture(SingleFileSnapshotExtension):
    """A file of text for each picture."""

    _file_extension = "txt"
    _write_mode = WriteMode.TEXT


def furnished(folder: Path, settings: Mapping[str, Any]) -> Desk:
    """A desk of nine items with stories, deadlines and decisions."""
    values = {"items": range(1, 10), "feeds": True, **settings}
    paths = locate(folder / "desk")
    numbers, feeds = values.pop("items"), values.pop("feeds")
    items = {number: item(number, title=TITLES.get(number, f"Title {number}")) for number in numbers}
    stock(paths, items, feeds=feeds, signals=SIGNALS)
    opened = desk(paths, **{"export__folder": "/srv/posts", **values})
    if items:
        opened.load()
        opened.decisions.tag([2, 5], ["lawyers", "sele"])
        opened.decisions.note([5], "Ask for the text.")
        opened.decisions.set_state([5], State.FOLLOW_UP)
        opened.decisions.mark_read([8, 9])
    return opened


async def settled(pilot: Pilot[Any]) -> None:
    """Waits until the article has followed and no work of a draft is left."""
    app = reader(pilot)
    desk_screen, screen = app.desk_screen, app.screen
    shown = desk_screen.shown is not None and desk_screen.shown.article
    if screen is desk_screen and shown and desk_screen.current is not None:
        await until(pilot, lambda: desk_screen.article.item and desk_screen.article.item.id == desk_screen.current)
    await until(pilot, lambda: not desk_screen.finding.waits)
    if isinstance(screen, DraftScreen):
        await until(pilot, lambda: screen.remarks is not None and screen.preview.count)
        await until(
            pilot, lambda: screen.preview.cells == screen.preview._asked and screen.preview._sheet == due(screen)
        )
        await until(pilot, lambda: screen._checked_draft == screen.draft)
    for line in app.screen.query(Input):
        line.cursor_blink = False
    for area in app.screen.query(TextArea):
        area.cursor_blink = False
    await pilot.pause()


def due(screen: DraftScreen) -> Sheet:
    """The preview as it has to be for its size."""
    return screen._preview_of(screen.draft, screen.mode, screen.folded, screen.preview.cells, False).sheet


async def taken(pilot: Pilot[Any], theme: str) -> list[Strip]:
    """What is drawn in a theme."""
    if reader(pilot).inks.palette.name != theme:
        reader(pilot).wear(theme)
        await pilot.pause()
    return strips(pilot.app)


@pytest.mark.parametrize("name", SCENES)
async def test_picture(name: str, tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    scene, pictures = SCENES[name], Pictures()
    own = str(scene.settings.get("screen__theme", ""))
    themes = (own, own) if own else (DARK, LIGHT)
    async with reading(furnished(tmp_path, scene.settings), scene.sizes[-1]) as pilot:
        for key in scene.keys.split():
            await pilot.press(key)
            await settled(pilot)
        for room in (one for one in pilot.app.screen_stack if isinstance(one, Room)):
            room.bottom.hush()
        for size in scene.sizes:
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert shows(pilot.app, scene.shows)
            dark, light = await taken(pilot, themes[0]), await taken(pilot, themes[1])
            pictures.add(f"{size[0]} × {size[1]}", dark, light)
    assert pictures.text() == snapshot(extension_class=TextPicture)
