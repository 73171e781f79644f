"""Ways into the desk: an index kept up with every change, and a chainable selection on it."""

from hrd_tui.selection.index import Count, Index
from hrd_tui.selection.selection import Selection

__all__ = ["Count", "Index", "Selection"]
