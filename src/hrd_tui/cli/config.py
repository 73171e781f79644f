"""`hrd config`: the configuration file."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.config import defaults, load
from hrd_tui.errors import EXIT_OK, EXIT_USAGE, ConfigError, HrdError
from hrd_tui.paths import Paths, private_folder


@click.group()
def config() -> None:
    """Show, check and edit the configuration.

    \b
    Examples:
      hrd config edit
      hrd config check
    """


@config.command()
@pass_session
def path(session: Session) -> None:
    """Print where the configuration, the data and the cache are.

    \b
    Example:
      hrd config path
    """
    for name, place in (
        ("config", session.paths.config_file),
        ("data", session.paths.data),
        ("cache", session.paths.cache),
    ):
        output.columns([name, str(place)], [6])


@config.command()
@pass_session
def check(session: Session) -> int:
    """Read the configuration, the lists of people, organisations, places and terms, and your templates.

    What is wrong is told with its file, and the line where there is one.

    \b
    Example:
      hrd config check
    """
    from hrd_tui.desk.desk import utc_now
    from hrd_tui.desk.lists import FILES, Lists
    from hrd_tui.desk.ruling import checked
    from hrd_tui.desk.views import usable

    folder = session.paths.config
    queries = [*checked(session.config.rules, utc_now())[1], *usable(session.config.views, utc_now())[1]]
    problems = [*session.config.problems, *Lists(folder).problems, *_templates(folder / "templates")]
    for problem in problems:
        output.say(problem)
    output.sentences(queries)
    problems += queries
    if not session.paths.config_file.exists():
        output.line(f"{session.paths.config_file} is not there; every default holds. Write it with: hrd config edit")
    if not problems:
        own = [name for name in (session.paths.config_file.name, *FILES, "templates") if (folder / name).exists()]
        output.line(f"{folder}: {', '.join(own)}: all well" if own else f"{folder}: the shipped lists hold")
    return EXIT_USAGE if problems else EXIT_OK


def _templates(folder: Path) -> Iterator[str]:
    """What is wrong with the editor's own templates."""
    from hrd_tui.copydesk import sample
    from hrd_tui.copydesk.templates import Templates

    templates = Templates(folder)
    for name in templates.names() if folder.is_dir() else ():
        try:
            if not templates.get(name).own:
                continue
            tried = sample.of(name)
            found = templates.check(name, tried.values, tried.markup, tried.expected)
        except HrdError as error:
            yield f"{folder / name}: {error.title}. {error.detail}"
            continue
        for problem in found:
            yield f"{folder / name}{f', line {problem.line}' if problem.line else ''}: {problem.words}"


@config.command("defaults")
def defaults_() -> None:
    """Print the file with every default and what it means.

    \b
    Example:
      hrd config defaults | less
    """
    click.echo(defaults(), nl=False)


@config.command()
@pass_session
def edit(session: Session) -> int:
    """Open the file in $VISUAL or $EDITOR; it is written with every default first.

    \b
    Examples:
      hrd config edit
      EDITOR=nano hrd config edit
    """
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
