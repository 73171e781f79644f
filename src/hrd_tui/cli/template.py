"""`hrd template`: the templates that posts are written with."""

from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing_known import TEMPLATES
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_OK, EXIT_USAGE, UsageProblem
from hrd_tui.paths import private_folder
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.copydesk.templates import Templates


@click.group(cls=Grouped)
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
    """List the templates; yours are marked.

    \b
    Example:
      hrd template list
    """
    templates = _templates(session)
    rows = []
    for name in templates.names():
        other = templates.stand_in(name)
        mark = "yours" if templates.get(name).own else ""
        rows.append((name, f"{mark}; HTML and WordPress take the shipped {other}" if other else mark))
    output.table(("NAME", ""), rows, (32, 0))


@template.command()
@click.argument("name", nargs=-1, shell_complete=TEMPLATES)
@pass_session
def check(session: Session, name: tuple[str, ...]) -> int:
    """Try templates on an invented post and say what is wrong with them, with the line; without names, all.

    hrd template show --filled NAME prints that post as the template writes it.

    \b
    Examples:
      hrd template check
      hrd template check vacancy.md
    """
    from hrd_tui.copydesk import sample

    templates = _templates(session)
    names = name or templates.names()
    wrong = 0
    for one in names:
        tried = sample.of(one)
        for problem in templates.check(one, tried.values, tried.markup, tried.expected):
            wrong += 1
            output.line(f"{one}:{problem.line}: {problem.words}" if problem.line else f"{one}: {problem.words}")
        if other := templates.stand_in(one):
            output.say(f"{one} is for markdown; for HTML and WordPress there is only the shipped {other}")
    if wrong:
        output.say("hrd template show --filled NAME prints the invented post that they were tried on.")
    else:
        output.line(f"{len(names)} templates: all well" if len(names) > 1 else f"{names[0]}: all well")
    return EXIT_USAGE if wrong else EXIT_OK


@template.command()
@click.argument("name", shell_complete=TEMPLATES)
@click.option("--filled", is_flag=True, help="What it makes of the invented post that check tries it on.")
@pass_session
def show(session: Session, name: str, filled: bool) -> None:
    """Print a template; “shipped:NAME” prints the one that yours goes before.

    \b
    Examples:
      hrd template show vacancy.md --filled
      hrd template show shipped:vacancy.md
    """
    from hrd_tui.copydesk import sample

    templates = _templates(session)
    text = templates.source(name)
    if filled:
        tried = sample.of(name)
        text = clean(templates.render(name, tried.values, tried.markup)) + "\n"
    click.echo(text, nl=False)


@template.command()
@click.argument("name", shell_complete=TEMPLATES)
@pass_session
def copy(session: Session, name: str) -> None:
    """Copy a shipped template into your folder, to be edited; a comment in it tells what may stand there.

    \b
    Example:
      hrd template copy vacancy.md
    """
    from hrd_tui.copydesk.own_template import begin

    text = begin(name, _templates(session).source)
    file = private_folder(session.paths.config / "templates") / name
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError as error:
        raise UsageProblem(f"{file} is there already", "Remove it first to begin anew.") from error
    output.columns([str(file)])


def _templates(session: Session) -> "Templates":
    from hrd_tui.copydesk.templates import Templates

    return Templates(session.paths.config / "templates")
