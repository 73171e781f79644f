"""The reader as a Textual app: themes, keys, and the desk loaded beside the first picture."""

import gc
import sys
from collections.abc import Mapping, Sequence
from functools import partial

from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.widgets import Input

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError
from hrd_tui.text.counted import counted
from hrd_tui.tui import ending
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.garbage import Garbage
from hrd_tui.tui.glyphs import DOT, plain
from hrd_tui.tui.pieces import short
from hrd_tui.tui.room import Room
from hrd_tui.tui.screen import DeskScreen
from hrd_tui.tui.themed import Themed

LOOK_SECONDS = 1.0
TITLE_CELLS = 40
"""Of the title of an item in a notice."""
Wrong = Mapping[str, Sequence[str]]
"""What cannot be used of the configuration: sentences by kinds of things."""


SOON = 0.25
"""Seconds for which the first picture waits for the desk, three times what 100,000 items take: with titles at once it
is cheaper than an empty one before it.
"""

TURN = 0.0005
"""Seconds for which a thread may work on while others wait: a key passes through three threads, and each of them would
wait ten times as long, Python's 5 ms, behind one that reads signals or full text.
"""


class HrdApp(Themed, inherit_bindings=False):
    """The three-pane reader over one desk. `failure` holds what kept the desk from opening."""

    CSS_PATH = "hrd.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "hrd"

    def __init__(self, desk: Desk) -> None:
        keys, self.key_problems = desk.config.keymap()
        super().__init__(desk, keys, plain=plain(desk.config["screen.glyphs"]))
        self.desk = desk
        self.failure: HrdError | None = None
        self._config_seen = 0  # the version of the configuration that was looked at
        self._config_broken = False
        self._config_taken = desk.config  # the last that was taken over
        self._wrong_told: Wrong = {}
        self.animation_level = "none"
        self.bind("ctrl+c", "tell_quit", show=False)
        self.desk_screen = DeskScreen(desk, keys)

    def get_default_screen(self) -> DeskScreen:
        return self.desk_screen

    def get_driver_class(self) -> type[Driver]:
        from hrd_tui.tui import pasting

        driver = super().get_driver_class()
        pasting.install(driver)
        return driver

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key):
            self.desk.courtesy.key()
        elif isinstance(event, Paste) and isinstance(self.focused, Input):
            from hrd_tui.tui.pasting import in_one_line

            # By itself a line takes the first one of a text and drops the others without a word.
            event.text = in_one_line(event.text)
        await super().on_event(event)

    def on_mount(self) -> None:
        self.set_class(self.plain, "-ascii")
        self.desk_screen.beside(self.desk.load, self._loaded, self._not_loaded).wait(SOON)

    def _loaded(self, _: None) -> None:
        if not self.desk_screen.filled:
            self.desk_screen.fill()
        self.call_after_refresh(self._shown)

    def _shown(self) -> None:
        """Begins what nobody waits for, once the first titles stand."""
        self.desk_screen.begin()
        if not gc.isenabled():
            # As __main__ has it until here; where other programs run beside this one it is theirs to say.
            garbage = Garbage(self.desk.courtesy.quiet)
            garbage.hold()
            self.set_interval(LOOK_SECONDS, garbage.look)
        self.desk_screen.beside(self.desk.warm, lambda _: None)
        unfit = [*self.desk.config.unfit]
        wrong: Wrong = {"themes": self.theme_problems, "settings": unfit, "keys": self.key_problems}
        self._tell_wrong(wrong)
        if self.desk.config.rules or self.desk.config.views:
            self.desk_screen.beside(self._wrong, lambda found: self._tell_wrong({**found, **wrong}))
        self.set_interval(LOOK_SECONDS, self._look_at_config)
        self.desk_screen.beside(partial(ending.kept, self.desk.paths), self._tell_kept)
        if self.desk.is_empty():
            self._welcome()
        elif self.desk.tour.wanted():
            self.desk_screen.command("tour")

    def _tell_kept(self, found: Sequence[ending.Kept]) -> None:
        if found:
            told = "\n".join(f"{self._was_for(one)}: {one.file}" for one in found)
            self._room.notice.show("What you were typing when hrd was ended is kept; remove it when it is used", told)

    def _was_for(self, kept: ending.Kept) -> str:
        if kept.item is None:
            return f"typed in “{kept.what.capitalize()}”" if kept.what else "a text"
        if not self.desk.store.knows(kept.item):
            return f"a note of item {kept.item}, which is gone"
        title = short(self.desk.item(kept.item).title, TITLE_CELLS)
        return f"a note of “{title}”, where {key_of(self.keys, 'note')} goes on with it"

    def _wrong(self) -> Wrong:
        return {"rules": self.desk.ruling.problems, "views": self.desk.views.problems}

    def _look_at_config(self) -> None:
        """Takes over what changed in the configuration, and tells of it or of what went wrong, once a change."""
        live = self.desk.live_config
        problem = live.problem
        if live.version == self._config_seen:
            return
        self._config_seen = live.version
        was_broken, self._config_broken = self._config_broken, problem is not None
        if problem:
            self._room.notice.show(f"{problem.title}; what it said before holds", problem.detail)
            return
        from hrd_tui.tui.takeover import take_over

        before, self._config_taken = self._config_taken, live.read()
        told = take_over(self, self.desk_screen, before, self._config_taken)
        told = ["The configuration is read again", *told] if was_broken else told
        if told:
            self._room.say(f" {DOT} ".join(told))
        now: Wrong = {"themes": self.theme_problems, "keys": self._config_taken.keymap()[1]}
        self._tell_wrong(now)
        looked_at = self._config_taken.rules or self._config_taken.views
        if looked_at or any(self._wrong_told.get(kind) for kind in ("rules", "views")):
            self.desk_screen.beside(self._wrong, lambda found: self._tell_wrong({**found, **now}))

    def _tell_wrong(self, found: Wrong) -> None:
        kinds = [kind for kind, problems in found.items() if problems]
        fresh = any(found[kind] != self._wrong_told.get(kind) for kind in kinds)
        mended = [kind for kind, problems in found.items() if not problems and self._wrong_told.get(kind)]
        self._wrong_told = {**self._wrong_told, **found}
        if mended:
            self._room.say(f"All {' and '.join(mended)} can be used now")
        if fresh:
            named = " and ".join([*([", ".join(kinds[:-1])] if kinds[1:] else []), kinds[-1]])
            problems = "\n".join(problem for kind in kinds for problem in found[kind])
            # A theme stands in a file of its own, which `edit` does not open.
            how = "check" if "themes" in kinds else "edit"
            self._room.notice.show(f"Some {named} could not be used (hrd config {how})", problems)

    @property
    def _room(self) -> Room:
        return self.screen if isinstance(self.screen, Room) else self.desk_screen

    def _not_loaded(self, error: HrdError) -> None:
        self.failure = error
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """A document that cannot be read when a row is painted ends the reader with its words, not with a traceback."""
        if isinstance(error, HrdError):
            self._not_loaded(error)
        else:
            super()._handle_exception(error)

    def _welcome(self) -> None:
        from hrd_tui.tui.dialogs.welcome import OWN, Welcome

        def answered(answer: list[str] | str | None) -> None:
            self.desk_screen.trying(self.desk.tour.offer)
            if answer and answer != OWN:
                self.desk_screen.trying(partial(self._subscribe, list(answer)))
            self.desk_screen.command("tour")
            if answer == OWN:
                self.desk_screen.command("add-feed")

        self.push_screen(Welcome(self.desk.subscriptions.starter()), answered)

    def _subscribe(self, folders: list[str]) -> None:
        taken = self.desk.subscriptions.subscribe_starter(folders)
        self.desk_screen.absorb()
        self.desk_screen.show_list()
        count = len(taken.added)
        self.desk_screen.say(f"{counted(count, 'feed')} subscribed")

    @property
    def decided(self) -> int:
        return self.desk_screen.decided

    def action_tell_quit(self) -> None:
        """Says how to leave, to those who press Ctrl+C."""
        if isinstance(self.screen, Room):
            self.screen.say_quit()


def run(desk: Desk) -> None:
    """Shows the reader until the editor leaves it. Raises HrdError where the desk could not be opened."""
    app = HrdApp(desk)
    sys.setswitchinterval(TURN)
    ending.heed(lambda: app.screen_stack, desk.paths)
    try:
        app.run()
    finally:
        desk.close()
    if app.failure:
        raise app.failure
