"""The configuration file."""

import tomllib
from pathlib import Path

import pytest

from hrd_tui.config import load
from hrd_tui.errors import ConfigError
from hrd_tui.keymap import keymap
from hrd_tui.model import View
from hrd_tui.settings import NAMED, SETTINGS, defaults


def written(folder: Path, text: str) -> Path:
    file = folder / "config.toml"
    file.write_text(text, "utf-8")
    return file


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    config = load(tmp_path / "none.toml")
    assert all(config[f"{setting.section}.{setting.key}"] == setting.default for setting in SETTINGS)


def test_the_written_defaults_are_the_defaults(tmp_path: Path) -> None:
    uncommented = "\n".join(
        line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in defaults().splitlines()
    )
    read = load(written(tmp_path, uncommented))
    assert read.values == load(tmp_path / "none.toml").values
    assert keymap(read.keys) == keymap({})
    sections = (
        {setting.section for setting in SETTINGS} | {one.section for one in NAMED} | {"keys", "views", "mark_read"}
    )
    assert tomllib.loads(defaults()).keys() == sections


def test_the_choices_of_a_setting_stand_above_it() -> None:
    assert " One of: compact, roomy.\n#rows" in defaults()
    assert " Of these: mark, age, " in defaults()


def test_every_list_has_an_example_of_its_own() -> None:
    lists = [one for one in SETTINGS if isinstance(one.default, list)]
    assert [one.key for one in lists if not (one.default or one.example)] == []


def test_a_value_is_read(tmp_path: Path) -> None:
    assert load(written(tmp_path, "[sync]\nper_host = 4\n"))["sync.per_host"] == 4


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[sync\n", "line 1"),
        ("[sync]\nper_hots = 2\n", "sync.per_hots"),
        ("[sync]\nper_host = 99\n", "sync.per_host"),
        ('[sync]\nper_host = "2"\n', "sync.per_host"),
        ("[sync]\nper_host = true\n", "sync.per_host"),
        ('[screen]\nkeymap = "pink"\n', "pink"),
        ('[screen]\nthem = "pink"\n', "screen.them"),
        ('[browser]\ncommand = "firefox"\n', "browser.command"),
        ("[keys]\nspike = 3\n", "keys.spike"),
        ("theme = 1\n", "theme"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text))
    assert named in str(caught.value)
    assert "config.toml" in caught.value.title


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('theme = "pink"', "line 2: screen.theme cannot be “pink”"),
        ("measure = 3", "line 2: screen.measure is 3; it may be 40 to 200"),
        ('columns = ["age"]', "line 2: screen.columns has to hold “title”"),
        ('feeds_width = "wide"', "line 2: screen.feeds_width cannot be “wide”"),
        ("rows = true", "line 2: screen.rows is not a text"),
    ],
)
def test_what_is_wrong_with_the_looks_is_told_and_its_default_holds(tmp_path: Path, line: str, said: str) -> None:
    file = written(tmp_path, f"[screen]\n{line}\n[sync]\nper_host = 4\n")
    config = load(file)
    assert config.values == {**load(tmp_path / "none.toml").values, "sync.per_host": 4}
    assert config.problems == config.unfit
    assert config.unfit[0].startswith(said)
    with pytest.raises(ConfigError):
        load(file, whole=True)


def test_a_bad_key_is_a_problem_and_no_failure(tmp_path: Path) -> None:
    assert "nonsense" in load(written(tmp_path, '[keys]\nnonsense = "x"\n')).problems[0]


def test_a_key_that_cannot_be_used_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[screen]\nmeasure = 80\n[keys]\n\n"burn" = "b"\nspike = "hyper+d"\n')
    unknown, unreadable = load(file).problems
    assert unknown.startswith("keys, line 5: there is no command “burn”")
    assert unreadable.startswith("keys, line 6: “hyper+d” of spike is not a key")


def test_a_preset_is_chosen_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[screen]\nkeymap = "elfeed"\n[keys]\nspike = "k"\n')
    keys, problems = load(file).keymap()
    assert (keys["open-browser"], keys["spike"]) == (("b",), ("k",))
    assert problems == ["keys, line 4: k is both spike and up; spike has it, up keeps p, Up"]


def test_a_view_may_have_a_policy_of_its_own_for_what_counts_as_read(tmp_path: Path) -> None:
    file = written(
        tmp_path, '[views]\nNairobi = "country:KE"\n[mark_read]\ntoday = "hand"\n"tag:a" = "leave"\nNairobi = "leave"'
    )
    config = load(file)
    policies = [config.marks_read(view) for view in (View("today"), View("tag", "a"), View("query", "Nairobi"))]
    assert policies == ["hand", "leave", "leave"]
    assert config.marks_read(View("inbox")) == "open"


@pytest.mark.parametrize(
    ("line", "said"),
    [('toddy = "hand"', "there is no view “toddy”"), ('today = "later"', "mark_read.today cannot be “later”")],
)
def test_a_policy_that_means_nothing_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, f"[mark_read]\n{line}"))
    assert said in caught.value.detail


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[pipe]\nprint = [""]\n', 'pipe.print is no command; write it like: print = ["program", "argument"]'),
        ('[pipe]\nprint = "lp"\n', 'pipe.print is no command; write it like: print = ["program", "argument"]'),
        ('[screen]\ncolumns = ["title", "title"]\n', "screen.columns holds “title” twice"),
        ('[screen]\ncolumns = ["age"]\n', "screen.columns has to hold “title”"),
        ('[screen]\ncolumns = ["title", "colour"]\n', "screen.columns cannot hold “colour”; it may hold mark, age"),
        ('[screen]\nfeeds_width = "0"\n', "screen.feeds_width cannot be “0”: Width of the feeds"),
        ('[blog]\naddress = "example.org"\n', "blog.address is “example.org”, no web address"),
        ("[highlight]\nwords = 1\n", 'highlight.words is not a list of texts; write it like: ["Special Rapporteur"]'),
        ("[screen]\nmeasure = 39\n", "screen.measure is 39; it may be 40 to 200"),
        ("[screen]\nmeasure = 201\n", "screen.measure is 201; it may be 40 to 200"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_may_be(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text), whole=True)
    assert said in caught.value.detail


def test_a_list_without_choices_may_hold_a_word_twice(tmp_path: Path) -> None:
    config = load(written(tmp_path, '[editor]\ncommand = ["edit", "-v", "-v"]\n'))
    assert config["editor.command"] == ["edit", "-v", "-v"]


def test_the_ends_of_what_a_number_may_be_are_allowed(tmp_path: Path) -> None:
    config = load(written(tmp_path, "[desk]\npast_days = 0\n[screen]\nmeasure = 200\n"))
    assert (config["desk.past_days"], config["screen.measure"]) == (0, 200)
