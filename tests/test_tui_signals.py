"""What the signals tell in the rows and at the head of the article."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hrd_tui.desk.rows import Row
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.itemrows import item_line
from signal_fixtures import BAD, HOSTILE, found, posted
from tui_fixtures import NOW, desk, item, picture, reader, reading, shows, stock, until

UNVERIFIED = {"code": "unverified", "why": "A claim that is not verified"}


def row(**more: Any) -> Row:
    plain: dict[str, Any] = {
        "id": 1, "title": "A network of lawyers", "source": "ISHR", "sort": NOW, "state": State.INBOX, "read": False,
        "tags": (), "note": False,
    }  # fmt: skip
    return Row(**{**plain, **more})


def line(cells: int = 60, **more: Any) -> str:
    return "".join(piece.text for piece in item_line(row(**more), cells, NOW))


def today(days: int) -> date:
    return NOW.date() + timedelta(days=days)


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({"sources": 3}, "×3"),
        ({"deadline": today(7), "days_left": 7}, "7d"),
        ({"deadline": today(0), "days_left": 0}, "today"),
        ({"caution": True}, "⚠"),
        ({"due": today(3)}, "⚑3d"),
        ({"due": today(0)}, "⚑today"),
        ({"due": today(-1)}, "⚑late"),
        ({"due": today(8)}, ""),
        ({"due": today(8), "state": State.FOLLOW_UP}, "⚑"),
        ({"due": today(2), "state": State.FOLLOW_UP, "note": True}, "⚑2d ✉"),
        ({"sources": 2, "deadline": today(30), "days_left": 30, "caution": True, "note": True}, "×2 30d ⚠✉"),
    ],
)
def test_a_row_ends_with_what_is_true_of_it(more: dict[str, Any], end: str) -> None:
    assert line(**more).partition("A network of lawyers")[2].strip() == end


def test_the_title_keeps_its_room_beside_the_signs() -> None:
    shown = line(44, sources=12, deadline=today(120), days_left=120, caution=True, due=today(2), note=True)
    assert "A network of la" in shown


@pytest.mark.parametrize(("left", "ink"), [(7, "warm"), (8, "text")])
def test_a_near_deadline_is_warm(left: int, ink: str) -> None:
    pieces = item_line(row(deadline=today(left), days_left=left), 60, NOW)
    assert {piece.text: piece.ink for piece in pieces}[f"{left}d"] == ink


async def test_signs_have_ascii_twins(tmp_path: Path) -> None:
    signals: dict[int, dict[str, Any]] = {1: {"cautions": [UNVERIFIED]}, 2: {"story": 3}}
    async with reading(found(tmp_path, signals, screen__glyphs="ascii")) as pilot:
        text = "\n".join(picture(pilot.app))
        assert next(line for line in picture(pilot.app) if "1h" in line).split("|")[-2].rstrip().endswith("!")
        assert text.isascii()


async def test_the_article_tells_kind_countries_and_people(tmp_path: Path) -> None:
    signals = {1: {"kind": "case_alert", "subject": ["KE", "UG"], "people": ["Ada Example"]}}
    async with reading(found(tmp_path, signals), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Case alert · Kenya, Uganda · Ada Example"))


async def test_many_names_are_counted(tmp_path: Path) -> None:
    names = [f"Name {letter}" for letter in "ABCDEFGH"]
    async with reading(found(tmp_path, {1: {"people": names}}), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Name F and 2 more"))


async def test_the_article_tells_the_sources_of_its_story(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    items = {number: item(number, url=f"https://site-{number}.example/a") for number in range(1, 7)}
    stock(paths, items, signals={1: {"story": 3}, 2: {"story": 3}})
    async with reading(desk(paths), (200, 40)) as pilot:
        told = "3 sources: UN News, Front Line Defenders, ISHR · first seen 1 Feb 09:00"
        await until(pilot, lambda: shows(pilot.app, told))


async def test_the_article_tells_cautions_in_words(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"cautions": [UNVERIFIED]}}), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "⚠ A claim that is not verified"))


async def test_hostile_names_and_titles_in_the_head_are_plain_text(tmp_path: Path) -> None:
    signals = {1: {"people": [HOSTILE], "cautions": [{"code": "minor", "why": HOSTILE}]}}
    first = posted(found(tmp_path, signals), title=HOSTILE)
    async with reading(first, (200, 40)) as pilot:
        await until(pilot, lambda: sum("[red]x[/red]" in line for line in picture(pilot.app)) == 3)
        assert not any(sign in line for line in picture(pilot.app) for sign in BAD)


async def test_views_that_are_searched_fold_stories_too(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"story": 3}})) as pilot:
        reader(pilot).desk_screen.show_view(View("all"))
        await pilot.press("slash", *"title", "enter")
        assert len(reader(pilot).desk_screen.items.keys) == 5
