"""Makes the pictures of this folder from the running program on the demo newsroom: SVG, and PNG where rsvg-convert is.

Run it with `make screenshots`. The clock of the demo stands still; only its port and the times of next tries differ
from run to run.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

os.environ["TZ"] = "UTC"
time.tzset()
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from svg import TERMINAL, draw  # noqa: E402
from textual.pilot import Pilot  # noqa: E402

from hrd_tui.cli.demo import furnished  # noqa: E402
from hrd_tui.config import load  # noqa: E402
from hrd_tui.demo.blog import ADDRESS, FORMER  # noqa: E402
from hrd_tui.demo.server import DemoServer  # noqa: E402
from hrd_tui.desk.desk import Desk  # noqa: E402
from hrd_tui.desk.palettes import PALETTES  # noqa: E402
from hrd_tui.model import State, View  # noqa: E402
from hrd_tui.paths import Paths, locate  # noqa: E402
from hrd_tui.tui.app import HrdApp  # noqa: E402

NOW = datetime(2026, 1, 29, 22, 58, tzinfo=UTC)
WAIT_SECONDS = 20.0
DRAFTED = "c j j x x m V e r i f i e d space b y space u s full_stop ctrl+s j"
"""A draft of the selected items with two blocks cut and a remark."""


@dataclass(frozen=True)
class Scene:
    """A picture: its name, the size of the terminal, the keys pressed, and the theme."""

    name: str
    size: tuple[int, int]
    keys: str = ""
    theme: str = "hrd-dark"
    empty: bool = False


SCENES = (
    Scene("desk-120x40", (120, 40), "x d j f j"),
    Scene("desk-80x24", (80, 24), "x d j f j"),
    Scene("desk-200x60", (200, 60), "x d j f j"),
    Scene("light-120x40", (120, 40), "x d j f j", "hrd-light"),
    Scene("contrast-80x24", (80, 24), "x d j f j", "hrd-dark-contrast"),
    Scene("terminal-120x40", (120, 40), "x d j f j", "terminal"),
    Scene("roomy-120x40", (120, 40), "colon r o w s enter j"),
    Scene("zen-120x40", (120, 40), "j j W", "hrd-light"),
    Scene("story-120x40", (120, 40), "j j s j"),
    Scene("deadlines-120x40", (120, 40), "g d j"),
    Scene("marks-80x24", (80, 24), "j v j j j"),
    Scene("why-120x40", (120, 40), "j j w"),
    Scene("figures-120x40", (120, 40), "S"),
    Scene("find-120x40", (120, 40), "slash v e s s a r a"),
    Scene("quote-80x24", (80, 24), "j Q j J"),
    Scene("export-80x24", (80, 24), "e"),
    Scene("draft-120x40", (120, 40), DRAFTED),
    Scene("draft-80x24", (80, 24), DRAFTED),
    Scene("health-120x40", (120, 40), "exclamation_mark"),
    Scene("keys-120x40", (120, 40), "question_mark"),
    Scene("welcome-120x40", (120, 40), empty=True),
)


def main() -> None:
    """Makes all pictures, or those whose names are given."""
    with tempfile.TemporaryDirectory() as folder:
        stock(Path(folder) / "demo")
        for scene in SCENES:
            if not sys.argv[1:] or scene.name in sys.argv[1:]:
                copy = Path(folder) / scene.name
                if not scene.empty:
                    shutil.copytree(Path(folder) / "demo", copy)
                asyncio.run(shoot(scene, locate(copy)))
                convert(HERE / f"{scene.name}.svg")
                print(scene.name)


def opened(paths: Paths, theme: str = "hrd-dark") -> Desk:
    """The desk with the demo's clock."""
    config = load(paths.config_file)
    own = {"blog.address": ADDRESS, "blog.former": [FORMER], "export.folder": "/srv/editor/posts"}
    values = {**config.values, **own, "screen.theme": theme, "screen.glyphs": "unicode"}
    return Desk(paths, replace(config, values=values), lambda: NOW)


def stock(folder: Path) -> None:
    """Pulls the demo newsroom and decides a few things, as an editor would in the first minutes."""
    config = load(locate(folder).config_file)
    with DemoServer(NOW) as server, furnished(folder, config, server, lambda: NOW) as desk:
        desk.syncing.run()
        decide(desk)


def decide(desk: Desk) -> None:
    """Selects, spikes, tags and notes some of the newest items."""
    dated = [id for id in desk.select(View("inbox")) if desk.item(id).published]
    desk.decisions.mark_read(dated[40:])
    desk.decisions.set_state([dated[1], dated[4]], State.FOLLOW_UP)
    desk.decisions.set_state([dated[2], dated[5], dated[9]], State.SELECTED)
    desk.decisions.set_state([dated[7]], State.SPIKED)
    desk.decisions.tag([dated[1], dated[3]], ["vessara", "lawyers"])
    desk.decisions.tag([dated[6]], ["funding-act"])
    desk.decisions.note([dated[1]], "Ask for the text of the verdict.")


def convert(file: Path) -> None:
    """Makes a PNG beside an SVG where there is a program for it."""
    converter = shutil.which("rsvg-convert")
    if converter:
        subprocess.run([converter, str(file), "-o", str(file.with_suffix(".png"))], check=True)


async def shoot(scene: Scene, paths: Paths) -> None:
    """Opens the reader, presses the keys, and writes what it shows."""
    desk = opened(paths, scene.theme)
    app = HrdApp(desk)
    async with app.run_test(size=scene.size) as pilot:
        await _until(pilot, lambda: desk.loaded and (app.desk_screen.items.count or desk.is_empty()))
        for key in scene.keys.split():
            await pilot.press(key)
            await pilot.pause()
        await _until(pilot, lambda: app.desk_screen.article.item is None or _settled(app))
        await pilot.pause(0.2)
        palette = PALETTES[scene.theme]
        own = TERMINAL.background_color.hex, TERMINAL.foreground_color.hex
        ground, ink = own if palette.ansi else (palette.ground, palette.text)
        picture = draw(app.screen._compositor.render_strips(app.screen.size), ground, ink)
    desk.close()
    (HERE / f"{scene.name}.svg").write_text(picture, "utf-8")


def _settled(app: HrdApp) -> bool:
    shown = app.desk_screen.article.item
    if shown is None or shown.id != app.desk_screen.current:
        return False
    return app.desk_screen.aside.earlier(shown.id) is not None


async def _until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit("the reader did not come to rest")
        await pilot.pause(0.02)


if __name__ == "__main__":
    main()
