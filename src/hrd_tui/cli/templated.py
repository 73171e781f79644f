"""A template of the command line, such as '{id}\\t{title}': names of fields and nothing that looks behind them."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any

from hrd_tui.errors import UsageProblem
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import iso

_ESCAPES = {"\\t": "\t", "\\n": "\n", "\\\\": "\\"}


class Template:
    """Text with fields in braces; a brace itself is written twice, a tab \\t, a new line \\n, a backslash \\\\.

    Raises UsageProblem for a field that there is not, and for anything behind a field's name.
    """

    def __init__(self, text: str, fields: Sequence[str]) -> None:
        there = f"There are {', '.join(fields)}."
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            raise UsageProblem(f"The format cannot be read: {error}", "Write a brace itself as {{ or }}.") from error
        self._parts: list[tuple[str, str]] = []
        for before, name, spec, conversion in parts:
            if name is not None and (name not in fields or spec or conversion):
                raise UsageProblem(f"There is no field {{{clean(_written(name, spec, conversion), line=True)}}}", there)
            self._parts.append((_unescaped(before), name or ""))

    def __call__(self, values: Mapping[str, Any]) -> str:
        """The text with the fields filled in, each cleaned to one line."""
        return "".join(before + (_plain(values[name]) if name else "") for before, name in self._parts)


def _written(name: str, spec: str | None, conversion: str | None) -> str:
    return name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")


def _unescaped(text: str) -> str:
    found, place = "", 0
    while place < len(text):
        pair = text[place : place + 2]
        found += _ESCAPES.get(pair, text[place])
        place += 2 if pair in _ESCAPES else 1
    return found


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return " ".join(map(_plain, value))
    return clean(iso(value) if hasattr(value, "astimezone") else str(value), line=True)
