"""The editable map from what is known of a post to the categories and tags of the blog."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hrd_tui.text.fold import fold

FILE = "terms.toml"
_SHIPPED = Path(__file__).parent / "data" / FILE
_SECTIONS = ("kinds", "organisations", "countries", "people", "topics")
_NAMES = ("countries", "people", "organisations")
_BRACKET = re.compile(r"^(.*?)\s*\(([^()]+)\)$")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one name or topic proposes; `words` are those of a topic, folded, with * for any ending."""

    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The map as read. `rules` are keyed by section and folded name, `names` the lists whose names become tags.

    `problems` are sentences with the line of the file, about what could not be used.
    """

    always: Rule = Rule()
    rules: Mapping[tuple[str, str], Rule] | None = None
    names: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> "Terms":
        """Reads the file's text; whatever cannot be used is a problem in words, and the rest holds. Never raises."""
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return cls(problems=(f"{FILE} is no TOML: {error}",))
        return _Reader(text).read(data)

    def propose(
        self,
        kind: str,
        countries: Sequence[str],
        people: Sequence[str],
        organisations: Sequence[str],
        text: str,
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Categories and tags, each in the order kind, organisations, topics, countries, people, and once."""
        given = {"countries": countries, "people": people, "organisations": organisations}
        rules = [self.always, *self._named("kinds", [kind]), *self._named("organisations", organisations)]
        rules += self._topics(text)
        for section in ("countries", "people"):
            rules += self._named(section, given[section])
        categories = [category for rule in rules for category in rule.categories]
        tags = [name for section in self.names for name in given[section]]
        tags += [tag for rule in rules for tag in rule.tags]
        return tuple(dict.fromkeys(categories)), tuple(dict.fromkeys(tags))

    def _named(self, section: str, names: Sequence[str]) -> list[Rule]:
        rules = self.rules or {}
        found = (rules.get((section, form)) for name in names for form in _forms(name))
        return [rule for rule in found if rule]

    def _topics(self, text: str) -> list[Rule]:
        line = fold(text)
        topics = [rule for (section, _), rule in (self.rules or {}).items() if section == "topics"]
        return [rule for rule in topics if any(_pattern(word).search(line) for word in rule.words)]


def shipped() -> str:
    """The text of the map that comes with the program, to be copied and changed."""
    return _SHIPPED.read_text("utf-8")


def load(folder: Path) -> Terms:
    """The editor's own map in the configuration folder, else the shipped one; a broken one is told and not used."""
    try:
        own = Terms.read((folder / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return _default()
    except (OSError, UnicodeDecodeError) as error:
        own = Terms(problems=(f"{folder / FILE} cannot be read: {error}",))
    if own.rules is None:
        default = _default()
        return Terms(default.always, default.rules, default.names, own.problems)
    return own


@cache
def _default() -> Terms:
    return Terms.read(shipped())


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word or phrase as a whole; * stands for any ending."""
    return re.compile(r"\b" + re.escape(word).replace(r"\*", r"\w*") + r"(?!\w)")


def _forms(name: str) -> list[str]:
    """The name, and of "Long Name (LN)" the two parts."""
    bracket = _BRACKET.match(name)
    return [fold(form) for form in (name, *(bracket.groups() if bracket else ()))]


class _Reader:
    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._problems: list[str] = []

    def read(self, data: Mapping[str, Any]) -> Terms:
        rules: dict[tuple[str, str], Rule] = {}
        for section, content in data.items():
            if section == "always":
                continue
            if section not in _SECTIONS or not isinstance(content, dict):
                self._problem(section, f"there is no section “{section}”; it may be always, {', '.join(_SECTIONS)}")
                continue
            for name, value in content.items():
                for form in _forms(name):
                    rules[section, form] = self._rule(section, name, value)
        always = data.get("always", {})
        if not isinstance(always, dict):
            self._problem("always", "“always” is no section")
            always = {}
        names = self._words("always", "tags_from", always.get("tags_from", []))
        for name in set(names).difference(_NAMES):
            self._problem(name, f"tags cannot come from “{name}”; it may be {', '.join(_NAMES)}")
        rule = self._rule("always", "always", {key: value for key, value in always.items() if key != "tags_from"})
        return Terms(rule, rules, tuple(name for name in names if name in _NAMES), tuple(self._problems))

    def _rule(self, section: str, name: str, value: Any) -> Rule:
        if not isinstance(value, dict):
            self._problem(name, f'“{name}” has no categories and tags; write [{section}."{name}"]')
            return Rule()
        allowed = ("categories", "tags", *(("words",) if section == "topics" else ()))
        for key in value:
            if key not in allowed:
                self._problem(key, f"“{key}” of “{name}” is not known; it may be {', '.join(allowed)}")
        lists = {key: self._words(name, key, value.get(key, [])) for key in allowed}
        if section == "topics":
            if not lists["words"]:
                self._problem(name, f"the topic “{name}” has no words to be found by")
            lists["words"] = tuple(fold(word) for word in lists["words"])
        return Rule(**lists)

    def _words(self, name: str, key: str, value: Any) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
            return tuple(word.strip() for word in value)
        self._problem(key, f"“{key}” of “{name}” is no list of words", after=name)
        return ()

    def _problem(self, word: str, sentence: str, after: str = "") -> None:
        start = self._line(after) if after else 0
        problem = f"{FILE}, line {self._line(word, max(start - 1, 0))}: {sentence}"
        if problem not in self._problems:
            self._problems.append(problem)

    def _line(self, word: str, start: int = 0) -> int:
        """The line, from 1, where a word stands first."""
        return next((number for number, line in enumerate(self._lines[start:], start + 1) if word in line), 1)
