"""Deadlines of calls are found with day, time and sentence, and the many other days of prose are not."""

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from deadline_cases import CALLS, PUBLISHED
from deadline_fixtures import days, reading
from deadline_phrasings import CALLS as MORE_CALLS
from deadline_phrasings import TRAPS as MORE_TRAPS
from deadline_traps import TRAPS
from effort import calls
from hrd_tui.signals.deadline import HORIZON, MAX_SENTENCE, find, find_all
from hrd_tui.signals.reading import paragraphs
from hrd_tui.text.document import from_html

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.mark.parametrize(("text", "expected"), (CALLS | MORE_CALLS).items())
def test_a_call_names_its_deadline(text: str, expected: str) -> None:
    assert days(text) == expected.split()


@pytest.mark.parametrize("text", [*TRAPS, *MORE_TRAPS])
def test_other_days_are_no_deadlines(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["The deadline is 1 March 2026.", "Update: the deadline has been extended to 15 March 2026."], "2026-03-15"),
        (["Deadline: 1 March 2026 (extended to 15 March 2026)"], "2026-03-15"),
        (["Deadline: 1 March 2026 → now 15 March 2026"], "2026-03-15"),
        (["New deadline: 15 March 2026", "The deadline is 1 March 2026.", "Papers: deadline 1 June 2026"],
         "2026-03-15 2026-06-01"),
    ],
)  # fmt: skip
def test_a_later_day_takes_the_place_of_the_one_that_it_extends(lines: list[str], expected: str) -> None:
    assert days(*lines) == expected.split()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Closing date:", "Sunday, 15 March 2026 at 23:59 CET", "Start date", "1 June 2026"], "2026-03-15"),
        (["Date limite de candidature", "15 mars 2026", "Date d’entretien", "20 mars 2026"], "2026-03-15"),
        (["Deadline", "Interviews will be on 15 March 2026 in Geneva."], ""),
        (["Call opens: 1 February 2026", "Deadline: 15 March 2026", "Workshop: 1–5 June 2026"], "2026-03-15"),
        (["15 March 2026 – abstract deadline", "1 May 2026 – notification", "1 June 2026 – final paper deadline"],
         "2026-03-15 2026-06-01"),
        (["Application Deadline: March 15, 2026 | Interviews: April 2, 2026 | Start: May 4, 2026"], "2026-03-15"),
        (["Closing date: 15 Mar 2026 Location: Bangkok Posted: 20 Jan 2026"], "2026-03-15"),
    ],
)  # fmt: skip
def test_tables_and_lists_of_dates_are_read_by_their_labels(lines: list[str], expected: str) -> None:
    assert days(*lines) == expected.split()


@pytest.mark.parametrize(
    "lines",
    [
        ["The junta’s deadline for the rebels is looming. They have until 15 March 2026."],
        ["The judge was angry. The deadline is 15 March 2026."],
        ["We urge the government to respond to our letter by 15 March 2026."],
    ],
)
def test_what_a_story_tells_before_counts(lines: list[str]) -> None:
    assert days(*lines) == []


def test_another_paragraph_does_not_count() -> None:
    assert days("The judge was angry.", "The deadline is 15 March 2026.") == ["2026-03-15"]


@pytest.mark.parametrize(
    ("text", "at", "zone", "moment"),
    [
        ("The deadline is 6 March 2026.", None, "", None),
        ("Apply by 6 March 2026 at 18:00.", time(18), "", None),
        ("Apply by 6 March 2026, 18:00 Geneva time.", time(18), "Geneva time", "2026-03-06T17:00"),
        ("Apply by 18:00 CET on Friday, 6 March 2026.", time(18), "CET", "2026-03-06T17:00"),
        ("Apply by 5 p.m. on 6 March 2026 (Geneva time).", time(17), "Geneva time", "2026-03-06T16:00"),
        ("The deadline is 6 March 2026 (AoE).", time(23, 59), "AoE", "2026-03-07T11:59"),
        ("Apply by midnight EST, March 6, 2026.", time(23, 59), "EST", "2026-03-07T04:59"),
        ("Apply by COB on 6 March 2026, New York time.", time(17), "", None),
        ("Apply by 6 March 2026, 5 p.m. local time.", time(17), "local time", None),
        ("Deadline: 2026-03-06T23:59Z", time(23, 59), "Z", "2026-03-06T23:59"),
        ("Date limite : 6 mars 2026 à 12h00 GMT", time(12), "GMT", "2026-03-06T12:00"),
        ("Fecha límite: 6 de marzo de 2026 a las 23:59 (hora de Madrid)", time(23, 59), "hora de Madrid",
         "2026-03-06T22:59"),
        ("Einsendeschluss: 6. März 2026, 18.00 Uhr MEZ", time(18), "MEZ", "2026-03-06T17:00"),
        ("The deadline is 6 March 2026, and the webinar starts at 15:00.", None, "", None),
    ],
)  # fmt: skip
def test_time_and_zone_stand_with_the_day(text: str, at: time | None, zone: str, moment: str | None) -> None:
    (found,) = find_all(reading(text))
    assert (found.at, found.zone) == (at, zone)
    assert found.moment == (datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None)


@pytest.mark.parametrize(
    ("text", "sure", "said"),
    [
        ("The deadline is 6 March 2026.", True, "“deadline” with “6 March 2026”"),
        ("Closes on 6 March: the call.", False, "the year follows from the day of publication"),
        ("The deadline is Friday.", False, "the weekday after the day of publication"),
        ("The deadline is Saturday, 6 March 2026.", False, "the weekday does not fit"),
        ("The deadline is 03/04/2026.", False, "read day first"),
        ("The deadline is the end of the day on 6 March 2026.", True, "“end of the day” is the end of that day"),
        ("The deadline is midnight on 6 March 2026.", False, "“midnight” is taken for the end of that day"),
        ("The deadline is 6 March 2026 at 11:59 p.m. (midnight).", True, "“deadline” with “6 March 2026”"),
    ],
)
def test_what_was_worked_out_is_said(text: str, sure: bool, said: str) -> None:
    (found,) = find_all(reading(text))
    assert found.sure is sure
    assert said in found.why


@pytest.mark.parametrize(
    "text",
    [
        "Please apply by 12:00 midnight on 6 March 2026.",
        "Please apply by 12 a.m. (midnight), 6 March 2026.",
        "Merci de candidater avant le 6 mars 2026 à minuit.",
        "Enviar candidaturas a más tardar el 6 de marzo de 2026 a las 12 de la medianoche.",
        "Bewerben Sie sich bis zum 6. März 2026 um Mitternacht.",
        "Envie a sua candidatura até 6 de março de 2026 à meia-noite.",
        "La scadenza è il 6 marzo 2026 a mezzanotte.",
        "آخر موعد لتقديم الطلبات 6 مارس 2026 عند منتصف الليل.",
    ],
)
def test_which_day_midnight_belongs_to_is_not_sure(text: str) -> None:
    (found,) = find_all(reading(text))
    assert (found.day, found.at, found.sure) == (date(2026, 3, 6), time(23, 59), False)


def test_numbers_follow_the_language_of_the_feed() -> None:
    (found,) = find_all(reading("Deadline: 03/04/2026", language="en-US"))
    assert found.day == date(2026, 3, 4)


def test_a_day_is_told_once_with_what_is_known_best() -> None:
    found = find_all(reading("Apply by 15 March.", "The deadline is 15 March 2026, 18:00 CET.", title="Call"))
    assert [(one.day, one.at, one.sentence) for one in found] == [
        (date(2026, 3, 15), time(18), "The deadline is 15 March 2026, 18:00 CET.")
    ]


def test_the_sentence_is_kept_word_for_word() -> None:
    text = "We invite Mr. A. B. Smith et al., e.g. lawyers. The deadline is 6 March 2026, at 6 p.m. CET! Thank you."
    (found,) = find_all(reading(text))
    assert found.sentence == "The deadline is 6 March 2026, at 6 p.m. CET!"


def test_of_an_endless_sentence_the_part_around_the_day_is_kept() -> None:
    text = "word " * 1000 + "and the deadline is 6 March 2026 " + "word " * 1000
    (found,) = find_all(reading(text))
    assert "the deadline is 6 March 2026" in found.sentence
    assert found.sentence in text
    assert len(found.sentence) < 2 * MAX_SENTENCE


def test_a_day_before_the_publication_is_none() -> None:
    text = "The deadline is 6 March 2026."
    assert days(text, published=date(2026, 3, 6)) == ["2026-03-06"]
    assert days(text, published=date(2026, 3, 7)) == []
    assert days(text, published=None) == ["2026-03-06"]


def test_what_is_years_away_is_none() -> None:
    assert days(f"The deadline is {PUBLISHED + HORIZON}.") != []
    assert days(f"The deadline is {PUBLISHED + HORIZON + timedelta(days=1)}.") == []


def test_the_first_one_of_a_text_can_be_asked_for() -> None:
    found = find("Abstracts are due on 10 March 2026; papers are due on 10 June 2026.", PUBLISHED)
    assert found is not None
    assert found.day == date(2026, 3, 10)
    assert find("Nothing is due.") is None


NEWS = (
    "Police in the capital arrested a group of people after a march for the freedom of some writers, a union said. "
    "The writers have been held for 14 days without charge, and their families worry about their health. "
)


def test_news_is_passed_over_at_a_glance() -> None:
    item = reading(*[NEWS] * 14)
    assert not find_all(item)
    # Six a paragraph; one with a deadline costs two hundred.
    assert calls(lambda: find_all(item)) < 7 * 14


def shared(name: str) -> Any:
    file = SHARED / name
    if not file.exists():
        pytest.skip(f"{name} does not lie beside the checkout")
    return json.loads(file.read_text("utf-8"))


def test_the_set_of_third_party_texts_is_read_right() -> None:
    right = wrong = missed = 0
    for item in shared("corpus/pairs/deadlines.json")["items"]:
        text, expected = item["text"], set(item["deadlines"])
        lines = paragraphs(from_html(text)) if "</" in text else (text,)
        found = set(days(*lines, published=date.fromisoformat(item["published"])))
        right, wrong, missed = (
            right + len(found & expected),
            wrong + len(found - expected),
            missed + len(expected - found),
        )
    assert (wrong, missed) == (0, 0)
    assert right > 15


def test_the_deadlines_of_the_ten_posts_are_found_and_no_others() -> None:
    posts = shared("house-style/posts.json")
    assert len(posts) == 10
    for post in posts:
        lines = [" ".join(block["text"].split()) for block in post["blocks"]]
        published = date.fromisoformat(post["source_date"] or post["date"])
        found = find_all(reading(*lines, published=published, title=post["title"]))
        assert [one.sentence for one in found] == [known["text"] for known in post["deadlines"]]
        for one, known in zip(found, post["deadlines"], strict=True):
            assert f"{one.day}" == known["date"]
            assert (one.at and f"{one.at:%H:%M}") == known["time"]
            assert (one.moment and f"{one.moment:%Y-%m-%dT%H:%M:%SZ}") == known["utc"]
            assert one.zone == ("Central European Time" if known["tz"] == "CET" else known["tz"] or "")
