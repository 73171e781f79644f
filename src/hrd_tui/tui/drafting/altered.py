"""Which words of a source the editor altered; pure."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from hrd_tui.text.blocks import Document
from hrd_tui.text.clean import clean
from hrd_tui.tui.glyphs import GONE
from hrd_tui.tui.pieces import Piece

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
LEAST_SHARED = 0.3
"""Share of its words that a block of the source must have in common with altered ones to be what they were."""


def altered(text: str, original: Document) -> Sequence[Piece]:
    """The words as pieces: what the source does not have in the ink `altered`, a sign where it has more."""
    new = _TOKEN.findall(clean(text))
    old = _TOKEN.findall(_nearest(new, original))
    pieces: list[Piece] = []
    for what, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(new[from_:to])))
        elif what == "delete":
            gone = "".join(old[start:end])
            pieces += [Piece(GONE, "altered")] if gone.strip() else []
        else:
            pieces.append(Piece("".join(new[from_:to]), "altered"))
    return pieces


def _nearest(tokens: Sequence[str], original: Document) -> str:
    """The block of the source that has most of these words; empty where none has enough of them."""
    wanted = {token for token in tokens if token.strip()}
    best, most = "", LEAST_SHARED * len(wanted)
    for block in original.blocks:
        text = clean(block.text)
        shared = len(wanted.intersection(_TOKEN.findall(text)))
        if shared > most:
            best, most = text, shared
    return best
