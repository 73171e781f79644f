"""Taking onto the desk what comes in no feed: a page, a text."""

import sys

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session


@click.command()
@click.argument("url")
@click.option("--title", default="", help="Your own headline for it.")
@click.option("--allow-private", is_flag=True, help="Allow a private or loopback address.")
@pass_session
def add(session: Session, url: str, title: str, allow_private: bool) -> None:
    """Take a page that is in no feed onto the desk.

    \b
    Examples:
      hrd items add https://example.org/statement
      hrd items add https://example.org/statement --title "Statement on the trial"
    """
    from hrd_tui.desk.arrivals import add_page

    id = add_page(session.desk, url, title=title, allow_private=allow_private)
    output.line(f"{id} {session.desk.item(id).title}")


@click.command()
@click.option("--title", default="", help="The headline; else the first line of the text.")
@click.option("--url", default="", help="Where it comes from.")
@pass_session
def paste(session: Session, title: str, url: str) -> None:
    """Take a text from stdin onto the desk; on a terminal end it with Ctrl+D.

    \b
    Examples:
      pbpaste | hrd items paste --title "Statement"
      hrd items paste --url https://example.org/mail < statement.txt
    """
    from hrd_tui.desk.arrivals import paste as arrive

    if sys.stdin.isatty():
        output.say("Paste the text, then press Ctrl+D on a line of its own.")
    id = arrive(session.desk, sys.stdin.read(), title=title, url=url)
    output.line(f"{id} {session.desk.item(id).title}")


COMMANDS: tuple[click.Command, ...] = (add, paste)
"""The commands of `hrd items` that take something onto the desk."""
