"""Writing in the editor's own program: one block, or the whole draft."""

from collections.abc import Callable
from pathlib import Path

from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.manuscript import as_text
from hrd_tui.desk import editor
from hrd_tui.errors import UsageProblem
from hrd_tui.tui.drafting.actions import post
from hrd_tui.tui.drafting.rows import CATEGORIES, CLOSING, DEADLINE, HEADLINE, TAGS
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.lending import lend

Read = Callable[[str], Draft]


def edit_block(screen: DraftScreen) -> None:
    """Opens the block in the editor's program; a field of the head in its dialog."""
    place = screen.place
    fields = {
        HEADLINE: post.headline,
        CATEGORIES: post.categories,
        TAGS: post.tags,
        DEADLINE: post.deadline,
        CLOSING: post.kept_copy,
    }
    if place is not None and place.kind in fields:
        fields[place.kind](screen)
        return
    at = screen.pointed()
    screen.refuse_if_changed()
    before = screen.draft

    def read(text: str) -> Draft:
        return edit.replace_text(before, at, text.strip("\n"))

    text = before.body[at].block.text
    file = editor.file_with(f"{text}\n" if text else "", screen.desk.paths, f"draft-{screen.draft_id}-{at + 1}")
    _open(screen, file, before, read)


def edit_all(screen: DraftScreen) -> None:
    """Opens the whole draft as one text in the editor's program."""
    screen.refuse_if_changed()
    before = screen.draft

    def read(text: str) -> Draft:
        return screen.desk.drafts.read(text, before, screen.desk.lists)

    file = editor.file_with(as_text(before), screen.desk.paths, f"draft-{screen.draft_id}")
    _open(screen, file, before, read)


def _open(screen: DraftScreen, file: Path, before: Draft, read: Read) -> None:
    """Lends the terminal to the program and takes what was written; where it cannot be taken, the file stays."""
    from hrd_tui.tui.dialogs.confirm import Confirm

    argv = editor.command(screen.desk.config)
    lend(screen, lambda: editor.open_in(argv, file, terminal=not screen.app.is_web))
    kept = f"Your text is kept in {file}"
    screen.desk.refresh()
    there = screen.desk.drafts.get(screen.draft_id)
    if there != before:
        screen.take(there)
        raise UsageProblem("The draft was changed elsewhere while you wrote", kept)
    try:
        after = read(file.read_text("utf-8"))
    except (UsageProblem, UnicodeDecodeError, OSError) as error:

        def answered(yes: bool | None) -> None:
            if yes:
                screen.trying(lambda: _open(screen, file, before, read))

        title, detail = _told(error)
        question = Confirm(title, f"{detail}\n{kept}".strip(), yes="go on writing", heading="Not taken yet")
        screen.app.push_screen(question, answered)
        return
    if not screen.alter(lambda _: after):
        screen.say("Nothing changed")
    file.unlink()


def _told(error: UsageProblem | UnicodeDecodeError | OSError) -> tuple[str, str]:
    if isinstance(error, UsageProblem):
        return error.title, error.detail
    if isinstance(error, UnicodeDecodeError):
        return "The text is not UTF-8", "Save it in this encoding."
    return "The text cannot be read", error.strerror or str(error)


ACTIONS = {"edit": edit_block, "edit-all": edit_all}
