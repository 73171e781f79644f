"""`hrd draft`: posts in the making."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.chosen import numbered
from hrd_tui.cli.completing import ITEMS
from hrd_tui.cli.draft_parts import COMMANDS, ID
from hrd_tui.cli.export import TARGETS
from hrd_tui.cli.grouped import Grouped
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, UsageProblem
from hrd_tui.text import dates
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.copydesk.draft import Draft


TARGET = click.option("--target", type=click.Choice(TARGETS), help="For which program it is; else export.target.")


@click.group(cls=Grouped)
def draft() -> None:
    """Compose posts from items and edit them part by part.

    \b
    Examples:
      hrd draft new --selected           one post of the selected items
      hrd draft show 3                   its parts with their numbers
      hrd draft cut 3 4-6
      hrd draft edit 3                   the whole draft in your editor
      hrd draft set 3 --category Asia    headline, kind, categories, tags, deadline …
      hrd draft undo 3
      hrd draft export 3 --out ~/blog/_posts
    """


@draft.command()
@click.argument("item", nargs=-1, metavar="[ITEM]...", shell_complete=ITEMS)
@click.option("--selected", is_flag=True, help="The items selected for the blog.")
@click.option("--title", default="", help="Your own headline.")
@click.option("--see-also", multiple=True, help="An address for “[see also: …]”; may be given several times.")
@click.option("--anew", is_flag=True, help="Another draft, though these items have one.")
@pass_session
def new(
    session: Session, item: tuple[str, ...], selected: bool, title: str, see_also: tuple[str, ...], anew: bool
) -> None:
    """Compose a draft from items, merged in the order given; the same items again are the same draft.

    “-” reads numbers from stdin.

    \b
    Examples:
      hrd draft new 120 121
      hrd draft new --selected --title "Ferry workers on trial"
    """
    desk = session.desk
    ids = [*numbered(item), *(desk.selected() if selected else [])]
    before = {one.id for one in desk.drafts.list()}
    id = desk.drafts.compose(ids, title=title, see_also=see_also, anew=anew)
    output.line(f"{id} {desk.drafts.get(id).title}")
    if id in before:
        output.say("These items have this draft already; --anew makes another.")


@draft.command("list")
@click.option("--discarded", is_flag=True, help="Those that restore can take back.")
@click.option("--json", "as_json", is_flag=True, help="Print one array of objects.")
@pass_session
def list_(session: Session, discarded: bool, as_json: bool) -> None:
    """List the drafts, the newest first.

    \b
    Examples:
      hrd draft list
      hrd draft list --discarded
    """
    drafts = session.desk.drafts
    found = drafts.discarded() if discarded else drafts.list()
    if as_json:
        names = "id title items at file wordpress".split()
        output.json_text([{name: getattr(one, name) for name in names} for one in found])
        return
    now = session.desk.now()
    rows = [
        (
            str(one.id),
            dates.age(one.at, now),
            str(len(one.items)),
            "e" if one.file else "w" if one.wordpress else "",
            one.title,
        )
        for one in found
    ]
    output.table(("ID", "AGE", "ITEMS", "", "TITLE"), rows, (6, 6, 5, 1, 0))
    if not rows:
        output.say("None was discarded." if discarded else "No drafts. hrd draft new ID makes one.")


@draft.command()
@ID
@click.option("--post", is_flag=True, help="The post as it would be written.")
@TARGET
@pass_session
def show(session: Session, draft_id: int, post: bool, target: str | None) -> None:
    """Show a draft: its parts with their numbers, or the post as it would be written.

    \b
    Examples:
      hrd draft show 3
      hrd draft show 3 --post --target html
    """
    from hrd_tui.copydesk.manuscript import as_text

    drafts = session.desk.drafts
    if not (post or target):
        click.echo(clean(as_text(drafts.get(draft_id))), nl=False)
        return
    click.echo(clean(drafts.text(draft_id, target or "")), nl=False)
    for told in drafts.warnings(draft_id, target or ""):
        output.say(f"draft {draft_id}: {told}")


@draft.command()
@ID
@click.option("--from", "source", type=click.Path(dir_okay=False, path_type=Path), help="Take the text of this file.")
@pass_session
def edit(session: Session, draft_id: int, source: Path | None) -> None:
    """Edit the whole draft as text in your editor (editor.command, $VISUAL or $EDITOR).

    In your own words a line "- one" is a list entry, "## Who" a heading, [words](https://…) a link; an empty line ends
    a part. All else comes out as it is typed.

    \b
    Examples:
      hrd draft edit 3
      hrd draft edit 3 --from mended.txt
    """
    from hrd_tui.copydesk.manuscript import as_text
    from hrd_tui.desk import editor

    desk = session.desk
    before = desk.drafts.get(draft_id)
    file = source or editor.file_with(as_text(before), session.paths, f"draft-{draft_id}")
    if source is None:
        editor.open_in(editor.command(session.config), file)
    try:
        after = desk.drafts.read(file.read_text("utf-8"), before, desk.lists)
        desk.drafts.put(draft_id, after, read=before)
    except (UsageProblem, UnicodeDecodeError) as error:
        title = error.title if isinstance(error, UsageProblem) else "The text is not UTF-8"
        detail = error.detail if isinstance(error, UsageProblem) else ""
        again = f"Your text is kept in {file}; when it is mended: hrd draft edit {draft_id} --from {file}"
        raise UsageProblem(title, f"{detail} {again}".strip()) from error
    if after == before:
        output.say("Nothing changed.")
    else:
        output.line(f"{draft_id} {after.title}")
    if source is None:
        file.unlink()


@draft.command()
@ID
@pass_session
def check(session: Session, draft_id: int) -> None:
    """Say what to look at before the draft goes out; it never holds it back.

    \b
    Example:
      hrd draft check 3
    """
    from hrd_tui.desk.exports import told

    remarks = session.desk.drafts.check(draft_id)
    for remark in remarks:
        output.line(told(remark))
    if not remarks:
        output.say("Nothing to look at.")


@draft.command()
@ID
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder; else export.folder.")
@TARGET
@click.option("--force", is_flag=True, help="Overwrite a post that was changed by hand.")
@pass_session
def export(session: Session, draft_id: int, out: Path | None, target: str | None, force: bool) -> None:
    """Write the draft as a post, after saying what to look at in it.

    \b
    Examples:
      hrd draft export 3
      hrd draft export 3 --target hugo --out ~/blog/content/posts
    """
    written = session.desk.drafts.export(draft_id, folder=out, force=force, target=target or "")
    for told in (*written.notes, *written.warnings):
        output.say(f"{written.path.name}: {told}")
    output.columns([written.status, str(written.path)], [9])


@draft.command()
@ID
@pass_session
def discard(session: Session, draft_id: int) -> None:
    """Take a draft away; its items stay, and so does a file written from it. restore takes it back.

    \b
    Example:
      hrd draft discard 3
    """
    title = session.desk.drafts.get(draft_id).title
    session.desk.drafts.discard(draft_id)
    output.line(f"Discarded {draft_id} {title}")
    output.say(f"hrd draft restore {draft_id} takes it back.")


@draft.command()
@ID
@pass_session
def restore(session: Session, draft_id: int) -> None:
    """Take a discarded draft back as it was.

    \b
    Example:
      hrd draft restore 3
    """
    output.line(f"Restored {draft_id} {session.desk.drafts.restore(draft_id).title}")


@draft.command()
@ID
@pass_session
def undo(session: Session, draft_id: int) -> int:
    """Take the last change of a draft back, whoever made it; again for the one before. The last 50 are kept.

    \b
    Example:
      hrd draft undo 3
    """
    return _turned(draft_id, session.desk.drafts.undo(draft_id), "Undone", "Nothing to undo")


@draft.command()
@ID
@pass_session
def redo(session: Session, draft_id: int) -> int:
    """Make a change of a draft again that was taken back last.

    \b
    Example:
      hrd draft redo 3
    """
    return _turned(draft_id, session.desk.drafts.redo(draft_id), "Redone", "Nothing to redo")


def _turned(id: int, draft: "Draft | None", done: str, nothing: str) -> int:
    if draft is None:
        output.say(f"{nothing} in draft {id}.")
        return EXIT_NOTHING_DONE
    shown = sum(not part.cut for part in draft.body)
    output.line(f"{done}: {id} {draft.title} · {shown} of {len(draft.body)} parts in the post")
    return EXIT_OK


for command in COMMANDS:
    draft.add_command(command)
