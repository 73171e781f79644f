"""Judges the signals on items that the rules were not written on, and prints precision and recall.

The items are invented news in tests/cases; more than half of them hold a trap. People, countries and deadlines are
counted by finding, kinds by item. `--misses` names what went wrong; `--write FILE` puts the table into a document.
"""

import argparse
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrd_tui.signals import deadline, kind, places
from hrd_tui.signals.names import Names
from hrd_tui.signals.reading import Reading

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
SETS = ("signals", "signals_second")
BEGIN, END = "<!-- signals -->", "<!-- end of signals -->"


@dataclass
class Score:
    """Findings that are right, that are too many, and that are missing; `misses` names the latter two."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    misses: list[str] | None = None

    def take(self, title: str, expected: Iterable[str], found: Iterable[str]) -> None:
        """Counts what was found in an item."""
        wanted, got = set(expected), set(found)
        self.right += len(wanted & got)
        self.wrong += len(got - wanted)
        self.missing += len(wanted - got)
        if wanted != got and self.misses is not None:
            self.misses.append(f"{title}: expected {sorted(wanted) or 'nothing'}, found {sorted(got) or 'nothing'}")

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missing)


def cases(name: str) -> list[dict[str, Any]]:
    """The items of a set with their labels."""
    found: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["item"]
    return found


def reading(case: dict[str, Any]) -> Reading:
    """What the signals see of an item."""
    return Reading(
        title=case["title"],
        paragraphs=tuple(case["paragraphs"]),
        url=case.get("url", ""),
        publisher=case.get("publisher", ""),
        published=case["published"],
        language=case.get("language", "en"),
    )


def judged(items: Sequence[dict[str, Any]]) -> dict[str, Score]:
    """The scores by signal."""
    names = Names.with_own("", "")
    scores = {signal: Score(misses=[]) for signal in ("kind", "country (subject)", "person", "deadline")}
    for case in items:
        read, title = reading(case), case["title"]
        told = kind.find(read)
        scores["kind"].take(title, [case["kind"]] if case["kind"] else [], [told.value] if told else [])
        scores["country (subject)"].take(title, case["subject"], [one.value for one in places.find(read).subject])
        scores["person"].take(title, case["people"], [one.value for one in names.people(read)])
        days = [one.day.isoformat() for one in deadline.find_all(read)]
        scores["deadline"].take(title, [day.isoformat() for day in case.get("deadlines", [])], days)
    return scores


def table(scores: dict[str, Score], items: int, traps: int) -> str:
    """The scores as markdown."""
    lines = [
        f"{items} items, {traps} of them with a trap:",
        "",
        "| signal | right | too many | missing | precision | recall |",
    ]
    lines.append("|---|---|---|---|---|---|")
    for signal, score in scores.items():
        counts = f"{score.right} | {score.wrong} | {score.missing}"
        lines.append(f"| {signal} | {counts} | {score.precision:.2f} | {score.recall:.2f} |")
    return "\n".join(lines)


def report(names: Sequence[str]) -> str:
    """The tables of some sets, one below the other."""
    said = []
    for name in names:
        items = cases(name)
        said.append(f"`{name}.toml`: {table(judged(items), len(items), sum('trap' in case for case in items))}")
    return "\n\n".join(said)


def replaced(document: str, said: str) -> str:
    """A document with these tables between its two marks."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{said}\n\n{END}{rest.partition(END)[2]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=list(SETS), help=f"some of {', '.join(SETS)}")
    parser.add_argument("--misses", action="store_true", help="name what went wrong")
    parser.add_argument("--write", type=Path, help="a document with the marks of the tables, such as docs/signals.md")
    asked = parser.parse_args()
    said = report(asked.sets)
    print(said)
    if asked.misses:
        for name in asked.sets:
            for signal, score in judged(cases(name)).items():
                print(f"\n{name}: {signal}")
                print("\n".join(f"  {miss}" for miss in score.misses or []))
    if asked.write:
        asked.write.write_text(replaced(asked.write.read_text("utf-8"), said), "utf-8")


if __name__ == "__main__":
    main()
