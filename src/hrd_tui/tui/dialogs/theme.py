"""The themes, each put on while the cursor is on it."""

from collections.abc import Sequence

from hrd_tui.tui.dialogs.picker import Option, Picker
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.themed import Themed

LASTS = "until you leave; [screen] theme keeps it"
ABOUT = {
    "hrd-dark": "dark",
    "hrd-light": "light",
    "hrd-dark-contrast": "dark, high contrast",
    "hrd-light-contrast": "light, high contrast",
    "terminal": "the sixteen colours of your terminal",
}


class ThemePicker(Picker):
    """Chooses a theme; Escape puts the one before on again."""

    keys_told = (("Enter", "take"), ("↑ ↓", "try"), ("Esc", "as before"))
    title_detail = LASTS

    def __init__(self, app: Themed) -> None:
        self._themed = app
        self._before = app.inks.palette.name
        super().__init__(
            "Theme", [Option(name, name, detail=ABOUT.get(name, "your own"), ink="bold") for name in app.palettes]
        )

    def on_mount(self) -> None:
        self.add_class("-themes")

    def offer(self, options: Sequence[Option]) -> None:
        super().offer(options)
        if list(options) == list(self.options):
            self.rows.move_to(self._before)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if self.rows.key and self.rows.key != self._themed.inks.palette.name:
            self._themed.wear(self.rows.key)

    def action_cancel(self) -> None:
        self._themed.wear(self._before)
        self.dismiss(None)
