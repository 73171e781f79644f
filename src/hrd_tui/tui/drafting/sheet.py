"""What the preview shows, as lines: the page as readers will see it, or the file's text; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.copydesk.draft import Draft
from hrd_tui.text.blocks import HEADING, Document
from hrd_tui.text.clean import clean
from hrd_tui.tui.article_layout import body
from hrd_tui.tui.pieces import Line, Piece
from hrd_tui.tui.wrap import wrap

FENCE = "---"
FOLDED = "--- front matter ---"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines, and for each part of the draft the first line of its words and the line behind their last one.

    A part that does not stand in the post has None.
    """

    lines: Sequence[Line] = ()
    places: Sequence[tuple[int, int] | None] = ()


def page(draft: Draft, document: Document, cells: int) -> Sheet:
    """The page, its headline first."""
    lines: list[Line] = []
    first = 0
    for block, laid in zip(document.blocks, body(document.blocks, cells, {}), strict=True):
        headline = block.kind == HEADING and block.level == 1
        lines += [[Piece(text, "title") for text, _ in line] for line in laid] if headline else laid
        first = len(lines) if headline and not first else first
    return Sheet(lines, places(draft, lines, first))


def markdown(draft: Draft, text: str, cells: int, *, folded: bool) -> Sheet:
    """The text of the file, wrapped; its front matter is one line where it is `folded`."""
    written = clean(text).rstrip("\n").split("\n")
    end = written.index(FENCE, 1) + 1 if written[0] == FENCE and FENCE in written[1:] else 0
    head = [FOLDED] if folded and end else written[:end]
    lines: list[Line] = [line for one in head for line in wrap([Piece(one, "dim")], cells)]
    first = len(lines)
    for one in written[end:]:
        lines += wrap([Piece(one, "bold" if one.startswith("#") else "text")], cells) if one else [()]
    return Sheet(lines, places(draft, lines, first))


def places(draft: Draft, lines: Sequence[Line], first: int) -> list[tuple[int, int] | None]:
    """Where the words of each part stand in the lines, looked for from line `first` on in the order of the draft.

    Compared are letters and digits alone: markup, escapes and the breaking of lines stand between them.
    """
    text, at_line = "", []
    pieces = []
    for number in range(first, len(lines)):
        bare = _bare("".join(piece.text for piece in lines[number]))
        pieces.append(bare)
        at_line += [number] * len(bare)
    text = "".join(pieces)
    found: list[tuple[int, int] | None] = []
    at = 0
    for part in draft.body:
        words = "" if part.cut else _bare(part.block.text)
        start = text.find(words, at) if words else -1
        start = text.find(words) if words and start < 0 else start
        if start < 0:
            found.append(None)
            continue
        end = start + len(words)
        found.append((at_line[start], at_line[end - 1] + 1))
        at = max(at, end)
    return found


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
