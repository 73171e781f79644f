"""What click finds wrong with options and words, told as everything else is: what happened, then what to do."""

import re

import click

from hrd_tui.errors import UsageProblem

_TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)\.?")
_NO_NUMBER = re.compile(r"'(.*)' is not a valid integer(?: range)?\.", re.DOTALL)
_OUT_OF_RANGE = re.compile(r"(-?\d+) is not in the range .*")


def told(error: click.ClickException) -> UsageProblem:
    """The error in words."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    title = _title(error, ctx)
    if ctx is None:
        return UsageProblem(title, "The same with --help instead tells what the command takes.")
    path = ctx.command_path
    if isinstance(error, click.NoSuchOption):
        near = " or ".join(error.possibilities or ())
        return UsageProblem(title, f"{f'Did you mean {near}? ' if near else ''}{path} --help lists them.")
    usage = " ".join([path, *ctx.command.collect_usage_pieces(ctx)])
    quotes = " Words with blanks between them stand in quotation marks." if _TOO_MANY.fullmatch(error.message) else ""
    return UsageProblem(title, f"It is typed so: {usage}\n{path} --help shows examples.{quotes}")


def _title(error: click.ClickException, ctx: click.Context | None) -> str:
    path = ctx.command_path if ctx else "hrd"
    if isinstance(error, click.NoSuchOption):
        return f"There is no option {error.option_name} of {path}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        named = error.param.get_error_hint(ctx).replace("'", "")
        if isinstance(error, click.MissingParameter):
            return f"{named} is missing behind {path}"
        meant = f"{named} of {path} cannot be" if isinstance(error.param, click.Option) else f"{path} cannot take"
        return f"{meant} that: {_of_number(error.message, error.param.type) or error.message.rstrip('.')}"
    if isinstance(error, click.BadOptionUsage):
        return (
            f"{error.option_name} takes no value"
            if "not take" in error.message
            else f"{error.option_name} needs a value"
        )
    if too_many := _TOO_MANY.fullmatch(error.format_message()):
        return f"“{too_many[1]}” is more than {path} takes"
    return error.format_message().rstrip(".")


def _of_number(message: str, kind: object) -> str:
    """What click says of a whole number in words; empty where it speaks of something else."""
    if none := _NO_NUMBER.fullmatch(message):
        return f"“{none[1]}” is no whole number"
    if isinstance(kind, click.IntRange) and (outside := _OUT_OF_RANGE.fullmatch(message)):
        value = int(outside[1])
        if kind.min is not None and value < kind.min:
            return f"{value} is less than {kind.min}"
        return f"{value} is more than {kind.max}"
    return ""
