"""The commands that speak of signals: why, overruling, deadlines, stories, people, brief, stats."""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from click.shell_completion import ShellComplete

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.cli import main, signals
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from newsroom_fixtures import arrive, one_story, subscribe

hrd = cli_fixtures.hrd
TODAY = datetime.now(UTC)
IN_A_WEEK = (TODAY + timedelta(days=7)).date().isoformat()
SENTENCE = f"<p>Please apply. The deadline is {TODAY + timedelta(days=7):%d %B %Y}.</p>"


@pytest.fixture
def desk() -> Iterator[Desk]:
    paths = locate()
    desk = Desk.open(paths, load(paths.config_file))
    subscribe(desk)
    yield desk
    desk.close()


@pytest.fixture
def story(desk: Desk) -> list[int]:
    return one_story(desk)


@pytest.fixture
def call(desk: Desk) -> int:
    """A call with a deadline in a week; the signals have not read it yet."""
    return arrive(desk, "Call for input: defenders in Myanmar", SENTENCE, now=TODAY)


def test_why_reads_what_is_new_and_tells_each_reason(hrd: Hrd, call: int) -> None:
    said = hrd("items", "why", str(call))
    assert said.code == 0
    assert "Call for input" in said.out
    assert "countries" in said.out
    assert IN_A_WEEK in said.out


def test_why_tells_what_was_overruled(hrd: Hrd, call: int) -> None:
    assert hrd("items", "kind", str(call), "award").out == "Kind: award · 1 item\n"
    told = hrd("items", "why", str(call))
    lines = [" ".join(line.split()[:3]) for line in told.out.splitlines()]
    assert "x kind Call" in lines
    assert "h kind Award" in lines
    assert "overruled by hand" in told.err
    assert hrd("items", "kind", str(call), "--reset").out == "Kind as found · 1 item\n"
    assert hrd("items", "why", str(call)).err == ""


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
    assert (
        hrd("items", "countries", "--query", "is:unread", "--yes", "KE", "TH").out
        == f"Countries: KE, TH · {count} items\n"
    )
    assert len(hrd.json("items", "country:th")) == count
    assert hrd("items", "countries", "--query", "is:unread", "--yes", "--reset").code == 0
    assert hrd.json("items", "country:th") == []
    hrd("undo")
    assert len(hrd.json("items", "country:th")) == count


def test_signals_are_said_of_items_from_a_pipe(hrd: Hrd, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{call}  a title\n"))
    assert hrd("items", "kind", "-", "award").out == "Kind: award · 1 item\n"


def test_deadlines_of_what_a_query_finds_are_confirmed(hrd: Hrd, call: int) -> None:
    assert hrd("items", "confirm", "--query", "deadline:30d", "--yes").out == "Deadline confirmed · 1 item\n"
    assert hrd("items", "confirm").code == hrd("items", "confirm", "1", "--query", "a").code == 2


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


def test_help_says_where_the_watch_list_is(hrd: Hrd) -> None:
    assert "people.txt" in hrd("people", "--help").out
    assert str(locate().config / "people.txt") in hrd("people").err


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


def test_deadlines_are_listed_and_confirmed(hrd: Hrd, call: int) -> None:
    listed = hrd("deadlines").out.split("\t")
    assert listed[0] == str(call)
    assert listed[3] == "in 7 days"
    assert hrd("items", "confirm", str(call)).out == "Deadline confirmed · 1 item\n"
    (due,) = hrd.json("deadlines")
    assert (due["day"], due["confirmed"], due["days_left"]) == (IN_A_WEEK, True, 7)


def test_what_was_worked_out_is_marked_until_it_is_confirmed(hrd: Hrd, desk: Desk, call: int) -> None:
    vague = arrive(desk, "Vacancy: researcher", f"<p>Apply by {TODAY + timedelta(days=3):%d %B}.</p>", now=TODAY)
    soon = (TODAY + timedelta(days=3)).date().isoformat()

    def marked() -> list[str]:
        return [line.split("\t")[1] for line in hrd("deadlines").out.splitlines()]

    assert marked() == [f"{soon} ?", IN_A_WEEK]
    assert "? worked out" in hrd("deadlines").err
    assert f"{soon}, in 3 days, worked out: Vacancy" in hrd("brief").out
    hrd("items", "confirm", str(vague), str(call))
    assert marked() == [f"{soon} ✓", f"{IN_A_WEEK} ✓"]
    assert hrd("deadlines").err == ""
    assert f"{soon}, in 3 days, confirmed: Vacancy" in hrd("brief").out
    locate().config.mkdir(parents=True)
    locate().config_file.write_text('[screen]\nglyphs = "ascii"\n')
    assert marked() == [f"{soon} ok", f"{IN_A_WEEK} ok"]


def test_past_deadlines_are_listed_when_asked_for(hrd: Hrd, call: int) -> None:
    hrd("items", "deadline", str(call), "2020-01-01")
    assert hrd("deadlines").err == "No deadline lies ahead.\n"
    assert [due["day"] for due in hrd.json("deadlines", "--all")] == ["2020-01-01"]


def test_deadlines_as_a_calendar(hrd: Hrd, call: int) -> None:
    out = hrd("deadlines", "--ics").out
    assert out.startswith("BEGIN:VCALENDAR")
    assert f"DTSTART;VALUE=DATE:{IN_A_WEEK.replace('-', '')}" in out


def test_stories_are_listed_split_and_merged(hrd: Hrd, story: list[int]) -> None:
    out = hrd("stories").out
    assert "3 sources: Harbour Watch, Tideline Wire, Free Pens" in out
    assert hrd("stories", "split", str(story[0])).out == f"Item {story[0]} stands alone now\n"
    assert [[item["id"] for item in one["items"]] for one in hrd.json("stories")] == [story[1:]]  # type: ignore[attr-defined]
    hrd("stories", "merge", str(story[0]), str(story[1]))
    (one,) = hrd.json("stories")
    assert (len(one["items"]), one["lead"]) == (3, story[0])  # type: ignore[arg-type]
    hrd("items", "undo")
    hrd("items", "undo")
    (one,) = hrd.json("stories")
    assert (one["by_hand"], len(one["items"])) == (False, 3)  # type: ignore[arg-type]


def test_items_are_listed_by_stories_when_asked_for(hrd: Hrd, story: list[int]) -> None:
    assert len(hrd("items").out.splitlines()) == 3
    (line,) = hrd("items", "--stories").out.splitlines()
    assert line.endswith("taken from his home ×3")


def test_people_are_listed_and_shown(hrd: Hrd, call: int) -> None:
    assert hrd("people").err.startswith("Nobody")
    hrd("items", "people", str(call), "Maro Velin")
    assert hrd("people").out.endswith("\tMaro Velin\n")
    assert f"{call} " in hrd("people", "velin").out
    assert [one["name"] for one in hrd.json("people")] == ["Maro Velin"]
    assert hrd.json("people", "Maro", "Velin")["items"][0]["id"] == call  # type: ignore[call-overload]
    assert hrd("people", "Zoë").code == 2


def test_the_steps_of_a_case(hrd: Hrd, desk: Desk) -> None:
    id = arrive(
        desk, "Maro Velin sentenced", "<p>On 3 January 2026 a court sentenced lawyer Maro Velin to two years.</p>"
    )
    assert "2026-01-03" in hrd("items", "timeline", str(id)).out
    hrd("items", "people", str(id), "Maro Velin")
    (step,) = hrd.json("items", "timeline", "--person", "Velin")
    assert (step["day"], step["what"], step["items"]) == ("2026-01-03", "sentenced", [id])
    assert hrd("items", "timeline").code == 2


def test_the_brief_as_text_markdown_and_json(hrd: Hrd, story: list[int], call: int) -> None:
    hrd("items", "follow", str(call), "--due", "0d")
    assert "  - none" in hrd("brief", "--since", "1h").out
    text = hrd("brief").out
    assert f"{IN_A_WEEK}, in 7 days: Call for input" in text
    assert "today: Call for input" in text
    assert hrd("brief", "--markdown").out.startswith("# Morning brief, ")
    brief = hrd.json("brief")
    assert [one["item"] for one in brief["due"]] == [call]  # type: ignore[call-overload]
    assert [one["day"] for one in brief["deadlines"]] == [IN_A_WEEK]  # type: ignore[call-overload]


def test_a_day_to_come_back_is_set_and_taken_away(hrd: Hrd, call: int) -> None:
    assert hrd("items", "follow", str(call), "--due", "2030-12-01").out == "Follow up on 2030-12-01 · 1 item\n"
    assert [item["id"] for item in hrd.json("items", "due:2030-12")] == [call]
    assert hrd("items", "follow", str(call), "--due", "none").code == 0
    assert hrd.json("items", "due:any") == []
    assert [item["state"] for item in hrd.json("items", "is:follow-up")] == ["follow-up"]
    assert hrd("items", "follow", str(call), "--due", "soon").code == 2


def test_coverage_is_told_with_bars_and_as_json(hrd: Hrd, call: int) -> None:
    hrd("items", "countries", str(call), "MM", "KE")
    hrd("items", "posted", str(call))
    out = hrd("stats", "--coverage").out
    assert "Came in 1, covered 1 in 30 days" in out
    assert "Kenya                             1 ####################       1 ####################" in out
    balance = hrd.json("stats", "--coverage", "--days", "90")
    assert balance["days"] == 90  # type: ignore[call-overload]
    assert balance["countries"][0] == {"name": "Kenya", "came": 1, "covered": 1}  # type: ignore[call-overload]


def test_the_desk_in_figures(hrd: Hrd, call: int) -> None:
    figures = hrd.json("stats")
    assert (figures["items"], figures["feeds"], figures["inbox"]) == (1, 3, 1)  # type: ignore[call-overload]
    assert "inbox" in hrd("stats").out


def test_where_much_is_unread_the_answer_says_so(hrd: Hrd, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "FEW", 0)
    told = hrd("deadlines")
    assert told.err.startswith("Not read by the signals yet: 1 of 1 items. hrd items read-signals reads them.")
    assert hrd("items", "read-signals").out == "1 item read\n"
    assert hrd("deadlines").out


def test_a_bad_list_is_told(hrd: Hrd, call: int) -> None:
    folder = locate().config
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.toml").write_text("not toml")
    assert "places.toml" in hrd("deadlines").err


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
    assert hrd("items", "dismiss", id, "caution").out == "Dismissed: caution unverified · 1 item\n"
    assert wrong(hrd, id) == ["unverified"]
    assert completed(f"items dismiss {id} ca") == ["caution"]
    assert completed(f"items dismiss {id} caution ") == ["unverified"]
    assert hrd("items", "dismiss", id, "caution", "unverified", "--reset").out.startswith("As found: caution")
    assert wrong(hrd, id) == []


def test_what_is_not_there_cannot_be_dismissed(hrd: Hrd, desk: Desk) -> None:
    id = str(arrive(desk, "Editor reportedly arrested"))
    told = hrd("items", "dismiss", id, "caution", "minor")
    assert (told.code, "has no “caution minor”" in told.err, "caution unverified" in told.err) == (2, True, True)
    assert hrd("items", "dismiss", "99", "echo").code == 2
    assert completed("items dismiss 99 ") == []
