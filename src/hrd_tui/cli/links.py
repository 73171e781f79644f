"""`hrd links`: whether what is cited still stands."""

from functools import partial

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import DRAFTS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_OK, EXIT_SOME_FAILED

PRIVATE = click.option("--allow-private", is_flag=True, help="Allow private and loopback addresses.")


@click.group(cls=Grouped)
def links() -> None:
    """Check the addresses that drafts and posts cite, and keep copies of what stands there.

    \b
    Examples:
      hrd links check                 every cited address that was not asked this week
      hrd links save https://example.org/statement
      hrd links kept 3                puts the web archive's copies behind the sources of draft 3
    """


@links.command()
@click.argument("address", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Also those that answered during the last seven days.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@PRIVATE
@pass_session
def check(session: Session, address: tuple[str, ...], every: bool, as_json: bool, allow_private: bool) -> int:
    """Ask whether cited addresses still answer; exits with 1 where some do not.

    \b
    Examples:
      hrd links check
      hrd links check https://example.org/statement --json
    """
    desk = session.desk
    cited = {one.url: one.where for one in desk.links.cited()}
    wanted = list(address) or (list(cited) if every else desk.links.due(list(cited)))
    found = desk.links.check(wanted, allow_private=allow_private)
    dead = [state for state in found if state.problem]
    if as_json:
        output.json_text(
            [{"url": one.url, "problem": one.problem, "cited_in": cited.get(one.url, ())} for one in found]
        )
    else:
        for state in dead:
            output.columns([state.url, state.problem], [0])
            for title in cited.get(state.url, ()):
                output.columns([f"cited in {title}"], indent=4)
        output.say(
            f"{len(found)} asked, {len(dead)} did not answer." if found else "Nothing to ask: all answered lately."
        )
    return EXIT_SOME_FAILED if dead else EXIT_OK


@links.command()
@click.argument("address", nargs=-1)
@PRIVATE
@pass_session
def save(session: Session, address: tuple[str, ...], allow_private: bool) -> int:
    """Keep a copy of each cited page, or of those named; exits with 1 where some could not be had.

    \b
    Examples:
      hrd links save
      hrd links save https://example.org/statement
    """
    desk = session.desk
    wanted = list(address) or [one.url for one in desk.links.cited() if desk.links.state(one.url).kept is None]
    found = desk.links.save(wanted, allow_private=allow_private)
    for state in found:
        output.columns([state.url, state.problem or str(state.file)], [0])
    if not found:
        output.say("Every cited page has a copy.")
    return EXIT_SOME_FAILED if any(state.problem for state in found) else EXIT_OK


@links.command()
@click.argument("draft", type=int, shell_complete=DRAFTS)
@click.argument("source", nargs=-1, type=click.IntRange(min=1))
@click.option("--remove", is_flag=True, help="Take them out again.")
@PRIVATE
@pass_session
def kept(session: Session, draft: int, source: tuple[int, ...], remove: bool, allow_private: bool) -> int:
    """Put the web archive's copies behind the sources of a draft: all, or those numbered.

    The archive is asked for each; exits with 1 where it has no copy of some.

    \b
    Examples:
      hrd links kept 3
      hrd links kept 3 1 2 --remove
    """
    from hrd_tui.copydesk import edit
    from hrd_tui.errors import FetchError, UsageProblem

    desk = session.desk
    sources = desk.drafts.get(draft).sources
    wrong = [number for number in source if number > len(sources)]
    if wrong:
        raise UsageProblem(f"Draft {draft} has no source {wrong[0]}", f"It has {len(sources)}: hrd draft show {draft}")
    missing = 0
    for number, ref in enumerate(sources, 1):
        if source and number not in source:
            continue
        try:
            copy = "" if remove else desk.links.archived(ref.url, allow_private=allow_private)
        except FetchError as error:
            missing += 1
            output.say(f"{error.title}. {error.detail}")
            continue
        desk.drafts.alter(draft, partial(edit.keep, url=ref.url, kept=copy))
        output.columns([ref.url, copy or "removed"], [0])
    return EXIT_SOME_FAILED if missing else EXIT_OK
