"""Whether two items are of one story, and why: the rules for a pair."""

from dataclasses import dataclass
from datetime import timedelta

from hrd_tui.signals.evidence import Evidence, Marks, an_article
from hrd_tui.signals.fingerprint import same_text
from hrd_tui.signals.likeness import Weights

WINDOW = timedelta(days=7)
"""Items further apart are not told to be one story by their words, people or links."""
RELEASE = timedelta(hours=36)
"""The language versions of one release come out within a day, and a night of time zones."""
NEAR = 0.35
"""Likeness of words from which two items may be one story."""
NEARLY_THE_SAME = 0.8
"""Likeness of titles that other countries, people or numbers do not part."""
ONE_PUBLISHER = 0.55
"""A publisher rarely tells one event twice, but repeats its headlines for others: it needs this likeness."""
PERSON = 0.5
"""What a shared person, country and topic counts for, as a likeness."""
LINK = 0.6

STRONG = ("address", "text", "release")
"""Kinds of agreement that need no second look: they hold at any time and join stories that both exist."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """That two items are of one story: `kind` is address, text, release, link, person or words; `why` is for a person.

    `likeness` is from 0 to 1.
    """

    kind: str
    likeness: float
    why: str


Known = tuple[Evidence, Marks]


def agree(one: Known, other: Known, weights: Weights) -> Agreement | None:
    """The strongest agreement of two items, or None."""
    (a, marks_a), (b, marks_b) = one, other
    if a.url and a.url == b.url and an_article(a.url):
        return Agreement("address", 1.0, "the same address")
    if same_text(a.print, b.print):
        return Agreement("text", 1.0, "the same text")
    apart = abs(a.moment - b.moment)
    if apart > WINDOW:
        return None
    told = [word for word in marks_a.words & marks_b.words if weights.tells(word)]
    if apart <= RELEASE and _one_release(a, marks_a, b, marks_b, told):
        return Agreement("release", 1.0, f"one release in two languages ({marks_a.language}, {marks_b.language})")
    parted = _parted(a, b) or (_one_site(marks_a, marks_b) and marks_a.numbers != marks_b.numbers)
    found = [
        _linked(a, marks_a, b, marks_b, told),
        None if parted else _one_case(a, marks_a, b, marks_b),
        _alike(one, other, told, weights, NEARLY_THE_SAME if parted else 0.0),
    ]
    return max((agreement for agreement in found if agreement), key=lambda found: found.likeness, default=None)


def _one_release(a: Evidence, marks_a: Marks, b: Evidence, marks_b: Marks, told: list[str]) -> bool:
    """The same site and another language: the address differs in that only, or names and numbers are the same."""
    languages = {marks_a.language, marks_b.language}
    if not _one_site(marks_a, marks_b) or len(languages) < 2 or "" in languages:
        return False
    if marks_a.neutral == marks_b.neutral and a.url != b.url:
        return True
    if not a.url or not b.url or _parted(a, b):
        return False
    serial = bool(marks_a.serial) and marks_a.serial == marks_b.serial
    return serial or bool(set(a.people) & set(b.people)) or len(told) >= 2


def _linked(a: Evidence, marks_a: Marks, b: Evidence, marks_b: Marks, told: list[str]) -> Agreement | None:
    """One links to the other, and something else is common, or cannot be: another script has no word in common."""
    if not (b.url in a.links or a.url in b.links):
        return None
    if _one_site(marks_a, marks_b):
        common = len(told) >= 2
    else:
        people, countries = set(a.people) & set(b.people), set(a.countries) & set(b.countries)
        common = bool(told or people or countries or marks_a.latin != marks_b.latin)
    return Agreement("link", LINK, "one links to the other") if common else None


def _one_case(a: Evidence, marks_a: Marks, b: Evidence, marks_b: Marks) -> Agreement | None:
    """One person in one country, and the same happened."""
    people = sorted(set(a.people) & set(b.people))
    topics = sorted(marks_a.topics & marks_b.topics)
    countries = sorted(set(a.countries) & set(b.countries))
    if not people or not topics or not countries:
        return None
    return Agreement("person", PERSON, f"{people[0]}, {countries[0]}, {topics[0]}")


def _alike(one: Known, other: Known, told: list[str], weights: Weights, least: float) -> Agreement | None:
    """The words of titles and addresses, where more than a name of two words is common."""
    marks_a, marks_b = one[1], other[1]
    shared = marks_a.words & marks_b.words
    if len(told) < 2 or (len(shared) == 2 and _side_by_side(told, marks_a) and _side_by_side(told, marks_b)):
        return None
    likeness = weights.likeness(marks_a.words, marks_b.words)
    if likeness < least or (_one_site(marks_a, marks_b) and likeness < ONE_PUBLISHER):
        return None
    return Agreement("words", likeness, "words: " + ", ".join(sorted(told, key=weights.weight, reverse=True)[:4]))


def _side_by_side(two: list[str], marks: Marks) -> bool:
    first, second = two
    return (first, second) in marks.pairs or (second, first) in marks.pairs


def _parted(a: Evidence, b: Evidence) -> bool:
    """Both say whom or where they are about, and it is not the same."""
    people = bool(a.people and b.people) and not set(a.people) & set(b.people)
    countries = bool(a.countries and b.countries) and not set(a.countries) & set(b.countries)
    return people or countries


def _one_site(a: Marks, b: Marks) -> bool:
    return bool(a.site) and a.site == b.site
