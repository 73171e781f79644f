"""A desk that sends to a blog of our own, and a draft for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import wordpress_server
from desk_fixtures import desk_in, paths
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.copydesk.drafts import as_doc, from_doc
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.credentials import VARIABLE
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import ExportError, HrdError
from hrd_tui.text.blocks import PARAGRAPH, Block, Span
from wordpress_server import PASSWORD, USER, Blog


@pytest.fixture
def blog() -> Iterator[Blog]:
    with wordpress_server.running() as blog:
        yield blog


@pytest.fixture
def desk(tmp_path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    configure(tmp_path, blog.base)
    with desk_in(tmp_path) as desk:
        yield desk


@pytest.fixture
def draft(desk: Desk) -> int:
    """A draft of one pasted item, in a category that the blog has."""
    return put(desk, 1, made(paste(desk, "Ferry workers stand trial.", url="https://source.example/1")))


def configure(folder: Path, base: str, user: str = USER, seconds: int = 2) -> None:
    file = paths(folder).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'[wordpress]\naddress = "{base}"\nuser = "{user}"\n[sync]\ntotal_seconds = {seconds}\nidle_seconds = 1\n'
    )


def made(item: int) -> Draft:
    return Draft(
        title="Four “ferry” workers & a <trial>",
        date=date(2026, 2, 1),
        slug="four-ferry-workers",
        excerpt="Four workers stand trial.",
        categories=("Uncategorized",),
        tags=("Lawyers", "R&D"),
        sources=(SourceRef("Source", "https://source.example/1"),),
        items=(item,),
        body=(Part(Block(PARAGRAPH, (Span("They <script>alert(1)</script> stand trial."),)), 0),),
    )


def put(desk: Desk, id: int, draft: Draft) -> int:
    with desk.store.change() as change:
        change.put("drafts", id, {"items": list(draft.items), "at": "2026-02-01T12:00:00Z", "draft": as_doc(draft)})
    return id


def alter(desk: Desk, id: int, **values: object) -> None:
    with desk.store.change() as change:
        doc = desk.store.drafts[id]
        change.put("drafts", id, {**doc, "draft": as_doc(replace(from_doc(doc["draft"]), **values))})  # type: ignore[arg-type]


def failure(desk: Desk, draft: int, kind: type[HrdError] = ExportError) -> str:
    before = dict(desk.store.drafts[draft])
    with pytest.raises(kind) as caught:
        desk.wordpress.send(draft)
    assert desk.store.drafts[draft] == before
    return f"{caught.value.title} {caught.value.detail}"
