"""Runs a command and writes its cost into a file: wait status, seconds on the wall, CPU seconds, peak memory in KiB.

A process of its own, because Linux counts the memory of whoever starts a program as that program's: this one is small,
run without site packages. Arguments: the file, the seconds after which the command is ended, the command.
"""

import os
import signal
import sys
import time

figures, limit, command = sys.argv[1], float(sys.argv[2]), sys.argv[3:]
begun = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ)
signal.signal(signal.SIGALRM, lambda number, frame: os.kill(child, signal.SIGKILL))
signal.setitimer(signal.ITIMER_REAL, limit)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - begun
with open(figures, "w") as file:
    file.write(f"{status} {wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss}")
