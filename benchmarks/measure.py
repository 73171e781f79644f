"""What a run of a program costs: time on the wall, CPU time with all its children, and peak memory."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

OUT = Path(__file__).resolve().parent / "out"
"""Everything the benchmarks write, but docs/performance.md."""


@dataclass(frozen=True, slots=True)
class Cost:
    """`wall` and `cpu` in seconds, `peak_mb` of its largest process in 10⁶ bytes; not `finished`: cut off."""

    wall: float
    cpu: float
    peak_mb: float
    finished: bool = True


def environment(home: Path) -> dict[str, str]:
    """What the measured programs see: nothing of the user's own settings, proxies or folders."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "xterm-256color",
        "HRD_ALLOW_PRIVATE": "1",
    }


def run(command: Sequence[str | Path], home: Path, limit: float = 600) -> Cost:
    """Runs a command to its end, or for `limit` seconds. Raises RuntimeError with its words when it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            env=environment(home),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        clock = threading.Timer(limit, process.kill)
        clock.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            clock.cancel()
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        finished = wall < limit
        if process.returncode and finished:
            said.seek(0)
            words = said.read().decode(errors="replace")
            raise RuntimeError(f"{command[0]} ended with {process.returncode}: {words[-2000:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, finished)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.peak_mb for cost in costs),
        all(cost.finished for cost in costs),
    )
