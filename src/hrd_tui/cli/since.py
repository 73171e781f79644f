"""How far back a command looks: --since."""

from datetime import datetime

from hrd_tui.errors import UsageProblem
from hrd_tui.text import dates, query_days
from hrd_tui.text.clean import clean

AGE = "a span as 3h, 3d, 2w, 6m, or a day as yesterday, friday, 1 Dec, 30.11.2026, 2026-03-06"
"""What may be said, for help; a span is that of queries."""


def moment(text: str, now: datetime) -> datetime:
    """The moment that a span back from now names, or at which a day begins where the editor is. Raises UsageProblem."""
    from hrd_tui.desk.ahead import behind

    words = text.strip().lower()
    if not query_days.understood(words) and (day := behind(words, now.astimezone().date())):
        words = day.isoformat()
    if ".." not in words and query_days.understood(words):
        return dates.from_iso(query_days.moments(">=", words, now)[0])
    try:
        return dates.from_iso(text)
    except ValueError as error:
        told = clean(text, line=True)
        raise UsageProblem(f"“{told}” is no time", f"Write {AGE}.") from error
