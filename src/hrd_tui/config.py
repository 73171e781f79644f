"""The configuration: a commented TOML file, read once, every value checked."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrd_tui.commands import DRAFT, ROOMS, TABLE
from hrd_tui.errors import ConfigError
from hrd_tui.keymap import keymap
from hrd_tui.keynames import shown
from hrd_tui.model import NAMED_VIEWS, PLAIN_VIEWS, View
from hrd_tui.presets import PRESETS

if TYPE_CHECKING:
    from hrd_tui.config_rules import Rule


@dataclass(frozen=True, slots=True)
class Setting:
    """One value of the file: section, key, default, what it means, and the words it may be (if limited)."""

    section: str
    key: str
    default: Any
    help: str
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    form: str = ""
    """A regular expression that a text or a number has to match as a whole."""
    needs: str = ""
    """What a list has to hold."""
    folder: str = ""
    """A folder of the configuration whose files *.toml are choices, too, by their names."""


MARK_READ = ("open", "leave", "hand")
COLUMNS = ("mark", "age", "source", "title", "signs")
MORE_COLUMNS = ("kind", "country", "date", "id")
WIDTH = r"auto|[1-9]\d{0,2}|[1-9]\d?%"
ROWS = ("compact", "roomy")

SETTINGS: tuple[Setting, ...] = (
    Setting("sync", "at_once", 64, "Addresses asked at the same time.", least=1, most=256),
    Setting("sync", "per_host", 2, "Of these, at most so many of one host.", least=1, most=16),
    Setting("sync", "connect_seconds", 10, "Time to reach a host.", least=1, most=120),
    Setting("sync", "idle_seconds", 15, "Time without a byte before an answer is given up.", least=1, most=300),
    Setting("sync", "total_seconds", 60, "Time for one whole answer.", least=1, most=600),
    Setting("sync", "body_megabytes", 10, "Largest answer read, after decompression.", least=1, most=100),
    Setting("sync", "parse_seconds", 60, "Time to read one feed.", least=1, most=600),
    Setting("sync", "user_agent", "hrd-tui/{version}", "Name given to servers; {version} is filled in."),
    Setting("desk", "past_days", 90, "After so many days what is read or spiked, and no more, moves to the archive; "
            "0: never.", least=0, most=36500),
    Setting("screen", "theme", "hrd-dark", "Colours; terminal has the sixteen of your terminal. A file "
            "themes/NAME.toml beside this one is a theme NAME of your own, see docs/screen.md.",
            ("hrd-dark", "hrd-light", "hrd-dark-contrast", "hrd-light-contrast", "terminal"), folder="themes"),
    Setting("screen", "glyphs", "auto", "Signs: auto looks at the locale.", ("auto", "unicode", "ascii")),
    Setting("screen", "rows", "compact", "Lines of an item in the list: one, or a second one with its source, tags and "
            "beginning.", ROWS),
    Setting("screen", "columns", list(COLUMNS), "Columns of the list in their order; signs and tags stand at the end "
            "of a row. Those that have no room go, the last one first.", (*COLUMNS, *MORE_COLUMNS), needs="title"),
    Setting("screen", "feeds_width", "auto", "Width of the feeds: auto, cells, as in 24, or percent, as in \"20%\".",
            form=WIDTH),
    Setting("screen", "items_width", "auto", "The same of the list; the article has what is left.", form=WIDTH),
    Setting("screen", "mark_read", "open", "When an item counts as read: once it is opened (Enter, Space, n, N, o), "
            "once it is left, or by r alone. [mark_read] sets it for single views.", MARK_READ),
    Setting("screen", "measure", 84, "Widest line of an article, in cells.", least=40, most=200),
    Setting("screen", "keymap", "default", "Keys as in another program; [keys] goes on top.", tuple(PRESETS)),
    Setting("highlight", "words", [], 'Words and phrases to mark wherever they stand, as in ["Special Rapporteur"].'),
    Setting("highlight", "countries", [], 'Countries to mark by all their names and adjectives, as in ["Sudan"].'),
    Setting("highlight", "people", False, "Mark the people of your people.txt."),
    Setting("highlight", "organisations", False, "Mark the organisations of your organisations.txt."),
    Setting("blog", "address", "", "Your own blog, as https://example.org/; its posts are the archive."),
    Setting("blog", "former", [], "Hosts it had before; their addresses count as the same posts."),
    Setting("export", "folder", "~/posts", "Where posts are written."),
    Setting("export", "target", "wordpress", "For which program the front matter is.",
            ("wordpress", "hugo", "jekyll", "eleventy")),
    Setting("wordpress", "address", "", "The site that takes drafts over its REST API; empty: blog.address."),
    Setting("wordpress", "user", "", "Your name there. The application password is read from HRD_WORDPRESS_PASSWORD, "
            "or from the keyring (service hrd-wordpress), never from this file."),
    Setting("images", "allowed", [], "Hosts that i asks for pictures without a question, beside those allowed there."),
    Setting("images", "draw", "auto", "How pictures are drawn: auto looks which terminal it is, blocks work in all.",
            ("auto", "kitty", "sixel", "blocks")),
    Setting("links", "wayback", "https://web.archive.org/web/{time}/{url}", "Address of a kept page; {time} is "
            "YYYYMMDDhhmmss, {url} the page."),
    Setting("editor", "command", [], "Program and arguments that get a file as last argument; empty: $VISUAL, "
            "$EDITOR, else nano or vi."),
    Setting("browser", "command", [], "Program and arguments that get the address as last argument; "
            "empty: the system's own browser."),
    Setting("browser", "background", [], "The same for O, which opens behind the terminal; empty: browser.command."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A section whose keys are names that the editor gives; each has a list of a program and its arguments."""

    section: str
    help: str
    example: str


NAMED: tuple[Named, ...] = (
    Named("pipe", "Commands that | gives the article to, as plain text on their standard input. No shell.",
          'print = ["lp", "-o", "sides=two-sided"]'),
    Named("pipe_terminal", "The same, for programs that need the terminal.", 'read = ["less"]'),
)  # fmt: skip

_VIEW = '"women in prison" = "prison woman newer:30d"'


@dataclass(frozen=True, slots=True)
class Config:
    """The values in force. `values` is keyed by "section.key"; `keys` overrides the command table's keys;
    `problems` are sentences about keys that could not be used; `rules` are those on arrival, in the order of the file;
    `named` are the commands of each section of NAMED, `views` the saved queries by their names, in their order;
    `lines` are those of the file in which the keys of commands stand, the first being 1.
    """

    values: dict[str, Any]
    keys: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    rules: "tuple[Rule, ...]" = ()
    named: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=lambda: {one.section: {} for one in NAMED})
    views: dict[str, str] = field(default_factory=dict)
    mark_read: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

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
        return f"keys, line {self.lines[given]}" if given in self.lines else "keys"


def load(file: Path) -> Config:
    """Reads the file; a missing one gives the defaults. Raises ConfigError that names file, key and remedy."""
    try:
        text = file.read_text("utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        text, data = "", {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file} cannot be read", f"{error}. Mend it with: hrd config edit") from error
    config = replace(_checked(data, file), lines=_lines_of_keys(text))
    return replace(config, problems=tuple(config.keymap()[1]))


def _lines_of_keys(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            section = header[1]
        elif section == "keys" and (key := _KEY.match(line)):
            found[key[1] or key[2]] = number
    return found


_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"\s*(?:[\"']([^\"']+)[\"']|([\w-]+))\s*=")


def _checked(data: dict[str, Any], file: Path) -> Config:
    values = {f"{setting.section}.{setting.key}": setting.default for setting in SETTINGS}
    by_name = {f"{setting.section}.{setting.key}": setting for setting in SETTINGS}
    keys: dict[str, str] = {}
    named: dict[str, dict[str, tuple[str, ...]]] = {one.section: {} for one in NAMED}
    rules, wrong = _rules(data)
    views = data.pop("views", {})
    if not isinstance(views, dict) or not all(isinstance(query, str) for query in views.values()):
        wrong.append(f"views is not a section of queries; write under [views] lines like: {_VIEW}")
    policies = data.pop("mark_read", {})
    wrong += _of_policies(policies, views)
    for section, content in data.items():
        if not isinstance(content, dict):
            wrong.append(f"{section} stands outside a section; put it under a [section]")
            continue
        for key, value in content.items():
            name = f"{section}.{key}"
            if section == "keys" and isinstance(value, str):
                keys[key] = value
            elif section == "keys":
                wrong.append(f'{name} is not text; write it like: spike = "d"')
            elif section in named and _is_command(value):
                named[section][key] = tuple(value)
            elif section in named:
                wrong.append(f'{name} is no command; write it like: {key} = ["program", "argument"]')
            elif name not in by_name:
                wrong.append(f"there is no setting {name}; hrd config defaults lists what there is")
            elif problem := _problem(by_name[name], value, file.parent):
                wrong.append(f"{name} {problem}")
            else:
                values[name] = value
    if wrong:
        raise ConfigError(f"{file} cannot be used", "\n".join([*wrong, "Mend it with: hrd config edit"]))
    return Config(values, keys, (), rules, named, views, policies)


def _of_policies(policies: Any, views: Mapping[str, str]) -> list[str]:
    """What is wrong with the section [mark_read]."""
    if not isinstance(policies, dict):
        return ['mark_read is not a section; write under [mark_read] lines like: today = "hand"']
    wrong = []
    for view, policy in policies.items():
        if view not in PLAIN_VIEWS and view not in views and view.partition(":")[0] not in NAMED_VIEWS:
            wrong.append(
                f"mark_read: there is no view “{view}”; it may be {', '.join([*PLAIN_VIEWS, *views])}, tag:NAME"
            )
        if policy not in MARK_READ:
            wrong.append(f"mark_read.{view} cannot be “{policy}”; it may be {', '.join(MARK_READ)}")
    return wrong


def _is_command(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value) and bool(value and value[0])


def _rules(data: dict[str, Any]) -> "tuple[tuple[Rule, ...], list[str]]":
    """Takes the rules on arrival out of what was read; their module is read where there are any."""
    if "rules" not in data:
        return (), []
    from hrd_tui.config_rules import read

    return read(data.pop("rules"))


def _problem(setting: Setting, value: Any, folder: Path) -> str:
    if isinstance(setting.default, list):
        well = isinstance(value, list) and all(isinstance(part, str) for part in value)
        if not well:
            return f"is not a list of texts; write it like: {_toml(setting.default or ['firefox', '--new-tab'])}"
        return _problem_of_list(setting, value)
    if isinstance(setting.default, bool):
        return "" if isinstance(value, bool) else f"is not true or false; its default is {_toml(setting.default)}"
    if setting.form:
        fits = not isinstance(value, bool) and re.fullmatch(setting.form, str(value)) is not None
        return "" if fits else f"cannot be “{value}”: {setting.help}"
    number = isinstance(setting.default, int)
    if isinstance(value, bool) or not isinstance(value, (int, float) if number else str):
        return f"is not a {'number' if number else 'text'}; its default is {_toml(setting.default)}"
    if setting.key == "address" and value and not str(value).startswith(("https://", "http://")):
        return f"is “{value}”, no web address; it starts with https://"
    if setting.choices and value not in setting.choices:
        own = sorted(file.stem for file in (folder / setting.folder).glob("*.toml")) if setting.folder else []
        if value not in own:
            return f"cannot be “{value}”; it may be {', '.join([*setting.choices, *own])}"
    if number and not (setting.least or 0) <= float(value) <= (setting.most or float("inf")):
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


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def defaults() -> str:
    """The whole file with every default, commented out, each under a line that explains it."""
    from hrd_tui.config_rules import EXAMPLE

    lines = ["# The desk of hrd. Take the # away from a line to change its value; check with: hrd config check"]
    section = ""
    for setting in SETTINGS:
        if setting.section != section:
            section = setting.section
            lines += ["", f"[{section}]"]
        of = "Of these" if isinstance(setting.default, list) else "One of"
        choices = f" {of}: {', '.join(setting.choices)}." if setting.choices else ""
        lines += [f"# {setting.help}{choices}", f"#{setting.key} = {_toml(setting.default)}"]
    lines += ["", "[keys]", "# A command and its keys, separated by commas; an empty text takes its keys away."]
    for room, name in ROOMS.items():
        # What works in both rooms stands under the first.
        own = [command for command in TABLE if command.rooms[0] == room]
        lines += [f"# {name}:"] if room == DRAFT else []
        lines += [f"#{command.id} = {_toml(', '.join(_listed(key) for key in command.keys))}" for command in own]
    lines += [
        "",
        "[mark_read]",
        "# screen.mark_read for single views: inbox, today …, a saved one, tag:NAME, folder:NAME, feed:NUMBER.",
        '#today = "hand"',
        "",
        "[views]",
        "# Queries that stand as views, in this order; hrd views add and B in the reader write them.",
    ]
    lines += [f"#{_VIEW}"]
    for named in NAMED:
        lines += ["", f"[{named.section}]", f"# {named.help}", f"#{named.example}"]
    return "\n".join([*lines, EXAMPLE])


def _listed(key: str) -> str:
    """A key or a sequence as it is shown, but for the sign that parts keys and those that TOML would escape."""
    return " ".join(one if shown(one) in (",", '"', "\\") else shown(one) for one in key.split())
