"""An app whose keys are commands of the room on top, alone, in sequences, with a count, recorded and played."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.events import Key

from hrd_tui.commands import BY_ID
from hrd_tui.desk.macros import Macros, is_name
from hrd_tui.errors import HrdError
from hrd_tui.keymap import Keys
from hrd_tui.keynames import shown
from hrd_tui.text.cells import width
from hrd_tui.text.counted import counted
from hrd_tui.tui.bars import key_of
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.keys import COUNTING, Keyboard, lost
from hrd_tui.tui.macros import Recording, Stage, playing, told, typing
from hrd_tui.tui.pieces import Line, Piece, wide
from hrd_tui.tui.room import Room
from hrd_tui.tui.typeahead import Step, Typeahead

AGAIN = "at"
TURNING = frozenset(["undo", "redo", "undo-rules"])
"""Commands that take back or decide again, so that more or fewer steps can be undone than were told."""
MODIFIER = re.compile(r"(left|right)_(shift|control|alt|super|hyper|meta)|iso_level\d_shift|(caps|num|scroll)_lock")
"""Keys that go with others, as terminals name them that tell of each key: kitty's keyboard protocol, functional keys
(https://sw.kovidgoyal.net/kitty/keyboard-protocol/#functional-key-definitions).
"""
CANCELS = (Piece("Esc", "key"), Piece(" cancels", "dim"))


class Keyed(Typeahead, inherit_bindings=False):
    """Reads keys with a keymap; macros are kept in a folder."""

    def __init__(self, keys: Keys, folder: Path, *, ansi_color: bool = False) -> None:
        super().__init__(ansi_color=ansi_color)
        self.keys = keys
        self.keyboard = Keyboard(keys)
        self.macros = Macros(folder)
        self.recording: Recording | None = None
        self.heard: Callable[[str], None] | None = None  # of each command whose key is pressed, first
        self.playing = ""
        self._last_played = ""
        self._next: tuple[Callable[[Key], None], Callable[[], None]] | None = None
        self._next_is_step = False
        self._first = self.keyboard.first
        for key in sorted(self._first):
            self.bind(key, f"key('{key}')", show=False)

    @property
    def decided(self) -> int:
        """How many decisions were made so far."""
        raise NotImplementedError

    def ask_key(
        self, line: Line, take: Callable[[Key], None], drop: Callable[[], None] = lambda: None, *, step: bool = True
    ) -> None:
        """Hands the next key to `take`; Escape does what `drop` says. The bottom line tells what may be pressed.

        The key is a step of a macro that is being recorded, unless `step` is false.
        """
        if isinstance(self.screen, Room):
            self._next = (take, drop)
            self._next_is_step = step
            self.screen.bottom.wait([*line, *CANCELS])

    def takes(self, event: Key) -> bool:
        """A key that was asked for, or that follows others, is theirs, whatever it means by itself."""
        room = self.screen
        if self.recording and not self.playing and (typing(room) if self._next is None else self._next_is_step):
            self.recording.key(event)
        if self._next is not None:
            (take, drop), self._next = self._next, None
            leaves = event.key in self.keys["quit-now"]
            if isinstance(room, Room) and event.key != "escape" and not leaves:
                room.bottom.wait()
                room.trying(partial(take, event))
                return True
            drop()
            if isinstance(room, Room):
                room.bottom.wait()
                return not leaves
        if not self.keyboard.waiting:
            return False
        if not isinstance(room, Room):
            self.keyboard.forget()
            return False
        self.action_key(event.key)
        return True

    def action_key(self, key: str) -> None:
        """Does what a key means in the room whose screen is on top, after the keys pressed before it."""
        room = self.screen
        if not isinstance(room, Room):
            return
        meaning = self.keyboard.press(key, room.room)
        room.bottom.wait(self.keyboard.line(room.room, room.size.width) if self.keyboard.waiting else ())
        if meaning.command:
            if self.recording and not typing(room):
                self.recording.command(meaning.command, meaning.count)
            if self.heard:
                self.heard(meaning.command)
            room.command(meaning.command, meaning.count)
        elif meaning.told:
            self._say_lost(room, meaning.told)

    def on_key(self, event: Key) -> None:
        """Says so of a key that nothing on the screen takes; a modifier by itself means nothing anywhere."""
        if event.key in self._first:
            # Textual gathers the keys of all that has the focus anew each time it is asked: 12 % of a cursor move.
            return
        room, bare = self.screen, event.key.rpartition("+")[2]
        if not isinstance(room, Room) or typing(room) or MODIFIER.fullmatch(bare) or event.key in room.active_bindings:
            return
        sign = event.character if event.is_printable and bare == event.key else None
        self._say_lost(room, lost(sign or shown(event.key)))

    def _say_lost(self, room: Room, told: str) -> None:
        if room.notice.display:
            # What went wrong is not to go, unread, for a slip; the notice names the key that closes it.
            return
        more = f"{told} {DOT} {key_of(self.keys, 'help')} lists the keys"
        room.say(more if self.keys["help"] and width(more) <= room.bottom.room else told)

    def record(self, room: Room) -> None:
        """Asks for a letter and records what is pressed from then on, or keeps what was."""
        if self.recording is None:
            line = [Piece(f" {key_of(self.keys, 'record')} …  ", "bold"), Piece("a letter to record under  ", "dim")]
            if self.keys["quit-now"] and set(BY_ID["quit"].keys) & set(self.keys["record"]):
                # Who took this key for the one that leaves learns which one does.
                line += [Piece(key_of(self.keys, "quit-now"), "key"), Piece(" leaves  ", "dim")]
            self.ask_key(line, partial(self._begin, room), step=False)
            return
        recorded, self.recording = self.recording, None
        room.bottom.mark("")
        if not recorded.steps:
            room.say("Nothing was recorded")
            return
        self.macros.keep(recorded.name, recorded.steps)
        full = ", of which no more had room" if recorded.full else ""
        play = f"{key_of(self.keys, 'play')} {recorded.name}"
        room.say(f"Recorded {recorded.name}: {counted(len(recorded.steps), 'step')}{full} {DOT} {play} plays them")

    def _begin(self, room: Room, event: Key) -> None:
        if not is_name(event.key):
            room.say(f"{shown(event.key)} is no letter")
            return
        self.recording = Recording(event.key)
        room.bottom.mark(f"recording {event.key} {DOT} {key_of(self.keys, 'record')} stops")

    def play(self, room: Room, count: int = 0) -> None:
        """Asks for the letter of a macro and plays it, so many times; the key of this again plays the last one."""
        known = self.macros.known()
        line = [Piece(f" {f'{count} ' if count else ''}{key_of(self.keys, 'play')} …  ", "bold")]
        if not known:
            line.append(Piece(f"no macro yet: {key_of(self.keys, 'record')} and a letter records one  ", "dim"))
        for name, steps in known.items():
            one = [Piece(name, "key"), Piece(f": {told(steps)}  ", "dim")]
            if wide(line) + wide(one) + wide(CANCELS) > room.size.width:
                line.append(Piece("…  ", "dim"))
                break
            line += one
        # Without any macro, too: the letter that is typed for one is no command.
        self.ask_key(line, partial(self._play, room, count), step=False)

    def _play(self, room: Room, count: int, event: Key) -> None:
        again = event.key in (AGAIN, *self.keys["play"]) and self._last_played
        name = self._last_played if again else event.key
        if not is_name(name):
            room.say(f"{shown(name)} is no letter")
            return
        steps = self.macros.steps(name, count)
        self._last_played = name
        if self.recording:
            self.recording.play(name, count)
        self.playing = name
        turned = any(step.what in TURNING for step in steps)
        stage = Stage(lambda: self.screen, lambda: self._next is not None, self._stop)
        self.follow_with([*playing(steps, stage), partial(self._finished, self.decided, turned)])

    def _finished(self, before: int, turned: bool) -> None:
        """Tells what a macro did, and how that is taken back; not by a count where it `turned` decisions itself."""
        from hrd_tui.tui.actions.decide import MOST_TURNED

        name, self.playing = self.playing, ""
        made, room, key = self.decided - before, self.screen, key_of(self.keys, "undo")
        if not isinstance(room, Room):
            return
        counts = self.keys["undo"] and room.room in COUNTING and made <= MOST_TURNED and not turned
        undo = f"{made} {key} takes them back" if counts and made > 1 else f"{key} takes the last one back"
        room.say(f"Played {name}: {counted(made, 'decision')}{f' {DOT} {undo}' if made else ''}")

    def _stop(self, why: str, *first: Step) -> None:
        """Leaves out what is left of the macro, and says so behind what its last step still says."""
        name, self.playing = self.playing, ""
        self.follow_with([*first, partial(self._stopped, name, why)])

    def _stopped(self, name: str, why: str) -> None:
        if isinstance(self.screen, Room):
            self.screen.complain(HrdError(f"Macro {name} stopped", f"{why}. What was done until then stays."))

    def interrupted(self, event: Key) -> bool:
        if self.playing and event.key == "escape":
            # What the macro had opened is closed by the same key.
            self._stop("Escape was pressed", lambda: event if typing(self.screen) else None)
            return True
        return False

    def on_room_complained(self, event: Room.Complained) -> None:
        """What goes wrong ends a macro: its next keys were meant for what did not come."""
        if self.playing:
            self.playing = ""
            self.follow_with(())
