"""What a shell completes in a query: the names of fields, and their values where these are known."""

from collections.abc import Iterator, Mapping

import click

from hrd_tui.cli.completing import Source, behind_numbers, completer, feeds, folders, tags
from hrd_tui.cli.completing_known import countries, kinds, organisations, people, rules

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
    """The last word of a query gone on with, by itself or behind others that are typed as one word of the shell.

    Where one of the values needs quotation marks all have them: a shell goes on with what those that fit have in
    common, and that is nothing where but some begin with a mark.
    """
    from hrd_tui.text.fold import fold
    from hrd_tui.text.query_completion import QUOTE, offered

    def values(name: str, value: str) -> list[tuple[str, str]]:
        begun = fold(value)
        known = _VALUES[name](ctx, value) if name in _VALUES else ()
        return [(one, told) for one, told in known if fold(one).startswith(begun)]

    found = list(offered(typed, values))
    before, colon, begun = typed.rpartition(":")
    if QUOTE not in begun and any(QUOTE in value[len(before) :] for value, _ in found):
        found = list(offered(before + colon + QUOTE + begun, values))
    return iter(found)


QUERY = completer(query, '"')
ITEMS_OR_QUERY = completer(behind_numbers(query), '"')
