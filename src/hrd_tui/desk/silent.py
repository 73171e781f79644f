"""Feeds that have gone silent: nothing heard of them, or nothing new for much longer than they use to take."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from hrd_tui.documents import FetchDoc
from hrd_tui.text.counted import counted
from hrd_tui.text.dates import from_iso

UNHEARD = timedelta(days=3)
"""A site may be down over a weekend."""
QUIET = timedelta(days=21)
"""Nobody misses a feed that brought nothing for less; a holiday is as long."""
RHYTHMS = 5
"""A feed is late after so many times its usual gap."""
LOOKED_AT = 20
"""The newest items that a feed's rhythm is taken from."""


def silence(fetch: FetchDoc, added: str, times: Sequence[datetime], now: datetime) -> str:
    """Why a feed counts as silent, in words; empty where it does not.

    `times` are those of its items, `added` when it was subscribed to. It is silent when it has not answered for
    UNHEARD, or brought nothing for QUIET and RHYTHMS times the median gap between its latest items.
    """
    since = fetch.get("last_success") or added
    if since and now - from_iso(since) > UNHEARD:
        reason = fetch.get("error", "").rstrip(".")
        told = f"no answer for {_days(now - from_iso(since))}" if "last_success" in fetch else "never answered"
        return f"{told}: {reason}" if reason else told
    if not times:
        return "never brought an item" if added and now - from_iso(added) > QUIET else ""
    latest = sorted(times)[-LOOKED_AT:]
    gap = median([(b - a).total_seconds() for a, b in pairwise(latest)] or [0])
    quiet = now - latest[-1]
    if quiet > max(QUIET, timedelta(seconds=RHYTHMS * gap)):
        usual = f", usually every {_days(timedelta(seconds=gap))}" if gap else ""
        return f"nothing new for {_days(quiet)}{usual}"
    return ""


def _days(span: timedelta) -> str:
    days = max(1, round(span / timedelta(days=1)))
    return counted(days, "day")
