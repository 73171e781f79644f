"""What keys that are pressed one after the other come to: a command, its count, or a sequence that goes on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.commands import BY_ID, DESK
from hrd_tui.keymap import Keys, beginnings, by_key
from hrd_tui.keynames import shown
from hrd_tui.tui.pieces import Piece, wide

MOST_DIGITS = 6
COUNTING = frozenset([DESK])
"""The rooms in which digits count."""


OPTION = {
    "inverted_exclamation_mark": "alt+1",
    "trade_mark_sign": "alt+2",
    "pound_sign": "alt+3",
    "cent_sign": "alt+4",
    "infinity": "alt+5",
    "section_sign": "alt+6",
    "pilcrow_sign": "alt+7",
    "bullet": "alt+8",
    "ª": "alt+9",
}
"""What Textual makes of Alt and a digit (ESC and the digit, ANSI_SEQUENCES_KEYS of textual 8.2): the signs of a Mac."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a key came to: a command with its count (0: none was given), or `told`, why it came to nothing.

    All are empty while keys are waited for, and where the keys before were given up.
    """

    command: str = ""
    count: int = 0
    told: str = ""


def lost(keys: str) -> str:
    """What is told of keys that come to nothing."""
    return f"{keys} means nothing here"


class Keyboard:
    """The keys pressed so far that are not a command yet: `digits` of a count, `begun` of a sequence."""

    def __init__(self, keys: Keys) -> None:
        self.digits = ""
        self.begun = ""
        self._meant = by_key(keys)
        self._longer = {
            (room, begin) for key, rooms in self._meant.items() for begin in beginnings(key) for room in rooms
        }

    @property
    def first(self) -> set[str]:
        """The keys with which anything begins."""
        return {key.split()[0] for key in self._meant} | {str(digit) for digit in range(1, 10)} | set(OPTION)

    @property
    def waiting(self) -> bool:
        """Whether keys were pressed that are no command yet."""
        return bool(self.digits or self.begun)

    def forget(self) -> None:
        """Gives up the keys pressed so far."""
        self.digits = self.begun = ""

    def press(self, key: str, room: str) -> Meaning:
        """What a key comes to in a room, after those before it."""
        if self.waiting and key == "escape":
            self.forget()
            return Meaning()
        key = OPTION.get(key, key)
        sequence = f"{self.begun} {key}".lstrip()
        command = self._meant.get(sequence, {}).get(room)
        if self._counts(key, room, bound=command is not None):
            self.digits = (self.digits + key)[:MOST_DIGITS]
            return Meaning()
        if (room, sequence) in self._longer:
            self.begun = sequence
            return Meaning()
        count = int(self.digits or 0)
        self.forget()
        if command:
            return Meaning(command, count)
        return Meaning(told=lost(f"{count or ''} {shown(sequence)}".strip()))

    def _counts(self, key: str, room: str, *, bound: bool) -> bool:
        if room not in COUNTING or self.begun or not (len(key) == 1 and key in "0123456789"):
            return False
        return bool(self.digits) or (key != "0" and not bound)

    def follows(self, room: str) -> list[tuple[str, str]]:
        """What can follow the keys pressed so far: the keys that are left, and the label of the command."""
        begun = f"{self.begun} "
        return [
            (shown(key.removeprefix(begun)), BY_ID[rooms[room]].label)
            for key, rooms in self._meant.items()
            if self.begun and room in rooms and key.startswith(begun)
        ]

    def line(self, room: str, cells: int) -> Sequence[Piece]:
        """The keys pressed so far and what can follow them, in so many cells."""
        line = [Piece(f" {' '.join(filter(None, (self.digits, shown(self.begun))))} …  ", "bold")]
        end = [Piece("Esc", "key"), Piece(" cancels", "dim")]
        if not self.begun:
            return [*line, Piece("a command, for as many rows or times  ", "dim"), *end]
        follows = self.follows(room)
        for entries in (follows, briefly(follows)):
            told = [[Piece(key, "key"), Piece(f" {label}  ", "dim")] for key, label in entries]
            if wide([*line, *end]) + sum(map(wide, told)) <= cells:
                return [*line, *(piece for entry in told for piece in entry), *end]
        more = Piece("…  ", "dim")
        for entry in told:
            if wide([*line, *entry, more, *end]) > cells:
                break
            line += entry
        return [*line, more, *end]


def briefly(entries: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keys with labels that have lost the words that others begin with, too; the first label keeps them for all."""
    words = [label.split() for _, label in entries]
    begun = Counter(" ".join(label[:count]) for label in words for count in range(1, len(label)))
    told, seen = [], set()
    for (key, label), parts in zip(entries, words, strict=True):
        shared = next((n for n in range(len(parts) - 1, 0, -1) if begun[" ".join(parts[:n])] > 1), 0)
        begin = " ".join(parts[:shared])
        told.append((key, " ".join(parts[shared:]) if begin in seen else label))
        seen.add(begin)
    return told
