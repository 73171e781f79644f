"""The words that the editor watches: the section [highlight] of the configuration, and the lists that it names."""

from collections.abc import Iterator

from hrd_tui.config import Config
from hrd_tui.desk.lists import ORGANISATIONS, PEOPLE, Lists


def watched(config: Config, lists: Lists) -> list[str]:
    """Every spelling to be marked. Reading the places takes some 0.1 s where countries are watched."""
    return list(dict.fromkeys(_spellings(config, lists)))


def _spellings(config: Config, lists: Lists) -> Iterator[str]:
    yield from config["highlight.words"]
    for file, setting in ((PEOPLE, "highlight.people"), (ORGANISATIONS, "highlight.organisations")):
        if config[setting]:
            yield from lists.own(file)
    for country in config["highlight.countries"]:
        yield country
        yield from lists.spellings(country)
