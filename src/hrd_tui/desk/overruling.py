"""What an editor may say against the signals, in the form in which it is kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from hrd_tui.errors import UsageProblem
from hrd_tui.selection.in_force import DISMISSED
from hrd_tui.text.clean import clean

ONE = ("kind", "language")
SEVERAL = ("countries", "people", "organisations", "deadlines")
OVERRULED = (*ONE, *SEVERAL)
"""Signals whose value can be set by hand; a story is split and merged instead, a deadline also confirmed."""
DISMISSIBLE = tuple(DISMISSED.values())
"""What single findings are called that can be dismissed instead."""
OF_STORIES = ("single-source", "circular")
"""Cautions of a whole story, dismissed at any item of it: signals.sourcing finds them."""


class Lists(Protocol):
    """The editor's lists, as far as they say how a value is written."""

    def code(self, country: str) -> str:
        """The ISO 3166-1 alpha-2 code of a country by its code or a name of it; empty for no country."""

    def canonical(self, name: str) -> str:
        """A person's or organisation's name as the lists write it, else as given."""


def value(signal: str, values: Sequence[str], lists: Lists, now: datetime) -> str | list[str]:
    """What is kept of these values; days are read like `ahead.day`.

    Raises UsageProblem for a signal or value that cannot be understood.
    """
    if signal not in OVERRULED:
        raise UsageProblem(f"There is no signal “{signal}”", f"There are {', '.join(OVERRULED)}.")
    words = [word for word in (clean(given, line=True) for given in values) if word]
    if signal in ONE:
        if len(words) > 1:
            raise UsageProblem(f"An item has one {signal}", "Give one value, or none.")
        read = _kind if signal == "kind" else _language
        return read(words[0]) if words else ""
    match signal:
        case "countries":
            found = [_country(word, lists) for word in words]
        case "deadlines":
            from hrd_tui.desk.ahead import day

            found = sorted(day(word, now).isoformat() for word in words)
        case _:
            found = [lists.canonical(word) for word in words]
    return list(dict.fromkeys(found))


def findings(what: Sequence[str]) -> list[str]:
    """Findings to be dismissed, each as selection.in_force.dismissal writes it. Raises UsageProblem for others."""
    for one in what:
        name = one.partition(" ")[0]
        if name not in DISMISSIBLE:
            raise UsageProblem(f"“{clean(one, line=True)}” cannot be dismissed", f"There are {', '.join(DISMISSIBLE)}.")
    return list(dict.fromkeys(what))


def _kind(word: str) -> str:
    from hrd_tui.signals.kind import KINDS

    name = word.lower().replace("-", "_").replace(" ", "_")
    if name not in KINDS:
        raise UsageProblem(f"There is no kind “{word}”", f"There are {', '.join(KINDS)}.")
    return name


def _language(word: str) -> str:
    from hrd_tui.text import languages

    name = word.lower()
    if "-" in name or not languages.known(name):
        raise UsageProblem(f"“{word}” is no language", "Name it by its code: en, fr, es, ar, de …")
    return name


def _country(word: str, lists: Lists) -> str:
    code = lists.code(word)
    if not code:
        raise UsageProblem(f"There is no country “{word}”", "Name it by its English name or its code, such as MM.")
    return code
