"""How feeds may answer, and when."""

from datetime import UTC, datetime

from hrd_tui.feeds.schedule import Came, Outcome

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
OK = Outcome(Came.SUCCESS, body_hash="h")
SAME = Outcome(Came.NOT_MODIFIED)
FAILED = Outcome(Came.FAILED, error="example.org answers 403: the site refuses unknown programs", status=403)
PART = Outcome(Came.SUCCESS, error="it is cut off after 3 entries")


def none() -> float:
    return 0.0
