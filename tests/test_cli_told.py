"""What the smaller commands tell: the log and taking back, tags, keys, items in full, the doctor, completion."""

import io
import sys
from datetime import timedelta

import pytest

import cli_fixtures
from cli_fixtures import Hrd, Typed
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk, utc_now
from hrd_tui.paths import locate
from hrd_tui.text.dates import iso
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled


def configure(text: str) -> None:
    locate().config.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text(text, "utf-8")


def test_what_was_taken_back_is_marked_in_the_log(filled: Hrd) -> None:
    filled("spike", "1")
    filled("undo")
    filled("tag", "1", "ports")
    assert [line.split("\t")[1] for line in filled("log").out.splitlines()] == ["", "z"]


def test_without_a_limit_the_log_tells_all(filled: Hrd) -> None:
    filled("spike", "1")
    filled("spike", "2")
    assert [len(filled.json("log", "--limit", limit)) for limit in ("0", "1")] == [2, 1]


def test_what_was_decided_again_is_told_by_the_exit_code(filled: Hrd) -> None:
    filled("spike", "1")
    filled("undo")
    assert (filled("redo").code, filled("redo").code) == (0, 3)


@pytest.mark.parametrize("group", [(), ("items",)])
def test_several_steps_are_taken_back_and_made_again_each_told_until_there_is_none(
    filled: Hrd, group: tuple[str, ...]
) -> None:
    for tag in ("one", "two", "three"):
        filled("tag", "1", tag)
    told = filled(*group, "undo", "2")
    assert (told.code, [line.split(" · ")[0] for line in told.out.splitlines()]) == (
        0, ["Undone: Tagged #three", "Undone: Tagged #two"],
    )  # fmt: skip
    told = filled(*group, "redo", "100")
    assert (told.code, [line.split(" · ")[0] for line in told.out.splitlines()]) == (
        1, ["Redone: Tagged #two", "Redone: Tagged #three", "Nothing to redo"],
    )  # fmt: skip
    assert (filled(*group, "undo", "3").code, filled(*group, "undo", "3").code) == (0, 3)


@pytest.mark.parametrize("steps", ["0", "101", "x", "-1"])
def test_a_number_of_steps_that_is_none_takes_nothing_back(filled: Hrd, steps: str) -> None:
    filled("spike", "1")
    assert (filled("undo", steps).code, filled("undo").code) == (2, 0)


def test_an_item_of_which_nothing_was_decided_and_one_that_there_is_not(filled: Hrd) -> None:
    told = filled("log", "1")
    assert (told.code, told.err) == (0, "Nothing was decided about item 1 yet.\n")
    assert "no item 99" in filled("log", "99").err


def test_the_rules_are_spoken_of_only_where_nothing_else_can_be_undone(
    filled: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure('[[rules]]\nname = "ferry"\nquery = "ferry"\ntag = ["ports"]\n')
    monkeypatch.setattr(sys, "stdin", io.StringIO("The ferry sails again"))
    filled("items", "paste")
    filled("items", "read-signals")
    filled("spike", "1")
    assert filled("undo").err == ""
    assert "hrd rules undo" in filled("undo").err


def test_a_draft_changed_before_the_decision_is_not_spoken_of(filled: Hrd) -> None:
    filled("draft", "new", "1")
    filled("draft", "cut", "1", "1")
    desk = Desk.open(locate(), load(locate().config_file), lambda: utc_now() + timedelta(hours=1))
    desk.decisions.tag([1], ["ports"])
    desk.close()
    assert filled("undo").err == ""


def test_without_a_tag_the_list_says_how_to_add_one(filled: Hrd) -> None:
    assert filled("tags").err == "No tags yet. hrd tag ID TAG adds one.\n"
    filled("tag", "1", "2", "ports")
    filled("items", "read", "1")
    told = filled("tags")
    assert (told.err, told.out.split("\t")[:2], told.out.split("\t")[3]) == ("", ["2", "1"], "#ports\n")
    assert list(filled.json("tags")[0]) == ["name", "items", "unread", "colour", "chosen"]


def test_where_the_old_name_of_a_tag_is_left_that_is_told(filled: Hrd) -> None:
    configure('[views]\nsea = "tag:afrika"\n')
    filled("tag", "1", "afrika")
    assert "afrika" in filled("tags", "rename", "afrika", "africa").err


def test_keys_of_no_command_are_told_and_those_of_a_preset_shown(hrd: Hrd) -> None:
    told = hrd("keys", "zeppelin")
    assert (told.out, told.err.startswith("No command of the reader is told in these words")) == ("", True)
    assert hrd("keys", "mark").err == ""
    own, newsboat = (hrd(*call, "spike").out.splitlines() for call in (("keys",), ("keys", "--preset", "newsboat")))
    assert own[0].split("\t")[0] == "d"
    assert newsboat[0].split("\t")[0] == "D, d"


def test_the_head_of_an_item_tells_whether_it_is_unread_its_note_and_its_day(filled: Hrd) -> None:
    assert filled("show", "1").out.splitlines()[1] == "Harbour Watch · 29 January 2026 · inbox · unread"
    filled("items", "read", "1")
    filled("follow", "1", "--on", "2040-12-01", "--because", "verdict")
    filled("note", "1", "Ask both.")
    lines = filled("show", "1").out.splitlines()
    assert lines[1] == "Harbour Watch · 29 January 2026 · follow-up · due 2040-12-01: verdict"
    assert "Note: Ask both." in lines


def test_several_items_are_parted_by_a_line_and_an_array_in_json(filled: Hrd) -> None:
    one, two = (filled("show", id).out for id in ("1", "2"))
    assert filled("show", "1", "2").out == f"{one}\n{'-' * 40}\n\n{two}"
    assert [item["id"] for item in filled.json("show", "1", "2")] == [1, 2]


def test_an_item_in_json_has_its_summary_and_null_where_it_is_not_archived(filled: Hrd) -> None:
    shown: dict[str, object] = filled.json("show", "1")  # type: ignore[assignment]
    assert (shown["summary"], shown["archived"]) == ("Four men stand trial.", None)


def test_the_doctor_of_no_store_and_of_a_damaged_one(hrd: Hrd, filled: Hrd) -> None:
    store = locate().store
    told = hrd("--home", str(store.parent / "none"), "doctor")
    assert (told.code, told.out.endswith("there is no store yet\n")) == (0, True)
    store.chmod(0o755)
    told = filled("doctor")
    assert (told.code, "can be read by others. Run: hrd doctor --repair" in told.out) == (3, True)
    assert "all well" not in told.out
    mended = filled("doctor", "--repair")
    assert (mended.code, len(mended.out.splitlines()) > 1, "all well" in mended.out) == (0, True, True)


def test_a_page_and_a_text_have_the_headline_that_is_given(
    hrd: Hrd, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"<html><title>Trial opens</title><article><p>{'The court heard six witnesses. ' * 9}</p></article></html>"
    address = site.put("/trial", page.encode(), "text/html")
    assert hrd("items", "add", address, "--title", "Mine", "--allow-private").out.endswith(" Mine\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO("A statement"))
    told = hrd("items", "paste", "--title", "Ours")
    assert (told.out.endswith(" Ours\n"), told.err) == (True, "")


def test_on_a_terminal_it_is_told_how_a_pasted_text_ends(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("A statement"))
    assert "Ctrl+D" in hrd("items", "paste").err


def test_a_search_reads_what_its_query_asks_of_the_signals(filled: Hrd) -> None:
    assert filled.json("items", "text:stand", "lang:en")


def test_on_a_terminal_the_words_that_were_found_are_bold(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = filled("items", "trial", "--snippets").out.splitlines()
    assert [line.strip() for line in lines[-1:]] == ["Four men stand \x1b[1mtrial\x1b[0m."]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_ends_with_one_line_end(hrd: Hrd, shell: str) -> None:
    assert hrd("completion", shell).out.rstrip("\n") + "\n" == hrd("completion", shell).out


def test_archived_months_have_their_size(filled: Hrd) -> None:
    long_ago = iso(utc_now() - timedelta(days=200))
    desk = Desk.open(locate(), load(locate().config_file))
    with desk.store.change() as change:
        change.put("items", 1, {**desk.store.items[1], "arrived": long_ago, "sort": long_ago})
        change.put("states", 1, {"read": True})
    desk.close()
    assert filled("past", "move", "--days", "300").err == "0 items moved to the archive.\n"
    assert filled("past", "move", "--dry-run", "--days", "300").err == "0 items would move.\n"
    assert filled("past", "move", "--days", "150").err == "1 item moved to the archive.\n"
    assert filled("past").out.endswith("\t1\t1 KiB\n")
    filled("past", "back", "1")
    assert filled("past").out == ""


def test_up_to_three_items_that_something_was_decided_about_are_named(
    filled: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "A headline that is longer than a line has room for it"
    monkeypatch.setattr(sys, "stdin", io.StringIO("Statement"))
    filled("items", "paste", "--title", long)
    assert filled("spike", "1").out == "Spiked · 1 item · “Ferry workers charged”\n"
    assert filled("spike", "1").out == "Spiked: nothing to change\n"
    assert filled("undo").out == "Undone: Spiked · 1 item · “Ferry workers charged”\n"
    three = filled("tag", "1", "2", "3", "ports").out
    assert three == (
        "Tagged #ports · 3 items · “Ferry workers charged”, “[b]Markup[/b] stays text”, "
        "“A headline that is longer than a line h…”\n"
    )
    assert filled("undo").out == f"Undone: {three}"
    monkeypatch.setattr(sys, "stdin", io.StringIO("Another"))
    filled("items", "paste")
    assert filled("select", "1", "2", "3", "4").out == "Selected · 4 items\n"


@pytest.mark.parametrize("view", ["tag", "feed:", "inbox:1", "tags"])
def test_a_view_without_the_name_that_it_needs_is_none(hrd: Hrd, view: str) -> None:
    told = hrd("items", "--view", view)
    assert (told.code, told.err.startswith(f"hrd: There is no view “{view}”")) == (2, True)


def test_a_draft_changed_between_two_decisions_is_spoken_of_once_the_later_is_taken_back(filled: Hrd) -> None:
    filled("tag", "1", "first")
    filled("draft", "new", "1")
    filled("draft", "cut", "1", "1")
    desk = Desk.open(locate(), load(locate().config_file), lambda: utc_now() + timedelta(hours=1))
    desk.decisions.tag([1], ["ports"])
    desk.close()
    assert filled("undo").err == ""
    assert "hrd draft undo 1" in filled("undo").err
