"""Where the terminal's own cursor stands, which screen readers and magnifiers follow, once a screen is laid out."""

from typing import Any

from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, TextArea

from hrd_tui.tui.lines import Lines


def point(screen: Screen[Any]) -> None:
    """Puts the cursor where the editor is: on the row stepped to beside a line that has the focus, else in the focus.

    What has the focus only then has its place on the screen, and where a dialog was closed nothing else comes back.
    """
    app, focused = screen.app, screen.focused
    if app.screen is not screen or focused is None:
        return
    before = app.cursor_position
    stepped = next((lines for lines in screen.query(Lines) if not lines.can_focus and lines.put == before), None)
    if stepped is not None:
        stepped.put_cursor(stepped.here)
    elif isinstance(focused, Lines):
        focused.put_cursor(focused.here)
    elif isinstance(focused, Input | TextArea):
        app.cursor_position = focused.cursor_screen_offset
    if app.cursor_position != before:
        # The cursor goes to the terminal behind what is drawn.
        focused.refresh(Region(0, 0, 1, 1))
