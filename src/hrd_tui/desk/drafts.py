"""The drafts of the desk: composed from items, edited part by part, each version durable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.desk.exports import Exports, Written
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.revisions import Revisions
from hrd_tui.documents import DraftDoc, WordPressDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.store.store import Store
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import from_iso, iso

if TYPE_CHECKING:
    from hrd_tui.copydesk.checklist import Remark
    from hrd_tui.copydesk.choices import Choices
    from hrd_tui.copydesk.draft import Draft


@dataclass(frozen=True, slots=True)
class Summary:
    """A draft as a list shows it: when it was composed, the file it was written to last with the SHA-256 of its bytes,
    where it was sent.
    """

    id: int
    title: str
    items: tuple[int, ...]
    at: datetime
    file: str = ""
    wordpress: WordPressDoc | None = None
    sha256: str = ""


class Drafts:
    """The drafts of one desk. Calls that name a draft raise UsageProblem where there is none of this number."""

    def __init__(self, store: Store, exports: Exports, now: Callable[[], datetime]) -> None:
        self._store = store
        self._exports = exports
        self._now = now
        self._revisions = Revisions(store, now)

    def compose(self, ids: Sequence[int], *, title: str = "", see_also: Sequence[str] = (), anew: bool = False) -> int:
        """The number of the draft of these items, in this order: the one there is, else (or `anew`) a new one.

        A post that was written straight from the items becomes this draft, so that its file stays the same one.
        Raises UsageProblem without items, or for one that is not on the desk.
        """
        from hrd_tui.copydesk.drafts import as_doc

        wanted = list(dict.fromkeys(ids))
        if not wanted:
            raise UsageProblem("There is nothing to draft", "x in the reader selects, or hrd items select ID.")
        known = None if anew else self._exports.edited(wanted)
        if known is not None:
            return known
        made = as_doc(self._exports.composed(wanted, title, see_also))
        with self._store.change() as change:
            # Another process may have composed the same meanwhile.
            known = None if anew else self._exports.edited(wanted)
            if known is not None:
                return known
            plain = None if anew else self._plain(wanted)
            doc: DraftDoc = {**self._store.drafts[plain]} if plain else {"items": wanted, "at": iso(self._now())}
            if plain:
                change.remove("drafts", plain)
            for item in wanted:
                self._store.past.put_back(change, item)
            id = change.new_id("drafts")
            change.put("drafts", id, {**doc, "draft": made})
        return id

    def get(self, id: int) -> "Draft":
        """A draft as it is now."""
        from hrd_tui.copydesk.drafts import from_doc

        return from_doc(self._doc(id)["draft"])

    def alter(self, id: int, change: "Callable[[Draft], Draft]") -> "Draft":
        """Keeps what `change` makes of the draft as it is by then, whoever changed it before; gives what it made.

        The draft is read, changed and kept under one lock, durable when the call returns; undo has the version before.
        What `change` raises leaves the draft as it was. The same draft again is no version.
        """
        from hrd_tui.copydesk.drafts import as_doc

        with self._store.change() as written:
            before = self.get(id)
            after = change(before)
            if after != before:
                doc = self._doc(id)
                made = as_doc(after)
                written.put("drafts", id, {**doc, "draft": made})
                self._revisions.record(written, id, as_doc(before), made)
        return after

    def put(self, id: int, draft: "Draft", *, read: "Draft | None" = None) -> None:
        """Keeps a draft as edited, as `alter` does.

        `read` is the draft that it was made from: raises UsageProblem, and keeps nothing, where it is another by now.
        """

        def change(there: "Draft") -> "Draft":
            if read is not None and there != read:
                raise UsageProblem("The draft was changed elsewhere", "Nothing was overwritten; do that again.")
            return draft

        self.alter(id, change)

    def undo(self, id: int) -> "Draft | None":
        """Takes the last change of a draft back, whoever made it; None where there is none."""
        return self._turn(id, undone=True)

    def redo(self, id: int) -> "Draft | None":
        """Makes a change again that was taken back; None where there is none."""
        return self._turn(id, undone=False)

    def list(self) -> list[Summary]:
        """All drafts, the newest first."""
        found = [(id, doc) for id, doc in list(self._store.drafts.items()) if "draft" in doc]
        summaries = [_summary(id, doc) for id, doc in found]
        return sorted(summaries, key=lambda one: (one.at, one.id), reverse=True)

    def discard(self, id: int) -> None:
        """Takes a draft away; its items and a file written from it stay, and `restore` has it back."""
        with self._store.change() as change:
            doc = self._doc(id)
            self._revisions.discard(change, id, doc)
            # Where it went is kept, so that an export of the same items still finds and replaces it.
            if doc.get("file") or doc.get("wordpress"):
                rest: DraftDoc = {**doc}
                del rest["draft"]
                change.put("drafts", id, rest)
            else:
                change.remove("drafts", id)

    def restore(self, id: int) -> "Draft":
        """Takes a discarded draft back as it was; its changes can be undone as before.

        Raises UsageProblem where no draft of this number was discarded.
        """
        with self._store.change() as change:
            doc = self._revisions.restore(change, id)
            if doc is None:
                raise UsageProblem(f"No draft {id} was discarded", "hrd draft list --discarded shows which were.")
            change.put("drafts", id, {**doc, **(self._store.drafts.get(id) or DraftDoc())})
        return self.get(id)

    def discarded(self) -> Sequence[Summary]:
        """The drafts that `restore` can have back, that discarded last in front."""
        found = self._revisions.discarded()
        return [_summary(id, doc) for id, doc in found.items()]

    def changed_last(self) -> tuple[int, datetime] | None:
        """The draft that was changed last, and when; None where none was."""
        return self._revisions.last()

    def check(self, id: int) -> "Sequence[Remark]":
        """What to look at before the draft goes out."""
        return self._exports.check(self.get(id))

    def warnings(self, id: int, target: str = "") -> tuple[str, ...]:
        """What to look at in a draft, and in the post that it makes for a target, in sentences."""
        return self._exports.warnings(self.get(id), target)

    def choices(self, lists: Lists) -> "Choices":
        """What the fields of a draft may hold."""
        from hrd_tui.copydesk.choices import Choices

        def country(name: str) -> str:
            code = lists.code(name)
            return lists.country(code) if code else ""

        return Choices(country, self._exports.templates.names())

    def read(self, text: str, draft: "Draft", lists: Lists) -> "Draft":
        """The draft that a manuscript describes which was made from `draft`; nothing is kept.

        Raises UsageProblem that names the line for what cannot be read.
        """
        from hrd_tui.copydesk.manuscript import from_text

        return from_text(text, draft, self.choices(lists))

    def originals(self, id: int) -> Sequence[Document]:
        """The texts of the draft's items."""
        return self._exports.originals(self._doc(id)["items"])

    def text(self, id: int, target: str = "") -> str:
        """The draft as it would be written for a target."""
        return self._exports.text(self.get(id), target)

    def export(self, id: int, *, folder: Path | None = None, force: bool = False, target: str = "") -> Written:
        """Writes the draft to its file and marks its items drafted, in one change.

        Raises ExportError for a file that was changed by hand (unless `force`) or cannot be written.
        """
        return self._exports.write_draft(id, self.get(id), folder=folder, force=force, target=target)

    def add_see_also(self, url: str) -> int:
        """Puts `[see also: <URL>]` into the newest draft that was not written or sent yet; gives its number.

        Raises UsageProblem where there is none, or for what is no web address.
        """
        from hrd_tui.copydesk.edit import see_also

        newest = next((one.id for one in self.list() if not one.file and not one.wordpress), None)
        if newest is None:
            raise UsageProblem("No draft is open", "c composes one from the item or the selected ones.")
        self.alter(newest, lambda draft: see_also(draft, url))
        return newest

    def _plain(self, ids: Sequence[int]) -> int | None:
        return max(
            (id for id, doc in self._store.drafts.items() if doc["items"] == ids and "draft" not in doc), default=None
        )

    def _doc(self, id: int) -> DraftDoc:
        doc = self._store.drafts.get(id)
        if doc is None or "draft" not in doc:
            raise UsageProblem(f"There is no draft {id}", "hrd draft list shows them.")
        return doc

    def _turn(self, id: int, *, undone: bool) -> "Draft | None":
        from hrd_tui.copydesk.drafts import from_doc

        with self._store.change() as change:
            doc = self._doc(id)
            turned = self._revisions.turn(change, id, doc["draft"], undone=undone)
            if turned is None:
                return None
            change.put("drafts", id, {**doc, "draft": turned})
        return from_doc(turned)


def _summary(id: int, doc: DraftDoc) -> Summary:
    return Summary(
        id,
        doc["draft"].get("title", ""),
        tuple(doc["items"]),
        from_iso(doc["at"]),
        doc.get("file", ""),
        doc.get("wordpress"),
        doc.get("sha256", ""),
    )
