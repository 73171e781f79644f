"""A desk to put texts on, and what its full text finds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from tui_fixtures import item


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as opened:
        yield opened


def take(desk: Desk, number: int, body: str, title: str = "", **more: Any) -> None:
    """Puts an item, as a sync would."""
    with desk.store.change() as change:
        doc = item(number, title=title or f"Title {number}", hash=f"{hash(body)}", **more)
        change.put("items", number, {**doc, "body": change.body(f"<p>{body}</p>")})


def found(desk: Desk, text: str, order: str = "newest") -> list[int]:
    return [hit.id for hit in desk.fulltext.search(text, order)]
