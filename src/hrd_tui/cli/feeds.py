"""`hrd feeds`: the subscriptions."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import agreed, refused
from hrd_tui.cli.completing import FEEDS, FOLDERS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, UsageProblem
from hrd_tui.text import dates
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted

if TYPE_CHECKING:
    from hrd_tui.desk.subscriptions import Imported


@click.group(cls=Grouped)
def feeds() -> None:
    """Subscribe, list, rename, move, import, export.

    A FEED is named by its number, its address, or its title or a part of it.

    \b
    Examples:
      hrd feeds add https://ishr.ch --folder UN
      hrd feeds list
      hrd feeds move 12 Africa
      hrd feeds export feeds.opml
    """


@feeds.command()
@click.argument("address")
@click.option("--title", default="", help="Your own title for it.")
@click.option("--folder", default="", shell_complete=FOLDERS, help="The folder it goes into.")
@click.option("--tag", "tags", multiple=True, help="A tag of the feed; may be given several times.")
@click.option("--allow-private", is_flag=True, help="Allow this feed a private or loopback address.")
@click.option("--unchecked", is_flag=True, help="Subscribe without asking the address first.")
@pass_session
def add(
    session: Session,
    address: str,
    title: str,
    folder: str,
    tags: tuple[str, ...],
    allow_private: bool,
    unchecked: bool,
) -> None:
    """Subscribe to a feed, or to the feed that a site's page names.

    \b
    Examples:
      hrd feeds add https://ishr.ch
      hrd feeds add https://example.org/feed.xml --title "Example" --folder Africa --tag courts
    """
    import asyncio

    subscriptions = session.desk.subscriptions
    if unchecked:
        id = subscriptions.add_unchecked(address, title=title, folder=folder, tags=tags, allow_private=allow_private)
    else:
        id = asyncio.run(subscriptions.add(address, title=title, folder=folder, tags=tags, allow_private=allow_private))
    feed = session.desk.feed(id)
    output.line(f"{feed.id} {feed.title}: {counted(feed.items, 'item')}, {feed.url}")


@feeds.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def list_(session: Session, as_json: bool) -> None:
    """List the feeds with their counts and how they are doing.

    \b
    Examples:
      hrd feeds list
      hrd feeds list --json | jq -r ".[] | select(.failures > 0) | .title"
    """
    found = session.desk.feeds()
    if as_json:
        names = ["id", "title", "folder", "tags", "items", "unread", "last_success", "next_try", "failures", "error"]
        output.json_text(
            [{"address": feed.url, "site": feed.site} | {name: getattr(feed, name) for name in names} for feed in found]
        )
        return
    if not found:
        output.say("There is no subscription yet: hrd feeds add URL, hrd feeds starter, or hrd feeds import FILE")
    rows = [(str(f.id), str(f.unread), str(f.items), f.folder, f.title, f.health) for f in found]
    output.table(("ID", "NEW", "ALL", "FOLDER", "TITLE", "HEALTH"), rows, (4, 4, 5, 12, 22, 0))


@feeds.command()
@click.argument("feed", shell_complete=FEEDS)
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_session
def remove(session: Session, feed: str, yes: bool) -> None:
    """Unsubscribe; items with a decision stay in the views, and subscribing again brings back the others.

    \b
    Examples:
      hrd feeds remove 12
      hrd feeds remove "Front Line" --yes
    """
    found = session.desk.feed(session.desk.subscriptions.find(feed))
    if not (yes or agreed(clean(f"Unsubscribe from {found.title} ({counted(found.items, 'item')})?", line=True))):
        refused()
    session.desk.subscriptions.remove(found.id)
    output.line(f"Unsubscribed from {found.title}")


@feeds.command()
@click.argument("feed", shell_complete=FEEDS)
@click.argument("title")
@pass_session
def rename(session: Session, feed: str, title: str) -> None:
    """Give a feed your own title; an empty one brings the feed's own back.

    \b
    Examples:
      hrd feeds rename 12 "Front Line Defenders"
      hrd feeds rename 12 ""
    """
    id = session.desk.subscriptions.find(feed)
    session.desk.subscriptions.rename(id, title)
    output.line(f"{id} is now {session.desk.feed(id).title}")


@feeds.command()
@click.argument("feed", shell_complete=FEEDS)
@click.argument("folder", shell_complete=FOLDERS)
@pass_session
def move(session: Session, feed: str, folder: str) -> None:
    """Put a feed into a folder; an empty name takes it out.

    \b
    Examples:
      hrd feeds move 12 Africa
      hrd feeds move 12 ""
    """
    id = session.desk.subscriptions.find(feed)
    session.desk.subscriptions.move(id, folder)
    moved = session.desk.feed(id)
    output.line(f"{moved.title} is now in {moved.folder or 'no folder'}")


@feeds.command("import")
@click.argument("file", type=click.File("rb"))
@pass_session
def import_(session: Session, file: BinaryIO) -> int:
    """Subscribe to every feed of an OPML file, or of a list of addresses; - reads stdin.

    \b
    Examples:
      hrd feeds import feeds.opml
      curl -s https://example.org/feeds.opml | hrd feeds import -
    """
    return _report(session.desk.subscriptions.import_opml(file.read()))


@feeds.command()
@click.option(
    "--folder",
    "folders",
    multiple=True,
    help="Only this folder, by its name or a part of it; may be given several times.",
)
@pass_session
def starter(session: Session, folders: tuple[str, ...]) -> int:
    """Subscribe to the feeds that come with the program.

    \b
    Examples:
      hrd feeds starter
      hrd feeds starter --folder Africa --folder media
    """
    subscriptions = session.desk.subscriptions
    there = list(dict.fromkeys(folder for folder, _, _ in subscriptions.starter()))
    chosen = [name for named in folders for name in _folders(there, named)]
    return _report(subscriptions.subscribe_starter(chosen if folders else None))


def _folders(there: list[str], named: str) -> list[str]:
    """The folders of the starter feeds that are called so, or that a part of their names means."""
    meant = [name for name in there if named.casefold() in name.casefold()]
    if not (named and meant):
        told = clean(named, line=True)
        raise UsageProblem(f"The starter feeds have no folder “{told}”", f"There are: {'; '.join(there)}")
    return meant


@feeds.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), default="-")
@pass_session
def export(session: Session, file: Path) -> None:
    """Write the subscriptions as OPML, with folders, titles and tags; - is stdout.

    \b
    Examples:
      hrd feeds export feeds.opml
      hrd feeds export | gzip > feeds.opml.gz
    """
    data = session.desk.subscriptions.export_opml()
    if str(file) == "-":
        click.echo(data, nl=False)
    else:
        file.write_bytes(data)
        output.say(f"{counted(len(session.desk.subscriptions.ids()), 'feed')} written to {file}")


@feeds.command()
@click.argument("feed", shell_complete=FEEDS)
@pass_session
def show(session: Session, feed: str) -> None:
    """Show all that is known of a feed.

    \b
    Examples:
      hrd feeds show 12
      hrd feeds show "Front Line"
    """
    found = session.desk.feed(session.desk.subscriptions.find(feed))
    now = session.desk.now()
    age = dates.age(found.last_success, now) if found.last_success else "never"
    seen = f"{age} ago" if age[:1].isdigit() and age[-1:] in "mhd" else age
    for name, value in (
        ("Title", found.title),
        ("Address", found.url),
        ("Site", found.site),
        ("Folder", found.folder),
        ("Tags", ", ".join(found.tags)),
        ("Items", f"{found.items}, {found.unread} unread"),
        ("Last read", seen),
        ("Health", found.health),
    ):
        output.columns([name, value], [10], told=True)


def _report(imported: "Imported") -> int:
    for sentence in imported.skipped:
        output.say(sentence)
    added = counted(len(imported.added), "feed")
    output.line(f"{added} added, {len(imported.known)} known already, {len(imported.skipped)} skipped")
    if not (imported.added or imported.known or imported.skipped):
        output.say("There is no feed in it.")
    return EXIT_OK if imported.added or imported.known else EXIT_NOTHING_DONE
