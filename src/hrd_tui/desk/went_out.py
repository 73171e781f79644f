"""Which drafts left the desk: those that were written to a file, sent to the blog, or whose item was posted by hand."""

from collections.abc import Collection, Iterator
from pathlib import Path

from hrd_tui.documents import DraftDoc
from hrd_tui.model import State
from hrd_tui.store.store import Store


def went_out(store: Store) -> Iterator[tuple[int, DraftDoc]]:
    """These drafts with their numbers, in the order of the numbers.

    A posted item says so for its draft alone where none of its drafts was written or sent: the editor pasted it.
    """
    drafts = sorted(store.drafts.items())
    written = {id for _, doc in drafts if _left(doc) for id in doc["items"]}
    for number, doc in drafts:
        if _left(doc) or any(id not in written and _posted(store, id) for id in doc["items"]):
            yield number, doc


def files(store: Store, ids: Collection[int]) -> list[Path]:
    """The files that are there of posts which were written from all of these items, among others."""
    written = [doc for _, doc in sorted(store.drafts.items()) if set(ids) <= set(doc["items"])]
    named = [Path(file) for doc in written for file in (doc.get("file"), *doc.get("files", ())) if file]
    return [file for file in dict.fromkeys(named) if file.exists()]


def _left(doc: DraftDoc) -> bool:
    return bool(doc.get("file") or doc.get("wordpress"))


def _posted(store: Store, id: int) -> bool:
    return store.states.get(id, {}).get("state") == State.POSTED
