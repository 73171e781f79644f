"""Themes of the editor's own, and putting others on while the reader is open."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.config import load
from hrd_tui.errors import ConfigError
from hrd_tui.paths import Paths, locate
from hrd_tui.tui.palettes import DARK, LIGHT, PALETTES
from hrd_tui.tui.themes import NAMES, read
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, strips

OWN = 'extends = "hrd-light"\naccent = "#123456"\n[tags]\npink = "#990055"\n'


def kept(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def test_a_theme_has_its_own_colours_and_those_of_the_one_below(tmp_path: Path) -> None:
    found, problems = read(kept(tmp_path, mine=OWN))
    mine = found["mine"]
    assert problems == []
    assert (mine.accent, mine.tags[0], mine.warm, mine.dark) == ("#123456", "#990055", LIGHT.warm, False)
    assert mine.tags[1:] == LIGHT.tags[1:]


def test_a_dark_ground_makes_a_dark_theme(tmp_path: Path) -> None:
    found, _ = read(kept(tmp_path, mine='extends = "hrd-light"\nground = "#101010"\n'))
    assert found["mine"].dark


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("accent = 3", "accent is 3, no colour like #16181b"),
        ('accent = "blue"', "accent is 'blue', no colour like #16181b"),
        ('acent = "#123456"', "acent is no colour here; there are ground"),
        ('extends = "terminal"', "extends cannot be 'terminal'; it may be hrd-dark"),
        ("[tags]\nmauve = '#123456'", "tags.mauve is no colour here; there are pink"),
        ('tags = "#123456"', "tags is not a section"),
        ("accent = ", "Invalid value"),
    ],
)
def test_a_theme_that_cannot_be_used_says_why(tmp_path: Path, text: str, told: str) -> None:
    found, problems = read(kept(tmp_path, bad=text, good=OWN))
    assert list(found) == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith("themes/bad.toml: ")
    assert told in problems[0]


def test_no_theme_takes_the_name_of_a_shipped_one(tmp_path: Path) -> None:
    assert read(kept(tmp_path, **{"hrd-dark": OWN}))[0] == {}


@given(st.dictionaries(st.sampled_from([*NAMES, "tags", "extends"]), st.text(max_size=8) | st.integers(), max_size=3))
def test_whatever_stands_in_a_theme_is_used_or_told(tmp_path_factory: pytest.TempPathFactory, data: dict) -> None:
    folder = tmp_path_factory.mktemp("themes")
    lines = [f"{name} = {value!r}" for name, value in data.items()]
    found, problems = read(kept(folder, x="\n".join(lines)))
    assert len(found) + len(problems) == 1


def config_of(tmp_path: Path, theme: str, **files: str) -> Paths:
    paths = locate(tmp_path / "desk")
    kept(paths.config / "themes", **files)
    paths.config_file.write_text(f'[screen]\ntheme = "{theme}"\n', "utf-8")
    return paths


def test_the_configuration_takes_the_name_of_an_own_theme(tmp_path: Path) -> None:
    assert load(config_of(tmp_path, "mine", mine=OWN).config_file)["screen.theme"] == "mine"


def test_the_configuration_names_the_themes_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(config_of(tmp_path, "nine", mine=OWN).config_file)
    assert "hrd-light-contrast, terminal, mine" in caught.value.detail


async def test_all_bad_themes_are_told_in_one_notice_and_another_takes_their_place(tmp_path: Path) -> None:
    paths = config_of(tmp_path, "bad", bad="acent = 1", worse="accent = 1")
    stock(paths, {1: item(1)})
    async with reading(desk(paths)) as pilot:
        assert shows(pilot.app, "Some themes could not be used")
        assert shows(pilot.app, "themes/bad.toml: acent")
        assert shows(pilot.app, "themes/worse.toml: accent")
        assert reader(pilot).inks.palette is DARK


async def test_the_next_theme_is_drawn_everywhere(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        dark = {DARK.ground, DARK.shade, DARK.cursor, DARK.blurred, DARK.text, DARK.dim, DARK.strong}
        colours = {
            color.get_truecolor().hex
            for strip in strips(pilot.app)
            for segment in strip
            if segment.style
            for color in (segment.style.color, segment.style.bgcolor)
            if color
        }
        assert not colours & dark
        assert LIGHT.ground in colours


async def test_the_themes_come_round(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press(*["ctrl+t"] * len(PALETTES))
        assert reader(pilot).inks.palette is DARK


async def test_a_theme_is_tried_under_the_cursor_and_escape_takes_it_off(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        reader(pilot).desk_screen.command("theme")
        await pilot.pause()
        await pilot.press("down")
        await pilot.pause()
        assert reader(pilot).inks.palette is LIGHT
        await pilot.press("escape")
        assert reader(pilot).inks.palette is DARK


async def test_without_colours_there_is_one_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert list(reader(pilot).palettes) == ["terminal"]
        assert shows(pilot.app, "NO_COLOR is set")


def test_the_theme_of_the_docs_names_every_colour_there_is(tmp_path: Path) -> None:
    docs = Path(__file__).resolve().parents[1] / "docs" / "screen.md"
    block = docs.read_text("utf-8").partition("    extends")[2].partition("\nA file")[0]
    text = "extends" + "\n".join(line.removeprefix("    ") for line in block.splitlines())
    found, problems = read(kept(tmp_path, mine=text))
    assert problems == []
    assert set(NAMES) == {name for name in NAMES if f"\n{name} = " in text}
    assert (found["mine"].ground, found["mine"].tags) == ("#101214", DARK.tags)
