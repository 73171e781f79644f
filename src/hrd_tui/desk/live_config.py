"""The configuration as its file has it now, for what holds at once: rules on arrival and saved views."""

from pathlib import Path

from hrd_tui.config import Config, load
from hrd_tui.errors import ConfigError


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
                self._config, self._problem = load(self.file), None
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
