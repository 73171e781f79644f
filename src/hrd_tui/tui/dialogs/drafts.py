"""The drafts in the making: to go on with one, or to discard it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding

from hrd_tui.desk.drafts import Summary
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import age
from hrd_tui.tui.dialogs.confirm import Confirm
from hrd_tui.tui.dialogs.picker import Option, Picker
from hrd_tui.tui.glyphs import DOT


class DraftPicker(Picker):
    """Drafts by title, the newest first; Enter gives the number of one. `discard` takes one away and gives the rest."""

    BINDINGS: ClassVar = [Binding("ctrl+d", "discard", priority=True)]
    keys_told = (("Enter", "open"), ("↑ ↓", "move"), ("Ctrl+D", "discard"), ("Esc", "close"))
    below = 2
    none = "No draft is left. Items that are selected, or the one under the cursor, are composed into one on the desk."

    def __init__(self, drafts: Sequence[Summary], now: datetime, discard: Callable[[int], Sequence[Summary]]) -> None:
        self._now = now
        self._discard = discard
        self._told: dict[str, str] = {}
        super().__init__("Drafts", self._of(drafts))

    def _of(self, drafts: Sequence[Summary]) -> list[Option]:
        self._told = {str(one.id): _standing(one) for one in drafts}
        return [_option(one, self._now) for one in drafts]

    def sentence(self, key: str) -> str:
        return self._told[key]

    def action_discard(self) -> None:
        """Takes the draft under the cursor away, once the editor has said so."""
        key = self.rows.key
        if key is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.fill(self._of(self._discard(int(key))))

        title = next(option.label for option in self.options if option.key == key)
        detail = "Its items stay on the desk, and so does a file written from it; the edits of the draft are gone."
        self.app.push_screen(Confirm(f"Discard “{title}”?", detail, yes="discard"), answered)


def _option(draft: Summary, now: datetime) -> Option:
    items = counted(len(draft.items), "item")
    return Option(str(draft.id), draft.title or "(no headline)", aside=f"{items} {DOT} {age(draft.at, now)}")


def _standing(draft: Summary) -> str:
    file = f"Written to {draft.file}" if draft.file else "Not written yet"
    return f"{file} {DOT} sent to {draft.wordpress['site']}" if draft.wordpress else file
