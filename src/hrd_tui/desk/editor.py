"""The editor's own program for writing: which it is, and a private file for it to work on."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hrd_tui.config import Config
from hrd_tui.errors import ConfigError
from hrd_tui.paths import Paths, private_folder

_USUAL = ("nano", "vi")


def command(config: Config, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Program and arguments: editor.command, else $VISUAL or $EDITOR, else nano or vi. Raises ConfigError for none."""
    given: list[str] = list(config["editor.command"])
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        argv = given or shlex.split(named) or [name for name in _USUAL if shutil.which(name)][:1]
    except ValueError as error:
        raise ConfigError(f"The editor “{named}” cannot be read: {error}", "Set editor.command.") from error
    if not argv:
        raise ConfigError("No program to edit with was found", "Set EDITOR, or editor.command in the configuration.")
    return argv


def file_with(text: str, paths: Paths, name: str) -> Path:
    """A new file with a text, in a folder of the desk that only its owner can read (0700, the file 0600).

    Not in /tmp: what programs leave beside a file (swap files, copies) stays private too.
    """
    folder = private_folder(paths.data / "editing")
    handle, file = tempfile.mkstemp(prefix=f"{name}-", suffix=".txt", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as new:
        new.write(text)
    return Path(file)


def open_in(argv: list[str], file: Path, *, terminal: bool = True) -> None:
    """Runs the program on the file and waits for it; without `terminal` it gets none.

    Raises ConfigError, which names the file, where it fails.
    """
    kept = f"Nothing was taken from it; your text is kept in {file}"
    try:
        own = None if terminal else subprocess.DEVNULL
        status = subprocess.run([*argv, str(file)], check=False, stdin=own, stdout=own, stderr=own).returncode
    except OSError as error:
        raise ConfigError(f"The editor {argv[0]} did not start", f"{error.strerror or error}. {kept}") from error
    if status:
        how = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
        raise ConfigError(f"The editor {argv[0]} {how}", kept)
