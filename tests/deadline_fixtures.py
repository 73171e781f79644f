"""Lines read as an item, and the days of the deadlines in them."""

from datetime import date

from deadline_cases import PUBLISHED
from hrd_tui.signals.deadline import find_all
from hrd_tui.signals.reading import Reading


def reading(*lines: str, published: date | None = PUBLISHED, title: str = "", language: str = "") -> Reading:
    return Reading(title, lines, published=published, language=language)


def days(*lines: str, published: date | None = PUBLISHED) -> list[str]:
    return [f"{found.day}" for found in find_all(reading(*lines, published=published))]
