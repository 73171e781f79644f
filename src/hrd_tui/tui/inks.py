"""The inks that rows and articles are written in."""

from rich.style import Style

from hrd_tui.desk.palettes import Palette
from hrd_tui.desk.tags import COLOURS, own_colour
from hrd_tui.tui.glyphs import TWINS


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
            "link": fore(palette.accent) + Style(underline=ansi or None),
            "label": fore(palette.accent, bold=True) + Style(reverse=True),
            "struck": fore(palette.dim, dim=ansi) + Style(strike=True),
            "altered": fore(palette.warm, bold=ansi) + Style(underline=True),
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
            ("watched", False): Style(color=_rich(palette.accent), bold=ansi or None, underline=True),
            ("watched", True): Style(underline=True) if ansi else Style(color=_rich(palette.accent), underline=True),
        }
        self._cursor = Style(reverse=True) if ansi else Style(bgcolor=_rich(palette.cursor))
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
