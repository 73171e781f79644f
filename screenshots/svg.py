"""Draws the lines of a terminal as SVG: cells of one size, backgrounds below, text above, no remote fonts."""

import re
from collections.abc import Sequence
from html import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.strip import Strip

CELL = 10.0
LINE = 19.4
SIZE = 16.61
BASE = 15.2
"""A cell of 10 × 19.4 at 16.61 px is exactly that of DejaVu Sans Mono, so that rules of box signs join."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"
PAD = 12.0
_NORMAL = "1d1f21 cc6666 b5bd68 f0c674 81a2be b294bb 8abeb7 c5c8c6"
_BRIGHT = "969896 de8f8f d3d98f f6dda0 a8c4da cfb5d6 b0d8d2 ffffff"
_SIXTEEN = [(one[0], one[1], one[2]) for one in map(bytes.fromhex, f"{_NORMAL} {_BRIGHT}".split())]
TERMINAL = TerminalTheme(_SIXTEEN[0], _SIXTEEN[7], _SIXTEEN[:8], _SIXTEEN[8:])
"""The sixteen colours of a terminal as many have them, after Tomorrow Night (https://github.com/chriskempson/base16)."""


def draw(strips: Sequence[Strip], ground: str, ink: str) -> str:
    """The lines as one SVG; `ground` and `ink` are used where a style has no colour of its own."""
    cells = max(strip.cell_length for strip in strips)
    width, height = cells * CELL + 2 * PAD, len(strips) * LINE + 2 * PAD
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:.1f}" '
        f'viewBox="0 0 {width:g} {height:.1f}" font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
        f'<rect width="100%" height="100%" fill="{ground}" rx="6"/>',
    ]
    for number, strip in enumerate(strips):
        parts += _line(strip, PAD + number * LINE, ground, ink)
    return "\n".join([*parts, "</svg>", ""])


def _line(strip: Strip, top: float, ground: str, ink: str) -> list[str]:
    grounds, texts = [], []
    x = PAD
    for segment in strip:
        fore, back = _colours(segment.style or Style(), ground, ink)
        span = segment.cell_length * CELL
        if back != ground:
            grounds.append(f'<rect x="{x:g}" y="{top:.1f}" width="{span:g}" height="{LINE + 0.3:.1f}" fill="{back}"/>')
        texts += _text(segment, x, top + BASE, fore)
        x += span
    return grounds + texts


def _text(segment: Segment, x: float, y: float, fore: str) -> list[str]:
    """The words of a segment; columns parted by blanks are texts of their own, lest right-to-left words move them."""
    style = segment.style or Style()
    how = ' font-weight="bold"' if style.bold else ""
    how += ' font-style="italic"' if style.italic else ""
    lines = [name for name, drawn in (("underline", style.underline), ("line-through", style.strike)) if drawn]
    how += f' text-decoration="{" ".join(lines)}"' if lines else ""
    how += ' fill-opacity="0.65"' if style.dim else ""
    return [
        f'<text x="{x + cell_len(segment.text[: part.start()]) * CELL:g}" y="{y:.1f}" fill="{fore}"{how}>'
        f"{escape(part[0])}</text>"
        for part in re.finditer(r"\S+(?: \S+)*", segment.text)
    ]


def _colours(style: Style, ground: str, ink: str) -> tuple[str, str]:
    fore = style.color.get_truecolor(TERMINAL).hex if style.color and not style.color.is_default else ink
    back = style.bgcolor.get_truecolor(TERMINAL).hex if style.bgcolor and not style.bgcolor.is_default else ground
    return (back, fore) if style.reverse else (fore, back)
