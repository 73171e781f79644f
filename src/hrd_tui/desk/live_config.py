"""The configuration as its file has it now, for what holds at once: rules on arrival, saved views, and all that is
looked up anew each time.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from hrd_tui.config import Config, load
from hrd_tui.errors import ConfigError

AT_ONCE = frozenset(
    (
        "browser.command browser.background editor.command images.draw mark_read pipe pipe_terminal screen.mark_read "
        "screen.rows screen.theme highlight.words highlight.countries highlight.people highlight.organisations"
    ).split()
)
"""What a reader that is open takes over from a changed configuration, beside rules and views."""


def changed(before: Config, after: Config) -> frozenset[str]:
    """The settings in which two configurations differ, as section.key; where the keys are names, the section. Rules and
    views are none of them.
    """
    values = {name for name, value in after.values.items() if before.values.get(name) != value}
    sections = {name for name, commands in after.named.items() if before.named.get(name) != commands}
    own = {"keys": before.keys != after.keys, "mark_read": before.mark_read != after.mark_read}
    return frozenset({*values, *sections, *(name for name, differs in own.items() if differs)})


def taken_over(config: Config, after: Config, names: Collection[str]) -> Config:
    """The configuration with those of the settings as another one has them."""
    values = {name: value for name, value in after.values.items() if name in names}
    named = {name: commands for name, commands in after.named.items() if name in names}
    policies = after.mark_read if "mark_read" in names else config.mark_read
    return replace(config, values={**config.values, **values}, named={**config.named, **named}, mark_read=policies)


class LiveConfig:
    """Reads the file again when it changes; one that cannot be used leaves the one of before in force."""

    def __init__(self, file: Path, config: Config) -> None:
        self.file = file
        self._config = config
        self._stamp = _stamp(file)
        self._problem: ConfigError | None = None
        self.version = 0
        """How often the file was read again."""

    def read(self) -> Config:
        """The configuration in force: the same object for as long as the file stays as it is."""
        stamp = _stamp(self.file)
        if stamp != self._stamp:
            self._stamp = stamp
            self.version += 1
            try:
                self._config, self._problem = load(self.file, whole=True), None
            except ConfigError as error:
                self._problem = error
        return self._config

    @property
    def problem(self) -> ConfigError | None:
        """Why the file cannot be used as it is now."""
        self.read()
        return self._problem

    def told(self, what: str) -> list[str]:
        """The same as a sentence, where there is one; `what` are those of before that hold on."""
        problem = self.problem
        return [f"{problem.title}; the {what} of before hold\n{problem.detail}"] if problem else []


def _stamp(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
