"""The one list of the screen: any number of rows, drawn when they come in sight."""

from collections.abc import Callable, Container, Hashable, Sequence
from typing import Any, Generic, TypeVar

from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from hrd_tui.tui.glyphs import BAR, CURSOR, MARKED
from hrd_tui.tui.lines import Lines
from hrd_tui.tui.pieces import Line, Piece

Key = TypeVar("Key", bound=Hashable)
Paint = Callable[[Key, int], Line]
KEPT_STRIPS = 1024


class RowList(Lines, Generic[Key], can_focus=True):
    """Rows known by keys; a key of None is an empty row that the cursor passes over.

    `paint(key, cells)` gives the clean text of a row, `cells` wide without the column of the cursor's sign; `roomy`
    takes another such function for a second line of each row. `top` counts rows. Strips are kept until `repaint`. A
    list that cannot have the focus is worked from a line beside it. `marked` tells the rows that have a mark: a sign
    and a shade. Posts `Moved` when the cursor comes to another row, `Chosen` on a double click and `Clicked` on a
    click with Shift or Ctrl.
    """

    class Moved(Message):
        """The cursor is on another row; of many in a row only the last is delivered."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList[Any]":
            return self.rows

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, RowList.Moved) and message.rows is self.rows

    class Chosen(Message):
        """A row was double-clicked."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList[Any]":
            return self.rows

    class Clicked(Message):
        """A row was clicked with Ctrl, or, to `reach` there from the cursor, with Shift."""

        def __init__(self, rows: "RowList[Any]", index: int, *, reach: bool) -> None:
            super().__init__()
            self.rows = rows
            self.index = index
            self.reach = reach

        @property
        def control(self) -> "RowList[Any]":
            return self.rows

    def __init__(self, paint: Paint[Key], *, id: str | None = None, ground: str = "ground") -> None:
        super().__init__(id=id)
        self.keys: Sequence[Key | None] = ()
        self.cursor = 0
        self.ground = ground
        self.marked: Callable[[Key], bool] | None = None
        self._paint = paint
        self._below: Paint[Key] | None = None
        self._strips: dict[Key, tuple[Strip, ...]] = {}

    @property
    def tall(self) -> int:
        """The lines of a row: 1, or 2 in a roomy list."""
        return 2 if self._below else 1

    @property
    def in_sight(self) -> int:
        """How many whole rows there is room for, at least 1."""
        return max(1, self.size.height // self.tall)

    @property
    def last_top(self) -> int:
        return max(0, self.count - self.in_sight)

    def roomy(self, below: Paint[Key] | None) -> None:
        """Gives each row a second line, or takes it away; the cursor stays on its row."""
        self._below = below
        self.top = min(self.top, self.last_top)
        self._keep_in_sight()
        self._strips.clear()
        self.refresh()
        self.point_at(self.cursor)

    @property
    def key(self) -> Key | None:
        """The key under the cursor, None in an empty list."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    @property
    def count(self) -> int:
        return len(self.keys)

    def show(self, keys: Sequence[Key | None], cursor: Key | None = None, line: int | None = None) -> None:
        """Puts other rows in place: the cursor goes to the row of key `cursor`, else to the nearest in its old place.

        The cursor's row comes to `line` of the screen, without one stays on its own, as far as there are rows.
        """
        line = self.cursor - self.top if line is None else line
        self.keys = keys
        if cursor is not None and cursor in keys:
            self.cursor = keys.index(cursor)
            self.top = min(max(0, self.cursor - line), self.last_top)
        else:
            self.cursor = min(self.cursor, max(0, len(keys) - 1))
            self.top = min(self.top, self.last_top)
        self._step_off_gap(1)
        self._keep_in_sight()
        self._strips.clear()
        self.refresh()
        self.point_at(self.cursor)
        self.post_message(self.Moved(self))

    def repaint(self, keys: Container[Key] | None = None) -> None:
        """Paints rows again, all or those of `keys`, and draws those in sight that look different now."""
        before = self._strips
        self._strips = {} if keys is None else {key: strip for key, strip in before.items() if key not in keys}
        for index in range(self.top, min(self.top + self.in_sight + 1, len(self.keys))):
            key = self.keys[index]
            if key is None or (keys is not None and key not in keys):
                continue
            if index == self.cursor or before.get(key) != self._row(index):
                self.refresh_line(index)

    def move(self, to: int) -> bool:
        """Puts the cursor on row `to`, as far as there are rows; False where it is there already."""
        before, top = self.cursor, self.top
        self.cursor = min(max(0, to), max(0, len(self.keys) - 1))
        self._step_off_gap(1 if to >= before else -1)
        if self.cursor == before:
            return False
        self._keep_in_sight()
        if self.top == top:
            self.refresh_line(before)
            self.refresh_line(self.cursor)
        else:
            self.refresh()
        self.point_at(self.cursor)
        self.post_message(self.Moved(self))
        return True

    def move_to(self, key: Key) -> bool:
        """Puts the cursor on the row of `key`; False where there is none."""
        if key not in self.keys:
            return False
        self.move(self.keys.index(key))
        return True

    def step(self, by: int) -> bool:
        """Moves the cursor by so many rows; that of the terminal leaves a line beside the list for the row."""
        moved = self.move(self.cursor + by)
        if not self.can_focus:
            self.put_cursor(self.cursor)
        return moved

    def page(self, by: int) -> bool:
        """Moves the cursor by so many screens, one row of overlap each."""
        return self.step(by * max(1, self.in_sight - 1))

    def line(self, index: int) -> Strip:
        return self._row(index)[0]

    def line_at(self, y: int) -> Strip | None:
        row, part = divmod(y, self.tall)
        return self._row(self.top + row)[part] if self.top + row < len(self.keys) else None

    def refresh_line(self, index: int) -> None:
        y = self.row_of(index)
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, self.tall))

    def _row(self, index: int) -> tuple[Strip, ...]:
        key = self.keys[index]
        if key is None:
            return (self.ink(()),) * self.tall
        marked = self.marked is not None and self.marked(key)
        if index == self.cursor:
            sign = MARKED if marked else self._sign()
            return self._drawn(key, sign, "focused" if self.has_focus else "blurred")
        if marked:
            return self._drawn(key, MARKED, "blurred")
        found = self._strips.get(key)
        if found is None or found[0].cell_length != self.size.width:
            if len(self._strips) >= KEPT_STRIPS:
                self._strips.clear()
            found = self._strips[key] = self._drawn(key, " ")
        return found

    def _sign(self) -> str:
        """The sign of the cursor's row: full in the list in use, elsewhere only where the row's shade may not show."""
        if self.has_focus:
            # A row that is told by reverse video needs no sign, and would show it upside down.
            return " " if self.inks.palette.ansi else CURSOR
        if not self.can_focus:
            return CURSOR
        return BAR if self.inks.palette.ansi or self.inks.plain else " "

    def _drawn(self, key: Key, sign: str, cursor: str = "") -> tuple[Strip, ...]:
        parts = (self._paint, self._below) if self._below else (self._paint,)
        cells = self.size.width - 1
        return tuple(self.ink([Piece(sign, "accent"), *paint(key, cells)], cursor) for paint in parts)

    @property
    def here(self) -> int:
        return self.cursor

    def row_of(self, index: int) -> int:
        return (index - self.top) * self.tall

    def _step_off_gap(self, way: int) -> None:
        for direction in (way, -way):
            index = self.cursor
            while 0 <= index < len(self.keys):
                if self.keys[index] is not None:
                    self.cursor = index
                    return
                index += direction

    def _keep_in_sight(self) -> None:
        height = self.in_sight
        if self.size.height and not self.top <= self.cursor < self.top + height:
            self.top = self.cursor if self.cursor < self.top else self.cursor - height + 1
        if self.cursor == self._first and self.top < height:
            self.top = 0

    @property
    def _first(self) -> int:
        return next((index for index, key in enumerate(self.keys) if key is not None), 0)

    def on_resize(self, event: Resize) -> None:
        if self.size.height:
            self.top = min(self.top, self.last_top)
            self._keep_in_sight()
            # What was drawn for the new size began at the old first row.
            self.refresh()
            self.point_at(self.cursor)

    def on_focus(self, event: Focus) -> None:
        self.refresh_line(self.cursor)

    def on_blur(self, event: Blur) -> None:
        self.refresh_line(self.cursor)

    def on_click(self, event: Click) -> None:
        index = self.top + event.y // self.tall
        if index < len(self.keys) and self.keys[index] is not None:
            if self.marked is not None and (event.shift or event.ctrl):
                self.post_message(self.Clicked(self, index, reach=event.shift))
                return
            self.move(index)
            if event.chain == 2:
                self.post_message(self.Chosen(self))
