"""Who speaks in an item whose publisher is not known: told by how it is written."""

import pytest

from hrd_tui.signals import publisher, voice
from hrd_tui.signals.reading import Reading

VOICES = [
    ("BAKU – A bill was passed.", publisher.MEDIA),
    ("SAN JOSÉ (AP) — A bill was passed.", publisher.MEDIA),
    ("GENEVA (4 March 2026) – A bill was passed.", publisher.UN),
    ("The bill was passed, police said on Monday.", publisher.MEDIA),
    ("We oppose the bill.", publisher.NGO),
    ("Agora calls for a new bill.", publisher.NGO),
    ("The minister told Agora that the bill would pass.", publisher.MEDIA),
    ("“We oppose the bill.” The minister smiled.", publisher.OTHER),
    ("The bill was passed.", publisher.OTHER),
]


@pytest.mark.parametrize(("paragraph", "expected"), VOICES)
def test_a_text_tells_who_speaks_where_the_name_does_not(paragraph: str, expected: str) -> None:
    reading = Reading("A bill", (paragraph,), "https://agora.example/x", "Agora")
    assert voice.heard(reading, publisher.find(reading)).kind == expected


def test_a_text_never_goes_against_a_known_publisher() -> None:
    reading = Reading("A bill", ("KABUL – The bill was passed, police said.",), "https://www.frontlinedefenders.org/x")
    assert voice.heard(reading, publisher.find(reading)).kind == publisher.NGO


def test_names_that_lean_both_ways_tell_nothing() -> None:
    assert publisher.find(Reading("", publisher="Freedom Post")).kind == publisher.OTHER
    assert publisher.find(Reading("", publisher="Morning Post")).kind == publisher.MEDIA
    assert publisher.find(Reading("", publisher="Freedom Network")).kind == publisher.NGO


def test_one_mark_of_a_newsroom_does_not_outweigh_the_name_of_an_organisation() -> None:
    one = Reading("A bill", ("The bill was passed on Monday.",), publisher="Freedom Network: alerts")
    two = Reading(
        "A bill", ("KABUL – The bill was passed on Monday, police said.",), publisher="Freedom Network: alerts"
    )
    assert voice.heard(one, publisher.find(one)).kind == publisher.NGO
    assert voice.heard(two, publisher.find(two)).kind == publisher.MEDIA


def test_a_publisher_is_known_in_the_text_by_the_name_without_the_section_of_its_feed() -> None:
    reading = Reading("A bill", ("Agora urges members to reject it.",), "https://agora.example/x", "Agora: alerts")
    assert voice.heard(reading, publisher.find(reading)).words == "Agora urges"
