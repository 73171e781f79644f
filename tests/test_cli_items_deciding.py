"""The command line: naming items by numbers, from a pipe, by a query; templates, tags, quotes and the log."""

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.cli.items import FIELDS
from hrd_tui.cli.main import COMMANDS, ELSEWHERE, SECTIONS
from hrd_tui.cli.templated import Template
from hrd_tui.errors import UsageProblem

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled

PASSAGE = "Four men stand trial."


def ferry(hrd: Hrd) -> str:
    return str(hrd.json("items", "ferry")[0]["id"])


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_the_sections_hold_every_command_once() -> None:
    assert sum(map(len, SECTIONS.values())) == len(COMMANDS)
    assert set(ELSEWHERE) <= set(COMMANDS)


@pytest.mark.parametrize("verb", ["tag", "note", "follow", "select", "spike", "show", "undo", "redo", "log", "tags"])
def test_verbs_of_every_day_stand_by_themselves(hrd: Hrd, verb: str) -> None:
    assert hrd(verb, "--help").code == 0


def test_a_query_asks_before_it_decides(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "n\n")
    refused = filled("spike", "--query", "is:unread")
    assert (refused.code, "2 items?" in refused.err) == (3, True)
    assert filled.json("items", "--view", "spiked") == []
    typed(monkeypatch, "")
    assert "--yes" in filled("spike", "--query", "is:unread").err
    typed(monkeypatch, "y\n")
    assert filled("spike", "--query", "is:unread").out.startswith("Spiked · 2 items · “")


def test_the_words_of_a_template_stay_as_they_are_but_for_escapes() -> None:
    assert Template(r"No. {id}:\tby C:\\new, {{a}}\n", ("id",))({"id": 7}) == "No. 7:\tby C:\\new, {a}\n"


def test_what_is_filled_in_is_one_clean_line() -> None:
    values = {"a": "x\u202e\ny\x9b31m", "b": ["p", "q"], "c": None}
    assert Template("{a}|{b}|{c}", tuple(values))(values) == "x y|p q|"


def test_a_sign_that_only_looks_like_a_number_is_none(filled: Hrd) -> None:
    told = filled("spike", "²")
    assert (told.code, "“²” is no number of an item" in told.err) == (2, True)


def test_behind_a_query_every_word_is_a_tag(filled: Hrd) -> None:
    assert filled("tag", "--query", "ferry", "--yes", "2026", "ports").out.startswith(
        "Tagged #2026 #ports · 1 item · “"
    )


def test_the_log_goes_back_so_far_as_it_is_asked(filled: Hrd) -> None:
    filled("spike", "1")
    assert "Spiked" in filled("log", "--since", "1H").out
    filled("spike", "2")
    assert filled("log", "--limit", "1").out.count("\n") == 1


def test_yes_and_no_stand_in_a_template_for_what_is_either(filled: Hrd) -> None:
    filled("items", "read", "1")
    assert filled("items", "sort:-date", "--format", "{id} {read}").out.splitlines() == ["1 yes", "2 no"]


def test_an_item_named_twice_is_meant_once(filled: Hrd) -> None:
    one = ferry(filled)
    assert filled.json("show", one, one) == filled.json("show", one)


def test_a_query_with_yes_is_one_step(filled: Hrd) -> None:
    assert filled("tag", "--query", "is:unread", "--yes", "ports").code == 0
    assert len(filled.json("items", "tag:ports")) == 2
    filled("undo")
    assert filled.json("items", "tag:ports") == []


def test_a_query_that_finds_nothing_decides_nothing(filled: Hrd) -> None:
    result = filled("spike", "--query", "zeppelin", "--yes")
    assert (result.code, "No item matches “zeppelin”" in result.err) == (3, True)


def test_what_the_list_prints_can_be_piped_into_a_decision(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, filled("items").out)
    assert filled("select", "-").out.startswith("Selected · 2 items · “")


def test_an_empty_pipe_decides_nothing(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, filled("items", "zeppelin").out)
    result = filled("tag", "-", "ports")
    assert (result.code, "No number of an item came through the pipe" in result.err) == (3, True)
    assert "Usage" not in result.err


WRONG = (
    ("spike",),
    ("spike", "1", "--query", "ferry"),
    ("spike", "-1"),
    ("tag", "1"),
    ("tag", "--query", "ferry"),
    ("note", "1"),
    ("note", "-", "-"),
    ("follow", "1", "--on", "soon"),
    ("items", "--json", "--jsonl"),
    ("tags", "rename", "nowhere", "here"),
    ("tags", "colour", "nowhere", "pink"),
    ("items", "quote", "1", "never said"),
    ("items", "unquote", "1", "1"),
    ("log", "--since", "yore"),
)


def test_wrong_usage_is_told_and_changes_nothing(filled: Hrd) -> None:
    for arguments in WRONG:
        result = filled(*arguments)
        assert (arguments, result.code, bool(result.err)) == (arguments, 2, True)
    assert filled("undo").out == "Nothing to undo\n"


def test_a_note_goes_to_several_items(filled: Hrd) -> None:
    filled("note", "1", "2", "Ask both.")
    assert [item["note"] for item in filled.json("items")] == ["Ask both.", "Ask both."]


def test_a_follow_up_has_a_day_and_a_reason(filled: Hrd) -> None:
    id = ferry(filled)
    assert filled("follow", id, "--on", "2030-12-01", "--because", "verdict").code == 0
    (item,) = filled.json("items", "ferry")
    assert (item["state"], item["due"], item["reason"]) == ("follow-up", "2030-12-01", "verdict")
    assert "due 2030-12-01: verdict" in filled("show", id).out
    filled("follow", id, "--on", "none", "--because", "")
    (item,) = filled.json("items", "ferry")
    assert (item["state"], item["due"], item["reason"]) == ("follow-up", None, "")


def test_a_reason_alone_leaves_the_day_as_it_is(filled: Hrd) -> None:
    filled("follow", "1", "--on", "2040-12-01")
    filled("follow", "1", "--because", "verdict")
    (item,) = filled.json("items", "--view", "follow-up")
    assert (item["due"], item["reason"]) == ("2040-12-01", "verdict")


def test_a_query_stands_for_the_numbers_before_a_note(filled: Hrd) -> None:
    filled("note", "--query", "ferry", "--yes", "Ask.")
    assert [item["note"] for item in filled.json("items", "ferry")] == ["Ask."]


def test_where_a_split_changes_nothing_no_item_is_named(filled: Hrd) -> None:
    assert filled("stories", "split", "1").out == "Split: nothing to change\n"


def test_tags_are_asked_about_with_one_sign_each(filled: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "n\n")
    assert "Tag 2 items with #2026 #ports?" in filled("tag", "--query", "is:unread", "#2026", "ports").err


def test_tags_alone_are_answered_with_the_ways_to_name_items(filled: Hrd) -> None:
    told = filled("tag", "lawyers")
    assert (told.code, "Name the items by their numbers, by --query" in told.err) == (2, True)


def test_a_template_prints_a_line_an_item(filled: Hrd) -> None:
    assert filled("items", "ferry", "--format", r"{{{id}}}\t{title}\t{tags}").out == "{1}\tFerry workers charged\t\n"


@pytest.mark.parametrize("template", ["{title.__class__}", "{title[0]}", "{title!r}", "{title:>99999999}", "{", "{no}"])
def test_a_template_reaches_for_fields_alone(hrd: Hrd, template: str) -> None:
    result = hrd("items", "--format", template)
    assert (result.code, result.out) == (2, "")


def test_a_template_may_name_every_key_of_the_objects(filled: Hrd) -> None:
    assert set(filled.json("items")[0]) <= set(FIELDS)


def test_an_unknown_field_names_those_there_are(hrd: Hrd) -> None:
    assert "id, feed, feed_title" in hrd("items", "--format", "{headline}").err


@given(st.text())
def test_any_template_is_read_or_refused(text: str) -> None:
    try:
        template = Template(text, FIELDS)
    except UsageProblem:
        return
    assert isinstance(template(dict.fromkeys(FIELDS, "x")), str)


def test_one_object_a_line(filled: Hrd) -> None:
    lines = filled("items", "--jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == filled.json("items")


def test_tags_are_listed_renamed_merged_and_coloured(filled: Hrd) -> None:
    filled("tag", "1", "afrika", "ports")
    filled("tag", "2", "africa")
    assert filled("tags", "rename", "afrika", "africa").out == "Merged #afrika into #africa · 1 item\n"
    filled("tags", "colour", "africa", "teal")
    first, second = filled.json("tags")
    assert (first["name"], first["items"], first["colour"], first["chosen"]) == ("africa", 2, "teal", True)
    assert (second["name"], second["chosen"]) == ("ports", False)
    filled("undo")
    assert [tag["name"] for tag in filled.json("tags")] == ["africa", "afrika", "ports"]


def test_a_quote_is_listed_with_its_source(filled: Hrd) -> None:
    id = ferry(filled)
    assert filled("items", "quote", id, "Four  men\nstand").code == 0
    (quote,) = filled.json("items", "quotes")
    assert (quote["text"], quote["stands"]) == ("Four men stand", True)
    assert len(str(quote["sha256"])) == 64
    assert "> Four men stand" in filled("items", "quotes", "ferry", "--markdown").out
    assert "Quote 1: “Four men stand”" in filled("show", id).out
    assert filled.json("items", "quotes", "-ferry") == []
    filled("items", "unquote", id, "1")
    assert filled.json("items", "quotes") == []


def test_the_log_tells_what_was_decided_about_what(filled: Hrd) -> None:
    filled("tag", "1", "2", "ports")
    filled("spike", "1")
    filled("undo")
    spiked, tagged = filled.json("log")
    assert (spiked["name"], spiked["items"], spiked["undone"]) == ("spiked", [1], True)
    assert (tagged["label"], tagged["items"], tagged["undone"]) == ("Tagged #ports · 2 items", [1, 2], False)
    assert filled.json("log", "--limit", "1") == [spiked]
    assert filled.json("log", "--since", "2040-01-01") == []
    assert "1 Ferry workers charged" in filled("log").out


def test_the_log_of_an_item_has_what_was_decided_about_it(filled: Hrd) -> None:
    filled("spike", "2")
    filled("tag", "1", "2", "ports")
    filled("select", "1")
    assert [entry["label"] for entry in filled.json("log", "2")] == ["Tagged #ports · 2 items", "Spiked · 1 item"]
    tagged = filled("log", "2", "--since", "yesterday").out.splitlines()[0]
    assert tagged.endswith("2 [b]Markup[/b] stays text and 1 more")
    assert filled("log", "2", "--since", "2040-01-01").err == "Nothing was decided about item 2 since then.\n"
    assert filled("log", "99").code == 2


def test_a_note_needs_its_text(filled: Hrd) -> None:
    told = filled("note", "1")
    assert (told.code, "then the text as one word" in told.err) == (2, True)


def test_what_was_decided_about_several_is_told_by_the_first(filled: Hrd) -> None:
    filled("spike", "1", "2")
    assert filled("log").out.endswith("1 Ferry workers charged and 1 more\n")


def test_only_one_way_of_printing_is_taken(filled: Hrd) -> None:
    assert filled("items", "--jsonl", "--format", "{id}").code == 2


def test_no_more_items_are_listed_than_asked_for(filled: Hrd) -> None:
    assert len(filled.json("items", "--limit", "1")) == 1
