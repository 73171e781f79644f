"""What the reader asks of other programs: to open an address, to copy, to take a text. Never through a shell."""

import os
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Mapping, Sequence

from hrd_tui.errors import HrdError, UsageProblem
from hrd_tui.text.clean import clean
from hrd_tui.text.urls import safe

COPY_SECONDS = 2
PIPE_SECONDS = 60
FAIL_SECONDS = 1.0
_OPENERS = (("xdg-open",), ("gio", "open"), ("wslview",), ("termux-open-url",))


def browse(address: str, command: Sequence[str]) -> "subprocess.Popen[bytes] | None":
    """Opens an http or https address with `command`, else with the system's own opener; does not wait for it.

    Gives the program started, to be watched, None where Python's webbrowser did it. Raises UsageProblem for any other
    address and HrdError where no program could be started.
    """
    url = safe(address)
    if not url.startswith(("https://", "http://")):
        raise UsageProblem("This address cannot be opened", "Only http and https addresses are.")
    argv = [*command, url] if command else _opener(url)
    if not argv:
        if webbrowser.open(url):
            return None
        raise HrdError("There is no browser here", "Set browser.command in the configuration; y copies the address.")
    try:
        return subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise HrdError(f"{argv[0]} could not be started", f"{error.strerror}; see browser.command") from error


def watch(process: "subprocess.Popen[bytes]") -> None:
    """Waits for a program that was started. Raises HrdError where it fails within FAIL_SECONDS, as openers do."""
    try:
        code = process.wait(FAIL_SECONDS)
    except subprocess.TimeoutExpired:
        process.wait()
        return
    if code:
        name = os.path.basename(str(process.args[0]))  # type: ignore[index]
        raise HrdError(f"{name} could not open the address", f"It ended with code {code}; see browser.command.")


def behind(command: Sequence[str]) -> Sequence[str]:
    """The program, with its arguments, that opens an address without coming to the front; empty where none is known."""
    return command or (("open", "-g") if sys.platform == "darwin" else ())


def pipe(argv: Sequence[str], text: str) -> str:
    """Gives a text to a program's standard input and waits for its end; gives the last line it printed, cleaned.

    Raises HrdError where it cannot be started, fails, or takes more than PIPE_SECONDS.
    """
    name = os.path.basename(argv[0])
    try:
        done = subprocess.run(list(argv), input=text.encode(), capture_output=True, timeout=PIPE_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise HrdError(
            f"{name} was stopped", f"It did not end within {PIPE_SECONDS} seconds; see [pipe] in: hrd config edit"
        ) from error
    except OSError as error:
        raise _not_started(argv[0], error) from error
    if done.returncode:
        raise HrdError(
            f"{name} ended with code {done.returncode}",
            _last_line(done.stderr) or "It said nothing; see [pipe] in: hrd config edit",
        )
    return _last_line(done.stdout)


def pipe_in_terminal(argv: Sequence[str], text: str) -> None:
    """Gives a text to a program that writes to the terminal, and waits for its end. Raises HrdError as `pipe` does."""
    try:
        code = subprocess.run(list(argv), input=text.encode(), check=False).returncode
    except OSError as error:
        raise _not_started(argv[0], error) from error
    if code:
        raise HrdError(f"{os.path.basename(argv[0])} ended with code {code}", "See [pipe_terminal] in: hrd config edit")


def _not_started(program: str, error: OSError) -> HrdError:
    return HrdError(f"{program} could not be started", f"{error.strerror}; mend it with: hrd config edit")


def _last_line(printed: bytes) -> str:
    lines = [line for line in printed.decode("utf-8", "replace").splitlines() if line.strip()]
    return clean(lines[-1], line=True) if lines else ""


def _opener(url: str) -> list[str]:
    if sys.platform == "darwin":
        return ["open", url]
    return next(([*opener, url] for opener in _OPENERS if shutil.which(opener[0])), [])


def copy(text: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Copies text with tmux, where that is around the reader, and with a program of the desktop; gives those that did.

    tmux passes on what programs ask of the terminal only where it is set to; its own buffer is there in any case.
    """
    ways = [_TMUX if environ.get("TMUX") else (), _copiers(environ)]
    return [name for argvs in ways if (name := _copied(argvs, text))]


def _copied(argvs: Sequence[Sequence[str]], text: str) -> str:
    """The name of the first program that took the text, empty where none did."""
    for argv in argvs:
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


_TMUX = (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
"""The first one, from tmux 3.2 on, also asks the terminal in which tmux runs to take it."""


def _copiers(environ: Mapping[str, str]) -> list[list[str]]:
    if sys.platform == "darwin":
        return [["pbcopy"]]
    found = [["wl-copy"]] if environ.get("WAYLAND_DISPLAY") else []
    if environ.get("DISPLAY"):
        found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [*found, ["termux-clipboard-set"], ["clip.exe"]]
