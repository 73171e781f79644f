"""`hrd rules`: listing, trying, running and taking back."""

import io
import sys
from datetime import datetime, timedelta

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from hrd_tui.text.dates import iso
from loopback_site import Site

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled
CHARGED = "Ferry workers charged\n"
RULES = """
[[rules]]
name = "ferry"
query = "ferry"
tag = ["ports"]
priority = true

[[rules]]
name = "markup"
query = "markup"
spike = true
"""


@pytest.fixture
def told(filled: Hrd) -> Hrd:
    """A desk with two items that were there before the rules."""
    file = locate().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(RULES, "utf-8")
    return filled


def test_rules_are_listed_with_what_they_touched(told: Hrd) -> None:
    assert [(one["name"], one["does"], one["items"]) for one in told.json("rules")] == [
        ("ferry", "tag ports, priority", 0),
        ("markup", "spike", 0),
    ]
    told("rules", "run", "--yes")
    assert [one["items"] for one in told.json("rules")] == [1, 1]
    assert [line.split("\t")[:2] for line in told("rules").out.splitlines()] == [["ferry", "1"], ["markup", "1"]]


def test_trying_all_rules_one_of_them_and_one_that_is_not_written(told: Hrd) -> None:
    assert [one["done"] for one in told.json("rules", "try")] == [
        [{"rule": "markup", "deeds": ["spiked"], "tags": []}],
        [{"rule": "ferry", "deeds": ["tagged", "priority"], "tags": ["ports"]}],
    ]
    assert told("rules", "try", "ferry").out.split("\t")[2:] == ["ferry: tagged ports, priority", CHARGED]
    (one,) = told.json("rules", "try", "--query", "ferry", "--follow-up", "7d ask", "--tag", "Sea Ports")
    assert one["done"] == [{"rule": "tried", "deeds": ["tagged", "follow up"], "tags": ["sea-ports"]}]
    assert told("items", "rule:ferry").out == ""


def test_a_try_says_how_many_of_how_many(told: Hrd) -> None:
    assert "1 item tagged, 1 spiked, 1 given priority, of 2 in 30 days" in told("rules", "try").err
    assert "No item would be touched, of 2 in 30 days" in told("rules", "try", "--query", "nothing").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ferry", "--query", "x"), "or neither"),
        (("--spike",), "or neither"),
        (("gossip",), "There are: “ferry”, “markup”"),
        (("--query", "kind:gossip", "--spike"), "gossip"),
        (("--query", "x", "--spike", "--follow-up", "7d"), "cannot both"),
    ],
)
def test_what_cannot_be_tried_is_said(told: Hrd, arguments: tuple[str, ...], said: str) -> None:
    result = told("rules", "try", *arguments)
    assert result.code == 2
    assert said in result.err


def test_running_asks_first_and_is_undone_in_one_step(told: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    assert told("rules", "run").code == 3
    assert told("items", "rule:ferry").out == ""
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "y")
    assert told("rules", "run").out.endswith("Rules: 1 item tagged, 1 spiked, 1 given priority\n")
    assert "Rule ferry: tagged ports, priority" in told("show", "1").out
    assert told.json("show", "1")["ruled"] == ["ferry: tagged ports, priority"]  # type: ignore[call-overload]
    (line,) = (line for line in told("items", "why", "1").out.splitlines() if "the rule “ferry”, " in line)
    assert line.endswith("; its query now: ferry")
    assert datetime.strptime(line.partition("”, ")[2].partition(";")[0], "%Y-%m-%d %H:%M")
    assert told("undo").out.startswith("Undone: Rules: ")
    assert told("rules", "run", "--yes").out == "Rules: 1 item tagged, 1 spiked, 1 given priority\n"
    assert told("rules", "run", "--yes").out == "The rules have nothing to do\n"


def test_where_there_is_no_rule_running_says_so(filled: Hrd) -> None:
    result = filled("rules", "run")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("There is no rule yet: [[rules]] in the configuration")


def test_what_rules_did_with_what_arrived_is_taken_back_by_their_own_undo(
    told: Hrd, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told("rules", "undo").out == "No rule did anything that could be undone\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("The ferry sails again"))
    told("items", "paste")
    told("items", "read-signals")
    assert told("undo").err == "What rules did is taken back by: hrd rules undo\n"
    assert told("rules", "undo").out.startswith("Undone: Rules: 1 item tagged")
    assert told("items", "rule:ferry").out == ""


def test_config_check_shows_the_place_in_a_rules_query(told: Hrd) -> None:
    assert told("config", "check").code == 0
    locate().config_file.write_text('[[rules]]\nname = "bad"\nquery = "ferry \\""\nspike = true\n', "utf-8")
    result = told("config", "check")
    assert result.code == 2
    assert '\nferry "\n      ^' in result.err


def test_a_sync_says_what_rules_did(told: Hrd, site: Site) -> None:
    assert "Rules" not in told("sync").err
    site.put("/feed.xml", b"<rss version='2.0'><channel><title>Feed</title><item><guid>9</guid>"
             b"<title>The ferry sails</title></item></channel></rss>")  # fmt: skip
    assert told("sync").err.endswith("Rules: 1 item tagged, 1 given priority\n")
    assert "Rules" not in told("sync").err


@pytest.fixture
def older(told: Hrd) -> Hrd:
    """The same desk, on which the first item came ten days ago."""
    desk = Desk.open(locate(), load(locate().config_file))
    arrived = iso(desk.now() - timedelta(days=10))
    with desk.store.change() as change:
        change.put("items", 1, {**desk.store.items[1], "arrived": arrived})
    desk.close()
    return told


def test_only_the_items_of_so_many_days_count(older: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one["id"] for one in older.json("rules", "try", "--days", "5")] == [2]
    assert [one["id"] for one in older.json("rules", "try", "--days", "15")] == [2, 1]
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    assert [line.split("\t")[0] for line in older("rules", "run", "--days", "5").out.splitlines()] == ["2"]
    assert older("rules", "run", "--days", "5", "--yes").out == "Rules: 1 item spiked\n"


def test_a_rule_that_only_has_a_query_highlights(told: Hrd) -> None:
    (one,) = told.json("rules", "try", "--query", "ferry")
    assert one["done"] == [{"rule": "tried", "deeds": ["highlighted"], "tags": []}]


@pytest.mark.parametrize("command", [[], ["try"], ["run", "--yes"]])
def test_a_rule_that_cannot_be_used_is_told_wherever_rules_are(filled: Hrd, command: list[str]) -> None:
    locate().config.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text('[[rules]]\nname = "bad"\nquery = "kind:gossip"\nspike = true\n', "utf-8")
    result = filled("rules", *command)
    assert (result.code, "gossip" in result.err, "There is no rule yet" in result.err) == (0, True, False)


def test_a_rule_about_texts_and_kinds_is_tried_on_what_nothing_has_read_yet(told: Hrd) -> None:
    for query in ("text:stand", "lang:en ferry"):
        assert [one["id"] for one in told.json("rules", "try", "--query", query)] == [1]
    locate().config_file.write_text('[[rules]]\nname = "en"\nquery = "lang:en text:stand"\nspike = true\n', "utf-8")
    assert told("rules", "run", "--yes").out == "Rules: 1 item spiked\n"


def test_a_run_reads_first_what_the_signals_have_not_read(filled: Hrd) -> None:
    desk = Desk.open(locate(), load(locate().config_file))
    with desk.store.change() as change:
        new = {**desk.store.items[1], "guid": "9", "title": "The workers of the ferry are free again"}
        change.put("items", change.new_id("items"), new)
    desk.close()
    locate().config.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text('[[rules]]\nname = "en"\nquery = "free lang:en"\npriority = true\n', "utf-8")
    assert filled("rules", "run", "--yes").code == 0
    assert [item["id"] for item in filled.json("items", "rule:en")] == [3]
