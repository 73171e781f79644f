"""Writes items as posts and remembers which file came from which items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.decisions import Decisions
from hrd_tui.model import DraftDoc, Item, State
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import from_iso, iso

if TYPE_CHECKING:
    from hrd_tui.copydesk.draft import Draft


@dataclass(frozen=True, slots=True)
class Written:
    """A post on disk: where, whether it was written, replaced or unchanged, its items, and what to look at in it."""

    path: Path
    status: str
    items: tuple[int, ...]
    warnings: tuple[str, ...] = ()


class Exports:
    """The posts of one desk. Every call may raise UsageProblem for an id that is not on the desk."""

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

    @property
    def folder(self) -> Path:
        """Where posts go when no folder is named."""
        return Path(self._config["export.folder"]).expanduser()

    def preview(
        self, ids: Sequence[int], *, merge: bool = False, title: str = "", see_also: Sequence[str] = ()
    ) -> list[str]:
        """The posts as markdown, without writing anything."""
        from hrd_tui.copydesk.render import markdown

        return [markdown(self._draft(group, title, see_also)) for group in _posts(ids, merge)]

    def write(
        self,
        ids: Sequence[int],
        *,
        folder: Path | None = None,
        merge: bool = False,
        title: str = "",
        see_also: Sequence[str] = (),
        force: bool = False,
    ) -> list[Written]:
        """Writes one post an item, or one of all, and marks the items drafted.

        Raises ExportError for a file that was changed by hand (unless `force`) or cannot be written; the posts before
        it are written and recorded.
        """
        place = (folder or self.folder).expanduser().absolute()
        return [self._write_one(group, place, title, see_also, force) for group in _posts(ids, merge)]

    def _write_one(
        self, ids: tuple[int, ...], folder: Path, title: str, see_also: Sequence[str], force: bool
    ) -> Written:
        from hrd_tui.copydesk.publish import write
        from hrd_tui.copydesk.render import filename, markdown

        draft = self._draft(ids, title, see_also)
        posts = {Path(doc["file"]): doc for doc in self._store.drafts.values()}
        written = write(folder, filename(draft), markdown(draft), posts, ids, force)
        self._record(ids, written.path, written.sha256)
        return Written(written.path, written.status, ids, warnings(draft))

    def _draft(self, ids: tuple[int, ...], title: str, see_also: Sequence[str]) -> "Draft":
        from hrd_tui.copydesk.compose import Source, compose

        sources = [Source(self._item(id), self._document(id)) for id in ids]
        return compose(sources, self._date(ids), title=title, see_also=see_also)

    def _date(self, ids: tuple[int, ...]) -> datetime:
        """The day of the first export of these items, so that exporting them again gives the same post."""
        earlier = [doc["at"] for doc in self._store.drafts.values() if tuple(doc["items"]) == ids]
        return from_iso(min(earlier)) if earlier else self._now()

    def _record(self, ids: tuple[int, ...], path: Path, sha256: str) -> None:
        with self._store.change() as change:
            known = next((id for id, doc in self._store.drafts.items() if doc["file"] == str(path)), None)
            at = iso(self._date(ids))
            doc: DraftDoc = {"file": str(path), "sha256": sha256, "items": list(ids), "at": at}
            if known is None or self._store.drafts[known] != doc:
                change.put("drafts", known or change.new_id("drafts"), doc)
            posted = [id for id in ids if self._store.states.get(id, {}).get("state") == State.POSTED]
            self._decisions.drafted(change, [id for id in ids if id not in posted])


def warnings(draft: "Draft") -> tuple[str, ...]:
    """What an editor should look at before the post goes out."""
    return () if draft.sources else ("it names no source; the item has no address",)


def _posts(ids: Sequence[int], merge: bool) -> list[tuple[int, ...]]:
    return [tuple(ids)] if merge else [(id,) for id in ids]
