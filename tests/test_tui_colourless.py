"""Without colours every state of a row is still told apart, by signs, weight, lines and reverse video."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from rich.style import Style
from textual.strip import Strip

from hrd_tui.desk.palettes import TERMINAL
from hrd_tui.desk.rows import Row
from hrd_tui.model import State
from hrd_tui.text.watched import Watched
from hrd_tui.tui.hits import Marking
from hrd_tui.tui.inks import Inks
from hrd_tui.tui.itemrows import item_line
from hrd_tui.tui.itemsigns import Place
from hrd_tui.tui.pieces import Piece, strip

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
PLAIN = Row(1, "A network", "ISHR", NOW - timedelta(hours=2), State.INBOX, True, (), False)
ROWS: dict[str, dict[str, Any]] = {
    "read": {},
    "unread": {"read": False},
    **{state.value: {"state": state} for state in State if state != State.INBOX},
    "priority": {"priority": True},
    "highlight": {"highlight": True},
    "caution": {"caution": True},
    "note": {"note": True},
    "quoted": {"quoted": True},
    "due": {"due": date(2026, 2, 3)},
    "late": {"due": date(2026, 1, 30)},
    "deadline": {"deadline": date(2026, 2, 6), "days_left": 5},
    "worked out": {"deadline": date(2026, 2, 6), "days_left": 5, "sure": False},
    "confirmed": {"deadline": date(2026, 2, 6), "days_left": 5, "confirmed": True},
    "sources": {"sources": 3},
    "tagged": {"tags": ("law",)},
    "archived": {"archived": "2025-01"},
}
PLACES = {
    "closed": Place(fold="▸"), "open": Place(fold="▾"), "below": Place(below=True), "first": Place(first=True),
    "copy": Place(below=True, role="copy"),
}  # fmt: skip
Told = list[tuple[str | bool, ...]]


def told(drawn: Strip) -> Told:
    """What is left of a line without colours: its signs and how each is written."""
    return [
        (sign, *(bool(getattr(style, how)) for how in ("bold", "dim", "italic", "underline", "strike", "reverse")))
        for segment in drawn
        for style in (segment.style or Style(),)
        for sign in segment.text
    ]


def shown(row: dict[str, Any], place: Place | None = None, cursor: str = "", *, plain: bool = False) -> Told:
    line = item_line(Row(**{**_fields(), **row}), 70, NOW, place)
    return told(strip(line, 70, Inks(TERMINAL, plain=plain), "ground", cursor))


def _fields() -> dict[str, Any]:
    return {name: getattr(PLAIN, name) for name in PLAIN.__slots__}


@pytest.mark.parametrize("plain", [False, True], ids=["signs", "ascii"])
def test_every_state_of_a_row_differs_from_every_other(plain: bool) -> None:
    looks = {name: shown(row, plain=plain) for name, row in ROWS.items()}
    looks |= {name: shown({}, place, plain=plain) for name, place in PLACES.items()}
    looks |= {cursor: shown({}, cursor=cursor, plain=plain) for cursor in ("focused", "blurred")}
    assert [pair for pair in combinations(looks, 2) if looks[pair[0]] == looks[pair[1]]] == []


PROSE = ("text", "bold", "em", "link", "dim")


@pytest.mark.parametrize(
    "inks",
    [(*PROSE, "text+hit:1", "text+here:1", "text+watched"), (*PROSE, "altered", "struck")],
    ids=["article", "draft"],
)
def test_words_of_an_article_and_of_a_draft_differ(inks: tuple[str, ...]) -> None:
    looks = {ink: told(strip([Piece("word", ink)], 4, Inks(TERMINAL), "ground")) for ink in inks}
    assert [pair for pair in combinations(looks, 2) if looks[pair[0]] == looks[pair[1]]] == []


@pytest.mark.parametrize("cursor", ["", "focused", "blurred"])
def test_words_looked_for_and_watched_are_marked(cursor: str) -> None:
    def title(marking: Marking) -> Told:
        line = item_line(PLAIN, 70, NOW, None, marking)
        return told(strip(line, 70, Inks(TERMINAL), "ground", cursor))

    looks = [title(Marking()), title(Marking(("network",))), title(Marking((), Watched(("network",))))]
    assert all(one != other for one, other in combinations(looks, 2))
