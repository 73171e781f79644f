"""What `hrd items` says about the signals of items, and what the editor says against them."""

import sys
from dataclasses import asdict

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import by_query, chosen, numbers_first
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.completing_known import ITEMS_AND, NONE, PEOPLE
from hrd_tui.cli.decided import decided
from hrd_tui.cli.deciding import NAMED, WAYS
from hrd_tui.cli.dismissing import dismiss
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem
from hrd_tui.text.counted import counted

FEW = 500
"""So many items are read before a command answers, in a few seconds; more would make it wait for minutes."""


def read_first(session: Session) -> None:
    """Reads what is new, or says how many items the answer knows nothing of; tells what is wrong with the lists."""
    signals = session.desk.signals
    for problem in session.desk.lists.problems:
        output.say(problem)
    behind = signals.behind()
    if behind > FEW:
        count = len(session.desk.store.items)
        output.say(f"Not read by the signals yet: {behind} of {count} items. hrd items read-signals reads them.")
    elif behind or signals.posts_behind():
        signals.catch_up(most=FEW)
        if posts := signals.posts_behind():
            told = counted(posts, "earlier post")
            output.say(f"Not read by these lists yet: {told}. hrd archive reread reads what is left.")


@click.command("read-signals")
@pass_session
def read_signals(session: Session) -> None:
    """Read whatever the signals have not read yet; syncing and the reader do the same by themselves.

    \b
    Example:
      hrd items read-signals
    """
    signals = session.desk.signals
    unseen = not sys.stderr.isatty()
    with click.progressbar(length=signals.behind(), label="Reading", file=sys.stderr, width=24, hidden=unseen) as bar:
        count = signals.catch_up(lambda done, total: bar.update(done - bar.pos))
    output.line(f"{counted(count, 'item')} read")


@click.command()
@click.argument("item", type=int, shell_complete=ITEMS)
@click.option("--json", "as_json", is_flag=True, help="Print one object.")
@pass_session
def why(session: Session, item: int, as_json: bool) -> None:
    """Show every signal of an item with its reason, and what was said against it by hand.

    \b
    Examples:
      hrd items why 120
      hrd items why 120 --json | jq -r ".said[].why"
    """
    read_first(session)
    told = session.desk.signals.of(item)
    if as_json:
        output.json_text(asdict(told))
        return
    for said in told.said:
        sign = "x" if said.overruled else "h" if said.by_hand else " "
        output.columns([sign, said.signal, said.words, said.why], [1, 13, 30], told=True)
    if not told.said:
        output.say("Nothing was found in it.")
    if any(said.overruled for said in told.said):
        output.say("x: found, and overruled by hand · h: by hand; --reset of hrd items kind, dismiss … takes it back")


class _Kinds(click.Command):
    """A command whose help lists the kinds; their rules are read for that alone."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from hrd_tui.signals.kind import KINDS

        with formatter.section("Kinds"):
            formatter.write_dl(list(KINDS.items()))


def _overrule(name: str, signal: str, example: str, many: bool) -> click.Command:
    what = "values" if many else "value"
    help = (
        f"Say what the {signal} of items {'are' if many else 'is'}, whatever is found.\n\n"
        f"First the items, then the {what}, or “{NONE}”; --reset lets the rules decide. {WAYS}\n\n"
        f"\b\nExamples:\n  {example}\n  hrd items {name} --query 'feed:jurist ferry' {example.partition(' 120 ')[2]}\n"
        f"  hrd items {name} 120 --reset"
    )

    @click.command(name, cls=_Kinds if signal == "kind" else click.Command, help=help)
    @click.argument("words", nargs=-1, metavar="[ID]... [VALUE]...", shell_complete=ITEMS_AND.get(signal, ITEMS))
    @click.option("--reset", is_flag=True, help="Take back what was said by hand.")
    @by_query
    @pass_session
    def command(session: Session, words: tuple[str, ...], reset: bool, query: str, yes: bool) -> None:
        items, values = numbers_first(words, query)
        if bool(values) == reset:
            raise click.UsageError(f"Name the items by their numbers, then the {name}, or --reset: {example}")
        doing = (
            f"Take back what was said of the {name} of {{}}" if reset else f"Set the {name} of {{}}: {' '.join(values)}"
        )
        ids, decisions = chosen(session, items, query, yes, doing), session.desk.decisions
        if reset:
            decided(session, decisions.reset(ids, signal))
        else:
            decided(session, decisions.overrule(ids, signal, [] if values == [NONE] else values))

    return command


@click.command(
    help=f"""Say that the deadline that was found in items is right.

    {WAYS}

    \b
    Examples:
      hrd items confirm 120
      hrd items confirm 120 --day 2026-03-06
      hrd items confirm --query 'is:selected deadline:30d'
    """
)
@NAMED
@click.option("--day", default="", help="The deadline meant, as 2026-03-06 or friday; else the nearest not over.")
@by_query
@pass_session
def confirm(session: Session, item: tuple[str, ...], day: str, query: str, yes: bool) -> None:
    ids = chosen(session, item, query, yes, "Confirm the deadline of {}")
    read_first(session)
    decided(session, session.desk.decisions.confirm(ids, day))


@click.command()
@click.argument("item", type=int, required=False, shell_complete=ITEMS)
@click.option("--person", default="", shell_complete=PEOPLE, help="The case of a person instead of an item's story.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def timeline(session: Session, item: int | None, person: str, as_json: bool) -> None:
    """Show the steps of a case: arrested, charged, tried, sentenced, released, as the items of a story tell them.

    \b
    Examples:
      hrd items timeline 120
      hrd items timeline --person "Narges Mohammadi"
    """
    from hrd_tui.cli.people import steps

    if (item is None) == (not person):
        raise UsageProblem("A case is that of an item's story, or of a person", "hrd items timeline 120, or --person")
    read_first(session)
    desk = session.desk
    found = desk.people.of(person).timeline if item is None else desk.stories.timeline(item)
    if as_json:
        output.json_text([asdict(step) for step in found])
        return
    steps(found)
    if not found:
        output.say("No text tells a step of it.")


COMMANDS: tuple[click.Command, ...] = (
    read_signals,
    why,
    dismiss,
    confirm,
    timeline,
    _overrule("kind", "kind", "hrd items kind 120 award", False),
    _overrule("language", "language", "hrd items language 120 fr", False),
    _overrule("countries", "countries", "hrd items countries 120 MM Thailand", True),
    _overrule("people", "people", 'hrd items people 120 "Aung San Suu Kyi"', True),
    _overrule("organisations", "organisations", 'hrd items organisations 120 "Front Line Defenders"', True),
    _overrule("deadline", "deadlines", "hrd items deadline 120 2026-03-06", True),
)
"""The commands of `hrd items` that speak of signals."""
