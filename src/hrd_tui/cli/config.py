"""`hrd config`: the configuration file."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.commands import TABLE
from hrd_tui.config import Config, load, read
from hrd_tui.errors import EXIT_OK, EXIT_USAGE, ConfigError, HrdError
from hrd_tui.keynames import shown
from hrd_tui.paths import Paths, private_folder
from hrd_tui.settings import SETTINGS, defaults

if TYPE_CHECKING:
    from hrd_tui.desk.lists import Lists

STOPS = "hrd does not start before this is mended:"
STARTS = "hrd starts, but leaves this out:"


@click.group(cls=Grouped)
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
    """Read the configuration, the lists of people, organisations, places and terms, your templates and themes.

    What is wrong is told with its file, and the line where there is one: first what keeps hrd from starting, then what
    is only left out; so are colours of a theme that can hardly be
    read, which are no fault.

    \b
    Example:
      hrd config check
    """
    from hrd_tui.desk import themes
    from hrd_tui.desk.lists import FILES, Lists

    folder = session.paths.config
    lists = Lists(folder)
    of_file = _of_file(session.paths.config_file, lists)
    templates, looks = folder / "templates", folder / themes.FOLDER
    problems = [*of_file, *lists.problems, *_templates(templates), *themes.read(looks)[1]]
    warnings = list(themes.faint(looks))
    output.sentences([*problems, *warnings])
    if not session.paths.config_file.exists():
        output.line(f"{session.paths.config_file} is not there; every default holds. Write it with: hrd config edit")
    if not problems:
        names = (session.paths.config_file.name, *FILES, templates.name, looks.name)
        own = [name for name in names if (folder / name).exists()]
        well = "all can be used" if warnings else "all well"
        output.line(f"{folder}: {', '.join(own)}: {well}" if own else f"{folder}: the shipped lists hold")
    return EXIT_USAGE if problems else EXIT_OK


def _of_file(file: Path, lists: "Lists") -> list[str]:
    """What is wrong with the configuration itself, its rules and saved queries among it, in the order of its lines."""
    from hrd_tui.config_mistakes import LEFT_OUT, MEND, in_order

    try:
        config, wrong = read(file)
    except ConfigError as error:
        return [f"{error.title}\n{error.detail}"]
    left_out = _left_out(config, lists)
    told = [one if one == LEFT_OUT else f"{file}, {one}" for one in in_order(wrong, left_out)]
    head = STOPS if wrong else STARTS
    return [head, *told, MEND] if told else []


def _left_out(config: Config, lists: "Lists") -> list[str]:
    """A sentence for each thing of a configuration that is not used, though it keeps nothing from starting."""
    from hrd_tui.desk.desk import utc_now
    from hrd_tui.desk.highlight import unknown
    from hrd_tui.desk.ruling import checked
    from hrd_tui.desk.views import usable

    now = utc_now()
    rules = (*config.rules, *config.faulty)
    queries = [*checked(rules, now, lists.code)[1], *usable(config.views, now, lists.code, config.lines)[1]]
    return [*config.problems, *queries, *unknown(config, lists)]


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


@config.command()
@click.option("--all", "everything", is_flag=True, help="Also what is as it comes.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def show(session: Session, everything: bool, as_json: bool) -> None:
    """Show what your configuration changes, beside the defaults.

    What of it cannot be used is told below, with its line.

    \b
    Examples:
      hrd config show
      hrd config show --all | grep screen
    """
    changed = [one for one in _in_force(session.config) if everything or one[1] != one[2]]
    if as_json:
        output.json_text([dict(zip(("name", "value", "default"), one, strict=True)) for one in changed])
        return
    from hrd_tui.config_mistakes import in_order
    from hrd_tui.desk.lists import Lists

    rows = [(name, *("" if value is None else _written(value) for value in values)) for name, *values in changed]
    output.table(("NAME", "VALUE", "DEFAULT"), rows, (24, 32, 0))
    if not rows:
        output.say("Everything is as it comes: hrd config edit")
    if left_out := in_order((), _left_out(session.config, Lists(session.paths.config))):
        output.sentences(["Of your configuration this is left out:", *left_out])


def _in_force(config: Config) -> Iterator[tuple[str, Any, Any]]:
    """Each name of the configuration with its value and its default; what the editor added has none."""
    for setting in SETTINGS:
        name = f"{setting.section}.{setting.key}"
        yield name, config[name], setting.default
    usual = {command.id: ", ".join(map(shown, command.keys)) for command in TABLE}
    yield from ((f"keys.{command}", keys, usual.get(command)) for command, keys in config.keys.items())
    own: dict[str, Mapping[str, Any]] = {"mark_read": config.mark_read, "views": config.views, **config.named}
    for section, added in own.items():
        yield from ((f"{section}.{name}", value, None) for name, value in added.items())
    yield from ((f"rules.{rule.name}", f"{rule.query}: {rule.does}", None) for rule in config.rules)


def _written(value: Any) -> str:
    """A value as the file has it: what JSON and TOML write alike."""
    return json.dumps(value, ensure_ascii=False)


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
    """Open the file in your editor (editor.command, $VISUAL or $EDITOR); it is written with every default first.

    \b
    Examples:
      hrd config edit
      EDITOR=nano hrd config edit
    """
    file = written(session.paths)
    argv = _editor(session)
    try:
        status = subprocess.run([*argv, str(file)], check=False).returncode
    except OSError as error:
        raise ConfigError(
            f"The editor {argv[0]} did not start", f"{error.strerror or error}. Set EDITOR, or edit {file}"
        ) from error
    if status:
        raise ConfigError(f"The editor {argv[0]} ended with status {status}", f"hrd config check reads {file}")
    for problem in load(file).problems:
        output.say(problem)
    return EXIT_OK


def _editor(session: Session) -> list[str]:
    """The program to edit with; a file that cannot be read, and is to be mended, names none."""
    from hrd_tui.desk import editor

    try:
        known = session.config
    except ConfigError:
        known = Config({"editor.command": []})
    return editor.command(known)


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
