"""The note of an item, also one that was being written when the program was ended."""

from functools import partial
from pathlib import Path

from hrd_tui.tui import ending
from hrd_tui.tui.actions.decide import decide
from hrd_tui.tui.actions.pointed import aimed, of_items, several
from hrd_tui.tui.screen import DeskScreen


def note(screen: DeskScreen) -> None:
    """Opens the note of the item, or one note for all that are marked."""
    from hrd_tui.tui.dialogs.note import NoteDialog

    items = aimed(screen)[: None if several(screen) else 1]
    if not items:
        return
    if len(items) == 1:
        _note_of(screen, items[0])
        return
    notes = {screen.desk.decisions.known(id).get("note", "") for id in items}
    before = notes.pop() if len(notes) == 1 else ""

    def written(text: str | None) -> None:
        if text is not None and (text.strip() != before or notes):
            screen.trying(partial(decide, screen, items, lambda ids: screen.desk.decisions.note(ids, text)))

    replaced = "in place of the notes they have" if notes else "stays on the desk, never in an export"
    screen.app.push_screen(NoteDialog(before, detail=f"of {of_items(items)}, {replaced}"), written)


def _note_of(screen: DeskScreen, item: int) -> None:
    """Opens the note of one item, with what was being written when the program was ended, where that was kept."""
    from hrd_tui.tui.dialogs.note import NoteDialog

    before = screen.desk.decisions.known(item).get("note", "")
    file, text = ending.kept_note(screen.desk.paths, item) or (None, "")
    offered = bool(file and text != before)

    def written(text: str | None) -> None:
        screen.trying(partial(_take, screen, item, before, text, file))

    if offered:
        detail = f"as you were writing it when hrd was ended{', in place of the one it has' if before else ''}"
        screen.app.push_screen(NoteDialog(before, detail=detail, kept=text, note_of=item), written)
    else:
        screen.app.push_screen(NoteDialog(before, note_of=item), written)


def _take(screen: DeskScreen, item: int, before: str, text: str | None, file: Path | None) -> None:
    """Keeps what was written; the file in which it was kept goes, also where the editor dropped the text."""
    if text is not None and text.strip() != before:
        decide(screen, [item], lambda ids: screen.desk.decisions.note(ids, text))
    if file:
        file.unlink(missing_ok=True)


ACTIONS = {"note": note}
