"""The lines round the panes: the top line, the heading of the items, the bottom line, the rules between."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from hrd_tui.commands import BY_ID, TABLE
from hrd_tui.keynames import shown
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.tui.glyphs import BAR, DASH, DOT, FAILING
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Line, Piece, short, spread, wide

MESSAGE_SECONDS = 3.0


class OneLine(Lines):
    """A widget of one line; `set` draws it again only from the first cell that differs.

    Posts `Resized` when it has another width, for which its line has to be made anew.
    """

    class Resized(Message):
        """A line has another width."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, OneLine.Resized)

    def __init__(self, *, id: str | None = None, ground: str = "ground") -> None:
        super().__init__(id=id)
        self.ground = ground
        self._line: Line = ()

    @property
    def count(self) -> int:
        return 1

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(piece.text for piece in self._line).rstrip()

    def line(self, index: int) -> Strip:
        return self.ink(self._line)

    def on_resize(self, event: Resize) -> None:
        self.post_message(self.Resized())

    def set(self, line: Line) -> None:
        """Shows a line."""
        same = 0
        for old, new in zip(self._line, line, strict=False):
            if old != new:
                break
            same += wide([new])
        if list(line) != list(self._line):
            self._line = line
            self.refresh(Region(same, 0, max(1, self.size.width - same), 1))


@dataclass(frozen=True, slots=True)
class News:
    """What the top line tells besides counts: how far a sync is, how many feeds fail, the time as HH:MM.

    `reading` is how many items of how many the signals have read, where that takes long.
    """

    clock: str = ""
    syncing: tuple[int, int] | None = None
    failing: int = 0
    reading: tuple[int, int] | None = None


def top_line(counts: Sequence[tuple[str, int]], current: str, news: News, cells: int) -> list[Piece]:
    """The top line: as many views as there is room for, the progress of a sync, failing feeds and the clock.

    Where not all views have room, blanks go first, then words about the feeds.
    """
    for tight, brief in ((False, False), (True, False), (True, True)):
        left, right = _views(counts, current, tight=tight), _told(news, tight=tight, brief=brief)
        if sum(map(wide, left)) + wide(right) + 1 <= cells:
            break
    while len(left) > 1 and sum(map(wide, left)) + wide(right) + 1 > cells:
        left.pop()
    return spread([piece for entry in left for piece in entry], right, cells)


def _views(counts: Sequence[tuple[str, int]], current: str, *, tight: bool) -> list[list[Piece]]:
    """The name of the program, then each view with its count."""
    gap = "" if tight else " "
    told = [[Piece(f" hrd {gap}", "key")]]
    for label, count in counts:
        ink = "bold" if label == current else "dim"
        told.append([Piece(f" {label} ", ink), Piece(f"{count} {gap}", "text" if count else "dim")])
    return told


def _told(news: News, *, tight: bool, brief: bool) -> list[Piece]:
    told: list[Piece] = []
    if news.syncing:
        word = "" if brief else "syncing "
        told.append(Piece(f"{word}{news.syncing[0]}/{news.syncing[1]}", "accent"))
    elif news.reading:
        word = "" if brief else "reading "
        told.append(Piece(f"{word}{news.reading[0]:,}/{news.reading[1]:,}", "dim"))
    if news.failing:
        told += [Piece(f" {DOT} ", "dim")] if told else []
        told.append(Piece(f"{news.failing}{FAILING}" if brief else f"{news.failing} failing", "warm"))
    gap = "" if not told else "  " if tight else "    "
    return [*told, Piece(f"{gap}{news.clock} ", "dim")]


def hint_line(
    keys: Mapping[str, tuple[str, ...]], scopes: Collection[str], cells: int, first: Sequence[str] = ()
) -> list[Piece]:
    """The keys that matter now, from the command table, as many as fit; the key of the help is always among them.

    The commands named `first` stand before those that the table gives a place.
    """
    hinted = sorted((one for one in TABLE if one.hint and one.scope in scopes), key=lambda one: one.hint)
    commands = [*(BY_ID[name] for name in first), *hinted]
    entries = [(key_of(keys, one.id), one.label, one.id) for one in commands if keys.get(one.id)]
    kept = [entry for entry in entries if entry[2] == "help"]
    used = 1 + sum(len(key) + len(label) + 3 for key, label, _ in kept)
    chosen = []
    for entry in entries:
        size = len(entry[0]) + len(entry[1]) + 3
        if entry in kept:
            chosen.append(entry)
        elif used + size <= cells:
            used += size
            chosen.append(entry)
    return told_keys((key, label) for key, label, _ in chosen)


def key_of(keys: Mapping[str, tuple[str, ...]], name: str) -> str:
    """The first key of a command as lines tell it; for a command without keys, its id."""
    key = keys.get(name, ())[:1]
    return shown(key[0]).replace("Escape", "Esc") if key else name


def told_keys(keys: Iterable[tuple[str, str]]) -> list[Piece]:
    """Keys and what they do, one after the other."""
    line = [Piece(" ")]
    for key, label in keys:
        line += [Piece(key, "key"), Piece(f" {label}  ", "dim")]
    return line


class BottomLine(OneLine):
    """The keys that matter now; a message takes their place for three seconds, keys not finished that of both."""

    def __init__(self, *, id: str | None = None, ground: str = "ground") -> None:
        super().__init__(id=id, ground=ground)
        self._hints: Line = ()
        self._foremost = False
        self._guide: Line = ()
        self._right: Line = ()
        self._said: Line = ()
        self._pressed: Line = ()
        self._mark = ""
        self._told = ""
        self._timer: Timer | None = None

    def hint(self, line: Line, right: Line = (), *, foremost: bool = False) -> None:
        """Sets what stands here when there is no message, `foremost` also before a guide, and at the right end."""
        self._hints, self._right, self._foremost = line, right, foremost
        self._draw()

    def guide(self, line: Line) -> None:
        """Sets what stands in place of the hints, but of the foremost, until there is none of it."""
        self._guide = line
        self._draw()

    def say(self, text: str, *, warm: bool = False) -> None:
        """Shows a message for three seconds."""
        self._told = text
        self._said = [Piece(" " + short(text, self.room), "warm" if warm else "bold")]
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(MESSAGE_SECONDS, self.hush)
        self._draw()

    def unsay(self, text: str) -> None:
        """Takes this message away where it is the one that stands here."""
        if self._told == text:
            self.hush()

    def hush(self) -> None:
        """Takes the message away."""
        self._told = ""
        self._said = ()
        self._draw()

    def wait(self, line: Line = ()) -> None:
        """Shows the keys that wait for others; without any, what stood here before."""
        if line or self._pressed:
            self._pressed = line
            self._draw()

    def mark(self, text: str) -> None:
        """Puts a text before all that stands here, or takes it away."""
        self._mark = text
        self._draw()
        # The hints have other room now.
        self.post_message(self.Resized())

    @property
    def marked(self) -> int:
        """The cells of the text before all else."""
        return width(self._mark) + 2 if self._mark else 0

    @property
    def room(self) -> int:
        """The cells that a message has."""
        return self.size.width - self.marked - 2

    def _draw(self) -> None:
        mark = [Piece(f" {self._mark} ", "warm")] if self._mark else []
        words = self._pressed or self._said or (not self._foremost and self._guide) or self._hints
        self.set(spread([*mark, *words], self._right, self.size.width))


class Rule(Lines):
    """A thin line between panes, across or down; `tees` are the cells where rules down meet a rule across."""

    def __init__(self, *, down: bool = False, foot: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.down = down
        self._foot = foot
        self._tees: Mapping[int, str] = {}

    @property
    def count(self) -> int:
        return self.size.height

    def join(self, tees: Mapping[int, str]) -> None:
        """Sets the cells where other rules meet this one, with their signs."""
        if tees != self._tees:
            self._tees = dict(tees)
            self.refresh()

    def line(self, index: int) -> Strip:
        if self.down:
            return self.ink([Piece(self._tees.get(index, BAR), "rule")])
        signs = (self._tees.get(x, DASH) for x in range(self.size.width))
        return self.ink([Piece("".join(signs), "rule")])


def heading(
    title: str, order: str, waiting: str, place: str, cells: int, focused: bool, lacking: str = ""
) -> list[Piece]:
    """The heading of the items: what is listed, how it is ordered, what waits, and where the cursor is.

    What is `lacking` in the answer of a search stands before the place, where nothing else needs the room.
    """
    right = [Piece(f" {place} ", "dim")]
    middle = [Piece(waiting, "accent")] if waiting else [Piece(order, "dim")]
    title = clean(title, line=True)
    if not waiting and width(title) > cells - wide(right) - wide(middle) - 4:
        middle = []
    room = cells - wide(right) - wide(middle) - 4
    title = short(title, max(8, room))
    left = [Piece(f" {title}", "heading" if focused else "bold"), Piece("  "), *middle]
    if wide(left) + wide(right) >= cells:
        left = left[:1]
    told = [Piece(f" {lacking} {DOT}", "dim"), *right] if lacking else right
    return spread(left, told if wide(left) + wide(told) < cells else right, cells)
