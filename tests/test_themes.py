"""The editor's own themes: what their files may say, and what is told of those that cannot be used."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cli_fixtures
from cli_fixtures import Hrd
from conftest import NOW
from contrast import contrast
from hrd_tui.cli.demo import furnished
from hrd_tui.config import load
from hrd_tui.demo.server import DemoServer
from hrd_tui.desk import palettes
from hrd_tui.desk.palettes import DARK, LIGHT
from hrd_tui.desk.themes import NAMES, faint, read
from hrd_tui.errors import ConfigError
from hrd_tui.paths import locate
from theme_files import OWN, config_of, kept

hrd = cli_fixtures.hrd


def test_a_theme_has_its_own_colours_and_those_of_the_one_below(tmp_path: Path) -> None:
    found, problems = read(kept(tmp_path, mine=OWN))
    mine = found["mine"]
    assert problems == []
    assert (mine.accent, mine.tags[0], mine.warm, mine.dark) == ("#123456", "#990055", LIGHT.warm, False)
    assert mine.tags[1:] == LIGHT.tags[1:]


@pytest.mark.parametrize(("ground", "dark"), [("#101010", True), ("#0060ff", True), ("#ff6000", False)])
def test_how_bright_its_ground_is_makes_a_theme_dark_or_light(tmp_path: Path, ground: str, dark: bool) -> None:
    found, _ = read(kept(tmp_path, mine=f'extends = "hrd-light"\nground = "{ground}"\n'))
    assert found["mine"].dark is dark


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("accent = 3", ', line 1: accent is 3; a colour is written like "#16181b"'),
        ('accent = "blue"', ', line 1: accent is "blue"; a colour is written like "#16181b"'),
        ('accent = "#1234567"', ', line 1: accent is "#1234567"; a colour is written like'),
        ('\ngroud = "#123456"', ", line 2: groud is no colour here. Did you mean ground? There are ground, shade"),
        ('pink = "#123456"', ", line 1: pink is no colour here. It stands under [tags]"),
        ('[tags]\ntext = "#123456"', ", line 2: tags.text is no colour here. It stands above [tags]"),
        ('extends = "terminal"', ', line 1: extends cannot be "terminal". It may be hrd-dark'),
        ('extends = "hrd-lite"', ', line 1: extends cannot be "hrd-lite". Did you mean hrd-light? It may be'),
        ("[tags]\nmauve = '#123456'", ", line 2: tags.mauve is no colour here. There are pink"),
        ('tags = "#123456"', ", line 1: tags is not a section"),
        ("accent = ", ", line 1, cannot be read\naccent =\n        ^ a text stands in straight quotation marks"),
        ("accent blue", ", line 1, cannot be read\naccent blue\n       ^ behind a name stand = and its value"),
    ],
)
def test_a_theme_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, told: str) -> None:
    found, problems = read(kept(tmp_path, bad=text, good=OWN))
    assert list(found) == ["good"]
    assert len(problems) == 1
    assert problems[0].startswith(f"{tmp_path / 'bad.toml'}{told}")
    assert "config edit" not in problems[0]


def test_a_theme_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"# \xff")
    assert read(tmp_path)[1] == [
        f"{tmp_path / 'bad.toml'}, line 1, cannot be read\nIt is not UTF-8: save the file as UTF-8."
    ]


def test_text_that_can_hardly_be_read_is_told_on_its_worst_ground(tmp_path: Path) -> None:
    seen = 'cursor = "#303030"\ntext = "#404040"\n[tags]\nblue = "#808080"\n'
    (told,) = faint(kept(tmp_path, good=OWN, ill=seen))
    assert told.startswith(f"{tmp_path / 'ill.toml'}, line 2: text on cursor: a contrast of 1.3; text needs 4.5 (WCAG")


def test_a_ground_on_which_nothing_can_be_read_is_told_once(tmp_path: Path) -> None:
    (told,) = faint(kept(tmp_path, ill='\ncursor = "#c8ccd1"\n'))
    assert told.startswith(f"{tmp_path / 'ill.toml'}, line 2: text, strong, dim, accent, warm, tags.pink, tags.green")
    assert "tags.teal on cursor: a contrast of 1.0; " in told


@given(st.binary(min_size=3, max_size=3), st.binary(min_size=3, max_size=3))
def test_contrast_is_that_of_wcag(one: bytes, other: bytes) -> None:
    colours = f"#{one.hex()}", f"#{other.hex()}"
    assert palettes.contrast(*colours) == pytest.approx(contrast(*colours))


def test_what_cannot_be_read_is_told_without_what_could_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "red\x1b[31m.toml").mkdir()
    found, problems = read(tmp_path)
    assert (found, len(problems)) == ({}, 1)
    assert "\x1b" not in problems[0]
    assert "cannot be read\nIs a directory. It has to be a file of yours." in problems[0]


def test_no_theme_takes_the_name_of_a_shipped_one(tmp_path: Path) -> None:
    assert read(kept(tmp_path, **{"hrd-dark": OWN}))[0] == {}


@given(st.dictionaries(st.sampled_from([*NAMES, "tags", "extends"]), st.text(max_size=8) | st.integers(), max_size=3))
def test_whatever_stands_in_a_theme_is_used_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("themes")
    lines = [f"{name} = {value!r}" for name, value in data.items()]
    found, problems = read(kept(folder, x="\n".join(lines)))
    assert bool(found) != bool(problems)


def test_the_configuration_takes_the_name_of_an_own_theme(tmp_path: Path) -> None:
    assert load(config_of(tmp_path, "mine", mine=OWN).config_file)["screen.theme"] == "mine"


def test_the_configuration_names_the_themes_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(config_of(tmp_path, "nine", mine=OWN).config_file, whole=True)
    assert "hrd-light-contrast, terminal, mine" in caught.value.detail


def test_the_theme_of_the_docs_names_every_colour_there_is(tmp_path: Path) -> None:
    docs = Path(__file__).resolve().parents[1] / "docs" / "screen.md"
    block = docs.read_text("utf-8").partition("    extends")[2].partition("\nA file")[0]
    text = "extends" + "\n".join(line.removeprefix("    ") for line in block.splitlines())
    found, problems = read(kept(tmp_path, mine=text))
    assert problems == []
    assert set(NAMES) == {name for name in NAMES if f"\n{name} = " in text}
    assert (found["mine"].ground, found["mine"].tags) == ("#101214", DARK.tags)


def test_the_demo_has_the_themes_of_the_editor(tmp_path: Path) -> None:
    own = config_of(tmp_path, "mine", mine=OWN)
    with (
        DemoServer(NOW) as server,
        furnished(tmp_path / "demo", load(own.config_file), server, lambda: NOW, own) as desk,
    ):
        assert desk.config["screen.theme"] == "mine"
        assert list(read(desk.paths.config / "themes")[0]) == ["mine"]


def test_config_check_names_every_fault_of_every_theme(hrd: Hrd) -> None:
    folder = kept(locate().config / "themes", good=OWN)
    well = hrd("config", "check")
    assert (well.code, well.out.splitlines()[-1]) == (0, f"{locate().config}: themes: all well")
    kept(folder, bad='acent = "#123456"\nwarm = "red"\n[tags]\npink = 1\n', worse="accent = \n")
    told = hrd("config", "check")
    assert told.code == 2
    at = folder / "bad.toml"
    assert [line for line in told.err.splitlines() if line.startswith(f"{at}")] == [
        f"{at}, line 1: acent is no colour here. Did you mean accent? There are {', '.join(NAMES)}",
        f'{at}, line 2: warm is "red"; a colour is written like "#16181b"',
        f'{at}, line 4: tags.pink is 1; a colour is written like "#16181b"',
    ]
    assert f"{folder / 'worse.toml'}, line 1, cannot be read\naccent =\n" in told.err


def test_config_check_warns_of_what_can_hardly_be_read_and_lets_it_be(hrd: Hrd) -> None:
    folder = kept(locate().config / "themes", mine='text = "#16181b"\n')
    told = hrd("config", "check")
    assert (told.code, told.out.splitlines()[-1]) == (0, f"{locate().config}: themes: all can be used")
    assert told.err.startswith(f"{folder / 'mine.toml'}, line 1: text on ground: a contrast of 1.0; ")
