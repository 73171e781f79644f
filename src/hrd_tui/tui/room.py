"""What every screen under the dialogs has: its commands, a line for messages, notices, work in threads."""

from collections.abc import Callable, Mapping
from functools import partial
from threading import Event
from typing import TypeVar

from textual.events import Paste
from textual.message import Message
from textual.screen import Screen

from hrd_tui.errors import HrdError
from hrd_tui.keynames import shown
from hrd_tui.tui.bars import BottomLine, key_of
from hrd_tui.tui.notice import Notice
from hrd_tui.tui.pointing import point
from hrd_tui.tui.workers import Workers

Value = TypeVar("Value")
Failed = Callable[[HrdError], None]

WORKERS = Workers()

LEAVING = ("quit", "quit-now", "leave-draft")
"""The commands that work in a window too small to show what others would do."""


class Room(Screen[None], inherit_bindings=False):
    """A screen with commands of its own: `room` is its name in the table of commands."""

    room = ""

    class Finished(Message):
        """Work in a thread has come to its end; `settle` takes the outcome in on the screen's side."""

        def __init__(self, settle: Callable[[], None]) -> None:
            super().__init__()
            self.settle = settle

    class Complained(Message):
        """Something went wrong and was told."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.keys = keys
        self.count = 0  # what was typed before the command that is at work, 0 without
        self.bottom = BottomLine(id="bottom", ground="shade")
        self.notice = Notice(key_of(keys, "clear") if keys["clear"] else "", id="notice")

    def on_mount(self) -> None:
        self.screen_layout_refresh_signal.subscribe(self, point)

    def on_screen_resume(self) -> None:
        self.call_after_refresh(point, self)

    def command(self, name: str, count: int = 0) -> None:
        """Does what a command of the table says, so many times or for so many rows; an HrdError becomes a notice."""
        raise NotImplementedError

    def say(self, text: str, *, warm: bool = False) -> None:
        """Shows a message in the bottom line for three seconds; a notice that is over it goes."""
        self.notice.hide()
        self.bottom.say(text, warm=warm)

    def on_paste(self, event: Paste) -> None:
        """Says what became of a text that nothing here takes."""
        event.stop()
        self.say("What was pasted goes nowhere here, and none of it was taken for keys")

    def say_quit(self) -> None:
        """Says how to leave, to those who press Ctrl+C."""
        key = next(iter(self.keys["quit"] or self.keys["quit-now"]), "")
        found = next(iter(self.keys["palette"] or self.keys["help"]), "")
        self.say(f"{shown(key)} leaves" if key else f"{shown(found)}, quit, Enter leaves")

    def complain(self, error: HrdError) -> None:
        """Shows an error with what to do about it, until a key closes it or some seconds have passed."""
        self.notice.show(error.title, error.detail)
        self.post_message(self.Complained())

    def trying(self, work: Callable[[], None]) -> None:
        """Does something; an HrdError becomes a notice."""
        try:
            work()
        except HrdError as error:
            self.complain(error)

    def beside(self, work: Callable[[], Value], then: Callable[[Value], None], failed: Failed | None = None) -> Event:
        """Does work in a thread and takes its outcome in here; an HrdError goes to `failed`, else becomes a notice.

        Gives what is set once the work has ended. Leaving the program waits for no such work: what it has finished is
        durable, the rest is as if never begun.
        """
        ended = Event()

        def run() -> None:
            try:
                value = work()
            except HrdError as error:
                self.post_message(self.Finished(partial(failed or self.complain, error)))
            except Exception as error:  # noqa: BLE001 - raised again where it ends the program with its traceback
                self.post_message(self.Finished(partial(_raise, error)))
            else:
                self.post_message(self.Finished(partial(then, value)))
            ended.set()

        WORKERS.do(run)
        return ended

    def on_room_finished(self, event: Finished) -> None:
        self.trying(event.settle)


def _raise(error: Exception) -> None:
    raise error
