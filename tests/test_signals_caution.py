"""What wants a second look, and what only looks like it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import in_time
from hrd_tui.signals import caution
from hrd_tui.signals.caution import CAUTIONS, Member, of_story
from hrd_tui.signals.reading import Reading
from signal_readings import HOSTILE, READINGS

UN = "https://www.ohchr.org/en/press-releases/2026/02/x"
THURSDAY = date(2026, 2, 5)


def _codes(*paragraphs: str, title: str = "News", url: str = "") -> list[str]:
    return [found.value for found in caution.find(Reading(title, paragraphs, url, published=THURSDAY))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The video could not be independently verified.",
        "We were unable to verify the claim.",
        "Unconfirmed reports speak of ten dead.",
        "She was reportedly arrested on Monday.",
        "According to posts on social media, three people died.",
        "Rumours of her death spread quickly.",
        "Les informations n’ont pas pu être vérifiées de manière indépendante.",
        "Selon les réseaux sociaux, il est mort.",
        "No pudo ser verificado de forma independiente.",
        "Según versiones en redes sociales, fue detenida.",
        "Die Angaben ließen sich nicht unabhängig überprüfen.",
    ],
)
def test_a_claim_that_nobody_verified_is_told(sentence: str) -> None:
    assert _codes(sentence) == ["unverified"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The alleged offences took place in May.",
        "He was sentenced for allegedly insulting the king.",
        "He was convicted of allegedly spreading rumours.",
        "She was charged with spreading rumours online.",
        "L’enquête doit être menée de manière indépendante.",
        "The signatures were verified.",
        "The reporter went home.",
    ],
)
def test_what_a_court_alleges_is_no_claim_of_the_text(sentence: str) -> None:
    assert _codes(sentence) == []


def test_a_hedge_in_the_title_is_the_main_claim() -> None:
    assert _codes(title="Journalist allegedly beaten in custody") == ["unverified"]
    assert _codes(title="Journalist jailed for allegedly insulting the king") == []


def test_a_hedge_below_the_first_sentence_is_not_the_main_claim() -> None:
    assert _codes("She was arrested. She was reportedly beaten.", "He was reportedly there.") == []


def test_the_careful_words_of_un_bodies_are_no_caution() -> None:
    sentence = "She was reportedly arrested on Monday."
    assert _codes(sentence, url=UN) == []
    assert _codes("The account could not be independently verified.", url=UN) == ["unverified"]


def test_unnamed_sources_alone_are_told() -> None:
    official = "An official, speaking on condition of anonymity, confirmed the arrest."
    assert _codes(official) == ["anonymous"]
    assert _codes("Una fuente cercana, bajo anonimato, lo confirmó.") == ["anonymous"]
    assert _codes("Un policier l’a dit sous couvert d’anonymat.") == ["anonymous"]


@pytest.mark.parametrize(
    "sentence",
    [
        "“We are afraid,” said Ana Ruiz, a lawyer.",
        "Ana Ruiz said she is afraid.",
        "Ana Ruiz, who leads the group, told us so.",
    ],
)
def test_unnamed_sources_beside_a_named_one_are_not(sentence: str) -> None:
    assert _codes("A source close to the family spoke of torture.", sentence) == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("EMBARGOED UNTIL 00:01 GMT 5 March 2026", "2026-03-05"),
        ("Under strict embargo until 6 March 2026, 10:00 CET", "2026-03-06"),
        ("Not for publication before March 7, 2026", "2026-03-07"),
        ("Sous embargo jusqu’au 5 mars 2026 à minuit", "2026-03-05"),
        ("Embargado hasta el 8 de marzo de 2026", "2026-03-08"),
        ("Sperrfrist: 9. März 2026, 12 Uhr", "2026-03-09"),
    ],
)
def test_an_embargo_is_told_with_its_day(line: str, day: str) -> None:
    (found,) = caution.find(Reading("Report", (line,), published=THURSDAY))
    assert found.value == "embargo"
    assert found.why == f"Under embargo: “{line}” in the text ({day})"


@pytest.mark.parametrize(
    "line",
    [
        "UN extends arms embargo until 31 May 2026",
        "The EU arms embargo on Myanmar stays.",
        "An oil embargo against the country",
        "L’embargo sur les armes est prolongé jusqu’au 5 mars 2026",
        "The embargoed goods were found.",
    ],
)
def test_an_embargo_on_goods_is_none(line: str) -> None:
    assert _codes(line) == []


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Sara Ben, 15, was taken from school.", "Sara Ben, 15"),
        ("Sara Ben (16) is still held.", "Sara Ben (16)"),
        ("Sara Ben, aged 14, is still held.", "Sara Ben, aged 14"),
        ("Sara Ben, a 17-year-old, is held.", "Sara Ben, a 17-year-old"),
        ("Police shot 15-year-old Sara Ben in the street.", "15-year-old Sara Ben"),
        ("They took 9-year-old pupil Sara.", "9-year-old pupil Sara"),
        ("Sara Ben, 15 ans, a disparu.", "Sara Ben, 15 ans"),
        ("Sara Ben, de 15 años, desapareció.", "Sara Ben, de 15 años"),
        ("She left his daughter Mina at home.", "his daughter Mina"),
        ("Sa fille Mina attend.", "Sa fille Mina"),
        ("Su hija Mina espera.", "Su hija Mina"),
        ("We met Ana’s son Karim.", "’s son Karim"),
    ],
)
def test_the_name_of_a_child_is_told(sentence: str, shown: str) -> None:
    (found,) = caution.find(Reading("News", (sentence,)))
    assert (found.value, found.why) == ("minor", f"Names a minor: “{shown}” in the text")


@pytest.mark.parametrize(
    "sentence",
    [
        "Police shot a 15-year-old boy.",
        "The 15-year-old Palestinian boy was shot.",
        "A 12-year-old law.",
        "The 32-year-old human rights lawyer Imaan Mazari",
        "Sara Ben, 35, was arrested.",
        "her 25-year-old son Karim was arrested",
        "His son Karim, 34, was arrested.",
        "She is the daughter of former minister Shireen Mazari.",
        "On Friday, 14, people were arrested.",
        "Resolution 51/15, adopted by the Human Rights Council, 16 votes to none",
        "He lives with his wife Maryam.",
        "Her children were taken away.",
        "Annual Accounts Published (2)",
    ],
)
def test_what_names_no_child_is_not_told(sentence: str) -> None:
    assert _codes(sentence) == []


def test_each_code_is_told_once() -> None:
    assert _codes("Rumours.", "More rumours.", "His son Karim. Her son Ali.") == ["unverified", "minor"]


@given(READINGS)
def test_any_reading_is_read_and_the_reasons_stand_in_it(reading: Reading) -> None:
    found = caution.find(reading)
    assert len({one.value for one in found}) == len(found)
    for one in found:
        assert one.value in CAUTIONS
        assert one.why[one.why.index("“") + 1 : one.why.rindex("”")] in reading.text


@in_time
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    caution.find(Reading(text, (text,), published=THURSDAY))


A, B = Member(1, "a.org"), Member(2, "b.com")
STORIES = [
    ("two who cite nobody", [A, B], ""),
    ("all link to one", [A, Member(2, "b.com", ("a.org",)), Member(3, "c.com", ("www.a.org",))], "single-source"),
    ("one and a copy", [A, Member(2, "b.com", copy_of=1)], "single-source"),
    ("one and an echo", [A, Member(2, "b.com", echo=True)], "single-source"),
    ("one publisher twice", [Member(1, "www.a.org"), Member(2, "a.org")], "single-source"),
    ("each other", [Member(1, "a.org", ("b.com",)), Member(2, "b.com", ("a.org",))], "circular"),
    ("only the echo", [Member(1, "a.org", ("echo.net",)), Member(2, "echo.net", echo=True)], "circular"),
    ("somebody outside", [Member(1, "a.org", ("b.com", "un.org")), Member(2, "b.com", ("a.org",))], "single-source"),
    ("two outside", [Member(1, "a.org", ("b.com", "un.org")), Member(2, "b.com", ("c.net",))], ""),
    ("a carrier", [Member(1, "a.org", ("x.com",)), Member(2, "b.com", ("a.org", "facebook.com"))], "single-source"),
    ("one item", [A], ""),
    ("only echoes", [Member(1, "a.org", echo=True), Member(2, "b.com", echo=True)], ""),
    ("nothing", [], ""),
]


@pytest.mark.parametrize(("members", "expected"), [story[1:] for story in STORIES], ids=[story[0] for story in STORIES])
def test_the_sources_of_a_story_are_weighed(members: list[Member], expected: str) -> None:
    assert [found.value for found in of_story(members)] == ([expected] if expected else [])


def test_the_one_source_is_named() -> None:
    (found,) = of_story([Member(1, "www.a.org"), Member(2, "b.com", ("a.org",))])
    assert found.why == "all items go back to a.org"


_HOSTS = st.sampled_from(["a.org", "b.com", "c.net", "x.com", ""])
_MEMBERS = st.lists(
    st.builds(
        Member, st.integers(1, 5), _HOSTS, st.lists(_HOSTS).map(tuple), st.none() | st.integers(1, 5), st.booleans()
    ),
    max_size=6,
)


@given(_MEMBERS)
def test_any_story_has_one_caution_at_most(members: list[Member]) -> None:
    found = of_story(members)
    assert len(found) <= 1
    assert all(one.value in CAUTIONS for one in found)
