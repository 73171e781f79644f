"""`hrd demo`: a small newsroom on loopback, synced for real into a throw-away desk."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK
from hrd_tui.model import State, SyncReport, View
from hrd_tui.paths import locate

if TYPE_CHECKING:
    from hrd_tui.demo.server import DemoServer
    from hrd_tui.desk.desk import Desk

LEAST_ITEMS = 150
"""The demo's newsroom has at least so many."""


@click.command()
@click.option(
    "--check", is_flag=True, help="Sync, triage, select and export without a terminal, and say what came of it."
)
@pass_session
def demo(session: Session, check: bool) -> int:
    """Open the reader on a newsroom of invented feeds; it is served on this machine and gone afterwards.

    Your own desk and configuration stay untouched; your keys and colours are used. Posts go into a folder that is
    gone afterwards, too.
    """
    from hrd_tui.demo.server import DemoServer
    from hrd_tui.desk.desk import Desk, utc_now

    with tempfile.TemporaryDirectory(prefix="hrd-demo-") as folder, DemoServer(utc_now()) as server:
        posts = Path(folder) / "posts"
        config = replace(session.config, values={**session.config.values, "export.folder": str(posts)})
        desk = Desk.open(locate(Path(folder)), config)
        try:
            desk.subscriptions.import_opml(server.opml(), allow_private=True)
            report = desk.syncing.run()
            if check:
                return _check(desk, server, report, posts)
            output.say(f"A newsroom of {len(report.results)} invented feeds is on the desk: {report.new} items.")
            session.open_reader(desk)
            output.say("The demo is gone, with its posts. Your own desk is opened by hrd, without a word behind it.")
        finally:
            desk.close()
    return EXIT_OK


def _check(desk: "Desk", server: "DemoServer", report: SyncReport, folder: Path) -> int:
    from hrd_tui.desk.arrivals import add_page, paste

    output.line(f"sync      {len(report.results)} feeds, {report.new} items in {report.seconds:.1f} s")
    for result in report.results:
        if result.status in ("failed", "partial"):
            output.line(f"          {result.status}: {result.title}: {result.message}")
    again = desk.syncing.run()
    output.line(f"again     {again.new} new, {again.updated} changed")
    page = add_page(desk, server.article_page, allow_private=True)
    paste(desk, "A statement that came by post.\n\nIt stands in no feed.")
    output.line(f"by hand   the page “{desk.item(page).title}” and a pasted text")

    first, second, third, fourth, *rest = desk.select(View("inbox"))
    decided = (
        desk.decisions.toggle([first], State.FOLLOW_UP),
        desk.decisions.tag([first, second], ["court"]),
        desk.decisions.note([first], "Ask for the verdict."),
        desk.decisions.set_state([second, third, fourth], State.SELECTED),
        desk.decisions.set_state(rest[:20], State.SPIKED),
        desk.decisions.undo(),
    )
    for outcome in decided:
        output.line(f"triage    {outcome.label}")
    written = desk.exports.write(desk.selected(), folder=folder, merge=True)
    for post in written:
        lines = post.path.read_text("utf-8").count("\n")
        output.line(f"export    {post.path.name}, {len(post.items)} items, {lines} lines")
    well = (
        report.new >= LEAST_ITEMS
        and report.failed < len(report.results)
        and not desk.select(View("spiked"))
        and len(desk.select(View("drafted"))) == len(written[0].items)
    )
    output.line("all well" if well else "something is wrong: the figures above are not those of the demo")
    return EXIT_OK if well else EXIT_NOTHING_DONE
