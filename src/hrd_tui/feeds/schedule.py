"""When a feed is asked again, and how it is doing in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from hrd_tui.documents import FetchDoc
from hrd_tui.feeds.health import health
from hrd_tui.text.dates import from_iso, iso

__all__ = ["Came", "Outcome", "after", "due", "health", "moved", "retry_at", "waiting"]

FLOOR = timedelta(minutes=30)
CAP = timedelta(hours=24)
LONGEST_WAIT = timedelta(days=7)
JITTER = 0.1
MOVES_AFTER = 3
_SECONDS_MOST = int(timedelta(days=3650).total_seconds())


class Came(StrEnum):
    """What asking a feed came to."""

    SUCCESS = "success"
    NOT_MODIFIED = "not-modified"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What asking a feed came to, and what the answer said about asking again.

    `headers` have lower-case names; `ttl_minutes` is the feed's own word; `error` a sentence: why it failed, or what is
    wrong with a feed that could be read in part; `retry_after` the header as sent; `permanent_url` where permanent
    redirects led to.
    """

    came: Came
    headers: Mapping[str, str] = field(default_factory=dict)
    body_hash: str = ""
    ttl_minutes: int | None = None
    error: str = ""
    status: int = 0
    retry_after: str = ""
    permanent_url: str = ""

    @property
    def host_wide(self) -> bool:
        """Whether every feed of the host should wait: 429 is about the asker, 503 about the address."""
        return self.status == 429


def after(fetch: FetchDoc, outcome: Outcome, now: datetime, random: Callable[[], float]) -> FetchDoc:
    """What is known of a feed's address after it was asked; `random` gives numbers in [0, 1) for the jitter.

    `not_before` is what the site asked for (Retry-After); a 429 without it counts as asking for the next try's time.
    """
    new = fetch.copy()
    new["last_try"] = iso(now)
    new.pop("not_before", None)
    if outcome.came in (Came.SUCCESS, Came.NOT_MODIFIED):
        _answered(new, outcome, now, random)
    else:
        _failed(new, outcome, now, random)
    wait = retry_at(outcome.retry_after, now)
    if wait is not None:
        new["not_before"] = iso(wait)
    elif outcome.host_wide:
        new["not_before"] = new["next_try"]
    return new


def retry_at(retry_after: str, now: datetime) -> datetime | None:
    """The moment that a Retry-After header names (RFC 9110, 10.2.3: seconds or a date), at most LONGEST_WAIT ahead;
    None when there is none, it cannot be read, or it has passed.
    """
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        moment: datetime | None = now + timedelta(seconds=_bounded(value))
    else:
        moment = _http_date(value)
    if moment is None or moment <= now:
        return None
    return min(moment, now + LONGEST_WAIT)


def due(fetch: FetchDoc, now: datetime) -> bool:
    """Whether it is time to ask the feed again."""
    next_try = _moment(fetch.get("next_try", ""))
    return not waiting(fetch, now) and (next_try is None or next_try <= now)


def waiting(fetch: FetchDoc, now: datetime) -> bool:
    """Whether the feed must be left alone: its site asked for that (Retry-After), or said that it is gone (410)."""
    not_before = _moment(fetch.get("not_before", ""))
    return bool(fetch.get("gone")) or (not_before is not None and not_before > now)


def moved(fetch: FetchDoc) -> str:
    """The new address of a feed that led there for good MOVES_AFTER times in a row; empty otherwise."""
    return fetch.get("moved_to", "") if fetch.get("moved_count", 0) >= MOVES_AFTER else ""


def _answered(new: FetchDoc, outcome: Outcome, now: datetime, random: Callable[[], float]) -> None:
    fresh = outcome.came is Came.SUCCESS
    if outcome.error:
        new["error"] = outcome.error
    elif fresh or new.get("failures"):
        new.pop("error", None)
    new.pop("failures", None)
    new.pop("gone", None)
    new["last_success"] = iso(now)
    _keep_validator(new, "etag", outcome.headers.get("etag", ""), fresh)
    _keep_validator(new, "last_modified", outcome.headers.get("last-modified", ""), fresh)
    if fresh:
        new["body_hash"] = outcome.body_hash
        if outcome.ttl_minutes is None:
            new.pop("ttl_minutes", None)
        else:
            new["ttl_minutes"] = outcome.ttl_minutes
    if outcome.permanent_url:
        same = new.get("moved_to") == outcome.permanent_url
        new["moved_count"] = new.get("moved_count", 0) + 1 if same else 1
        new["moved_to"] = outcome.permanent_url
    else:
        new.pop("moved_to", None)
        new.pop("moved_count", None)
    new["next_try"] = iso(now + _interval(outcome.headers, new.get("ttl_minutes"), now, random))


def _failed(new: FetchDoc, outcome: Outcome, now: datetime, random: Callable[[], float]) -> None:
    new["failures"] = new.get("failures", 0) + 1
    new["error"] = outcome.error
    if outcome.came is Came.GONE:
        new["gone"] = True
        new.pop("next_try", None)
        return
    doublings = min(new["failures"] - 1, 10)
    new["next_try"] = iso(now + _jittered(FLOOR * 2**doublings, random))


def _keep_validator(new: FetchDoc, key: str, value: str, fresh: bool) -> None:
    """A new body brings its own validators or none; a 304 may renew them (RFC 9110, 15.4.5)."""
    if value:
        new[key] = value  # type: ignore[literal-required]
    elif fresh:
        new.pop(key, None)  # type: ignore[misc]


def _interval(
    headers: Mapping[str, str], ttl_minutes: int | None, now: datetime, random: Callable[[], float]
) -> timedelta:
    """The longer of what HTTP says (max-age before Expires, RFC 9111, 5.3) and what the feed says (ttl)."""
    ttl = timedelta(minutes=min(max(ttl_minutes or 0, 0), _SECONDS_MOST // 60))
    return _jittered(max(_freshness(headers, now), ttl), random)


def _freshness(headers: Mapping[str, str], now: datetime) -> timedelta:
    directives = [part.strip().lower() for part in headers.get("cache-control", "").split(",")]
    if "no-cache" in directives or "no-store" in directives:
        return timedelta()
    for directive in directives:
        name, _, value = directive.partition("=")
        value = value.strip(' "')
        if name.strip() == "max-age" and value.isascii() and value.isdigit():
            age = headers.get("age", "").strip()
            return timedelta(seconds=_bounded(value) - (_bounded(age) if age.isascii() and age.isdigit() else 0))
    expires = _http_date(headers.get("expires", ""))
    return timedelta() if expires is None else expires - (_http_date(headers.get("date", "")) or now)


def _jittered(interval: timedelta, random: Callable[[], float]) -> timedelta:
    """Between FLOOR and CAP, with up to a tenth more so that feeds asked together drift apart."""
    return max(FLOOR, min(interval, CAP / (1 + JITTER))) * (1 + JITTER * random())


def _bounded(digits: str) -> int:
    return int(digits) if len(digits) < 12 else _SECONDS_MOST


def _http_date(value: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _moment(stored: str) -> datetime | None:
    return from_iso(stored) if stored else None
