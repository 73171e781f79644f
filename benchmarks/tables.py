"""Tables of figures, as markdown that also reads well in a terminal."""

from collections.abc import Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> str:
    """A markdown table: the first `left` columns to the left, the others to the right."""
    widths = [max(2, *(len(row[column]) for row in [head, *rows])) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        fitted = [
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(fitted)} |"

    rule = ["-" * width if column < left else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    return "\n".join([line(head), line(rule), *map(line, rows)])


def seconds(value: float) -> str:
    return f"{value:.2f} s" if value < 9.95 else f"{value:.1f} s"


def milliseconds(value: float) -> str:
    """A time given in seconds."""
    return f"{value * 1000:.0f} ms" if value >= 0.0095 else f"{value * 1000:.1f} ms"


def ratio(part: float, whole: float) -> str:
    return f"{part / whole:.2f} ×"


def against(value: float, goal: float) -> str:
    """How a ratio or a figure stands to its goal, where lower is better."""
    return "met" if value <= goal else f"missed by {value / goal - 1:.0%}"


def late(times: Sequence[float]) -> float:
    """The time that 95 % of these do not exceed."""
    return sorted(times)[int(len(times) * 0.95)]
