"""The query language: one for filters, searches, saved views, rules, and the command line."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from hrd_tui.text import said
from hrd_tui.text.query_row import Order, Row, Test, haystack

if TYPE_CHECKING:
    from hrd_tui.text.query_nodes import Node

__all__ = ["Order", "Query", "Row", "Test", "asks_signals", "haystack", "parse"]

_SIGNALS = frozenset({*said.FIELDS, *said.DAY_FIELDS})


@dataclass(frozen=True, slots=True)
class Query:
    """A query as understood: `root` is what must hold, `orders` how the list stands, `text` what was typed.

    `str` writes it so that equal queries are written alike.
    """

    text: str
    root: "Node"
    orders: tuple[Order, ...] = ()

    def test(self, now: datetime) -> Test:
        """The question to ask of each row."""
        return self.root.test(now)

    def matches(self, row: Row, now: datetime) -> bool:
        """Whether one item is meant."""
        return self.test(now)(row)

    @property
    def names(self) -> frozenset[str]:
        """The fields that it looks at or orders by, and the states as is:STATE; empty text for plain words."""
        from hrd_tui.text.query_nodes import Is, every

        looked = (str(node) if isinstance(node, Is) else getattr(node, "name", "") for node in every(self.root))
        return frozenset({*looked, *(order.by for order in self.orders)})

    def __str__(self) -> str:
        return " ".join(filter(None, (self._written(), *map(str, self.orders))))

    def _written(self) -> str:
        from hrd_tui.text.query_nodes import Any

        whole = str(self.root)
        return f"({whole})" if self.orders and isinstance(self.root, Any) else whole


@lru_cache(maxsize=64)
def parse(text: str) -> Query:
    """The query that a text means; docs/query.md has the grammar.

    Raises UsageProblem that shows the place and says what was expected. The parser is read when one is asked for:
    the reader starts without a query.
    """
    from hrd_tui.text.query_parser import Parser

    parser = Parser(text)
    return Query(text, parser.query(), tuple(parser.orders))


def asks_signals(text: str) -> bool:
    """Whether a query looks at what the signals find in the texts of items. Raises UsageProblem."""
    return not _SIGNALS.isdisjoint(parse(text).names)
