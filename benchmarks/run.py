"""Runs every benchmark and writes its figures, with the day and the machine, into docs/performance.md."""

import argparse
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from measure import OUT
from programs import READER, newsboat_version

HERE = Path(__file__).resolve().parent
REPORT = HERE.parent / "docs" / "performance.md"
CALM = 1.0
"""Load (processes waiting for a core, over one minute) above which the report says that the machine was busy."""
PACKAGES = ("hrd-tui", "textual", "pycurl", "feedparser", "tinydb", "orjson")


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A script that prints its figures, and the arguments that make it small; `plain` output is no markdown."""

    name: str
    small: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    plain: bool = False


BENCHMARKS = (
    Benchmark("sync", ("--feeds", "3", "--entries", "2", "--repeats", "1", "--programs", "hrd", "newsboat")),
    Benchmark("startup", ("--items", "100", "--repeats", "1")),
    Benchmark("beside_newsboat", ("--items", "1000", "--repeats", "1")),
    Benchmark("latency", ("--items", "300", "--keys", "5")),
    Benchmark("triage", ("--items", "20")),
    Benchmark("reading", ("--items", "100", "--repeats", "1")),
    Benchmark("past", ("--items", "100", "--desk", "60", "--repeats", "1")),
    Benchmark("fulltext", ("--items", "100", "--repeats", "1", "--keys", "3")),
    Benchmark("stories", ("--kept", "300", "--new", "20", "--posts", "20", "--repeats", "1")),
    Benchmark("decision_cost", ("--decisions", "50"), ("--folder", str(OUT)), plain=True),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[one.name for one in BENCHMARKS], help="some of the benchmarks")
    parser.add_argument("--small", action="store_true", help="sizes that show that it works, not what it costs")
    parser.add_argument("--report", type=Path, default=REPORT)
    asked = parser.parse_args()
    OUT.mkdir(exist_ok=True)
    report = asked.report.read_text("utf-8")
    for benchmark in BENCHMARKS:
        if benchmark.name in asked.only:
            report = replaced(report, benchmark.name, measured(benchmark, small=asked.small))
            asked.report.write_text(replaced(report, "machine", machine()), "utf-8")


def measured(benchmark: Benchmark, *, small: bool) -> str:
    """The figures of a benchmark as markdown, with when and how they were taken."""
    script = HERE / f"{benchmark.name}.py"
    load = os.getloadavg()[0]
    print(f"== {benchmark.name}", file=sys.stderr)
    command: list[str | Path] = [sys.executable, script, *benchmark.arguments, *(benchmark.small if small else ())]
    figures = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip("\n")
    print(figures, file=sys.stderr)
    if benchmark.plain:
        figures = f"```text\n{figures}\n```"
    busy = ", a busy machine" if load > CALM else ""
    day = time.strftime("%-d %B %Y")
    how = f"Taken on {day} with `.venv/bin/python benchmarks/{script.name}`; load before it {load:.1f}{busy}."
    return f"{figures}\n\n{how}"


def machine() -> str:
    """The machine and the versions that were measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    others = [f"newsboat {newsboat_version()}" if newsboat_version() else "", READER[0].replace("==", " ")]
    return (
        f"{processor()}, {os.cpu_count()} cores; {platform.system()} {platform.release()}; "
        f"Python {platform.python_version()}; {packages}. Others: {', '.join(filter(None, others))}."
    )


def processor() -> str:
    """The name that the processor gives itself."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def replaced(report: str, name: str, figures: str) -> str:
    """The report with what stands between the two marks of this name replaced. Raises ValueError without them."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, mark, rest = report.partition(begin)
    _, close, after = rest.partition(end)
    if not mark or not close:
        raise ValueError(f"the report has no place for {name}")
    return f"{before}{begin}\n\n{figures}\n\n{end}{after}"


if __name__ == "__main__":
    main()
