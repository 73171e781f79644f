"""The command `hrd`: its options, its subcommands, and how failures are told."""

import gc
import importlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

import click

from hrd_tui import __version__
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import OpenReader, Session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, EXIT_USAGE, HrdError, QueryProblem
from hrd_tui.paths import locate
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SECTIONS: Mapping[str, Mapping[str, str]] = {
    "What came in": {
        "sync": "Pull the feeds.",
        "items": "List items, and everything that can be done with them.",
        "show": "Show items with their text.",
        "views": "Saved queries and what waits in them.",
        "brief": "The morning brief.",
        "deadlines": "What is due when.",
        "stories": "Which items tell the same event.",
        "people": "The register of people.",
        "stats": "Figures, and the balance of coverage.",
    },
    "Decisions": {
        "tag": "Add tags to items.",
        "untag": "Take tags off items.",
        "note": "Write the note of items.",
        "follow": "Keep items for follow-up.",
        "select": "Select items for the blog.",
        "spike": "Drop items.",
        "undo": "Take the last decision back.",
        "redo": "Decide again what was taken back.",
        "log": "What was decided when.",
        "rules": "What is done by itself with what arrives.",
        "tags": "List, rename, merge and colour tags.",
    },
    "Posts": {
        "draft": "Compose posts and edit them part by part.",
        "export": "Write items as posts in markdown.",
        "template": "The templates that posts are written with.",
        "wordpress": "Send drafts to the blog.",
        "links": "Check what is cited, and keep copies of it.",
        "archive": "The earlier posts of your own blog.",
    },
    "The desk": {
        "feeds": "Subscribe, rename, move, import, export.",
        "config": "Show, check and edit the configuration.",
        "past": "What is done and old, in the archive.",
        "doctor": "Check the store, and repair it.",
        "keys": "List the keys of the reader.",
        "completion": "Have bash, zsh or fish complete words.",
        "serve": "The reader in a browser of this machine.",
        "demo": "A small newsroom to try, with no internet.",
    },
}
COMMANDS: Mapping[str, str] = {name: help for section in SECTIONS.values() for name, help in section.items()}
ELSEWHERE: Mapping[str, str] = {
    **dict.fromkeys(("tag", "untag", "note", "follow", "select", "spike"), "deciding"),
    **dict.fromkeys(("undo", "redo"), "log"),
}
"""The modules of commands that are not in one of their own name."""
SEARCHES = ("find", "search", "grep", "ls", "query")
"""What other programs call the command that finds items."""
COMPLETING = "_HRD_COMPLETE"
"""Set by a shell that asks how a word goes on; the name is click's."""
INTERRUPTED = 130
"""128 + SIGINT, as shells count it."""


class Commands(Grouped):
    """The subcommands, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"hrd_tui.cli.{ELSEWHERE.get(cmd_name, cmd_name)}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Ends well where the reader of the output has left; click would exit with 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Python would complain once more when it flushes stdout at its end.
            sys.stdout = None
            return EXIT_OK

    def meant(self, ctx: click.Context) -> dict[str, str]:
        from hrd_tui.cli.items import items

        searches = dict.fromkeys(SEARCHES, "hrd items …")
        return {name: f"hrd items {name}" for name in items.commands} | searches | super().meant(ctx)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=help) for name, help in COMMANDS.items() if name.startswith(incomplete)]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        longest = max(map(len, COMMANDS))
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(longest), help) for name, help in commands.items()])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all well · 1 some of it failed · 2 wrong usage · 3 nothing could be done · 130 stopped.",
)
@click.version_option(__version__, prog_name="hrd")
@click.option("--home", type=click.Path(path_type=Path), help="A folder for config, data and cache (or HRD_HOME).")
@click.pass_context
def hrd(ctx: click.Context, home: Path | None) -> None:
    """The desk of a human-rights newsroom in a terminal.

    Without a command it opens the reader. Every decision a key takes, a command takes too, also while the reader
    is open.

    \b
    Examples:
      hrd
      hrd items ferry is:unread newer:3d
      hrd --home ~/second-desk sync
    """
    session = Session(locate(home), ctx.obj)
    ctx.obj = session
    ctx.call_on_close(session.close)
    if ctx.invoked_subcommand:
        gc.enable()
    else:
        from hrd_tui.desk.desk import Desk

        session.open_reader(Desk(session.paths, session.config))


def run(arguments: list[str], open_reader: OpenReader) -> int:
    """Runs the command line and gives its exit code; failures are told on stderr in words."""
    if COMPLETING in os.environ:
        from hrd_tui.cli.shells import register

        register()
    try:
        result = hrd.main(arguments, prog_name="hrd", standalone_mode=False, obj=open_reader)
    except HrdError as error:
        tell(error)
        return error.exit_code
    except click.ClickException as error:
        from hrd_tui.cli import misused

        tell(misused.told(error))
        return EXIT_USAGE
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort as error:
        # Click makes one of Ctrl+C, too; behind a question it was asked nothing has been done yet.
        stopped = isinstance(error.__cause__, KeyboardInterrupt)
        click.echo("Stopped; what was done stays." if stopped else "Nothing was done.", err=True)
        return INTERRUPTED
    except OSError as error:
        tell(HrdError(f"{error.filename or 'A file'} cannot be used", str(error.strerror or error)))
        return EXIT_NOTHING_DONE
    return result if isinstance(result, int) else EXIT_OK


def tell(error: HrdError) -> None:
    """An error in words, on stderr: what happened, then what to do."""
    from hrd_tui.cli import output

    output.running(f"hrd: {clean(error.title)}", err=True)
    if error.detail:
        output.running(indent(clean(error.detail), "     "), err=True)
    if isinstance(error, QueryProblem) and '"' in error.detail and error.at is None:
        words = "The shell takes quotation marks away, unless others stand round all of it: 'country:\"South Sudan\"'"
        output.running(f"     {words}", err=True)
