"""What of a person's home, telephone, mail and family a post gives away, and what only looks like it."""

import pytest

from hrd_tui.copydesk import exposure


def _kinds(text: str, *known: str) -> list[str]:
    return [found.code for found in exposure.find(text, known)]


@pytest.mark.parametrize(
    "text",
    [
        "She lives at 12 Harbour Road, Portmouth.",
        "Police searched his home at 45b Old Mill Lane on Monday.",
        "They came to apartment 14 at night.",
        "His home address is known: Home address: Portmouth, Block 3",
        "Il habite 12 rue de la République.",
        "Fue detenido en su domicilio, calle Mayor 15.",
    ],
)
def test_a_home_address(text: str) -> None:
    assert exposure.ADDRESS in _kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Our office is at 350 Fifth Avenue, New York.",
        "She was put under house arrest in 2024.",
        "The White House and the House of Representatives answered.",
        "Police searched their home address without a warrant.",
        "A flat 5 per cent rate, and a flat 4% fee.",
        "The march went down Main Street with 300 people.",
        "In 2024 Wall Street lives on.",
        "He fled his home country in 2023.",
    ],
)
def test_no_home_address(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Call +41 22 917 12 34.", "+41 22 917 12 34"),
        ("Contact: +1 (202) 555-0143", "+1 (202) 555-0143"),
        ("Tel: 022 917 12 34", "022 917 12 34"),
        ("WhatsApp 0712345678 for details", "0712345678"),
        ("téléphone : 01 42 68 53 00", "01 42 68 53 00"),
    ],
)
def test_a_telephone_number(text: str, number: str) -> None:
    assert [found.words for found in exposure.find(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "On 2026-03-06, 1,025 organisations met in 2025–2026.",
        "Case No. 12345/2019 and A/HRC/32/20.",
        "Reference DOIG-UE-0126, €57,000 a year.",
        "A call for 2026 applications opens 6 March 2026.",
        "In 2024 LGBTI+ groups; 500+ people; 86,000 red notices.",
        "ISBN 978-92-1-154243-1",
        "The call of 10 December 1948.",
        "https://a.example/+41229171234/x",
    ],
)
def test_no_telephone_number(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to ana.mar81@gmail.com.",
        "anamar@riseup.net",
        "ask jane.doe@gull.example",
        "Ana Mar, amar@gull.example",
        "boats@yahoo.co.uk",
    ],
)
def test_the_mail_address_of_a_person(text: str) -> None:
    assert _kinds(text) == [exposure.MAIL]


@pytest.mark.parametrize(
    "text",
    [
        "info@gull.example",
        "press@gull.example or presse.paris@gull.example",
        "recruitment@gull.example, recrutement@gull.example",
        "ohchr-civicspacesurvey@un.example",
        "hrprize.pace@coe.example",
        "gull.info@gmail.com",
        "urgent-action@gull.example",
        "@gull on the network, and @ana_mar@tide.social",
    ],
)
def test_the_mail_address_of_an_office(text: str) -> None:
    assert _kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police took his wife, Ana Mar, too.",
        "Her 9-year-old daughter Mira saw it.",
        "She is the daughter of the former minister for ports, Joan Mar.",
        "They threatened the defender’s brother Ali Mar.",
        "Ana Mar, the sister of the lawyer, was beaten.",
        "The 14-year-old student Ana Mar was shot.",
        "Ana Mar, 15, was shot.",
        "Ana Mar, aged 16, was shot.",
        "Sa femme Ana Mar a été arrêtée.",
        "Detuvieron a su hijo Juan Mar.",
    ],
)
def test_a_child_or_a_relative(text: str) -> None:
    assert _kinds(text) == [exposure.RELATIVE]


@pytest.mark.parametrize(
    "text",
    [
        "Her mother tongue is Tide.",
        "Our sister organisation Gull and its partner Tide wrote.",
        "His family was threatened; her children are safe.",
        "Ana Mar, 34, was arrested.",
        "The 32-year-old lawyer Ana Mar.",
        "On March 6, 12, and 14 they met.",
        "The Mothers of the Plaza de Mayo marched.",
        "The father of modern law.",
        "Brother Number One stood trial.",
        "In his book, Ana Mar writes.",
        "Under Article 9, 10, and 11 of the Covenant.",
        "“Yes,” her husband said. The Court agreed.",
    ],
)
def test_no_child_and_no_relative(text: str) -> None:
    assert _kinds(text) == []


def test_a_relative_whom_the_post_is_about_is_no_relative_of_anybody() -> None:
    text = "Police took Ana and her husband Ali Mar."
    assert _kinds(text) == [exposure.RELATIVE]
    assert _kinds(text, "Ali Mar") == []
