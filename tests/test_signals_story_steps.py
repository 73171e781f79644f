"""Steps of a case: what a headline tells as news, and that two events of one person are two stories."""

from datetime import UTC, datetime, timedelta

import pytest

from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.steps import differ, steps
from hrd_tui.signals.story import Stories

DAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
ORLA = {"people": ("Orla Venn",), "countries": ("PK",)}


def item(id: int, title: str, hours: float = 0, **more: object) -> Evidence:
    known = {"url": f"https://site-{id}.example/{id}", "publisher": f"Site {id}", **ORLA, **more}
    return Evidence(id, DAY + timedelta(hours=hours), title, **known)  # type: ignore[arg-type]


def joined(one: Evidence, other: Evidence) -> bool:
    both = []
    for first, second in ((one, other), (other, one)):
        stories = Stories([first])
        stories.add(second)
        both.append(stories.story(first.id) == stories.story(second.id))
    assert both[0] == both[1]
    return both[0]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Shots fired at home of land defender days after prize", {"attack"}),
        ("Statement after the attack on our laureate Orla Venn", {"attack"}),
        ("Prize laureate Orla Venn arrested", {"arrest"}),
        ("Two laureates: a well, a library", {"award"}),
        ("Jailed lawyer Orla Venn wins Rowan Prize", {"award"}),
        ("Rowan Prize for jailed lawyer Orla Venn", {"award"}),
        ("Police arrested lawyer Orla Venn", {"arrest"}),
        ("Orla Venn free after four years in detention", {"release"}),
        ("Orla Venn leaves prison", set()),
        ("Orla Venn taken to prison", {"disappearance", "sentence"}),
        ("Two days after release, Orla Venn charged again", {"charge"}),
        ("Court denies bail to Orla Venn", {"no release"}),
        ("Charges against Orla Venn dropped; she was arrested in May", {"no charge", "arrest"}),
        ("Verdict against Orla Venn postponed", {"no sentence"}),
        ("Experts call for release of Orla Venn", {"release asked for"}),
        ("Des experts exigent la libération d’Orla Venn", {"release asked for"}),
        ("Expertos piden la liberación de Orla Venn", {"release asked for"}),
        ("خبراء يطالبون بالإفراج عن أورلا", {"release asked for"}),
        ("إطلاق سراح أورلا", {"release"}),
        ("Ministry to try Orla Venn for a poem", {"charge"}),
        ("Neighbours try a new well", set()),
        ("Choir wins in court", set()),
        ("A garden for Orla Venn", set()),
    ],
)
def test_the_news_of_a_headline_is_told_from_its_background(title: str, told: set[str]) -> None:
    assert steps(title) == told


def test_an_address_tells_what_its_headline_does_not() -> None:
    url = "https://site.example/news/orla-venn-arrested-at-ferry"
    assert steps("Nine minutes in the dark", url) == {"arrest"}
    assert steps("Orla Venn released", url) == {"release"}


def test_the_name_of_a_publisher_is_no_step() -> None:
    assert steps("A bus for the delta | Freedom Prize", "", "Freedom Prize") == set()


def test_an_award_is_not_what_befell_its_laureate() -> None:
    award, both = frozenset({"award"}), frozenset({"award", "arrest"})
    assert differ(award, both)
    assert not differ(both, both)
    assert not differ(award, frozenset())


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        ("Rowan Prize for Orla Venn", "Shots at the house of Rowan Prize laureate Orla Venn", 70),
        ("Orla Venn is among this year’s laureates", "Statement after the attack on our laureate Orla Venn", 30),
        ("Orla Venn wins Rowan Prize", "Prize winner Orla Venn arrested at the airport", 20),
        ("Rowan Prize goes to Orla Venn", "Rowan Prize ceremony put off after arrest of Orla Venn", 60),
        ("Experts welcome release of Orla Venn", "Ministry to try Orla Venn for a poem", 65),
        ("Orla Venn walks free", "Orla Venn charged anew, two days after her release", 48),
        ("Orla Venn released on bail", "Court denies bail to Orla Venn", 60),
        ("Orla Venn charged over a poem", "Charges against Orla Venn dropped", 50),
        ("Hearing of Orla Venn adjourned to Monday", "Verdict: four years for Orla Venn", 70),
        ("Hearing of Orla Venn adjourned", "Court hears Orla Venn: hearing lasts nine minutes", 70),
        ("Verdict in the case of Orla Venn postponed", "Orla Venn convicted", 90),
        ("Experts call for release of Orla Venn", "Orla Venn released", 40),
        ("Orla Venn arrested at the ferry", "Orla Venn attacked by cellmate in detention", 60),
        ("Orla Venn convicted", "Appeal judges: Orla Venn acquitted", 140),
        ("Orla Venn on hunger strike in prison", "Orla Venn sentenced to four years in prison", 60),
        ("Remise en liberté : Orla Venn libérée", "Orla Venn condamnée à quatre ans", 60),
        ("إطلاق سراح أورلا فين", "Orla Venn arrested again", 60),
    ],
)  # fmt: skip
def test_two_events_of_one_person_in_a_week_are_two_stories(one: str, other: str, hours: float) -> None:
    assert not joined(item(1, one), item(2, other, hours))


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        ("Orla Venn free after four years in detention", "Poet Orla Venn released", 20),
        ("Shots fired at home of Orla Venn days after prize", "Quatre tirs contre la maison : Orla Venn menacée", 90),
        ("Jailed lawyer Orla Venn wins Rowan Prize", "Rowan Prize goes to Orla Venn", 30),
        ("Orla Venn sentenced to four years", "Orla Venn condamnée à quatre ans", 100),
        ("Experts call for release of Orla Venn", "Expertos piden la liberación de Orla Venn", 100),
        ("Orla Venn acquitted", "أورلا فين: حكم براءة", 30),
        ("Charges against Orla Venn dropped", "Prosecutor drops charge against Orla Venn", 90),
    ],
)
def test_one_event_of_one_person_is_one_story(one: str, other: str, hours: float) -> None:
    assert joined(item(1, one), item(2, other, hours))


def test_a_link_to_an_earlier_step_is_background() -> None:
    release = item(1, "Poet Orla Venn released")
    assert not joined(release, item(2, "Orla Venn charged anew", 60, links=(release.url,)))
    assert joined(release, item(2, "The poet who came home", 60, links=(release.url,)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pakistan: report on prisons of the coast", "Pakistan: report on libraries of the coast"),
        ("Report: how Pakistan closes newsrooms", "Report: how Pakistan taxes newsrooms"),
        ("Update on the herders of Gilgit", "Update on the teachers of Gilgit"),
    ],
)
def test_two_reports_of_one_publisher_on_one_country_are_two_stories(one: str, other: str) -> None:
    first, second = (
        item(id, title, 40 * id, url=f"https://ngo.example/reports/{id}", publisher="NGO", people=())
        for id, title in enumerate((one, other), 1)
    )
    assert not joined(first, second)
