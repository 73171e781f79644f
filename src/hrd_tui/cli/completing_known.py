"""What a shell completes from the lists and the configuration: kinds, countries, people, views, rules, templates."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from hrd_tui.cli.completing import behind_numbers, completer, paths, tags
from hrd_tui.model import PLAIN_VIEWS

if TYPE_CHECKING:
    from hrd_tui.config import Config
    from hrd_tui.desk.lists import Lists

NONE = "none"


def _lists(ctx: click.Context) -> "Lists":
    from hrd_tui.desk.lists import Lists

    return Lists(paths(ctx).config)


def _config(ctx: click.Context) -> "Config":
    from hrd_tui.config import load

    return load(paths(ctx).config_file)


def kinds(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The kinds of posts, and what each is."""
    from hrd_tui.signals.kind import KINDS

    return KINDS.items()


def countries(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The codes of countries with their names."""
    places = _lists(ctx).gazetteer
    return [(code, places.name(code)) for code in sorted(places.codes)]


def people(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The people of the lists, with what the lists say of them."""
    return [(entry.name, entry.note) for entry in _lists(ctx).names.people_list.entries]


def organisations(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The organisations of the lists."""
    return [(entry.name, entry.note) for entry in _lists(ctx).names.organisations_list.entries]


def saved_views(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The saved queries by their names."""
    return _config(ctx).views.items()


def views(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The views by their names; those of tags once tag: is typed."""
    if typed.startswith("tag:"):
        return [(f"tag:{tag}", told) for tag, told in tags(ctx, "")]
    return [*((view, "") for view in PLAIN_VIEWS), ("tag:", "the items with a tag"), *saved_views(ctx, typed)]


def rules(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The rules on arrival by their names."""
    return [(rule.name, rule.query) for rule in _config(ctx).rules]


def templates(ctx: click.Context, typed: str) -> Iterable[tuple[str, str]]:
    """The templates that posts are written with."""
    from hrd_tui.copydesk.templates import Templates

    return [(name, "") for name in Templates(paths(ctx).config / "templates").names()]


KINDS = completer(kinds)
COUNTRIES = completer(countries)
PEOPLE = completer(people)
SAVED_VIEWS = completer(saved_views)
VIEWS = completer(views)
RULES = completer(rules)
TEMPLATES = completer(templates)
ITEMS_AND = {
    signal: completer(behind_numbers(source))
    for signal, source in {
        "kind": kinds,
        "countries": countries,
        "people": people,
        "organisations": organisations,
    }.items()
}
"""Numbers of items, and behind them what may be said of a signal."""
