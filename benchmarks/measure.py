"""What a run of a program costs: time on the wall, CPU time with all its children, and peak memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

OUT = Path(__file__).resolve().parent / "out"
"""Everything the benchmarks write, but docs/performance.md."""
LAUNCHER = Path(__file__).with_name("launch.py")


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
    figures = home / ".cost"
    launcher = [sys.executable, "-I", "-S", LAUNCHER, figures, str(limit), *command]
    done = subprocess.run(
        launcher,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    status, wall, cpu, peak = figures.read_text().split()
    cost = Cost(float(wall), float(cpu), int(peak) * 1024 / 1e6, float(wall) < limit)
    code = os.waitstatus_to_exitcode(int(status))
    if code and cost.finished:
        raise RuntimeError(f"{command[0]} ended with {code}: {done.stdout.decode(errors='replace')[-2000:]}")
    return cost


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        median(cost.wall for cost in costs),
        median(cost.cpu for cost in costs),
        median(cost.peak_mb for cost in costs),
        all(cost.finished for cost in costs),
    )
