"""The command line: drafts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import cli_draft_fixtures
from cli_draft_fixtures import post
from cli_fixtures import Hrd
from hrd_tui.paths import locate

hrd = cli_draft_fixtures.hrd
desk = cli_draft_fixtures.desk
OLD = "https://blog.example/old"


def test_the_same_items_are_the_same_draft(desk: Hrd) -> None:
    again = desk("draft", "new", "1")
    assert again.out == "1 A boat\n"
    assert "--anew" in again.err
    assert desk("draft", "new", "1", "--anew", "--title", "Mine").out == "2 Mine\n"


def test_selected_items_make_one_draft(desk: Hrd) -> None:
    desk("items", "select", "1")
    assert desk("draft", "new", "--selected").out == "1 A boat\n"


def test_a_draft_of_nothing_is_told(hrd: Hrd) -> None:
    result = hrd("draft", "new")
    assert (result.code, result.out) == (2, "")
    assert "nothing to draft" in result.err


def test_drafts_are_listed(desk: Hrd) -> None:
    (found,) = desk.json("draft", "list")
    assert set(found) == {"id", "title", "items", "at", "file", "wordpress"}
    assert (found["id"], found["title"], found["items"]) == (1, "A boat", [1])
    assert "A boat" in desk("draft", "list").out


def test_show_numbers_the_parts(desk: Hrd) -> None:
    out = desk("draft", "show", "1").out
    assert "[1] · gull.example · lead\nFirst, with 4 men.\n" in out
    assert "[3] · gull.example\nThird of them.\n" in out


def test_parts_are_cut_and_taken_by_number_and_run(desk: Hrd) -> None:
    assert desk("draft", "cut", "1", "1", "2-3").out == "1 A boat · 0 of 3 parts in the post\n"
    desk("draft", "take", "1", "1", "3")
    assert post(desk) == "First, with 4 men.\n\n…\n\nThird of them.\n\n<https://gull.example/1>\n"


@pytest.mark.parametrize("part", ["0", "x", "3-1", "1-", "9"])
def test_what_is_no_part_is_told(desk: Hrd, part: str) -> None:
    result = desk("draft", "cut", "1", part)
    assert result.code == 2
    assert "part" in result.err


def test_a_part_is_moved(desk: Hrd) -> None:
    desk("draft", "move", "1", "2-3", "1")
    assert post(desk).startswith("Second of them.\n\nThird of them.\n\nFirst")


def test_a_place_that_is_not_there_is_told_and_nothing_moves(desk: Hrd) -> None:
    before = desk("draft", "show", "1").out
    result = desk("draft", "move", "1", "1", "99")
    assert (result.code, "There is no place 99" in result.err) == (2, True)
    assert desk("draft", "show", "1").out == before


def test_the_head_is_set_and_taken_out(desk: Hrd) -> None:
    desk(
        "draft", "set", "1", "--title", "Boats", "--kind", "vacancy", "--category", "Asia", "--category", "Work",
        "--tag", "sea", "--country", "BZ", "--deadline", "2026-03-06", "--lead", "Gull said:", "--template", "award.md",
    )  # fmt: skip
    out = desk("draft", "show", "1").out
    for line in (
        "Title: Boats", "Kind: vacancy", "Categories: Asia; Work", "Tags: sea", "Countries: Belize",
        "Deadline: 2026-03-06", "Template: award",
    ):  # fmt: skip
        assert f"\n{line}\n" in out
    assert post(desk).startswith("Gull said:")
    assert "Deadline: 6 March 2026." in post(desk)
    desk("draft", "set", "1", "--category", "none", "--deadline", "none", "--lead", "none")
    out = desk("draft", "show", "1").out
    assert "\nCategories:\n" in out
    assert "\nDeadline:\n" in out
    assert "Gull said:" not in out


@pytest.mark.parametrize(
    "option",
    [("--kind", "foo"), ("--country", "Atlantis"), ("--template", "nope.md"), ("--deadline", "soon"), ("--title", "")],
)
def test_what_there_is_not_is_refused_and_nothing_changes(desk: Hrd, option: tuple[str, str]) -> None:
    before = desk("draft", "show", "1").out
    assert desk("draft", "set", "1", "--tag", "x", *option).code == 2
    assert desk("draft", "show", "1").out == before


def test_a_source_is_placed_by_its_number_or_address_and_own_parts_are_removed(desk: Hrd) -> None:
    desk("draft", "place-source", "1", "1", "--before", "2", "--words", "and")
    assert post(desk).startswith("First, with 4 men.\n\nand <https://gull.example/1>\n\nSecond")
    desk("draft", "place-source", "1", "https://gull.example/1")
    desk("draft", "remark", "1", "Mine.", "--before", "1")
    desk("draft", "remove", "1", "1", "5")
    assert post(desk) == "First, with 4 men.\n\nSecond of them.\n\nThird of them.\n\n<https://gull.example/1>\n"
    assert desk("draft", "remove", "1", "1").code == 2


def test_a_remark_and_a_reference_are_put_in(desk: Hrd) -> None:
    desk("draft", "remark", "1", "My view.", "--before", "2")
    desk("draft", "see-also", "1", OLD, "--at", "1", "--words", "See also:")
    assert post(desk).startswith(f"See also: <{OLD}>\n\nFirst, with 4 men.\n\nMy view.\n\nSecond")


def test_the_checklist_does_not_hold_a_post_back(desk: Hrd, tmp_path: Path) -> None:
    desk("draft", "remark", "1", "Call +41 22 917 12 34.")
    check = desk("draft", "check", "1")
    assert (check.code, check.out) == (0, "part 4: it gives a telephone number: +41 22 917 12 34\n")
    export = desk("draft", "export", "1", "--out", str(tmp_path / "posts"))
    assert export.code == 0
    assert "telephone" in export.err
    assert Path(export.out.split()[-1]).read_text("utf-8").endswith("<https://gull.example/1>\n")
    assert desk.json("items", "list", "--view", "all")[0]["state"] == "drafted"


def test_what_to_look_at_is_told_wherever_a_post_is_shown(desk: Hrd) -> None:
    own = locate().config / "templates"
    own.mkdir(parents=True)
    (own / "vacancy.md").write_text("Only this.")
    desk("draft", "remark", "1", "Call +41 22 917 12 34.")
    desk("draft", "set", "1", "--kind", "vacancy")
    post, page = desk("draft", "show", "1", "--post").err, desk("draft", "show", "1", "--target", "html").err
    assert "draft 1: part 4: it gives a telephone number" in post
    assert "leaves out" in post
    assert "your vacancy.md is for markdown" in page
    assert desk("draft", "show", "1").err == ""


def test_an_export_of_the_items_says_that_their_draft_was_written(desk: Hrd, tmp_path: Path) -> None:
    assert "written from draft 1\n" in desk("export", "1", "--out", str(tmp_path / "posts")).err
    assert "written from draft 1\n" in desk("export", "1", "--stdout").err
    desk("draft", "discard", "1")
    assert "draft" not in desk("export", "1", "--stdout").err


def test_nothing_to_look_at_is_told(desk: Hrd) -> None:
    check = desk("draft", "check", "1")
    assert (check.code, check.out, check.err) == (0, "", "Nothing to look at.\n")


def test_a_discarded_draft_is_gone_until_it_is_restored(desk: Hrd) -> None:
    discarded = desk("draft", "discard", "1")
    assert discarded.out == "Discarded 1 A boat\n"
    assert "hrd draft restore 1" in discarded.err
    assert desk("draft", "show", "1").code == 2
    assert [one["id"] for one in desk.json("draft", "list", "--discarded")] == [1]
    assert desk("draft", "restore", "1").out == "Restored 1 A boat\n"
    assert desk("draft", "show", "1").code == 0


def test_changes_are_undone_and_made_again(desk: Hrd) -> None:
    desk("draft", "cut", "1", "2")
    assert desk("draft", "undo", "1").out == "Undone: 1 A boat · 3 of 3 parts in the post\n"
    assert desk("draft", "undo", "1").err == "Nothing to undo in draft 1.\n"
    assert desk("draft", "redo", "1").out == "Redone: 1 A boat · 2 of 3 parts in the post\n"


def test_undo_of_items_says_that_a_draft_was_changed_later(desk: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    desk("items", "select", "1")
    assert desk("items", "undo").err == ""
    desk("items", "redo")
    desk("draft", "cut", "1", "2")
    assert "hrd draft undo 1" in desk("items", "undo").err


def _at_once(*commands: list[str]) -> list[int]:
    running = [
        subprocess.Popen([sys.executable, "-m", "hrd_tui", *one], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for one in commands
    ]
    return [one.wait(timeout=60) for one in running]


def test_what_six_processes_change_at_once_is_all_kept(desk: Hrd) -> None:
    assert _at_once(*(["draft", "remark", "1", f"Remark {number}."] for number in range(6))) == [0] * 6
    assert sorted(line for line in desk("draft", "show", "1").out.split("\n") if line.startswith("Remark")) == [
        f"Remark {number}." for number in range(6)
    ]


def test_the_same_items_drafted_at_once_are_one_draft(desk: Hrd) -> None:
    desk("draft", "discard", "1")
    assert _at_once(*[["draft", "new", "1"]] * 3) == [0] * 3
    assert len(desk.json("draft", "list")) == 1


def test_a_title_that_would_steer_a_terminal_does_not(desk: Hrd) -> None:
    desk("draft", "new", "1", "--anew", "--title", "A \x1b[31mred\x9b boat")
    for command in (["list"], ["show", "2"], ["show", "2", "--post"]):
        assert "\x1b" not in desk("draft", *command).out
    assert "red boat" in json.dumps(desk.json("draft", "list"))


def test_a_run_that_would_end_behind_the_last_part_is_not_moved(desk: Hrd) -> None:
    assert "There is no place 3" in desk("draft", "move", "1", "1-2", "3").err


def test_what_changes_nothing_says_so(desk: Hrd) -> None:
    assert desk("draft", "take", "1", "1").out == "1 A boat · unchanged\n"


def test_a_sentence_goes_with_a_deadline(desk: Hrd) -> None:
    told = desk("draft", "set", "1", "--sentence", "Write by then.")
    assert (told.code, "Draft 1 has no deadline" in told.err) == (2, True)
    desk("draft", "set", "1", "--deadline", "2026-03-06")
    desk("draft", "set", "1", "--sentence", "Write by then.")
    assert "Write by then." in post(desk)
