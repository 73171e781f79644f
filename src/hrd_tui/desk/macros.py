"""Macros: what was pressed in the reader, kept under letters in a plain file beside the configuration."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrd_tui.commands import BY_ID
from hrd_tui.errors import ConfigError, UsageProblem
from hrd_tui.keynames import readable, shown, spelt
from hrd_tui.paths import private_folder
from hrd_tui.store import files

FILE = "macros.toml"
MOST_STEPS = 200
"""Steps that one macro may have when it is recorded."""
MOST_PLAYED = 5000
"""Steps that may be played at once, those of other macros and repetitions counted."""
HEAD = """\
# Macros of the reader: & and a letter records one, @ and the letter plays it. A step is a command of hrd keys, a
# number before it ("3 spike"), "type: words" or "press: Enter" for what is typed into a dialog, or "play: b".
"""
TYPE, PRESS, PLAY = "type", "press", "play"


@dataclass(frozen=True, slots=True)
class Step:
    """A command by its id with a count (0: none), or what is typed: `how` is TYPE, PRESS or PLAY, `what` the text, the
    key in Textual's spelling or the letter of a macro.
    """

    what: str
    how: str = ""
    count: int = 0

    def __str__(self) -> str:
        told = f"{self.how}: {shown(self.what) if self.how == PRESS else self.what}" if self.how else self.what
        return f"{self.count} {told}" if self.count else told


def read(text: str) -> Step:
    """The step that a line of the file tells. Raises UsageProblem for one that cannot be understood."""
    number, blank, rest = text.partition(" ")
    count, rest = (int(number), rest) if blank and number.isdecimal() else (0, text)
    how, colon, what = rest.partition(": ")
    if not colon and rest in BY_ID:
        return Step(rest, count=count)
    if how == TYPE and what and not count:
        return Step(what, TYPE)
    if how == PRESS and not count and readable(what) and " " not in what:
        return Step(spelt(what), PRESS)
    if how == PLAY and is_name(what):
        return Step(what, PLAY, count)
    raise UsageProblem(
        f"“{text}” is no step of a macro", f"Steps are commands of hrd keys, {TYPE}:, {PRESS}: or {PLAY}:"
    )


def is_name(key: str) -> bool:
    """Whether a macro may be kept under a key: a letter or a digit."""
    return len(key) == 1 and key.isalnum() and key.isascii()


class Macros:
    """The macros of a configuration folder. Every call reads the file, so that it may be edited meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def known(self) -> Mapping[str, Sequence[str]]:
        """The macros by their letters, as they stand in the file. Raises ConfigError where it cannot be read."""
        try:
            found = tomllib.loads(self.file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"{self.file} cannot be read", f"{error}. Mend it with an editor.") from error
        for name, steps in found.items():
            well = isinstance(steps, list) and all(isinstance(step, str) for step in steps)
            if not (well and is_name(name)):
                example = 'Write it like: a = ["spike", "3 down"]'
                raise ConfigError(f"“{name}” in {self.file} is no macro", example)
        return found

    def steps(self, name: str, count: int = 0) -> list[Step]:
        """What a macro does, so many times, those of others in its place.

        Raises UsageProblem where there is none, where it plays itself, or where that would be too much.
        """
        played: list[Step] = []
        known = self.known()
        for step in self._unrolled(known, name, count, ()):
            played.append(step)
            if len(played) > MOST_PLAYED:
                raise UsageProblem(f"Macro {name} has more than {MOST_PLAYED:,} steps", "Play it fewer times.")
        return played

    def _unrolled(
        self, known: Mapping[str, Sequence[str]], name: str, count: int, within: tuple[str, ...]
    ) -> Iterator[Step]:
        if name in within:
            raise UsageProblem(f"Macro {name} plays itself", f"Take that step out of {self.file}")
        if name not in known:
            there = f"There are: {', '.join(known)}" if known else "& and a letter records one."
            raise UsageProblem(f"There is no macro {name}", there)
        steps = [read(text) for text in known[name]]
        for _ in range(min(max(1, count), MOST_PLAYED + 1)):
            for step in steps:
                if step.how == PLAY:
                    yield from self._unrolled(known, step.what, step.count, (*within, name))
                else:
                    yield step
            if not steps:
                return

    def keep(self, name: str, steps: Sequence[Step]) -> None:
        """Keeps a macro, durably, in place of another of that letter; comments in the file stay.

        Raises UsageProblem for one that is too long and ConfigError where the file cannot be written.
        """
        if len(steps) > MOST_STEPS:
            raise UsageProblem(
                f"A macro has at most {MOST_STEPS} steps", "Record it in two, one of which plays the other."
            )
        # tomlkit takes 30 ms to read.
        import tomlkit

        self.known()
        try:
            document = tomlkit.parse(self.file.read_text("utf-8") if self.file.exists() else HEAD)
            document[name] = [str(step) for step in steps]
            private_folder(self.file.parent)
            files.replace(self.file.resolve(), [tomlkit.dumps(document).encode("utf-8")])
        except OSError as error:
            raise ConfigError(f"{self.file} cannot be written", f"{error}. Record it again once it can.") from error
