"""Faults of the program in reading one item: they cost that item alone, and neither the others nor the reader."""

import warnings
from collections.abc import Collection, Iterator

from hrd_tui.documents import SignalsDoc
from hrd_tui.store.store import Store

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


def kept(doc: SignalsDoc, codes: Collection[str] = tuple(_TOLD)) -> list[str]:
    """What the editor was told of the faults with these codes when the item was kept."""
    return [one["why"] for one in doc.get("cautions", ()) if not isinstance(one, str) and one["code"] in codes]


def items(store: Store) -> Iterator[tuple[int, str]]:
    """The items that a fault was kept of, on the desk and archived, each with what was told. Raises StoreError."""
    signals = {id: doc for id, doc in list(store.signals.items()) if id in store.items}
    past = store.past.documents(lambda line: any(code.encode() in line for code in _TOLD), ("signals",))
    for id, doc in (*sorted(signals.items()), *((id, archived.signals) for id, archived in past)):
        yield from ((id, why) for why in kept(doc))


def told(code: str, error: Exception) -> str:
    """What the editor is told of a fault: the sentence of its code with the kind of the error."""
    warnings.warn(f"{_TOLD[code]}: {error!r}", Fault, stacklevel=2)
    return f"{_TOLD[code]} ({type(error).__name__}); look at it yourself"
