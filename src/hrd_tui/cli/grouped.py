"""Groups of commands: a word that is none of them is answered with what may be meant."""

import click

from hrd_tui.errors import UsageProblem, did_you_mean, meant_one


class Grouped(click.Group):
    """A group that tells what is wrong with the word behind it. Raises UsageProblem."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            formatter = ctx.make_formatter()
            self.format_commands(ctx, formatter)
            there = f"{formatter.getvalue().strip()}\n{ctx.command_path} --help shows examples."
            raise UsageProblem(f"A command is missing behind {ctx.command_path}", there)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            meant = self.meant(ctx)
            near = meant_one([meant[args[0]]]) if args[0] in meant else did_you_mean(args[0], meant)
            raise UsageProblem(
                f"There is no command {ctx.command_path} {args[0]}", f"{near}{ctx.command_path} --help lists them."
            )
        return super().resolve_command(ctx, args)

    def meant(self, ctx: click.Context) -> dict[str, str]:
        """The words that may be meant by another one, each with the command in full."""
        return {name: f"{ctx.command_path} {name}" for name in self.list_commands(ctx)}
