"""Breaking text into lines of cells."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.tui.pieces import Piece, column, short, wide
from hrd_tui.tui.wrap import EVEN, breaks, hang, wrap

SIGNS = "ab é漢字かな한𝒳 \n.,「」、。e\u0301\u0915\u094d\u0937👩\u200d🚀🇫🇷❤\ufe0fשלום السلام-"
texts = st.text(st.sampled_from(SIGNS), max_size=200).map(clean)


def lines(text: str, cells: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in wrap([Piece(text)], cells)]


@given(texts, st.integers(2, 30))
def test_no_line_is_wider_than_the_room(text: str, cells: int) -> None:
    assert all(width(line) <= cells for line in lines(text, cells))


@given(texts, st.integers(2, 30))
def test_nothing_but_blanks_is_lost(text: str, cells: int) -> None:
    assert "".join(lines(text, cells)).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_every_sign_of_the_quick_way_is_one_cell_wide() -> None:
    odd = [hex(point) for point in range(0x20, 0x2100) if EVEN.fullmatch(chr(point)) and width(chr(point)) != 1]
    assert odd == []


def test_lines_break_at_blanks() -> None:
    assert lines("the court decided nothing", 10) == ["the court", "decided", "nothing"]


def test_a_word_without_room_is_cut() -> None:
    assert lines("see https://ngo.example/report", 12) == ["see", "https://ngo.", "example/repo", "rt"]


def test_wide_characters_break_between_each_other() -> None:
    assert lines("人権擁護者の報告", 6) == ["人権擁", "護者の", "報告"]


def test_a_line_does_not_start_with_a_closing_mark() -> None:
    assert lines("人権擁、護者", 6) == ["人権", "擁、護", "者"]


def test_marks_stay_with_their_base() -> None:
    assert all(not line.startswith("\u094d") for line in lines("क्ष" * 10, 3))


def test_a_newline_ends_a_line() -> None:
    assert lines("one\n\ntwo", 20) == ["one", "", "two"]


def test_inks_go_with_their_text() -> None:
    pieces = [Piece("plain ", "text"), Piece("bold words", "bold"), Piece(" end", "text")]
    assert wrap(pieces, 11) == [
        [Piece("plain ", "text"), Piece("bold", "bold")],
        [Piece("words", "bold"), Piece(" end", "text")],
    ]


def test_a_hanging_prefix_stands_before_every_line() -> None:
    found = hang([Piece("• ")], [Piece("  ")], [Piece("one two")], 6)
    assert ["".join(piece.text for piece in line) for line in found] == ["• one", "  two"]


def test_breaks_of_an_empty_text_are_one_empty_line() -> None:
    assert breaks("", 10) == [(0, 0)]


@given(st.text(max_size=60), st.integers(0, 40))
def test_a_column_is_exactly_as_wide_as_asked(text: str, cells: int) -> None:
    assert width(column(text, cells)) == cells


@given(st.text(max_size=60), st.integers(0, 40))
def test_cut_text_holds_no_control_character(text: str, cells: int) -> None:
    shown = short(text, cells) + column(text, cells)
    assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in shown)


@pytest.mark.parametrize("cut", [short, column])
def test_escapes_and_bidi_controls_do_not_reach_a_line(cut: Callable[[str, int], str]) -> None:
    assert cut("a\x1b[31mb\x1b\u202ec\x9b", 10).strip() == "abc"


@pytest.mark.parametrize("text", ["abc", "漢字", "e\u0301", ""])
def test_a_line_is_as_wide_as_its_pieces(text: str) -> None:
    assert wide([Piece(text), Piece("x")]) == width(text) + 1
