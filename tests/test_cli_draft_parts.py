"""The command line: where the parts of a draft go, and how its head is set."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest

import cli_draft_fixtures
from cli_draft_fixtures import post
from cli_fixtures import Hrd

hrd = cli_draft_fixtures.hrd
desk = cli_draft_fixtures.desk
EARLIER = "https://own.example/1"


def head(desk: Hrd) -> dict[str, str]:
    """The head of the draft, as it is shown for an editor."""
    lines = desk("draft", "show", "1").out.splitlines()
    named = [line.split(":", 1) for line in lines if line[:1].isupper() and ":" in line]
    return {name: value for name, value in reversed(named)}


def test_items_are_told_of_an_older_draft_only_where_they_have_one(desk: Hrd) -> None:
    assert desk("draft", "new", "1").err.startswith("These items have this draft already")
    assert desk("draft", "new", "1", "--anew").err == ""


def test_items_are_merged_in_the_order_given_and_the_selected_behind_them(
    desk: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Another text."))
    desk("items", "paste", "--title", "A gull")
    desk("select", "1")
    desk("draft", "new", "2", "--selected")
    assert desk.json("draft", "list")[0]["items"] == [2, 1]


def test_own_words_stand_before_the_part_that_is_named(desk: Hrd) -> None:
    desk("draft", "remark", "1", "Mine.", "--before", "2")
    desk("draft", "see-also", "1", EARLIER, "--words", "On the arrest:")
    assert post(desk).startswith("First, with 4 men.\n\nMine.\n\nSecond of them.")
    assert f"Third of them.\n\nOn the arrest: <{EARLIER}>" in post(desk)


def test_parts_that_are_named_twice_are_taken_out_once(desk: Hrd) -> None:
    desk("draft", "remark", "1", "One.", "--before", "1")
    desk("draft", "remark", "1", "Two.", "--before", "2")
    assert desk("draft", "remove", "1", "1", "1").code == 0
    assert post(desk).startswith("Two.\n\nFirst")


@pytest.mark.parametrize("run", ["1-x", "1-", "-1x", "²"])
def test_a_run_wants_two_numbers(desk: Hrd, run: str) -> None:
    told = desk("draft", "cut", "1", "--", run)
    assert (told.code, f"“{run}” is no part" in told.err) == (2, True)


@pytest.mark.parametrize("source", ["0", "2"])
def test_a_source_that_is_not_there_is_not_placed(desk: Hrd, source: str) -> None:
    before = post(desk)
    assert desk("draft", "place-source", "1", source).code == 2
    assert post(desk) == before


def test_none_takes_any_value_of_the_head_out(desk: Hrd) -> None:
    own = ("--kind", "award", "--tag", "sea", "--country", "BZ", "--template", "award", "--deadline", "2026-03-06")
    desk("draft", "set", "1", *own)
    there = head(desk)
    assert [there[name] for name in ("Kind", "Tags", "Countries")] == [" award", " sea", " Belize"]
    none = ("--kind", "none", "--tag", "None", "--country", "none", "--template", " NONE ", "--deadline", "none")
    assert desk("draft", "set", "1", *none).code == 0
    gone = head(desk)
    assert {gone.get(name, "") for name in ("Kind", "Tags", "Countries", "Template", "Deadline")} == {""}


def test_a_deadline_is_a_day_that_lies_ahead(desk: Hrd) -> None:
    assert desk("draft", "set", "1", "--deadline", "1 December 2040").code == 0
    assert head(desk)["Deadline"] == " 2040-12-01"
    desk("draft", "set", "1", "--deadline", "friday")
    assert 0 <= (date.fromisoformat(head(desk)["Deadline"].strip()) - date.today()).days <= 7


def test_the_sentence_of_a_deadline_changes_without_the_day(desk: Hrd) -> None:
    desk("draft", "set", "1", "--deadline", "2040-12-01", "--sentence", "One.")
    desk("draft", "set", "1", "--sentence", "Two.")
    assert head(desk)["Deadline"] == " 2040-12-01"
    assert "Two." in post(desk)


def test_those_who_signed_are_counted_or_listed(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    names = "\n".join(f"- Organisation {number}" for number in range(8))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"We are appalled.\n\nSignatories:\n\n{names}\n"))
    hrd("items", "paste", "--title", "Joint statement")
    hrd("draft", "new", "1")
    assert "Organisation 7" in post(hrd)
    hrd("draft", "signatories", "1", "count")
    assert "Organisation 7" not in post(hrd)
    hrd("draft", "signatories", "1", "list")
    assert "Organisation 7" in post(hrd)


def test_a_post_for_a_target_is_that_of_the_export(desk: Hrd) -> None:
    assert desk("draft", "show", "1", "--target", "html").out.startswith("<!doctype html>")
    assert desk("draft", "show", "1", "--target", "plain").out.startswith("# A boat\n")


def test_the_list_tells_an_exported_draft_and_that_none_was_discarded(desk: Hrd, tmp_path: Path) -> None:
    assert desk("draft", "list").out.split("\t")[2:4] == ["1", ""]
    desk("draft", "export", "1", "--out", str(tmp_path / "posts"))
    assert desk("draft", "list").out.split("\t")[2:4] == ["1", "e"]
    assert desk("draft", "list", "--discarded").err == "None was discarded.\n"
    desk("draft", "discard", "1")
    assert desk("draft", "list").err.startswith("No drafts.")
    assert "A boat" in desk("draft", "list", "--discarded").out


def test_a_post_that_was_changed_by_hand_is_overwritten_by_force_alone(desk: Hrd, tmp_path: Path) -> None:
    export = ("draft", "export", "1", "--target", "plain", "--out", str(tmp_path))
    file = Path(desk(*export).out.split()[-1])
    assert file.read_text("utf-8").startswith("# A boat\n")
    file.write_text("mine", "utf-8")
    assert (desk(*export).code, file.read_text("utf-8")) == (3, "mine")
    assert (desk(*export, "--force").code, file.read_text("utf-8") == "mine") == (0, False)


def test_nothing_to_take_back_is_told_by_the_exit_code(desk: Hrd) -> None:
    assert (desk("draft", "undo", "1").code, desk("draft", "redo", "1").code) == (3, 3)
    desk("draft", "cut", "1", "2")
    assert (desk("draft", "undo", "1").code, desk("draft", "redo", "1").code) == (0, 0)


def test_a_text_that_is_no_utf_8_is_told_and_stays(desk: Hrd, tmp_path: Path) -> None:
    mended = tmp_path / "mended.txt"
    mended.write_bytes(b"Title: Bo\xe4t\n")
    told = desk("draft", "edit", "1", "--from", str(mended))
    assert (told.code, told.err.splitlines()[0]) == (2, "hrd: The text is not UTF-8")
    assert f"when it is mended: hrd draft edit 1 --from {mended}" in told.err
    assert mended.exists()


def test_a_text_that_was_taken_from_a_file_stays_there(desk: Hrd, tmp_path: Path) -> None:
    mended = tmp_path / "mended.txt"
    mended.write_text(desk("draft", "show", "1").out.replace("4 men", "5 men"), "utf-8")
    assert desk("draft", "edit", "1", "--from", str(mended)).out == "1 A boat\n"
    assert mended.exists()
    assert "5 men" in post(desk)


def test_what_is_wrong_with_a_text_is_told_with_what_to_do(desk: Hrd, tmp_path: Path) -> None:
    mended = tmp_path / "mended.txt"
    mended.write_text(desk("draft", "show", "1").out.replace("[2]", "[7]"), "utf-8")
    told = desk("draft", "edit", "1", "--from", str(mended)).err
    assert told.splitlines()[1].strip().startswith(f"There are 3. Your text is kept in {mended}; when it is mended: ")
