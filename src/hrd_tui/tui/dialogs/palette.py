"""Every command of a room with its keys, searchable; Enter does it."""

from collections.abc import Mapping

from hrd_tui.commands import BY_ID, DESK, DRAFT, WORDS, Command, in_room
from hrd_tui.keynames import shown
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.dialogs.picker import Option, Picker
from hrd_tui.tui.keys import COUNTING
from hrd_tui.tui.legend import signs

SIGNS = "Signs of rows"
COUNTS = "a number first: so many times or rows"


class CommandPicker(Picker):
    """The help and the palette in one: keys, name, what it does, and where it belongs; in the help also the signs.

    What it does stands whole below the list, with the name for the configuration where that is another.
    """

    say_once = True
    below = 2
    keys_told = (("Enter", "do it"), ("↑ ↓", "move"), ("Esc", "close"))

    def __init__(
        self, title: str, keys: Mapping[str, tuple[str, ...]], room: str = DESK, *, legend: bool = False
    ) -> None:
        self._signs = {f"sign {one.sign} {one.name}": one for one in signs(room)} if legend else {}
        told = [
            Option(key, one.name, sign=one.sign, detail=one.meaning, aside=SIGNS, also="legend", ink="bold")
            for key, one in self._signs.items()
        ]
        super().__init__(
            title,
            [
                Option(
                    command.id,
                    command.label,
                    sign=", ".join(shown(key) for key in keys.get(command.id, ())),
                    detail=command.help,
                    aside=command.group,
                    also=f"{command.id} {WORDS.get(command.id, '')}",
                    ink="bold",
                )
                for command in _listed(room)
            ]
            + told,
        )

        if room in COUNTING:
            self.title_detail = COUNTS
        items = f"; to look for items: Esc, then {key_of(keys, 'find')}" if room == DESK and keys.get("find") else ""
        self.nothing = f"No command fits{items}"

    def sentence(self, key: str) -> str:
        if key in self._signs:
            return self._signs[key].meaning
        command = BY_ID[key]
        named = f"\nIn [keys] of the configuration: {command.id}" if command.id != command.label else ""
        return command.help + named


def _listed(room: str) -> list[Command]:
    """The commands of a room; in a draft those that are its own before those of every room."""
    return sorted(in_room(room), key=lambda command: room == DRAFT and command.scope != DRAFT)
