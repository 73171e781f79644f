"""Handing items on: to the clipboard, to a browser behind the terminal, to an editor, to a command."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.driver import Driver

from hrd_tui.desk import citing
from hrd_tui.desk.desk import Desk
from hrd_tui.model import View
from hrd_tui.paths import locate
from hrd_tui.text.document import from_html
from program_fixtures import program
from tui_fixtures import NOW, desk, item, newsroom, picture, reading, stock, until

HOSTILE = "[x](javascript:1) <b> *a* $(touch /tmp/x) `id`"


def copier_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that copies into the file `copied`."""
    program(folder, "wl-copy", f"/bin/cat > {folder / 'copied'}")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")


def with_hostile_title(folder: Path, **settings: Any) -> Desk:
    paths = locate(folder / "desk")
    stock(paths, {1: item(1, title=HOSTILE), 2: item(2)})
    return desk(paths, **settings)


async def test_a_title_cannot_break_out_of_a_copied_link(tmp_path: Path) -> None:
    async with reading(with_hostile_title(tmp_path)) as pilot:
        await pilot.press("Y")
        assert pilot.app.clipboard == (
            "[\\[x\\](javascript:1) &lt;b> \\*a\\* $(touch /tmp/x) \\`id\\`](<https://ishr.example/1>)"
        )
        assert "Copied to your terminal's clipboard, if its settings allow that: " in picture(pilot.app)[-1]


async def test_a_citation_names_source_title_day_and_address(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("g", "y")
        assert pilot.app.clipboard == (
            "ISHR, “Title 1”, 1 February 2026, https://ishr.example/1 (accessed 1 February 2026)"
        )


async def test_what_is_copied_tells_nobody_where_it_was_read(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="A “quoted” word", url="https://ishr.example/1?utm_source=rss&utm_medium=feed")})
    async with reading(desk(paths)) as pilot:
        await pilot.press("y")
        assert pilot.app.clipboard == "https://ishr.example/1"
        await pilot.press("g", "y")
        assert pilot.app.clipboard.startswith("ISHR, “A ‘quoted’ word”, 1 February 2026, https://ishr.example/1 (acc")


def test_a_citation_leaves_out_what_is_not_known(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, url="", published="")})
    one = desk(paths)
    one.load()
    assert citing.citation(one.item(1), NOW) == "ISHR, “Title 1”"
    assert citing.markdown_link(one.item(1)) == "Title 1"
    untitled = replace(one.item(1), title="", summary="Four men\nstand trial.")
    assert citing.citation(untitled, NOW) == "ISHR, “Four men stand trial.”"
    assert citing.markdown_link(replace(untitled, summary="", url="https://x.example/")) == "<https://x.example/>"
    one.close()


async def test_of_several_the_notice_tells_how_many_and_the_first(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("v", "j", "j", "y")
        assert pilot.app.clipboard == "https://ishr.example/1\nhttps://ishr.example/2\nhttps://ishr.example/3"
        assert (
            "Copied 3 items to your terminal's clipboard, if its settings allow that: https://ishr.example/1 …"
            in picture(pilot.app)[-1]
        )


async def test_a_program_of_the_desktop_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copier_in(tmp_path, monkeypatch)
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("y")
        assert "Copied to the clipboard (wl-copy): https://ishr.example/1" in picture(pilot.app)[-1]
        assert (tmp_path / "copied").read_text() == pilot.app.clipboard == "https://ishr.example/1"


async def test_what_both_tmux_and_the_desktop_took_is_told_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copier_in(tmp_path, monkeypatch)
    program(tmp_path, "tmux", "/bin/cat > /dev/null")
    monkeypatch.setenv("TMUX", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("y")
        told = "Copied into tmux, for its paste key (prefix ]) and to the clipboard (wl-copy): https://ishr.example/1"
        assert told in picture(pilot.app)[-1]


async def test_in_a_browser_nothing_is_copied_where_the_reader_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copier_in(tmp_path, monkeypatch)
    monkeypatch.setattr(Driver, "is_web", True)
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("y")
        assert "Copied through the browser: https://ishr.example/1" in picture(pilot.app)[-1]
        assert pilot.app.clipboard == "https://ishr.example/1"
        assert not (tmp_path / "copied").exists()


async def test_opening_behind_the_terminal_goes_on_and_counts_as_read(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = program(tmp_path, "browser", f'echo "$#:$1" >> {opened}')
    async with reading(newsroom(tmp_path, browser__background=[browser])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        await pilot.press("O")
        await until(pilot, lambda: opened.exists() and opened.read_text())
        assert opened.read_text() == "1:https://ishr.example/1\n"
        assert not desk.is_unread(1)
        assert pilot.app.desk_screen.current == 2  # type: ignore[attr-defined]


async def test_a_note_is_written_in_the_editors_own_program(tmp_path: Path) -> None:
    editor = program(tmp_path, "writes", 'echo "Ask for the verdict." > "$1"')
    async with reading(newsroom(tmp_path, editor__command=[editor])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: desk.item(1).note == "Ask for the verdict.")
        assert "Noted · 1 item · z undoes" in picture(pilot.app)[-1]
        assert not list((desk.paths.data / "editing").iterdir())


async def test_the_editor_is_given_the_note_that_is_there(tmp_path: Path) -> None:
    editor = program(tmp_path, "goes-on", 'echo "Second line." >> "$1"')
    async with reading(newsroom(tmp_path, editor__command=[editor])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        desk.decisions.note([1], "First line.")
        await pilot.press("E")
        await until(pilot, lambda: desk.item(1).note == "First line.\nSecond line.")


async def test_a_note_that_stays_as_it_is_is_no_decision(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, editor__command=["true"])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        desk.decisions.note([1], "Ask for the verdict.")
        await pilot.press("E")
        await until(pilot, lambda: "Nothing changed" in picture(pilot.app)[-1])
        assert desk.item(1).note == "Ask for the verdict."
        assert not list((desk.paths.data / "editing").iterdir())


async def test_a_note_that_changed_elsewhere_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    other = f"{sys.executable} -m hrd_tui --home {tmp_path / 'desk'} note 1 theirs"
    editor = program(tmp_path, "meets", f'echo mine > "$1"; {other} > /dev/null 2>&1')
    async with reading(newsroom(tmp_path, editor__command=[editor])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: "was changed elsewhere" in "\n".join(picture(pilot.app)))
        assert desk.item(1).note == "theirs"
        (kept,) = (desk.paths.data / "editing").iterdir()
        assert kept.read_text() == "mine\n"


async def test_in_a_browser_the_editor_gets_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Driver, "is_web", True)
    editor = program(tmp_path, "prints", 'echo painted; echo written > "$1"')
    async with reading(newsroom(tmp_path, editor__command=[editor])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: desk.item(1).note == "written")
    assert "painted" not in capfd.readouterr().out


async def test_an_editor_that_fails_changes_no_note(tmp_path: Path) -> None:
    editor = program(tmp_path, "fails", 'echo lost > "$1"; exit 3')
    async with reading(newsroom(tmp_path, editor__command=[editor])) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: "ended with status 3" in "\n".join(picture(pilot.app)))
        assert desk.item(1).note == ""


def piping(folder: Path, **commands: tuple[str, ...]) -> Desk:
    one = with_hostile_title(folder)
    one.config.named["pipe"].update(commands)
    return one


async def test_the_article_goes_to_a_commands_standard_input_and_nowhere_else(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    takes = program(tmp_path, "takes", f'cat > {taken}; echo "$@" >> {taken}; echo 3 pages')
    async with reading(piping(tmp_path, print=(takes, "--two-sided"))) as pilot:
        await pilot.press("vertical_line")
        await until(pilot, lambda: "3 pages" in picture(pilot.app)[-1])
    text = taken.read_text()
    assert text.startswith(f"{HOSTILE}\nISHR · 1 February 2026\nhttps://ishr.example/1\n\nWhat was said\n")
    assert "heard the report[1]." in text
    assert text.endswith("[1] https://ngo.example/report\n--two-sided\n")


async def test_a_command_that_needs_the_terminal_is_lent_it_and_refused_in_a_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    one = with_hostile_title(tmp_path)
    one.config.named["pipe_terminal"]["page"] = (program(tmp_path, "pages", "cat > /dev/null; echo painted"),)
    async with reading(one) as pilot:
        await pilot.press("vertical_line")
        await until(pilot, lambda: "Piped to page" in picture(pilot.app)[-1])
        assert "painted" in capfd.readouterr().out
        monkeypatch.setattr(Driver, "is_web", True)
        await pilot.press("vertical_line")
        await until(pilot, lambda: "page needs a terminal" in "\n".join(picture(pilot.app)))
        assert "painted" not in capfd.readouterr().out


async def test_no_command_gets_anything_where_none_is_chosen(tmp_path: Path) -> None:
    async with reading(piping(tmp_path, one=("true",), other=("true",))) as pilot:
        await pilot.press("vertical_line", "escape")
        await until(pilot, lambda: pilot.app.screen is pilot.app.desk_screen)  # type: ignore[attr-defined]
        assert "Pip" not in picture(pilot.app)[-1]


async def test_one_of_several_commands_is_chosen(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    takes = program(tmp_path, "takes", f"cat > {taken}")
    async with reading(piping(tmp_path, away=("true",), keep=(takes,))) as pilot:
        await pilot.press("vertical_line", *"keep", "enter")
        await until(pilot, lambda: "Piped to keep" in picture(pilot.app)[-1])
    assert taken.exists()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo no paper >&2; exit 4", "ended with code 4"),
        ("printf '\\033]0;x\\007no\\n' >&2; exit 4", "ended with code"),
    ],
)
async def test_a_command_that_fails_is_told_in_words(tmp_path: Path, script: str, told: str) -> None:
    async with reading(piping(tmp_path, print=(program(tmp_path, "fails", script),))) as pilot:
        await pilot.press("vertical_line")
        await until(pilot, lambda: told in "\n".join(picture(pilot.app)))
        assert "\x1b" not in "\n".join(picture(pilot.app))


async def test_without_a_command_it_is_said_how_to_name_one(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("vertical_line")
        await until(pilot, lambda: "No command is set to pipe to" in "\n".join(picture(pilot.app)))


def test_the_plain_text_of_an_item_holds_no_control_characters(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="a\x1b[31mb\x9b")})
    one = desk(paths)
    one.load()
    text = citing.plain_text(one.item(1), from_html("<p>x\x1b]52;c;eA==\x07y</p>", ""))
    assert not set(text) & {"\x1b", "\x07", "\x9b"}
    assert one.select(View("inbox")) == [1]
    assert citing.plain_text(one.item(1), from_html("<p>No link.</p>", "")).endswith("\n\nNo link.\n")
    one.close()
