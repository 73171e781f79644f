"""`hrd demo`: a small newsroom on loopback, synced for real into a throw-away desk."""

import json
import shutil
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK
from hrd_tui.paths import Paths, locate, private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from hrd_tui.config import Config
    from hrd_tui.demo.server import DemoServer
    from hrd_tui.desk.desk import Desk

FOLLOWED = "Hanne Solvei"
"""The tag whose archive page the editor saved while the blog was on its former host."""


@click.command()
@click.option(
    "--check", is_flag=True, help="Sync, triage, draft and export without a terminal, and say what came of it."
)
@pass_session
def demo(session: Session, check: bool) -> int:
    """Open the reader on a newsroom of invented feeds; it is served on this machine and gone afterwards.

    Its editor has lists of countries, people and organisations, and a blog with an archive. Your own desk and
    configuration stay untouched, but your configuration is used: keys, colours, rules, views and highlights. The desk
    and its posts are gone when you leave; q asks first, Ctrl+Q does not.

    The desk lies in a folder hrd-demo-… among the temporary files. As long as the demo is open, --home reaches it from
    another terminal.

    \b
    Examples:
      hrd demo
      hrd demo --check
      hrd --home /tmp/hrd-demo-* items       in another terminal
    """
    from hrd_tui.cli.demo_folder import thrown_away
    from hrd_tui.demo.server import DemoServer
    from hrd_tui.desk.desk import utc_now

    with (
        thrown_away() as folder,
        DemoServer(utc_now()) as server,
        furnished(folder, session.config, server, utc_now, session.paths) as desk,
    ):
        if check:
            from hrd_tui.cli import demo_check

            return EXIT_OK if demo_check.check(desk, server) else EXIT_NOTHING_DONE
        report = desk.syncing.run()
        output.say(
            f"A newsroom of {len(report.results)} invented feeds is on the desk: {report.new} items, and the "
            f"{len(desk.store.posts)} earlier posts of “{server.blog.title}”."
        )
        desk.passing = True
        desk.tour.offer()
        session.open_reader(desk)
        output.say("The demo is gone, with its posts. Your own desk is opened by hrd, without a word behind it.")
    return EXIT_OK


@contextmanager
def furnished(
    folder: Path, config: "Config", server: "DemoServer", now: "Callable[[], datetime]", editor: Paths | None = None
) -> "Iterator[Desk]":
    """A desk in an empty folder with the lists of the demo's editor, the archive of the blog, and subscriptions.

    It wears the theme of the configuration, which may be one of the `editor`'s own.
    """
    from hrd_tui.demo.blog import ADDRESS, FORMER
    from hrd_tui.desk.desk import Desk
    from hrd_tui.settings import SETTINGS

    paths = locate(folder)
    _lay_out_lists(paths)
    if editor:
        _take_themes(editor, paths)
    own = {"blog.address": ADDRESS, "blog.former": [FORMER], "export.folder": str(folder / "posts")}
    config = replace(config, values={**config.values, **own})
    # Who comes from another terminal has the same blog, and posts that go with the demo; nothing of it is taken for a
    # change where the file is altered.
    plain = {f"{one.section}.{one.key}": one.default for one in SETTINGS}
    altered = {name: value for name, value in config.values.items() if value != plain[name]}
    altered |= {f"keys.{name}": value for name, value in config.keys.items()}
    lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in altered.items())
    paths.config_file.write_text("".join(lines), "utf-8")
    desk = Desk.open(paths, config, now)
    try:
        _fill_archive(desk, folder / "archive", server)
        desk.subscriptions.import_opml(server.opml(), allow_private=True)
        yield desk
    finally:
        desk.close()


def _lay_out_lists(paths: Paths) -> None:
    from hrd_tui.demo.lists import lists

    private_folder(paths.config)
    for name, text in lists().items():
        (paths.config / name).write_text(text, "utf-8")


def _take_themes(editor: Paths, demo: Paths) -> None:
    from hrd_tui.desk.themes import FOLDER

    with suppress(OSError):  # those that can be read are there, and the reader tells of the others on the editor's desk
        shutil.copytree(editor.config / FOLDER, demo.config / FOLDER)


def _fill_archive(desk: "Desk", folder: Path, server: "DemoServer") -> None:
    """What an editor has of a blog: an export of some days ago, a page saved long ago, and the feed of today."""
    folder.mkdir()
    (folder / "export.xml").write_bytes(server.blog.export())
    (folder / "saved-page.html").write_bytes(server.blog.saved_page(FOLLOWED))
    desk.covered.import_path(folder)
    desk.covered.import_address(server.blog_feed, allow_private=True)
