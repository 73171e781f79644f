"""What is wrong with a configuration file is told all at once, with the place and what may be meant."""

from pathlib import Path

import pytest

import cli_fixtures
from cli_fixtures import Hrd
from hrd_tui.config import load, read
from hrd_tui.errors import ConfigError
from hrd_tui.paths import locate

hrd = cli_fixtures.hrd

WRONG = """\
[scren]
theme = "terminal"
[sync]
per_hots = 1
[keys]
spke = "b"
[views]
bad = "tilte:x"
[[rules]]
name = "old"
query = "country:atlantis"
tag = ["x"]
[[rules]]
name = "idle"
query = "ferry"
"""
TOLD = [
    "line 1: there is no section [scren]. Did you mean [screen]?",
    "line 4: there is no setting sync.per_hots. Did you mean sync.per_host",
    "line 13: the rule “idle” does nothing",
    "These alone would only be left out:",
    "keys, line 6: there is no command “spke”. Did you mean spike?",
]


def failure(folder: Path, text: str | bytes) -> ConfigError:
    file = folder / "config.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as caught:
        load(file)
    return caught.value


def test_all_that_is_wrong_is_told_in_one_go(tmp_path: Path) -> None:
    lines = failure(tmp_path, WRONG).detail.splitlines()
    assert lines[-1] == "Mend it with: hrd config edit"
    for told, expected in zip(lines[:-1], TOLD, strict=True):
        assert told.startswith(expected)


def test_the_check_tells_queries_and_lists_too(hrd: Hrd) -> None:
    folder = locate().config
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(WRONG)
    (folder / "people.txt").write_text("Ilsa Maren =\n")
    result = hrd("config", "check")
    assert result.code == 2
    heads = ("hrd does not start before this is mended:", TOLD[3])
    expected = (heads[0], *TOLD, "line 8: the view “bad”: ", "line 11: the rule “old”: ")
    begins = [one if one in heads else f"{folder / 'config.toml'}, {one}" for one in expected]
    told = [line for line in result.err.splitlines() if line in heads or line.startswith(f"{folder / 'config.toml'}, ")]
    assert all(line.startswith(begin) for line, begin in zip(told, begins, strict=True))
    assert f"{folder / 'people.txt'}, line 1: " in result.err
    assert result.err.count("Mend it with: hrd config edit") == 1


def checked(hrd: Hrd, text: str) -> list[str]:
    """What `hrd config check` tells of a configuration, without the name of the file."""
    file = locate().config_file
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    told = hrd("config", "check")
    assert told.code == (2 if told.err else 0)
    return [line.removeprefix(f"{file}, ") for line in told.err.splitlines()]


def test_every_mistake_of_a_rule_is_told_at_once_with_its_line(hrd: Hrd) -> None:
    told = checked(hrd, '# mine\n[[rules]]\nname = "a"\nfoo = 1\npriorty = true\nquery = "tilte:x"\nread = 1\n')
    assert told[0] == "hrd does not start before this is mended:"
    assert told[1].startswith("line 4: the rule “a” knows no “foo”. There are name, query, tag")
    assert told[2].startswith("line 5: the rule “a” knows no “priorty”. Did you mean priority? ")
    assert told[3] == "line 7: the rule “a” has a read that is neither true nor false"
    assert told[4:6] == ["These alone would only be left out:", "line 6: the rule “a”: The query cannot be understood"]


def test_behind_a_bad_rule_that_says_stop_what_is_wrong_is_told_too(hrd: Hrd) -> None:
    bad = '[[rules]]\nname = "{}"\nquery = "(" # open\nstop = true\n'
    told = checked(hrd, bad.format("a") + bad.format("b"))
    assert [line for line in told if line.startswith("line ")] == [
        f"line {line}: the rule “{name}”: The query cannot be understood" for line, name in ((3, "a"), (7, "b"))
    ]


def test_two_rules_of_one_name_are_told_where_the_second_stands(tmp_path: Path) -> None:
    rule = '[[rules]]\nquery = "a"\nspike = true\nname = "b"\n'
    assert failure(tmp_path, rule * 2).detail.startswith("line 8: 2 rules have the name “b”\n")


def test_a_country_to_be_marked_that_is_none_is_told_with_what_may_be_meant(hrd: Hrd) -> None:
    told = checked(hrd, '[highlight]\n\ncountries = ["Kenya", "sudann", "SS", "Burma"]\n')
    assert told == [
        "hrd starts, but leaves this out:",
        "line 3: highlight.countries knows no country “sudann”. Did you mean Sudan? What is no country stands under"
        " highlight.words",
        "Mend it with: hrd config edit",
    ]


def test_the_check_goes_on_behind_a_file_that_is_no_toml(hrd: Hrd) -> None:
    folder = locate().config
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("[screen\n")
    (folder / "people.txt").write_text("Ilsa Maren =\n")
    result = hrd("config", "check")
    assert (result.code, result.err.startswith(f"{folder / 'config.toml'}, line 1, cannot be read\n")) == (2, True)
    assert f"{folder / 'people.txt'}, line 1: " in result.err


def test_what_can_be_used_is_read_beside_what_cannot(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[sync]\nper_host = 99\nidle_seconds = 20\n[views]\nx = 3\ny = "ferry"\n[mark_read]\ny = "late"\n')
    config, wrong = read(file)
    assert (config["sync.per_host"], config["sync.idle_seconds"]) == (2, 20)
    assert (config.views, config.mark_read) == ({"y": "ferry"}, {})
    assert [" ".join(told.split()[:3]) for told in wrong] == [
        "line 5: views", "line 2: sync.per_host", "line 8: mark_read.y",
    ]  # fmt: skip


def test_where_only_the_look_stops_a_reader_that_is_open_the_keys_are_what_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\nnotte = "m"\n[screen]\ntheme = "drk"\n')
    with pytest.raises(ConfigError) as caught:
        load(file, whole=True)
    lines = caught.value.detail.splitlines()
    assert lines[0].startswith("line 4: screen.theme")
    assert lines[1] == "These alone would only be left out:"
    assert lines[2].startswith("keys, line 2: there is no command “notte”")
    assert len(lines) == 4


def test_what_is_shown_of_a_configuration_tells_what_of_it_is_left_out(hrd: Hrd) -> None:
    file = locate().config_file
    file.parent.mkdir(parents=True)
    file.write_text('[views]\nbad = "tilte:x"\n[keys]\nnotte = "m"\n[screen]\nmeasure = 70\n', "utf-8")
    told = hrd("config", "show")
    assert 'keys.notte\t"m"\t' in told.out.splitlines()
    lines = told.err.splitlines()
    assert lines[0] == "Of your configuration this is left out:"
    assert lines[1].startswith("line 2: the view “bad”")
    assert lines[-1].startswith("keys, line 4: there is no command “notte”. Did you mean note ")
    file.write_text("[screen]\nmeasure = 70\n", "utf-8")
    assert hrd("config", "show").err == ""


def test_what_has_no_line_is_told_last(tmp_path: Path) -> None:
    told = failure(tmp_path, "links.wayback = 1\n[keys]\nspike = 3\n").detail.splitlines()
    assert [one.partition(" is ")[0] for one in told[:-1]] == ["line 3: keys.spike", "links.wayback"]


def test_without_a_preset_nothing_is_said_of_the_keys(tmp_path: Path) -> None:
    told = failure(tmp_path, '[keys]\nspike = "x"\n[screen]\nkeymap = "emacs"\n').detail
    assert "screen.keymap cannot be “emacs”" in told
    assert "is both" not in told
    assert "line 1: the keys under [keys] are looked at once screen.keymap is mended" in told
    assert "under [keys]" not in failure(tmp_path, '[screen]\nkeymap = "emacs"\n').detail


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[sync]\ntheme = 1\n", "line 2: there is no setting sync.theme. Did you mean screen.theme? "),
        ("[editor]\ncmmand = []\n", "line 2: there is no setting editor.cmmand. Did you mean editor.command or "),
        ("[sync]\nzzzz = 1\n", "there is no setting sync.zzzz. hrd config defaults lists all"),
        ('theme = "terminal"\n', "line 1: theme stands outside a section; put it under [screen]"),
        ("zzzz = 1\n", "zzzz stands outside a section; put it under a [section]"),
        ("\nscreen = 1\n", "line 2: screen is a section; its lines stand under [screen]"),
        ('[view]\nx = "y"\n', "line 1: there is no section [view]. Did you mean [views]? "),
        ('[[rule]]\nname = "y"\n', "line 1: there is no section [rule]. Did you mean [[rules]]? "),
        ("[[screen]]\n\n[[screen]]\n", "line 1: screen is a section; its lines stand under [screen]"),
        ("[pipes]\n", "there is no section [pipes]. Did you mean [pipe]"),
    ],
)
def test_a_name_that_there_is_not_is_answered_with_what_may_be_meant(tmp_path: Path, text: str, said: str) -> None:
    assert said in failure(tmp_path, text).detail


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [
        ("[screen]\nmeasure 84\n", 2, "measure 84\n        ^ behind a name stand = and its value"),
        ("[screen]\ntheme = dark\n", 2, "theme = dark\n        ^ a text stands in straight quotation marks"),
        ("[screen]\n\tmeasure = 84 x\n", 2, " measure = 84 x\n              ^ here the value ends"),
        ("[screen]\n[sync]\n[screen]\n", 3, "^ this section stands in the file already"),
        ("[screen]\nrows = 1\nrows = 2\n", 3, "^ this stands in the file already; keep one"),
        ("[[rules]\n", 1, "^ it is written with two brackets"),
        ("[screen\n", 1, "[screen\n       ^ a section is written: [screen]"),
        ("= 3\n", 1, "= 3\n^ a line begins with a name"),
        ('[screen]\ntheme = "x\n', 2, "^ a text ends in its line"),
        ('[views]\nx = "\\d"\n', 2, "^ a backslash is written twice"),
        ('[views]\nx = "a"\ny = """b\n\n', 3, 'y = """b\n^ what begins here is never closed'),
        ("[screen]\nrows =", 2, "rows =\n      ^ a text stands in straight quotation marks"),
        ("[screen]\nrows", 2, "rows\n    ^ behind a name stand = and its value"),
        ("[screen]\nrows =   \n", 2, "rows =\n      ^ a text stands in straight quotation marks"),
        ("x = [", 1, "x = [\n^ what begins here is never closed"),
        ("x = {a = 1,\nb = 2}\n", 1, "x = {a = 1,\n           ^ Invalid initial character for a key part"),
        (b'[views]\n\nx = "\xff"\n', 3, "It is not UTF-8: save the file as UTF-8."),
    ],
)
def test_what_is_no_toml_is_told_with_its_line_and_what_to_do(
    tmp_path: Path, text: str | bytes, line: int, shown: str
) -> None:
    error = failure(tmp_path, text)
    assert error.title == f"{tmp_path / 'config.toml'}, line {line}, cannot be read"
    assert shown in error.detail
    assert error.detail.endswith("\nMend it with: hrd config edit")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
        load(tmp_path / "config.toml")
