"""`hrd draft`: posts in the making."""

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.cli import output
from hrd_tui.cli.session import Session, pass_session
from hrd_tui.errors import UsageProblem
from hrd_tui.text import dates
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrd_tui.copydesk.draft import Draft


ID = click.argument("draft_id", metavar="ID", type=int)
PARTS = click.argument("parts", metavar="PART...", nargs=-1, required=True)
TARGET = click.option(
    "--target", default="", help="wordpress, hugo, jekyll, eleventy, plain or html; else export.target."
)
PLACE = click.IntRange(min=1)


@click.group()
def draft() -> None:
    """Compose posts from items and edit them part by part.

    \b
    Examples:
      hrd draft new --selected           one post of the selected items
      hrd draft show 3                   its parts with their numbers
      hrd draft cut 3 4-6
      hrd draft edit 3                   the whole draft in your editor
      hrd draft export 3 --out ~/blog/_posts
    """


@draft.command()
@click.argument("item", nargs=-1, type=int)
@click.option("--selected", is_flag=True, help="The items selected for the blog.")
@click.option("--title", default="", help="Your own headline.")
@click.option("--see-also", multiple=True, help="An address for “[see also: …]”; may be given several times.")
@click.option("--anew", is_flag=True, help="Another draft, though these items have one.")
@pass_session
def new(
    session: Session, item: tuple[int, ...], selected: bool, title: str, see_also: tuple[str, ...], anew: bool
) -> None:
    """Compose a draft from items, merged in the order given; the same items again are the same draft."""
    desk = session.desk
    ids = [*item, *(desk.selected() if selected else [])]
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
    """List the drafts, the newest first."""
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
def show(session: Session, draft_id: int, post: bool, target: str) -> None:
    """Show a draft: its parts with their numbers, or the post as it would be written."""
    from hrd_tui.copydesk.manuscript import as_text

    drafts = session.desk.drafts
    text = drafts.text(draft_id, target) if post or target else as_text(drafts.get(draft_id))
    click.echo(clean(text), nl=False)


@draft.command()
@ID
@click.option("--from", "source", type=click.Path(dir_okay=False, path_type=Path), help="Take the text of this file.")
@pass_session
def edit(session: Session, draft_id: int, source: Path | None) -> None:
    """Edit the whole draft as text in your editor (editor.command, $VISUAL or $EDITOR)."""
    from hrd_tui.copydesk.manuscript import as_text, from_text
    from hrd_tui.desk import editor

    desk = session.desk
    before = desk.drafts.get(draft_id)
    file = source or editor.file_with(as_text(before), session.paths, f"draft-{draft_id}")
    if source is None:
        editor.open_in(editor.command(session.config), file)
    try:
        after = from_text(file.read_text("utf-8"), before)
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
    """Say what to look at before the draft goes out; it never holds it back."""
    from hrd_tui.desk.exports import told

    remarks = session.desk.drafts.check(draft_id)
    for remark in remarks:
        output.line(told(remark))
    if not remarks:
        output.say("Nothing to look at.")


@draft.command()
@ID
@PARTS
@pass_session
def cut(session: Session, draft_id: int, parts: tuple[str, ...]) -> None:
    """Leave parts out of the post; they stay in the draft."""
    from hrd_tui.copydesk.edit import cut

    _alter(session, draft_id, lambda draft: reduce(lambda made, run: cut(made, *_run(run)), parts, draft))


@draft.command()
@ID
@PARTS
@pass_session
def take(session: Session, draft_id: int, parts: tuple[str, ...]) -> None:
    """Take parts that were cut back into the post."""
    from hrd_tui.copydesk.edit import take

    _alter(session, draft_id, lambda draft: reduce(lambda made, run: take(made, *_run(run)), parts, draft))


@draft.command()
@ID
@click.argument("parts", metavar="PART")
@click.argument("to", type=PLACE)
@pass_session
def move(session: Session, draft_id: int, parts: str, to: int) -> None:
    """Move a part, or a run like 3-5, so that it begins at number TO."""
    from hrd_tui.copydesk.edit import move

    at, count = _run(parts)
    _alter(session, draft_id, lambda draft: move(draft, at, to - 1 - at, count))


@draft.command()
@ID
@click.argument("text")
@click.option("--before", type=PLACE, help="The part it stands before; else at the end.")
@pass_session
def remark(session: Session, draft_id: int, text: str, before: int | None) -> None:
    """Put a paragraph of your own into the draft; it stays apart from the source's words."""
    from hrd_tui.copydesk.edit import remark

    _alter(session, draft_id, lambda draft: remark(draft, text, before and before - 1))


@draft.command("see-also")
@ID
@click.argument("url")
@click.option("--at", type=PLACE, help="The part it stands before; else at the end.")
@click.option("--words", default="", help="Your own words before the address, instead of “[see also: …]”.")
@pass_session
def see_also(session: Session, draft_id: int, url: str, at: int | None, words: str) -> None:
    """Refer to an earlier post or another page."""
    from hrd_tui.copydesk.edit import see_also

    _alter(session, draft_id, lambda draft: see_also(draft, url, at and at - 1, words))


@draft.command()
@ID
@click.argument("what", type=click.Choice(("list", "count")))
@pass_session
def signatories(session: Session, draft_id: int, what: str) -> None:
    """Keep the whole list of those who signed, or only their count."""
    from hrd_tui.copydesk.edit import signatories

    _alter(session, draft_id, lambda draft: signatories(draft, listed=what == "list"))


@draft.command()
@ID
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder; else export.folder.")
@TARGET
@click.option("--force", is_flag=True, help="Overwrite a post that was changed by hand.")
@pass_session
def export(session: Session, draft_id: int, out: Path | None, target: str, force: bool) -> None:
    """Write the draft as a post, after saying what to look at in it."""
    written = session.desk.drafts.export(draft_id, folder=out, force=force, target=target)
    for told in (*written.notes, *written.warnings):
        output.say(f"{written.path.name}: {told}")
    output.line(f"{written.status}  {written.path}")


@draft.command()
@ID
@pass_session
def discard(session: Session, draft_id: int) -> None:
    """Take a draft away; its items stay, and so does a file written from it. restore takes it back."""
    title = session.desk.drafts.get(draft_id).title
    session.desk.drafts.discard(draft_id)
    output.line(f"Discarded {draft_id} {title}")
    output.say(f"hrd draft restore {draft_id} takes it back.")


@draft.command()
@ID
@pass_session
def restore(session: Session, draft_id: int) -> None:
    """Take a discarded draft back as it was."""
    output.line(f"Restored {draft_id} {session.desk.drafts.restore(draft_id).title}")


@draft.command()
@ID
@pass_session
def undo(session: Session, draft_id: int) -> None:
    """Take the last change of a draft back, whoever made it; again for the one before. The last 50 are kept."""
    _turned(draft_id, session.desk.drafts.undo(draft_id), "Undone", "Nothing to undo")


@draft.command()
@ID
@pass_session
def redo(session: Session, draft_id: int) -> None:
    """Make a change of a draft again that was taken back last."""
    _turned(draft_id, session.desk.drafts.redo(draft_id), "Redone", "Nothing to redo")


def _turned(id: int, draft: "Draft | None", done: str, nothing: str) -> None:
    if draft is None:
        output.say(f"{nothing} in draft {id}.")
        return
    shown = sum(not part.cut for part in draft.body)
    output.line(f"{done}: {id} {draft.title} · {shown} of {len(draft.body)} parts in the post")


def _alter(session: Session, id: int, change: "Callable[[Draft], Draft]") -> None:
    seen: list[Draft] = []

    def alter(draft: "Draft") -> "Draft":
        seen.append(draft)
        return change(draft)

    after = session.desk.drafts.alter(id, alter)
    shown = sum(not part.cut for part in after.body)
    state = "unchanged" if after == seen[0] else f"{shown} of {len(after.body)} parts in the post"
    output.line(f"{id} {after.title} · {state}")


def _run(parts: str) -> tuple[int, int]:
    """The number of a part from 1, or a run like 3-5, as the place from 0 and how many."""
    first, dash, last = parts.partition("-")
    if not first.isdecimal() or (dash and not last.isdecimal()) or not 0 < int(first) <= int(last or first):
        raise UsageProblem(f"“{clean(parts, line=True)}” is no part", "It is a number like 3 or a run like 3-5.")
    return int(first) - 1, int(last or first) - int(first) + 1
