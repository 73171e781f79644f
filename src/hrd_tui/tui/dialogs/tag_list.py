"""The tags in use: to rename one, to merge it with another, to choose its colour."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widgets import Input

from hrd_tui.desk.tags import COLOURS, OWN, Tag
from hrd_tui.errors import HrdError
from hrd_tui.text.counted import counted
from hrd_tui.tui.dialogs.picker import Option, Picker
from hrd_tui.tui.dialogs.prompt import Prompt
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.rowlist import RowList


class TagList(Picker):
    """Tags, the most used first. `rename` and `paint` do what their names say, and `read` gives the tags anew."""

    BINDINGS: ClassVar = [Binding("ctrl+k", "paint", priority=True)]
    keys_told = (("Enter", "rename or merge"), ("↑ ↓", "move"), ("Ctrl+K", "colour"), ("Esc", "close"))
    nothing = "No tag in use fits"
    none = "No tag yet. Tags are made where items are tagged; here they are renamed, merged and coloured."

    def __init__(
        self,
        read: Callable[[], Sequence[Tag]],
        rename: Callable[[str, str], None],
        paint: Callable[[str, str], None],
    ) -> None:
        self._read = read
        self._rename = rename
        self._paint = paint
        super().__init__("Tags", self._options())

    def _options(self) -> list[Option]:
        return [
            Option(
                tag.name,
                f"#{tag.name}",
                detail=f"{tag.colour}, chosen" if tag.chosen else tag.colour,
                aside=counted(tag.items, "item"),
                ink=tag_ink(tag.name, tag.colour),
            )
            for tag in self._read()
        ]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        # The chooser would close.
        event.prevent_default()
        self._ask()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.prevent_default()
        self._ask()

    def _ask(self) -> None:
        """Asks for the other name of the tag under the cursor; one in use merges both."""
        tag = self.rows.key
        if tag is None:
            return

        def take(text: str, prompt: Prompt) -> None:
            try:
                self._rename(tag, text)
            except HrdError as error:
                prompt.refuse(error)
            else:
                prompt.done()
                # What was typed to find the old name would hide the new one.
                self.query_one(Input).value = ""
                self.fill(self._options())

        self.app.push_screen(Prompt(f"Rename #{tag}", "another name; one in use makes both one", take, value=tag))

    def action_paint(self) -> None:
        """Asks for the colour of the tag under the cursor."""
        tag = self.rows.key
        if tag is None:
            return

        def chosen(colour: str | None) -> None:
            if colour:
                self._paint(tag, colour)
                self.fill(self._options())

        options = [Option(colour, colour, sign="#", sign_ink=tag_ink(tag, colour)) for colour in COLOURS]
        own = Option(OWN, "its own", sign="#", detail="that of its name", sign_ink=tag_ink(tag))
        self.app.push_screen(Picker(f"Colour of #{tag}", [*options, own]), chosen)
