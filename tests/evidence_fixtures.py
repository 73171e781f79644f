"""Items for stories, and what becomes of them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.story import Stories

DAY = datetime(2026, 2, 20, 12, tzinfo=UTC)
TEXT = "The court met at nine and heard the lawyer, the clerk and forty people who had come by boat. " * 4
OTHER_TEXT = "Nobody in the village had seen the bus since the bridge was closed for the winter by decree. " * 4


def item(id: int, title: str = "", url: str = "", *, days: float = 0, **more: object) -> Evidence:
    address = url or f"https://site-{id}.example/{id}"
    return Evidence(id, DAY + timedelta(days=days), title, address, **more)  # type: ignore[arg-type]


def joined(one: Evidence, other: Evidence) -> bool:
    """Whether the second item is put to the first, and the other way round."""
    both = []
    for first, second in ((one, other), (other, one)):
        stories = Stories([first])
        both.append(stories.add(second).story != second.id or stories.story(first.id) != first.id)
    assert both[0] == both[1]
    return both[0]


def partition(stories: Stories, ids: Iterable[int]) -> set[frozenset[int]]:
    return {frozenset(one.id for one in stories.members(stories.story(id))) for id in ids}


def printed(text: str) -> tuple[int, ...]:
    return tuple(fingerprint(text))
