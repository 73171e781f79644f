"""The kind of an item: a UN expert statement, a vacancy, an award."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from hrd_tui.signals import publisher
from hrd_tui.signals.phrases import Phrases, Words
from hrd_tui.signals.reading import LEAD, Found, Reading

KINDS = {
    "un_expert_statement": "UN expert statement",
    "ngo_report": "NGO report",
    "ngo_statement": "NGO statement",
    "ngo_news": "NGO news",
    "case_alert": "Case alert",
    "open_letter": "Open letter",
    "resolution": "Resolution or session outcome",
    "call_for_input": "Call for input",
    "call_for_nominations": "Call for nominations",
    "vacancy": "Vacancy",
    "award": "Award",
    "media_report": "Media report",
}
"""The kinds of the newsroom, each with its name for a person."""

TITLE, LEAD_TEXT, PATH = "title", "lead", "path"
_PLACES = {TITLE: "in the title", LEAD_TEXT: "in the lead", PATH: "in the address"}
# Longer paragraphs are no lead but a whole text without breaks; what makes a kind stands at its beginning.
_LEAD_LENGTH = 1_000


@dataclass(frozen=True, slots=True)
class _Rule:
    number: int
    kind: str
    place: str
    by: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Rules in their order, and for each place its phrases: "3" is said for rule 3, "-3" against it."""

    ordered: tuple[_Rule, ...]
    phrases: dict[str, Phrases]
    defaults: dict[str, str]


def find(reading: Reading) -> Found | None:
    """The kind of an item, one of KINDS, by the ordered rules of `kinds.toml`; None where nothing tells.

    The title goes before the address and the lead. What a newsroom writes about a statement, report, letter or
    resolution of others is a media report; calls, vacancies, awards and the cases of defenders are so whoever tells
    them. A statement of UN experts is one where the UN itself gives it out, or nobody knows who does.
    """
    rules = _rules()
    who = publisher.find(reading)
    said = {place: _hits(lines, rules.phrases[place]) for place, lines in _lines(reading).items()}
    for rule in rules.ordered:
        hits = said[rule.place]
        if who.kind in rule.by and (words := hits.get(str(rule.number))) and f"-{rule.number}" not in hits:
            return Found(rule.kind, f"“{words}” {_PLACES[rule.place]}")
    if default := rules.defaults.get(who.kind):
        return Found(default, f"{who.told_from} is {publisher.NAMES[who.kind]}")
    return None


def _lines(reading: Reading) -> dict[str, list[str]]:
    return {
        TITLE: [reading.title],
        LEAD_TEXT: [paragraph[:_LEAD_LENGTH] for paragraph in reading.paragraphs[:LEAD]],
        PATH: _segments(reading.url),
    }


def _segments(url: str) -> list[str]:
    try:
        return urlsplit(url).path.split("/")[:-1]
    except ValueError:
        return []


def _hits(lines: list[str], phrases: Phrases) -> dict[str, str]:
    """For each name of a phrase the first words that stand for it."""
    found: dict[str, str] = {}
    for line in lines:
        words = Words(line)
        for hit in phrases.find(words):
            found.setdefault(hit.name, words.between(hit.first, hit.end))
    return found


@cache
def _rules() -> _Rules:
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "kinds.toml").read_text("utf-8"))
    ordered = tuple(
        _Rule(number, rule["kind"], rule["in"], frozenset(rule.get("by", publisher.CLASSES)))
        for number, rule in enumerate(data["rule"])
    )
    phrases = {place: Phrases(_said(data["rule"], place), data["lists"]) for place in _PLACES}
    return _Rules(ordered, phrases, data["default"])


def _said(rules: list[dict[str, Any]], place: str) -> Iterator[tuple[str, str]]:
    for number, rule in enumerate(rules):
        if rule["in"] == place:
            # A part of an address counts only whole.
            yield from ((str(number), f"^ {said} $" if place == PATH else said) for said in rule["say"])
            yield from ((f"-{number}", said) for said in rule.get("unless", ()))
