"""Keys one after the other: a key waits until all that the one before it set off is done.

Textual hands keys to the widget that has the focus when they arrive, so that what is typed right behind a key that
opens a dialog goes astray, or counts as commands (measured: "t" and a tag, sent in one burst, lost the tag).
"""

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

LONGEST_WAIT = 1.0
"""Seconds after which the next key goes ahead although nothing was heard of the one before it."""


ROUNDS = 2
"""A key may post a message that does its work (Enter in a field: Submitted, then the dialog closes); so what follows it
goes round once behind the key and once behind that message."""


class Settled(Message):
    """Follows a key through the same queues: when it reaches the app, that key has been dealt with on `screen`."""

    def __init__(self, screen: Screen[Any], key: int, round: int) -> None:
        super().__init__()
        self.screen = screen
        self.key = key
        self.round = round


Step = Callable[[], events.Key | None]
"""Does something, or gives a key to be dealt with as if it were typed."""


class Typeahead(App[None], inherit_bindings=False):
    """An app that takes its keys in order."""

    def __init__(self, *, ansi_color: bool = False) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key] = deque()
        self._steps: deque[Step] = deque()
        self._since: float | None = None
        self._taken = 0
        self._line: Widget | None = None  # the line that the last key was a letter for
        self._late: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if self.interrupted(event):
            return
        self._typed.append(event)
        if not self._waiting() or self._goes_on():
            await self._take()
        self._watch()

    def _goes_on(self) -> bool:
        """Whether what is typed next goes where the letter before it went, whatever that one set off: a search in
        100,000 items is done once for letters that come quickly, and not for each of them.
        """
        into_line = self._line is not None and self.focused is self._line
        return into_line and not self._steps and bool(self._typed) and self._typed[0].is_printable

    def _watch(self) -> None:
        if (self._typed or self._steps) and self._late is None:
            self._late = self.set_timer(LONGEST_WAIT, self._overdue)

    def interrupted(self, event: events.Key) -> bool:
        """Whether a key ends what is going on and waits for nothing."""
        return False

    def follow_with(self, steps: Iterable[Step]) -> None:
        """Has steps done, each as a key that waits for the one before, ahead of all that is typed; none: no more."""
        self._steps = deque(steps)

    def _waiting(self) -> bool:
        return self._since is not None and time.monotonic() - self._since < LONGEST_WAIT

    async def _overdue(self) -> None:
        self._late = None
        if (self._typed or self._steps) and not self._waiting():
            await self._take()
        self._watch()

    def pop_screen(self) -> AwaitComplete:
        """Closes the screen on top; what follows a key is lost with the queues of that screen and sent anew."""
        closing = super().pop_screen()
        if self._since is not None and self.screen_stack:
            self._follow()
        return closing

    async def _take(self) -> None:
        self._since = time.monotonic()
        self._taken += 1
        await self._take_one()
        while self._goes_on():
            await self._take_one()
        self._follow()
        self._watch()

    async def _take_one(self) -> None:
        event = self._steps.popleft()() if self._steps else self._typed.popleft()
        self._line = None
        if event is not None and not self.takes(event):
            if event.is_printable and isinstance(self.focused, Input):
                self._line = self.focused
            await super().on_event(event)

    def takes(self, event: events.Key) -> bool:
        """Whether a key is dealt with here, so that no widget gets it."""
        return False

    def _follow(self, round: int = 1) -> None:
        (self.screen.focused or self.screen).post_message(Settled(self.screen, self._taken, round))

    async def on_settled(self, message: Settled) -> None:
        """Goes on with the next key, once the screen that the last one opened is up."""
        if self._since is None or message.key != self._taken or not self.screen_stack:
            return
        if message.screen is not self.screen:
            self._follow()
            return
        if message.round < ROUNDS:
            self._follow(message.round + 1)
            return
        self._since = None
        if self._typed or self._steps:
            await self._take()
