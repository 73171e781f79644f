"""Widths and cutting in terminal cells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from effort import calls
from hrd_tui.text.cells import fit, pad, width
from hrd_tui.text.clean import clean

LINES = st.text(
    st.one_of(
        st.characters(codec="ascii"), st.sampled_from("é日本한👩❤🏽🇺🇳🏳\ufe0f\u200d\u0301\u0302🚀ก้क्ष"), st.characters()
    )
).map(lambda text: clean(text, line=True))


@given(LINES, st.integers(-1, 30))
def test_nothing_is_wider_than_its_cells(text: str, cells: int) -> None:
    assert width(fit(text, cells)) <= max(cells, 0)


@given(LINES, st.integers(0, 30))
def test_padded_text_fills_its_cells(text: str, cells: int) -> None:
    assert width(pad(text, cells)) == cells


@given(LINES)
@example("\U0001f3fb")
def test_what_fits_stays(text: str) -> None:
    assert fit(text, width(text)) == text


@given(LINES)
def test_widths_are_those_of_the_screen(text: str) -> None:
    assert width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("abcdef", 4, "abc…"),
        ("abc def", 5, "abc…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("👩\u200d👩\u200d👧x", 2, "…"),
        ("👩\u200d👩\u200d👧xy", 3, "👩\u200d👩\u200d👧…"),
        ("🇺🇳🇺🇳", 3, "🇺🇳…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ],
)
def test_where_text_is_cut(text: str, cells: int, expected: str) -> None:
    assert fit(text, cells) == expected


def test_another_ellipsis() -> None:
    assert fit("abcdef", 5, "...") == "ab..."
    assert fit("abcdef", 2, "...") == "ab"


def test_a_very_long_line_is_cut_without_reading_it_all() -> None:
    long = "é" * 1_000_000
    assert fit(long, 80) == "é" * 79 + "…"
    assert calls(lambda: fit(long, 80)) < 3_000
