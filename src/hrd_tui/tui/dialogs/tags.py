"""Tags typed with completion over those in use."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.text.clean import clean
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.rowlist import RowList


class TagDialog(Dialog[list[str]]):
    """One or more tags, parted by blanks; Tab completes the last one, the most used first.

    `colours` are those that were chosen, `there` the tags that are there already and not offered. Enter takes what is
    typed; with nothing typed, or with `only_known`, the tag under the cursor.
    """

    BINDINGS: ClassVar = [
        Binding("tab", "complete", priority=True),
        Binding("down,ctrl+n", "step(1)"),
        Binding("up,ctrl+p", "step(-1)"),
    ]
    keys_told = (("Enter", "take"), ("Tab", "complete"), ("↑ ↓", "move"), ("Esc", "close"))
    saving = "Enter takes it"

    def __init__(
        self,
        title: str,
        known: Sequence[str],
        colours: Mapping[str, str],
        *,
        there: Collection[str] = (),
        only_known: bool = False,
    ) -> None:
        super().__init__(classes="-tags")
        self.title_text = title
        self._known = known
        self._colours = colours
        self._there = there
        self._only_known = only_known
        self._pointed = False
        self.rows: RowList[str] = RowList(self._line, id="options", ground="shade")
        self.rows.can_focus = False

    def content(self) -> Iterable[Widget]:
        yield Input(placeholder="a tag, or several parted by blanks", compact=True)
        yield self.rows

    def on_mount(self) -> None:
        self._narrow()

    @property
    def unsaved(self) -> bool:
        return bool(self._words)

    @property
    def _words(self) -> list[str]:
        return self.query_one(Input).value.replace(",", " ").replace("#", " ").split()

    def _narrow(self) -> None:
        value = self.query_one(Input).value
        last = self._words[-1].lower() if self._words and not value.endswith(" ") else ""
        taken = {word.lower() for word in self._words[: -1 if last else None]}
        left = [tag for tag in self._known if tag not in taken]
        starting = [tag for tag in left if tag.startswith(last)]
        self.rows.empty = self._nothing(last, taken)
        self.rows.show(starting + [tag for tag in left if last in tag and not tag.startswith(last)])
        self.rows.move(0)

    def _nothing(self, last: str, taken: Collection[str]) -> str:
        """What is said where no tag is offered for the `last` word, behind words that are `taken`."""
        if last in self._there:
            return f"#{clean(last, line=True)} is there already"
        if self._only_known:
            return "No tag of it fits" if last else "That is every tag of it"
        if there := next((tag for tag in sorted(self._there) if last and tag.startswith(last)), ""):
            return f"#{clean(there, line=True)} is there already; Enter makes #{clean(last, line=True)}"
        if last and last not in taken:
            return "No tag in use fits; Enter makes a new one"
        if taken:
            return "Enter takes what is typed"
        return "Every tag in use is there already; type a new one" if self._there else "No tag is in use yet; type one"

    def on_input_changed(self, event: Input.Changed) -> None:
        self._pointed = False
        self._narrow()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        words = self._words
        if self.rows.key and (self._pointed or not words or self._only_known):
            finished = words if event.value.endswith(" ") else words[:-1]
            words = [*finished, self.rows.key]
        self.dismiss(words or None)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.dismiss([self.rows.key] if self.rows.key else None)

    def action_step(self, by: int) -> None:
        self._pointed = True
        self.rows.step(by)

    def action_complete(self) -> None:
        if self.rows.key:
            line = self.query_one(Input)
            finished = self._words if line.value.endswith(" ") else self._words[:-1]
            line.value = " ".join([*finished, self.rows.key]) + " "
            line.cursor_position = len(line.value)

    def _line(self, tag: str, cells: int) -> Line:
        return [Piece(" "), Piece(column("#" + tag, cells - 1), tag_ink(tag, self._colours.get(tag, "")))]
