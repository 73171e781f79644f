"""How far back a command looks: --since."""

from datetime import datetime

from hrd_tui.errors import UsageProblem
from hrd_tui.text import dates, query_days
from hrd_tui.text.clean import clean

AGE = "a span as 3h, 3d, 2w, 6m, or a day as 2026-03-06"
"""What may be said, for help; a span is that of queries."""


def moment(text: str, now: datetime) -> datetime:
    """The moment that a span back from now, or a day, names. Raises UsageProblem."""
    if span := query_days.span(text.lower()):
        return now - span
    try:
        return dates.from_iso(text)
    except ValueError as error:
        told = clean(text, line=True)
        raise UsageProblem(f"“{told}” is no time", f"Write {AGE}.") from error
