"""The texts of items that just arrived, looked through one by one: the full-text index learns of them only later."""

from collections.abc import Callable, Iterable, Mapping, Set

from hrd_tui.documents import ItemDoc
from hrd_tui.text import terms
from hrd_tui.text.blocks import Document

LONGEST = 200_000
"""Characters of a text that are looked through, as many as the index has."""


def folded(item: ItemDoc, source: str, document: Document) -> tuple[str, str]:
    """The title of an item, and its source, authors and text, as terms.pattern finds phrases in them."""
    text = "\n".join([source, *item.get("authors", ()), *(block.text for block in document.blocks)])[:LONGEST]
    return terms.located(item["title"])[0], terms.located(text)[0]


def holding(texts: Mapping[int, Iterable[str]]) -> Callable[[str], Set[int]]:
    """Gives those of these items, by their folded texts, that hold a phrase: what FullTexts.matching would find."""

    def found(phrase: str) -> Set[int]:
        wanted = terms.pattern([phrase])
        return {id for id, parts in texts.items() if wanted and any(map(wanted.search, parts))}

    return found
