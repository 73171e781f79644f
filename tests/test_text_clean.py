"""The one cleaning function: what goes, what stays, and that cleaning twice changes nothing."""

import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Corpus
from effort import in_time
from hrd_tui.text.clean import MAX_CONTROL_STRING, MAX_MARKS, clean

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U0010ffff]"
)
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("ab \n\t\r\x1b\x9b\x85\xa0\u200b\u200c\u200d\u202e\u2066\u2028\ufe0f\ufeff\ud83d\ude00\ud800"),
        st.sampled_from("e\u0301\u0300\u0327\u0345\u064b\u0651\u0645\u0915\u094d\u093c👩❤🏽🏴\U000e0067\u0e49\u1160한"),
    ),
    max_size=40,
)


@given(HOSTILE, st.booleans())
@example(" \u0301a", True)
@example("\n\u200d\u0301a", False)
def test_cleaning_twice_changes_nothing(text: str, line: bool) -> None:
    once = clean(text, line=line)
    assert clean(once, line=line) == once


@given(HOSTILE, st.booleans())
def test_nothing_forbidden_is_left_and_the_rest_is_nfc(text: str, line: bool) -> None:
    cleaned = clean(text, line=line)
    assert not FORBIDDEN.search(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


@given(HOSTILE)
def test_a_line_has_single_blanks_and_no_ends(text: str) -> None:
    line = clean(text, line=True)
    assert line == " ".join(line.split())


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\x1b[31mb\x07\x9b0m", "ab"),
        ("\x1b[1;31mURGENT\x1b[0m: \x1b[38;5;196mnow\x1b[?25l\x1b[2 q\x1b[>4;2m\x1b[<1u", "URGENT: now"),
        ("é \x1b[31mred\x1b[m", "é red"),
        ("a\x1b]0;a title\x07b\x1b]2;t\u00eft\x1b\\c\x1b]104\x9cd", "abcd"),
        ("a\x1b]8;;https://x.example/\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1bP1$r0m\x1b\\b\x1b_Gf=32;AAAA\x1b\\c\x1b^x\x07d\x1bXy\x07e", "abcde"),
        ("abc\u202eevil\u202c", "abcevil"),
        ("\u2066hidden\u2069", "hidden"),
        ("\u200f\u200e\u0645\u0631\u062d\u0628\u0627 world", "\u0645\u0631\u062d\u0628\u0627 world"),
        ("paypal\u200b.com", "paypal.com"),
        ("pay\u200dpal\u200c", "paypal"),
        ("\ufeffBOM\uffff", "BOM"),
        ("\ud83d\ude00 \ud83d x \ude00", "\U0001f600  x "),
        ("a\ud83d\u200b\ude00b", "ab"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0cg", "a\nb\nc\nd\ne\nf\ng"),
        ("e\u0301", "é"),
        ("\u1160\u3164 blank", " blank"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
        ("nul\x00l", "null"),
        ("so\xadft", "soft"),
        ("a\n\u0301b", "a\nb"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_what_goes(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\x1bbc", "abc"),
        ("a\x1b", "a"),
        ("a\x1b[", "a["),
        ("a\x1b[31;", "a[31;"),
        ("a\x1b[31\nm", "a[31\nm"),
        ("a\x1b[31é", "a[31é"),
        ("a\x1b[</b>c", "a[</b>c"),
        ("a\x1b[<u>c", "a[<u>c"),
        ("a\x1b]0;x<b>\x07c", "a]0;x<b>c"),
        ("a\x1b]0;never closed", "a]0;never closed"),
        ("a\x1b]0;one line\nanother\x07", "a]0;one line\nanother"),
        ("a\x1b]0;one\x1b]0;two\x07b", "a]0;oneb"),
        ("Home \x9b News \x9bSport", "Home  News Sport"),
        ("“\x9d 5 said \x9cthis\x9d; and\x9c", "“ 5 said this; and"),
    ],
)
def test_a_control_sequence_that_is_none_takes_no_text_along(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_control_string_has_its_bound() -> None:
    assert clean(f"a\x1b]{'x' * MAX_CONTROL_STRING}\x07b") == "ab"
    assert clean(f"a\x1b]{'x' * (MAX_CONTROL_STRING + 1)}\x07b") == f"a]{'x' * (MAX_CONTROL_STRING + 1)}b"


SEQUENCES = st.one_of(
    st.from_regex(r"\x1b\[[0-;=-?]{0,8}[ -/]{0,2}[@-~]", fullmatch=True),
    st.from_regex(r"\x1b[P\]X^_][ -;=-~]{0,9}(\x07|\x1b\\)", fullmatch=True),
)


@given(st.lists(st.tuples(st.text("ab1;[]mé\n“"), SEQUENCES), max_size=6))
def test_a_text_reads_as_if_nobody_had_coloured_it(pieces: list[tuple[str, str]]) -> None:
    assert clean("".join(map("".join, pieces))) == clean("".join(text for text, _ in pieces))


@in_time
@pytest.mark.parametrize(
    "piece", ["\x1b[", "\x1b[1", "\x1b[1 ", "\x1b]", "\x1b]0;x", "\x1bP", "\x9b1", "\x1b[1;1", "\x1b] "]
)
@pytest.mark.parametrize("between", ["", "x" * 40])
def test_unfinished_sequences_take_time_that_grows_with_the_text(piece: str, between: str) -> None:
    clean(piece * 100_000 + between * 10_000)


@pytest.mark.parametrize(
    "text",
    [
        "نمی\u200cخواهم",
        "क्\u200dष क्\u200cष",
        "ශ්\u200dරී ලංකා",
        "👩\u200d❤\ufe0f\u200d👨 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3",
        "Ngữ nghĩa tiếng Việt",
        "שָׁלוֹם",
        "ကြွှေ မြန်မာ",
        "བསྒྲུབས",
        "日本語の記事 ﷺ 한국어",
        "“quotes” – dash … NBSP\xa0here",
        "[see also: x] [sic] [/x]",
    ],
)
def test_what_a_script_needs_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_piled_marks_are_cut() -> None:
    piled = clean("Z" + "\u0339\u036e\u0347\u036d" * 500 + "algo")
    assert piled.startswith("Z")
    assert piled.endswith("algo")
    assert len(piled) <= len("Zalgo") + MAX_MARKS


def test_no_mark_of_any_script_can_pile_up() -> None:
    marks = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) in ("Mn", "Me")]
    assert len(marks) > 1900
    assert [mark for mark in marks if len(clean("x" + mark * 50)) > 1 + MAX_MARKS] == []


def test_joiners_do_not_help_marks_to_pile_up() -> None:
    assert len(clean("ك" + ("\u064b\u200d" * 400))) <= 1 + MAX_MARKS


def test_a_line_folds_all_white_space() -> None:
    assert clean("\n a\xa0\t b\u3000\u2003c\r\n", line=True) == "a b c"


def test_naughty_strings_are_stable_and_printable(corpus: Corpus) -> None:
    for raw in json.loads((corpus.folder / "pairs" / "naughty_strings.json").read_text("utf-8"))["items"]:
        cleaned = clean(raw)
        assert not FORBIDDEN.search(cleaned)
        assert clean(cleaned) == cleaned
