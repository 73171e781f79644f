"""`hrd config`: the configuration file."""

import os
import shlex
import subprocess
from pathlib import Path

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.config import defaults, load
from hrd_tui.errors import EXIT_OK, EXIT_USAGE, ConfigError
from hrd_tui.paths import Paths, private_folder


@click.group()
def config() -> None:
    """Show, check and edit the configuration."""


@config.command()
@pass_session
def path(session: Session) -> None:
    """Print where the configuration, the data and the cache are."""
    output.line(f"config  {session.paths.config_file}")
    output.line(f"data    {session.paths.data}")
    output.line(f"cache   {session.paths.cache}")


@config.command()
@pass_session
def check(session: Session) -> int:
    """Read the file and say what is wrong with it."""
    problems = session.config.problems
    for problem in problems:
        output.say(problem)
    if not session.paths.config_file.exists():
        output.line(f"{session.paths.config_file} is not there; every default holds. Write it with: hrd config edit")
    elif not problems:
        output.line(f"{session.paths.config_file}: all well")
    return EXIT_USAGE if problems else EXIT_OK


@config.command("defaults")
def defaults_() -> None:
    """Print the file with every default and what it means."""
    click.echo(defaults(), nl=False)


@config.command()
@pass_session
def edit(session: Session) -> int:
    """Open the file in $VISUAL or $EDITOR; it is written with every default first."""
    file = written(session.paths)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        subprocess.run([*shlex.split(editor), str(file)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ConfigError(f"The editor “{editor}” did not run", f"{error}. Set EDITOR, or edit {file}") from error
    for problem in load(file).problems:
        output.say(problem)
    return EXIT_OK


def written(paths: Paths) -> Path:
    """The configuration file, written with its defaults commented out where there is none yet."""
    file = paths.config_file
    private_folder(file.parent)
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as new:
            new.write(defaults())
    except FileExistsError:
        pass
    return file
