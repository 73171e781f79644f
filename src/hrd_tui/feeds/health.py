"""How a feed is doing, in a sentence."""

from datetime import datetime

from hrd_tui.documents import FetchDoc
from hrd_tui.text.dates import MONTHS, from_iso


def health(fetch: FetchDoc, now: datetime) -> str:
    """A sentence a person understands, with the time of the next try; times are told in the time zone of `now`."""
    if fetch.get("gone"):
        return f"{_stop(fetch.get('error') or 'The site has removed this feed')} Not asked again unless by hand."
    if not fetch.get("last_try"):
        return "Not asked yet."
    parts = []
    error = fetch.get("error", "")
    if fetch.get("failures"):
        parts += [_stop(error or "It cannot be fetched"), _since(fetch, now)]
    elif error:
        parts += [f"Read in part: {_stop(error)}"]
    else:
        parts += [f"Fine. Last answer {_when(fetch['last_success'], now)}."]
    parts.append(_next(fetch, now))
    return " ".join(parts)


def _since(fetch: FetchDoc, now: datetime) -> str:
    failures = fetch.get("failures", 0)
    times = "once" if failures == 1 else f"{failures} times in a row"
    last = fetch.get("last_success")
    if not last:
        return f"Failed {times}, never answered."
    return f"Failed {times}, last answer {_ago(from_iso(last), now)}."


def _next(fetch: FetchDoc, now: datetime) -> str:
    not_before, next_try = fetch.get("not_before", ""), fetch.get("next_try", "")
    if not_before and from_iso(not_before) > now:
        return f"The site asks to be left alone until {_when(max(not_before, next_try), now)}."
    return f"Next try {_when(next_try, now)}." if next_try and from_iso(next_try) > now else "Due now."


def _ago(moment: datetime, now: datetime) -> str:
    minutes = max(0, int((now - moment).total_seconds() // 60))
    for size, word in ((1440, "day"), (60, "hour"), (1, "minute")):
        count = minutes // size
        if count:
            return f"{count} {word}{'s' if count > 1 else ''} ago"
    return "just now"


def _when(value: str, now: datetime) -> str:
    moment = from_iso(value).astimezone(now.tzinfo)
    clock = f"{moment:%H:%M}"
    if moment.date() == now.date():
        return clock
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{moment.day} {MONTHS[moment.month - 1]}{year} {clock}"


def _stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else sentence + "."
