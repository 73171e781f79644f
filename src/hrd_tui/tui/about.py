"""What the signals tell of one item, gathered for the head of its article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.desk.covered import Earlier
from hrd_tui.desk.deadlines import Due
from hrd_tui.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class About:
    """Kind, countries of the subject and people in words; the story's independent sources and when it was first seen.

    `items` counts the items of the story, `dues` are the deadlines that are not over, `cautions` sentences, `earlier`
    posts of the blog, the nearest first.
    """

    kind: str = ""
    countries: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    items: int = 1
    sources: tuple[str, ...] = ()
    first_seen: datetime | None = None
    dues: tuple[Due, ...] = ()
    cautions: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()


def about(desk: Desk, item_id: int, earlier: Sequence[Earlier] = ()) -> About:
    """What holds of an item now. Quick once it was asked for any item; the first time reads the lists of places.

    Raises UsageProblem where there is no such item.
    """
    in_force, lists = desk.store.index.in_force, desk.lists
    story = desk.stories.of(item_id)
    several = len(story.items) > 1
    cautions = [*(one["why"] for one in in_force.cautions(item_id)), *(one.why for one in story.cautions)]
    return About(
        kind=lists.kind_name(in_force.kind(item_id)),
        countries=tuple(map(lists.country, in_force.countries(item_id))),
        people=tuple(in_force.people(item_id)),
        items=len(story.items),
        sources=story.sources if several else (),
        first_seen=story.first_seen if several else None,
        dues=tuple(due for due in desk.deadlines.of(item_id) if due.days_left >= 0),
        cautions=tuple(dict.fromkeys(cautions)),
        earlier=tuple(earlier),
    )
