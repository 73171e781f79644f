"""The colours of the screen: three palettes, and the inks that rows and articles are written in."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.style import Style
from textual.theme import Theme

from hrd_tui.desk.tags import COLOURS, own_colour
from hrd_tui.tui.glyphs import TWINS


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, in Textual's spelling.

    Text colours (`text`, `strong`, `dim`, `accent`, `warm`, `tags`) keep a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3)
    on `ground`, `shade` and `cursor`; `rule` and `blurred` are never text.
    """

    name: str
    ground: str
    shade: str
    cursor: str
    blurred: str
    rule: str
    text: str
    strong: str
    dim: str
    accent: str
    warm: str
    tags: tuple[str, ...]  # a tone for each of desk.tags.COLOURS
    dark: bool = True
    ansi: bool = False


DARK = Palette(
    name="hrd-dark",
    ground="#16181b",
    shade="#1b1e22",
    cursor="#2a333d",
    blurred="#22272d",
    rule="#3c434b",
    text="#c8ccd1",
    strong="#f4f5f6",
    dim="#9ba2ab",
    accent="#7cc4d8",
    warm="#e9a862",
    tags=("#d9a3c6", "#a9c684", "#93b9ee", "#d8bb77", "#bcabeb", "#7fcbb5"),
)
LIGHT = Palette(
    name="hrd-light",
    ground="#fcfbf8",
    shade="#f4f2ed",
    cursor="#dbe5ec",
    blurred="#e9ebeb",
    rule="#c9c5bb",
    text="#34383d",
    strong="#0b0c0d",
    dim="#565c64",
    accent="#0a5d78",
    warm="#8a4300",
    tags=("#8a2f66", "#3d6011", "#1d4f9c", "#6b5000", "#5a3ea6", "#0b5f4c"),
    dark=False,
)
TERMINAL = Palette(
    name="terminal",
    ground="ansi_default",
    shade="ansi_default",
    cursor="ansi_default",
    blurred="ansi_default",
    rule="ansi_default",
    text="ansi_default",
    strong="ansi_default",
    dim="ansi_default",
    accent="ansi_cyan",
    warm="ansi_yellow",
    tags=("ansi_magenta", "ansi_green", "ansi_blue", "ansi_yellow", "ansi_red", "ansi_cyan"),
    ansi=True,
)
PALETTES: Mapping[str, Palette] = {palette.name: palette for palette in (DARK, LIGHT, TERMINAL)}


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
            "input-selection-background": palette.accent if palette.ansi else palette.cursor,
        },
    )


def _rich(colour: str) -> str:
    return colour.removeprefix("ansi_")


class Inks:
    """The styles of one palette by the names that pieces of text carry; `plain` writes signs as their ASCII twins.

    The names of marks stand behind a + (see hits): hit, here (the one where the editor is), watched.
    The names: text, strong (unread titles), dim, accent, warm, rule, key, title, heading, quote, code, em, bold,
    link, label, struck, altered, tag0 to tag5; the grounds: ground, shade, cursor, blurred.
    """

    def __init__(self, palette: Palette, *, plain: bool = False) -> None:
        self.palette = palette
        self.plain = plain
        self._mixed: dict[tuple[str, str, str], Style] = {}
        ansi = palette.ansi

        def fore(colour: str, *, bold: bool = False, dim: bool = False, italic: bool = False) -> Style:
            return Style(color=_rich(colour), bold=bold or None, dim=dim or None, italic=italic or None)

        self._styles: dict[str, Style] = {
            "text": fore(palette.text),
            "strong": fore(palette.strong, bold=True),
            "dim": fore(palette.dim, dim=ansi),
            "accent": fore(palette.accent),
            "warm": fore(palette.warm),
            "rule": fore(palette.rule, dim=ansi),
            "key": fore(palette.accent, bold=True),
            "title": fore(palette.strong, bold=True),
            "heading": fore(palette.accent, bold=True),
            "quote": fore(palette.text),
            "code": fore(palette.warm),
            "em": fore(palette.text, italic=True),
            "bold": fore(palette.strong, bold=True),
            "link": fore(palette.accent),
            "label": fore(palette.accent, bold=True) + Style(reverse=True),
            "struck": fore(palette.dim, dim=ansi) + Style(strike=True),
            "altered": fore(palette.warm) + Style(underline=True),
            **{f"tag{n}": fore(colour) for n, colour in enumerate(palette.tags)},
            "ground": Style(color=_rich(palette.text), bgcolor=_rich(palette.ground)),
            "shade": Style(color=_rich(palette.text), bgcolor=_rich(palette.shade)),
        }
        # Marks stand over any ink, and are told without colours, too. A row in reverse video has its hits upright.
        lit = Style(color=_rich(palette.ground), bgcolor=_rich(palette.accent), bold=False)
        here = Style(color=_rich(palette.ground), bgcolor=_rich(palette.warm), bold=True, underline=True)
        self._marks = {
            ("hit", False): Style(reverse=True) if ansi else lit,
            ("hit", True): Style(reverse=False, underline=True) if ansi else lit,
            ("here", False): Style(reverse=True, bold=True, underline=True) if ansi else here,
            ("here", True): Style(reverse=False, bold=True, underline=True) if ansi else here,
            ("watched", False): Style(color=_rich(palette.accent), underline=True),
            ("watched", True): Style(underline=True) if ansi else Style(color=_rich(palette.accent), underline=True),
        }
        self._cursor = Style(reverse=True, dim=False) if ansi else Style(bgcolor=_rich(palette.cursor))
        self._blurred = Style(bold=True, dim=False) if ansi else Style(bgcolor=_rich(palette.blurred))

    def written(self, text: str) -> str:
        """The text as it goes to the terminal: with ASCII twins where the terminal knows no other signs."""
        return text.translate(TWINS) if self.plain else text

    def style(self, ink: str, ground: str, cursor: str = "") -> Style:
        """The style of an ink on a ground; `cursor` is "focused" or "blurred" on the cursor's row, else empty."""
        key = (ink, ground, cursor)
        if key not in self._mixed:
            self._mixed[key] = self._mix(ink, ground, cursor)
        return self._mixed[key]

    def _mix(self, ink: str, ground: str, cursor: str) -> Style:
        ink, _, mark = ink.partition("+")
        style = self._plain(ink, ground, cursor)
        return style + self._marks[mark.partition(":")[0], cursor == "focused"] if mark else style

    def _plain(self, ink: str, ground: str, cursor: str) -> Style:
        style = self._styles[ground] + self._styles[ink]
        if cursor == "focused":
            if self.palette.ansi:
                return Style(color="default", bgcolor="default", bold=style.bold) + self._cursor
            return style + self._cursor
        return style + self._blurred if cursor else style


def tag_ink(tag: str, colour: str = "") -> str:
    """The ink of a tag: that of the colour chosen for it, else always the same one for the same name."""
    return f"tag{COLOURS.index(colour or own_colour(tag))}"
