"""`hrd export`: items as posts."""

from pathlib import Path

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem
from hrd_tui.model import View
from hrd_tui.text import urls


@click.command()
@click.argument("item", nargs=-1, type=int)
@click.option("--selected", is_flag=True, help="The items selected for the blog.")
@click.option("--tag", default="", help="The items with this tag.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder; else export.folder.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the posts instead of writing files.")
@click.option("--merge", is_flag=True, help="One post of all the items, in the order given.")
@click.option("--title", default="", help="Your own headline, for one post.")
@click.option("--see-also", multiple=True, help="An address for “[see also: …]”; may be given several times.")
@click.option("--force", is_flag=True, help="Overwrite a post that was changed by hand.")
@pass_session
def export(
    session: Session,
    item: tuple[int, ...],
    selected: bool,
    tag: str,
    out: Path | None,
    to_stdout: bool,
    merge: bool,
    title: str,
    see_also: tuple[str, ...],
    force: bool,
) -> None:
    """Write items as posts in house style: one a file, or merged into one.

    \b
    Examples:
      hrd export --selected --merge --out ~/blog/_posts
      hrd export 120 --stdout
    """
    desk = session.desk
    ids = list(item)
    if selected:
        ids += desk.selected()
    if tag:
        ids += reversed(desk.select(View("tag", tag)))
    ids = list(dict.fromkeys(ids))
    if not ids:
        missing = f"No item has the tag {tag}." if tag else "x in the reader selects, or hrd items select ID."
        raise UsageProblem("There is nothing to export", missing)
    if title and len(ids) > 1 and not merge:
        raise UsageProblem("One headline cannot stand over several posts", "Add --merge, or export them one by one.")
    for address in see_also:
        if not urls.safe(address):
            raise UsageProblem(f"“{address}” is not a web address", "--see-also takes one that starts with https://")
    if to_stdout:
        for text in desk.exports.preview(ids, merge=merge, title=title, see_also=see_also):
            click.echo(text, nl=False)
        return
    for written in desk.exports.write(ids, folder=out, merge=merge, title=title, see_also=see_also, force=force):
        output.line(f"{written.status}  {written.path}")
        for warning in written.warnings:
            output.say(f"{written.path.name}: {warning}")
