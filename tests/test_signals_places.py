"""Countries by their names and adjectives; the table of names, the editor’s own, hostile texts."""

import json
from pathlib import Path

import pytest

from hrd_tui.signals import places
from place_readings import everywhere, found

POSTS = Path(__file__).resolve().parents[2] / "shared" / "house-style" / "posts.json"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The baker was arrested in South Sudan.", "SS"),
        ("The baker was arrested in Sudan.", "SD"),
        ("A Sudanese baker kept the keys.", "SD"),
        ("A South Sudanese baker kept the keys.", "SS"),
        ("The ferry left Guinea-Bissau at noon.", "GW"),
        ("The ferry left Guinea Bissau at noon.", "GW"),
        ("The ferry left Equatorial Guinea at noon.", "GQ"),
        ("The ferry left Papua New Guinea at noon.", "PG"),
        ("The ferry left Guinea at noon.", "GN"),
        ("The Republic of Guinea-Bissau answered.", "GW"),
        ("Police in Niger answered.", "NE"),
        ("Police in Nigeria answered.", "NG"),
        ("A Nigerien teacher answered.", "NE"),
        ("A Nigerian teacher answered.", "NG"),
        ("The Republic of the Congo answered.", "CG"),
        ("The Democratic Republic of the Congo answered.", "CD"),
        ("The DRC answered.", "CD"),
        ("Dominica answered.", "DM"),
        ("The Dominican Republic answered.", "DO"),
        ("North Korea answered.", "KP"),
        ("The DPRK answered.", "KP"),
        ("The Democratic People’s Republic of Korea answered.", "KP"),
        ("The Republic of Korea answered.", "KR"),
        ("A North Korean clerk answered.", "KP"),
        ("A judge of the Islamic Republic of Iran answered.", "IR"),
        ("A court in Burma answered.", "MM"),
        ("A court in Türkiye answered.", "TR"),
        ("A court in Turkey answered.", "TR"),
        ("A court in TURKEY answered.", "TR"),
        ("A court in Swaziland answered.", "SZ"),
        ("A court in Côte d’Ivoire answered.", "CI"),
        ("A court in Cote d'Ivoire answered.", "CI"),
        ("The Ivory Coast answered.", "CI"),
        ("The Syrian Arab Republic answered.", "SY"),
        ("The Lao PDR answered.", "LA"),
        ("The U.S. answered.", "US"),
        ("The US answered.", "US"),
        ("The U.K. answered.", "GB"),
        ("The UAE answered.", "AE"),
        ("A Filipina nurse answered.", "PH"),
        ("Two Poles answered.", "PL"),
        ("The Dutch minister answered.", "NL"),
        ("Kosovo answered.", "XK"),
        ("The Occupied Palestinian Territory was closed.", "PS"),
        ("Gaza was closed.", "PS"),
        ("Western Sahara was closed.", "EH"),
        ("A Sahrawi teacher answered.", "EH"),
        ("Taiwan answered.", "TW"),
        ("Hong Kong answered.", "HK"),
        ("Greenland answered.", "GL"),
        ("A Tibetan monk answered.", "CN"),
        ("The Holy See answered.", "VA"),
        ("A court in Kano answered.", "NG"),
        ("A court in Diyarbakır answered.", "TR"),
        ("A court in Diyarbakir answered.", "TR"),
        ("A court in Yangon answered.", "MM"),
        ("A court in Mariupol answered.", "UA"),
        ("A court in N’Djamena answered.", "TD"),
        ("New Caledonia answered.", "NC"),
        ("A clinic in Albuquerque, New Mexico answered.", "US"),
        ("A clinic in American Samoa answered.", "AS"),
        ("A clinic in New South Wales answered.", "AU"),
        ("A clinic in Northern Ireland answered.", "GB"),
    ],
)  # fmt: skip
def test_finds_the_place_and_no_other(text: str, code: str) -> None:
    assert everywhere(text) == {code}


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Le tribunal de l’Iran a condamné les deux sœurs pour une chanson.", "fr", "IR"),
        ("La police d’Haïti a fermé le bureau de la radio.", "fr", "HT"),
        ("Les autorités haïtiennes ont fermé le bureau de la radio.", "fr", "HT"),
        ("Une avocate nigérienne a été arrêtée devant le tribunal.", "fr", "NE"),
        ("Une avocate nigériane a été arrêtée devant le tribunal.", "fr", "NG"),
        ("Un journaliste turc a été arrêté devant le tribunal.", "fr", "TR"),
        ("Les avocates grecques ont été arrêtées devant le tribunal.", "fr", "GR"),
        ("La République centrafricaine a répondu dans la journée.", "fr", "CF"),
        ("Le Royaume-Uni a répondu dans la journée.", "fr", "GB"),
        ("La RDC a répondu dans la journée.", "fr", "CD"),
        ("Le Tchad a répondu dans la journée.", "fr", "TD"),
        ("Une défenseure est détenue à Yaoundé depuis mardi.", "fr", "CM"),
        ("La policía nicaragüense cerró la oficina de la radio.", "es", "NI"),
        ("El gobierno de Perú respondió en el día.", "es", "PE"),
        ("El gobierno de Peru respondió en el día.", "es", "PE"),
        ("El gobierno chino respondió en el día.", "es", "CN"),
        ("Las autoridades pakistaníes respondieron en el día.", "es", "PK"),
        ("Los Estados Unidos respondieron en el día.", "es", "US"),
        ("EE. UU. respondió en el día a la carta de la abogada.", "es", "US"),
        ("La República Democrática del Congo respondió en el día.", "es", "CD"),
        ("Una defensora salvadoreña fue detenida en el puerto.", "es", "SV"),
        ("Die Regierung der Türkei hat die Anwältin nicht freigelassen.", "de", "TR"),
        ("قالت المنظمة إن الصحفي في مصر محتجز منذ عام", "ar", "EG"),
        ("وقالت المنظمة إن المحامي محتجز بالبحرين منذ عام", "ar", "BH"),
    ],
)
def test_reads_names_and_adjectives_in_other_languages(text: str, language: str, code: str) -> None:
    assert everywhere(text, language) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "The Beijing Declaration and its Platform turn thirty.",
        "The institution was accredited under the Paris Principles.",
        "Nothing in the Paris Agreement asks for that.",
        "They cited the Istanbul Convention and the Istanbul Protocol.",
        "The Vienna Declaration was read out twice.",
        "The Geneva Conventions were read out twice.",
        "The Rome Statute and the Marrakesh Treaty were read out twice.",
        "The Norwegian Helsinki Committee and the Danish Refugee Council sent a letter.",
        "La déclaration rappelle les Principes de Paris et la Convention d’Istanbul.",
        "Rapporteurs sat in Geneva, then in Brussels, New York, Strasbourg and The Hague.",
        "The form is available in French, Spanish and Arabic.",
        "The form can be filled in English, French or Russian.",
        "A Portuguese version of the form will follow.",
        "He spoke in Russian, slowly.",
        "English | Français | Español",
        "The American Convention on Human Rights binds it.",
        "The Inter-American Court sat for a week.",
        "Groups from Latin America and Central America came.",
        "Chad Smith and Israel Vargas carried the table.",
        "The poet Michael Jordan carried the table.",
        "Paris Whitmore carried the table.",
        "They kept a guinea pig, a turkey and a jar of chile beside the china.",
        "Guinea pigs were kept in the yard.",
        "She wore a jersey and used nail polish.",
        "The ship crossed the Indian Ocean to Indochina.",
        "The Panama Papers were printed out.",
        "He writes for the Times of India and the China Daily.",
        "The Moscow Times and the Kyiv Independent printed it.",
        "Tell us what you need; the rest is left to us.",
        "CONTACT US",
        "The EU and the UN answered; so IS the board.",
        "The network is based in Paris and its London-based sister is not.",
        "The islands lie beyond New England.",
        "The English answer was short.",
        "A good command of English and French is required; Spanish is an asset.",
        "Applications in English, French or Spanish must be short.",
        "The prize was handed over in Geneva, Switzerland.",
        "We hired Jordan, a baker, and Jordan baked.",
        "Ira and Sana carried the table.",
        "Us, said the bakers.",
    ],
)
def test_sees_no_place_where_there_is_none(text: str) -> None:
    assert everywhere(text) == set()


@pytest.mark.parametrize(
    "text",
    ["A clinic in Lebanon, Pennsylvania was closed.", "A clinic in Paris, Texas was closed.",
     "A clinic in Athens, Georgia was closed.", "Voters in Atlanta and the rest of Georgia waited."],
)  # fmt: skip
def test_takes_american_towns_for_american(text: str) -> None:
    assert everywhere(text) == {"US"}


def test_keeps_georgia_the_country() -> None:
    assert everywhere("Police in Georgia searched an office in Tbilisi.") == {"GE"}


@pytest.mark.skipif(not POSTS.is_file(), reason="the posts of the blog lie beside the checkout only")
def test_subjects_of_the_posts_of_the_blog() -> None:
    posts = json.loads(POSTS.read_text("utf-8"))
    right = 0
    for post in posts:
        texts = tuple(block["text"] for block in post["blocks"] if block.get("text"))
        subject, _ = found(post["title"], *texts)
        right += sorted(map(places.name, subject)) == sorted(post["countries"])
    assert right >= len(posts) - 1
