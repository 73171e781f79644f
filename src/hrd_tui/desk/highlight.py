"""The words that the editor watches: the section [highlight] of the configuration, and the lists that it names."""

from collections.abc import Iterator

from hrd_tui.config import Config
from hrd_tui.desk.lists import ORGANISATIONS, PEOPLE, Lists
from hrd_tui.errors import did_you_mean

_ELSE = "What is no country stands under highlight.words"


def watched(config: Config, lists: Lists) -> list[str]:
    """Every spelling to be marked. Reading the places takes some 0.1 s where countries are watched."""
    return list(dict.fromkeys(_spellings(config, lists)))


def unknown(config: Config, lists: Lists) -> list[str]:
    """A sentence, with its line where that is known, for each country to be marked that is none."""
    line = config.lines.get("highlight.countries")
    at = f"line {line}: " if line else ""
    wrong = [country for country in config["highlight.countries"] if not lists.code(country)]
    names = {name.lower(): name for name in lists.countries()} if wrong else {}
    return [
        f"{at}highlight.countries knows no country “{country}”. {did_you_mean(country.lower(), names)}{_ELSE}"
        for country in wrong
    ]


def _spellings(config: Config, lists: Lists) -> Iterator[str]:
    yield from config["highlight.words"]
    for file, setting in ((PEOPLE, "highlight.people"), (ORGANISATIONS, "highlight.organisations")):
        if config[setting]:
            yield from lists.own(file)
    for country in config["highlight.countries"]:
        yield country
        yield from lists.spellings(country)
