"""Letters laid over rows, panes and links, and what typing them does."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from hrd_tui.model import View
from hrd_tui.paths import locate
from hrd_tui.tui.hints import places
from hrd_tui.tui.jump import labels
from hrd_tui.tui.pieces import Piece
from program_fixtures import browser
from tui_fixtures import desk, item, newsroom, picture, reader, reading, shows, stock, until


def first_cells(pilot: Pilot[Any], id: str, count: int) -> list[str]:
    lines = reader(pilot).screen.query_one(id)
    return [lines.render_line(y).text[:2] for y in range(count)]


async def test_a_letter_goes_to_its_row(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("comma")
        assert [text[0] for text in first_cells(pilot, "#items", 4)] == ["a", "s", "d", "f"]
        await pilot.press("d")
        assert reader(pilot).desk_screen.current == 3
        assert [text[0] for text in first_cells(pilot, "#items", 4)] == [" ", " ", "▌", " "]


async def test_letters_move_nothing_and_escape_takes_them_away(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        before = picture(pilot.app)[:-1]
        await pilot.press("comma")
        during = picture(pilot.app)[:-1]
        assert during != before
        pairs = [pair for lines in zip(before, during, strict=True) for pair in zip(*lines, strict=False)]
        assert all(now.isalpha() for was, now in pairs if was != now)
        await pilot.press("escape")
        assert picture(pilot.app)[:-1] == before


async def test_letters_go_to_the_feeds_and_to_the_article(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("comma")
        row = next(y for y, key in enumerate(screen.feeds.keys) if key == View("selected"))
        await pilot.press(*first_cells(pilot, "#feeds", row + 1)[row].strip())
        assert (screen.pane, screen.feeds.key) == ("feeds", View("selected"))
        await pilot.press("comma")
        await pilot.press(*first_cells(pilot, "#article", 1)[0].strip())
        assert screen.pane == "article"


async def test_a_letter_that_stands_nowhere_is_told(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 1)) as pilot:
        await pilot.press("comma", "m")
        await until(pilot, lambda: "m stands nowhere here" in reader(pilot).desk_screen.bottom.text)


async def test_a_link_opens_by_its_letter(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(newsroom(tmp_path, browser__command=command)) as pilot:
        await pilot.press("semicolon")
        assert any("report" in line and "a" in line.partition("report")[2][:2] for line in picture(pilot.app))
        await pilot.press("a")
        await until(pilot, told.exists)
    assert told.read_text() == "https://ngo.example/report"


async def test_the_letter_of_a_link_takes_the_place_of_its_whole_sign_apart_from_the_word(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "report[1]."))
        await pilot.press("semicolon")
        assert shows(pilot.app, "report a .")


async def test_two_letters_of_a_link_stand_apart_from_the_word_and_so_does_the_second_alone(tmp_path: Path) -> None:
    body = "".join(f"<p>so<a href='https://ngo.example/{number}'>word</a></p>" for number in range(30))
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, body=body)
    async with reading(desk(paths), (200, 70)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "soword[26]"))
        await pilot.press("semicolon")
        assert shows(pilot.app, "soword ma")
        await pilot.press("m")
        assert shows(pilot.app, "soword  a")


async def test_the_letter_of_the_article_leaves_a_blank_before_its_title_however_many_rows_there_are(
    tmp_path: Path,
) -> None:
    async with reading(newsroom(tmp_path, 40)) as pilot:
        await pilot.press("comma")
        assert first_cells(pilot, "#article", 1)[0][0].isalpha()
        assert first_cells(pilot, "#article", 1)[0][1] == " "


async def test_a_capital_opens_a_link_behind_the_terminal(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(newsroom(tmp_path, browser__background=command)) as pilot:
        await pilot.press("semicolon", "A")
        await until(pilot, told.exists)
    assert told.read_text() == "https://ngo.example/report"


async def test_jumping_from_within_the_article_reaches_its_links(tmp_path: Path) -> None:
    told, command = browser(tmp_path)
    async with reading(newsroom(tmp_path, browser__command=command)) as pilot:
        await pilot.press("alt+3", "comma", "a")
        await until(pilot, told.exists)


@given(st.integers(0, 400))
def test_no_label_is_the_beginning_of_another(count: int) -> None:
    made = labels(count)
    assert len(made) == len(set(made)) == count
    assert not [one for one in made if len(one) == 1 and any(len(other) == 2 and other[0] == one for other in made)]


def test_only_numbers_of_links_are_found_and_each_once() -> None:
    lines = [
        [Piece("ünï "), Piece("one", "link"), Piece("[1]", "dim"), Piece(" and [2] in the text")],
        [Piece("[2]", "dim"), Piece(" "), Piece("[9]", "dim")],
        [Piece("[1] host", "dim"), Piece("[0]", "dim")],
        [Piece("[3]", "dim+hit:0")],
    ]
    assert list(places(lines, 3)) == [(0, 7, 3, 1), (1, 0, 3, 2), (3, 0, 3, 3)]


@pytest.mark.parametrize("count", [27, 100, 676])
def test_as_many_labels_are_single_letters_as_can_be(count: int) -> None:
    assert sum(len(label) == 1 for label in labels(count)) == max(0, 26 - -(-(count - 26) // 25))


async def test_of_two_letters_the_second_stays_in_its_place_until_it_is_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, 40), (120, 40)) as pilot:
        await pilot.press("comma")
        labels = first_cells(pilot, "#items", 30)
        row = next(row for row, text in enumerate(labels) if len(text.strip()) == 2 and text.isalpha())
        first, second = labels[row][0], labels[row][1]
        await pilot.press(first)
        assert first_cells(pilot, "#items", 30)[row][1] == second
        assert first_cells(pilot, "#items", 30)[row][0] != first
        assert not first_cells(pilot, "#items", 1)[0].strip().isalpha()
        await pilot.press(second)
        assert reader(pilot).desk_screen.items.cursor == row


async def test_a_second_letter_that_fits_nothing_is_told_and_is_no_other_key(tmp_path: Path) -> None:
    body = "".join(f"<p><a href='https://ngo.example/{number}'>x</a></p>" for number in range(40))
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, body=body)
    async with reading(desk(paths), (200, 70)) as pilot:
        await pilot.press("semicolon", "m", "semicolon")
        await until(pilot, lambda: "; stands nowhere here" in reader(pilot).desk_screen.bottom.text)
        assert pilot.app.screen is reader(pilot).desk_screen


async def test_the_key_that_lists_links_out_of_sight_at_once_pressed_again_is_not_typed_into_the_list(
    tmp_path: Path,
) -> None:
    body = "<p>Nothing here.</p>" * 60 + "<p><a href='https://ngo.example/report'>the report</a></p>"
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, body=body)
    async with reading(desk(paths)) as pilot:
        await pilot.press("semicolon", "semicolon", *"ngo")
        line = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "ngo")
        await pilot.press("semicolon")
        await until(pilot, lambda: line.value == "ngo;")


async def test_the_letters_of_roomy_rows_stand_in_the_first_line_of_each(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, screen__rows="roomy")) as pilot:
        await pilot.press("comma")
        assert [text[0] for text in first_cells(pilot, "#items", 5)] == ["a", "▌", "s", " ", "d"]
