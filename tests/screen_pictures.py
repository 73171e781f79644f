"""Pictures of the screen as text: the words, and letters for how they are drawn in the dark and in the light theme."""

from collections.abc import Sequence
from itertools import groupby
from string import ascii_letters

from rich.style import Style
from textual.strip import Strip

LETTERS = f"{ascii_letters}0123456789!#$%&*+=?@^~<>/αβγδεζηθικλμνξπρστυφχψω"
HOW = ("bold", "dim", "italic", "underline", "strike", "reverse")


def drawn(strips: Sequence[Strip]) -> list[list[tuple[str, Style]]]:
    """The cells of each line with their styles, a sign of two cells as itself and an empty one."""
    return [
        [(sign, segment.style or Style()) for segment in strip for sign in segment.text]
        for strip in (strip.simplify() for strip in strips)
    ]


def told(style: Style) -> str:
    """A style in words: "#c8ccd1 on #16181b bold"."""
    colours = [colour.name if colour else "default" for colour in (style.color, style.bgcolor)]
    return " ".join([" on ".join(colours), *(how for how in HOW if getattr(style, how))])


class Pictures:
    """Collects pictures of one screen; their letters are the same in all of them."""

    def __init__(self) -> None:
        self._letters: dict[tuple[str, str], str] = {}
        self._parts: list[str] = []

    def add(self, heading: str, dark: Sequence[Strip], light: Sequence[Strip]) -> None:
        """Adds what is drawn in two themes. Both say the same."""
        lines, others = drawn(dark), drawn(light)
        words = ["".join(sign for sign, _ in line) for line in lines]
        assert words == ["".join(sign for sign, _ in line) for line in others], f"{heading}: not only colours differ"
        inks = []
        for line, other in zip(lines, others, strict=True):
            pairs = [(told(one), told(two)) for (_, one), (_, two) in zip(line, other, strict=True)]
            letters = [self._letters.setdefault(pair, LETTERS[len(self._letters)]) for pair in pairs]
            inks.append(" ".join(f"{letter}{len(list(run))}" for letter, run in groupby(letters)))
        self._parts += [f"== {heading}", *(line.rstrip() for line in words), "-- inks", *inks, ""]

    def text(self) -> str:
        """All pictures, and what their letters stand for."""
        key = [f"{letter}  {dark}  |  {light}" for (dark, light), letter in self._letters.items()]
        return "\n".join([*self._parts, "== letters: dark | light", *key, ""])
