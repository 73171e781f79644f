"""The words of the query language: one table for the parser's errors, the docs and whoever offers completion."""

from collections.abc import Mapping
from dataclasses import dataclass

from hrd_tui.model import State
from hrd_tui.text import query_days, regions, said

STATES = tuple(state.value for state in State)
STANDINGS = ("unread", "read", "tagged", "noted", *STATES, "quoted", "ruled", "priority", "highlighted", "archived")
SORTS: Mapping[str, bool] = {
    "date": True, "arrived": True, "deadline": False, "title": False, "feed": False, "priority": True,
}  # fmt: skip
"""What a list can be ordered by, and whether the greatest (newest, most urgent) stands first by itself."""


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field: its name, other names for it, what it looks at, examples; `words` are all the values it may have
    where these are few, or those that it knows beside others.
    """

    name: str
    help: str
    examples: tuple[str, ...]
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


_ENDS = query_days.NAMED_DAYS
FIELDS: tuple[QueryField, ...] = (
    QueryField("title", "The headline.", ("title:ferry", 'title:"hunger strike"', "title:/^un experts?/")),
    QueryField("text", "The full text, by its words.", ("text:subpoena", 'text:"travel ban"')),
    QueryField("author", "Who wrote it.", ("author:nunez",)),
    QueryField("feed", "The name of a feed, or its number.", ("feed:amnesty", "source:12"), ("source",)),
    QueryField("folder", "The folder of the feed.", ("folder:africa",)),
    QueryField("tag", "A tag, whole; also written #tag.", ("tag:lawyers", "#lawyers", 'tag:"press freedom"')),
    QueryField("is", "How the item stands.", ("is:unread", "is:follow-up", "-is:tagged"), words=STANDINGS),
    QueryField("state", "Where the item stands.", ("state:selected",), words=STATES),
    QueryField("kind", "What kind of post it is, or a part of that.", ("kind:case_alert", "kind:call")),
    QueryField("country", "A country of the subject: its code or English name.", ("country:MM", "country:burma")),
    QueryField(
        "region", "A region of the world in which a country of the subject lies.",
        ("region:africa", 'region:"west africa"'), words=regions.NAMES,
    ),
    QueryField("person", "A person, by a part of any spelling of the name.", ("person:sharma",)),
    QueryField("org", "An organisation, by a part of any of its names.", ('org:"front line"',)),
    QueryField("lang", "The language.", ("lang:es", "language:ar"), ("language",)),
    QueryField("story", "All items of the story that the item of this number belongs to.", ("story:120",)),
    QueryField(
        "date", "When it was published; a span counts back from now.",
        ("date:2026-01", "date>2026-01-01", "date:2026-01-01..2026-01-31", "date:yesterday"), words=_ENDS,
    ),
    QueryField("arrived", "When it came in; likewise.", ("arrived:today", "arrived:12h"), words=_ENDS),
    QueryField("newer", "Published since: the same as date>=.", ("newer:3d", "newer:2026-01-29"), words=_ENDS),
    QueryField("older", "Published before: the same as date<.", ("older:2w", "older:2026"), words=_ENDS),
    QueryField(
        "deadline", "A deadline; a span counts ahead from today.",
        ("deadline:7d", "deadline:any", "deadline<=2026-03-06", "deadline:past"), words=(*said.DAY_WORDS, *_ENDS),
    ),
    QueryField(
        "due", "The day on which a follow-up is due; a span includes what is overdue.",
        ("due:today", "due:1w", "due:2026-03"), words=(*said.DAY_WORDS, *_ENDS),
    ),
    QueryField("note", "Your note.", ("note:lawyer",)),
    QueryField("quote", "A passage that you kept.", ('quote:"we stay"',)),
    QueryField("reason", "Why you follow it up.", ("reason:verdict", "reason:/^ask/")),
    QueryField("url", "The address.", ("url:ohchr.org", "url:/2026\\/0[1-3]/")),
    QueryField("rule", "What rules did to the item, in their words.", ("rule:spiked",)),
    QueryField("id", "The number of the item.", ("id:120", "id:100..200", "id>100")),
    QueryField(
        "sort", "The order of the list; - or :asc, :desc turns it. Several: the first counts most.",
        ("sort:deadline", "sort:-date", "sort:title:desc"), words=tuple(SORTS),
    ),
)  # fmt: skip
NAMES: Mapping[str, str] = {name: field.name for field in FIELDS for name in (field.name, *field.also)}
"""Every name of a field, and the field that it names."""
