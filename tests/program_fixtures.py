"""Programs in a test's folder that stand in for a browser, a tool of the clipboard, a command of the editor's own."""

from pathlib import Path


def program(folder: Path, name: str, shell: str) -> str:
    """A program of this name that does this in a shell; its path."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{shell}\n")
    file.chmod(0o755)
    return str(file)


def browser(folder: Path) -> tuple[Path, list[str]]:
    """The file to which a browser writes the address that it is given, and the command of that browser."""
    told = folder / "told"
    return told, [program(folder, "browser", f'printf "%s" "$1" > {told}.new && mv {told}.new {told}')]
