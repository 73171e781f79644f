"""Publishing: items become posts in markdown."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from hrd_tui.errors import NotOurs
from hrd_tui.tui.actions.pointed import aimed, pointed, several
from hrd_tui.tui.layout import FEEDS
from hrd_tui.tui.screen import DeskScreen


def export(screen: DeskScreen) -> None:
    """Asks what goes where, and writes it."""
    from hrd_tui.tui.dialogs.export import Choice, ExportDialog

    marked = several(screen)
    selected = list(aimed(screen)) if marked else screen.desk.selected()
    current = pointed(screen) if not marked and (screen.pane != FEEDS or not selected) else None
    if current is None and not selected:
        return

    def chosen(choice: Choice | None) -> None:
        if choice:
            ids = [current] if choice.what == "this" and current is not None else selected
            folder = Path(choice.folder).expanduser()
            screen.marked.clear()
            screen.trying(partial(_write, screen, ids, folder, choice.what == "merged", False))

    title = screen.desk.row(current).title if current is not None else ""
    folder = str(screen.desk.exports.folder)
    screen.app.push_screen(ExportDialog(title, len(selected), folder, "marked" if marked else "selected"), chosen)


def _write(screen: DeskScreen, ids: Sequence[int], folder: Path, merge: bool, force: bool) -> None:
    screen.listing.keep(ids)
    try:
        written = screen.desk.exports.write(ids, folder=folder, merge=merge, force=force)
    except NotOurs as error:
        screen.absorb()
        if force:
            raise
        _ask_again(screen, error, partial(_write, screen, ids, folder, merge, True))
        return
    screen.absorb()
    more = f" and {len(written) - 1} more" if len(written) > 1 else ""
    warnings = [warning for one in written for warning in one.warnings]
    screen.notice.show(f"Wrote {written[0].path}{more}", "\n".join(dict.fromkeys(warnings)))


def _ask_again(screen: DeskScreen, error: NotOurs, write: "partial[None]") -> None:
    from hrd_tui.tui.dialogs.confirm import Confirm

    def answered(yes: bool | None) -> None:
        if yes:
            screen.trying(write)

    screen.app.push_screen(Confirm(error.title, error.detail, yes="overwrite"), answered)


ACTIONS = {"export": export}
