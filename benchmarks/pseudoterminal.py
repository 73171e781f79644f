"""A program in a terminal of its own, watched as its user would: keys in, and when which text is there."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from measure import Cost, environment

COLUMNS, ROWS = 120, 36
CPUCLOCK_SCHED = 2
"""With the process id beside it the clock of a process's CPU time, as clock_getcpuclockid(3) makes it on Linux."""
_CONTROL = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_^].*?\x1b\\|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b.|\r",
    re.DOTALL,
)


class Terminal:
    """A program started in a pseudo-terminal of 120 × 36 cells; `begun` is the moment just before."""

    def __init__(self, command: Sequence[str | Path], home: Path) -> None:
        self.written = bytearray()
        arguments = [str(part) for part in command]
        variables = environment(home) | {"COLORTERM": "truecolor"}
        self.begun = time.perf_counter()
        self.pid, self._line = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(arguments[0], arguments, variables)

    def until(self, text: str, limit: float = 120, *, keep: bool = False) -> float:
        """Reads until the text is there, in what was written since the last call, and gives the moment it was.

        With `keep` the next call looks at this, too: one picture may have both texts. Raises TimeoutError.
        """
        wanted = text.encode()
        ends = time.perf_counter() + limit
        while wanted not in _CONTROL.sub(b"", bytes(self.written)):
            if not self._read(ends - time.perf_counter()):
                said = _CONTROL.sub(b"", bytes(self.written))[-1000:].decode(errors="replace")
                raise TimeoutError(f"{text!r} did not appear: {said}")
        seen = time.perf_counter()
        if not keep:
            self.written.clear()
        return seen

    def rest(self, quiet: float = 0.3) -> int:
        """Reads until nothing was written for so many seconds, and gives the number of bytes."""
        while self._read(quiet):
            pass
        count = len(self.written)
        self.written.clear()
        return count

    def press(self, keys: str) -> None:
        os.write(self._line, keys.encode())

    def read_for(self, seconds: float) -> None:
        """Reads whatever comes for so long."""
        ends = time.perf_counter() + seconds
        while (left := ends - time.perf_counter()) > 0:
            self._read(left)

    def cpu(self) -> float:
        """Seconds of CPU time that all threads took so far, those that have ended included."""
        return time.clock_gettime(~self.pid << 3 | CPUCLOCK_SCHED)

    def memory_mb(self) -> float:
        """Memory in use now, in 10⁶ bytes, shared libraries included (proc(5), VmRSS)."""
        told = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", told)[1]) * 1024 / 1e6  # type: ignore[index]

    def end(self) -> Cost:
        """Ends the program and gives what it cost in all."""
        os.kill(self.pid, signal.SIGKILL)
        os.close(self._line)
        _, _, used = os.wait4(self.pid, 0)
        return Cost(time.perf_counter() - self.begun, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._line], [], [], max(0, seconds))[0]:
            return False
        try:
            data = os.read(self._line, 65536)
        except OSError:
            return False
        self.written += data
        return bool(data)
