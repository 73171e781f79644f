"""The editor's own themes: plain files with colours by name, on top of a theme that there is."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from rich.color import Color, ColorParseError
from textual.theme import Theme

from hrd_tui.desk.tags import COLOURS
from hrd_tui.text.clean import clean
from hrd_tui.tui.palettes import DARK, PALETTES, TERMINAL, Palette

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
    try:
        return isinstance(value, str) and value.startswith("#") and len(value) == 7 and bool(Color.parse(value))
    except ColorParseError:
        return False


def _is_dark(ground: str) -> bool:
    red, green, blue = Color.parse(ground).get_truecolor()
    return red * 299 + green * 587 + blue * 114 < 128_000


def available(own: Mapping[str, Palette], *, colourless: bool) -> dict[str, Palette]:
    """All themes by name, the shipped ones first; without colours that of the terminal alone."""
    return {TERMINAL.name: TERMINAL} if colourless else {**PALETTES, **own}


def theme(palette: Palette) -> Theme:
    """The palette as a theme of Textual, with the variables that hrd.tcss uses."""
    return Theme(
        name=palette.name,
        primary=palette.accent,
        secondary=palette.accent,
        accent=palette.accent,
        warning=palette.warm,
        error=palette.warm,
        success=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.shade,
        panel=palette.shade,
        dark=palette.dark,
        ansi=palette.ansi,
        variables={
            "shade": palette.shade,
            "ground": palette.ground,
            "ink": palette.text,
            "dim": palette.dim,
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "strong": palette.strong,
            "input-cursor-background": palette.strong,
            "input-cursor-foreground": palette.ground,
            "input-cursor-text-style": "reverse" if palette.ansi else "none",
            "input-selection-background": palette.accent if palette.ansi else palette.cursor,
        },
    )
