"""`hrd stats`, `hrd stories`, `hrd brief` and `hrd people`: the lines that are printed."""

from datetime import date, timedelta

import pytest

import cli_signal_fixtures
from cli_fixtures import Hrd
from cli_signal_fixtures import TODAY
from hrd_tui.cli import stats
from hrd_tui.desk.balance import Share
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.figures import Day, Feed, Figures
from hrd_tui.model import View
from newsroom_fixtures import arrive

hrd = cli_signal_fixtures.hrd
desk = cli_signal_fixtures.desk
story = cli_signal_fixtures.story
call = cli_signal_fixtures.call
DAY = date(2026, 3, 6)


def day(number: int, came: int, decided: int) -> Day:
    return Day(DAY + timedelta(days=number), came, decided)


def test_days_are_listed_from_the_first_with_anything_and_a_little_has_a_bar_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stats._days(Figures((day(0, 0, 0), day(1, 0, 3), day(2, 100, 0), day(3, 1, 200), day(4, 0, 0)), (), ()))
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[2:]]
    assert rows == [
        ["2026-03-07", "0", "3"],
        ["2026-03-08", "100", "0", "#" * 10],
        ["2026-03-09", "1", "200", "#"],
        ["2026-03-10", "0", "0"],
    ]


@pytest.mark.parametrize(("count", "told"), [(15, []), (17, ["and 2 more (--json prints all)"])])
def test_so_many_feeds_and_shares_are_listed(capsys: pytest.CaptureFixture[str], count: int, told: list[str]) -> None:
    stats._feeds(Figures((), (), tuple(Feed(f"Feed {number}", 9, 2, 1) for number in range(count))))
    lines = capsys.readouterr().out.splitlines()
    assert (lines[2].split(), len(lines)) == (["Feed", "0", "9", "2", "1"], 2 + 15 + len(told))
    assert lines[17:] == told
    stats._shares("kinds", tuple(Share(f"Kind {number}", 8, 2) for number in range(count)))
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["Kind", "0", "8", "#" * 20, "2", "#" * 20]
    assert lines[17:] == told


def test_views_of_names_are_in_no_figure_and_silent_feeds_are(hrd: Hrd, desk: Desk, call: int) -> None:
    hrd("tag", str(call), "ports")
    figures: dict[str, object] = hrd.json("stats")  # type: ignore[assignment]
    assert set(figures["views"]) == {*PLAIN}  # type: ignore[call-overload]
    assert [feed["feed"] for feed in figures["silent"]] == ["Harbour Watch", "Tideline Wire", "Free Pens"]  # type: ignore[attr-defined]
    assert "silent: Tideline Wire: no answer for " in hrd("stats").out
    assert "ports" not in hrd("stats").out


PLAIN = ("inbox", "today", "follow-up", "selected", "drafted", "posted", "spiked", "deadlines", "all")


def test_a_story_is_listed_with_the_part_of_each_item(hrd: Hrd, desk: Desk, story: list[int]) -> None:
    again = arrive(desk, "Kelmara: editor Daoud Reshani reportedly taken from his home", now=TODAY)
    hrd("stories", "merge", str(story[0]), str(again))
    lines = hrd("stories").out.splitlines()
    assert lines[1].endswith("Harbour Watch, Tideline Wire, Free Pens · by hand")
    assert [line.split()[:2] for line in lines if line.startswith("  +")] == [["+", str(again)]]
    assert [one["by_hand"] for one in hrd.json("stories")] == [True]


def test_a_story_is_listed_with_what_to_mind(hrd: Hrd, desk: Desk) -> None:
    first = arrive(desk, "Ferry workers charged", now=TODAY)
    link = desk.store.items[first]["url"]
    second = arrive(desk, "Ferry staff in court", f"<p>Says <a href='{link}'>this</a>.</p>", source="Tideline Wire")
    hrd("stories", "merge", str(first), str(second))
    why = "all items go back to harbourwatch.example"
    assert hrd("stories").out.splitlines()[-1] == f"  !  {why}"
    assert [one["cautions"] for one in hrd.json("stories")] == [[{"value": "single-source", "why": why}]]


def test_the_brief_has_moments_in_one_form_and_days_as_days(hrd: Hrd, story: list[int], call: int) -> None:
    hrd("items", "follow", str(call), "--on", "0d", "--because", "a secret")
    brief: dict[str, object] = hrd.json("brief")  # type: ignore[assignment]
    assert str(brief["moment"]).endswith("Z")
    assert [len(one["day"]) for one in (*brief["due"], *brief["deadlines"])] == [10, 10]  # type: ignore[misc]
    assert "a secret" not in str(brief)
    assert "a secret" in hrd("brief", "--reasons").out


def test_somebody_is_shown_with_other_spellings_posts_and_the_case(hrd: Hrd, desk: Desk) -> None:
    (desk.paths.config).mkdir(parents=True)
    (desk.paths.config / "people.txt").write_text("Maro Velin = Marō Welin\n", "utf-8")
    told = "<p>On 3 January 2026 a court sentenced lawyer Maro Velin to two years.</p>"
    id = arrive(desk, "Maro Velin sentenced", told)
    with desk.store.change() as change:
        change.put(
            "posts",
            7,
            {
                "url": "https://blog.example/7",
                "title": "Maro Velin is tried",
                "date": "2025-05-05",
                "people": ["Maro Velin"],
            },
        )
    lines = hrd("people", "velin").out.splitlines()
    assert lines[:2] == ["Maro Velin", "also written Marō Welin"]
    assert [line.split()[1] for line in lines if line.endswith("https://blog.example/7")] == ["7"]
    assert lines[lines.index("Items") + 1].split()[1] == str(id)
    assert lines[lines.index("Case") + 1].split()[:2] == ["2026-01-03", "sentenced"]


def test_figures_views_and_the_screen_count_items_and_not_stories(hrd: Hrd, desk: Desk, story: list[int]) -> None:
    hrd("views", "add", "recent", "newer:10000d")
    hrd("items", "read", str(story[0]))
    figures: dict[str, dict[str, object]] = hrd.json("stats")["views"]  # type: ignore[call-overload]
    (view,) = hrd.json("views")
    assert figures["inbox"] == {"items": 3, "unread": 2}
    assert (view["items"], view["unread"]) == (3, 2)
    desk.refresh()
    assert (desk.counts()[View("inbox")], len(desk.stories.within(desk.select(View("inbox"))))) == (2, 1)
