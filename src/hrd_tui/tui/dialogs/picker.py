"""A list to choose from, narrowed by typing: commands, links, feeds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Input

from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.pieces import Line, Piece, column, short, wide
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.words import Words

LEAST_WORDS = 12
NARROW = 80
"""Cells below which words that head a run of rows, and long signs, give their room to what is said of a row."""


@dataclass(frozen=True, slots=True)
class Option:
    """One row: what choosing it gives, its name, a sign before the name, words about it, and a word at the end.

    `counted` stays behind the words about it when these are cut, `also` finds it too and is not shown.
    """

    key: str
    label: str
    sign: str = ""
    detail: str = ""
    aside: str = ""
    counted: str = ""
    also: str = ""
    ink: str = "text"
    sign_ink: str = "key"

    def fits(self, words: Sequence[str]) -> bool:
        """Whether every word occurs in it."""
        text = f"{self.label} {self.sign} {self.detail} {self.counted} {self.aside} {self.also}".casefold()
        return all(word in text for word in words)

    def rank(self, text: str) -> int:
        """How near its name is to what was typed: 0 the same, then one that begins so, has such a word, such a part."""
        name = self.label.casefold()
        return (name == text, name.startswith(text), f" {text}" in name, text in name, True).index(True)


class Picker(Dialog[str]):
    """Options under a line to type in; Enter chooses the one under the cursor.

    Where nothing that was typed fits, `nothing` is said, and `none` where there was never an option.
    Below them stands what `sentence` says of that one, in `below` rows.
    """

    BINDINGS: ClassVar = [
        Binding("down,ctrl+n", "step(1)"),
        Binding("up,ctrl+p", "step(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
    ]
    say_once = False
    label_share = 1 / 3  # of the room of a row, where words about it follow
    keys_told: Sequence[tuple[str, str]] = (("Enter", "choose"), ("↑ ↓", "move"), ("Esc", "close"))
    prompt = "type to narrow"
    nothing = "Nothing fits: type less"
    below = 0
    none = ""

    def __init__(self, title: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.title_text = title
        self._said: set[str] = set()
        self._take(options)
        self.rows: RowList[str] = RowList(self._line, id="options", ground="shade")
        self.rows.can_focus = False
        self.words = Words()
        self.words.can_focus = False

    def line(self) -> Input:
        """The line that is typed in."""
        return Input(placeholder=self.prompt, compact=True)

    def content(self) -> Iterable[Widget]:
        yield self.line()
        yield self.rows
        if self.below:
            self.words.styles.height = self.below
            self.words.styles.margin = (1, 0, 0, 0)
            yield self.words

    def _take(self, options: Sequence[Option]) -> None:
        self.options = options
        self._by_key = {option.key: option for option in options}
        self._sign = max((wide([Piece(option.sign)]) for option in options), default=0)
        self._aside = max((wide([Piece(option.aside)]) for option in options), default=0)
        self._label = max((wide([Piece(option.label)]) for option in options), default=0)

    def fill(self, options: Sequence[Option]) -> None:
        """Puts other options in place, narrowed by what is typed; before it is shown, too."""
        self._take(options)
        if self.is_mounted:
            self.narrow(self.query_one(Input).value)

    def sentence(self, key: str) -> str:
        """What is said of the option under the cursor."""
        return ""

    def on_mount(self) -> None:
        self.narrow("")

    def narrow(self, text: str) -> None:
        """Shows the options that hold every word."""
        words = text.casefold().split()
        typed = " ".join(words)
        fitting = [option for option in self.options if option.fits(words)]
        self.offer(sorted(fitting, key=lambda option: option.rank(typed)) if typed else fitting)

    def offer(self, options: Sequence[Option]) -> None:
        """Shows these options; with `say_once`, of a run with the same word at the end only the first one says it."""
        self._said = {
            option.key
            for before, option in zip([None, *options], options, strict=False)
            if not self.say_once or before is None or before.aside != option.aside
        }
        self.rows.empty = self.nothing if self.options else self.none or self.nothing
        self.rows.show([option.key for option in options])
        self.rows.move(0)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self._say_below()

    def on_resize(self, event: Resize) -> None:
        # What is said may be cut to the room that there is only then.
        self.call_after_refresh(self._say_below)

    def _say_below(self) -> None:
        if self.below:
            self.words.say(self.sentence(self.rows.key) if self.rows.key else "")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.tell(self.title_detail)
        self.narrow(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self.rows.key is None and event.value.strip():
            # A key that is named in it keeps its case.
            self.tell(self.nothing[:1].lower() + self.nothing[1:], warm=True)
        else:
            self.dismiss(self.rows.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.rows.key)

    def action_step(self, by: int) -> None:
        self.rows.step(by)

    def action_page(self, by: int) -> None:
        self.rows.page(by)

    def _line(self, key: str, cells: int) -> Line:
        option = self._by_key[key]
        line = [Piece(" ")]
        narrow = self.say_once and cells < NARROW
        if self._sign:
            line.append(
                Piece(column(option.sign, min(self._sign, cells // (5 if narrow else 3))) + "  ", option.sign_ink)
            )
        aside = "" if narrow else column(option.aside if key in self._said else "", min(self._aside, cells // 3))
        room = cells - wide(line) - wide([Piece(aside)]) - (3 if aside else 1)
        label = min(self._label, room if not option.detail else max(12, int(room * self.label_share)))
        line.append(Piece(column(option.label, min(label, room)), option.ink))
        if room - label > 4:
            told = with_count(option.detail, option.counted, room - label - 2)
            line += [Piece("  "), Piece(column(told, room - label - 2), "dim")]
        return [*line, Piece(f"  {aside}", "dim")] if aside else line


def with_count(words: str, counted: str, cells: int) -> str:
    """Words with a count behind them, cut so that it stays where they keep LEAST_WORDS cells of so many."""
    room = cells - wide([Piece(counted)])
    return f"{short(words, room) if room >= LEAST_WORDS else words}{counted}"
