"""The colours of the screen, theme by theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from hrd_tui.desk.tags import COLOURS


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, in Textual's spelling.

    Text colours (`text`, `strong`, `dim`, `accent`, `warm`, `tags`) keep a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3)
    on `ground`, `shade`, `cursor` and `blurred`, in the themes of high contrast 7:1 (1.4.6); `rule` is never text.
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

    def inks(self) -> Mapping[str, str]:
        """The colours of text by their names, those of tags as “tags.pink”."""
        tags = {f"tags.{name}": tone for name, tone in zip(COLOURS, self.tags, strict=True)}
        return {name: getattr(self, name) for name in ("text", "strong", "dim", "accent", "warm")} | tags

    def grounds(self) -> Mapping[str, str]:
        """The colours that text stands on, by their names."""
        return {name: getattr(self, name) for name in ("ground", "shade", "cursor", "blurred")}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours #rrggbb, 1 to 21, as WCAG 2.1 defines it."""
    brighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> float:
    """The relative luminance, 0 to 1."""
    parts = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
DARK_CONTRAST = Palette(
    name="hrd-dark-contrast",
    ground="#000000",
    shade="#0a0b0c",
    cursor="#16344c",
    blurred="#1f2226",
    rule="#8c949c",
    text="#f0f1f2",
    strong="#ffffff",
    dim="#c6cbd1",
    accent="#7fdcff",
    warm="#ffc266",
    tags=("#ffb8e2", "#bfe88a", "#b3d1ff", "#f5d372", "#d8c9ff", "#80ebcb"),
)
LIGHT_CONTRAST = Palette(
    name="hrd-light-contrast",
    ground="#ffffff",
    shade="#f6f6f4",
    cursor="#cfe3f2",
    blurred="#e6e8e8",
    rule="#6b6f74",
    text="#14161a",
    strong="#000000",
    dim="#383c42",
    accent="#003f59",
    warm="#662900",
    tags=("#661447", "#254208", "#103a80", "#493700", "#422586", "#054638"),
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
    tags=("ansi_bright_magenta", "ansi_green", "ansi_bright_blue", "ansi_yellow", "ansi_magenta", "ansi_cyan"),
    ansi=True,
)
PALETTES: Mapping[str, Palette] = {
    palette.name: palette for palette in (DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST, TERMINAL)
}
