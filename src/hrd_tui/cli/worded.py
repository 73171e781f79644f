"""Commands whose words are a query, in which a word behind a minus is left out."""

from typing import Any

from click import Command, Context

HELP = "-h"
ENDS = "--"
"""Behind it no word is an option."""


class Worded(Command):
    """A command of which -harbour is a word; click would read it as -h, -a, -r …, and show the help."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        context = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
        super().__init__(name, **settings, context_settings=context)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        options = args.index(ENDS) if ENDS in args else len(args)
        asked = ["--help" if word == HELP else word for word in args[:options]]
        return super().parse_args(ctx, [*asked, *args[options:]])
