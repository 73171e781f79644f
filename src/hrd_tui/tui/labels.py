"""What a decision is called on the screen."""

import re

from hrd_tui.desk.lists import Lists

_COUNTRIES = re.compile(r"(?:(?<=\bCountries: )|(?<=\bmentioned ))[A-Z]{2,3}(?:, [A-Z]{2,3})*\b")


def named(label: str, lists: Lists) -> str:
    """The label of a decision with countries by their names, which the desk keeps by their codes."""
    return _COUNTRIES.sub(lambda codes: ", ".join(map(lists.country, codes[0].split(", "))), label)
