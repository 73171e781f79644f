"""`hrd sync`: pulls the feeds."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import FEEDS
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, EXIT_SOME_FAILED, HrdError
from hrd_tui.model import FeedResult, SyncReport
from hrd_tui.text.counted import counted

if TYPE_CHECKING:
    from hrd_tui.desk.sync import Progress, SyncProgress

DONE = ("new", "unchanged", "waiting")


@click.command(epilog="Exit codes: 0 all well · 1 some feeds failed · 2 wrong usage · 3 nothing could be done.")
@click.argument("feed", nargs=-1, shell_complete=FEEDS)
@click.option("--due", is_flag=True, help="Only the feeds whose time has come; for cron.")
@click.option("--allow-private", is_flag=True, help="Allow private and loopback addresses in this run.")
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing; the exit code tells.")
@pass_session
def sync(session: Session, feed: tuple[str, ...], due: bool, allow_private: bool, as_json: bool, quiet: bool) -> int:
    """Pull the feeds, or those named by number, address or title.

    \b
    Examples:
      hrd sync
      hrd sync --due --quiet          every ten minutes from cron
      hrd sync "Front Line" --json
    """
    desk = session.desk
    ids = [desk.subscriptions.find(name) for name in feed] if feed else None
    if not desk.subscriptions.ids():
        raise HrdError("There is no subscription yet", "hrd feeds add URL, hrd feeds starter, or hrd feeds import FILE")
    ruled = desk.ruling.watched() if desk.config.rules else str
    if not (as_json or quiet) and sys.stderr.isatty():
        report = _with_bar(session, ids, due, allow_private)
    else:
        show = None if as_json or quiet else _line
        report = desk.syncing.run(ids, allow_private=allow_private, only_due=due, on_progress=show)
    if as_json:
        output.json_text(
            {
                "feeds": [asdict(result) for result in report.results],
                "new": report.new,
                "updated": report.updated,
                "failed": report.failed,
                "seconds": round(report.seconds, 3),
                "problem": str(report.problem or ""),
            }
        )
    elif not quiet:
        output.say(summary(report))
        if done := ruled():
            output.say(f"Rules: {done}")
    if report.problem:
        # What was pulled is on the desk: the exit code stays that of the feeds.
        output.say(f"hrd: {report.problem}")
    return exit_code(report)


def exit_code(report: SyncReport) -> int:
    """0 when no feed failed, 1 when some did, 3 when all did and nothing came."""
    if not report.failed:
        return EXIT_OK
    nothing = not any(result.status in (*DONE, "partial") for result in report.results)
    return EXIT_NOTHING_DONE if nothing else EXIT_SOME_FAILED


def summary(report: SyncReport) -> str:
    """The sync in one sentence."""
    count = len(report.results)
    parts = [counted(count, "feed"), f"{report.new} new", f"{report.updated} changed"]
    if report.failed:
        parts.append(f"{report.failed} failing (hrd feeds list says why)")
    return f"{', '.join(parts)} in {report.seconds:.1f} s"


def described(result: FeedResult) -> str:
    """One feed's result in one line."""
    what = {
        "new": f"{result.new} new" + (f", {result.updated} changed" if result.updated else ""),
        "partial": f"{result.new} new, {result.message}",
    }.get(result.status, result.message or result.status)
    sign = "ok" if result.status in DONE else "!!"
    return f"{sign} {result.title}: {what}"


def _line(progress: "SyncProgress") -> None:
    output.line(described(progress.result))


def _with_bar(session: Session, ids: list[int] | None, due: bool, allow_private: bool) -> SyncReport:
    length = len(session.desk.subscriptions.ids()) if ids is None else len(ids)
    with click.progressbar(length=length, label="Syncing", file=sys.stderr, width=24, item_show_func=_shown) as bar:

        def step(progress: "SyncProgress") -> None:
            bar.length = progress.total
            bar.update(1, progress)

        on_progress: Progress = step
        report = session.desk.syncing.run(ids, allow_private=allow_private, only_due=due, on_progress=on_progress)
    for result in report.results:
        if result.status not in DONE:
            output.say(described(result))
    return report


def _shown(progress: "SyncProgress | None") -> str:
    return f"{progress.new} new, {progress.failing} failing" if progress else ""
