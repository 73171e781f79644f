"""The morning brief, and which feeds count as silent."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from commonmark import read
from desk_fixtures import NOW, desk_in
from hrd_tui.desk import brief_text
from hrd_tui.desk.brief import STORIES
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.silent import silence
from hrd_tui.model import State
from hrd_tui.text.dates import iso
from newsroom_fixtures import CALL, arrive, days, one_story, subscribe


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def test_new_stories_stand_by_the_number_of_their_sources(desk: Desk) -> None:
    single = arrive(desk, "Choir of Lower Askel wins in court")
    ids = one_story(desk)
    brief = desk.briefing.brief()
    assert [(one.item, len(one.sources)) for one in brief.stories] == [(ids[0], 3), (single, 1)]
    assert (brief.since, brief.more) == (NOW - timedelta(hours=24), 0)


def test_a_story_that_began_before_is_not_new(desk: Desk) -> None:
    ids = one_story(desk)
    assert desk.briefing.brief(NOW - timedelta(hours=8)).stories == ()
    assert [one.item for one in desk.briefing.brief(NOW - timedelta(hours=9)).stories] == [ids[0]]


def test_spiked_items_are_no_news(desk: Desk) -> None:
    id = arrive(desk, "Item")
    desk.decisions.set_state([id], State.SPIKED)
    assert desk.briefing.brief().stories == ()


def test_more_stories_than_are_named_are_counted(desk: Desk) -> None:
    for number in range(STORIES + 3):
        arrive(desk, f"Item {number}")
    brief = desk.briefing.brief()
    assert (len(brief.stories), brief.more) == (STORIES, 3)


def test_a_story_is_told_with_kind_countries_and_people_in_words(desk: Desk) -> None:
    id = arrive(desk, "Item")
    desk.decisions.overrule([id], "kind", ["case alert"])
    desk.decisions.overrule([id], "countries", ["MM"])
    desk.decisions.overrule([id], "people", ["Maro Velin"])
    (story,) = desk.briefing.brief().stories
    assert (story.kind, story.countries, story.people) == ("Case alert", ("Myanmar",), ("Maro Velin",))


def test_follow_ups_are_named_from_their_day_on(desk: Desk) -> None:
    late, today, ahead, spiked = (arrive(desk, f"Item {number}") for number in range(4))
    for id, count in ((late, -2), (today, 0), (ahead, 1), (spiked, 0)):
        desk.decisions.due([id], date.fromisoformat(days(NOW, count)))
    desk.decisions.set_state([spiked], State.SPIKED)
    assert [(one.item, one.word) for one in desk.briefing.brief().due] == [(late, "2 days ago"), (today, "today")]


def test_deadlines_of_the_week_are_named(desk: Desk) -> None:
    week, later = arrive(desk, "This week"), arrive(desk, "Later")
    desk.decisions.overrule([week], "deadlines", [days(NOW, 7)])
    desk.decisions.overrule([later], "deadlines", [days(NOW, 8)])
    assert [due.item for due in desk.briefing.brief().deadlines] == [week]


def test_silent_feeds_are_named_and_removed_ones_are_not(desk: Desk) -> None:
    for id in (1, 2):
        with desk.store.change() as change:
            change.put("fetches", id, {"last_success": iso(NOW - timedelta(days=9)), "error": "The host is unknown"})
    arrive(desk, "Item", source="Free Pens")
    desk.subscriptions.remove(2)
    assert [(one.title, one.why) for one in desk.briefing.brief().silent] == [
        ("Harbour Watch", "no answer for 9 days: The host is unknown")
    ]


def test_the_brief_holds_neither_notes_nor_tags(desk: Desk) -> None:
    id = arrive(desk, "Item")
    desk.decisions.note([id], "ask the lawyer")
    desk.decisions.tag([id], ["secret"])
    desk.decisions.due([id], NOW.date())
    brief = desk.briefing.brief()
    for text in (brief_text.text(brief), brief_text.markdown(brief)):
        assert "Item" in text
        assert "lawyer" not in text
        assert "secret" not in text


def test_the_brief_tells_reasons_only_where_that_is_asked_for(desk: Desk) -> None:
    desk.decisions.follow_up([arrive(desk, "Item")], NOW.date(), "ask the lawyer")
    assert "lawyer" not in brief_text.text(desk.briefing.brief())
    assert "Item (ask the lawyer)" in brief_text.text(desk.briefing.brief(reasons=True))


def test_the_text_has_every_part_also_an_empty_one(desk: Desk) -> None:
    text = brief_text.text(desk.briefing.brief())
    assert text.startswith("Morning brief, 1 February 2026\n")
    for heading in (
        "New stories since 2026-01-31 12:00 UTC",
        "Follow-ups due",
        "Deadlines of the week",
        "Silent feeds",
    ):
        assert f"{heading}\n" in text
    assert text.count("  - none\n") == 3


HOSTILE = "# <script>alert(1)</script> [x](javascript:a) *bold* \x1b[31m ![p](http://e.example/p.png) 1. `c` &lt;"


def test_what_feeds_say_stays_text_in_markdown(desk: Desk) -> None:
    id = arrive(desk, HOSTILE, CALL, url="https://e.example/a?utm_source=x&b=1")
    desk.signals.catch_up()
    desk.decisions.due([id], NOW.date())
    desk.decisions.overrule([id], "people", ["*Ana* <b>"])
    markdown = brief_text.markdown(desk.briefing.brief())
    page = read(markdown)
    assert page.markup == []
    told = next(text for text in page.texts if "script" in text)
    assert HOSTILE.replace("\x1b[31m ", "") in told
    assert "*Ana* <b>" in told
    assert set(page.links) == {"https://e.example/a?b=1"}


@pytest.mark.parametrize(
    ("fetch", "added", "ages", "why"),
    [
        ({"last_success": 0}, 90, [1, 2, 3], ""),
        ({"last_success": 4}, 90, [1], "no answer for 4 days"),
        ({"last_success": 4, "error": "It answers 403."}, 90, [1], "no answer for 4 days: It answers 403"),
        ({}, 1, [], ""),
        ({}, 5, [], "never answered"),
        ({"last_success": 0}, 5, [], ""),
        ({"last_success": 0}, 30, [], "never brought an item"),
        ({"last_success": 0}, 90, [20, 21, 22], ""),
        ({"last_success": 0}, 90, [22, 23, 24], "nothing new for 22 days, usually every 1 day"),
        ({"last_success": 0}, 900, [40, 70, 100, 130], ""),
        ({"last_success": 0}, 900, [160, 190, 220], "nothing new for 160 days, usually every 30 days"),
        ({"last_success": 0}, 90, [50], "nothing new for 50 days"),
    ],
)
def test_a_feed_is_silent_by_its_own_rhythm(fetch: dict[str, object], added: int, ages: list[int], why: str) -> None:
    def ago(count: int) -> str:
        return iso(NOW - timedelta(days=count))

    known = {key: ago(value) if isinstance(value, int) else value for key, value in fetch.items()}
    times = [NOW - timedelta(days=count) for count in ages]
    assert silence(known, ago(added), times, NOW) == why  # type: ignore[arg-type]
