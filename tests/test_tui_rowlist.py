"""The one list: any number of rows, of which only those in sight are painted."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.message import Message

from hrd_tui.desk.palettes import DARK, TERMINAL
from hrd_tui.tui.inks import Inks
from hrd_tui.tui.pieces import Line, Piece, column
from hrd_tui.tui.rowlist import RowList
from tui_fixtures import picture, strips


class Shown(App[None]):
    """A list alone; `painted` are the keys painted since it was last cleared."""

    CSS = "RowList { width: 100%; height: 100%; }"

    def __init__(self, keys: Sequence[int | None]) -> None:
        super().__init__()
        self.painted: list[int] = []
        self.heard: list[Message] = []
        self.keys = keys
        self.inks = Inks(DARK)
        self.rows: RowList[int] = RowList(self.paint)

    def paint(self, key: int, cells: int) -> Line:
        self.painted.append(key)
        return [Piece(column(f"row {key}", cells))]

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.show(self.keys)
        self.rows.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.heard.append(event)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.heard.append(event)


async def test_only_rows_in_sight_are_painted() -> None:
    app = Shown(range(100_000))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert set(app.painted) == set(range(10))


async def test_a_cursor_move_paints_two_rows() -> None:
    app = Shown(range(100_000))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.painted.clear()
        app.rows.step(1)
        await pilot.pause()
        assert sorted(app.painted) == [0, 1]


async def test_the_last_of_100_000_rows_is_reached_at_once() -> None:
    app = Shown(range(100_000))
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.move(99_999)
        await pilot.pause()
        assert "row 99999" in picture(app)[-1]


async def test_the_cursor_row_has_a_sign_and_a_ground() -> None:
    app = Shown(range(5))
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.move(2)
        await pilot.pause()
        assert picture(app)[2].startswith("▌row 2")
        grounds = {segment.style.bgcolor for segment in strips(app)[2] if segment.style}
        assert grounds.isdisjoint({segment.style.bgcolor for segment in strips(app)[1] if segment.style})


async def test_the_cursor_passes_over_empty_rows() -> None:
    app = Shown([1, None, None, 2])
    async with app.run_test(size=(40, 10)):
        app.rows.step(1)
        assert app.rows.key == 2
        app.rows.step(-1)
        assert app.rows.key == 1


async def test_the_cursor_never_stands_on_an_empty_row_at_an_end() -> None:
    app = Shown([None, 1, 2, None])
    async with app.run_test(size=(40, 10)):
        assert app.rows.key == 1
        app.rows.move(99)
        assert app.rows.key == 2
        app.rows.move(0)
        assert app.rows.key == 1


async def test_what_stands_above_the_first_row_comes_in_sight_with_it() -> None:
    app = Shown([None, *range(1, 100)])
    async with app.run_test(size=(40, 10)):
        app.rows.move(99)
        app.rows.move(5)
        app.rows.move(1)
        assert (app.rows.key, app.rows.top) == (1, 0)


async def test_without_colours_or_signs_the_row_of_the_cursor_is_told_in_a_list_that_is_not_in_use() -> None:
    for inks, sign in ((Inks(DARK), " "), (Inks(DARK, plain=True), "|"), (Inks(TERMINAL), "│")):
        app = Shown(range(5))
        app.inks = inks
        async with app.run_test(size=(40, 10)) as pilot:
            app.set_focus(None)
            await pilot.pause()
            assert picture(app)[0].startswith(f"{sign}row 0")


async def test_the_cursor_stops_at_both_ends() -> None:
    app = Shown(range(3))
    async with app.run_test(size=(40, 10)):
        assert not app.rows.step(-1)
        app.rows.move(99)
        assert app.rows.key == 2
        assert not app.rows.step(1)


async def test_the_cursor_stays_on_its_key_and_line_when_rows_join_above() -> None:
    app = Shown(range(100, 200))
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.move(5)
        await pilot.pause()
        app.rows.show(range(50, 200), cursor=105)
        await pilot.pause()
        assert app.rows.key == 105
        assert picture(app)[5].startswith("▌row 105")


async def test_the_cursor_goes_to_the_nearest_row_when_its_own_is_gone() -> None:
    app = Shown([1, 2, 3])
    async with app.run_test(size=(40, 10)):
        app.rows.move(2)
        app.rows.show([1, 2], cursor=3)
        assert app.rows.key == 2


async def test_a_page_keeps_one_row_in_sight() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.rows.page(1)
        assert app.rows.key == 9


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot._post_mouse_events([_wheel()], app.rows, offset=(2, 2))
        await pilot.pause()
        assert picture(app)[0].strip() == "row 3"
        assert app.rows.key == 0


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_a_click_moves_and_a_double_click_chooses() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click(app.rows, offset=(2, 4))
        assert app.rows.key == 4
        await pilot.double_click(app.rows, offset=(2, 6))
        await pilot.pause()
        assert [type(event).__name__ for event in app.heard][-1] == "Chosen"


async def test_repainting_a_key_paints_no_other_row() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.painted.clear()
        app.rows.repaint([5])
        await pilot.pause()
        assert set(app.painted) == {5}


async def test_a_narrower_list_paints_its_rows_again() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.resize_terminal(20, 10)
        await pilot.pause()
        assert all(strip.cell_length == 20 for strip in strips(app))


async def test_the_terminals_cursor_follows() -> None:
    app = Shown(range(100))
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.move(50)
        await pilot.pause()
        assert app.cursor_position == Offset(0, 9)


@pytest.mark.parametrize("count", [0, 1])
async def test_short_lists_can_be_moved_in(count: int) -> None:
    app = Shown(range(count))
    async with app.run_test(size=(40, 10)):
        for by in (1, -1):
            app.rows.step(by)
            app.rows.page(by)
        assert app.rows.key == (0 if count else None)
