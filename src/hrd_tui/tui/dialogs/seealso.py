"""An address to refer to: one of the blog's earlier posts, or one that is typed."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.widgets import Input

from hrd_tui.desk.covered import Earlier
from hrd_tui.tui.dialogs.earlier import Send, open_post
from hrd_tui.tui.dialogs.picker import Option, Picker

LOOKING = "Looking for earlier posts …"
NONE = (
    "No earlier post is near this; type or paste an address. Earlier posts come from the archive of your blog: "
    "hrd archive import FILE, or its address."
)


class SeeAlsoPicker(Picker):
    """Earlier posts under a line for an address; gives an address. `offer_posts` puts the posts in."""

    BINDINGS: ClassVar = [Binding("ctrl+o", "open", priority=True)]
    keys_told = (("Enter", "refer to it"), ("↑ ↓", "move"), ("Ctrl+O", "open in browser"), ("Esc", "close"))
    prompt = "an address, or words of an earlier post"
    nothing = "No earlier post fits; an address can be typed or pasted"
    none = LOOKING
    below = 2

    def __init__(self, send: Send) -> None:
        super().__init__("See also", [])
        self._send = send
        self._why: dict[str, str] = {}

    def offer_posts(self, posts: Sequence[Earlier]) -> None:
        """Shows the posts found."""
        self._why = {post.url: f"{post.url}\n{post.why}" for post in posts}
        self.none = NONE
        self.fill([Option(post.url, post.title or post.url, aside=post.date, also=post.url) for post in posts])

    def sentence(self, key: str) -> str:
        return self._why.get(key, "")

    def action_open(self) -> None:
        """Opens the post under the cursor in the browser."""
        if self.rows.key is not None:
            open_post(self, self._send, self.rows.key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        typed = event.value.strip()
        event.prevent_default()
        self.dismiss(typed if "://" in typed else self.rows.key or typed or None)
