"""People and organisations: watch lists, spellings, names behind a role, and what is none of them."""

import pytest
from hypothesis import given

from effort import in_time
from hrd_tui.signals.named import Seen, join
from hrd_tui.signals.names import Names, read
from hrd_tui.signals.reading import Reading
from hrd_tui.signals.spelling import has, key
from name_fixtures import people
from signal_readings import HOSTILE, READINGS, posts

NAMES = Names.with_own()
NOBODY = Names(read(""), read(""))


def _organisations(title: str, *paragraphs: str, publisher: str = "") -> list[str]:
    reading = Reading(title, paragraphs, publisher=publisher)
    return [found.value for found in NAMES.organisations(reading)]


@pytest.mark.parametrize("names", [NAMES, NOBODY], ids=["the shipped lists", "no list"])
def test_the_people_of_the_newsrooms_posts_are_told(names: Names) -> None:
    wrong = {
        post["title"]: (expected, found)
        for post, reading in posts()
        if (found := sorted(found.value for found in names.people(reading)))
        != (expected := sorted(person["name"] for person in post["people"] if person["subject"]))
    }
    assert not wrong


def test_who_is_only_mentioned_in_a_post_is_no_subject() -> None:
    case = next(reading for post, reading in posts() if post["id"] == "p18")
    assert {found.value for found in NAMES.mentioned(case)} == {"Asma Jahangir", "Mahrang Baloch"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("NARGES MOHAMMADI arrested", "Narges Mohammadi"),
        ("Nargess Mohamadi arrested", "Narges Mohammadi"),
        ("Imaan Zainab Mazari arrested", "Imaan Mazari"),
        ("Imaan Z. Mazari arrested", "Imaan Mazari"),
        ("Hadi Chattha arrested", "Hadi Ali Chattha"),
        ("Alaa Abdel-Fattah freed", "Alaa Abd el-Fattah"),
        ("Alaa Abdelfatah freed", "Alaa Abd el-Fattah"),
        ("Abdul Hadi Alkhawaja on hunger strike", "Abdulhadi Al-Khawaja"),
        ("Abdel-Hadi al Khawaja on hunger strike", "Abdulhadi Al-Khawaja"),
        ("Mohammad Al Roken is free", "Mohamed al-Roken"),
        ("Ahmad Mansour in his eighth year of prison", "Ahmed Mansoor"),
        ("Nabil Rajab speaks", "Nabeel Rajab"),
        ("Berta Caceres: ten years on", "Berta Cáceres"),
        ("A. Bialiatski on trial", "Ales Bialiatski"),
        ("Tohti, Ilham: ten years", "Ilham Tohti"),
        ("TOHTI Ilham: ten years", "Ilham Tohti"),
        ("La libération d’Ilham Tohti", "Ilham Tohti"),
        ("Ilham Tohti’s daughter speaks", "Ilham Tohti"),
        ("Liu Xiao-bo remembered", "Liu Xiaobo"),
        ("Алесь Беляцкий на свободе", "Ales Bialiatski"),
        ("诺贝尔和平奖得主刘晓波去世", "Liu Xiaobo"),
        ("نرگس محمدی آزاد شد", "Narges Mohammadi"),
        ("Hu Jia under house arrest in Beijing", "Hu Jia"),
    ],
)
def test_a_watched_name_is_found_in_another_spelling(title: str, expected: str) -> None:
    assert people(NAMES, title) == [expected]


@pytest.mark.parametrize(
    "title",
    [
        "Mohammadi arrested",
        "The Václav Havel Human Rights Prize",
        "Premio Berta Cáceres 2026",
        "Fundación Berta Cáceres convoca",
        "Anna Politkovskaya Award: nominations",
        "The Sergei Magnitsky Act, ten years on",
        "Ilham. Tohti",
        "ilham tohti",
        "Jiang Li and Zhan Zhang",
        "Hu Jia, a chef from Lyon",
    ],
)
def test_what_is_like_a_watched_name_is_none(title: str) -> None:
    assert people(NAMES, title) == []


def test_a_surname_in_the_title_is_enough_where_the_text_has_the_whole_name() -> None:
    found = NAMES.people(Reading("Mohammadi: a year", ("One.", "Two.", "Narges Mohammadi spoke. Mohammadi is ill.")))
    assert [person.value for person in found] == ["Narges Mohammadi"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Human rights defender Yang Li arrested", ["Yang Li"]),
        ("China: Human Rights Defender Yang Li Detained In Beijing", ["Yang Li"]),
        ("Journalist Ana Ruiz sentenced to five years", ["Ana Ruiz"]),
        ("Activists Ana Ruiz, Juan Pérez and Maria Lopez released", ["Ana Ruiz", "Juan Pérez", "Maria Lopez"]),
        ("Couple Imran Khan and Sara Khan sentenced", ["Imran Khan", "Sara Khan"]),
        ("La défenseure des droits humains Fatou Diop arrêtée à Dakar", ["Fatou Diop"]),
        ("El defensor de derechos humanos Juan Pérez fue asesinado", ["Juan Pérez"]),
        ("Menschenrechtsverteidigerin Anna Schmidt verhaftet", ["Anna Schmidt"]),
        ("Human rights defender Maria van der Berg", ["Maria van der Berg"]),
        ("Leading activist Ana María de la Cruz shot dead", ["Ana María de la Cruz"]),
        ("Lawyer Dr. Karim Ali arrested", ["Karim Ali"]),
        ("Ana Ruiz, a human rights lawyer from Peru, was arrested", ["Ana Ruiz"]),
        ("Palestinian journalist Anas Al-Sharif killed", ["Anas Al-Sharif"]),
        ("UN Special Rapporteur on human rights defenders Mary Lawlor calls for action", []),
        ("The situation of human rights defenders, Mary Lawlor finds", []),
        ("Lawyer Ana Ruiz says law is a threat", []),
        ("According to activist Ana Ruiz, ten people were arrested", []),
        ("By human rights lawyer Ana Ruiz", []),
        ("Vacancy: night editor, Tideline Wire", []),
        ("His lawyer Ana Ruiz was denied access to the detained activist", []),
        ("Human rights defenders Front Line Defenders report", []),
        ("Journalist Committee to Protect Journalists", []),
        ("Prime Minister Ana Ruiz meets human rights defenders", []),
        ("Human rights defender General Juan Pérez", []),
        ("Women human rights defenders in Latin America at risk", []),
        ("Reporters Without Borders: Journalist Killed In Gaza", []),
    ],
)
def test_a_name_behind_a_role_is_a_person(title: str, expected: list[str]) -> None:
    assert people(NOBODY, title) == expected


def test_the_reason_names_the_role() -> None:
    (found,) = NOBODY.people(Reading("Prison for woman human rights defender Yang Li"))
    assert found.why == "“woman human rights defender” before the name in the title"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The journalist Ana Ruiz was arrested on Monday.", ["Ana Ruiz"]),
        ("The journalist Ana Ruiz lives in Lima.", []),
        ("The activist Ana Ruiz lives in Lima.", ["Ana Ruiz"]),
    ],
)
def test_a_profession_counts_below_the_title_where_something_happened(paragraph: str, expected: list[str]) -> None:
    assert people(NOBODY, "News", paragraph) == expected


def test_somebody_new_below_the_lead_counts_where_nobody_is_named_above() -> None:
    below = ("One.", "Two.", "The dissident Igor Petrov fled.")
    assert people(NOBODY, "Abuse of red notices", *below) == ["Igor Petrov"]
    assert people(NOBODY, "Activist Ana Ruiz arrested", *below) == ["Ana Ruiz"]


def test_a_spelling_of_the_list_and_one_of_the_text_are_one_person() -> None:
    assert people(NAMES, "Lawyer Imaan Zainab Mazari jailed", "Imaan Mazari was taken away.") == ["Imaan Mazari"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhammad"), ("Mohamed", "Mohammad"), ("Ahmed", "Ahmad"), ("Abdulhadi", "Abdelhadi"),
        ("Hussein", "Hussain"), ("Mahmoud", "Mahmud"), ("Khalid", "Halid"), ("Mansoor", "Mansour"),
        ("Nasser", "Naser"), ("Fatimah", "Fatima"), ("Djamila", "Jamila"), ("Saeed", "Said"), ("José", "Jose"),
    ],
)  # fmt: skip
def test_transliterations_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Wang", "Weng"), ("Zhang", "Zheng"), ("Song", "Sung"), ("Maria", "Mario")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_surname_that_stands_alone_above_is_that_of_the_whole_name_below() -> None:
    seen = {
        ("tsering", "dolma"): Seen("Tsering Dolma", 5, "Tsering Dolma", "", False),
        ("dolma", "dolma"): Seen("Dolma", 1, "Dolma", "", False, role=True),
    }
    join(seen)
    ((person,),) = (seen.values(),)
    assert (person.name, person.line, person.role) == ("Tsering Dolma", 1, True)


@pytest.mark.parametrize(
    ("part", "meant"),
    [
        ("nun", True),
        ("ÑEZ", True),
        ("hussain", True),
        ("hussain ana", True),
        ("hus", True),
        ("17", False),
        ("el", False),
    ],
)
def test_somebody_is_meant_by_signs_of_the_name_or_by_its_words_in_another_spelling(part: str, meant: bool) -> None:
    assert has("Ana Hussein Núñez", part) is meant


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CPJ and RSF condemn", ["Committee to Protect Journalists", "Reporters Without Borders"]),
        ("La CIDH otorga medidas", ["Inter-American Commission on Human Rights"]),
        ("Reporters sans frontières s’inquiète", ["Reporters Without Borders"]),
        ("The Norwegian Helsinki Committee protests", ["Norwegian Helsinki Committee"]),
        ("The ICJ judges ruled in The Hague", ["International Court of Justice"]),
        ("ICJ: jurists from sixty countries", ["International Commission of Jurists"]),
        ("ICJ", []),
        ("cpj and rsf", []),
        ("FIDHX", []),
        ("He fought for amnesty", []),
        ("A witness spoke", []),
        ("Human Rights. Watch", []),
        ("human rights watch", []),
    ],
)
def test_an_organisation_is_found_by_its_names(title: str, expected: list[str]) -> None:
    assert _organisations(title) == expected


def test_a_shared_acronym_is_the_one_named_in_full() -> None:
    full = "The International Commission of Jurists wrote to the judges in The Hague."
    assert _organisations("ICJ: a letter", full) == ["International Commission of Jurists"]


def test_a_shared_acronym_is_the_publishers() -> None:
    found = _organisations("ICJ: a letter", publisher="International Commission of Jurists")
    assert found == ["International Commission of Jurists"]


def test_who_only_signed_does_not_count() -> None:
    assert _organisations("A letter", "CIVICUS wrote it.", "Signatories:", "FIDH", "OMCT") == ["CIVICUS"]


def test_the_reason_shows_the_words_that_told() -> None:
    (found,) = NAMES.organisations(Reading("Ruling", ("The Judges of the ICJ spoke.",)))
    assert found.why == "“ICJ” in the lead, near “Judges”"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nargess Mohammadi", "Narges Mohammadi"),
        ("CIDH", "Inter-American Commission on Human Rights"),
        ("Imaan Z. Mazari", "Imaan Mazari"),
        ("Ana Ruiz", "Ana Ruiz"),
        ("", ""),
    ],
)
def test_a_name_has_one_form_to_be_used(name: str, expected: str) -> None:
    assert NAMES.canonical(name) == expected


@given(READINGS)
def test_any_reading_is_read_and_the_reasons_stand_in_it(reading: Reading) -> None:
    for found in (*NAMES.people(reading), *NAMES.mentioned(reading), *NAMES.organisations(reading)):
        written = found.why[1 : found.why.index("”")] if "”" in found.why else found.why
        assert written in reading.text


@in_time
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    NAMES.people(Reading(text, (text,)))
    NAMES.organisations(Reading(text, (text,)))
