"""The editor's own themes: plain files with colours by name, on top of a theme that there is."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hrd_tui.config import lines_of
from hrd_tui.desk.palettes import DARK, PALETTES, Palette, contrast
from hrd_tui.desk.tags import COLOURS
from hrd_tui.errors import ConfigError, did_you_mean
from hrd_tui.settings import toml
from hrd_tui.text.clean import clean

FOLDER = "themes"
_HOW = frozenset(["name", "dark", "ansi", "tags"])
NAMES = tuple(field.name for field in fields(Palette) if field.name not in _HOW)
"""The colours that a file may name, besides those of [tags]."""
FAINT = 3.0
"""Below this contrast (WCAG 2.1, 1.4.3, for large text) text of a theme is told to be hard to read."""


def read(folder: Path) -> tuple[dict[str, Palette], list[str]]:
    """The themes of a folder by the names of their files without .toml, and a sentence for each thing that is wrong
    with one that cannot be used, with its file and line.

    A file names colours of NAMES as hex ("#16181b"), those of tags in the section [tags] by desk.tags.COLOURS, and in
    `extends` a shipped theme with colours of its own, hrd-dark where it says nothing, for all others.
    """
    found: dict[str, Palette] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            text, data = _data(file)
        except ConfigError as error:
            problems.append(clean(f"{error.title}\n{error.detail}"))
            continue
        lines = lines_of(text)
        wrong = sorted(_wrong(file.stem, data), key=lambda one: lines.get(one[0], 0))
        problems += [_at(file, lines, name, told) for name, told in wrong]
        if not wrong:
            found[file.stem] = _palette(file.stem, data)
    return found, problems


def faint(folder: Path) -> Iterator[str]:
    """A sentence for each line of a theme by which text can hardly be read, with the ground where that is worst."""
    for name, palette in read(folder)[0].items():
        file = folder / f"{name}.toml"
        lines = lines_of(_data(file)[0])
        found: dict[tuple[str, str], dict[str, float]] = {}
        for ink, colour in palette.inks().items():
            least, ground = min((contrast(colour, tone), ground) for ground, tone in palette.grounds().items())
            if least < FAINT:
                found.setdefault((ink if ink in lines else ground, ground), {})[ink] = least
        for (place, ground), inks in found.items():
            told = f"{', '.join(inks)} on {ground}: a contrast of {min(inks.values()):.1f}"
            yield _at(file, lines, place, f"{told}; text needs 4.5 (WCAG 2.1, 1.4.3)")


def _data(file: Path) -> tuple[str, dict[str, Any]]:
    """The text of a file and what it holds. Raises ConfigError."""
    shown = _shown(file)
    try:
        text = file.read_text("utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{shown} cannot be read", f"{error.strerror}. It has to be a file of yours.") from error
    except UnicodeDecodeError as error:
        from hrd_tui.config_mistakes import undecodable

        raise undecodable(shown, error, mend="") from error
    except tomllib.TOMLDecodeError as error:
        from hrd_tui.config_mistakes import unreadable

        raise unreadable(shown, text, str(error), mend="") from error


def _shown(file: Path) -> Path:
    return Path(clean(str(file), line=True))


def _at(file: Path, lines: Mapping[str, int], name: str, told: str) -> str:
    line = f", line {lines[name]}" if name in lines else ""
    return f"{_shown(file)}{line}: {clean(told, line=True)}"


def _palette(name: str, data: Mapping[str, Any]) -> Palette:
    below, tags = PALETTES[data.get("extends", DARK.name)], data.get("tags", {})
    tones = tuple(tags.get(colour, tone) for colour, tone in zip(COLOURS, below.tags, strict=True))
    own = {colour: tone for colour, tone in data.items() if colour in NAMES}
    return replace(below, **own, name=name, tags=tones, dark=_is_dark(data.get("ground", below.ground)))


def _wrong(name: str, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """All that is wrong with a theme: the name of the line, as "tags.pink", and a sentence."""
    if name in PALETTES:
        yield "", "a shipped theme has this name; give the file another"
    base = data.get("extends", DARK.name)
    known = {palette.name: palette.name for palette in PALETTES.values() if not palette.ansi}
    if not isinstance(base, str) or base not in known:
        near = did_you_mean(str(base), known)
        yield "extends", f"extends cannot be {toml(base)}. {near}It may be {', '.join(known)}"
    yield from _wrong_colours({key: tone for key, tone in data.items() if key not in ("extends", "tags")}, NAMES, "")
    tags = data.get("tags", {})
    if isinstance(tags, dict):
        yield from _wrong_colours(tags, COLOURS, "tags.")
    else:
        yield "tags", 'tags is not a section; write under [tags] lines like: pink = "#d9a3c6"'


def _wrong_colours(colours: Mapping[str, Any], names: tuple[str, ...], section: str) -> Iterator[tuple[str, str]]:
    for name, value in colours.items():
        if name not in names:
            near = did_you_mean(name, {one: one for one in names})
            elsewhere = COLOURS if names == NAMES else NAMES
            place = "under [tags]" if names == NAMES else "above [tags]"
            there = f"it stands {place}" if name in elsewhere else f"there are {', '.join(names)}"
            yield f"{section}{name}", f"{section}{name} is no colour here. {near}{there[0].upper()}{there[1:]}"
        elif not (isinstance(value, str) and _HEX.fullmatch(value)):
            yield f"{section}{name}", f'{section}{name} is {toml(value)}; a colour is written like "#16181b"'


_HEX = re.compile("#[0-9a-fA-F]{6}")


def _is_dark(ground: str) -> bool:
    red, green, blue = bytes.fromhex(ground[1:])
    return red * 299 + green * 587 + blue * 114 < 128_000
