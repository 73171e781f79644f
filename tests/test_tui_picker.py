"""What typing in a list of choices finds, and how its columns share a narrow dialog."""

from pathlib import Path

from hrd_tui.tui.dialogs.picker import Option, Picker
from tui_fixtures import newsroom, picture, reader, reading, shows, typed, until


def test_the_nearest_name_comes_first() -> None:
    names = ["keep it by the hour", "gothic", "next theme", "themes", "theme", "other"]
    options = [Option(name, name, detail="theme") for name in names]
    assert [one.label for one in sorted(options, key=lambda one: one.rank("theme"))] == [
        "theme", "themes", "next theme", "keep it by the hour", "gothic", "other",
    ]  # fmt: skip


async def test_the_palette_does_the_command_that_was_named(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("colon", *"rows", "enter")
        await pilot.pause()
        assert reader(pilot).desk_screen.look.rows == "roomy"


async def test_the_help_tells_most_of_a_command_at_80_cells(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path), (80, 24)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(pilot.app.screen, Picker)
        assert any("Keep the item for follow-up, or put" in line for line in picture(pilot.app))


async def test_enter_closes_a_list_of_nothing_and_keeps_one_in_which_nothing_fits(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given: list[str | None] = []
        await pilot.app.push_screen(Picker("Pick", [Option("one", "one")]), given.append)
        await typed(pilot, "q")
        await pilot.press("enter")
        assert given == []
        await pilot.press("escape")
        await pilot.app.push_screen(Picker("Pick", []), given.append)
        await typed(pilot, "")
        await pilot.press("enter")
        await until(pilot, lambda: given == [None, None])


async def test_other_options_are_narrowed_by_what_is_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        picker = Picker("Pick", [Option("one", "one")])
        await pilot.app.push_screen(picker)
        await typed(pilot, "o")
        picker.fill([Option(name, name) for name in ("six", "four", "two")])
        assert set(picker.rows.keys) == {"four", "two"}


async def test_a_word_that_heads_a_run_of_rows_is_said_once_a_run(tmp_path: Path) -> None:
    class Runs(Picker):
        say_once = True

    picker = Runs("Pick", [Option(str(n), f"row {n}", aside=aside) for n, aside in enumerate(("a1", "a1", "b2", "a1"))])
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.app.push_screen(picker)
        await until(pilot, lambda: picker.rows.count)
        ends = ["".join(piece.text for piece in picker._line(str(n), 90)).split()[2:] for n in range(4)]
        assert ends == [["a1"], [], ["b2"], ["a1"]]


async def test_that_nothing_fits_is_told_until_something_else_is_typed(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.app.push_screen(Picker("Pick", [Option("one", "one")]))
        await typed(pilot, "q")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "nothing fits: type less"))
        await pilot.press("backspace")
        await until(pilot, lambda: not shows(pilot.app, "nothing fits: type less"))


async def test_a_double_click_chooses(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        given: list[str | None] = []
        await pilot.app.push_screen(Picker("Pick", [Option(name, name) for name in ("one", "two")]), given.append)
        await until(pilot, lambda: shows(pilot.app, "two"))
        await pilot.click("#options", offset=(5, 1), times=2)
        await until(pilot, lambda: given == ["two"])


async def test_a_word_that_heads_a_run_of_rows_gives_way_in_a_narrow_list(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker) and pilot.app.screen.rows.key)
        picker = pilot.app.screen
        assert isinstance(picker, Picker)
        one = picker.options[0]
        ends = ["".join(piece.text for piece in picker._line(one.key, cells)).split()[-1] for cells in (90, 70)]
        assert [end == one.aside for end in ends] == [True, False]


async def test_page_down_goes_on_by_what_is_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        picker = Picker("Pick", [Option(str(number), str(number)) for number in range(100)])
        await pilot.app.push_screen(picker)
        await until(pilot, lambda: picker.rows.size.height > 1)
        await pilot.press("pagedown")
        await until(pilot, lambda: picker.rows.cursor > 1)
        assert picker.rows.key in {str(picker.rows.size.height - 1), str(picker.rows.size.height)}
        await pilot.press("pageup")
        await until(pilot, lambda: picker.rows.cursor == 0)
