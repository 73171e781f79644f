"""What every command shares: where the desk is, its configuration, and the desk itself, each opened when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import click

from hrd_tui.config import Config, load
from hrd_tui.paths import Paths

if TYPE_CHECKING:
    from hrd_tui.desk.desk import Desk

OpenReader = Callable[["Desk"], None]


@dataclass
class Session:
    """One run of the command line; `open_reader` shows the screen, which this layer may not import."""

    paths: Paths
    open_reader: OpenReader
    _desk: "Desk | None" = field(default=None, init=False)

    @cached_property
    def config(self) -> Config:
        """The configuration. Raises ConfigError."""
        return load(self.paths.config_file)

    @property
    def desk(self) -> "Desk":
        """The desk with its store open. Raises ConfigError and StoreError."""
        if self._desk is None:
            from hrd_tui.desk.desk import Desk

            self._desk = Desk.open(self.paths, self.config)
        return self._desk

    def close(self) -> None:
        """Lets go of the desk if it was opened."""
        if self._desk is not None:
            self._desk.close()


pass_session = click.make_pass_decorator(Session)
