"""Ways into the desk: an index kept up with every change, and a chainable selection on it."""

from hrd_tui.selection.groups import Count
from hrd_tui.selection.index import Index
from hrd_tui.selection.selection import Selection

__all__ = ["Count", "Index", "Selection"]
