"""What a shell completes beyond the names of commands and options: what is on the desk.

A source gives values, each with what is told beside it; a completer is what click asks, and gives those that begin as
typed. Nothing is written, a desk that is not there is not made, and where one cannot be read nothing is completed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hrd_tui.errors import HrdError
from hrd_tui.paths import Paths, locate
from hrd_tui.text.counted import counted

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from hrd_tui.selection import Index
    from hrd_tui.store.contents import Contents

MOST = 50
"""So many numbers are offered, the newest of those that begin as typed."""
GOES_ON = ":"
"""The end of a value behind which more is to be typed."""

Source = Callable[[click.Context, str], Iterable[tuple[str, str]]]
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def completer(source: Source, unheeded: str = "") -> Completer:
    """What click asks for the values of a source that begin as typed, whatever their case and accents, and but for
    signs that are not heeded.
    """

    @wraps(source)
    def complete(ctx: click.Context, param: click.Parameter, typed: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        from hrd_tui.text.fold import fold

        def compared(text: str) -> str:
            return fold(text).translate(dict.fromkeys(map(ord, unheeded)))

        begun = compared(typed)
        try:
            return [
                CompletionItem(value, "open" if value.endswith(GOES_ON) else "plain", told)
                for value, told in source(ctx, typed)
                if compared(value).startswith(begun)
            ]
        except (HrdError, OSError):
            return []

    return complete


def paths(ctx: click.Context) -> Paths:
    """The folders of the desk that the command line names."""
    home = ctx.find_root().params.get("home")
    return locate(Path(home) if home else None)


def tags(ctx: click.Context, typed: str) -> Iterator[tuple[str, str]]:
    """The tags in use, with the number of their items."""
    index = _index(ctx)
    for tag in index.tags():
        count = len(index.by_tag[tag].ids)
        yield tag, counted(count, "item")


def feeds(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The titles of feeds with their numbers; the numbers with the titles once a number is typed."""
    index = _index(ctx)
    titles = [(str(id), index.texts.source(id)) for id, feed in index.feeds.items() if "removed" not in feed]
    return titles if typed.isdigit() else [(title, id) for id, title in titles]


def folders(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The folders of feeds."""
    return [(name, "") for name in sorted({feed.get("folder", "") for feed in _index(ctx).feeds.values()} - {""})]


def items(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The numbers of the newest items with their titles."""
    from hrd_tui.selection import Selection

    if typed and not typed.isdigit():
        return []
    index = _index(ctx)
    newest = (id for id in Selection(index).ids() if str(id).startswith(typed))
    return [(str(id), index.items[id].get("title", "")) for id in islice(newest, MOST)]


def drafts(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The numbers of the newest drafts with their headlines."""
    edited = {id: doc["draft"] for id, doc in _contents(ctx).tables["drafts"].items() if "draft" in doc}
    fitting = (id for id in sorted(edited, reverse=True) if str(id).startswith(typed))
    return [(str(id), edited[id].get("title", "")) for id in islice(fitting, MOST)]


def behind_numbers(values: Source) -> Source:
    """The numbers of items, and other values behind them or once no number is typed."""

    def find(ctx: click.Context, typed: str) -> Iterator[tuple[str, str]]:
        words: tuple[str, ...] = ctx.params.get("words") or ctx.params.get("item") or ()
        if all(word.isdigit() for word in words):
            yield from items(ctx, typed)
        if not typed.isdigit():
            yield from values(ctx, typed)

    return find


def _contents(ctx: click.Context) -> "Contents":
    """The tables of the desk, without opening it; empty where there is none, or one that must be brought up to date."""
    from hrd_tui.store.contents import SCHEMA, Contents
    from hrd_tui.store.load import load

    folder = paths(ctx).store
    if not folder.exists():
        return Contents()
    contents, journal = load(folder)
    journal.close()
    return contents if contents.schema == SCHEMA else Contents()


def _index(ctx: click.Context) -> "Index":
    """The sets of items that the views of the desk are made of."""
    from hrd_tui.selection import Index
    from hrd_tui.store.lazy import touched

    contents = _contents(ctx)
    index = Index()
    index.load(contents.tables, contents.columns, touched(contents.tables))
    return index


ITEMS = completer(items)
DRAFTS = completer(drafts)
TAGS = completer(tags)
FEEDS = completer(feeds)
FOLDERS = completer(folders)
ITEMS_AND_TAGS = completer(behind_numbers(tags))
