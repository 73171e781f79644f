"""Where the numbers of links stand in the lines of an article."""

import re
from collections.abc import Iterator, Sequence

from hrd_tui.text.cells import width
from hrd_tui.tui.hits import plain
from hrd_tui.tui.pieces import Line

NUMBER = re.compile(r"\[(\d{1,6})\]")


def places(lines: Sequence[Line], links: int) -> Iterator[tuple[int, int, int, int]]:
    """Line, first cell, cells and number of each sign of a link, of which there are so many; each number once.

    Numbers are written in the ink "dim" by article_layout; what the text itself has in brackets is not.
    """
    seen: set[int] = set()
    for index, line in enumerate(lines):
        cell = 0
        for text, ink in line:
            for found in NUMBER.finditer(text) if plain(ink) == "dim" else ():
                number = int(found[1])
                if 1 <= number <= links and number not in seen:
                    seen.add(number)
                    yield index, cell + width(text[: found.start()]), len(found[0]), number
            cell += width(text)
