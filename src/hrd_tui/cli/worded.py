"""Commands whose words are a query, in which a word behind a minus is left out."""

from typing import Any

from click import Argument, Command, Context, NoSuchOption

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
        left = super().parse_args(ctx, [*asked, *args[options:]])
        if not ctx.resilient_parsing:
            self._refuse_options(ctx, len(args[options + 1 :]))
        return left

    def _refuse_options(self, ctx: Context, behind: int) -> None:
        """Raises NoSuchOption for two minuses before a word; so many words at the end are none in any case."""
        given = [ctx.params[param.name or ""] for param in self.params if isinstance(param, Argument)]
        words = [word for one in given for word in (one if isinstance(one, tuple) else (one,))]
        for word in words[: len(words) - behind]:
            if word.startswith(ENDS):
                from difflib import get_close_matches

                known = [option for param in self.params for option in param.opts if option.startswith(ENDS)]
                raise NoSuchOption(word, possibilities=get_close_matches(word, known), ctx=ctx)
