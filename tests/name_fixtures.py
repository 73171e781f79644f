"""Whom an item is about, by lists of names."""

from hrd_tui.signals.names import Names
from hrd_tui.signals.reading import Reading


def people(names: Names, title: str, *paragraphs: str) -> list[str]:
    return [found.value for found in names.people(Reading(title, paragraphs))]
