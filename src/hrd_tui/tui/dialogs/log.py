"""What was decided when; to go to the items of a step, or to take the last one back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding

from hrd_tui.desk.log import Entry
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import age
from hrd_tui.tui.dialogs.picker import Option, Picker, with_count


class LogPicker(Picker):
    """Steps, the latest first; Enter gives the number of one. `undo` takes the last one back, and `read` reads anew.

    `about` tells which items a step was about: the title of one, and how many others there are, in words. Steps that
    were undone are struck through and say so.
    """

    BINDINGS: ClassVar = [Binding("ctrl+z", "undo", priority=True)]
    keys_told = (("Enter", "go there"), ("↑ ↓", "move"), ("Ctrl+Z", "undo the last"), ("Esc", "close"))
    below = 2
    label_share = 3 / 5
    none = "Nothing was decided yet. Each decision stands here, to go to its items or to take it back."

    def __init__(
        self,
        read: Callable[[], Sequence[Entry]],
        about: Callable[[Entry], tuple[str, str]],
        undo: Callable[[], None],
        now: datetime,
    ) -> None:
        self._read = read
        self._about = about
        self._undo = undo
        self._now = now
        super().__init__("What was decided", self._options())

    def _options(self) -> list[Option]:
        self._entries = {str(entry.step): entry for entry in self._read()}
        return [self._option(entry) for entry in self._entries.values()]

    def _option(self, entry: Entry) -> Option:
        title, more = self._about(entry)
        return Option(
            str(entry.step),
            clean(entry.label, line=True),
            sign=age(entry.at, self._now),
            detail=title,
            counted=more,
            aside="undone" if entry.undone else "",
            ink="struck" if entry.undone else "text",
            sign_ink="dim",
        )

    def sentence(self, key: str) -> str:
        entry = self._entries[key]
        undone = " It was taken back." if entry.undone else ""
        about = with_count(*self._about(entry), self.words.size.width)
        return f"{entry.at.astimezone():%Y-%m-%d %H:%M}: {entry.label}.{undone}\n{about}"

    def action_undo(self) -> None:
        """Takes the last decision back, whichever row is under the cursor."""
        self._undo()
        self.fill(self._options())
