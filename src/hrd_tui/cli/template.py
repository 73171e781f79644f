"""`hrd template`: the templates that posts are written with."""

from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_OK, EXIT_USAGE, UsageProblem
from hrd_tui.paths import private_folder

if TYPE_CHECKING:
    from hrd_tui.copydesk.templates import Templates


@click.group()
def template() -> None:
    """The templates that posts are written with: the shipped ones and your own.

    Each kind of post has one, such as vacancy.md; default.md stands in for a missing one, page.html and archive.*
    make whole pages. One of the same name in the folder templates/ of the configuration goes before the shipped one,
    and may build on it: {% extends "shipped:vacancy.md" %}.

    \b
    Examples:
      hrd template copy vacancy.md     to have one of your own to edit
      hrd template check
    """


@template.command("list")
@pass_session
def list_(session: Session) -> None:
    """List the templates; yours are marked."""
    templates = _templates(session)
    rows = [(name, "yours" if templates.get(name).own else "") for name in templates.names()]
    output.table(("NAME", ""), rows, (32, 0))


@template.command()
@click.argument("name", nargs=-1)
@pass_session
def check(session: Session, name: tuple[str, ...]) -> int:
    """Read templates, try them on an invented post, and say what is wrong with them; without names, all."""
    from hrd_tui.copydesk import sample

    templates = _templates(session)
    names = name or templates.names()
    wrong = 0
    for one in names:
        tried = sample.of(one)
        for problem in templates.check(one, tried.values, tried.markup, tried.words):
            wrong += 1
            output.line(f"{one}:{problem.line}: {problem.words}" if problem.line else f"{one}: {problem.words}")
    if not wrong:
        output.line(f"{len(names)} templates: all well" if len(names) > 1 else f"{names[0]}: all well")
    return EXIT_USAGE if wrong else EXIT_OK


@template.command()
@click.argument("name")
@pass_session
def show(session: Session, name: str) -> None:
    """Print a template; “shipped:NAME” prints the one that yours goes before."""
    click.echo(_templates(session).source(name), nl=False)


@template.command()
@click.argument("name")
@pass_session
def copy(session: Session, name: str) -> None:
    """Copy a shipped template into your folder, to be edited."""
    text = _templates(session).source(f"shipped:{name}")
    file = private_folder(session.paths.config / "templates") / name
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError as error:
        raise UsageProblem(f"{file} is there already", "Remove it first to begin anew.") from error
    output.line(str(file))


def _templates(session: Session) -> "Templates":
    from hrd_tui.copydesk.templates import Templates

    return Templates(session.paths.config / "templates")
