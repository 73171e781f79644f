"""hrd beside newsboat with the same items, a tenth of them in one feed: start, memory, that feed, a search."""

import argparse
import shutil
import sys
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from statistics import median

from desks import fill, fill_newsboat, lopsided
from generator import spanish, story, title
from measure import OUT
from programs import BEST, STOCK, Hrd, Newsboat, newsboat_version
from shown import Watched
from startup import MEMORY_MB, SHARE_OF_NEWSBOAT, TITLE_CELLS
from tables import against, milliseconds, ratio, table

from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from hrd_tui.tui.glyphs import CURSOR

ITEMS = 100_000
MOVES = 24
HRD = "hrd"
START, MEMORY, FEED, MOVE, SEARCH = (
    "start, to the first list",
    "memory at rest",
    "the large feed, to its first titles",
    "a move in it",
    "a search in all texts, to its first hit",
)
PATIENCE = 300.0
"""Seconds that stock newsboat is waited for."""
QUIET = 0.3
FEED_NAME = "Source "
SHOWN = 10
"""Characters of a feed's name that the heading shows at least."""
Figures = dict[str, float]


class Wanted:
    """What the programs are to come to: the newest item, the large feed, and a search for a name."""

    def __init__(self, items: int, large: int) -> None:
        self.places = lopsided(items, large)
        feed, number = next(place for place in reversed(self.places) if place[0] and not spanish(place[0]))
        self.first = story(*self.places[-1]).title[:TITLE_CELLS]
        self.feed = title(0)
        self.name = story(feed, number).title.split()[-2]
        self.source = f"{FEED_NAME}{feed}"


def of_hrd(home: Path, wanted: Wanted) -> Figures:
    """Seconds and megabytes of hrd."""
    reader = Watched(Hrd().command(home), home)
    try:
        found = {START: reader.until(wanted.first) - reader.begun}
        reader.rest(1)
        found[MEMORY] = reader.memory_mb()
        reader.press("\x1b1")
        while not any(line.startswith(f"{CURSOR}▸ Folder 0") for line in reader.screen.panes[0]):
            reader.answered("j", QUIET)
        reader.answered("\r", QUIET)
        shown = wanted.feed[:SHOWN]
        found[FEED] = reader.timed("j\r", lambda now: shown in now.lines[2] and now.cursor is not None)
        reader.rest()
        found[MOVE] = median(reader.answered("j") for _ in range(MOVES))
        reader.answered("/", QUIET)
        source = f"{wanted.source.upper()} "
        found[SEARCH] = reader.timed(wanted.name, lambda now: "FIND" in now.lines[2] and source in "".join(now.lines))
    finally:
        reader.end()
    return found


def of_newsboat(program: Newsboat, folder: Path, wanted: Wanted) -> Figures:
    """The same of newsboat, whose list of feeds begins with the large one."""
    reader = Watched(program.command(folder), folder)
    try:
        found = {START: reader.until(wanted.feed, PATIENCE) - reader.begun}
        reader.rest(1)
        found[MEMORY] = reader.memory_mb()
        found[FEED] = _until(reader, "\r", "(0/")
        reader.rest()
        found[MOVE] = median(reader.answered("j") for _ in range(MOVES))
        # Stock newsboat takes a while over each: a search begun too soon would look through the one feed.
        _until(reader, "q", "Your feeds")
        _until(reader, "/", "Search for:")
        reader.answered(wanted.name, QUIET)
        # It lists hits in the order of its cache, each with the beginning of its feed's name.
        found[SEARCH] = _until(reader, "\r", "Search results", f"|{FEED_NAME}")
    finally:
        reader.end()
    return found


def _until(reader: Watched, key: str, *texts: str) -> float:
    """Seconds from a key until all of the texts were written, one after the other or at once."""
    reader.rest(QUIET)
    begun = time.perf_counter()
    reader.press(key)
    return max(reader.until(text, PATIENCE, keep=True) for text in texts) - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=ITEMS)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--out", type=Path, default=OUT)
    asked = parser.parse_args()
    root = asked.out / "beside"
    shutil.rmtree(root, ignore_errors=True)
    wanted = Wanted(asked.items, asked.items // 10)
    home = root / HRD
    home.mkdir(parents=True)
    print(f"{asked.items:,} items …", file=sys.stderr)
    fill(home, asked.items, places=wanted.places)
    with closing(Desk.open(locate(home), load(locate(home).config_file))) as desk:
        desk.fulltext.catch_up()
    newsboats = [Newsboat(BEST, 1, analyzed=True), Newsboat(STOCK, 1, analyzed=False)] if newsboat_version() else []
    for program in newsboats:
        (root / program.name).mkdir()
        fill_newsboat(program, root / program.name, asked.items, wanted.places)
    taken: dict[str, list[Figures]] = defaultdict(list)
    for turn in range(asked.repeats):
        taken[HRD].append(of_hrd(home, wanted))
        for program in newsboats if turn == 0 else newsboats[:1]:
            taken[program.name].append(of_newsboat(program, root / program.name, wanted))
    shutil.rmtree(root)
    once = f" ({STOCK}: once)" if newsboats else ""
    print(f"{asked.items:,} items, {asked.items // 10:,} of them in one feed; median of {asked.repeats}{once}:\n")
    print(told({name: middles(figures) for name, figures in taken.items()}, judged=asked.items == ITEMS))


def middles(figures: list[Figures]) -> Figures:
    return {what: median(one[what] for one in figures) for what in figures[0]}


def told(figures: dict[str, Figures], *, judged: bool) -> str:
    """The table, and how hrd stands to its goals."""
    rows = []
    for what, value in figures[HRD].items():
        write = _megabytes if what == MEMORY else milliseconds
        best = figures.get(BEST, {}).get(what, 0.0)
        share = ratio(value, best) if best else ""
        goal = ["", ""]
        if judged and what == MEMORY:
            goal = [f"≤ {_megabytes(MEMORY_MB)}", against(value, MEMORY_MB)]
        elif judged and what == START and best:
            goal = [f"≤ {SHARE_OF_NEWSBOAT} ×", against(value / best, SHARE_OF_NEWSBOAT)]
        rows.append([what, *(write(one[what]) for one in figures.values()), share, *goal])
    return table(["what", *figures, "hrd takes", "goal", ""], rows)


def _megabytes(value: float) -> str:
    return f"{value:.0f} MB"


if __name__ == "__main__":
    main()
