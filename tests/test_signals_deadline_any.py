"""Deadlines in any form and any text: found again, never raised at, in time that grows with the text."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deadline_cases import PUBLISHED
from deadline_fixtures import days, reading
from effort import in_time
from hrd_tui.signals.days import MONTHS
from hrd_tui.signals.deadline import find_all

SPOKEN = {
    "en": ("The deadline for applications is {}.", "Please apply by {}.", "Submissions are accepted until {}."),
    "fr": ("La date limite est le {}.", "Veuillez envoyer votre dossier avant le {}."),
    "es": ("La fecha límite es el {}.", "Las solicitudes se reciben hasta el {}."),
    "de": ("Bewerbungsschluss ist der {}.", "Bitte senden Sie Ihre Bewerbung bis zum {}."),
}
WRITTEN = {
    "en": ("{d} {m} {y}", "{m} {d}, {y}", "the {d}th of {m} {y}", "{d} {m}", "{y}-{n:02}-{d:02}", "{d:02}.{n:02}.{y}"),
    "fr": ("{d} {m} {y}", "{d} {m}", "{d:02}.{n:02}.{y}"),
    "es": ("{d} de {m} de {y}", "{d} de {m} del {y}", "{d} de {m}"),
    "de": ("{d}. {m} {y}", "{d}. {m}", "{d:02}.{n:02}.{y}", "{d:02}.{n:02}."),
}


def month_name(language: str, month: int) -> str:
    known = {
        "en": [names[0].capitalize() for names in MONTHS],
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    }
    return known[language][month - 1]


@given(st.sampled_from(sorted(SPOKEN)), st.integers(0, 2), st.integers(0, 5), st.integers(0, 300))
@settings(max_examples=300)
def test_a_day_in_any_form_and_language_is_found_again(language: str, phrase: int, form: int, ahead: int) -> None:
    day = PUBLISHED + timedelta(days=ahead)
    forms, phrases = WRITTEN[language], SPOKEN[language]
    written = forms[form % len(forms)].format(d=day.day, m=month_name(language, day.month), n=day.month, y=day.year)
    text = phrases[phrase % len(phrases)].format(written)
    assert days("Before this, words.", text) == [f"{day}"]


WORDS = [*"deadline apply by until 5 May March 2026 12:00 CET , . ; ( ) : Friday the of and to extended".split(), "\n"]


@given(st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.dates() | st.none())
@settings(max_examples=400)
def test_any_text_can_be_read(text: str, published: date | None) -> None:
    item = reading(text, published=published)
    found = find_all(item)
    assert all(one.sentence in item.text for one in found)
    assert len({one.day for one in found}) == len(found)
    assert all(published is None or one.day >= published for one in found)


@in_time
@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "March ", "deadline x 5 March ", "apply x by 5 May ", "deadline. ", "deadline\n5\n", "5 to 5 to ",
     "apply by Friday ", "12:00 p.m. CET, ", "1/1/1/", "deadline 5" + " " * 500, "gave x x x x 5 May "],
)  # fmt: skip
def test_the_time_grows_with_the_text(piece: str) -> None:
    find_all(reading((piece * 120_000)[:120_000]))
