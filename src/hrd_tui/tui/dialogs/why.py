"""Every finding about an item with its reason, and what the editor says against it."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.overruling import ONE, OVERRULED
from hrd_tui.desk.told import Said, Told, alike
from hrd_tui.errors import HrdError
from hrd_tui.model import Outcome
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.dialogs.earlier import Send, open_post
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.labels import named
from hrd_tui.tui.pieces import Line, Piece, column, short
from hrd_tui.tui.room import Room
from hrd_tui.tui.rowlist import RowList
from hrd_tui.tui.words import Words

READING = "Reading the item …"
NAMES = {
    "countries": "country",
    "mentioned": "mentioned",
    "people": "person",
    "organisations": "organisation",
    "deadlines": "deadline",
    "cautions": "caution",
    "events": "step of a case",
    "copy": "copy",
    "echo": "echo",
    "covered": "covered before",
}
NAME = 16
VALUE = 36
BELOW = 3
BY_OTHER_KEYS = {
    "story": "Stories are merged and split in the list",
    "rule": "Decide about the item; rules stand in the configuration, and hrd rules lists them",
}
KEYS = (
    ("Enter", "change"),
    ("/", "find all"),
    ("x", "wrong"),
    ("r", "as found"),
    ("z", "undo"),
    ("Esc", "close"),
)
KEYS_OF_POST = tuple(("o", "open post") if key == "/" else (key, does) for key, does in KEYS)
"""No query finds what an earlier post covered: the key that opens one is told in the place of that."""
NO_FIELD = "Only kinds, languages, countries, people, organisations, deadlines and stories are searched"
NO_MORE = "Nothing more to undo here"
NO_POST = "Only posts that covered it before are opened here"
NOTHING = "Nothing was found that could be wrong"


class WhyDialog(Dialog[str]):
    """The findings of an item by signal; each can be changed, said to be wrong, or left to the rules again.

    Gives the query for all items of which the one under the cursor is true, where the editor asks for these.

    What they are is read beside the screen, which takes some tenths of a second the first time.
    """

    BINDINGS: ClassVar = [
        Binding("down,j", "step(1)"),
        Binding("up,k", "step(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("enter", "change"),
        Binding("x", "wrong"),
        Binding("r", "reset"),
        Binding("z", "undo"),
        Binding("slash", "find"),
        Binding("o", "open"),
        Binding("q,w", "cancel"),
    ]
    title_text = "Why"
    keys_told: Sequence[tuple[str, str]] = KEYS

    def __init__(self, desk: Desk, item_id: int, room: Room, send: Send) -> None:
        super().__init__()
        self._send = send
        self._desk = desk
        self._item = item_id
        self._room = room
        self._said: tuple[Said, ...] = ()
        self._changes = 0
        self._words = Words()
        self._words.can_focus = False
        self.title_detail = clean(desk.row(item_id).title, line=True)
        self.rows: RowList[int] = RowList(self._line, id="options", ground="shade")

    def content(self) -> Iterable[Widget]:
        yield self.rows
        self._words.styles.height = BELOW
        self._words.styles.margin = (1, 0, 0, 0)
        yield self._words

    def on_mount(self) -> None:
        self.rows.empty = READING
        self.rows.focus()
        self._read()

    def _read(self) -> None:
        self._room.beside(partial(self._desk.signals.of, self._item), self._show)

    def _show(self, told: Told) -> None:
        there = {one.signal for one in told.said}
        self._said = (*told.said, *(Said(name, "", "none found", "") for name in OVERRULED if name not in there))
        self.rows.show(range(len(self._said)))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        said = self._pointed
        self._words.say(f"{said.words}\n{said.why}" if said else "")
        self.keys_told = KEYS_OF_POST if said and said.signal == "covered" else KEYS
        self._tell_keys()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.action_change()

    @property
    def _pointed(self) -> Said | None:
        return self._said[self.rows.key] if self.rows.key is not None and self.rows.key < len(self._said) else None

    def _line(self, index: int, cells: int) -> Line:
        said = self._said[index]
        first = not index or self._said[index - 1].signal != said.signal
        name = NAMES.get(said.signal, said.signal) if first else ""
        state = "overruled" if said.overruled else "by hand" if said.by_hand else ""
        why = f" {DOT} ".join(part for part in (state, "" if said.why == "by hand" else said.why) if part)
        value = min(VALUE, max(12, (cells - NAME - 3) // 2))
        words = short(said.words, value)
        ink = "struck" if said.overruled else "text" if said.value else "dim"
        return [
            Piece(" "),
            Piece(column(name, NAME), "dim"),
            Piece(words, ink),
            Piece(" " * (value + 2 - width(words))),
            Piece(column(why, max(1, cells - NAME - value - 3)), "accent" if said.by_hand else "dim"),
        ]

    def action_step(self, by: int) -> None:
        self.rows.step(by)

    def action_page(self, by: int) -> None:
        self.rows.page(by)

    def action_change(self) -> None:
        """Asks what is right instead of what is under the cursor."""
        said = self._pointed
        if said is None:
            return
        signal = "countries" if said.signal == "mentioned" else said.signal
        if signal not in OVERRULED:
            self.action_wrong()
        elif signal == "kind":
            self._ask_kind()
        elif signal in ("language", "deadlines"):
            self._ask_line(signal)
        else:
            self._ask_names(signal)

    def action_find(self) -> None:
        """Closes this and gives the query for what is under the cursor."""
        said = self._pointed
        if query := alike(said, self._item) if said else "":
            self.dismiss(query)
        else:
            self.tell(NO_FIELD, warm=True)

    def action_open(self) -> None:
        """Opens the earlier post under the cursor in the browser."""
        said = self._pointed
        if said and said.signal == "covered":
            open_post(self, self._send, self._desk.covered.get(int(said.value)).get("url", ""))
        else:
            self.tell(NO_POST, warm=True)

    def action_wrong(self) -> None:
        """Says that what is under the cursor is wrong, or right after all."""
        said = self._pointed
        if said is None or not said.value:
            self.tell(NOTHING, warm=True)
            return
        if said.finding:
            decide = self._desk.decisions.restore if said.overruled else self._desk.decisions.dismiss
            self._decide(partial(decide, [self._item], [said.finding]))
            return
        if said.signal not in OVERRULED:
            self.tell(BY_OTHER_KEYS[said.signal], warm=True)
            return
        held = self._held(said.signal)
        values = [value for value in held if value != said.value] if said.value in held else [*held, said.value]
        self._overrule(said.signal, values[-1:] if said.signal in ONE else values)

    def action_reset(self) -> None:
        """Leaves the signal under the cursor to the rules again."""
        said = self._pointed
        if said and said.signal in OVERRULED:
            self._decide(partial(self._desk.decisions.reset, [self._item], said.signal))
        elif said and said.finding:
            self._decide(partial(self._desk.decisions.restore, [self._item], [said.finding]))

    def action_undo(self) -> None:
        """Takes back the last change made in this window, and none made before it."""
        if not self._changes:
            self.tell(NO_MORE, warm=True)
            return
        self._decide(self._desk.decisions.undo, by=-1)

    def _held(self, signal: str) -> list[str]:
        holds = [one for one in self._said if one.signal == signal and not one.overruled]
        return [one.value for one in holds if one.value]

    def _overrule(self, signal: str, values: Sequence[str]) -> None:
        self._decide(partial(self._desk.decisions.overrule, [self._item], signal, values))

    def _decide(self, decide: Callable[[], Outcome], *, by: int = 1) -> None:
        try:
            self._take(decide(), by)
        except HrdError as error:
            self.tell(f"{error.title} {error.detail}".strip(), warm=True)
            self._read()

    def _take(self, outcome: Outcome, by: int = 1) -> None:
        """Tells what came of a decision, and shows what is found now; `by` is how many more there are to undo."""
        if outcome.items:
            self._changes += by
        self.tell(named(outcome.label, self._desk.lists))
        self._read()

    def _ask_kind(self) -> None:
        from hrd_tui.signals.kind import KINDS
        from hrd_tui.tui.dialogs.picker import Option, Picker

        def chosen(kind: str | None) -> None:
            if kind:
                self._overrule("kind", [kind] if kind in KINDS else [])

        kinds = [Option(kind, words) for kind, words in KINDS.items()]
        self.app.push_screen(Picker("Kind", [*kinds, Option("none", "none of these", ink="dim")]), chosen)

    def _ask_line(self, signal: str) -> None:
        from hrd_tui.tui.dialogs.prompt import Prompt

        def take(text: str, prompt: Prompt) -> None:
            values = text.replace(",", " ").split()
            try:
                outcome = self._desk.decisions.overrule([self._item], signal, values)
            except HrdError as error:
                prompt.refuse(error)
                return
            prompt.done()
            self._take(outcome)

        title, example = ("Language", "en") if signal == "language" else ("Deadlines", "2026-03-06, 2026-04-01")
        placeholder = f"{example}; empty for none"
        value = ", ".join(self._held(signal))
        self.app.push_screen(Prompt(title, placeholder, take, value=value, may_be_empty=True))

    def _ask_names(self, signal: str) -> None:
        from hrd_tui.tui.dialogs.terms import TermsDialog

        def chosen(values: list[str] | None) -> None:
            if values is not None:
                self._overrule(signal, values)

        holds = [one.words for one in self._said if one.signal == signal and not one.overruled and one.value]
        self.app.push_screen(TermsDialog(NAMES[signal].capitalize(), holds, self._known(signal)), chosen)

    def _known(self, signal: str) -> list[str]:
        lists = self._desk.lists
        if signal == "countries":
            return sorted(map(lists.country, lists.gazetteer.codes))
        if signal == "people":
            register = [person.name for person in self._desk.people.list(archived=False)]
            return list(dict.fromkeys([*register, *(entry.name for entry in lists.names.people_list.entries)]))
        return sorted(entry.name for entry in lists.names.organisations_list.entries)
