"""The one list of the screen: any number of rows, drawn when they come in sight."""

from collections.abc import Callable, Container, Hashable, Sequence
from typing import Any, Generic, TypeVar

from textual.events import Blur, Click, Focus, Resize
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

    `paint(key, cells)` gives the clean text of a row, `cells` wide without the column of the cursor's sign. Strips are
    kept until `repaint`. A list that cannot have the focus is worked from a line beside it. `marked` tells the rows
    that have a mark: a sign and a shade. Posts `Moved` when the cursor comes to another row, `Chosen` on a double
    click and `Clicked` on a click with Shift or Ctrl.
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
        self._strips: dict[Key, Strip] = {}

    @property
    def key(self) -> Key | None:
        """The key under the cursor, None in an empty list."""
        return self.keys[self.cursor] if self.cursor < len(self.keys) else None

    @property
    def count(self) -> int:
        return len(self.keys)

    def show(self, keys: Sequence[Key | None], cursor: Key | None = None) -> None:
        """Puts other rows in place: the cursor goes to the row of key `cursor`, else to the nearest in its old place.

        The cursor's row stays on its line of the screen as far as there are rows.
        """
        line = self.cursor - self.top
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
        self.post_message(self.Moved(self))

    def repaint(self, keys: Container[Key] | None = None) -> None:
        """Paints rows again, all or those of `keys`, and draws those in sight that look different now."""
        before = self._strips
        self._strips = {} if keys is None else {key: strip for key, strip in before.items() if key not in keys}
        for index in range(self.top, min(self.top + self.size.height, len(self.keys))):
            key = self.keys[index]
            if key is None or (keys is not None and key not in keys):
                continue
            if index == self.cursor or before.get(key) != self.line(index):
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
        """Moves the cursor by so many rows."""
        return self.move(self.cursor + by)

    def page(self, by: int) -> bool:
        """Moves the cursor by so many screens, one row of overlap each."""
        return self.step(by * max(1, self.size.height - 1))

    def line(self, index: int) -> Strip:
        key = self.keys[index]
        if key is None:
            return self.ink(())
        marked = self.marked is not None and self.marked(key)
        if index == self.cursor:
            sign = MARKED if marked else self._sign()
            return self.ink(self._whole(key, sign), "focused" if self.has_focus else "blurred")
        if marked:
            return self.ink(self._whole(key, MARKED), "blurred")
        found = self._strips.get(key)
        if found is None or found.cell_length != self.size.width:
            if len(self._strips) >= KEPT_STRIPS:
                self._strips.clear()
            found = self._strips[key] = self.ink(self._whole(key, " "))
        return found

    def _sign(self) -> str:
        """The sign of the cursor's row: full in the list in use, elsewhere only where the row's shade may not show."""
        if self.has_focus:
            # A row that is told by reverse video needs no sign, and would show it upside down.
            return " " if self.inks.palette.ansi else CURSOR
        if not self.can_focus:
            return CURSOR
        return BAR if self.inks.palette.ansi or self.inks.plain else " "

    def _whole(self, key: Key, sign: str) -> Line:
        return [Piece(sign, "accent"), *self._paint(key, self.size.width - 1)]

    def _step_off_gap(self, way: int) -> None:
        for direction in (way, -way):
            index = self.cursor
            while 0 <= index < len(self.keys):
                if self.keys[index] is not None:
                    self.cursor = index
                    return
                index += direction

    def _keep_in_sight(self) -> None:
        height = self.size.height
        if height and not self.top <= self.cursor < self.top + height:
            self.top = self.cursor if self.cursor < self.top else self.cursor - height + 1
        if self.cursor == self._first and self.top < height:
            self.top = 0

    @property
    def _first(self) -> int:
        return next((index for index, key in enumerate(self.keys) if key is not None), 0)

    def on_resize(self, event: Resize) -> None:
        self._keep_in_sight()

    def on_focus(self, event: Focus) -> None:
        self.refresh_line(self.cursor)
        self.point_at(self.cursor)

    def on_blur(self, event: Blur) -> None:
        self.refresh_line(self.cursor)

    def on_click(self, event: Click) -> None:
        index = self.top + event.y
        if index < len(self.keys) and self.keys[index] is not None:
            if self.marked is not None and (event.shift or event.ctrl):
                self.post_message(self.Clicked(self, index, reach=event.shift))
                return
            self.move(index)
            if event.chain == 2:
                self.post_message(self.Chosen(self))
