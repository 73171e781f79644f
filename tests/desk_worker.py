"""One of several processes at work on one desk: `python desk_worker.py sync|tag HOME NAME`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate

ROUNDS = 4
TAGGED = 40


def main(work: str, home: Path, name: str) -> None:
    """Syncs the feeds a few times, or tags the first items one by one with this worker's name."""
    paths = locate(home)
    desk = Desk.open(paths, load(paths.config_file), lambda: datetime.now(UTC))
    if work == "sync":
        for _ in range(ROUNDS):
            desk.syncing.run()
    else:
        for id in list(desk.store.items)[:TAGGED]:
            desk.decisions.tag([id], [name])
    desk.store.fold()
    desk.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
