"""Keys one after the other: a key waits until all that the one before it set off is done.

Textual hands keys to the widget that has the focus when they arrive, so that what is typed right behind a key that
opens a dialog goes astray, or counts as commands (measured: "t" and a tag, sent in one burst, lost the tag).
"""

import time
from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

LONGEST_WAIT = 1.0
"""Seconds after which the next key goes ahead although nothing was heard of the one before it."""


class Settled(Message):
    """Follows a key through the same queues: when it reaches the app, the key has been dealt with on `screen`."""

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__()
        self.screen = screen


class Typeahead(App[None], inherit_bindings=False):
    """An app that takes its keys in order."""

    def __init__(self, *, ansi_color: bool = False) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key] = deque()
        self._since: float | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._since is not None and time.monotonic() - self._since < LONGEST_WAIT:
            self._typed.append(event)
        else:
            await self._take(event)

    async def _take(self, key: events.Key) -> None:
        self._since = time.monotonic()
        await super().on_event(key)
        self._follow()

    def _follow(self) -> None:
        (self.screen.focused or self.screen).post_message(Settled(self.screen))

    async def on_settled(self, message: Settled) -> None:
        if message.screen is not self.screen:
            # The key opened or closed a screen: that one must be up before it is typed into.
            self._follow()
            return
        self._since = None
        if self._typed:
            await self._take(self._typed.popleft())
