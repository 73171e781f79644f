"""Writing in the editor's own program: one block, or the whole draft."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from textual.app import SuspendNotSupported

from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.manuscript import as_text, from_text
from hrd_tui.desk import editor
from hrd_tui.errors import UsageProblem
from hrd_tui.tui.drafting.actions import post
from hrd_tui.tui.drafting.rows import CATEGORIES, CLOSING, DEADLINE, HEADLINE, TAGS
from hrd_tui.tui.drafting.screen import DraftScreen

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
        return from_text(text, before)

    file = editor.file_with(as_text(before), screen.desk.paths, f"draft-{screen.draft_id}")
    _open(screen, file, before, read)


def _open(screen: DraftScreen, file: Path, before: Draft, read: Read) -> None:
    """Lends the terminal to the program and takes what was written; where it cannot be read, the file stays."""
    from hrd_tui.tui.dialogs.confirm import Confirm

    _run(screen, editor.command(screen.desk.config), file)
    try:
        _take(screen, file, before, read)
    except (UsageProblem, UnicodeDecodeError) as error:
        title, detail = (
            (error.title, error.detail) if isinstance(error, UsageProblem) else ("The text is not UTF-8", "")
        )

        def answered(yes: bool | None) -> None:
            if yes:
                screen.trying(lambda: _open(screen, file, before, read))

        kept = f"{detail}\nYour text is kept in {file}".strip()
        screen.app.push_screen(Confirm(title, kept, yes="go on writing", heading="Not taken yet"), answered)


def _run(screen: DraftScreen, argv: list[str], file: Path) -> None:
    """Without a terminal to lend, a program with a window of its own can still be used."""
    try:
        lent = screen.app.suspend()
        with lent:
            editor.open_in(argv, file)
    except SuspendNotSupported:
        with nullcontext():
            editor.open_in(argv, file)
    screen.refresh(layout=True)


def _take(screen: DraftScreen, file: Path, before: Draft, read: Read) -> None:
    after = read(file.read_text("utf-8"))
    if after != before:
        screen.refuse_if_changed()
        if screen.draft != before:
            raise UsageProblem("The draft was changed elsewhere while you wrote")
        screen.alter(lambda _: after)
    else:
        screen.say("Nothing changed")
    file.unlink()


ACTIONS = {"edit": edit_block, "edit-all": edit_all}
