"""Real items decided by keys in a terminal: how long each key takes, and that every decision is on the disk."""

import argparse
import re
import shutil
from collections import defaultdict
from itertools import cycle
from pathlib import Path
from statistics import median

import corpus
from measure import OUT, run
from programs import Hrd
from shown import Shows, Watched
from tables import against, late, milliseconds, table

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.documents import StateDoc
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.tui.glyphs import DECIDED, FOLLOW_UP

ITEMS = 400
GOAL = 0.05
QUIET = 0.2
"""Seconds of silence before a key, so that what is painted behind it is its own."""
DECIDES = {
    key: (state, DECIDED.get(state, FOLLOW_UP))
    for key, state in {"f": State.FOLLOW_UP, "d": State.SPIKED, "x": State.SELECTED}.items()
}
"""The state that a key gives, and the sign of it in the row."""
SCRIPT = "dfdxdndtf dzd dxfnd tddfd ndzfdtx d"
"""Keys of a morning, over and over; `t` is followed by a tag."""
TAGS = ("ports", "trial", "prisons", "press")
EMPTY = "parted by blanks"
"""What the line of the tags says while it is empty."""
WHAT = {
    "f": "follow-up", "d": "spike", "x": "select", "t": "the line for tags", "Enter": "the tag", "z": "undo",
    "n": "next unread", " ": "read on",
}  # fmt: skip
NOTHING: StateDoc = {}


class Triage:
    """A reader in a terminal, and beside it a look at its disk: what a key decides must be there when it is shown."""

    def __init__(self, home: Path) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self.wanted: dict[int, StateDoc] = {}
        self._desk = Desk.open(locate(home), load(locate(home).config_file))
        self._order = self._desk.select(View("inbox"))
        self._steps: list[tuple[int, StateDoc]] = []
        self._tags = cycle(TAGS)
        self._reader = Watched(Hrd().command(home), home)

    def begin(self) -> None:
        """Waits for the list and has each item listed by itself."""
        self._reader.wait(lambda screen: screen.cursor is not None)
        self._reader.rest(QUIET)
        self._reader.timed("V", lambda screen: "by itself" in screen.lines[-1])

    @property
    def passed(self) -> int:
        """How many items lie above the cursor."""
        place = re.search(r"(\d+)/\d+ *│", self._reader.screen.lines[2])
        assert place, self._reader.screen.lines[2]
        return int(place[1]) - 1

    def press(self, key: str) -> None:
        """Presses a key of the script, waits for what it brings, and compares the disk with it."""
        self._reader.rest(QUIET)
        screen = self._reader.screen
        before, lines = (screen.list, screen.cursor), screen.lines
        id = self._order[self.passed]
        if key in DECIDES:
            state, sign = DECIDES[key]
            self._time(key, lambda now: (now.list, now.cursor) != before and sign in now.above)
            self._decided(id, {**self.wanted.get(id, NOTHING), "state": state.value})
        elif key == "t":
            tag = next(self._tags)
            self._time("t", lambda now: any(EMPTY in line for line in now.lines))
            self._time("Enter", lambda now: "Tagged" in now.lines[-1] and now.lines[-1] != lines[-1], f"{tag}\r")
            had = self.wanted.get(id, NOTHING)
            self._decided(id, {**had, "tags": [*had.get("tags", []), tag]})
        elif key == "z":
            self._time("z", lambda now: "Undone" in now.lines[-1] and now.lines[-1] != lines[-1])
            self._is_kept(*self._steps.pop())
        else:
            self._time(key, lambda now: now.lines[2:-1] != lines[2:-1])

    def end(self) -> None:
        """Kills the reader; the disk must hold what was decided and nothing else. Raises AssertionError."""
        self._reader.end()
        self._desk.refresh()
        kept = {id: self._kept(id) for id in self._desk.store.states}
        assert {id: state for id, state in kept.items() if state} == {id: doc for id, doc in self.wanted.items() if doc}
        self._desk.close()

    def _time(self, name: str, shows: Shows, keys: str = "") -> None:
        self.times[name].append(self._reader.timed(keys or name, shows))

    def _decided(self, id: int, state: StateDoc) -> None:
        self._steps.append((id, self.wanted.get(id, NOTHING)))
        self._is_kept(id, state)

    def _is_kept(self, id: int, state: StateDoc) -> None:
        self.wanted[id] = state
        self._desk.refresh()
        assert self._kept(id) == state, f"the disk holds {self._kept(id)} of item {id}, not {state}"

    def _kept(self, id: int) -> StateDoc:
        doc = self._desk.store.states.get(id, NOTHING)
        kept: StateDoc = {}
        if "state" in doc:
            kept["state"] = doc["state"]
        if "tags" in doc:
            kept["tags"] = doc["tags"]
        return kept


def _row(what: str, times: list[float]) -> list[str]:
    return [what, f"{len(times):,}", *map(milliseconds, (median(times), late(times), max(times))), "", ""]


def newsroom(home: Path, items: int) -> int:
    """A desk that has pulled so many real items; how many it has, 0 without the corpus."""
    bodies = corpus.feeds(items)
    if not bodies:
        return 0
    home.mkdir(parents=True)
    with corpus.served(bodies) as addresses:
        Hrd().subscribe(home, addresses)
        run(Hrd().sync(home), home)
    return Hrd().items(home)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    home = asked.out / "triage"
    shutil.rmtree(home, ignore_errors=True)
    there = newsroom(home, asked.items + 20)
    if not there:
        print("The corpus of real feeds does not lie beside the checkout: nothing measured.")
        return
    triage = Triage(home)
    triage.begin()
    script = cycle(SCRIPT)
    while triage.passed < asked.items:
        triage.press(next(script))
    triage.end()
    shutil.rmtree(home)
    every = [seconds for times in triage.times.values() for seconds in times]
    print(f"{asked.items:,} of {there:,} real items passed with {len(every):,} keys; every decision was on the disk.\n")
    rows = [_row(WHAT[key], times) for key, times in sorted(triage.times.items(), key=lambda one: -len(one[1]))]
    total = _row("all", every)
    total[-2:] = [f"≤ {milliseconds(GOAL)}", against(late(every), GOAL)]
    print(table(["key", "times", "median", "95 %", "longest", "goal, 95 %", ""], [*rows, total]))


if __name__ == "__main__":
    main()
