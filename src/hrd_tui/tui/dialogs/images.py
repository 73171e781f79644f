"""The pictures of an article, loaded one after the other while they are looked at; and the question before that."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding
from textual.widget import Widget

from hrd_tui.desk.pixels import Pixels
from hrd_tui.errors import HrdError
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted
from hrd_tui.text.pictures import Picture
from hrd_tui.tui.dialogs.dialog import Dialog
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.pictureview import PictureView
from hrd_tui.tui.room import Room
from hrd_tui.tui.words import Words

ONCE, ALWAYS = "once", "always"
LOADING = "Loading …"
NO_WORDS = "The article has no words for it."


class AskHost(Dialog[str]):
    """Asks whether a host may learn that the article is read; ONCE, ALWAYS, or None for no."""

    BINDINGS: ClassVar = [Binding("y", "answer('once')"), Binding("a", "answer('always')"), Binding("n", "cancel")]
    title_text = "Load images?"
    keys_told = (("y", "once"), ("a", "always for this host"), ("n", "no"))

    def __init__(self, host: str, count: int) -> None:
        super().__init__(classes="-small")
        images = counted(count, "image")
        self._words = Words(f"Load {images} from {host}? It learns your address, and that you look at this article.")

    def content(self) -> Iterable[Widget]:
        yield self._words

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer)


class ImagesDialog(Dialog[None]):
    """Pictures one by one, each with its words; what is not there yet is loaded as long as the dialog is open.

    `load` is called in threads, one picture at a time; `forbid` takes the permission of a host back and says what came
    of it.
    """

    BINDINGS: ClassVar = [
        Binding("n,right,l,down,j,space", "step(1)"),
        Binding("p,left,h,up,k,backspace", "step(-1)"),
        Binding("x", "forbid"),
        Binding("q,i", "cancel"),
    ]
    keys_told = (("n p", "next, previous"), ("x", "ask again for this host"), ("Esc", "close"))

    def __init__(
        self,
        room: Room,
        pictures: Sequence[Picture],
        load: Callable[[Picture], Pixels],
        forbid: Callable[[str], str],
        protocol: str,
    ) -> None:
        super().__init__()
        self._room = room
        self._pictures = pictures
        self._load = load
        self._forbid = forbid
        self._loaded: dict[int, Pixels | HrdError] = {}
        self._at = 0
        self._told = ""
        self._view = PictureView(protocol, room)
        self._words = Words(id="alt")
        self._words.can_focus = False

    def content(self) -> Iterable[Widget]:
        yield self._view
        yield self._words

    def on_mount(self) -> None:
        self._show()
        self._next()

    def _next(self) -> None:
        """Loads the picture in sight, else the next one that is not there."""
        count = len(self._pictures)
        wanted = [place % count for place in range(self._at, self._at + count) if place % count not in self._loaded]
        if wanted:
            place = wanted[0]
            took = partial(self._take, place)
            self._room.beside(partial(self._load, self._pictures[place]), took, took)

    def _take(self, place: int, loaded: Pixels | HrdError) -> None:
        self._loaded[place] = loaded
        if self.is_attached:
            if place == self._at:
                self._show()
            self._next()

    def _show(self) -> None:
        picture, loaded = self._pictures[self._at], self._loaded.get(self._at)
        self.title_text = f"Image {self._at + 1} of {len(self._pictures)}"
        shown = loaded if isinstance(loaded, Pixels) else None
        size = f" {DOT} {shown.width} × {shown.height}" if shown else ""
        self.title_detail = self._told or f"{picture.host}{size}"
        self.tell(self.title_detail)
        said = clean(f"{loaded.title}. {loaded.detail}", line=True) if isinstance(loaded, HrdError) else LOADING
        self._view.show(shown, said)
        self._words.say(picture.words or NO_WORDS)

    def action_step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pictures)
        self._told = ""
        self._show()

    def action_forbid(self) -> None:
        self._told = self._forbid(self._pictures[self._at].host)
        self._show()
