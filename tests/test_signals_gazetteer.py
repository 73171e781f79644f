"""The lists of places: codes and names, the editor's own, and any text read in time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import in_time
from hrd_tui.errors import ConfigError
from hrd_tui.signals import places
from hrd_tui.signals.gazetteer import WORD, shipped
from hrd_tui.signals.places import Gazetteer
from hrd_tui.signals.reading import Reading
from place_readings import found


@pytest.mark.parametrize(
    ("text", "code"),
    [("Burma", "MM"), ("burmese", "MM"), ("mm", "MM"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"),
     ("Türkiye", "TR"), ("islamic republic of iran", "IR"), ("haïtien", "HT"), ("Congo", "CD"), ("Kosovo", "XK"),
     ("Atlantis", ""), ("", ""), ("Paris", ""), ("Beijing Declaration", "")],
)  # fmt: skip
def test_code_of_a_name(text: str, code: str) -> None:
    assert places.code(text) == code


@pytest.mark.parametrize(
    ("code", "name"),
    [("RU", "Russia"), ("US", "United States"), ("IR", "Iran"), ("SY", "Syria"), ("XK", "Kosovo"), ("ZZ", "ZZ"),
     ("CD", "Democratic Republic of the Congo"), ("VA", "Holy See"), ("PS", "Palestine")],
)  # fmt: skip
def test_name_of_a_code(code: str, name: str) -> None:
    assert places.name(code) == name


def test_every_name_finds_its_own_code() -> None:
    known = shipped()
    assert {code: known.code(known.name(code)) for code in known.codes} == {code: code for code in known.codes}


def test_knows_every_state() -> None:
    members = (
        "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL "
        "CN CO KM CG CR CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT "
        "GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV "
        "ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR "
        "MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TH TL TG TO TT "
        "TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW "
    ).split()
    assert len(members) == 193
    assert {*members, "VA", "PS", "XK", "TW", "EH", "HK", "MO", "GL", "PR"} <= shipped().codes


def test_own_places_are_found() -> None:
    known = Gazetteer.with_own(
        '[[place]]\ncode = "vs"\nname = "Vessara"\nforms = ["Vessaran"]\ncities = ["Port Ellery"]'
    )
    assert found("Vessaran lawyer jailed", "Two Vessarans wept in Port Ellery.", known=known) == (["VS"], [])
    assert (known.name("VS"), known.code("vessaran"), known.name("PE")) == ("Vessara", "VS", "Peru")
    assert shipped().code("Vessara") == ""


def test_own_place_wins_over_the_shipped_one() -> None:
    known = Gazetteer.with_own('[[place]]\ncode = "TIB"\nname = "Tibet"\nforms = ["Tibetan"]')
    assert found("Tibetan monk freed", known=known) == (["TIB"], [])


@pytest.mark.parametrize(
    "text",
    ['[[place]]\nname = "Vessara"', '[[place]]\ncode = "V1"\nname = "Vessara"', '[[place]]\ncode = "VS"', "[[place",
     '[[place]]\ncode = "VS"\nname = "  "', '[[place]]\ncode = "VS"\nname = "V"\nforms = "Vessaran"', "place = 3",
     '[[place]]\ncode = "VS"\nname = "V"\nforms = [1]', "place = [1]", '[[place]]\ncode = 5\nname = "V"'],
)  # fmt: skip
def test_bad_list_of_own_places_is_told(text: str) -> None:
    with pytest.raises(ConfigError) as told:
        Gazetteer.with_own(text)
    assert told.value.title
    assert told.value.detail


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_empty_list_of_own_places_is_the_shipped_one(text: str) -> None:
    assert Gazetteer.with_own(text).codes == shipped().codes


@in_time
@pytest.mark.parametrize(
    "unit", ["RUSSIA ", "US, ", "Republic of ", "English, French, ", "Jordan Israel Chad ", "(Kano "]
)
def test_hostile_text_takes_time_that_grows_with_it(unit: str) -> None:
    text = unit * (120_000 // len(unit))
    places.find(Reading(text[:200], (text,)))


names = st.sampled_from(
    [
        "Peru",
        "in",
        "Norwegian",
        "Helsinki Committee",
        "US",
        "-",
        "–",
        ",",
        "Jordan",
        "Chad Smith",
        "Georgia",
        "Atlanta",
        "of",
        "based",
        "(",
        ")",
        ":",
        "English",
        "French",
        "and",
        "Korean",
        "Kivu",
        "d’Haïti",
        "l'Iran",
        "Signed by:",
        "Kano",
        "5 May",
        "Times",
        "İstanbul",
        "refugee",
        "Côte d’Ivoire",
        "чехия",
        "مصر",
        "\u0301",
        "ǅ",
        "ß",
        ".",
    ]
)
lines = st.lists(names | st.text(max_size=8), max_size=14).map(" ".join) | st.text(max_size=60)


@given(lines, st.lists(lines, max_size=8), st.sampled_from(["", "en", "fr", "es", "xx-YY"]))
def test_codes_are_known_apart_and_their_words_stand_in_the_text(title: str, paragraphs: list[str], tag: str) -> None:
    reading = Reading(title, tuple(paragraphs), language=tag)
    told = places.find(reading)
    codes = [one.value for one in (*told.subject, *told.mentioned)]
    assert set(codes) <= shipped().codes
    assert len(set(codes)) == len(codes)
    for one in (*told.subject, *told.mentioned):
        words, _, where = one.why.removeprefix("“").rpartition("” in the ")
        assert words in (reading.title if where == "title" else reading.text)
        assert WORD.search(words)


@pytest.mark.parametrize(("name", "place"), [
    ("Burkina Faso", True), ("Port Meridian", True), ("Maria Meridian", False), ("Jordan Lee", False), ("", False),
])  # fmt: skip
def test_a_whole_name_is_a_place_or_not(name: str, place: bool) -> None:
    own = '[[place]]\ncode = "MRD"\nname = "Meridian"\nforms = []\ncities = ["Port Meridian"]\n'
    assert Gazetteer.with_own(own).is_place(name) == place
