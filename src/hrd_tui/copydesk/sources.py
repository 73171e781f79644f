"""What a draft is composed of: items with their texts, and what is known of each beyond its words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrd_tui.model import Item
from hrd_tui.text.blocks import Document

if TYPE_CHECKING:
    from hrd_tui.signals.deadline import Deadline


@dataclass(frozen=True, slots=True)
class ItemSignals:
    """What is known of an item beyond its words; empty where nothing is.

    `countries` are the English names of those it is about, `deadlines` stand in the order of the text, `cautions` are
    sentences that say what wants a remark of the editor.
    """

    kind: str = ""
    language: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    deadlines: "tuple[Deadline, ...]" = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An item with its text; where no `signals` are given, its deadlines are read from the text."""

    item: Item
    document: Document
    signals: ItemSignals | None = None

    @property
    def known(self) -> ItemSignals:
        """The signals given, or else the deadlines alone."""
        if self.signals is not None:
            return self.signals
        from hrd_tui.signals.deadline import find_all
        from hrd_tui.signals.reading import Reading, paragraphs

        item = self.item
        published = item.published.date() if item.published else None
        reading = Reading(item.title, paragraphs(self.document), item.url, published=published, language=item.language)
        return ItemSignals(deadlines=find_all(reading))
