"""How the last word of a query may go on: the names of fields, and their values where these are known."""

import re
from collections.abc import Callable, Iterable, Iterator

from hrd_tui.text.query_fields import FIELDS, NAMES

QUOTE = '"'
LEAST = 2
"""Letters of a field's name from which it is offered by itself: one would begin many words."""
_WORD = re.compile(r"[\w-]+")
_QUOTES = re.compile('["“”]')

Values = Callable[[str, str], Iterable[tuple[str, str]]]
"""The values of a field that are on the desk, for what was typed of one, each with what is told beside it."""


def offered(typed: str, values: Values) -> Iterator[tuple[str, str]]:
    """All that the last word may become, by itself or behind what stands before it, with what is told beside it.

    Not only what begins as typed: who asks compares. Values of more than a word stand in quotation marks.
    """
    last = _last(typed).lstrip("(-")
    before = typed[: len(typed) - len(last)]
    name, colon, value = last.partition(":")
    if not colon:
        yield from ((f"{before}{field.name}:", field.help) for field in FIELDS)
        return
    field = next((field for field in FIELDS if field.name == NAMES.get(name.lower())), None)
    if field is None:
        return
    for word, told in (*((word, "") for word in field.words), *values(field.name, value.lstrip(QUOTE))):
        yield f"{before}{name}:{_one_word(word, quoted=value.startswith(QUOTE))}", told


def ways(typed: str, values: Values) -> list[str]:
    """The query with its last word gone on with as each that fits, the first foremost."""
    if len(_last(typed).lstrip("(-")) < LEAST:
        return []
    fits = (one for one, _ in offered(typed, values) if one[: len(typed)].lower() == typed.lower())
    return [typed + one[len(typed) :] for one in fits if len(one) > len(typed)]


def _last(typed: str) -> str:
    """The last word, from its beginning where it goes on in quotation marks that are still open."""
    marks = [mark.start() for mark in _QUOTES.finditer(typed)]
    opened = marks[-1] if len(marks) % 2 else len(typed)
    return typed[typed.rfind(" ", 0, opened) + 1 :]


def _one_word(value: str, *, quoted: bool) -> str:
    """A value as it stands in a query; what has blanks or signs stands in quotation marks, which it cannot hold."""
    return value if _WORD.fullmatch(value) and not quoted else QUOTE + value.replace(QUOTE, "") + QUOTE
