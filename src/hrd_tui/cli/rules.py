"""`hrd rules`: what is done by itself with what arrives."""

from collections.abc import Sequence
from typing import Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import agreed, refused
from hrd_tui.cli.completing import TAGS
from hrd_tui.cli.completing_known import RULES
from hrd_tui.cli.completing_query import QUERY
from hrd_tui.cli.fulltext import asks_text, index_first
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.log import done
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.signals import read_first
from hrd_tui.config_rules import Rule, read
from hrd_tui.desk.rules import summary
from hrd_tui.desk.ruling import MONTH, Touched, checked
from hrd_tui.errors import UsageProblem
from hrd_tui.text import dates

DAYS = click.option(
    "--days", type=click.IntRange(min=1), default=MONTH, show_default=True, help="Items of so many days."
)

NO_RULE = (
    "There is no rule yet: [[rules]] in the configuration (hrd config edit) is where they are written, hrd config"
    " defaults shows how, hrd rules try --query tries one."
)


@click.group(cls=Grouped, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@click.pass_context
def rules(ctx: click.Context, as_json: bool) -> None:
    """List the rules, and how many items of the last 30 days each touched.

    Rules stand in the configuration (hrd config edit) as [[rules]]: a query, and what is done with an item that
    matches it, once, when it has come in and was read. What was decided about an item by hand always holds.

    \b
    Examples:
      hrd rules try                                what all rules would have done in the last 30 days
      hrd rules try --query "lawyer kind:case_alert" --tag lawyers
      hrd rules run --days 7                       do it with what is on the desk
      hrd items rule:vacancies                     what a rule touched
    """
    if ctx.invoked_subcommand:
        return
    session = ctx.ensure_object(Session)
    ruling = session.desk.ruling
    touched = ruling.touched()
    output.sentences(ruling.problems)
    if as_json:
        names = ("name", "query", "does", "stop")
        found = [{name: getattr(rule, name) for name in names} for rule in ruling.rules]
        output.json_text([one | {"items": touched.get(str(one["name"]), 0)} for one in found])
        return
    rows = [(rule.name, str(touched.get(rule.name, 0)), rule.does, rule.query) for rule in ruling.rules]
    output.table(("NAME", "ITEMS", "DOES", "QUERY"), rows, (20, 5, 32, 0))
    if not rows and not ruling.problems:
        output.say(NO_RULE)


@rules.command("try")
@click.argument("name", required=False, default="", shell_complete=RULES)
@DAYS
@click.option(
    "--query",
    default="",
    metavar="QUERY",
    shell_complete=QUERY,
    help="Try a rule that is not written yet: its query, and what it does below.",
)
@click.option("--tag", multiple=True, shell_complete=TAGS, help="Give this tag; again for another one.")
@click.option(
    "--follow-up", default="", metavar="WHY", help="Follow up, as “7d ask for the verdict” or either of both."
)
@click.option("--spike", is_flag=True, help="Drop the item.")
@click.option("--read", "mark_read", is_flag=True, help="Mark it read.")
@click.option("--priority", is_flag=True, help="Give it the sign of priority.")
@click.option("--highlight", is_flag=True, help="Highlight its row.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def try_(
    session: Session,
    /,
    name: str,
    days: int,
    query: str,
    tag: tuple[str, ...],
    follow_up: str,
    as_json: bool,
    mark_read: bool,
    **flags: bool,
) -> None:
    """Show what rules would have done with the items of the last days; nothing is written.

    All of them, or the one of this NAME, or one that is told by options. Each item counts as it is now but for what
    was decided about it; is: state: and tag: of a query look at what was.

    \b
    Examples:
      hrd rules try --days 7
      hrd rules try vacancies
      hrd rules try --query "lawyer kind:case_alert" --tag lawyers --follow-up "7d ask for the verdict"
    """
    deeds = {"tag": list(tag), "follow_up": follow_up, "read": mark_read, **flags}
    if bool(query) + bool(name) > 1 or (any(deeds.values()) and not query):
        raise click.UsageError("Give the name of a rule, or --query with what it does, or neither for all rules")
    read_first(session)
    ruling = session.desk.ruling
    if query:
        told = {key: value for key, value in deeds.items() if value}
        chosen: Sequence[Rule] = _told(session, {"name": "tried", "query": query, **(told or {"highlight": True})})
    else:
        output.sentences(ruling.problems)
        chosen = [ruling.named(name)] if name else ruling.rules
    _index_first(session, chosen)
    found = ruling.tried(chosen, days)
    if as_json:
        output.json_text([_object(session, one) for one in found])
        return
    _table(session, found)
    if not chosen and not ruling.problems:
        output.say(NO_RULE)
        return
    count = len(session.desk.selection().since(ruling.since(days)).ids())
    output.say(f"{summary(one.lines for one in found) or 'No item would be touched'}, of {count} in {days} days")


@rules.command()
@DAYS
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def run(session: Session, days: int, yes: bool) -> None:
    """Do what the rules say with the items of the last days, as one step that hrd undo takes back.

    What was decided about an item stays, and what a rule did once and you took back is not done again.

    \b
    Examples:
      hrd rules run --days 7
      hrd rules run --yes
    """
    ruling = session.desk.ruling
    output.sentences(ruling.problems)
    if not ruling.rules:
        if not ruling.problems:
            output.say(NO_RULE)
        return
    read_first(session)
    _index_first(session, ruling.rules)
    planned = ruling.planned(days)
    if planned and not yes:
        _table(session, planned)
        if not agreed(f"{summary(one.lines for one in planned)}: do it?"):
            refused()
    output.line(ruling.run(days).label)


@rules.command()
@pass_session
def undo(session: Session) -> int:
    """Take back what rules did last with what arrived; again for the time before.

    What was decided about these items since stays. hrd undo and z take back your own decisions, hrd rules run among
    them.

    \b
    Example:
      hrd rules undo
    """
    outcome = session.desk.decisions.undo_rules()
    output.line(outcome.label)
    if not outcome.items:
        output.say("This is about what rules did as items arrived; what hrd rules run did is taken back by: hrd undo")
    return done(outcome)


def _index_first(session: Session, rules: Sequence[Rule]) -> None:
    if any(asks_text(rule.query) for rule in rules):
        index_first(session)


def _told(session: Session, table: dict[str, Any]) -> Sequence[Rule]:
    given, _, wrong = read([table], {})
    if not wrong:
        good, problems = checked(given, session.desk.now(), session.desk.lists.code)
        if good:
            return good
        wrong = problems
    raise UsageProblem("This rule cannot be tried", "\n".join(wrong))


def _table(session: Session, found: Sequence[Touched]) -> None:
    desk, now = session.desk, session.desk.now()
    rows = []
    for one in found:
        item = desk.item(one.item)
        done = " · ".join(line.text for line in one.lines)
        rows.append((str(item.id), dates.age(item.sort, now), done, item.title))
    output.table(("ID", "AGE", "WHAT THE RULES DO", "TITLE"), rows, (6, 6, 40, 0))


def _object(session: Session, one: Touched) -> dict[str, Any]:
    item = session.desk.item(one.item)
    done = [{"rule": line.rule, "deeds": line.deeds, "tags": line.tags} for line in one.lines]
    names = ("id", "title", "feed_title", "url", "arrived", "state")
    return {name: getattr(item, name) for name in names} | {"done": done}
