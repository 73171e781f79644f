"""Which countries an item is about, and which it only mentions."""

import pytest

from hrd_tui.signals import places
from hrd_tui.signals.reading import Reading
from place_readings import everywhere, found


@pytest.mark.parametrize(
    ("title", "paragraphs", "subject"),
    [
        ("Egypt: UN experts urge Germany to speak up", ("The experts wrote to Cairo on Monday.",), ["EG"]),
        ("Two sisters arrested in Pakistan after march", ("Nobody said why.",), ["PK"]),
        ("Kenya/Uganda: border closed to choir", ("The choir turned back.",), ["KE", "UG"]),
        ("Call for witnesses | Tunisia", ("The form is short.",), ["TN"]),
        ("Kano court frees drummer", ("The drummer went home.",), ["NG"]),
        ("Chad Suspends Radio Station", ("The ministry in N’Djamena gave no reason.",), ["TD"]),
        ("Jordan: baker freed", ("The baker is home.",), ["JO"]),
        ("Drummer Chad Ashby leaves band", ("Chad Ashby has had enough, he said.",), []),
        ("IRAN: LAWYER ARRESTED", ("The lawyer was taken at noon.",), ["IR"]),
        ("Syrian refugee attacked in Germany", ("The man, 40, was on his way home.",), ["DE"]),
        ("Pakistan deports Afghan refugees", ("Buses left at dawn.",), ["PK"]),
        ("Afghan refugees fear winter", ("Tents are thin.",), ["AF"]),
        ("Niger : un avocat arrêté à son bureau", ("Il a été conduit au poste.",), ["NE"]),
        ("Amnesty International Nigeria answers", ("The office has moved.",), []),
        ("Israel-Palestine: choirs meet", ("They sang.",), ["IL", "PS"]),
        ("Swiss NGO prints report on Eritrea", ("It is long.",), ["ER"]),
        ("American NGOs write to ministers", ("The letter is short.",), ["US"]),
        ("Will Jordan free the baker?", ("The ministry in Amman is silent.",), ["JO"]),
        ("N. Korean sailor freed", ("He is home.",), ["KP"]),
        ("Peru - baker freed", ("He is home.",), ["PE"]),
        ("Ghana-based choir sings", ("It sang.",), []),
        ("Israel Vargas freed after the march", ("The drummer is home.",), []),
        ("Congo: radio closed", ("It is quiet.",), ["CD"]),
        ("Greetings to Peru | Tunisia", ("They were long.",), ["TN"]),
        ("Israel–Palestine choirs meet", ("They sang.",), ["IL", "PS"]),
        ("Vienna meeting hears bakers", ("The bakers of Belarus spoke first.",), ["BY"]),
        ("Sweden weighs letter", ("A baker fled Turkey.", "Turkey wants him. Turkish police wrote."), ["SE", "TR"]),
        ("Eight years for river lawyer", ("A court in Vietnam sentenced her on Monday.",), ["VN"]),
    ],
)
def test_title_says_what_it_is_about(title: str, paragraphs: tuple[str, ...], subject: list[str]) -> None:
    assert found(title, *paragraphs)[0] == subject


def test_person_from_elsewhere_is_mentioned() -> None:
    assert found("Syrian refugee attacked in Germany", "The man, 40, was on his way home.") == (["DE"], ["SY"])


def test_subject_is_never_mentioned_too() -> None:
    assert found("Peru: march banned", "Peru banned it.", "Peru again.", "Chile did not.") == (["PE"], ["CL"])


def test_dateline_of_a_press_release_is_no_subject() -> None:
    assert found("Experts alarmed", "GENEVA (5 February 2026) – Experts urged Bhutan to answer.") == (["BT"], [])


@pytest.mark.parametrize("line", ["NAIROBI, Kenya (Agency) – ", "(Nairobi) – ", "NAIROBI, 4 May 2026 — "])
def test_place_a_report_is_filed_from_is_mentioned(line: str) -> None:
    assert found("Aid convoy turned back", f"{line}Soldiers stopped the lorries in Somalia.") == (["SO"], ["KE"])


def test_lead_names_the_subject_where_the_title_does_not() -> None:
    body = ("She is held without charge.", "Neighbours in Laos had asked.", "The lawyer may see her.")
    assert found("Teacher held", "Police in Thailand hold a teacher.", *body) == (["TH"], ["LA"])


def test_passing_mention_in_the_lead_is_no_subject() -> None:
    lead = ("Members met for two days.", "They heard a greeting from Norway.")
    assert found("Network meets", *lead, "They voted.", "They sang.", "They left.") == ([], ["NO"])


def test_text_names_the_subject_where_title_and_lead_do_not() -> None:
    body = ("In Bolivia it was read aloud.", "Bolivian unions copied it.", "So did one in Ghana.")
    assert found("A letter travels", "It began with a stamp.", "It went on.", *body) == (["BO"], ["GH"])


def test_survey_is_about_none_of_its_places() -> None:
    body = tuple(f"{name} was visited. {name} answered." for name in ("Peru", "Ghana", "Fiji", "Nepal", "Malta"))
    subject, mentioned = found("Our year", "We travelled.", "A lot.", *body)
    assert (subject, set(mentioned)) == ([], {"PE", "GH", "FJ", "NP", "MT"})


@pytest.mark.parametrize("heading", ["Signatories:", "Signed by", "Organisations signataires :", "Firmantes:"])
def test_signatories_do_not_count(heading: str) -> None:
    names = ("Harbour Choir, Kenya", "Lamp Society (Peru)", "Bread Union, Nepal")
    assert found("Open letter on Fiji", "We write about Fiji.", heading, *names) == (["FJ"], [])


def test_signatories_in_one_paragraph_do_not_count() -> None:
    assert found("Open letter on Fiji", "We write about Fiji.", "Signed by: Lamp (Peru), Bread (Nepal)") == (["FJ"], [])


def test_text_goes_on_behind_the_signatories() -> None:
    after = (
        "The letter was handed over on Monday at the gate of the ministry, where a clerk in Ghana is said to keep it."
    )
    assert found("Open letter on Fiji", "We write about Fiji.", "Signed by:", "Lamp, Peru", after)[1] == ["GH"]


def test_roll_of_a_vote_does_not_count() -> None:
    roll = "In favour: Albania, Belgium, Chile, Gabon, Germany, Ghana, Iceland, Japan, Kenya and Malawi."
    assert found("Resolution adopted", "The vote was taken at noon.", roll) == ([], [])


def test_short_list_is_mentioned() -> None:
    subject, mentioned = found("Song contest", "Choirs came from Peru, Ghana, Fiji and Nepal.")
    assert (subject, set(mentioned)) == ([], {"PE", "GH", "FJ", "NP"})


def test_organisation_names_its_country_weakly() -> None:
    assert found("Report out", "The Human Rights Foundation of Turkey printed it.", "It is long.") == ([], ["TR"])


@pytest.mark.parametrize("name", ["Amnesty Kenya", "Transparency International Kenya", "The Bread Council of Kenya"])
def test_chapter_of_an_organisation_is_mentioned(name: str) -> None:
    assert found("Report out", f"{name} printed it.", "It is long.") == ([], ["KE"])


def test_credit_above_the_lead_is_not_the_lead() -> None:
    body = ("She teaches.", "She sings.", "She waits.")
    assert found("Teacher held", "Photo: A. Baker / Agency", "Police in Laos hold her.", *body)[0] == ["LA"]


def test_lines_of_a_list_are_mentioned() -> None:
    lines = ("Bread Union, Peru", "Lamp Union, Peru", "Choir, Peru", "Office", "Kitchen", "Yard", "Gate")
    assert found("Members", "We are many.", "We are these.", *lines) == ([], ["PE"])


def test_addresses_of_pages_do_not_count() -> None:
    assert found("Links", "Two pages.", "Here.", "https://desk.example/Kenya-and-Peru") == ([], [])


@pytest.mark.parametrize(
    ("text", "language"),
    [("La carta fue leída en ruso por la panadera.", "es"), ("La lettre a été lue en russe par la boulangère.", "fr")],
)
def test_language_in_small_letters_is_no_country(text: str, language: str) -> None:
    assert everywhere(text, language) == set()


def test_shared_name_goes_to_the_one_that_is_named() -> None:
    assert everywhere("Congolese police in Brazzaville closed the radio.") == {"CG"}
    assert everywhere("Congolese police in Goma closed the radio.") == {"CD"}
    assert everywhere("A Korean court in Seoul freed her.") == {"KR"}


def test_why_names_the_words_and_where_they_stand() -> None:
    told = places.find(Reading("March banned in PAKISTAN", ("Choirs from Yaoundé wept.", "Then Côte d’Ivoire.")))
    assert [one.why for one in told.subject] == ["“PAKISTAN” in the title"]
    assert {one.why for one in told.mentioned} == {"“Yaoundé” in the lead", "“Côte d’Ivoire” in the lead"}


def test_small_letters_of_other_languages_stay_shut_in_english() -> None:
    assert everywhere("They bought a china cup, a cubano and a polo from the turco stall of the market.") == set()
