"""Tags: how they are spelt, which colour each has, and how often each is used."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from hrd_tui.errors import UsageProblem
from hrd_tui.model import Outcome
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text.clean import clean

TAG_LENGTH = 40
COLOURS = ("pink", "green", "blue", "yellow", "violet", "teal")
"""The colours that a tag may have; every theme has a tone for each."""
OWN = "auto"


def tag_name(raw: str) -> str:
    """A tag as it is kept: cleaned, lower case, without #, blanks as hyphens, at most 40 characters.

    Raises UsageProblem where nothing is left.
    """
    name = "-".join(clean(raw, line=True).lower().replace(",", " ").replace("#", " ").split())[:TAG_LENGTH]
    if not name:
        raise UsageProblem(f"“{clean(raw, line=True)}” is no tag", "A tag is a word, such as africa or call-for-input.")
    return name


def own_colour(tag: str) -> str:
    """The colour that a tag has by itself: always the same one for the same name."""
    return COLOURS[crc32(tag.encode()) % len(COLOURS)]


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in use: how many items have it, how many of them are unread, and its colour, `chosen` or its own."""

    name: str
    items: int
    unread: int
    colour: str
    chosen: bool


class Tagging:
    """The tags of one desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self) -> list[Tag]:
        """Every tag in use, the most used first; items that were spiked count, too."""
        items: Counter[str] = Counter()
        unread: Counter[str] = Counter()
        for state in list(self._store.states.values()):
            tags = state.get("tags", ())
            items.update(tags)
            if not state.get("read"):
                unread.update(tags)
        chosen = self.chosen()
        return [
            Tag(name, count, unread[name], self.colour(name), name in chosen)
            for name, count in sorted(items.items(), key=lambda pair: (-pair[1], pair[0]))
        ]

    def chosen(self) -> Mapping[str, str]:
        """The colours that were chosen, by tag."""
        return {doc["name"]: doc["colour"] for doc in list(self._store.table("tags").values())}

    def colour(self, tag: str) -> str:
        """The colour of a tag: the one chosen for it, else its own."""
        return self.chosen().get(tag) or own_colour(tag)

    def colours(self, tags: Sequence[str]) -> tuple[str, ...]:
        """The colours of several tags, in their order."""
        chosen = self.chosen() if tags else {}
        return tuple(chosen.get(tag) or own_colour(tag) for tag in tags)

    def paint(self, tag: str, colour: str) -> Outcome:
        """Gives a tag a colour of COLOURS, or its own again (OWN). Durable, and no step of undo.

        Raises UsageProblem for another colour and for a tag that no item has.
        """
        name = tag_name(tag)
        if colour not in (*COLOURS, OWN):
            there = ", ".join((*COLOURS, OWN))
            raise UsageProblem(f"There is no colour “{clean(colour, line=True)}”", f"A tag may be {there}.")
        if not any(name in state.get("tags", ()) for state in list(self._store.states.values())):
            raise no_tag(name)
        with self._store.change() as change:
            paint(change, self._store, name, "" if colour == OWN else colour)
        return Outcome(f"#{name} is {self.colour(name)}")


def paint(change: Change, store: Store, tag: str, colour: str) -> None:
    """Keeps the colour chosen for a tag, none for "", as part of a larger change."""
    known = next((id for id, doc in store.table("tags").items() if doc["name"] == tag), None)
    if colour:
        change.put("tags", known or change.new_id("tags"), {"name": tag, "colour": colour})
    elif known:
        change.remove("tags", known)


def no_tag(name: str) -> UsageProblem:
    """What is said where no item has a tag."""
    return UsageProblem(f"No item has the tag #{name}", "hrd tags lists those in use.")
