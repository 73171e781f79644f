"""The editable map from what is known of a post to the categories and tags of the blog."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hrd_tui.signals.kind import KINDS
from hrd_tui.text.fold import fold

FILE = "terms.toml"
_SHIPPED = Path(__file__).parent / "data" / FILE
_SECTIONS = ("kinds", "organisations", "countries", "people", "topics")
_NAMES = ("countries", "people", "organisations")
TWICE = 2
"""A word of a topic that the text says only once in passing does not make it the topic of the post."""

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
        """Categories and tags, each once. A topic counts whose words stand in the first line of `text`, its headline,
        or twice in all of it.
        """
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
        whole = fold(text)
        title = whole.partition("\n")[0]
        topics = [rule for (section, _), rule in (self.rules or {}).items() if section == "topics"]
        return [
            rule
            for rule in topics
            if any(_pattern(word).search(title) for word in rule.words)
            or sum(len(_pattern(word).findall(whole)) for word in rule.words) >= TWICE
        ]


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
    """Reads the parsed file and tells what cannot be used, each with its line in the text."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._problems: list[str] = []

    def read(self, data: Mapping[str, Any]) -> Terms:
        rules: dict[tuple[str, str], Rule] = {}
        for section, content in data.items():
            if section == "always":
                continue
            if section not in _SECTIONS or not isinstance(content, dict):
                self._problem(f"there is no section “{section}”; it may be always, {', '.join(_SECTIONS)}", section)
                continue
            for name, value in content.items():
                if section == "kinds" and name not in KINDS:
                    self._problem(f"there is no kind “{name}”; it may be {', '.join(KINDS)}", section, name)
                for form in _forms(name):
                    rules[section, form] = self._rule(value, section, name)
        always = data.get("always", {})
        names = self._words(always, "tags_from", "always") if isinstance(always, dict) else ()
        for name in set(names).difference(_NAMES):
            self._problem(f"tags cannot come from “{name}”; it may be {', '.join(_NAMES)}", "always", key="tags_from")
        rule = self._rule(always, "always")
        return Terms(rule, rules, tuple(name for name in names if name in _NAMES), tuple(self._problems))

    def _rule(self, value: Any, section: str, name: str = "") -> Rule:
        shown = f"[{section}.{name}]" if name else f"[{section}]"
        if not isinstance(value, dict):
            self._problem(f"{shown} must be a section with categories and tags", section, name)
            return Rule()
        more = {"topics": "words", "always": "tags_from"}.get(section)
        allowed = ("categories", "tags", *((more,) if more else ()))
        for key in value:
            if key not in allowed:
                self._problem(f"{shown} has no “{key}”; it may be {', '.join(allowed)}", section, name, key)
        words = self._words(value, "words", section, name) if section == "topics" else ()
        if section == "topics" and not words:
            self._problem(f"{shown} has no words to be found by", section, name)
        return Rule(
            categories=self._words(value, "categories", section, name),
            tags=self._words(value, "tags", section, name),
            words=tuple(fold(word) for word in words),
        )

    def _words(self, value: Mapping[str, Any], key: str, section: str, name: str = "") -> tuple[str, ...]:
        words = value.get(key, [])
        if isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words):
            return tuple(word.strip() for word in words)
        self._problem(f"“{key}” is no list of words", section, name, key)
        return ()

    def _problem(self, sentence: str, section: str, name: str = "", key: str = "") -> None:
        head = self._line(
            rf"\s*\[?\s*[\"']?{re.escape(section)}[\"']?\s*[].=]"
            if not name
            else rf"\s*\[\s*{re.escape(section)}\s*\.\s*[\"']?{re.escape(name)}[\"']?\s*\]",
            0,
        )
        line = self._line(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", head) if key else head
        problem = f"{FILE}, line {line + 1}: {sentence}"
        if problem not in self._problems:
            self._problems.append(problem)

    def _line(self, pattern: str, start: int) -> int:
        """The first line from `start` on that begins so; `start` where none does."""
        lines = enumerate(self._lines[start:], start)
        return next((number for number, line in lines if re.match(pattern, line)), start)
