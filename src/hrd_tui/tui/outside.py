"""What the reader asks of other programs: to open an address, to copy one. Never through a shell."""

import os
import shutil
import subprocess
import sys
import threading
import webbrowser
from collections.abc import Mapping, Sequence

from hrd_tui.errors import HrdError, UsageProblem
from hrd_tui.text.urls import safe

COPY_SECONDS = 2
_OPENERS = (("xdg-open",), ("gio", "open"), ("wslview",), ("termux-open-url",))


def browse(address: str, command: Sequence[str]) -> None:
    """Opens an http or https address with `command`, else with the system's own opener; does not wait for it.

    Raises UsageProblem for any other address and HrdError where no program could be started.
    """
    url = safe(address)
    if not url.startswith(("https://", "http://")):
        raise UsageProblem("This address cannot be opened", "Only http and https addresses are.")
    argv = [*command, url] if command else _opener(url)
    if not argv:
        if webbrowser.open(url):
            return
        raise HrdError("There is no browser here", "Set browser.command in the configuration; y copies the address.")
    try:
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise HrdError(f"{argv[0]} could not be started", f"{error.strerror}; see browser.command") from error
    threading.Thread(target=process.wait, daemon=True).start()


def _opener(url: str) -> list[str]:
    if sys.platform == "darwin":
        return ["open", url]
    return next(([*opener, url] for opener in _OPENERS if shutil.which(opener[0])), [])


def copy(text: str, environ: Mapping[str, str] = os.environ) -> str:
    """Copies text with a program of the desktop; gives the program's name, empty where none did it."""
    for argv in _copiers(environ):
        if not shutil.which(argv[0]):
            continue
        try:
            subprocess.run(
                argv,
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=COPY_SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return argv[0]
    return ""


def _copiers(environ: Mapping[str, str]) -> list[list[str]]:
    if sys.platform == "darwin":
        return [["pbcopy"]]
    found = [["wl-copy"]] if environ.get("WAYLAND_DISPLAY") else []
    if environ.get("DISPLAY"):
        found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [*found, ["termux-clipboard-set"], ["clip.exe"]]
