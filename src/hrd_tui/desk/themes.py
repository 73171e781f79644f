"""The editor's own themes: plain files with colours by name, on top of a theme that there is."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hrd_tui.desk.palettes import DARK, PALETTES, Palette
from hrd_tui.desk.tags import COLOURS
from hrd_tui.text.clean import clean

FOLDER = "themes"
_HOW = frozenset(["name", "dark", "ansi", "tags"])
NAMES = tuple(field.name for field in fields(Palette) if field.name not in _HOW)
"""The colours that a file may name, besides those of [tags]."""


def read(folder: Path) -> tuple[dict[str, Palette], list[str]]:
    """The themes of a folder by the names of their files without .toml, and a sentence for each that cannot be used.

    A file names colours of NAMES as hex ("#16181b"), those of tags in the section [tags] by desk.tags.COLOURS, and in
    `extends` a shipped theme with colours of its own, hrd-dark where it says nothing, for all others.
    """
    found: dict[str, Palette] = {}
    problems = []
    for file in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(file.read_text("utf-8"))
            found[file.stem] = _palette(file.stem, data)
        except (OSError, ValueError) as error:
            problems.append(f"{FOLDER}/{clean(file.name, line=True)}: {clean(str(error), line=True)}")
    return found, problems


def _palette(name: str, data: dict[str, Any]) -> Palette:
    """Raises ValueError that tells all that is wrong."""
    base, tags = data.pop("extends", DARK.name), data.pop("tags", {})
    wrong = [] if name not in PALETTES else ["a shipped theme has this name"]
    known = [palette.name for palette in PALETTES.values() if not palette.ansi]
    if base not in known:
        wrong.append(f"extends cannot be {base!r}; it may be {', '.join(known)}")
    if not isinstance(tags, dict):
        wrong.append('tags is not a section; write under [tags] lines like: pink = "#d9a3c6"')
        tags = {}
    wrong += _wrong(data, NAMES) + [f"tags.{one}" for one in _wrong(tags, COLOURS)]
    if wrong:
        raise ValueError("; ".join(wrong))
    below = PALETTES[base]
    tones = tuple(tags.get(colour, tone) for colour, tone in zip(COLOURS, below.tags, strict=True))
    return replace(below, **data, name=name, tags=tones, dark=_is_dark(data.get("ground", below.ground)))


def _wrong(colours: Mapping[str, Any], names: tuple[str, ...]) -> list[str]:
    unknown = [f"{name} is no colour here; there are {', '.join(names)}" for name in colours if name not in names]
    return unknown + [
        f"{name} is {value!r}, no colour like #16181b"
        for name, value in colours.items()
        if name in names and not _is_hex(value)
    ]


def _is_hex(value: object) -> bool:
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


_HEX = re.compile("#[0-9a-fA-F]{6}")


def _is_dark(ground: str) -> bool:
    red, green, blue = bytes.fromhex(ground[1:])
    return red * 299 + green * 587 + blue * 114 < 128_000
