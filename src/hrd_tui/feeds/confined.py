"""What a child process that reads hostile bytes does first: bounds for itself, and an end with its parent."""

import contextlib
import os
import signal
import sys
from typing import BinaryIO

OUT_OF_MEMORY = 3
"""Exit code of a child that was led past its limit."""
BEHIND = 5
"""How far such a child stands back (nice(2)): a third of the processor where the screen wants it, all where not."""


def confine(memory_bytes: int) -> None:
    """Limits the address space of this process, lets the screen go first, writes no core, and leaves Ctrl+C to the
    parent.

    macOS knows RLIMIT_AS and refuses to set it.
    """
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(BEHIND)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _die_with_parent()


def own_stdout() -> BinaryIO:
    """Standard output for answers alone: what anything else prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def environment() -> dict[str, str]:
    """The environment for such a child: where its modules are, and nothing of the program's."""
    return {"PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path), "TZ": "UTC"}


def _die_with_parent() -> None:
    """On Linux (prctl(2), PR_SET_PDEATHSIG); elsewhere the end of the input and the alarm do it."""
    if sys.platform == "linux":
        import ctypes

        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
