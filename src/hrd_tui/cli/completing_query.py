"""What a shell completes in a query: the names of fields, and their values where these are known."""

import re
from collections.abc import Iterator, Mapping

import click

from hrd_tui.cli.completing import Source, behind_numbers, completer, feeds, folders, tags
from hrd_tui.cli.completing_known import countries, kinds, organisations, people, rules

QUOTE = '"'
_WORD = re.compile(r"[\w-]+")
_VALUES: Mapping[str, Source] = {
    "tag": tags,
    "feed": feeds,
    "folder": folders,
    "kind": kinds,
    "country": countries,
    "person": people,
    "org": organisations,
    "rule": rules,
}


def query(ctx: click.Context, typed: str) -> Iterator[tuple[str, str]]:
    """The last word of a query gone on with, by itself or behind others that are typed as one word of the shell."""
    from hrd_tui.text.query_fields import FIELDS, NAMES

    last = typed.rpartition(" ")[2].lstrip("(-")
    before = typed[: len(typed) - len(last)]
    name, colon, value = last.partition(":")
    if not colon:
        yield from ((f"{before}{field.name}:", field.help) for field in FIELDS)
        return
    field = next((field for field in FIELDS if field.name == NAMES.get(name.lower())), None)
    if field is None:
        return
    known: list[tuple[str, str]] = [(word, "") for word in field.words]
    if field.name in _VALUES:
        known += _VALUES[field.name](ctx, value.lstrip('"'))
    for word, told in known:
        yield f"{before}{name}:{_one_word(word, quoted=value.startswith(QUOTE))}", told


def _one_word(value: str, *, quoted: bool) -> str:
    """A value as it stands in a query; what has blanks or signs stands in quotation marks, which it cannot hold."""
    return value if _WORD.fullmatch(value) and not quoted else QUOTE + value.replace(QUOTE, "") + QUOTE


QUERY = completer(query)
ITEMS_OR_QUERY = completer(behind_numbers(query))
