"""One sync of many feeds: hrd, newsboat and reader in turns against one local server, as medians and ratios."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import OUT, Cost, middle, run
from programs import BEST, STOCK, Hrd, Newsboat, Program, Reader, newsboat_version
from server import Server, served
from tables import against, ratio, seconds, table

GOAL_SIZE = (500, 20)
"""Feeds and entries each that the goals are for."""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation. It starts from nothing but subscriptions when `cold`, else from a full sync before it; `statuses`
    are what a program that asks well is answered, and `goals` the most that hrd may take, as a share of another's time.
    """

    name: str
    label: str
    statuses: tuple[str, ...]
    goals: dict[str, float]
    cold: bool = False
    conditional: bool = True
    latency: float = 0.0
    later: int = 0
    threads: int = 1


CASES = (
    Case("unchanged", "all answer 304", ("304",), {BEST: 0.8, "reader": 0.4}),
    Case("far", "all answer 304 after 100 ms", ("304",), {BEST: 0.35}, latency=0.1, threads=20),
    Case("same", "all answer 200 with the same body", ("200",), {BEST: 0.25}, conditional=False),
    Case("news", "all answer 200 with two new entries", ("200",), {}, later=2),
    Case("cold", "the first sync", ("200",), {BEST: 0.75}, cold=True),
)


def programs(names: list[str]) -> list[Callable[[Case], Program]]:
    """How to make each program wanted for a case; those that are not installed are named on stderr and left out."""
    known: dict[str, Callable[[Case], Program]] = {
        "hrd": lambda case: Hrd(),
        STOCK: lambda case: Newsboat(STOCK, 1, analyzed=False),
        BEST: lambda case: Newsboat(BEST, case.threads, analyzed=True),
        "reader": lambda case: Reader(),
    }
    wanted = [name for name in known if name.split(",")[0] in names]
    if not newsboat_version() and "newsboat" in names:
        print("newsboat is not installed and is left out (Debian: apt install newsboat)", file=sys.stderr)
        wanted = [name for name in wanted if not name.startswith("newsboat")]
    return [known[name] for name in wanted]


class Bench:
    """The programs' folders under `root`, made anew, and the server they all ask."""

    def __init__(self, root: Path, server: Server, entries: int) -> None:
        self.root = root
        self.server = server
        self.feeds = len(server.addresses)
        self.entries = entries

    def prepare(self, program: Program) -> None:
        """Subscribes, and syncs twice, so that every case can start from a copy.

        newsboat keeps the validators of a feed it knows already, not those of the first answer.
        """
        blank, full = self.folder(program, "blank"), self.folder(program, "full")
        blank.mkdir(parents=True)
        program.subscribe(blank, self.server.addresses)
        shutil.copytree(blank, full)
        self.server.set()
        for _ in range(2):
            run(program.sync(full), full)
        program.settle(full)
        program.emptied(full, blank)
        self._expect(program, full, self.feeds * self.entries)

    def folder(self, program: Program, name: str) -> Path:
        return self.root / program.name.replace(", ", "-").replace(" ", "-") / name

    def once(self, program: Program, case: Case) -> Cost:
        """One measured sync from the state the case starts from. Raises RuntimeError when it did not do its work."""
        work = self.folder(program, "work")
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(self.folder(program, "blank" if case.cold else "full"), work)
        if isinstance(program, Newsboat):
            program.subscribe(work, self.server.addresses)
        # What was copied must not be on its way to the disk while a program waits for the disk.
        os.sync()
        self.server.answered()
        cost = run(program.sync(work), work)
        answered = self.server.answered()
        if answered != {status: self.feeds for status in case.statuses}:
            raise RuntimeError(f"{program.name}, {case.name}: the server answered {answered}")
        self._expect(program, work, self.feeds * (self.entries + case.later))
        return cost

    def _expect(self, program: Program, folder: Path, items: int) -> None:
        found = program.items(folder)
        if found != items:
            raise RuntimeError(f"{program.name} holds {found} items and not {items}")


def measured(bench: Bench, case: Case, makers: list[Callable[[Case], Program]], repeats: int) -> dict[str, Cost]:
    """The median cost of a case for every program, run in turns."""
    bench.server.set(conditional=case.conditional, later=case.later, latency=case.latency)
    costs: dict[str, list[Cost]] = {}
    for _ in range(repeats):
        for make in makers:
            program = make(case)
            costs.setdefault(program.name, []).append(bench.once(program, case))
    return {name: middle(found) for name, found in costs.items()}


def lines(case: Case, costs: dict[str, Cost], *, judge: bool) -> list[list[str]]:
    """The rows of a case: each program, how hrd stands to it, and to the goal where the size is the one it is for."""
    found: list[list[str]] = []
    for name, cost in costs.items():
        row = ["" if found else case.label, name, seconds(cost.wall), seconds(cost.cpu), f"{cost.peak_mb:.0f} MB"]
        if name == "hrd":
            found.append([*row, "", "", ""])
        else:
            share = costs["hrd"].wall / cost.wall
            goal = case.goals.get(name) if judge else None
            told = ["", ""] if goal is None else [f"≤ {goal:.2f} ×", against(share, goal)]
            found.append([*row, ratio(costs["hrd"].wall, cost.wall), *told])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=GOAL_SIZE[0])
    parser.add_argument("--entries", type=int, default=GOAL_SIZE[1])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--cases", nargs="*", default=[case.name for case in CASES])
    parser.add_argument("--programs", nargs="*", default=["hrd", "newsboat", "reader"])
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    root = asked.out / "sync"
    shutil.rmtree(root, ignore_errors=True)
    makers = programs(asked.programs)
    found = []
    with served(asked.feeds, asked.entries) as server:
        bench = Bench(root, server, asked.entries)
        for make in makers:
            bench.prepare(make(CASES[0]))
        for case in CASES:
            if case.name in asked.cases:
                print(f"{case.label} …", file=sys.stderr)
                costs = measured(bench, case, makers, asked.repeats)
                found += lines(case, costs, judge=(asked.feeds, asked.entries) == GOAL_SIZE)
    shutil.rmtree(root)
    print(f"{asked.feeds} feeds of {asked.entries} entries, median of {asked.repeats}:\n")
    print(table(["situation", "program", "time", "CPU", "peak memory", "hrd takes", "goal", ""], found, left=2))


if __name__ == "__main__":
    main()
