"""Writes items and drafts as posts and remembers which file came from which items."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.config import Config
from hrd_tui.desk.decisions import Decisions
from hrd_tui.desk.known import SignalsOf, in_store
from hrd_tui.documents import DraftDoc
from hrd_tui.errors import ExportError, UsageProblem
from hrd_tui.model import Item, State
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import from_iso, iso

if TYPE_CHECKING:
    from hrd_tui.copydesk.checklist import Remark
    from hrd_tui.copydesk.draft import Draft
    from hrd_tui.copydesk.templates import Templates


@dataclass(frozen=True, slots=True)
class Written:
    """A post on disk: where, whether it was written, replaced or unchanged, its items, and what to look at in it.

    `notes` say where it was written from and what it left behind.
    """

    path: Path
    status: str
    items: tuple[int, ...]
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


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
        own: Path | None = None,
        signals_of: SignalsOf | None = None,
        dead: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`own` is the folder with the editor's terms.toml and templates/; `signals_of` tells what is known of an
        item, else the store's own tables do; `dead` tells which addresses did not answer, with the reason.
        """
        self._store = store
        self._config = config
        self._decisions = decisions
        self._item = item
        self._document = document
        self._now = now
        self._own = own
        self._signals_of = signals_of or in_store(store)
        self._dead = dead

    @property
    def folder(self) -> Path:
        """Where posts go when no folder is named."""
        return Path(self._config["export.folder"]).expanduser()

    def preview(
        self,
        ids: Sequence[int],
        *,
        merge: bool = False,
        title: str = "",
        see_also: Sequence[str] = (),
        target: str = "",
    ) -> list[str]:
        """The posts as text, without writing anything; of items that have an edited draft that one."""
        return [self.text(self._draft(group, title, see_also)[1], target) for group in _posts(ids, merge)]

    def write(
        self,
        ids: Sequence[int],
        *,
        folder: Path | None = None,
        merge: bool = False,
        title: str = "",
        see_also: Sequence[str] = (),
        force: bool = False,
        target: str = "",
    ) -> list[Written]:
        """Writes one post an item, or one of all, and marks the items drafted; an edited draft is written as it is.

        Raises ExportError for a file that was changed by hand (unless `force`) or cannot be written; the posts before
        it are written and recorded.
        """
        return [
            self.write_draft(*self._draft(group, title, see_also), folder=folder, force=force, target=target)
            for group in _posts(ids, merge)
        ]

    def text(self, draft: "Draft", target: str = "") -> str:
        """The text of a post. Raises UsageProblem for an unknown target, and what its template raises."""
        from hrd_tui.copydesk.render import text

        return text(draft, self._target(target), self.templates)

    def write_draft(
        self, id: int | None, draft: "Draft", *, folder: Path | None = None, force: bool = False, target: str = ""
    ) -> Written:
        """Writes a draft, `id` its number in the table where it has one, and marks its items drafted in one change."""
        from hrd_tui.copydesk.publish import write
        from hrd_tui.copydesk.render import filename

        place = (folder or self.folder).expanduser().absolute()
        name, text = filename(draft, self._target(target)), self.text(draft, target)
        posts = {Path(file): one for doc in self._store.drafts.values() for file, one in _files(doc).items()}
        written = write(place, name, text, posts, draft.items, force)
        doc = self._record(id, draft.items, written.path, written.sha256)
        earlier = [Path(file) for file in doc.get("files", ())]
        there = [one for one in earlier if one.parent == place and one.suffix == written.path.suffix and one.exists()]
        notes = [f"written from draft {id}"] if id is not None and "draft" in doc else []
        notes += [f"the earlier file {one} is still there" for one in there]
        return Written(written.path, written.status, draft.items, self.warnings(draft, target), tuple(notes))

    def warnings(self, draft: "Draft", target: str = "") -> tuple[str, ...]:
        """What to look at in a draft, and in the post that it makes for a target, in sentences."""
        return tuple(told(remark) for remark in self.check(draft, target))

    def composed(self, ids: Sequence[int], title: str = "", see_also: Sequence[str] = ()) -> "Draft":
        """A draft of these items as the desk makes it, with nothing edited yet."""
        from hrd_tui.copydesk.compose import compose
        from hrd_tui.copydesk.sources import Source
        from hrd_tui.copydesk.terms import load

        sources = [Source(self._item(id), self._document(id), self._signals_of(id)) for id in ids]
        terms = load(self._own) if self._own else None
        return compose(sources, self._date(tuple(ids)), title=title, see_also=see_also, terms=terms)

    def edited(self, ids: Sequence[int]) -> int | None:
        """The number of the newest draft of exactly these items, in this order; None where there is none."""
        return max(
            (id for id, doc in list(self._store.drafts.items()) if doc["items"] == list(ids) and "draft" in doc),
            default=None,
        )

    def check(self, draft: "Draft", target: str = "") -> "list[Remark]":
        """What to look at in a draft before it goes out, and in what its template makes of it for a target."""
        from hrd_tui.copydesk.checklist import TEMPLATE, Remark, check
        from hrd_tui.copydesk.rendered import remarks

        found = check(draft, self.originals(draft.items), self._now().astimezone().date(), self._dead())
        try:
            made = remarks(draft, self._target(target), self.templates)
        except (UsageProblem, ExportError) as error:
            made = [f"{error.title}. {error.detail}".strip()]
        return found + [Remark(TEMPLATE, words) for words in made]

    def originals(self, ids: Sequence[int]) -> list[Document]:
        """The texts of those items that are still on the desk."""
        return [self._document(id) for id in ids if id in self._store.items]

    @cached_property
    def templates(self) -> "Templates":
        """The shipped templates and the editor's own; what is compiled of them stays until one changes."""
        from hrd_tui.copydesk.templates import Templates

        return Templates(self._own / "templates" if self._own else None)

    def _target(self, target: str) -> str:
        from hrd_tui.copydesk.render import TARGETS

        chosen = target or str(self._config["export.target"])
        if chosen not in TARGETS:
            raise UsageProblem(f"There is no target “{chosen}”", f"It may be {', '.join(TARGETS)}.")
        return chosen

    def _draft(self, ids: tuple[int, ...], title: str, see_also: Sequence[str]) -> "tuple[int | None, Draft]":
        known = self.edited(ids)
        if known is None:
            return None, self.composed(ids, title, see_also)
        from hrd_tui.copydesk import edit
        from hrd_tui.copydesk.drafts import from_doc

        draft = from_doc(self._store.drafts[known]["draft"])
        draft = edit.set_title(draft, title) if title else draft
        for url in see_also:
            draft = edit.see_also(draft, url)
        return known, draft

    def _date(self, ids: tuple[int, ...]) -> datetime:
        """The day of the first export of these items, so that exporting them again gives the same post."""
        earlier = [doc["at"] for doc in self._store.drafts.values() if tuple(doc["items"]) == ids]
        return from_iso(min(earlier)) if earlier else self._now()

    def _record(self, id: int | None, ids: Sequence[int], path: Path, sha256: str) -> DraftDoc:
        with self._store.change() as change:
            there = [known for known, doc in self._store.drafts.items() if str(path) in _files(doc)]
            if id is None or id not in self._store.drafts:
                same = (known for known in there if self._store.drafts[known]["items"] == list(ids))
                id = next(same, None) or self._plain(ids)
            # One file is one draft's; a post that was written before somebody made a draft of its items is replaced.
            for other in there:
                if other != id:
                    _forget_file(change, other, self._store.drafts[other], str(path))
            doc: DraftDoc = {} if id is None else {**self._store.drafts[id]}
            earlier = {file: one["sha256"] for file, one in _files(doc).items() if file != str(path)}
            new: DraftDoc = {**doc, "file": str(path), "sha256": sha256, "items": list(ids)}
            if earlier:
                new["files"] = earlier
            else:
                new.pop("files", None)
            new.setdefault("at", iso(self._date(tuple(ids))))
            if new != doc:
                change.put("drafts", id or change.new_id("drafts"), new)
            posted = [one for one in ids if self._store.states.get(one, {}).get("state") == State.POSTED]
            on_desk = [one for one in ids if one in self._store.items and one not in posted]
            self._decisions.drafted(change, on_desk)
        return new

    def _plain(self, ids: Sequence[int]) -> int | None:
        """The number under which posts of exactly these items are remembered that no draft was made for."""
        found = (id for id, doc in self._store.drafts.items() if "draft" not in doc and doc["items"] == list(ids))
        return max(found, default=None)


def told(remark: "Remark") -> str:
    """A remark of the checklist with the number of its part, from 1."""
    return remark.text if remark.part is None else f"part {remark.part + 1}: {remark.text}"


def _files(doc: DraftDoc) -> dict[str, DraftDoc]:
    """All files of a post, the one written last in front, each with the document as if it had no other."""
    hashes = {doc["file"]: doc["sha256"]} if doc.get("file") else {}
    hashes = {**hashes, **doc.get("files", {})}
    return {file: {**doc, "file": file, "sha256": sha256} for file, sha256 in hashes.items()}


def _forget_file(change: Change, id: int, doc: DraftDoc, path: str) -> None:
    files = {file: one["sha256"] for file, one in _files(doc).items() if file != path}
    rest: DraftDoc = {key: value for key, value in doc.items() if key not in ("file", "sha256", "files")}  # type: ignore[assignment]
    if files:
        last = next(iter(files))
        rest = {**rest, "file": last, "sha256": files.pop(last)}
    if files:
        rest["files"] = files
    if "draft" in rest or "file" in rest:
        change.put("drafts", id, rest)
    else:
        change.remove("drafts", id)


def _posts(ids: Sequence[int], merge: bool) -> list[tuple[int, ...]]:
    return [tuple(ids)] if merge else [(id,) for id in ids]
