"""`hrd archive`: the earlier posts of the editor's own blog."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrd_tui.cli import output
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, EXIT_SOME_FAILED, UsageProblem
from hrd_tui.text.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrd_tui.desk.importing import Imported

STEP = 1_000
"""Posts of one file after which is told how far it is."""


@click.group(cls=Grouped)
def archive() -> None:
    """The earlier posts of your own blog: import them, keep them up to date, look them up.

    \b
    Examples:
      hrd archive import blog.WordPress.xml
      hrd archive sync
      hrd archive covered 120
    """


@archive.command("import", epilog="Exit codes: 0 all read · 1 some not · 2 wrong usage · 3 nothing could be read.")
@click.argument("path", nargs=-1, required=True)
@click.option("--allow-private", is_flag=True, help="Allow private and loopback addresses in this run.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of each file as JSON.")
@pass_session
def import_(session: Session, path: tuple[str, ...], allow_private: bool, as_json: bool) -> int:
    """Take posts from files, folders and addresses; importing once more changes nothing.

    \b
    What a file is, is told by its content:
      an export of WordPress (Tools, Export), as .xml, .gz or .zip
      a feed, a sitemap, also by its address
      saved pages of the blog: of a category, a tag, a month, or one post
      posts in markdown, as hrd, Hugo, Jekyll and Eleventy have them, by the folder

    \b
    Examples:
      hrd archive import blog.WordPress.xml
      hrd archive import ~/blog/_posts saved-pages/
      hrd archive import https://example.org/sitemap.xml
    """
    covered = session.desk.covered
    found: list[Imported] = []
    progress = None if as_json else _progress
    for name in path:
        if "://" in name:
            found += covered.import_address(name, allow_private=allow_private, on_progress=progress)
            continue
        if not (file := Path(name).expanduser()).exists():
            raise UsageProblem(f"There is no {name}", "Name a file, a folder, or an address that begins with https://")
        found += covered.import_path(file, progress)
    return _report(found, as_json)


@archive.command()
@click.option("--all", "all_pages", is_flag=True, help="Also the older pages of the feed, as far back as they go.")
@click.option("--allow-private", is_flag=True, help="Allow private and loopback addresses in this run.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@pass_session
def sync(session: Session, all_pages: bool, allow_private: bool, as_json: bool) -> int:
    """Take what the feed of your blog has (blog.address).

    \b
    Examples:
      hrd archive sync
      hrd archive sync --all
    """
    progress = _progress if all_pages and not as_json else None
    covered = session.desk.covered
    return _report([covered.sync(all_pages=all_pages, allow_private=allow_private, on_progress=progress)], as_json)


@archive.command("list")
@click.argument("query", nargs=-1)
@click.option("--category", default="", help="Only posts of this category.")
@click.option("--tag", default="", help="Only posts with this tag.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def list_(session: Session, query: tuple[str, ...], category: str, tag: str, as_json: bool) -> None:
    """List the posts in which all words occur, newest first.

    \b
    Examples:
      hrd archive list verdict --category "Human Rights Council"
      hrd archive list --tag lawyers --json
    """
    covered = session.desk.covered
    ids = covered.find(" ".join(query), category=category, tag=tag)
    if as_json:
        output.json_text([_described(session, id) for id in ids])
        return
    if not ids:
        none = "No post fits." if session.desk.store.posts else "The archive is empty: hrd archive import FILE, or sync"
        output.say(none)
        return
    posts = {id: covered.get(id) for id in ids}
    rows = [(str(id), doc.get("date", ""), doc.get("title", ""), doc.get("url", "")) for id, doc in posts.items()]
    output.table(("ID", "DATE", "TITLE", "ADDRESS"), rows, (5, 10, 50, 0))


@archive.command()
@click.argument("post", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print an object.")
@pass_session
def show(session: Session, post: int, as_json: bool) -> None:
    """Show a post with its text.

    \b
    Example:
      hrd archive show 12
    """
    covered = session.desk.covered
    doc = covered.get(post)
    text = covered.document(post).text
    if as_json:
        output.json_text(_described(session, post) | {"text": text})
        return
    for name, value in (
        ("Title", doc.get("title", "")),
        ("Date", doc.get("date", "")),
        ("Address", doc.get("url", "")),
        ("Categories", ", ".join(doc.get("categories", ()))),
        ("Tags", ", ".join(doc.get("tags", ()))),
        ("People", ", ".join(doc.get("people", ()))),
        ("Countries", ", ".join(doc.get("subject", ()))),
        *(("Source", url) for url in doc.get("sources", ())),
    ):
        output.columns([name, value], [10], told=True)
    output.line("")
    for line in text.splitlines() or ["Only its address is known."]:
        output.line(line)


@archive.command()
@click.argument("item", type=int, shell_complete=ITEMS)
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def covered(session: Session, item: int, as_json: bool) -> None:
    """List the nearest earlier posts of an item, and why they are near.

    \b
    Example:
      hrd archive covered 120
    """
    found = session.desk.covered.nearest(item)
    if as_json:
        output.json_text([asdict(one) for one in found])
        return
    if not found:
        output.say("The blog has not covered this, as far as the archive tells.")
    rows = [(str(one.post), one.date, one.title, one.why, one.url) for one in found]
    output.table(("POST", "DATE", "TITLE", "WHY", "ADDRESS"), rows, (5, 10, 40, 24, 0))


@archive.command()
@pass_session
def reread(session: Session) -> None:
    """Find people and countries in all posts anew; after the lists changed, some hundred at a time by themselves.

    \b
    Example:
      hrd archive reread
    """
    count = session.desk.covered.read_again()
    output.line(f"{counted(count, 'post')} changed, of {len(session.desk.store.posts)}")


def _described(session: Session, id: int) -> dict[str, Any]:
    doc = session.desk.covered.get(id)
    names = ("url", "title", "date", "summary")
    lists = ("categories", "tags", "sources", "people", "subject")
    return {"id": id} | {name: doc.get(name, "") for name in names} | {name: doc.get(name, []) for name in lists}


def _report(found: "Sequence[Imported]", as_json: bool) -> int:
    if as_json:
        output.json_text([_result(one) for one in found])
    else:
        for one in found:
            _tell(one)
    if not any(one.problem for one in found):
        return EXIT_OK
    return EXIT_SOME_FAILED if any(one.counts.posts for one in found) else EXIT_NOTHING_DONE


def _result(one: "Imported") -> dict[str, Any]:
    counts = one.counts
    return {
        "name": one.name,
        "kind": one.kind,
        "new": counts.new,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "left_out": counts.foreign + counts.homeless,
        "notes": list(one.notes),
        "problem": f"{one.problem.title}. {one.problem.detail}".strip() if one.problem else "",
    }


def _tell(one: "Imported") -> None:
    counts = one.counts
    if counts.seen or not one.problem:
        numbers = f"{counts.new} new, {counts.updated} updated, {counts.unchanged} unchanged"
        output.line(f"{one.name}: {one.kind}, {counted(counts.posts, 'post')} ({numbers})")
    for note in one.notes:
        output.say(note)
    if counts.foreign:
        output.say(
            f"{counted(counts.foreign, 'post')} of other sites left out; blog.address and blog.former name yours."
        )
    if counts.homeless:
        output.say(
            f"{counted(counts.homeless, 'post')} without an address left out. Set blog.address, or import an export."
        )
    if one.problem:
        output.say(f"{one.name} {one.problem.title}. {one.problem.detail}".strip())


def _progress(name: str, posts: int) -> None:
    if sys.stderr.isatty() and posts and posts % STEP == 0:
        output.say(f"{name}: {counted(posts, 'post')}")
