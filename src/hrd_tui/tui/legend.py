"""What the signs of rows mean, for the help."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.commands import DESK, DRAFT
from hrd_tui.model import State
from hrd_tui.tui import glyphs
from hrd_tui.tui.glyphs import DECIDED


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, what it says of its row in a few words, and the room whose rows show it; empty for every room."""

    sign: str
    name: str
    meaning: str
    room: str = DESK


LEGEND: Sequence[Sign] = (
    Sign(glyphs.CURSOR, "here", "The row that keys are about.", ""),
    Sign(glyphs.MARKED, "marked", "The next command is about all marked rows."),
    Sign(glyphs.UNREAD, "unread", "Nobody has read the item yet."),
    Sign(glyphs.PARTLY, "partly read", "The item that it shows is read, others of its closed story are not."),
    Sign(DECIDED[State.SELECTED], "selected", "It is selected for the blog."),
    Sign(DECIDED[State.DRAFTED], "drafted", "It is in a post that was written, or marked as drafted."),
    Sign(DECIDED[State.POSTED], "posted", "It is on the blog."),
    Sign(DECIDED[State.SPIKED], "spiked", "It was dropped."),
    Sign(glyphs.FOLLOW_UP, "follow-up", "It is followed up; behind it how many days are left, or that it is late."),
    Sign(glyphs.PRIORITY, "priority", "One of your rules gave it priority."),
    Sign(glyphs.HIGHLIGHT, "highlight", "One of your rules highlights it."),
    Sign(glyphs.CAUTION, "caution", "Something in it wants a second look; its article says what."),
    Sign(glyphs.NOTE, "note", "It has a note of yours."),
    Sign(glyphs.QUOTED, "quotes", "You keep quotes of it."),
    Sign("#3", "tagged", "It has so many tags, # alone a single one, where their names have no room."),
    Sign(f"{glyphs.TIMES}3", "sources", "So many independent publishers tell its story."),
    Sign(glyphs.CLOSED, "closed", "A story of one source with several items, so many of them listed; a folded folder."),
    Sign(
        f"{DECIDED[State.SELECTED]}1/3", "partly decided", "So many of the items of a closed story are decided about."
    ),
    Sign(glyphs.OPEN, "open", "The head of an open story, its other items below it; an open folder."),
    Sign("7d", "deadline", "So many days are left until its deadline."),
    Sign(f"7d{glyphs.WORKED_OUT}", "worked out", "The text does not name the day of its deadline in full: look it up."),
    Sign(f"7d{glyphs.CONFIRMED}", "confirmed", "You confirmed the day of its deadline, or set it."),
    Sign(glyphs.FAILING, "failing", "The feed could not be fetched, or be read only in part."),
    Sign(f"[1]{glyphs.ALTERED}", "altered", "You changed words of the source in this part.", DRAFT),
    Sign(glyphs.GONE, "left out", "Words of the source are left out here.", DRAFT),
)


def signs(room: str) -> list[Sign]:
    """The signs that rows of a room may show."""
    return [one for one in LEGEND if one.room in ("", room)]
