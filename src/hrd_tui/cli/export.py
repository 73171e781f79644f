"""`hrd export`: items as posts, a period as a digest, a category or a tag as an archive page."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import PIPED, numbered
from hrd_tui.cli.completing import TAGS
from hrd_tui.cli.completing_known import TEMPLATES
from hrd_tui.cli.completing_query import ITEMS_OR_QUERY
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.cli.worded import Worded
from hrd_tui.errors import ExportError, UsageProblem
from hrd_tui.model import View
from hrd_tui.text import urls

if TYPE_CHECKING:
    from hrd_tui.copydesk.draft import Draft
    from hrd_tui.desk.desk import Desk

TARGETS = ("wordpress", "hugo", "jekyll", "eleventy", "plain", "html")


@click.command(cls=Worded)
@click.argument("item", nargs=-1, metavar="[ITEM... | QUERY]", type=click.UNPROCESSED, shell_complete=ITEMS_OR_QUERY)
@click.option("--selected", is_flag=True, help="The items selected for the blog.")
@click.option("--tag", default="", shell_complete=TAGS, help="The items with this tag.")
@click.option("--archive-of", default="", help="Instead: the archive page of category:NAME or tag:NAME.")
@click.option("--digest", default="", help="Instead: what was selected, drafted or posted in 7d, DAY or DAY..DAY.")
@click.option(
    "--by",
    type=click.Choice(("kind", "country")),
    default="kind",
    show_default=True,
    help="What a digest is grouped by.",
)
@click.option(
    "--target",
    type=click.Choice(TARGETS),
    help="For which program it is; else export.target. plain is markdown with the headline as # Title.",
)
@click.option("--html", "as_html", is_flag=True, help="The same as --target html.")
@click.option(
    "--template", default="", shell_complete=TEMPLATES, help="The template to write posts with, such as vacancy."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder; else export.folder.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the posts instead of writing files.")
@click.option("--merge", is_flag=True, help="One post of all the items, in the order given.")
@click.option("--title", default="", help="Your own headline, for one post.")
@click.option("--see-also", multiple=True, help="An address for “[see also: …]”; may be given several times.")
@click.option("--force", is_flag=True, help="Overwrite a post that was changed by hand.")
@pass_session
def export(
    session: Session,
    item: tuple[str, ...],
    selected: bool,
    tag: str,
    archive_of: str,
    digest: str,
    by: str,
    target: str | None,
    as_html: bool,
    template: str,
    out: Path | None,
    to_stdout: bool,
    merge: bool,
    title: str,
    see_also: tuple[str, ...],
    force: bool,
) -> None:
    """Write items as posts in house style: one a file, or merged into one. Items that have a draft (hrd draft list) are
    written as it was edited. A query takes all that it finds, the oldest first unless it says sort:; “-” reads
    numbers from stdin.

    \b
    Examples:
      hrd export --selected --merge --out ~/blog/_posts
      hrd export 120 --stdout
      hrd export '#lawyers country:TH newer:7d' --merge
      hrd export 120 --target plain --stdout | wl-copy     (pbcopy, xclip -selection clipboard)
      hrd export --digest 7d --stdout
      hrd export --archive-of category:"Human Rights Council" --html --stdout
    """
    desk = session.desk
    chosen = "html" if as_html else target or ""
    if sum([bool(item or selected or tag), bool(archive_of), bool(digest)]) > 1:
        raise UsageProblem("One thing at a time", "Items, --archive-of and --digest are three different exports.")
    if out and not to_stdout and not out.absolute().parent.is_dir():
        raise ExportError(f"There is no folder {out.absolute().parent}", "Only the last folder of --out is made.")
    if archive_of:
        _archive(desk, archive_of, chosen, out, to_stdout, force)
        return
    if digest:
        made = _digest(desk, digest, by)
        drafts: list[tuple[int | None, Draft]] = [(None, replace(made, title=title) if title else made)]
    else:
        ids = _ids(session, item, selected, tag)
        if title and len(ids) > 1 and not merge:
            raise UsageProblem("One headline cannot stand over several posts", "Add --merge, or export one by one.")
        for address in see_also:
            if not urls.safe(address):
                raise UsageProblem(
                    f"“{address}” is not a web address", "--see-also takes one that starts with https://"
                )
        groups = [ids] if merge else [[id] for id in ids]
        drafts = [_draft(desk, group, title, see_also) for group in groups]
    for id, draft in drafts:
        named = replace(draft, template=template) if template else draft
        if to_stdout:
            click.echo(desk.exports.text(named, chosen), nl=False)
            from_draft = () if id is None else (f"written from draft {id}",)
            for told in (*from_draft, *desk.exports.warnings(named, chosen)):
                output.say(f"{named.slug}: {told}")
            continue
        written = desk.exports.write_draft(id, named, folder=out, force=force, target=chosen)
        output.columns([written.status, str(written.path)], [9])
        for told in (*written.notes, *written.warnings):
            output.say(f"{written.path.name}: {told}")


def _ids(session: Session, words: Sequence[str], selected: bool, tag: str) -> list[int]:
    desk, query = session.desk, " ".join(words)
    numbers = all(word.isdigit() or word == PIPED for word in words)
    ids = [*numbered(words)] if numbers else _found(session, query)
    if selected:
        ids += desk.selected()
    if tag:
        ids += reversed(desk.select(View("tag", tag)))
    if not ids:
        missing = f"No item has the tag {tag}." if tag else "x in the reader selects, or hrd items select ID."
        missing = missing if numbers else f"No item matches “{query}”."
        raise ExportError("There is nothing to export", missing)
    return list(dict.fromkeys(ids))


def _found(session: Session, query: str) -> list[int]:
    from hrd_tui.cli.items import found
    from hrd_tui.text.query import parse

    ids = found(session, query)
    return ids if parse(query).orders else ids[::-1]


def _draft(desk: "Desk", ids: Sequence[int], title: str, see_also: Sequence[str]) -> "tuple[int | None, Draft]":
    """The draft of these items as it was edited, else as the desk composes it."""
    from hrd_tui.copydesk import edit

    known = desk.exports.edited(ids)
    if known is None:
        return None, desk.exports.composed(ids, title, see_also)
    draft = desk.drafts.get(known)
    draft = edit.set_title(draft, title) if title else draft
    for address in see_also:
        draft = edit.see_also(draft, address)
    return known, draft


def _digest(desk: "Desk", days: str, by: str) -> "Draft":
    from hrd_tui.desk import pages

    return pages.digest(desk, *pages.period(days, desk.now().date()), by)


def _archive(desk: "Desk", of: str, target: str, out: Path | None, to_stdout: bool, force: bool) -> None:
    from hrd_tui.copydesk.headline import slug
    from hrd_tui.copydesk.publish import write
    from hrd_tui.desk import pages

    as_html = target == "html"
    text = pages.archive(desk, of, as_html=as_html)
    if to_stdout:
        click.echo(text, nl=False)
        return
    name = f"{slug(of, 'archive')}.{'html' if as_html else 'md'}"
    written = write((out or desk.exports.folder).expanduser().absolute(), name, text, {}, (), force)
    output.columns([written.status, str(written.path)], [9])
