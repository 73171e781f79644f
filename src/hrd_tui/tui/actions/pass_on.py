"""Handing an item on: to the clipboard, to the editor's own program, to a command of the configuration."""

from functools import partial

from hrd_tui.desk import citing, editor
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Item
from hrd_tui.text.cells import fit
from hrd_tui.text.urls import untracked
from hrd_tui.tui import clipboard, outside
from hrd_tui.tui.actions.decide import undo_hint
from hrd_tui.tui.actions.pointed import aimed, pointed, several
from hrd_tui.tui.actions.read import MOST_OPENED, address_of, open_all
from hrd_tui.tui.lending import lend
from hrd_tui.tui.screen import DeskScreen

TITLE_CELLS = 40
"""Of a title in a message, behind what matters more."""


def copy_address(screen: DeskScreen) -> None:
    """Copies the addresses of the items, a line each, without what tells where the reader came from."""
    _copy(screen, [untracked(address_of(item)) for item in _items(screen)])


def copy_link(screen: DeskScreen) -> None:
    """Copies the items as links in markdown, a line each."""
    _copy(screen, [citing.markdown_link(item) for item in _items(screen)])


def copy_citation(screen: DeskScreen) -> None:
    """Copies the items as citations, a line each."""
    _copy(screen, [citing.citation(item, screen.desk.now()) for item in _items(screen)])


def _items(screen: DeskScreen) -> list[Item]:
    return [screen.desk.item(id) for id in aimed(screen)]


def _copy(screen: DeskScreen, lines: list[str]) -> None:
    """Copies lines; the notice says how many and by which way before the first of them, which may be long."""
    if lines:
        how = clipboard.copy(screen.app, "\n".join(lines))
        screen.say(f"Copied {f'{len(lines)} items ' if lines[1:] else ''}{how}: {lines[0]}{' …' if lines[1:] else ''}")


def open_background(screen: DeskScreen) -> None:
    """Opens the item's address behind the terminal, or those of all that are marked or counted, and goes on to the next
    row; marked ones lose their marks, and the cursor stays.
    """
    item_id, marked, rows = pointed(screen), bool(screen.marked), screen.count
    if item_id is None:
        return
    items = aimed(screen) if several(screen) else (item_id,)
    if len(items) > MOST_OPENED:
        raise UsageProblem(f"{len(items)} pages at once are too many", f"At most {MOST_OPENED} are opened.")
    open_all(screen, items, behind=True)
    if not marked:
        screen.items.step(max(1, rows))


def edit_note(screen: DeskScreen) -> None:
    """Opens the item's note in the editor's own program and keeps what was written."""
    item_id = pointed(screen)
    if item_id is None:
        return
    argv = editor.command(screen.desk.config)
    before = screen.desk.item(item_id).note
    file = editor.file_with(f"{before}\n" if before else "", screen.desk.paths, f"note-{item_id}")
    lend(screen, lambda: editor.open_in(argv, file, terminal=not screen.app.is_web))
    try:
        after = file.read_text("utf-8").strip()
    except (UnicodeDecodeError, OSError) as error:
        raise UsageProblem("The note cannot be read", f"It has to be UTF-8. Your text is kept in {file}") from error
    screen.desk.refresh()
    if screen.desk.item(item_id).note != before:
        raise UsageProblem("The note was changed elsewhere while you wrote", f"Your text is kept in {file}")
    if after == before:
        screen.say("Nothing changed")
    else:
        screen.settle(screen.desk.decisions.note([item_id], after), undo_hint(screen))
    file.unlink()


def pipe(screen: DeskScreen) -> None:
    """Gives the article as plain text to a command of the configuration: one of [pipe] works beside the screen, one of
    [pipe_terminal] has the terminal.
    """
    from hrd_tui.tui.dialogs.picker import Option, Picker

    item_id = pointed(screen)
    if item_id is None:
        return
    config = screen.desk.config
    beside = {name: (argv, False) for name, argv in config.named["pipe"].items()}
    commands = {**beside, **{name: (argv, True) for name, argv in config.named["pipe_terminal"].items()}}
    if not commands:
        raise UsageProblem("No command is set to pipe to", "Name some under [pipe] with: hrd config edit")

    def chosen(name: str | None) -> None:
        if name is not None:
            argv, in_terminal = commands[name]
            screen.trying(partial(_pipe, screen, item_id, name, argv, in_terminal))

    if len(commands) == 1:
        chosen(next(iter(commands)))
    else:
        options = [Option(name, name, detail=" ".join(argv)) for name, (argv, _) in commands.items()]
        screen.app.push_screen(Picker("Pipe to", options), chosen)


def _pipe(screen: DeskScreen, item_id: int, name: str, argv: tuple[str, ...], in_terminal: bool) -> None:
    text = citing.plain_text(screen.desk.item(item_id), screen.desk.document(item_id))
    title = fit(screen.desk.item(item_id).title, TITLE_CELLS)
    if not in_terminal:
        screen.say(f"{name} has “{title}” and is at work …")
        screen.beside(partial(outside.pipe, argv, text), lambda said: screen.say(_piped(name, said, title)))
        return
    if screen.app.is_web:
        raise UsageProblem(f"{name} needs a terminal", "In a browser there is none; commands under [pipe] work.")
    lend(screen, lambda: outside.pipe_in_terminal(argv, text))
    screen.say(_piped(name, "", title))


def _piped(name: str, said: str, title: str) -> str:
    return f"{name}: {said} · “{title}”" if said else f"Piped to {name}: “{title}”"


ACTIONS = {
    "copy-address": copy_address,
    "copy-link": copy_link,
    "copy-citation": copy_citation,
    "open-background": open_background,
    "edit-note": edit_note,
    "pipe": pipe,
}
