"""The themes: contrast of text, one ink for one tag, everything told without colours."""

import pytest

from contrast import contrast, least_contrast
from hrd_tui.desk.palettes import PALETTES, TERMINAL, Palette
from hrd_tui.desk.tags import COLOURS
from hrd_tui.tui.inks import Inks, tag_ink

COLOURED = [palette for palette in PALETTES.values() if not palette.ansi]


@pytest.mark.parametrize("palette", COLOURED, ids=lambda palette: palette.name)
def test_every_text_colour_can_be_read_on_every_ground(palette: Palette) -> None:
    texts = [palette.text, palette.strong, palette.dim, palette.accent, palette.warm, *palette.tags]
    grounds = [palette.ground, palette.shade, palette.cursor, palette.blurred]
    least = least_contrast(palette.name)
    assert [(text, ground) for text in texts for ground in grounds if contrast(text, ground) < least] == []


def test_contrast_is_measured_as_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_terminal_theme_uses_only_the_sixteen_colours() -> None:
    inks = Inks(TERMINAL)
    for ink in ("text", "strong", "dim", "accent", "warm", "tag0"):
        style = inks.style(ink, "ground")
        assert style.color is not None
        assert style.color.is_default or style.color.is_system_defined


def test_the_terminal_theme_has_a_colour_of_its_own_for_each_of_a_tag() -> None:
    assert len(set(TERMINAL.tags)) == len(COLOURS)
    assert TERMINAL.tags[COLOURS.index("violet")] == "ansi_magenta"


def test_the_terminal_theme_tells_the_cursor_by_reverse() -> None:
    style = Inks(TERMINAL).style("accent", "ground", "focused")
    assert style.reverse
    assert style.color is not None
    assert style.color.is_default


def test_a_tag_keeps_its_ink() -> None:
    assert tag_ink("africa") == tag_ink("africa")
    assert len({tag_ink(tag) for tag in ("africa", "law", "un", "women", "iran", "prison", "media")}) > 2
