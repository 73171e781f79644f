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
    """The last word of a query gone on with, by itself or behind others that are typed as one word of the shell."""
    from hrd_tui.text.query_completion import offered

    return offered(typed, lambda name, value: _VALUES[name](ctx, value) if name in _VALUES else ())


QUERY = completer(query)
ITEMS_OR_QUERY = completer(behind_numbers(query))
