"""The commands that say what the signals found in an item, and what the editor says against it."""

import io
import sys
from datetime import timedelta

import pytest
from click.shell_completion import ShellComplete

import cli_signal_fixtures
from cli_fixtures import Hrd
from cli_signal_fixtures import IN_A_WEEK, TODAY
from hrd_tui.cli import main
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from newsroom_fixtures import arrive

hrd = cli_signal_fixtures.hrd
desk = cli_signal_fixtures.desk
story = cli_signal_fixtures.story
call = cli_signal_fixtures.call


def test_why_reads_what_is_new_and_tells_each_reason(hrd: Hrd, call: int) -> None:
    said = hrd("items", "why", str(call))
    assert said.code == 0
    assert "Call for input" in said.out
    assert "countries" in said.out
    assert IN_A_WEEK in said.out


def test_why_tells_what_was_overruled(hrd: Hrd, call: int) -> None:
    assert hrd("items", "kind", str(call), "award").out.startswith("Kind: award · 1 item · “")
    told = hrd("items", "why", str(call))
    lines = [" ".join(line.split()[:3]) for line in told.out.splitlines()]
    assert "x kind Call" in lines
    assert "h kind Award" in lines
    assert "overruled by hand" in told.err
    assert hrd("items", "kind", str(call), "--reset").out.startswith("Kind as found · 1 item · “")
    assert hrd("items", "why", str(call)).err == ""


def test_what_was_said_by_hand_and_what_it_overruled_are_marked(hrd: Hrd, desk: Desk, call: int) -> None:
    empty = arrive(desk, "…")
    assert hrd("items", "why", str(call)).err == ""
    hrd("items", "kind", str(call), "award")
    told = hrd("items", "why", str(call))
    kinds = [line.split()[:3] for line in told.out.splitlines() if line[3:].startswith("kind")]
    assert kinds == [["x", "kind", "Call"], ["h", "kind", "Award"]]
    assert told.err.startswith("x: found, and overruled by hand · h: by hand; --reset")
    assert hrd("items", "timeline", str(empty)).err == "No text tells a step of it.\n"


def test_where_nothing_was_found_that_is_said(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of a publisher whose texts have no kind unless they say so.
    monkeypatch.setattr(sys, "stdin", io.StringIO("…"))
    hrd("items", "paste", "--url", "https://www.un.org/x")
    told = hrd("items", "why", "1")
    assert (told.code, told.out, told.err) == (0, "", "Nothing was found in it.\n")


def test_a_case_is_that_of_an_item_or_of_a_person_and_not_of_both(hrd: Hrd, call: int) -> None:
    assert hrd("items", "timeline", str(call), "--person", "Velin").code == 2


def test_why_as_json(hrd: Hrd, call: int) -> None:
    told = hrd.json("items", "why", str(call))
    assert told["item"] == call  # type: ignore[call-overload]
    kinds = [one for one in told["said"] if one["signal"] == "kind"]  # type: ignore[call-overload]
    assert [(one["value"], one["words"], one["overruled"]) for one in kinds] == [
        ("call_for_input", "Call for input", False)
    ]


@pytest.mark.parametrize(
    ("command", "values", "query"),
    [
        ("kind", ["case-alert"], "kind:case_alert"),
        ("language", ["fr"], "lang:fr"),
        ("countries", ["Kenya", "TH"], "country:kenya country:th"),
        ("people", ["Maro Velin"], "person:velin"),
        ("organisations", ["Harbour Watch"], "org:harbour"),
        ("deadline", ["2030-03-06"], "deadline:2030-03-06"),
    ],
)
def test_a_signal_set_by_hand_is_found_by(hrd: Hrd, call: int, command: str, values: list[str], query: str) -> None:
    assert hrd("items", command, str(call), *values).code == 0
    assert [item["id"] for item in hrd.json("items", *query.split())] == [call]
    assert hrd("items", command, str(call), "none").code == 0
    assert hrd.json("items", *query.split()) == []


def test_signals_are_said_of_what_a_query_finds_in_one_step(hrd: Hrd, story: list[int]) -> None:
    count = len(story)
    told = hrd("items", "countries", "--query", "is:unread", "--yes", "KE", "TH").out
    assert told.startswith(f"Countries: KE, TH · {count} items · “")
    assert len(hrd.json("items", "country:th")) == count
    assert hrd("items", "countries", "--query", "is:unread", "--yes", "--reset").code == 0
    assert hrd.json("items", "country:th") == []
    hrd("undo")
    assert len(hrd.json("items", "country:th")) == count


def test_signals_are_said_of_items_from_a_pipe(hrd: Hrd, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{call}  a title\n"))
    assert hrd("items", "kind", "-", "award").out.startswith("Kind: award · 1 item · “")


def test_deadlines_of_what_a_query_finds_are_confirmed(hrd: Hrd, call: int) -> None:
    assert hrd("items", "confirm", "--query", "deadline:30d", "--yes").out.startswith("Deadline confirmed · 1 item · “")
    assert hrd("items", "confirm").code == hrd("items", "confirm", "1", "--query", "a").code == 2


def test_a_deadline_that_nothing_has_read_yet_is_confirmed(hrd: Hrd, call: int) -> None:
    assert hrd("items", "confirm", str(call)).out.startswith("Deadline confirmed · 1 item · “")


def test_a_deadline_is_confirmed_by_its_day(hrd: Hrd, desk: Desk, call: int) -> None:
    hrd("items", "deadline", str(call), "2040-03-06", "2041-04-07")
    hrd("items", "confirm", str(call), "--day", "2041-04-07")
    desk.refresh()
    assert desk.store.states[call]["overruled"]["confirmed"] == ["2041-04-07"]


@pytest.mark.parametrize("arguments", [[], ["award"], ["1"], ["1", "award", "--reset"]])
def test_overruling_wants_items_and_a_value_or_reset(hrd: Hrd, call: int, arguments: list[str]) -> None:
    told = hrd("items", "kind", *arguments)
    assert told.code == 2
    assert "Name the items by their numbers" in told.err


def test_the_kinds_are_listed_by_help(hrd: Hrd) -> None:
    told = hrd("items", "kind", "--help").out
    assert "call_for_nominations" in told
    assert "Resolution or session outcome" in told


def test_a_query_for_an_unknown_kind_is_refused_in_words(hrd: Hrd, call: int) -> None:
    told = hrd("items", "kind:nonsense")
    assert (told.code, told.err.splitlines()[0]) == (2, "hrd: There is no kind “nonsense”")
    assert "call_for_input" in told.err
    assert [item["id"] for item in hrd.json("items", "kind:call-for-input", "kind:call")] == [call]


def test_config_check_reads_lists_terms_and_templates(hrd: Hrd) -> None:
    folder = locate().config
    (folder / "templates").mkdir(parents=True)
    (folder / "people.txt").write_text("Maro Velin = Marō Welin\n")
    assert hrd("config", "check").code == 0
    (folder / "people.txt").write_text("Maro Velin\nIlsa Maren =\n")
    (folder / "organisations.txt").write_text("= HW\n")
    (folder / "places.toml").write_text("[")
    (folder / "terms.toml").write_text("[")
    (folder / "templates" / "vacancy.md").write_text("one\n{% if %}\n")
    told = hrd("config", "check")
    assert told.code == 2
    assert f"{folder / 'people.txt'}, line 2: no spelling follows" in told.err
    assert f"{folder / 'organisations.txt'}, line 1:" in told.err
    assert f"{folder / 'templates' / 'vacancy.md'}, line 2:" in told.err
    assert "places.toml" in told.err
    assert "terms.toml" in told.err


def test_an_unknown_value_is_told(hrd: Hrd, call: int) -> None:
    told = hrd("items", "countries", str(call), "Atlantis")
    assert (told.code, told.err.splitlines()[0]) == (2, "hrd: There is no country “Atlantis”")


def test_a_country_whose_quotes_the_shell_took_is_told_with_how_to_keep_them(hrd: Hrd, call: int) -> None:
    told = hrd("items", "country:South Sudan")
    assert (told.code, told.out) == (2, "")
    title, *_, shell = told.err.splitlines()
    assert title == "hrd: There is no country “south”"
    assert shell.endswith("""'country:"South Sudan"'""")
    assert hrd("items", shell.split("of it: ")[1].strip("'")).code == 0


def test_a_day_to_come_back_is_set_and_taken_away(hrd: Hrd, call: int) -> None:
    assert hrd("items", "follow", str(call), "--due", "2030-12-01").out.startswith(
        "Follow up on 2030-12-01 · 1 item · “"
    )
    assert [item["id"] for item in hrd.json("items", "due:2030-12")] == [call]
    assert hrd("items", "follow", str(call), "--due", "none").code == 0
    assert hrd.json("items", "due:any") == []
    assert [item["state"] for item in hrd.json("items", "is:follow-up")] == ["follow-up"]
    assert hrd("items", "follow", str(call), "--due", "soon").code == 2
    assert hrd("follow", str(call), "--on", "30.11.2040").out.startswith("Follow up on 2040-11-30 · 1 item · “")


def test_a_deadline_is_named_in_words(hrd: Hrd, call: int) -> None:
    assert hrd("items", "deadline", str(call), "1.12.2040").out.startswith("Deadlines: 2040-12-01 · 1 item · “")
    assert hrd("items", "confirm", str(call), "--day", "1 December 2040").code == 0
    assert hrd("items", "confirm", str(call), "--day", "soon").code == 2


def wrong(hrd: Hrd, id: str) -> list[str]:
    """What was found in an item and does not hold."""
    said = hrd.json("items", "why", id)["said"]  # type: ignore[call-overload]
    return [one["value"] for one in said if one["overruled"]]


def completed(line: str) -> list[str]:
    """What the shell offers behind these words."""
    *args, incomplete = line.split(" ")
    offered = ShellComplete(main.hrd, {}, "hrd", "_HRD_COMPLETE").get_completions(args, incomplete)
    return [one.value for one in offered]


def test_findings_are_dismissed_and_hold_again(hrd: Hrd, desk: Desk) -> None:
    id = str(arrive(desk, "Editor reportedly arrested in Kelmara", "<p>A colleague fled to France and to Kenya.</p>"))
    assert hrd("items", "dismiss", id, "caution").out.startswith("Dismissed: caution unverified · 1 item · “")
    assert wrong(hrd, id) == ["unverified"]
    assert completed(f"items dismiss {id} ca") == ["caution"]
    assert completed(f"items dismiss {id} caution ") == ["unverified"]
    assert hrd("items", "dismiss", id, "caution", "unverified", "--reset").out.startswith("As found: caution")
    assert wrong(hrd, id) == []


def test_completing_makes_no_desk() -> None:
    assert completed("items dismiss 1 ") == []
    assert not locate().store.exists()


def test_what_is_not_there_cannot_be_dismissed(hrd: Hrd, desk: Desk) -> None:
    id = str(arrive(desk, "Editor reportedly arrested"))
    told = hrd("items", "dismiss", id, "caution", "minor")
    assert (told.code, "has no “caution minor”" in told.err, "caution unverified" in told.err) == (2, True, True)
    assert hrd("items", "dismiss", "99", "echo").code == 2
    assert completed("items dismiss 99 ") == []


def test_a_country_is_dismissed_by_its_name_and_a_value_whatever_its_case(hrd: Hrd, desk: Desk) -> None:
    told = (
        "<p>Police in Myanmar held the editor. Diplomats of France visited him, those of Kenya came later. "
        "The court in Myanmar sits soon.</p>"
    )
    id = str(arrive(desk, "Myanmar: editor reportedly arrested", told))
    hrd("items", "why", id)
    assert completed(f"items dismiss {id} me") == ["mentioned"]
    assert hrd("items", "dismiss", id, "mentioned", "France").out.startswith("Dismissed: mentioned FR · 1 item · “")
    assert hrd("items", "dismiss", id, "caution", "UNVERIFIED").code == 0
    assert set(wrong(hrd, id)) == {"FR", "unverified"}


def test_a_saved_view_reads_what_its_query_asks_for(hrd: Hrd, call: int) -> None:
    locate().config.mkdir(parents=True)
    locate().config_file.write_text('[views]\ncalls = "kind:call_for_input"\n')
    assert [item["id"] for item in hrd.json("items", "--view", "calls")] == [call]


SAID = ("kind", "countries", "people", "organisations", "language", "story", "deadlines")


def test_items_as_json_have_what_the_signals_and_the_editor_say(hrd: Hrd, desk: Desk, call: int) -> None:
    desk.signals.catch_up()
    hrd("items", "kind", str(call), "award")
    hrd("items", "people", str(call), "Maro Velin", "Ana Ruiz")
    [item] = hrd.json("items", f"id:{call}")
    assert [item[name] for name in SAID] == [
        "award",
        ["MM"],
        ["Maro Velin", "Ana Ruiz"],
        [],
        "en",
        call,
        [{"day": IN_A_WEEK, "sure": True}],
    ]
    shown = hrd.json("show", str(call))
    assert {name: shown[name] for name in SAID} == {name: item[name] for name in SAID}  # type: ignore[call-overload]
    template = "{kind}|{countries}|{people}|{organisations}|{language}|{story}|{deadlines}"
    assert hrd("items", f"id:{call}", "--format", template).out == (
        f"award|MM|Maro Velin, Ana Ruiz||en|{call}|{IN_A_WEEK}\n"
    )


def test_what_is_said_of_an_archived_item_stays_in_its_json(hrd: Hrd, desk: Desk) -> None:
    long_ago = TODAY - timedelta(days=200)
    sentence = f"<p>The deadline is {long_ago + timedelta(days=9):%d %B %Y}.</p>"
    item = arrive(desk, "Call for input: defenders in Myanmar", sentence, now=long_ago)
    desk.signals.catch_up()
    with desk.store.change() as change:
        change.put("states", item, {"read": True})
    before = hrd.json("items", f"id:{item}")[0]
    assert hrd("past", "move").code == 0
    after = hrd.json("items", f"id:{item}")[0]
    assert after["archived"]
    assert before["deadlines"]
    assert {name: after[name] for name in SAID} == {name: before[name] for name in SAID}
