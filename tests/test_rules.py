"""What rules may say in the configuration, and what they do with one item."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_fixtures import NOW
from hrd_tui.config import load
from hrd_tui.config_rules import Rule
from hrd_tui.desk.rules import Line, applied, lines, matched, names, summary
from hrd_tui.desk.ruling import checked
from hrd_tui.desk.steps import kept
from hrd_tui.documents import StateDoc
from hrd_tui.errors import ConfigError
from hrd_tui.settings import defaults
from hrd_tui.signals import places

TODAY = date(2026, 2, 1)
FERRY = Rule("ferry", "ferry", tags=("ports",), follow_up=True, days=7, reason="ask", priority=True)
CALLS = Rule("calls", "call", spike=True)
KENYA = Rule("kenya", "kenya", tags=("africa", "ports"), highlight=True, read=True)


def written(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file


def rule(folder: Path, text: str) -> Rule:
    (one,) = load(written(folder, f'[[rules]]\nname = "ferry"\nquery = "ferry"\n{text}')).rules
    return one


def test_a_rule_is_read_as_it_is_written(tmp_path: Path) -> None:
    text = 'tag = ["ports"]\nfollow_up = "7d ask"\npriority = true\n'
    assert rule(tmp_path, text) == FERRY


@pytest.mark.parametrize(
    ("said", "days", "reason"),
    [("true", 0, ""), ('"2w"', 14, ""), ('"ask for it"', 0, "ask for it"), ('"7days later"', 0, "7days later")],
)
def test_a_follow_up_has_a_day_or_a_reason_or_neither(tmp_path: Path, said: str, days: int, reason: str) -> None:
    one = rule(tmp_path, f"follow_up = {said}")
    assert (one.follow_up, one.days, one.reason) == (True, days, reason)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rules = 3", "[[rules]]"),
        ('[[rules]]\nquery = "a"\nspike = true', "rule 1 has no name"),
        ('[[rules]]\nname = "a "\nquery = "a"\nspike = true', "needs a name of at most 40"),
        (f'[[rules]]\nname = "{"a" * 41}"\nquery = "a"\nspike = true', "needs a name of at most 40"),
        ('[[rules]]\nname = "a: b"\nquery = "a"\nspike = true', "without colons"),
        ('[[rules]]\nname = "a"\nspike = true', "has no query"),
        ('[[rules]]\nname = "a"\nquery = "a"', "does nothing"),
        ('[[rules]]\nname = "a"\nquery = "a"\nspike = false', "does nothing"),
        ('[[rules]]\nname = "a"\nquery = "a"\nspike = 1', "neither true nor false"),
        ('[[rules]]\nname = "a"\nquery = "a"\ntag = "x"', "list of texts"),
        ('[[rules]]\nname = "a"\nquery = "a"\nfollow_up = 7', "neither true nor text"),
        ('[[rules]]\nname = "a"\nquery = "a"\nspike = true\nfollow_up = true', "cannot both"),
        ('[[rules]]\nname = "a"\nquery = "a"\ncolour = "red"', "knows no “colour”"),
        ('[[rules]]\nname = "a"\nquery = "a"\nspike = true\n' * 2, "2 rules have the name “a”"),
    ],
)
def test_what_is_wrong_with_a_rule_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text))
    assert told in caught.value.detail


def test_the_example_of_the_defaults_holds(tmp_path: Path) -> None:
    example = "\n".join(line.removeprefix("#") for line in defaults().partition("\n#[[rules]]")[2].splitlines())
    rules, wrong = checked(load(written(tmp_path, f"[[rules]]{example}")).rules, NOW, places.code)
    assert [one.name for one in rules] == ["lawyers of Africa", "vacancies"]
    assert wrong == []


def test_a_query_that_cannot_be_understood_leaves_its_rule_out_and_shows_the_place() -> None:
    rules, wrong = checked([FERRY, Rule("bad", "kind:gossip", spike=True), CALLS], NOW, places.code)
    assert [one.name for one in rules] == ["ferry", "calls"]
    assert "“bad”" in wrong[0]
    rules, wrong = checked([Rule("open", 'ferry "', spike=True)], NOW, places.code)
    assert rules == ()
    assert "\n" + " " * 6 + "^" in wrong[0]


def test_a_tag_that_is_none_leaves_its_rule_out() -> None:
    rules, wrong = checked(
        [Rule("bad", "ferry", tags=(" # ",)), Rule("good", "ferry", tags=("Sea Ports",))], NOW, places.code
    )
    assert [one.tags for one in rules] == [("sea-ports",)]
    assert "is no tag" in wrong[0]


def test_behind_a_bad_rule_that_says_stop_no_rule_is_used() -> None:
    rules, wrong = checked([FERRY, Rule("keep", "(", stop=True), CALLS], NOW, places.code)
    assert [one.name for one in rules] == ["ferry"]
    assert "stop" in wrong[0]


def test_a_changed_rule_has_another_mark() -> None:
    assert FERRY.mark == Rule("ferry", "ferry", ("ports",), True, 7, "ask", priority=True).mark
    assert FERRY.mark == replace(FERRY, lines={"query": 9}).mark
    assert FERRY.mark != Rule("ferry", "ferry", ("ports",), True, 8, "ask", priority=True).mark


def test_rules_do_what_they_say_and_tell_it() -> None:
    assert applied([FERRY, KENYA], {}, TODAY) == {
        "state": "follow-up", "due": "2026-02-08", "reason": "ask", "tags": ["ports", "africa"], "read": True,
        "priority": True, "highlight": True,
        "ruled": ["ferry: tagged ports, follow up, priority", "kenya: tagged africa ports, marked read, highlighted"],
    }  # fmt: skip


def test_the_first_rule_says_where_an_item_goes() -> None:
    assert applied([CALLS, FERRY], {}, TODAY)["state"] == "spiked"
    assert applied([FERRY, CALLS], {}, TODAY)["state"] == "follow-up"
    assert "due" not in applied([CALLS, FERRY], {}, TODAY)


def test_stop_keeps_later_rules_from_an_item() -> None:
    stop = Rule("mine", "mine", stop=True)
    hits = {"ferry": {1, 2}, "mine": {1}, "calls": {1, 2, 3}}
    rules = [FERRY, stop, CALLS]
    assert [[one.name for one in matched(rules, hits, id)] for id in (1, 2, 3)] == [
        ["ferry", "mine"],
        ["ferry", "calls"],
        ["calls"],
    ]


@pytest.mark.parametrize(
    "decided",
    [
        {"state": "selected"},
        {"tags": ["mine"]},
        {"note": "call her"},
        {"due": "2026-03-01"},
        {"overruled": {"kind": "award"}},
        {"reason": "ask"},
        {"quotes": [{"text": "x", "sha256": "0", "at": "2026-01-01T00:00:00Z"}]},
        {"ruled": ["calls: spiked"]},
        {"ruled": ["ferry: follow up"]},
        {"tags": ["ports", "mine"], "ruled": ["ferry: tagged ports"]},
    ],
)
def test_what_was_decided_by_hand_wins(decided: StateDoc) -> None:
    after = applied([CALLS, KENYA], decided, TODAY)
    assert after.get("state") == decided.get("state")
    assert "read" not in after
    assert "africa" in after["tags"]
    assert after["highlight"]


def test_reading_an_item_is_no_decision_against_a_rule() -> None:
    assert applied([CALLS], {"read": True}, TODAY)["state"] == "spiked"


def test_a_tag_that_was_taken_off_is_not_given_again() -> None:
    after = applied([FERRY], {"tags": [], "ruled": ["ferry: tagged ports"]}, TODAY)
    assert not after["tags"]


def test_the_rule_that_follows_up_first_sets_the_day_and_the_reason() -> None:
    after = applied([Rule("soon", "x", follow_up=True), FERRY], {}, TODAY)
    assert after["state"] == "follow-up"
    assert "due" not in after
    assert "reason" not in after


@pytest.mark.parametrize(("rule", "deed"), [(FERRY, "priority"), (KENYA, "highlighted"), (KENYA, "marked read")])
def test_a_sign_that_was_taken_back_is_not_given_again(rule: Rule, deed: str) -> None:
    names = {"priority": "priority", "highlighted": "highlight", "marked read": "read"}
    assert applied([rule], {}, TODAY).get(names[deed])
    assert names[deed] not in applied([rule], {"ruled": [f"{rule.name}: {deed}"]}, TODAY)


@pytest.mark.parametrize(
    ("rule", "sign", "deed"), [(FERRY, "priority", "priority"), (KENYA, "highlight", "highlighted")]
)
def test_a_sign_that_is_there_is_not_told_again(rule: Rule, sign: str, deed: str) -> None:
    state: dict[str, Any] = {sign: True}
    (line,) = lines(applied([rule], state, TODAY))  # type: ignore[arg-type]
    assert deed not in line.deeds
    (first,) = lines(applied([rule], {}, TODAY))
    assert deed in first.deeds


def test_what_rules_did_before_stays_told() -> None:
    assert applied([CALLS], {"ruled": ["mine: priority"]}, TODAY)["ruled"] == ["mine: priority", "calls: spiked"]


def test_a_tag_that_a_rule_gave_is_no_decision() -> None:
    given: StateDoc = {"tags": ["ports"], "ruled": ["ferry: tagged ports"]}
    assert applied([CALLS], given, TODAY)["state"] == "spiked"


def test_a_summary_counts_items() -> None:
    one, both = Line("a", ("tagged",), ("x",)), Line("b", ("tagged", "spiked"), ("y",))
    assert summary([[one, both], [one]]) == "2 items tagged, 1 spiked"
    assert summary([[Line("a", ("priority",))]]) == "1 item given priority"
    assert summary([]) == ""


WORDS = st.sampled_from(["africa", "ports", "mine"])
TAGS = st.lists(WORDS, max_size=2, unique=True)
SOME_TAGS = st.lists(WORDS, min_size=1, max_size=2, unique=True)
FLAG = st.booleans()
RULES = st.lists(
    st.builds(
        Rule, st.sampled_from(["a", "b c", "d"]), st.just("x"), tags=TAGS.map(tuple), follow_up=FLAG,
        days=st.integers(0, 9), reason=st.sampled_from(["", "ask, spiked"]), read=FLAG, priority=FLAG, highlight=FLAG,
        spike=FLAG,
    ),
    max_size=4,
    unique_by=lambda one: one.name,
)  # fmt: skip
STATES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "read": st.just(True),
        "state": st.sampled_from(["follow-up", "selected", "spiked"]),
        "tags": SOME_TAGS,
        "note": st.just("n"),
        "priority": st.just(True),
    },
)


@given(RULES, STATES)
def test_rules_do_everything_once_and_take_nothing_away(rules: list[Rule], state: StateDoc) -> None:
    after = applied(rules, state, TODAY)
    assert kept(applied(rules, after, TODAY)) == kept(after)
    assert set(state.get("tags", ())) <= set(after.get("tags", ()))
    assert {**after, **state, "tags": [], "ruled": []} == {**after, "tags": [], "ruled": []}
    assert (after == state) == (not lines(after))
    assert set(names(after)) <= {one.name for one in rules}


@given(st.builds(Line, st.just("ferry"), st.just(("tagged", "spiked")), SOME_TAGS.map(tuple)))
def test_a_line_is_read_as_it_was_told(line: Line) -> None:
    assert Line.read(line.text) == line
