"""The front matter of a markdown post, in YAML, TOML or JSON, read even where it is not quite well-formed."""

import json
import re
import tomllib
from typing import Any

MAX_FRONT = 16 * 1024
"""Characters of front matter that are read as what they are; a longer one is read line by line. Own exports have
at most 3,000."""
MAX_LINES = 2_000

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = re.compile(r"([A-Za-z_][\w-]{0,60})[ \t]*[:=][ \t]*(.*)")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")

Front = dict[str, Any]
"""Keys in lower case; values are texts, or lists and mappings of texts. Nothing else is made of them."""


def split(text: str) -> tuple[Front | None, str]:
    """The front matter and what follows it; None where a text has no front matter."""
    text = text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
    if text.startswith("{"):
        return _json(text)
    first, _, rest = text.partition("\n")
    ends = _FENCES.get(first.rstrip())
    if ends is None:
        return None, text
    lines = rest.split("\n", MAX_LINES)
    end = next((number for number, line in enumerate(lines[:MAX_LINES]) if line.rstrip() in ends), None)
    if end is None:
        return None, text
    front = "\n".join(lines[:end])
    return _lowered(_yaml(front) if first.startswith("-") else _toml(front)), "\n".join(lines[end + 1 :])


def texts(value: Any) -> list[str]:
    """The texts in a value: it alone, or those of a list; "a, b" counts as two where it stands for a list."""
    if isinstance(value, str):
        return [part.strip() for part in value.strip("[] ").split(",")]
    if isinstance(value, list):
        return [str(one) for one in value if isinstance(one, (str, int, float))]
    return []


def text(value: Any) -> str:
    """A value that is one text, else ""."""
    return value.strip() if isinstance(value, str) else ""


def _yaml(front: str) -> Any:
    """By YAML's plainest loader: every value is a text, no type, no object, no date is made of it."""
    if len(front) > MAX_FRONT:
        return _by_lines(front)
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(front, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return _by_lines(front)


def _toml(front: str) -> Any:
    if len(front) > MAX_FRONT:
        return _by_lines(front)
    try:
        return _plain(tomllib.loads(front))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return _by_lines(front)


def _json(text: str) -> tuple[Front | None, str]:
    end = text.find("\n}", 0, MAX_FRONT)
    if end < 0:
        return None, text
    try:
        front = json.loads(text[: end + 2])
    except (ValueError, RecursionError):
        return None, text
    return (_lowered(_plain(front)), text[end + 2 :]) if isinstance(front, dict) else (None, text)


def _plain(value: Any) -> Any:
    """The values as texts, two levels down."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _by_lines(front: str) -> Front:
    """`key: value` lines and the lists under them, for what a parser refuses, such as a colon in a bare title."""
    found: Front = {}
    key = ""
    for line in front.split("\n"):
        if match := _LINE.match(line):
            key, value = match[1], match[2].strip()
            if value[:1] == value[-1:] and value[:1] in ("'", '"') and len(value) > 1:
                value = value[1:-1]
            found[key] = value
        elif key and (entry := _ENTRY.match(line)):
            before = found[key]
            found[key] = [*(before if isinstance(before, list) else []), entry[1].strip().strip("'\"")]
    return found


def _lowered(front: Any) -> Front:
    return {str(key).lower(): value for key, value in front.items()} if isinstance(front, dict) else {}
