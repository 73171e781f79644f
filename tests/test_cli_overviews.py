"""The commands that list what signals make of the desk: deadlines, stories, people, the brief, figures."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

import cli_signal_fixtures
from cli_fixtures import Hrd
from cli_signal_fixtures import IN_A_WEEK, TODAY
from hrd_tui.cli import deadlines, signals
from hrd_tui.cli.people import steps
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.timeline import Step
from hrd_tui.paths import locate
from newsroom_fixtures import arrive

hrd = cli_signal_fixtures.hrd
desk = cli_signal_fixtures.desk
story = cli_signal_fixtures.story
call = cli_signal_fixtures.call


def test_help_says_where_the_watch_list_is(hrd: Hrd) -> None:
    assert "people.txt" in hrd("people", "--help").out
    assert str(locate().config / "people.txt") in hrd("people").err


def test_deadlines_are_listed_and_confirmed(hrd: Hrd, call: int) -> None:
    listed = hrd("deadlines").out.split("\t")
    assert listed[0] == str(call)
    assert listed[3] == "in 7 days"
    assert hrd("items", "confirm", str(call)).out.startswith("Deadline confirmed · 1 item · “")
    (due,) = hrd.json("deadlines")
    assert (due["day"], due["confirmed"], due["days_left"]) == (IN_A_WEEK, True, 7)


def test_what_was_worked_out_is_marked_until_it_is_confirmed(hrd: Hrd, desk: Desk, call: int) -> None:
    vague = arrive(desk, "Vacancy: researcher", f"<p>Apply by {TODAY + timedelta(days=3):%d %B}.</p>", now=TODAY)
    soon = (TODAY + timedelta(days=3)).date().isoformat()

    def marked() -> list[str]:
        return [line.split("\t")[1] for line in hrd("deadlines").out.splitlines()]

    assert marked() == [f"{soon} ?", IN_A_WEEK]
    assert hrd("items", f"id:{vague}", "--format", "{deadlines}").out == f"{soon}?\n"
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


def test_where_the_output_has_no_tick_what_is_confirmed_is_told_in_letters(
    hrd: Hrd, call: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    hrd("deadlines")
    hrd("items", "confirm", str(call))
    for encoding in ("ascii", "no-such-encoding"):
        monkeypatch.setattr(deadlines, "sys", SimpleNamespace(stdout=SimpleNamespace(encoding=encoding)))
        assert hrd("deadlines").out.split("\t")[1] == f"{IN_A_WEEK} ok"


def test_what_is_past_is_in_a_calendar_of_all(hrd: Hrd, call: int) -> None:
    hrd("items", "deadline", str(call), "2020-01-01")
    assert ["VEVENT" in hrd("deadlines", "--ics", *more).out for more in ((), ("--all",))] == [False, True]


def test_deadlines_as_a_calendar(hrd: Hrd, call: int) -> None:
    out = hrd("deadlines", "--ics").out
    assert out.startswith("BEGIN:VCALENDAR")
    assert f"DTSTART;VALUE=DATE:{IN_A_WEEK.replace('-', '')}" in out


def test_stories_are_listed_split_and_merged(hrd: Hrd, story: list[int]) -> None:
    out = hrd("stories").out
    assert "3 sources: Harbour Watch, Tideline Wire, Free Pens" in out
    split = hrd("stories", "split", str(story[0])).out
    assert (split.startswith(f"Item {story[0]} stands alone now · “"), split.count("“")) == (True, 1)
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
    hrd("stories", "split", str(story[2]))
    assert sorted(line[-2:] == "×2" for line in hrd("items", "--stories").out.splitlines()) == [False, True]


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
    hrd("items", "read", str(call))
    figures = hrd.json("stats")
    assert (figures["items"], figures["feeds"]) == (1, 3)  # type: ignore[call-overload]
    assert figures["views"]["inbox"] == {"items": figures["states"]["inbox"], "unread": 0}  # type: ignore[call-overload]
    heads, inbox = hrd("stats").out.splitlines()[:2]
    assert (heads.split(), inbox.split()) == (["VIEW", "ITEMS", "UNREAD"], ["inbox", "1", "0"])


def test_where_much_is_unread_the_answer_says_so(hrd: Hrd, call: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "FEW", 0)
    told = hrd("deadlines")
    assert told.err.startswith("Not read by the signals yet: 1 of 1 items. hrd items read-signals reads them.")
    assert hrd("items", "read-signals").out == "1 item read\n"
    assert hrd("deadlines").out


def test_so_many_are_read_before_the_answer(hrd: Hrd, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "FEW", 2)
    for number in range(2):
        arrive(desk, f"Item {number}")
    assert hrd("stories").err == "No event is told by several items.\n"
    desk.refresh()
    assert desk.signals.behind() == 0


def test_posts_are_read_by_lists_that_changed_and_what_is_left_is_told(
    hrd: Hrd, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.store.change() as change:
        for number in range(3):
            change.put("posts", number + 1, {"url": f"https://blog.example/{number}", "title": "Old", "rules": "0 "})
    monkeypatch.setattr(signals, "FEW", 2)
    told = hrd("deadlines").err
    assert "Not read by these lists yet: 1 earlier post. hrd archive reread reads what is left." in told
    assert hrd("deadlines").err == "No deadline lies ahead.\n"


def test_a_bad_list_is_told(hrd: Hrd, call: int) -> None:
    folder = locate().config
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.toml").write_text("not toml")
    assert "places.toml" in hrd("deadlines").err


def test_where_no_event_is_told_twice_that_is_said(hrd: Hrd) -> None:
    assert hrd("stories").err == "No event is told by several items.\n"


def test_the_day_of_a_report_stands_in_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    steps([Step("2026-01-03", "charged", "He was charged.", (4, 5), told=False)])
    assert capsys.readouterr().out == "  (2026-01-03)  charged       He was charged. [4, 5]\n"
