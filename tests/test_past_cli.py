"""The archive on the command line: months, moving, bringing back, and archived items among the others."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk, utc_now
from hrd_tui.paths import locate
from loopback_site import served
from past_fixtures import arrive, subscribe

hrd = cli_fixtures.hrd
OLD = utc_now() - timedelta(days=200)
MONTH = f"{OLD:%Y-%m}"
RSS = b"<rss version='2.0'><channel><title>News</title><item><guid>1</guid><title>A</title></item></channel></rss>"


@pytest.fixture
def filled(hrd: Hrd) -> Hrd:
    """Three items that are done and old, one of which was spiked, and one of now."""
    paths = locate()
    desk = Desk.open(paths, load(paths.config_file), utc_now)
    subscribe(desk)
    for title in ("Ferry strike", "Court hearing"):
        arrive(desk, title, OLD)
    arrive(desk, "Ferry advertised", OLD, state={"state": "spiked"})
    arrive(desk, "Ferry now", utc_now(), state={})
    desk.close()
    return hrd


def test_what_would_move_is_told_before_it_moves(filled: Hrd) -> None:
    told = filled("past", "move", "--dry-run")
    assert (told.out, told.err) == (f"{MONTH}\t3\n", "3 items would move.\n")
    assert filled("past").err == "Nothing is archived.\n"
    assert filled("past", "move").err == "3 items moved to the archive.\n"
    assert filled.json("past")[0]["items"] == 3
    assert filled("past").out.startswith(f"{MONTH}\t3\t")
    assert filled("doctor").code == 0


def test_archived_items_are_listed_behind_the_others_and_shown(filled: Hrd) -> None:
    filled("past", "move")
    found = filled.json("items", "ferry")
    assert [(item["title"], item["archived"]) for item in found] == [
        ("Ferry now", None),
        ("Ferry advertised", MONTH),
        ("Ferry strike", MONTH),
    ]
    assert [item["id"] for item in filled.json("items", "ferry", "--limit", "2")] == [4, 3]
    assert f"Ferry strike · archived {MONTH}" in filled("items", "strike").out
    shown = filled("show", "1").out
    assert f"archived {MONTH}" in shown
    assert "Ferry strike: the whole text." in shown
    assert filled.json("items", "--view", "spiked") == []


def test_an_order_is_that_of_all_that_is_found(filled: Hrd) -> None:
    filled("past", "move")
    assert [item["id"] for item in filled.json("items", "ferry", "sort:title")] == [3, 4, 1]
    assert [item["id"] for item in filled.json("items", "ferry", "sort:-title", "--limit", "1")] == [1]


def test_a_decision_or_past_back_brings_an_item_back(filled: Hrd) -> None:
    filled("past", "move")
    assert filled("tag", "1", "ports").out.startswith("Tagged #ports · 1 item · “")
    assert filled("past", "back", "2", "3").out.startswith("Back on the desk · 2 items · “")
    assert filled("past", "back", "2").out == "On the desk already\n"
    assert filled("undo").out.startswith("Undone: Back on the desk · 2 items · “")
    assert filled.json("past")[0]["items"] == 2
    assert filled("redo").code == 0
    assert filled.json("past") == []
    assert filled("past", "back", "99").code == 2
    assert {item["archived"] for item in filled.json("items", "older:1d")} == {None}
    assert filled("past", "move").err == "0 items moved to the archive.\n"


def test_a_sync_that_cannot_archive_tells_so_beside_what_it_pulled(filled: Hrd) -> None:
    blocked = locate().store / "past"
    blocked.write_text("")
    with served() as site:
        filled("feeds", "add", site.put("/feed", RSS), "--allow-private")
        filled("feeds", "remove", "1", "--yes")
        site.put("/feed", RSS.replace(b"</channel>", b"<item><guid>2</guid><title>B</title></item></channel>"))
        done = filled("sync", "--json")
        assert (done.code, json.loads(done.out)["new"]) == (0, 1)
        assert str(blocked) in json.loads(done.out)["problem"]
        assert str(blocked) in done.err
        quiet = filled("sync", "--quiet")
    assert (quiet.code, quiet.out) == (0, "")
    assert filled.json("items", "text:b")[0]["title"] == "B"


def test_the_doctor_names_items_that_the_program_failed_on(filled: Hrd) -> None:
    paths = locate()
    desk = Desk.open(paths, load(paths.config_file), utc_now)
    failed = {"cautions": [{"code": "unplaced", "why": "Which story this belongs to cannot be told (ValueError)"}]}
    arrive(desk, "Archived", OLD, signals=failed)
    arrive(desk, "Unreadable", utc_now(), signals={"cautions": [{"code": "unreadable", "why": "It cannot be read"}]})
    arrive(desk, "About a child", utc_now(), signals={"cautions": [{"code": "minor", "why": "a child"}]})
    desk.past.move()
    desk.close()
    told = filled("doctor")
    assert told.code == 0
    assert [line.partition(". ")[0] for line in told.out.splitlines()[:-1]] == [
        "note: item 6: It cannot be read",
        "note: item 5: Which story this belongs to cannot be told (ValueError)",
    ]
    assert told.out.endswith("all well\n")


def test_never_is_said(filled: Hrd) -> None:
    file: Path = locate().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("[desk]\npast_days = 0\n")
    assert "hrd past move --days 90" in filled("past", "move").err
    assert filled("past", "move", "--days", "30", "--dry-run").err == "3 items would move.\n"


def test_somebody_listed_later_is_found_in_the_texts_of_the_archive(
    filled: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.open(locate(), load(locate().config_file), utc_now)
    for number in range(3):
        arrive(desk, f"Zorin Qaleb, part {number}", OLD)
    desk.close()
    filled("past", "move")
    assert filled("people", "qaleb").code == 2
    locate().config.mkdir(parents=True, exist_ok=True)
    (locate().config / "people.txt").write_text("Zorin Qaleb\n")
    assert [one["title"][-1] for one in filled.json("people", "qaleb")["items"]] == ["2", "1", "0"]
    monkeypatch.setattr("hrd_tui.desk.people_anew.MOST", 2)
    told = filled("people", "qaleb")
    assert "part 2" in told.out
    assert "Not looked at: 1 more of the archive with the name in their text." in told.err
