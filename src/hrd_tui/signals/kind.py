"""The kind of an item: a UN expert statement, a vacancy, an award."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from hrd_tui.signals import publisher, voice
from hrd_tui.signals.phrases import Hit, Phrases, Words
from hrd_tui.signals.reading import LEAD, Found, Reading
from hrd_tui.text.said import KINDS

__all__ = ["KINDS", "find"]

TITLE, LEAD_TEXT, PATH = "title", "lead", "path"
_PLACES = {TITLE: "in the title", LEAD_TEXT: "in the lead", PATH: "in the address"}
# Longer paragraphs are no lead but a whole text without breaks; what makes a kind stands at its beginning.
_LEAD_LENGTH = 400


@dataclass(frozen=True, slots=True)
class _Rule:
    """What it makes of an item, and the names of its phrases: what is said, what denies it, what the lead must have."""

    kind: str
    place: str
    said: str
    denied: str
    needed: str


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules for one class of publishers in their order, and the phrases of each place."""

    ordered: tuple[_Rule, ...]
    phrases: dict[str, Phrases]
    default: str


def find(reading: Reading) -> Found | None:
    """The kind of an item, one of KINDS, by the ordered rules of `kinds.toml`; None where nothing tells.

    The order of the rules is their precedence and stands at the head of that file. What a newsroom writes about a
    statement, a report, a case, a letter or a resolution of others is a media report; calls, vacancies and awards are
    so whoever tells them. A statement of UN experts is one where the UN itself gives it out, or nobody knows who does.
    """
    who = voice.heard(reading, publisher.find(reading))
    rules = _rules(who.kind)
    said: dict[str, dict[str, tuple[Words, Hit]]] = {}

    def hits(place: str) -> dict[str, tuple[Words, Hit]]:
        if place not in said:
            said[place] = _hits(_lines(reading, place), rules.phrases[place])
        return said[place]

    for rule in rules.ordered:
        here = hits(rule.place)
        if rule.said not in here or rule.denied in here or (rule.needed and rule.needed not in hits(LEAD_TEXT)):
            continue
        words, hit = here[rule.said]
        return Found(rule.kind, f"“{words.between(hit.first, hit.end)}” {_PLACES[rule.place]}")
    return Found(rules.default, who.why) if rules.default else None


def _lines(reading: Reading, place: str) -> list[str]:
    if place == TITLE:
        return [reading.title]
    if place == PATH:
        return _segments(reading.url)
    return [paragraph[:_LEAD_LENGTH] for paragraph in reading.paragraphs[:LEAD]]


def _segments(url: str) -> list[str]:
    try:
        return urlsplit(url).path.split("/")[:-1]
    except ValueError:
        return []


def _hits(lines: list[str], phrases: Phrases) -> dict[str, tuple[Words, Hit]]:
    """For each name of a phrase the first place where it stands."""
    found: dict[str, tuple[Words, Hit]] = {}
    for line in lines:
        words = Words(line)
        for hit in phrases.find(words):
            if hit.name not in found:
                found[hit.name] = (words, hit)
    return found


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files("hrd_tui.signals") / "data" / name).read_text("utf-8"))


@cache
def _rules(publishers: str) -> _Rules:
    """The rules for a class of publishers: those of the others cost its items no time."""
    data = _data("kinds.toml")
    numbered = [(n, rule) for n, rule in enumerate(data["rule"]) if publishers in rule.get("by", publisher.CLASSES)]
    ordered = tuple(
        _Rule(rule["kind"], rule["in"], f"{n}", f"-{n}", f"+{n}" if "with" in rule else "") for n, rule in numbered
    )
    phrases = {place: Phrases(_said(numbered, place), _data("kind_words.toml")) for place in _PLACES}
    return _Rules(ordered, phrases, data["default"].get(publishers, ""))


def _said(rules: list[tuple[int, dict[str, Any]]], place: str) -> Iterator[tuple[str, str]]:
    for number, rule in rules:
        if rule["in"] == place:
            # A part of an address counts only whole.
            yield from ((f"{number}", f"^ {said} $" if place == PATH else said) for said in rule["say"])
            yield from ((f"-{number}", said) for said in rule.get("unless", ()))
        if place == LEAD_TEXT:
            yield from ((f"+{number}", said) for said in rule.get("with", ()))
