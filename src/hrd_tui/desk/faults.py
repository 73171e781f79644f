"""Faults of the program in reading one item: they cost that item alone, and neither the others nor the reader."""

import warnings

UNREADABLE = "unreadable"
UNPLACED = "unplaced"
"""Codes of the cautions that name such an item, in lists, in its article and to `hrd items why`."""

_TOLD = {
    UNREADABLE: "The signals cannot read this text",
    UNPLACED: "Which story this belongs to cannot be told",
}


class Fault(Warning):
    """Warned of where a fault is kept from others: unheard by the editor, an error in tests."""


warnings.filterwarnings("ignore", category=Fault, append=True)


class Unplaced(Exception):
    """That one item cannot be given its story; nothing of the change that was to keep it is written."""

    def __init__(self, item: int, why: str) -> None:
        super().__init__(why)
        self.item = item
        self.why = why


def told(code: str, error: Exception) -> str:
    """What the editor is told of a fault: the sentence of its code with the kind of the error."""
    warnings.warn(f"{_TOLD[code]}: {error!r}", Fault, stacklevel=2)
    return f"{_TOLD[code]} ({type(error).__name__}); look at it yourself"
