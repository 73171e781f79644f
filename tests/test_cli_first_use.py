"""What somebody meets who uses the command line for the first time."""

from datetime import timedelta
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk, utc_now
from hrd_tui.paths import locate
from past_fixtures import arrive, subscribe

hrd = cli_fixtures.hrd
OLD = utc_now() - timedelta(days=200)


@pytest.fixture
def filled(hrd: Hrd) -> Hrd:
    """Two items that are done and old, and two of now."""
    paths = locate()
    desk = Desk.open(paths, load(paths.config_file), utc_now)
    subscribe(desk)
    arrive(desk, "Ferry strike", OLD)
    arrive(desk, "Court hearing", OLD)
    arrive(desk, "Hotel closed", utc_now() - timedelta(hours=1), state={})
    arrive(desk, "Ferry now", utc_now(), state={})
    desk.close()
    return hrd


@pytest.mark.parametrize("command", [["items"], ["items", "list"], ["export", "--stdout"]])
def test_a_word_behind_a_minus_is_left_out_also_one_that_begins_as_help_does(filled: Hrd, command: list[str]) -> None:
    told = filled(*command, "newer:1d", "-hotel")
    assert (told.code, "Ferry now" in told.out, "Hotel closed" in told.out) == (0, True, False)
    assert filled("items", "-hotel", "newer:1d").out.count("\n") == 1
    assert filled(*command, "-h").out.startswith("Usage: ")


def test_the_question_says_what_will_be_done(filled: Hrd) -> None:
    assert "Mark 2 items read?" in filled("items", "read", "--query", "older:1y or ferry").err
    assert "Tag 1 item with #{}?" in filled("tag", "--query", "court", "{}").err


def test_where_nothing_is_found_nothing_could_be_done(filled: Hrd) -> None:
    for call in (["export", "#nosuch"], ["export"], ["spike", "--query", "zzzz"], ["show", "--query", "zzzz"]):
        assert filled(*call).code == 3, call


def test_only_the_last_folder_of_out_is_made(filled: Hrd, tmp_path: Path) -> None:
    refused = filled("export", "4", "--out", str(tmp_path / "typo" / "posts"))
    assert (refused.code, f"There is no folder {tmp_path / 'typo'}\n" in refused.err) == (3, True)
    assert list(tmp_path.iterdir()) == []
    assert filled("export", "4", "--out", str(tmp_path / "posts")).code == 0


def test_rules_are_told_of_where_there_is_none_and_what_undo_takes_them_back(hrd: Hrd) -> None:
    assert "There is no rule yet: [[rules]]" in hrd("rules", "try").err
    told = hrd("rules", "undo")
    assert (told.code, "taken back by: hrd undo" in told.err) == (3, True)


def test_yesterday_is_over(filled: Hrd) -> None:
    assert " is over" in filled("follow", "4", "--on", "yesterday").err


def test_what_came_back_from_the_archive_counts_once(filled: Hrd) -> None:
    filled("past", "move")
    assert "not indexed" not in filled("items", "text:whole").err
    filled("tag", "1", "ports")
    assert [month["items"] for month in filled.json("past")] == [1]
    assert "not indexed" not in filled("items", "text:whole").err
    filled("tag", "2", "ports")
    assert filled("past").err == "Nothing is archived.\n"


def test_what_is_archived_can_be_listed(filled: Hrd) -> None:
    filled("past", "move")
    assert [item["id"] for item in filled.json("items", "is:archived")] == [2, 1]
    assert [item["id"] for item in filled.json("items", "ferry", "-is:archived")] == [4]
    assert filled("past", "list", f"{OLD:%Y-%m}").out.count("\n") == 2
    assert filled("past", "list", "2001-01").err == "Nothing here.\n"


@pytest.mark.parametrize("query", ["story:abc", "lang:english", "deadline:2026-12-05..2026-01-01", "id:7..3"])
def test_a_value_that_can_never_match_is_refused_with_its_place(hrd: Hrd, query: str) -> None:
    told = hrd("items", query)
    assert (told.code, "^ " in told.err) == (2, True)


def test_a_slip_is_answered_with_what_may_be_meant(filled: Hrd) -> None:
    assert "Did you mean hrd items" in filled("itmes").err
    assert "--limit" in filled("items", "--limt", "3").err
    assert "did you mean title:?" in filled("items", "titel:ferry").err


def test_a_saved_view_is_found_whatever_its_case(filled: Hrd) -> None:
    filled("views", "add", "Ferries", "ferry")
    assert [item["id"] for item in filled.json("items", "--view", "ferries")] == [4, 1]
    assert filled("views", "rename", "FERRIES", "Boats").out == "View Boats: ferry\n"
    assert filled("views", "rename", "boats", "BOATS").out == "View BOATS: ferry\n"
    filled("views", "add", "Boats", "ferry")
    told = filled("views", "remove", "boats")
    assert (told.code, "There are: BOATS, Boats" in told.err) == (2, True)
    assert filled("views", "remove", "BOATS").out == "View BOATS removed\n"
    assert filled("views", "remove", "boats").out == "View Boats removed\n"


@pytest.mark.parametrize("more", [[], ["--coverage"]])
def test_figures_say_what_they_do_not_count(filled: Hrd, more: list[str]) -> None:
    filled("past", "move")
    assert "2 archived items of these days are not counted." in filled("stats", "--days", "300", *more).err
    assert "archived" not in filled("stats", "--days", "30", *more).err


def test_people_and_organisations_are_told_with_who_is_called_nearly_so(filled: Hrd) -> None:
    locate().config.mkdir(parents=True, exist_ok=True)
    (locate().config / "people.txt").write_text("Ana Quintrel\n", "utf-8")
    assert "There is no person “quintral”; nearest: Ana Quintrel" in filled("items", "person:quintral").err
    assert "There is no organisation “zzxxqq”." in filled("items", "org:zzxxqq").err
    assert filled("items", "person:ana").err == "Nothing here.\n"


def test_a_tag_or_feed_that_there_is_not_is_told_with_what_comes_near(filled: Hrd) -> None:
    filled("tag", "4", "ports")
    told = filled("items", "tag:port")
    assert (told.code, told.err) == (0, "Nothing here.\nThere is no tag “port”; nearest: ports\n")
    assert "There is no feed “nosuch”." in filled("items", "feed:nosuch").err
    assert filled("items", "feed:watch tag:ports is:spiked").err == "Nothing here.\n"
    assert filled("items", "feed:1 is:posted").err == "Nothing here.\n"
    filled("feeds", "move", "1", "Ports")
    assert "There is no folder “prots”; nearest: Ports" in filled("items", "folder:prots").err
    name = filled.json("feeds", "list")[0]["title"]
    slip = f'feed:"{name}x"'
    assert f"nearest: {name}" in filled("items", slip).err
    filled("feeds", "remove", "1", "--yes")
    assert "nearest" not in filled("items", slip).err
