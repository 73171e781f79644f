"""Recording what is pressed as a macro, and playing one: commands go to the room, what was typed into its dialogs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from hrd_tui.commands import BY_ID
from hrd_tui.desk.macros import MOST_STEPS, PLAY, PRESS, TYPE, Step
from hrd_tui.keynames import spelt
from hrd_tui.tui.room import Room

UNRECORDED = frozenset(["record", "play"])


class Recording:
    """The steps of a macro so far; `full` once there is no room for more."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: list[Step] = []

    @property
    def full(self) -> bool:
        return len(self.steps) >= MOST_STEPS

    def command(self, name: str, count: int) -> None:
        """A command was given in a room."""
        if name not in UNRECORDED and not self.full:
            self.steps.append(Step(name, count=count))

    def play(self, name: str, count: int) -> None:
        """Another macro was played."""
        if not self.full:
            self.steps.append(Step(name, PLAY, count))

    def key(self, event: events.Key) -> None:
        """A key was pressed in a dialog or a line to type in, or was asked for by a command."""
        if self.full:
            return
        if not event.is_printable or event.character is None:
            self.steps.append(Step(event.key, PRESS))
        elif self.steps and self.steps[-1].how == TYPE:
            self.steps[-1] = Step(self.steps[-1].what + event.character, TYPE)
        else:
            self.steps.append(Step(event.character, TYPE))


def typing(screen: Screen[Any]) -> bool:
    """Whether keys go to a dialog or into a line, instead of meaning commands."""
    return not isinstance(screen, Room) or isinstance(screen.focused, Input)


Play = Callable[[], events.Key | None]
"""Does a step, or gives the key that is to go to the dialog."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a macro is played: `screen` gives the one on top, `asked` tells whether a command waits for a key, `fail`
    is told why the rest cannot be done.
    """

    screen: Callable[[], Screen[Any]]
    asked: Callable[[], bool]
    fail: Callable[[str], None]


def playing(steps: Iterable[Step], stage: Stage) -> Iterator[Play]:
    """The steps one by one."""
    for step in steps:
        if step.how == TYPE:
            for sign in step.what:
                yield partial(_press, events.Key(spelt(sign) or "space", sign), step, stage)
        elif step.how == PRESS:
            yield partial(_press, events.Key(step.what, None), step, stage)
        else:
            yield partial(_command, step, stage)


def _press(event: events.Key, step: Step, stage: Stage) -> events.Key | None:
    if stage.asked() or typing(stage.screen()):
        return event
    stage.fail(f"“{step}” found no dialog to type into")
    return None


def _command(step: Step, stage: Stage) -> None:
    room, fail = stage.screen(), stage.fail
    if stage.asked():
        fail(f"“{step}” came where a letter was asked for")
    elif not isinstance(room, Room) or typing(room):
        fail(f"“{step}” found a dialog open")
    elif room.room not in BY_ID[step.what].rooms:
        fail(f"“{step}” is no command here")
    else:
        room.command(step.what, step.count)


TOLD_STEPS = 3


def told(steps: Sequence[str]) -> str:
    """The first steps of a macro as a line has room for: "tag, macro, Enter …"."""
    words = [text.removeprefix("type: ").removeprefix("press: ") for text in steps[:TOLD_STEPS]]
    return f"{', '.join(words)}{' …' if len(steps) > TOLD_STEPS else ''}"
