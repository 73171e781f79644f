"""Copying to the clipboard of whoever reads."""

from typing import Any

from textual.app import App

from hrd_tui.tui import outside


def copy(app: App[Any], text: str) -> str:
    """Copies a text through the terminal, with tmux and with a program of the desktop; gives in words where it went.

    In a browser the programs would copy where the reader runs, not where it is read: there the browser alone does it.
    """
    app.copy_to_clipboard(text)
    if app.is_web:
        return "through the browser"
    tools = outside.copy(text)
    places = ["into tmux, for its paste key (prefix ])"] if "tmux" in tools else []
    places += [f"to the clipboard ({tool})" for tool in tools if tool != "tmux"]
    return " and ".join(places) or "to your terminal's clipboard, if its settings allow that"
