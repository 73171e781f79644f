"""Writes items as posts and remembers which file came from which items."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from hrd_tui.config import Config
from hrd_tui.desk.decisions import Decisions
from hrd_tui.errors import ExportError
from hrd_tui.model import DraftDoc, Item
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import iso
from hrd_tui.copydesk.publish import Written


class Exports:
    """The posts of one desk."""

    def __init__(
        self,
        store: Store,
        config: Config,
        decisions: Decisions,
        item: Callable[[int], Item],
        document: Callable[[int], Document],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._config = config
        self._decisions = decisions
        self._item = item
        self._document = document
        self._now = now
