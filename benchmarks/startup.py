"""Starting: the bare command, one command on desks of several sizes, and the reader until the first title is there."""

import argparse
import shutil
import sys
from pathlib import Path

from desks import fill, fill_newsboat, newest
from generator import title
from measure import OUT, Cost, middle, run
from programs import BEST, STOCK, Hrd, Newsboat, newsboat_version
from pseudoterminal import Terminal
from tables import against, milliseconds, table

STOCK_LIMIT = 120.0
"""Seconds after which stock newsboat is not waited for any longer."""
TITLE_CELLS = 14
"""Characters of a title that even a narrow column shows."""


VERSION = "hrd --version"
COMMAND = "hrd items --limit 1"
FIRST_PANES = "reader, first panes"
FIRST_TITLE = "reader, first title"
NEWSBOAT_FEEDS = f"{BEST}, first feed"
GOALS = {(VERSION, 0): 0.1, (FIRST_TITLE, 20_000): 0.5, (FIRST_TITLE, 100_000): 1.0}
"""Seconds, by what is done and the items on the desk."""
SHARE_OF_NEWSBOAT = 0.5
MEMORY_MB = 250
JUDGED_ITEMS = 100_000

Costs = dict[str, list[Cost]]


def painted(home: Path, items: int) -> dict[str, Cost]:
    """From the start of the reader to its first panes, and to the title of the newest item; CPU time until then, and
    memory once it is at rest.
    """
    terminal = Terminal(Hrd().command(home), home)
    try:
        panes = terminal.until("│", keep=True) - terminal.begun
        early = terminal.cpu()
        first = terminal.until(newest(items).title[:TITLE_CELLS]) - terminal.begun
        cpu = terminal.cpu()
        terminal.rest()
        memory = terminal.memory_mb()
    finally:
        terminal.end()
    return {FIRST_PANES: Cost(panes, early, memory), FIRST_TITLE: Cost(first, cpu, memory)}


def listed(program: Newsboat, folder: Path) -> Cost:
    """From the start of newsboat's screen to its first feed."""
    terminal = Terminal(program.command(folder), folder)
    try:
        seen = terminal.until(title(0)) - terminal.begun
        cpu = terminal.cpu()
        terminal.rest()
        memory = terminal.memory_mb()
    finally:
        terminal.end()
    return Cost(seen, cpu, memory)


def counted(program: Newsboat) -> str:
    return f"{program.name}, print-unread"


def sized(root: Path, items: int, repeats: int, *, with_newsboat: bool) -> Costs:
    """What starting costs at this many items, by what is started."""
    home = root / "hrd"
    home.mkdir(parents=True)
    fill(home, items)
    newsboats = [Newsboat(BEST, 1, analyzed=True), Newsboat(STOCK, 1, analyzed=False)] if with_newsboat else []
    for program in newsboats:
        (root / program.name).mkdir()
        fill_newsboat(program, root / program.name, items)
    costs: Costs = {}
    for turn in range(repeats):
        once = {COMMAND: run(Hrd().command(home, "items", "--limit", "1"), home), **painted(home, items)}
        for program in newsboats if turn == 0 else newsboats[:1]:
            folder = root / program.name
            once[counted(program)] = run(program.command(folder, *Newsboat.count), folder, STOCK_LIMIT)
        if newsboats:
            once[NEWSBOAT_FEEDS] = listed(newsboats[0], root / newsboats[0].name)
        for name, cost in once.items():
            costs.setdefault(name, []).append(cost)
    return costs


def row(items: int, what: str, cost: Cost) -> list[str]:
    goal = GOALS.get((what, items))
    told = ["", ""] if goal is None else [f"≤ {milliseconds(goal)}", against(cost.wall, goal)]
    time = milliseconds(cost.wall) if cost.finished else f"> {milliseconds(STOCK_LIMIT)}"
    return [what, f"{items:,}" if items else "", time, milliseconds(cost.cpu), f"{cost.peak_mb:.0f} MB", *told]


def judged(costs: dict[str, Cost]) -> list[str]:
    """The goals that are no plain times."""
    memory = costs[FIRST_TITLE].peak_mb
    found = [f"Memory of the reader: {memory:.0f} MB; goal ≤ {MEMORY_MB} MB: {against(memory, MEMORY_MB)}."]
    for other in (counted(Newsboat(BEST, 1, analyzed=True)), NEWSBOAT_FEEDS):
        if other in costs:
            share = costs[FIRST_TITLE].wall / costs[other].wall
            told = f"{share:.2f} ×; goal ≤ {SHARE_OF_NEWSBOAT} ×: {against(share, SHARE_OF_NEWSBOAT)}"
            found.append(f"First title against {other}: {told}.")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="*", default=[1000, 20_000, JUDGED_ITEMS])
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--programs", nargs="*", default=["hrd", "newsboat"])
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    root = asked.out / "startup"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    with_newsboat = "newsboat" in asked.programs and bool(newsboat_version())
    rows = [row(0, VERSION, middle([run(Hrd().command(root, "--version"), root) for _ in range(asked.repeats)]))]
    notes: list[str] = []
    for items in asked.items:
        print(f"{items:,} items …", file=sys.stderr)
        measured = sized(root / str(items), items, asked.repeats, with_newsboat=with_newsboat)
        costs = {what: middle(found) for what, found in measured.items()}
        rows += [row(items, what, cost) for what, cost in costs.items()]
        if items == JUDGED_ITEMS:
            notes = judged(costs)
    shutil.rmtree(root)
    print(f"Median of {asked.repeats} (newsboat, stock: once), every file in the system’s cache:\n")
    print(table(["what", "items", "time", "CPU", "memory", "goal", ""], rows))
    print("".join(f"\n- {note}" for note in notes))


if __name__ == "__main__":
    main()
