"""The kind of an item: what the rules find, and what looks like it and is none."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from effort import in_time
from hrd_tui.signals import kind, publisher
from hrd_tui.signals.kind import KINDS
from hrd_tui.signals.phrases import Phrases, Words
from hrd_tui.signals.reading import Reading
from signal_readings import HOSTILE, READINGS, posts

NGO = "https://www.frontlinedefenders.org/en/x"
UN = "https://www.ohchr.org/en/press-releases/2026/02/x"
UN_NEWS = "https://news.un.org/en/story/2026/01/1"
MEDIA = "https://www.theguardian.com/x"
NOBODY = ""

TITLES = [
    (UN, "un_expert_statement", "Thailand: UN experts urge authorities to drop charges"),
    (UN, "un_expert_statement", "Expertos de la ONU condenan el asesinato de una defensora"),
    (UN, "un_expert_statement", "Türkiye: UN expert deplores sentencing of lawyers"),
    (UN, "un_expert_statement", "Special Rapporteur on torture calls for an end to solitary confinement"),
    (UN_NEWS, "un_expert_statement", "Belarus: UN experts demand release of lawyer"),
    (NOBODY, "un_expert_statement", "U.N. experts alarmed by raids on newsrooms"),
    (MEDIA, "media_report", "UN experts urge Thailand to drop charges"),
    (UN_NEWS, "media_report", "Sudan: hunger spreads as fighting goes on"),
    (UN, "un_expert_statement", "Restore the network, experts say"),
    (NOBODY, "", "Four losses in a year, experts say"),
    (UN, "un_expert_statement", "UN experts to visit Argentina"),
    (UN, "un_expert_statement", "Media advisory: UN expert to visit Kenya"),
    (UN, "", "New UN Special Rapporteur on torture appointed"),
    (UN, "", "High Commissioner deplores wave of executions"),
    (NGO, "ngo_report", "World Report 2026: A year of backsliding"),
    (NGO, "ngo_report", "“They came at night”: new report on raids"),
    (NGO, "ngo_report", "Rapport annuel 2025 de l’Observatoire"),
    (NGO, "ngo_report", "Nuevo informe sobre agresiones a defensoras"),
    (NGO, "ngo_report", "Survey finds half of defenders were threatened online"),
    (NGO, "case_alert", "Blogger reportedly arrested in Hanoi"),
    (NGO, "ngo_news", "Journalist reports on corruption from exile"),
    (MEDIA, "media_report", "Report: three activists arrested"),
    (NGO, "ngo_statement", "Joint statement: drop all charges against lawyers"),
    (NGO, "ngo_statement", "NGOs call for release of imprisoned lawyer"),
    (NGO, "ngo_statement", "Call for the release of imprisoned poet"),
    (NGO, "ngo_statement", "Egypt: Release Alaa Abd el-Fattah"),
    (NGO, "ngo_statement", "La FIDH condamne l’arrestation de deux militants"),
    (NGO, "ngo_statement", "Exigimos la libertad de los detenidos"),
    (NGO, "ngo_statement", "States must renew the mandate at HRC55"),
    (NGO, "ngo_statement", "HRC55: Council should adopt resolution on Sudan"),
    (NGO, "case_alert", "Woman human rights defender sentenced to ten years"),
    (NGO, "case_alert", "Nobel laureate arrested at airport"),
    (NGO, "case_alert", "Award-winning journalist arrested"),
    (NGO, "case_alert", "Urgent appeal: judicial harassment of union leader"),
    (NGO, "case_alert", "Défenseure des droits humains condamnée à deux ans"),
    (NGO, "case_alert", "Defensora ambiental asesinada en Honduras"),
    (NGO, "case_alert", "Poet jailed over open letter to president"),
    (MEDIA, "media_report", "Human rights defender arrested in Minsk"),
    (MEDIA, "media_report", "Ex-president jailed for five years"),
    (MEDIA, "media_report", "Open letter writer arrested in Minsk"),
    (NGO, "ngo_news", "Online course: documenting attacks on defenders"),
    (NGO, "open_letter", "Open letter: 40 organisations call on the EU to act"),
    (NGO, "open_letter", "Carta abierta al presidente"),
    (UN, "resolution", "Human Rights Council adopts six resolutions, closes fifty-eighth session"),
    (UN, "resolution", "UN Committee against Torture publishes findings on Albania, Chad"),
    (NGO, "resolution", "HRC58: key outcomes of the session"),
    (MEDIA, "media_report", "Lawmakers adopt resolution on reform"),
    (NGO, "ngo_news", "Deadline for resolution of land dispute passes"),
    (UN, "call_for_input", "Call for input on the next report of the Special Rapporteur"),
    (NGO, "call_for_input", "Have your say: survey on protection grants"),
    (NOBODY, "call_for_input", "Appel à contributions : défendre loin des villes"),
    (NGO, "call_for_input", "Convocatoria de aportes para el informe"),
    (UN, "call_for_nominations", "Call for applications: Special Procedures mandate holders"),
    (NGO, "call_for_nominations", "Nominations are open for the Martin Ennals Award"),
    (NGO, "call_for_nominations", "Appel à candidatures : Prix des droits humains"),
    (NOBODY, "call_for_nominations", "دعوة لتقديم الترشيحات: زمالة للصحفيات"),
    (NGO, "ngo_news", "Judge nominated for court of appeal"),
    (NGO, "vacancy", "Vacancy: Advocacy Officer (Geneva)"),
    (NGO, "vacancy", "CIVICUS seeks Research Consultant"),
    (NGO, "vacancy", "Offre d’emploi : chargé de plaidoyer"),
    (MEDIA, "vacancy", "Vacancy: reporter"),
    (NGO, "ngo_news", "Vacancy on the Supreme Court: why it matters"),
    (NGO, "ngo_news", "Activist lost her job after speaking out"),
    (NGO, "ngo_news", "Ministry seeks to ban association"),
    (NGO, "award", "Lawyer from Cameroon wins Sakharov Prize"),
    (MEDIA, "award", "Lawyer from Cameroon wins Sakharov Prize"),
    (NGO, "award", "Finalists of the 2026 Martin Ennals Award announced"),
    (NGO, "ngo_news", "Court awarded damages to family of slain journalist"),
    (NGO, "ngo_news", "Interview with a laureate"),
    (NGO, "ngo_statement", "Statement after the attack on our laureate"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "expected", "title"), TITLES, ids=[title for *_, title in TITLES])
def test_a_title_tells_the_kind(url: str, expected: str, title: str) -> None:
    found = kind.find(Reading(title, url=url))
    assert (found.value if found else "") == expected


CASES = [
    tuple(line.split(" | "))
    for file in ("kind_cases.txt", "kind_unknown_cases.txt")
    for line in (Path(__file__).parent / file).read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("expected", "name", "host", "title", "lead"), CASES, ids=[case[3] for case in CASES])
def test_an_item_of_the_field_is_told(expected: str, name: str, host: str, title: str, lead: str) -> None:
    found = kind.find(Reading(title, tuple(lead.split(" // ")), f"https://{host}/x", name))
    assert found
    assert found.value == expected


@pytest.mark.parametrize(
    ("lead", "expected"), [("Send your CV and a letter.", "vacancy"), ("She was in Bonn.", "ngo_news")]
)
def test_a_title_counts_only_with_what_the_lead_must_say(lead: str, expected: str) -> None:
    found = kind.find(Reading("Head of Protection, Bonn", (lead,), NGO))
    assert found
    assert found.value == expected


def test_the_kinds_of_the_newsroom_are_told() -> None:
    wrong = {
        post["title"]: (post["kind"], found)
        for post, reading in posts()
        if (found := kind.find(reading)) is None or found.value != post["kind"]
    }
    assert not wrong


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Dear Members of Parliament,", "open_letter"),
        ("Dear friends, a year ends.", "ngo_news"),
        ("We are recruiting a programme officer.", "vacancy"),
        ("Militias are recruiting children.", "ngo_news"),
        ("The lawyer Ana Ruiz was arrested on Monday.", "case_alert"),
        ("Today we published a report on torture.", "ngo_report"),
        ("A UN expert report was published.", "ngo_news"),
        ("We condemn the raid.", "ngo_statement"),
    ],
)
def test_the_lead_tells_where_the_title_does_not(paragraph: str, expected: str) -> None:
    found = kind.find(Reading("News from our members", (paragraph,), NGO))
    assert found
    assert found.value == expected


def test_the_title_goes_before_the_lead() -> None:
    found = kind.find(Reading("Call for input: civic space", ("Dear Excellencies,",), NGO))
    assert found
    assert found.value == "call_for_input"


def test_below_the_lead_nothing_tells() -> None:
    found = kind.find(Reading("News", ("One.", "Two.", "Dear Members of Parliament,"), NGO))
    assert found
    assert found.value == "ngo_news"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://reliefweb.int/job/4196203/representative", "vacancy"),
        ("https://www.frontlinedefenders.org/en/case/ana-ruiz", "case_alert"),
        ("https://www.frontlinedefenders.org/en/a-case-for-change", "ngo_news"),
        ("https://ngo.org/jobs-and-freedom", "ngo_news"),
    ],
)
def test_a_part_of_the_address_tells_only_whole(url: str, expected: str) -> None:
    found = kind.find(Reading("Ana Ruiz", url=url))
    assert found
    assert found.value == expected


def test_nothing_is_said_where_nothing_tells() -> None:
    assert kind.find(Reading("Water diary, week 40")) is None


@given(READINGS)
def test_any_reading_is_read_and_the_reason_stands_in_it(reading: Reading) -> None:
    found = kind.find(reading)
    if found:
        assert found.value in KINDS
        if found.why.startswith("“") and not found.why.startswith(reading.publisher or "?"):
            words = found.why[1 : found.why.rindex("”")]
            assert any(words in part for part in (reading.title, *reading.paragraphs, reading.url))


@in_time
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    kind.find(Reading(text, (text, text), NGO))


PUBLISHERS = [
    (Reading("", url="https://news.un.org/en/x"), publisher.UN_NEWS),
    (Reading("", url="https://spcommreports.ohchr.org/x"), publisher.UN),
    (Reading("", url="https://www.nation.africa/x"), publisher.MEDIA),
    (Reading("", url="https://www.somewherenews.com/x"), publisher.MEDIA),
    (Reading("", url="https://defend-the-river.org/x"), publisher.NGO),
    (Reading("", url="https://reliefweb.int/x", publisher="OHCHR via ReliefWeb"), publisher.UN),
    (Reading("", url="https://reliefweb.int/x", publisher="ReliefWeb: updates"), publisher.UNKNOWN),
    (Reading("", publisher="Harbour Watch"), publisher.NGO),
    (Reading("", publisher="Human Rights Watch: news"), publisher.NGO),
    (Reading("", publisher="Tideline Wire | Rights"), publisher.MEDIA),
    (Reading("", publisher="Free Pens: news"), publisher.NGO),
    (Reading("", publisher="Council of Nations Press Office"), publisher.UN),
    (Reading("", publisher="Press Council"), publisher.MEDIA),
    (Reading("", publisher="Coastal Monitor"), publisher.NGO),
    (Reading("", publisher="International Commission of Jurists"), publisher.NGO),
    (Reading("", publisher="apanews.net"), publisher.MEDIA),
    (Reading("", publisher="Ana"), publisher.OTHER),
    (Reading("", url="http://["), publisher.UNKNOWN),
]


@pytest.mark.parametrize(("reading", "expected"), PUBLISHERS)
def test_the_publisher_is_told_by_host_then_name(reading: Reading, expected: str) -> None:
    assert publisher.find(reading).kind == expected


def test_the_host_goes_before_the_name() -> None:
    reading = Reading("", url=UN, publisher="The Daily Times")
    assert publisher.find(reading).kind == publisher.UN
    assert publisher.find(replace(reading, url="")).kind == publisher.MEDIA


def _found(phrase: str, line: str) -> list[str]:
    words = Words(line)
    return [words.between(hit.first, hit.end) for hit in Phrases([("x", phrase)], {"urge": "urge demand"}).find(words)]


@pytest.mark.parametrize(
    ("phrase", "line", "expected"),
    [
        ("call for input/inputs", "A CALL for inputs!", ["CALL for inputs"]),
        ("call for [2] input", "call for new written input", ["call for new written input"]),
        ("call for [1] input", "call for new written input", []),
        ("call [3] input", "Call. Input", []),
        ("call [3] input", "Call … input", []),
        ("un (human) experts", "UN experts, UN human experts", ["UN experts", "UN human experts"]),
        ("^ free", "Free her. Not free", ["Free"]),
        ("^ [2] free", "Please do free him and free her", ["free"]),
        ("experts $", "Let go: experts", ["experts"]),
        ("# years", "ten years, 10 years", ["10 years"]),
        ("experts <urge>", "experts demand", ["experts demand"]),
        ("condamné", "condamné, condamne, CONDAMNÉ", ["condamné", "CONDAMNÉ"]),
        ("condamne", "condamné", ["condamné"]),
        ("un experts", "The U.N. experts", ["U.N. experts"]),
        ("s", "Ana’s", ["s"]),
    ],
)
def test_a_phrase_stands_where_it_says(phrase: str, line: str, expected: list[str]) -> None:
    assert _found(phrase, line) == expected


@pytest.mark.parametrize("phrase", ["[3] input", "(a)", "", "<nothing> said", "a/b c/it's"])
def test_a_phrase_that_cannot_be_looked_up_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="the phrase"):
        Phrases([("x", phrase)])


@settings(max_examples=30)
@given(READINGS)
def test_the_quick_look_never_hides_a_phrase(reading: Reading) -> None:
    phrases = Phrases([("x", "was arrested"), ("y", "must be (now) released"), ("z", "human/women [3] defender")])
    for line in (reading.title, *reading.paragraphs):
        if any(True for _ in phrases.find(Words(line))):
            assert phrases.may_stand_in(line)
