"""Letters laid over what is in sight: typing one goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Generic, TypeVar

from textual.events import Key

from hrd_tui.keynames import shown
from hrd_tui.tui.keyed import Keyed
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Piece
from hrd_tui.tui.room import Room

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Target(Generic[Value]):
    """What can be gone to; its letters stand in the widget's row `y` in sight, from cell `x` on.

    Where they take the place of a sign it has so many `cells`, at least 3: they stand in the midst of blanks, apart
    from the word before.
    """

    lines: Lines
    y: int
    x: int
    value: Value
    cells: int = 0

    def lettered(self, label: str, begun: int) -> tuple[int, str]:
        """The first cell and the words to lay over this, of whose label so many letters were typed."""
        if not self.cells:
            return self.x + begun, label[begun:]
        return self.x, f" {' ' * begun}{label[begun:]}".ljust(self.cells)


def labels(count: int) -> list[str]:
    """So many different labels of one or two letters, none of which is the beginning of another."""
    pairs = next((pairs for pairs in range(len(LETTERS)) if len(LETTERS) - pairs + pairs * len(LETTERS) >= count), 26)
    single, first = LETTERS[: len(LETTERS) - pairs], LETTERS[len(LETTERS) - pairs :]
    return [*single, *(one + other for one, other in product(first, LETTERS))][:count]


Go = Callable[[Value, bool], None]
"""Goes to what was chosen; true where its last letter was a capital."""
Other = Callable[[str], bool]
"""Deals with a key that is no label; false where it means nothing."""


def ask(
    room: Room, told: str, targets: Sequence[Target[Value]], go: Go[Value], other: Other = lambda key: False
) -> None:
    """Lays letters over the targets and goes to the one whose letters are typed; Escape takes them away."""
    named = dict(zip(labels(len(targets)), targets, strict=False))
    _show(named)
    _ask(room, told, named, "", go, other)


def _ask(room: Room, told: str, named: dict[str, Target[Value]], begun: str, go: Go[Value], other: Other) -> None:
    assert isinstance(room.app, Keyed)
    line = [Piece(f" {begun}…  ", "bold"), Piece(f"{told}  ", "dim")]
    room.app.ask_key(line, partial(_take, room, told, named, begun, go, other), partial(_hide, named))


def _take(
    room: Room, told: str, named: dict[str, Target[Value]], begun: str, go: Go[Value], other: Other, event: Key
) -> None:
    typed = begun + event.key.lower()
    left = {label: target for label, target in named.items() if label.startswith(typed)}
    _hide(named)
    if typed in left:
        go(left[typed].value, event.key.isupper())
    elif left:
        _show(left, begun=len(typed))
        _ask(room, told, left, typed, go, other)
    elif begun or not other(event.key):
        room.say(f"{shown(event.key)} stands nowhere here")


def _show(named: dict[str, Target[Value]], begun: int = 0) -> None:
    placed: dict[Lines, dict[int, list[tuple[int, str]]]] = {}
    for label, target in named.items():
        placed.setdefault(target.lines, {}).setdefault(target.y, []).append(target.lettered(label, begun))
    for lines, rows in placed.items():
        lines.label(rows)


def _hide(named: dict[str, Target[Value]]) -> None:
    for lines in {target.lines for target in named.values()}:
        lines.label({})
