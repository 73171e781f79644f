"""Terms of texts, their places, and words to watch for."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.text import terms
from hrd_tui.text.watched import Watched

WORDS = st.text(st.sampled_from("abcé 人权者สิก-’ñ़\u0301ﬁß"), max_size=12)


@given(WORDS, WORDS, WORDS)
def test_any_part_of_a_text_has_its_terms_in_a_row(before: str, part: str, behind: str) -> None:
    wanted = terms.wanted(part)
    beginning = wanted[-1:] == ["*"]
    wanted = wanted[:-1] if beginning else wanted
    every = list(terms.terms(f"{before} {part} {behind}"))
    length = len(wanted)

    def stands(at: int) -> bool:
        here = every[at : at + length]
        return (
            here[:-1] == wanted[:-1]
            and bool(here)
            and (here[-1].startswith(wanted[-1]) if beginning else here[-1] == wanted[-1])
        )

    assert not wanted or any(map(stands, range(len(every)))) or _parted(part)


def _parted(part: str) -> bool:
    """Whether words of two kinds of scripts touch, between which the last letter of the one stands alone."""
    return len(list(terms.words(part))) > 1


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_places_lie_within_the_text_and_in_order(text: str, phrase: str) -> None:
    wanted = terms.pattern([phrase], inside=True)
    places = terms.places(text, wanted) if wanted else []
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


def test_watched_words_are_whole_and_the_longest_wins() -> None:
    watched = Watched(["Special Rapporteur", "Special Rapporteur on torture", "Sudan", "پزشکیان", "人权"])
    text = "The special rapporteur on TORTURE left South Sudan; Sudanese, the Special Rapporteur, پزشکیان, 在人权上"
    assert [text[start:end] for start, end in watched.places(text)] == [
        "special rapporteur on TORTURE", "Sudan", "Special Rapporteur", "پزشکیان", "人权",
    ]  # fmt: skip


def test_a_word_of_three_letters_is_found_by_its_beginning_and_one_of_two_is_not() -> None:
    found = {word: terms.pattern([word]) for word in ("ser", "se")}
    assert [bool(one and one.search("served")) for one in found.values()] == [True, False]


def test_of_two_phrases_at_one_place_the_longer_is_marked() -> None:
    wanted = terms.pattern(["ferry", "ferry workers", "fer"])
    assert wanted
    assert terms.places("The ferry workers", wanted) == [(4, 17)]


def test_what_joins_letters_without_a_width_parts_no_word() -> None:
    text = "او نمی\u200cخواهم گفت"
    wanted = terms.pattern(["نمیخواهم"])
    assert wanted
    assert [text[start:end] for start, end in terms.places(text, wanted)] == ["نمی\u200cخواهم"]


def test_within_a_watched_phrase_no_other_is_found() -> None:
    text = "Rapporteur on torture, torture"
    assert Watched(["Rapporteur on torture", "torture"]).places(text) == [(0, 21), (23, 30)]
