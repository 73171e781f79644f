"""The manual of the command line, docs/cli.md, from the commands themselves: python -m hrd_tui.cli.manual."""

from collections.abc import Iterator

import click

from hrd_tui.cli.main import hrd

LEVELS = ("##", "##", "###")
HEAD = """\
# The command line

Written by `python -m hrd_tui.cli.manual` from what `--help` prints.
"""


def commands(command: click.Command = hrd, parent: click.Context | None = None) -> Iterator[click.Context]:
    """A command and all below it, each in its context; `command_path` is what is typed."""
    name = command.name or ""
    with click.Context(command, parent, name, terminal_width=100, **command.context_settings) as ctx:
        yield ctx
        if isinstance(command, click.Group):
            for below in command.list_commands(ctx):
                if (found := command.get_command(ctx, below)) is not None:
                    yield from commands(found, ctx)


def manual() -> str:
    """All commands with their usage, what they do, examples and options, in markdown."""
    first: dict[click.Command, str] = {}
    return "\n".join([HEAD, *(_section(ctx, first.setdefault(ctx.command, ctx.command_path)) for ctx in commands())])


def _section(ctx: click.Context, path: str) -> str:
    told = f"```text\n{ctx.get_help()}\n```" if path == ctx.command_path else f"The same as `{path}`."
    return f"{LEVELS[ctx.command_path.count(' ')]} {ctx.command_path}\n\n{told}\n"


if __name__ == "__main__":
    click.echo(manual(), nl=False)
