"""The section [views] of the configuration file, altered without touching anything else in it."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from hrd_tui.errors import ConfigError
from hrd_tui.paths import private_folder
from hrd_tui.settings import defaults
from hrd_tui.store import files

if TYPE_CHECKING:
    from tomlkit.items import Table

SECTION = "views"


def write(file: Path, views: Mapping[str, str], alter: "Callable[[Table], object]") -> None:
    """Alters the section, which then has to hold `views`; what else stands in the file stays, its comments too.

    A file that is not there is begun with every default. Raises ConfigError that says what to do by hand.
    """
    # tomlkit takes 30 ms to read; few commands write the file.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError
    from tomlkit.items import Table

    remedy = "Alter the section [views] by hand: hrd config edit"
    try:
        text = file.read_text("utf-8") if file.exists() else defaults()
        document = tomlkit.parse(text)
        if SECTION not in document:
            document[SECTION] = tomlkit.table()
        table = document[SECTION]
        if not isinstance(table, Table):
            raise ConfigError(f"[views] of {file} is written in parts", remedy)
        alter(table)
        written = tomlkit.dumps(document)
        if tomllib.loads(written).get(SECTION, {}) != views:
            raise ConfigError(f"[views] of {file} cannot be altered without harm", remedy)
        private_folder(file.parent)
        # Whoever links the file to one kept elsewhere keeps the link.
        files.replace(file.resolve(), [written.encode("utf-8")])
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ConfigError(f"{file} cannot be written", f"{error}. {remedy}") from error


def add(table: "Table", name: str, query: str) -> None:
    """Puts a view behind the others, before the empty line that ends the section."""
    from tomlkit.items import Whitespace

    body = table.value.body
    last = max((place for place, (key, _) in enumerate(body) if key is not None), default=-1)
    gap = next((at for at in range(last + 1, len(body)) if isinstance(body[at][1], Whitespace)), len(body))
    tail = body[gap:]
    del body[gap:]
    table.add(name, query)
    body += tail


def rename(table: "Table", before: str, after: str) -> None:
    """Gives a view another name; it keeps its place, and the comment behind it."""
    from tomlkit import key
    from tomlkit.items import SingleKey

    body = table.value.body
    for place, (known, item) in enumerate(body):
        if isinstance(known, SingleKey) and known.key == before:
            body[place] = (key(after), item)
