"""An app that wears one of several themes."""

import os
from pathlib import Path

from textual.theme import Theme

from hrd_tui.desk import themes
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.palettes import DARK, PALETTES, TERMINAL, Palette
from hrd_tui.tui.inks import Inks
from hrd_tui.tui.keyed import Keyed
from hrd_tui.tui.lines import Lines


class Themed(Keyed, inherit_bindings=False):
    """Begins in the theme of the configuration; another one that is put on lasts until the reader is left.

    `palettes` are those there are, `theme_problems` what is wrong with the editor's own. With NO_COLOR
    (https://no-color.org) there is that of the terminal alone, which tells everything without colours, too.
    """

    def __init__(self, desk: Desk, keys: dict[str, tuple[str, ...]], *, plain: bool) -> None:
        self.plain = plain
        self.passing = desk.passing
        self._own_themes = Path(desk.paths.config) / themes.FOLDER
        self.read_themes()
        wanted: str = desk.config["screen.theme"]
        palette = self.palettes.get(wanted) or next(iter(self.palettes.values()), DARK)
        super().__init__(keys, desk.paths.config, ansi_color=palette.ansi)
        self._put_on(palette)

    def read_themes(self) -> None:
        """Reads which themes there are now."""
        own, self.theme_problems = themes.read(self._own_themes)
        self.palettes = {TERMINAL.name: TERMINAL} if os.environ.get("NO_COLOR") else {**PALETTES, **own}

    def wear(self, name: str) -> None:
        """Draws everything in the colours of a theme."""
        palette = self.palettes[name]
        self.ansi_color = palette.ansi
        self._put_on(palette)
        for screen in self.screen_stack:
            for lines in screen.query(Lines):
                lines.repaint()

    def _put_on(self, palette: Palette) -> None:
        self.inks = Inks(palette, plain=self.plain)
        self.register_theme(theme(palette))
        self.theme = palette.name

    def wear_next(self) -> str:
        """Puts on the theme behind this one, and gives its name."""
        self.read_themes()
        names, worn = list(self.palettes), self.inks.palette.name
        name = names[(names.index(worn) + 1) % len(names)] if worn in names else names[0]
        self.wear(name)
        return name


def theme(palette: Palette) -> Theme:
    """The palette as a theme of Textual, with the variables that hrd.tcss uses."""
    return Theme(
        name=palette.name,
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        warning=palette.warm,
        error=palette.warm,
        success=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.shade,
        panel=palette.shade,
        dark=palette.dark,
        ansi=palette.ansi,
        variables={
            "shade": palette.shade,
            "ground": palette.ground,
            "ink": palette.text,
            "dim": palette.dim,
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "strong": palette.strong,
            "input-cursor-background": palette.strong,
            "input-cursor-foreground": palette.ground,
            "input-cursor-text-style": "reverse" if palette.ansi else "none",
            "text-disabled": palette.dim,
            "input-selection-background": palette.accent if palette.ansi else palette.cursor,
        },
    )
