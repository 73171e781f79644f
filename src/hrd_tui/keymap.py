"""Which keys every command has, after a preset and the editor's own choice, and what is wrong with these."""

from collections.abc import Callable, Iterator, Mapping

from hrd_tui.commands import BY_ID, BY_LABEL, TABLE
from hrd_tui.errors import did_you_mean
from hrd_tui.keynames import meant, readable, shown, spelt
from hrd_tui.presets import PRESETS

Keys = Mapping[str, tuple[str, ...]]
"""The keys of every command by its id; a sequence of keys has blanks between them."""

Where = Callable[[str], str]
"""Where the editor chose keys for a command named so, for the beginning of a sentence."""

WAYS_OUT = ("quit-now", "quit", "palette", "help")
"""Commands that leave the reader, or find the command that does."""

OWN, PRESET, SHIPPED = range(3)
"""Whose choice a key is. Of two commands on one key that of the smaller number keeps it."""


def keymap(
    overrides: Mapping[str, str], preset: str = "default", where: Where = lambda given: "keys"
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys of every command with a preset of PRESETS under the editor's overrides, and a sentence for each fault.

    An override maps a command's id or label to keys separated by commas, as they are shown or in Textual's spelling,
    the keys of a sequence parted by blanks; an empty one takes the key away. What is wrong (unknown command,
    unreadable key, two commands of one room on one key, a sequence that begins with a whole command's key) falls back
    to what there was before. Keys that a preset takes from other commands are no fault. One of WAYS_OUT keeps a key.
    """
    keys = {command.id: command.keys for command in TABLE}
    owners = dict.fromkeys(keys, SHIPPED)
    places: dict[str, str] = {}
    problems: list[str] = []
    for owner, chosen in ((PRESET, PRESETS[preset]), (OWN, overrides)):
        for given, value in chosen.items():
            name = given if given in BY_ID else BY_LABEL.get(given, "")
            place = where(given)
            # A comma parts keys, and is a key itself: alone it is that key, beside others its name has to be written.
            wanted = ["comma"] if value.strip() == "," else [part.strip() for part in value.split(",")]
            wanted = [] if wanted == [""] else wanted
            bad = next((part for part in wanted if not readable(part)), None)
            if not name:
                near = did_you_mean(given, {known: known for known in BY_ID})
                problems.append(f"{place}: there is no command “{given}”. {near}hrd keys lists them")
            elif bad is not None:
                stays = ", ".join(map(shown, keys[name])) or "no key"
                told = f"“{bad}” of {given} is not a key" if bad else f"a key of {given} is missing; , is written comma"
                near = f". Did you mean {guess}?" if (guess := meant(bad)) else ""
                problems.append(f"{place}: {told}; {stays} stays{near}")
            else:
                keys[name], owners[name], places[name] = tuple(map(spelt, wanted)), owner, place
    taken = _Taken(owners, places)
    kept = {name: taken.of(name, keys[name]) for name in sorted(keys, key=owners.__getitem__)}
    if not any(kept[name] for name in WAYS_OUT):
        problems.append(_way_out(kept, taken))
    return {name: kept[name] for name in keys}, [*problems, *taken.problems(kept)]


def _way_out(kept: dict[str, tuple[str, ...]], taken: "_Taken") -> str:
    """Gives a command of WAYS_OUT its shipped key back, where none of them has a key, and tells it."""
    for name in WAYS_OUT:
        if own := taken.of(name, BY_ID[name].keys):
            kept[name] = own
            return f"keys: no key would leave the reader; {', '.join(map(shown, own))} stays {name}"
    return "keys: no key leaves the reader, nor finds the command that does; give one to quit"


class _Taken:
    """The keys that commands took so far, by room."""

    def __init__(self, owners: Mapping[str, int], places: Mapping[str, str]) -> None:
        self._owners = owners
        self._places = places
        self._commands: dict[tuple[str, str], str] = {}
        self._longer: dict[tuple[str, str], str] = {}  # what sequences begin with, and one of them
        self._clashes: list[tuple[str, str]] = []  # what is told, and the command that does without the key
        self._hidden: dict[tuple[str, str], list[str]] = {}

    def of(self, name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the keys that a command can have."""
        return tuple(key for key in dict.fromkeys(keys) if self._take(name, key))

    def _take(self, name: str, key: str) -> bool:
        rooms = BY_ID[name].rooms
        for room in rooms:
            if other := self._commands.get((room, key)):
                self._clash(name, other, f"{shown(key)} is both {other} and {name}; {other} has it")
                return False
            if longer := self._longer.get((room, key)):
                other = self._commands[room, longer]
                told = f"{shown(key)} of {name} would hide {shown(longer)}, which stays {other}"
                self._clash(name, other, told)
                return False
            for begin in beginnings(key):
                if other := self._commands.get((room, begin)):
                    if not self._meant(name, other):
                        self._hidden.setdefault((other, begin), []).append(f"{shown(key)} ({name})")
                    return False
        for room in rooms:
            self._commands[room, key] = name
            self._longer |= {(room, begin): key for begin in beginnings(key)}
        return True

    def _clash(self, name: str, other: str, told: str) -> None:
        if not self._meant(name, other):
            self._clashes.append((f"{self._place(other)}: {told}", name))

    def _place(self, name: str) -> str:
        return self._places.get(name, "keys")

    def _meant(self, name: str, other: str) -> bool:
        return (self._owners[other], self._owners[name]) == (PRESET, SHIPPED)

    def problems(self, kept: Keys) -> Iterator[str]:
        """A sentence for each key that two commands want, with what the one is left with that does not get it."""
        for told, name in self._clashes:
            left = ", ".join(map(shown, kept[name]))
            yield f"{told}, {name} {f'keeps {left}' if left else 'has no key now'}"
        for (other, key), lost in self._hidden.items():
            out = f"{shown(key)} is {other}, so that what begins with it is out of reach: {', '.join(lost)}"
            yield f"{self._place(other)}: {out}"


def beginnings(sequence: str) -> Iterator[str]:
    """What a sequence begins with: "g" of "g g", nothing of a single key."""
    parts = sequence.split()
    for count in range(1, len(parts)):
        yield " ".join(parts[:count])


def by_key(keys: Keys) -> dict[str, dict[str, str]]:
    """For every key or sequence the command it means in each room where it means one."""
    found: dict[str, dict[str, str]] = {}
    for name, own in keys.items():
        for key in own:
            found.setdefault(key, {}).update(dict.fromkeys(BY_ID[name].rooms, name))
    return found
