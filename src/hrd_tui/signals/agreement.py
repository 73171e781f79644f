"""Whether two items are of one story, and why: the rules for a pair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from hrd_tui.signals.evidence import Evidence, Marks, an_article
from hrd_tui.signals.fingerprint import same_text
from hrd_tui.signals.likeness import Weights, words, wordy
from hrd_tui.signals.spelling import keys
from hrd_tui.signals.steps import differ, steps

WINDOW = timedelta(days=7)
"""Items further apart are not told to be one story by their words, people or links."""
RELEASE = timedelta(hours=36)
"""The language versions of one release come out within a day, and a night of time zones."""
SAME_HOURS = timedelta(hours=12)
"""The same, where no address tells that they are one, but a person or words."""
PATH_WORDS = 3
"""An address of fewer words, and no long number, may be that of a section or of the second text in a language."""
CALLS = frozenset(["vacancy", "call_for_input", "call_for_nominations"])
"""Kinds that ask readers for something: what is of another kind is no language version of them."""
NEAR = 0.35
"""Likeness of words from which two items may be one story."""
OTHER_STEP = 0.5
"""The same, where one names an arrest and the other a release: only the one's words in the other's background."""
ONE_PUBLISHER = 0.7
"""The same for one publisher, who rarely tells an event twice but repeats the form of headlines for others."""
NEARLY_THE_SAME = 0.8
"""Likeness that other people or countries do not part."""
PERSON = 0.5
"""What a shared person, country and topic counts for, as a likeness."""
SOON = timedelta(days=3)
"""Within these days a person and a country may be one case, unless both items say what happened, and differ."""
CASE = 0.4
"""What that counts for."""
MANY = 4
"""An item with more people is a list of cases."""
LINK = 0.6
TITLES = 0.5
"""Share of a title's words that another text of one publisher must have to be the same text, not the same form."""

STRONG = ("address", "text", "release")
"""Kinds of agreement that need no second look: they hold at any time and join stories that both exist."""

Known = tuple[Evidence, Marks]


@dataclass(frozen=True, slots=True)
class Agreement:
    """That two items are of one story: `kind` is address, text, release, link, person or words; `why` is for a person.

    `likeness` is from 0 to 1.
    """

    kind: str
    likeness: float
    why: str


def agree(one: Known, other: Known, weights: Weights) -> Agreement | None:
    """The strongest agreement of two items, or None."""
    (a, marks_a), (b, marks_b) = one, other
    repeated = repeats(one, other)
    if repeated:
        return Agreement(repeated, 1.0, f"the same {repeated}")
    apart = abs(a.moment - b.moment)
    if apart > WINDOW:
        return None
    told = [word for word in marks_a.words & marks_b.words if weights.tells(word)]
    if apart <= RELEASE and _one_release(one, other, told, weights):
        return Agreement("release", 1.0, f"one release in two languages ({marks_a.language}, {marks_b.language})")
    found = (_linked(one, other, told), _one_case(one, other, weights), _alike(one, other, told, weights))
    return max((agreement for agreement in found if agreement), key=lambda found: found.likeness, default=None)


def repeats(one: Known, other: Known) -> str:
    """ "address" or "text" where one item is the other once more, else "".

    Notices of one publisher often share all but their title: that is a form, not a text.
    """
    (a, marks_a), (b, marks_b) = one, other
    if a.url and a.url == b.url and an_article(a.url):
        return "address"
    if not same_text(a.print, b.print):
        return ""
    if not _one_publisher(one, other):
        return "text"
    titles = min(len(marks_a.words), len(marks_b.words))
    form = len(marks_a.words & marks_b.words) < TITLES * titles or marks_a.numbers != marks_b.numbers
    return "" if form else "text"


def _one_release(one: Known, other: Known, told: list[str], weights: Weights) -> bool:
    """The same site and another language: the address differs in that only, or has the same long number; or within
    hours both headlines name one person, or have telling words in common.
    """
    (a, marks_a), (b, marks_b) = one, other
    languages = {marks_a.language, marks_b.language}
    if not _one_site(marks_a, marks_b) or len(languages) < 2 or "" in languages or _exclude(a.kind, b.kind):
        return False
    if marks_a.neutral == marks_b.neutral and a.url != b.url and _tells_a_text(a, b, marks_a):
        return True
    if _parted(a, b):
        return False
    if marks_a.serial and marks_a.serial == marks_b.serial:
        return True
    return abs(a.moment - b.moment) <= SAME_HOURS and (len(told) >= 2 or _both_name(one, other, weights))


def _exclude(one: str, other: str) -> bool:
    """Whether two kinds cannot be one text: a vacancy and the alert of a case."""
    return bool(one and other) and one != other and not CALLS.isdisjoint((one, other))


def _tells_a_text(a: Evidence, b: Evidence, marks: Marks) -> bool:
    """Whether the address that two items have but for its language is that of one text: "/en/2" and "/fr/2" are not."""
    if marks.serial or a.url.partition("?")[0] == b.url.partition("?")[0]:
        return True
    return len(wordy(f"https://{marks.neutral}")) >= PATH_WORDS


def _both_name(one: Known, other: Known, weights: Weights) -> bool:
    """Whether both headlines name a person of both items, in whatever spelling."""
    named = [_spelt(name for name in item.people if _named(name, marks, weights)) for item, marks in (one, other)]
    return not named[0].isdisjoint(named[1])


def _spelt(names: Iterable[str]) -> set[tuple[str, ...]]:
    """Names as they are compared, whatever their spelling."""
    return {tuple(keys(name)) for name in names}


def _linked(one: Known, other: Known, told: list[str]) -> Agreement | None:
    """One links to the other, and something else is common, or cannot be: another script has no word in common.

    A link to another step of a case is its background.
    """
    (a, marks_a), (b, marks_b) = one, other
    if (b.url not in a.links and a.url not in b.links) or differ(_steps(a), _steps(b)):
        return None
    if _one_site(marks_a, marks_b):
        common = len(told) >= 2
    else:
        people, countries = set(a.people) & set(b.people), set(a.countries) & set(b.countries)
        common = bool(told or people or countries or marks_a.latin != marks_b.latin)
    return Agreement("link", LINK, "one links to the other") if common else None


def _one_case(one: Known, other: Known, weights: Weights) -> Agreement | None:
    """One person in one country, and the same happened; for some days also where not both say what happened.

    Texts name people in passing: a headline must name the person too, both where there is nothing else in common.
    """
    (a, marks_a), (b, marks_b) = one, other
    countries = sorted(set(a.countries) & set(b.countries))
    people = sorted(set(a.people) & set(b.people))
    if not countries or not people or differ(_steps(a), _steps(b)):
        return None
    happened = sorted(_steps(a) & _steps(b))
    soon = abs(a.moment - b.moment) <= SOON and max(len(a.people), len(b.people)) <= MANY
    for person in people:
        named = _named(person, marks_a, weights) + _named(person, marks_b, weights)
        if happened and named:
            return Agreement("person", PERSON, f"{person}, {countries[0]}, {happened[0]}")
        if soon and named == 2:
            return Agreement("person", CASE, f"{person}, {countries[0]}")
    return None


def _named(person: str, marks: Marks, weights: Weights) -> bool:
    """Whether a headline or address names the person; one in another script is taken at the text's word."""
    return not marks.latin or any(weights.tells(word) for word in words(person) if word in marks.words)


def _alike(one: Known, other: Known, told: list[str], weights: Weights) -> Agreement | None:
    """The words of titles and addresses, where more is common than a place and a name of two words.

    What is common to two steps of one person's case are the words of the case.
    """
    (a, marks_a), (b, marks_b) = one, other
    publisher = _one_publisher(one, other)
    if marks_a.title and marks_a.title == marks_b.title and not publisher and not _parted(a, b):
        return Agreement("words", 1.0, "the same headline")
    shared = (marks_a.words & marks_b.words) - weights.places
    if len(told) < 2 or (len(shared) == 2 and _side_by_side(told, marks_a) and _side_by_side(told, marks_b)):
        return None
    other_step = differ(_steps(a), _steps(b))
    if (publisher and marks_a.numbers != marks_b.numbers) or (other_step and set(a.people) & set(b.people)):
        return None
    needed = max(
        NEARLY_THE_SAME if _parted(a, b) else 0.0,
        ONE_PUBLISHER if publisher else 0.0,
        OTHER_STEP if other_step else 0.0,
    )
    likeness = weights.likeness(marks_a.words, marks_b.words)
    rarest = sorted(told, key=lambda word: (-weights.weight(word), word))[:4]
    return Agreement("words", likeness, f"words: {', '.join(rarest)}") if likeness >= needed else None


def _side_by_side(two: list[str], marks: Marks) -> bool:
    first, second = two
    return (first, second) in marks.pairs or (second, first) in marks.pairs


def _parted(a: Evidence, b: Evidence) -> bool:
    """Both say whom or where they are about, and it is not the same."""
    people = bool(a.people and b.people) and _spelt(a.people).isdisjoint(_spelt(b.people))
    countries = bool(a.countries and b.countries) and not set(a.countries) & set(b.countries)
    return people or countries


def _steps(item: Evidence) -> frozenset[str]:
    return steps(item.title, item.url, item.publisher)


def _one_publisher(one: Known, other: Known) -> bool:
    (a, marks_a), (b, marks_b) = one, other
    return _one_site(marks_a, marks_b) or (bool(a.publisher) and a.publisher == b.publisher)


def _one_site(a: Marks, b: Marks) -> bool:
    return bool(a.site) and a.site == b.site
