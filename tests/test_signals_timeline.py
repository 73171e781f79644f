"""The steps of a case: what is told as a fact, on which day, and what is only asked for, feared or denied."""

from datetime import date

import pytest
from hypothesis import given

from effort import in_time
from hrd_tui.signals import timeline
from hrd_tui.signals.reading import Reading
from signal_readings import HOSTILE, READINGS, posts

THURSDAY = date(2026, 2, 5)


def _told(sentence: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    reading = Reading("", (sentence,), published=published)
    return [(event.what, event.day) for event in timeline.events(reading)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was arrested on 24 January and charged with sedition.", "arrested 2026-01-24, charged 2026-01-24"),
        ("On Monday, police arrested the lawyer Ana Ruiz.", "arrested 2026-02-02"),
        ("On Thursday she was detained.", "detained 2026-02-05"),
        ("He was detained last year and released on bail in May 2025.", "detained 2025, released 2025-05"),
        ("The charges against her were dropped yesterday.", "charges dropped 2026-02-04"),
        ("He was tried in absentia in March 2024.", "tried 2024-03"),
        ("The trial of Ana Ruiz opened today.", "tried 2026-02-05"),
        ("She was convicted in September 2025 and sentenced to 15 months.", "convicted 2025-09, sentenced 2025-09"),
        ("She was arrested in May 2024 and, after a year in prison, sentenced to life.", "arrested 2024-05, sentenced"),
        ("She was fined 500 euros in December.", "fined 2025-12"),
        ("He has been banned from travelling since 2022.", "travel ban 2022"),
        ("Three men shot dead the activist on 12 December.", "killed 2025-12-12"),
        ("The court acquitted him on Tuesday.", "acquitted 2026-02-03"),
        ("They were attacked by a mob on February 1, 2026.", "attacked 2026-02-01"),
        ("He was abducted last month.", "abducted 2026-01"),
        ("She was forcibly disappeared in late November.", "disappeared 2025-11"),
        ("Police raided her home on 2026-02-01.", "raided 2026-02-01"),
        ("He was extradited to China.", "deported"),
        ("The lawyer was disbarred in 2023.", "disbarred 2023"),
        ("After his arrest on 5 January 2026 he spoke.", "arrested 2026-01-05"),
        ("Il a été arrêté le 3 février 2026 à Dakar.", "arrested 2026-02-03"),
        ("L’avocate a été condamnée à six ans de prison en décembre.", "sentenced 2025-12"),
        ("Elle a été libérée hier.", "released 2026-02-04"),
        ("Fue detenida el 20 de enero de 2026 y liberada el lunes.", "arrested 2026-01-20, released 2026-02-02"),
        ("El líder fue asesinado en mayo de 2024.", "killed 2024-05"),
        ("Sie wurde am 3. Februar 2026 verhaftet.", "arrested 2026-02-03"),
        ("They were arrested in May.", "arrested 2025-05"),
    ],
)  # fmt: skip
def test_a_step_is_told_with_its_day(sentence: str, expected: str) -> None:
    assert ", ".join(f"{what} {day}".strip() for what, day in _told(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "X must be released immediately.",
        "We call for the release of X.",
        "They demand that she be released.",
        "If convicted, she could be sentenced to ten years.",
        "He risks being extradited to China.",
        "They may be arrested in May.",
        "She has not been charged.",
        "He wasn’t arrested.",
        "No one has been arrested.",
        "Anyone arrested is entitled to a lawyer.",
        "The trial is due to be opened; he is expected to be released.",
        "The report was released on 5 May 2025.",
        "Amnesty released a report on torture.",
        "The funds were released in May.",
        "The detained lawyer spoke to her family.",
        "Arbitrarily detained activists are many.",
        "The mission is charged with investigating abuses.",
        "She tried to leave the country.",
        "Prices attacked by the minister must fall, he should be fined.",
        "Libérez Narges !",
        "La FIDH condamne l’arrestation.",
        "Un arrêté ministériel interdit la manifestation.",
        "The second charge has not been dropped.",
        "Every pupil was given one sentence to carry home.",
        "Consent given years ago is not consent.",
        "Il doit être libéré.",
        "La periodista debe ser liberada.",
        "Exigimos que sea liberado.",
        "Sie muss freigelassen werden; er soll nicht verhaftet werden.",
    ],
)
def test_what_is_asked_for_feared_or_denied_is_no_step(sentence: str) -> None:
    assert [what for what, _ in _told(sentence) if what != "attacked"] == []


def test_a_day_of_another_clause_is_not_the_steps() -> None:
    assert _told("On 7 January he walked out in the jacket in which he was arrested.") == [("arrested", "")]


def test_not_guilty_is_acquitted() -> None:
    assert _told("She was found not guilty on Tuesday.") == [("acquitted", "2026-02-03")]


def test_a_new_clause_tells_again() -> None:
    assert _told("They call for an inquiry after she was arrested on Monday.") == [("arrested", "2026-02-02")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was arrested on Monday.", ""),
        ("She was arrested on 24 January.", ""),
        ("She was arrested on 24 January 2026.", "2026-01-24"),
        ("She was arrested in May 2024.", "2024-05"),
    ],
)
def test_without_a_day_of_publication_only_a_year_tells(sentence: str, expected: str) -> None:
    assert _told(sentence, None) == [("arrested", expected)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("on 31 February 2025", ""),
        ("on 6 February 2026", ""),
        ("on 6 February", "2025-02-06"),
        ("in December", "2025-12"),
        ("on Friday", "2026-01-30"),
        ("on a Friday", ""),
        ("and set free 10 set up a group", ""),
    ],
)
def test_a_day_is_a_day_of_the_past(told: str, expected: str) -> None:
    assert _told(f"She was arrested {told}.")[0] == ("arrested", expected)


def test_a_headline_tells_without_auxiliary_verbs() -> None:
    reading = Reading("Human rights lawyer sentenced to five years", published=THURSDAY)
    assert [event.what for event in timeline.events(reading)] == ["sentenced"]


def test_a_step_is_told_once_and_with_its_day() -> None:
    reading = Reading(
        "Lawyer arrested", ("She was arrested on 1 February.", "She was arrested on February 1."), published=THURSDAY
    )
    (event,) = timeline.events(reading)
    assert (event.day, event.sentence) == ("2026-02-01", "She was arrested on 1 February.")


def test_the_steps_of_a_newsroom_post_are_told() -> None:
    case = next(reading for post, reading in posts() if post["id"] == "p13")
    assert [(event.what, event.day) for event in timeline.events(case)] == [
        ("detained", "2014"),
        ("detained", "2024-10"),
        ("convicted", "2025-09"),
        ("sentenced", "2025-09"),
    ]


@given(READINGS)
def test_any_reading_is_read_and_the_sentences_stand_in_it(reading: Reading) -> None:
    for event in timeline.events(reading):
        assert event.what in timeline.what()
        assert event.sentence in reading.text
        assert reading.published is None or event.day <= reading.published.isoformat()


@in_time
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    timeline.events(Reading(text, (text,), published=THURSDAY))
