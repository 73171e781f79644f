"""The parts of the program that are installed only where they are wanted."""

import shlex
import sys


def install(extra: str) -> str:
    """The command that installs an extra of pyproject.toml for the Python that runs, written for the shell.

    Where an environment is not entered, no pip on the path is its own.
    """
    return shlex.join([sys.executable or "python3", "-m", "pip", "install", f"hrd-tui[{extra}]"])
