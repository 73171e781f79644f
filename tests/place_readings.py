"""What is found in a text, for the tests of places."""

from hrd_tui.signals import places
from hrd_tui.signals.places import Gazetteer
from hrd_tui.signals.reading import Reading


def found(
    title: str, *paragraphs: str, language: str = "en", known: Gazetteer | None = None
) -> tuple[list[str], list[str]]:
    told = places.find(Reading(title, paragraphs, language=language), known)
    return [one.value for one in told.subject], [one.value for one in told.mentioned]


def everywhere(text: str, language: str = "en") -> set[str]:
    """What a sentence in the lead and body gives, as subject or mentioned."""
    subject, mentioned = found("Harbour notes", text, language=language)
    return {*subject, *mentioned}
