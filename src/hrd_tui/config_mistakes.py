"""What is wrong with a configuration file in words: where it is no TOML, and names that there are not."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hrd_tui.errors import ConfigError, did_you_mean, meant_one
from hrd_tui.settings import NAMED, SETTINGS

MEND = "Mend it with: hrd config edit"
LEFT_OUT = "These alone would only be left out:"
LISTED = "hrd config defaults lists all"

_LINE = re.compile(r"(?:\w+, )?line (\d+): ")
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_WORDS = {
    "Expected '=' after a key": "behind a name stand = and its value: name = value",
    "Expected newline or end": 'here the value ends, and a line has one; a quotation mark within a text is written \\"',
    "Expected ']]'": "it is written with two brackets on each side: [[rules]]",
    "Expected ']' at the end of a table": "a section is written: [screen]",
    "Invalid value": 'a text stands in straight quotation marks: name = "value"; true and false are written small',
    "Invalid statement": "a line begins with a name, a [section] or #",
    "Cannot overwrite": "this stands in the file already; keep one of the two",
    "Cannot declare": "this section stands in the file already; put its lines under the first",
    "Illegal character": "a text ends in its line, with the mark that it begins with",
    "Unescaped '\\'": "a backslash is written twice: \\\\",
}
"""How what tomllib says begins, and what it means to somebody who writes the file."""

_SECTIONS = {
    **{one.section: f"[{one.section}]" for one in SETTINGS},
    **{one.section: f"[{one.section}]" for one in NAMED},
    **{name: f"[{name}]" for name in ("keys", "views", "mark_read")},
    "rules": "[[rules]]",
}
_NAMES = {name: name for name in (f"{setting.section}.{setting.key}" for setting in SETTINGS)}


def in_order(stops: Iterable[str], left_out: Iterable[str]) -> list[str]:
    """The sentences about a file, what stops the start before what is only left out, with LEFT_OUT between them; both
    in the order of the file's lines, what has no line last.
    """
    first, second = (sorted(sentences, key=_line) for sentences in (stops, left_out))
    return [*first, *([LEFT_OUT] if first and second else []), *second]


def _line(sentence: str) -> float:
    found = _LINE.match(sentence)
    return int(found[1]) if found else float("inf")


def unreadable(file: Path, text: str, said: str, mend: str = MEND) -> ConfigError:
    """The error for a text that tomllib cannot read, from what it said; `mend` says how the file is mended."""
    found = _PLACE.fullmatch(said)
    if not found:
        return ConfigError(f"{file} cannot be read", f"{said}\n{mend}".rstrip())
    if not found[2] and not text.endswith("\n"):
        # Of a last line without an end it is not told where in it the mistake is.
        try:
            tomllib.loads(f"{text}\n")
        except tomllib.TOMLDecodeError as error:
            return unreadable(file, f"{text}\n", str(error), mend)
    lines = text.split("\n")
    number, column = (int(found[2]), int(found[3])) if found[2] else (_begun(lines), 1)
    line = lines[number - 1].rstrip().replace("\t", " ")
    known = (words for begin, words in _WORDS.items() if found[1].startswith(begin))
    words = next(known, found[1]) if found[2] else "what begins here is never closed: a text, a list or a bracket"
    place = " " * min(column - 1, len(line))
    return ConfigError(f"{file}, line {number}, cannot be read", f"{line}\n{place}^ {words}\n{mend}".rstrip())


def _begun(lines: list[str]) -> int:
    """The number of the first line of what goes on to the end: those before it can be read."""
    for count in range(len(lines) - 1, 0, -1):
        try:
            tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
        return count + 1
    return 1


def undecodable(file: Path, error: UnicodeDecodeError, mend: str = MEND) -> ConfigError:
    """The error for a file that is not UTF-8; `mend` says how it is mended."""
    number = error.object.count(b"\n", 0, error.start) + 1
    told = f"It is not UTF-8: save the file as UTF-8.\n{mend}".rstrip()
    return ConfigError(f"{file}, line {number}, cannot be read", told)


def no_section(name: str, content: Any) -> str:
    """A sentence for what stands on top of the file and is no section: one that there is not, or a single value."""
    if name in _SECTIONS:
        return f"{name} is a section; its lines stand under {_SECTIONS[name]}"
    if isinstance(content, dict) or (isinstance(content, list) and all(isinstance(part, dict) for part in content)):
        return f"there is no section [{name}]. {did_you_mean(name, _SECTIONS)}{LISTED}"
    under = " or ".join(f"[{one.partition('.')[0]}]" for one in _alike(name)) or "a [section]"
    return f"{name} stands outside a section; put it under {under}"


def no_setting(name: str) -> str:
    """A sentence for a "section.key" that there is not; the same key in another section may be meant."""
    meant = meant_one(_alike(name.partition(".")[2])) or did_you_mean(name, _NAMES)
    return f"there is no setting {name}. {meant}{LISTED}"


def _alike(key: str) -> list[str]:
    return [name for name in _NAMES if name.partition(".")[2] == key]
