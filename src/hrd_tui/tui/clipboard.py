"""Copying to the clipboard of whoever reads."""

from typing import Any

from textual.app import App

from hrd_tui.tui import outside


def copy(app: App[Any], text: str) -> str:
    """Copies a text through the terminal and with a program of the desktop if there is one; gives the way in words.

    In a browser the program would copy where the reader runs, not where it is read: there the browser alone does it.
    """
    app.copy_to_clipboard(text)
    if app.is_web:
        return "through the browser"
    tool = outside.copy(text)
    return f"with {tool}" if tool else "through the terminal (OSC 52)"
