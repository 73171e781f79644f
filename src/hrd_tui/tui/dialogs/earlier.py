"""Earlier posts that a dialog lists, opened in the browser."""

from collections.abc import Callable
from typing import Any

from hrd_tui.errors import HrdError
from hrd_tui.tui.dialogs.dialog import Dialog

Send = Callable[[str], str]
"""Opens an address and gives what to say of it. Raises HrdError."""
NO_ADDRESS = "This earlier post has no address"


def open_post(dialog: Dialog[Any], send: Send, address: str) -> None:
    """Opens the address of a post, and tells behind the title of the dialog what became of it."""
    try:
        dialog.tell(send(address) if address else NO_ADDRESS, warm=not address)
    except HrdError as error:
        dialog.tell(f"{error.title} {error.detail}".strip(), warm=True)
