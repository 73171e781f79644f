"""Every command of the table with its keys, searchable; Enter does it."""

from collections.abc import Mapping

from hrd_tui.commands import TABLE, shown
from hrd_tui.tui.dialogs.picker import Option, Picker


class CommandPicker(Picker):
    """The help and the palette in one: keys, name, what it does, and where it belongs."""

    say_once = True
    keys_told = (("Enter", "do it"), ("↑ ↓", "move"), ("Esc", "close"))

    def __init__(self, title: str, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(
            title,
            [
                Option(
                    command.id,
                    command.label,
                    sign=" ".join(shown(key) for key in keys.get(command.id, ())),
                    detail=command.help,
                    aside=command.group,
                    ink="bold",
                )
                for command in TABLE
            ],
        )
