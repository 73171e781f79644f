"""Working in the reader: moving the cursor, a long article, another view, finding titles, on a desk of many items."""

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from desks import fill, newest
from generator import Story, story
from measure import OUT
from programs import Hrd
from pseudoterminal import Terminal
from startup import TITLE_CELLS
from tables import against, milliseconds, table

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.model import View
from hrd_tui.paths import locate
from hrd_tui.tui.listing import Listing

GOAL_ITEMS = 100_000
"""Items that the goals are for."""
MOVES = 24
"""Rows that fit into the list, so that nothing scrolls."""
BELOW = 60
"""A row that is out of sight at first: each move from there scrolls the list."""
KEY_SECONDS = 0.033
"""A held key repeats some 30 times a second."""
ARTICLE_BYTES = 30_000
LONG_AT = 3
"""The row, counted from the top at 0, of the item with the long article."""
BEGINNING = "Here the long story begins"
QUERIES = ("ferry", "hunger strike", "title:lawyer is:unread", "archive -northern")


def body(long: str, one: Story) -> str:
    """The story's body; a long one for the story of this guid."""
    if one.guid != long:
        return one.body
    html = f"<p>{BEGINNING}.</p>\n"
    number = 0
    while len(html) < ARTICLE_BYTES:
        html += story(0, number).body
        number += 1
    return html


def moved(terminal: Terminal, begin: int, moves: int) -> tuple[float, float]:
    """CPU seconds and bytes to the terminal of one move down while its key is held, from row `begin` of the list."""
    terminal.press("gg" + "j" * begin)
    terminal.rest()
    before = terminal.cpu()
    for _ in range(moves):
        terminal.press("j")
        terminal.read_for(KEY_SECONDS)
    cpu = terminal.cpu() - before
    return cpu / moves, terminal.rest(0) / moves


def opened(terminal: Terminal) -> float:
    """CPU seconds from the key that goes to the long article until it is painted."""
    terminal.press("gg" + "j" * (LONG_AT - 1))
    terminal.rest()
    before = terminal.cpu()
    terminal.press("j")
    terminal.until(BEGINNING)
    terminal.rest(0.1)
    return terminal.cpu() - before


def switched(desk: Desk) -> float:
    """CPU seconds of going to a view of nearly all items, grouped by stories as the list shows them."""
    listing = Listing(desk)
    times = []
    for kind in ("all", "inbox"):
        before = time.process_time()
        listing.open(View(kind))
        times.append(time.process_time() - before)
    return max(times)


def found(desk: Desk) -> tuple[float, float]:
    """CPU seconds of the first search of titles, and the median of those after it."""
    times = []
    for query in ("selva", *QUERIES):
        before = time.process_time()
        desk.select(View("all"), query)
        times.append(time.process_time() - before)
    return times[0], median(times[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=GOAL_ITEMS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    home = asked.out / "reading"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    print(f"{asked.items:,} items …", file=sys.stderr)
    fill(home, asked.items, partial(body, newest(asked.items, LONG_AT).guid))
    desk = Desk.open(locate(home), load(locate(home).config_file))
    views = [switched(desk) for _ in range(asked.repeats)]
    finds = [found(desk) for _ in range(asked.repeats)]
    # Else the reader would do this beside what is measured.
    desk.fulltext.catch_up()
    desk.past.move_if_due()
    desk.close()
    terminal = Terminal(Hrd().command(home), home)
    try:
        terminal.until(newest(asked.items).title[:TITLE_CELLS])
        terminal.rest()
        articles = [opened(terminal) for _ in range(asked.repeats)]
        moves = [moved(terminal, 0, MOVES) for _ in range(asked.repeats)]
        scrolls = [moved(terminal, BELOW, MOVES) for _ in range(asked.repeats)]
    finally:
        terminal.end()
    shutil.rmtree(home)
    find, first = median(later for _, later in finds), finds[0][0]
    rows = [
        ["moving the cursor", *_judged(median(cpu for cpu, _ in moves), 0.006)],
        ["moving the cursor, to the terminal", *_judged(median(count for _, count in moves), 600, _bytes)],
        ["moving on at the end of the pane", *_judged(median(cpu for cpu, _ in scrolls))],
        [
            "moving on at the end of the pane, to the terminal",
            *_judged(median(count for _, count in scrolls), 0, _bytes),
        ],
        ["going to an article of 30 KB", *_judged(median(articles), 0.05)],
        ["going to another view", *_judged(median(views), 0.06)],
        ["finding titles", *_judged(find, 0.04)],
        ["finding titles for the first time", *_judged(first)],
    ]
    if asked.items != GOAL_ITEMS:
        rows = [[*row[:2], "", ""] for row in rows]
    print(f"{asked.items:,} items on the desk, median of {asked.repeats}:\n")
    print(table(["what", "CPU or bytes", "goal", ""], rows))


def _bytes(value: float) -> str:
    return f"{value:.0f} bytes"


def _judged(value: float, goal: float = 0, told: Callable[[float], str] = milliseconds) -> list[str]:
    return [told(value), f"≤ {told(goal)}", against(value, goal)] if goal else [told(value), "", ""]


if __name__ == "__main__":
    main()
