"""Words of headlines and addresses, what they weigh, and fingerprints of texts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.signals.fingerprint import SIZE, fingerprint, packed, same_text, unpacked
from hrd_tui.signals.likeness import Weights, headline, neutral, slug, stem, words

TEXT = " ".join(f"word{number % 97} and{number % 61}" for number in range(200))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The court has sentenced her to six years in 2025", ["court", "sentenc", "six", "year"]),
        ("L’avocate d’Abidjan est libérée", ["avocat", "abidj", "liber"]),
        ("Condenan a la defensora", ["conden", "defensor"]),
        ("Die Anwältin und der Richter", ["anwaltin", "richter"]),
        ("اعتقال الصحفي في البيت", ["اعتقال", "صحفي", "بيت"]),
        ("A/HRC/32/20", ["hrc", "32", "20"]),
        ("", []),
    ],
)
def test_words_are_the_telling_ones_of_each_language(title: str, expected: list[str]) -> None:
    assert words(title) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("killings", "killed"), ("pakistani", "pakistan"), ("sentenced", "sentences"), ("ostrenian", "ostrenia")],
)
def test_endings_do_not_part_words(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("iran", "iraq"), ("mali", "malawi"), ("niger", "nigeria")])
def test_short_names_keep_their_letters(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=60))
def test_words_of_any_text_are_words_again(text: str) -> None:
    assert all(word and not word.isspace() for word in words(text))


def test_a_headline_loses_its_publisher_and_nothing_else() -> None:
    assert headline("Six years for a lawyer | Tideline Wire", "Tideline Wire | Rights") == "Six years for a lawyer"
    assert headline("Six years for a lawyer – and a river", "Tideline Wire") == "Six years for a lawyer – and a river"
    assert headline("Six years for a lawyer", "Lawyer") == "Six years for a lawyer"


def test_slug_words_are_those_of_the_wordy_segment() -> None:
    assert slug("https://a.example/en/press-releases/2026/02/experts-alarmed-by-denial-of-care") == words(
        "experts alarmed denial care"
    )
    assert slug("https://a.example/news/8102-pakistan-overturn-conviction.html") == words(
        "Pakistan overturn conviction"
    )


@pytest.mark.parametrize(
    "url", ["https://a.example/press-releases/4711", "https://a.example", "https://a.example/?p=9"]
)
def test_the_name_of_a_section_is_no_slug(url: str) -> None:
    assert slug(url) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/fr/news/41",
        "https://a.example/es/news/41",
        "https://a.example/zh-hans/news/41",
        "https://ar.a.example/news/41",
        "https://a.example/news/41?lang=de",
    ],
)
def test_language_versions_have_one_neutral_address(url: str) -> None:
    assert neutral(url)[0] == neutral("https://a.example/en/news/41")[0]
    assert neutral(url)[1] in ("fr", "es", "zh", "ar", "de")


def test_an_address_without_a_language_names_none() -> None:
    assert neutral("https://it.example/news/special")[1] == ""


def test_a_word_of_many_headlines_weighs_less_and_tells_nothing() -> None:
    weights = Weights()
    for number in range(2000):
        weights.learn({"update" if number % 4 else "rest", f"word{number}"})
    assert weights.weight("update") < weights.weight("word7") / 2
    assert weights.tells("word7")
    assert not weights.tells("update")


def test_a_burst_of_one_story_leaves_its_words_rare() -> None:
    weights = Weights()
    for number in range(500):
        weights.learn({"marenko"} if number < 15 else {f"word{number}"})
    assert weights.weight("marenko") == weights.weight("word400")


@pytest.mark.parametrize("word", ["human", "rights", "arrested", "egypt", "experts", "periodistas", "avocat", "سجن"])
def test_common_words_of_the_field_tell_nothing_on_an_empty_desk_or_a_full_one(word: str) -> None:
    weights = Weights()
    assert not weights.tells(stem(word))
    for number in range(20_000):
        weights.learn({f"word{number}"})
    assert not weights.tells(stem(word))


def test_places_of_the_editor_tell_nothing() -> None:
    assert Weights().tells(stem("Vessara".lower()))
    assert not Weights(["Vessara"]).tells(stem("vessaran"))


def test_likeness_is_one_for_the_same_words_and_nothing_for_others() -> None:
    weights = Weights()
    assert weights.likeness({"marenko", "six"}, {"marenko", "six"}) == pytest.approx(1)
    assert weights.likeness({"marenko"}, {"reshani"}) == 0
    assert weights.likeness(set(), set()) == 0


def test_a_fingerprint_is_a_short_list_for_json() -> None:
    found = fingerprint(TEXT)
    assert len(found) == SIZE
    assert json.loads(json.dumps(found)) == found == sorted(set(found))
    assert all(0 <= number < 2**30 for number in found)


@pytest.mark.parametrize("text", ["", "Read more …", "Four words are here.", " ".join(["word"] * 29)])
def test_a_short_text_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text) == []
    assert not same_text(fingerprint(text), fingerprint(text))


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.upper(),
        TEXT.replace(" ", "\n"),
        f"GENEVA (Agencies) – {TEXT}",
        f"{TEXT} The post appeared first on another site. Share this page.",
        TEXT[: len(TEXT) * 2 // 3],
        TEXT.replace("word7 ", "word7 (corrected) "),
    ],
)
def test_versions_of_a_text_are_the_same_text(changed: str) -> None:
    assert same_text(fingerprint(TEXT), fingerprint(changed))


def test_texts_of_the_same_words_in_another_order_are_others() -> None:
    turned = " ".join(reversed(TEXT.split()))
    assert not same_text(fingerprint(TEXT), fingerprint(turned))


@given(st.lists(st.sampled_from("court held that the lawyer was free and river".split()), min_size=30, max_size=90))
def test_every_text_is_its_own_copy_unless_it_only_repeats_itself(said: list[str]) -> None:
    found = fingerprint(" ".join(said))
    assert same_text(found, found) == (len(found) >= 5)


@pytest.mark.parametrize("numbers", [(), (0, 7, (1 << 30) - 1), tuple(range(12))])
def test_a_fingerprint_is_kept_as_it_was(numbers: tuple[int, ...]) -> None:
    assert unpacked(packed(numbers)) == numbers
