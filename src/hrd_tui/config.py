"""The configuration: a commented TOML file, read once, every value checked."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrd_tui.errors import ConfigError
from hrd_tui.keymap import keymap
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, View
from hrd_tui.settings import MARK_READ, NAMED, SETTINGS, VIEW, Setting, toml

if TYPE_CHECKING:
    from hrd_tui.config_rules import Rule


@dataclass(frozen=True, slots=True)
class Config:
    """The values in force. `values` is keyed by "section.key"; `keys` overrides the command table's keys;
    `unfit` are sentences about how the screen was to look and cannot, `problems` these and those about keys that could
    not be used; `rules` are those on arrival, in the order of the file;
    `named` are the commands of each section of NAMED, `views` the saved queries by their names, in their order;
    `faulty` are the queries of rules that cannot be used, so that they can be checked, too; `lines` are those of the
    file by "section.key", the first being 1, where a rule is the section "rules.1".
    """

    values: dict[str, Any]
    keys: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
    rules: "tuple[Rule, ...]" = ()
    named: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=lambda: {one.section: {} for one in NAMED})
    views: dict[str, str] = field(default_factory=dict)
    mark_read: dict[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    faulty: "tuple[Rule, ...]" = ()

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def marks_read(self, view: View) -> str:
        """When an item of a view counts as read: one of MARK_READ."""
        name = view.name if view.kind == "query" else f"{view.kind}:{view.name}".removesuffix(":")
        policy: str = self.mark_read.get(name, self.values["screen.mark_read"])
        return policy

    def keymap(self) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        """The keys in force, and a sentence for each that could not be used, with its line; see keymap.keymap."""
        return keymap(self.keys, self["screen.keymap"], self._place)

    def _place(self, given: str) -> str:
        name = f"{_KEYS}.{given}"
        return f"{_KEYS}, line {self.lines[name]}" if name in self.lines else _KEYS


def load(file: Path, *, whole: bool = False) -> Config:
    """Reads the file; a missing one gives the defaults. Raises ConfigError that names all that is wrong with it.

    What is wrong with how the screen looks is no reason to refuse the file, unless `whole` is asked for.
    """
    config, wrong = read(file)
    if stops := [*wrong, *(config.unfit if whole else ())]:
        from hrd_tui.config_mistakes import MEND, in_order

        told = [*in_order(stops, [one for one in config.problems if one not in stops]), MEND]
        raise ConfigError(f"{file} cannot be used", "\n".join(told))
    return config


def read(file: Path) -> tuple[Config, list[str]]:
    """What of the file can be used, with defaults for the rest, and a sentence for each thing that is wrong, with its
    line where that is known. Raises ConfigError for a file that is no TOML.
    """
    text = _text(file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from hrd_tui.config_mistakes import unreadable

        raise unreadable(file, text, str(error)) from error
    config, wrong = _checked(data, file.parent, lines_of(text))
    return replace(config, problems=(*config.unfit, *config.keymap()[1])), wrong


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ConfigError(f"{file} cannot be read", f"{error.strerror}. It has to be a file of yours.") from error
    except UnicodeDecodeError as error:
        from hrd_tui.config_mistakes import undecodable

        raise undecodable(file, error) from error


def lines_of(text: str) -> dict[str, int]:
    """The lines in which sections stand, and names as "section.key"; the first is 1.

    Of [[rules]] the first is the section "rules.1", and "rules" is where the first stands.
    """
    found: dict[str, int] = {}
    tables: Counter[str] = Counter()
    section = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            section = header[2]
            found.setdefault(section, number)
            if header[1] == "[[":
                tables[section] += 1
                section = f"{section}.{tables[section]}"
                found[section] = number
        elif key := _KEY.match(line):
            found[f"{section}.{key[1] or key[2]}".removeprefix(".")] = number
    return found


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*(?:[\"']([^\"']+)[\"']|([\w-]+))\s*=")
_KEYS = "keys"
_PRESET = "screen.keymap"
_LOOKS = frozenset(f"screen.{key}" for key in "theme glyphs rows columns feeds_width items_width measure".split())


def _checked(data: dict[str, Any], folder: Path, lines: Mapping[str, int]) -> tuple[Config, list[str]]:
    by_name = {f"{setting.section}.{setting.key}": setting for setting in SETTINGS}
    values = {name: setting.default for name, setting in by_name.items()}
    keys: dict[str, str] = {}
    named: dict[str, dict[str, tuple[str, ...]]] = {one.section: {} for one in NAMED}
    rules, faulty, wrong = _rules(data, lines)
    views = data.pop("views", {})
    given = views if isinstance(views, dict) else {}
    queries = {name: query for name, query in given.items() if isinstance(query, str)}
    if queries != views:
        name = next((f"views.{name}" for name in given if name not in queries), "views")
        wrong.append(f"{_at(lines, name)}views is not a section of queries; write under [views] lines like: {VIEW}")
    policies = data.pop("mark_read", {})
    of_policies = _of_policies(policies, given, lines)
    unfit: list[str] = []
    sections = {setting.section for setting in SETTINGS} | {_KEYS, *named}
    refused = set()
    for section, content in data.items():
        if section not in sections or not isinstance(content, dict):
            from hrd_tui.config_mistakes import no_section

            wrong.append(_at(lines, section) + no_section(section, content))
            continue
        for key, value in content.items():
            name = f"{section}.{key}"
            if section == _KEYS and isinstance(value, str):
                keys[key] = value
            elif section in named and _is_command(value):
                named[section][key] = tuple(value)
            elif problem := _unfit(name, value, by_name, folder):
                (unfit if name in _LOOKS else wrong).append(_at(lines, name) + problem)
                refused.add(name)
            else:
                values[name] = value
    # Without the preset it is not known which keys stand beside the editor's own.
    own = {} if _PRESET in refused else keys
    if keys and not own:
        unfit.append(f"{_at(lines, _KEYS)}the keys under [keys] are looked at once {_PRESET} is mended")
    known = {} if of_policies else policies
    config = Config(values, own, (), tuple(unfit), rules, named, queries, known, lines, faulty)
    return config, [*wrong, *of_policies]


def _at(lines: Mapping[str, int], name: str) -> str:
    return f"line {lines[name]}: " if name in lines else ""


def _unfit(name: str, value: Any, by_name: Mapping[str, Setting], folder: Path) -> str:
    """What is wrong with a line of a section that there is."""
    section, _, key = name.partition(".")
    if section == _KEYS:
        return f'{name} is not text; write it like: spike = "d"'
    if section in {one.section for one in NAMED}:
        return f'{name} is no command; write it like: {key} = ["program", "argument"]'
    if name not in by_name:
        from hrd_tui.config_mistakes import no_setting

        return no_setting(name)
    problem = _problem(by_name[name], value, folder)
    return f"{name} {problem}" if problem else ""


def _of_policies(policies: Any, views: Mapping[str, str], lines: Mapping[str, int]) -> list[str]:
    """What is wrong with the section [mark_read]."""
    if not isinstance(policies, dict):
        return [
            f'{_at(lines, "mark_read")}mark_read is not a section; write under [mark_read] lines like: today = "hand"'
        ]
    wrong = []
    for view, policy in policies.items():
        at = _at(lines, f"mark_read.{view}")
        if view not in PLAIN_VIEWS and view not in views and view.partition(":")[0] not in NAMED_VIEWS:
            wrong.append(
                f"{at}mark_read: there is no view “{view}”; it may be {', '.join([*PLAIN_VIEWS, *views])}, tag:NAME"
            )
        if policy not in MARK_READ:
            wrong.append(f"{at}mark_read.{view} cannot be “{policy}”; it may be {', '.join(MARK_READ)}")
    return wrong


def _is_command(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value) and bool(value and value[0])


def _rules(data: dict[str, Any], lines: Mapping[str, int]) -> "tuple[tuple[Rule, ...], tuple[Rule, ...], list[str]]":
    """Takes the rules on arrival out of what was read; their module is read where there are any."""
    if "rules" not in data:
        return (), (), []
    from hrd_tui.config_rules import read

    return read(data.pop("rules"), lines)


def _problem(setting: Setting, value: Any, folder: Path) -> str:
    if isinstance(setting.default, list):
        well = isinstance(value, list) and all(isinstance(part, str) for part in value)
        if not well:
            return f"is not a list of texts; write it like: {toml(setting.default or list(setting.example))}"
        return _problem_of_list(setting, value)
    if isinstance(setting.default, bool):
        return "" if isinstance(value, bool) else f"is not true or false; its default is {toml(setting.default)}"
    if setting.form:
        fits = re.fullmatch(setting.form, str(value)) is not None
        return "" if fits else f"cannot be “{value}”: {setting.help}"
    number = isinstance(setting.default, int)
    if isinstance(value, bool) or not isinstance(value, (int, float) if number else str):
        return f"is not a {'number' if number else 'text'}; its default is {toml(setting.default)}"
    if setting.key == "address" and value and not str(value).startswith(("https://", "http://")):
        return f"is “{value}”, no web address; it starts with https://"
    if setting.choices and value not in setting.choices:
        own = sorted(file.stem for file in (folder / setting.folder).glob("*.toml")) if setting.folder else []
        if value not in own:
            return f"cannot be “{value}”; it may be {', '.join([*setting.choices, *own])}"
    if number and not setting.least <= float(value) <= setting.most:
        return f"is {value}; it may be {setting.least} to {setting.most}"
    return ""


def _problem_of_list(setting: Setting, value: list[str]) -> str:
    unknown = [part for part in value if setting.choices and part not in setting.choices]
    twice = [part for part in value if setting.choices and value.count(part) > 1]
    if unknown:
        return f"cannot hold “{unknown[0]}”; it may hold {', '.join(setting.choices)}"
    if twice:
        return f"holds “{twice[0]}” twice"
    return f"has to hold “{setting.needs}”" if setting.needs and setting.needs not in value else ""
