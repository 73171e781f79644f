"""Pages that are sent to the browser from a room or its dialogs."""

from functools import partial
from urllib.parse import urlsplit

from hrd_tui.config import Config
from hrd_tui.text.urls import host, safe
from hrd_tui.tui import outside
from hrd_tui.tui.room import Room


def send(room: Room, config: Config, address: str, *, behind: bool = False) -> str:
    """Opens an address in the browser, `behind` the terminal where a program can; gives what to say of it.

    Raises UsageProblem where it is no address of a page, and HrdError where no program could be started.
    """
    command = outside.behind(config["browser.background"]) if behind else []
    command = command or config["browser.command"]
    if room.app.is_web:
        # Whoever reads in a browser wants the address there, not where the reader runs.
        room.app.open_url(safe(address))
    elif process := outside.browse(address, command):
        room.beside(partial(outside.watch, process), lambda _: None)
    return f"Sent to the browser: {host(address)}{'/…' if urlsplit(address).path.strip('/') else ''}"
