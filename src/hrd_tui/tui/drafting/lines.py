"""The lines round the panes of the Draft screen; pure."""

from dataclasses import dataclass

from hrd_tui.copydesk.draft import Draft
from hrd_tui.text.clean import clean
from hrd_tui.text.counted import counted
from hrd_tui.tui.drafting.rows import words
from hrd_tui.tui.glyphs import DOT
from hrd_tui.tui.layout import WIDE
from hrd_tui.tui.pieces import Piece, short, spread, wide


def top_line(draft: Draft, kind: str, remarks: int | None, clock: str, cells: int) -> list[Piece]:
    """Headline, kind, sources, words, and how much there is to look at (None while that is being found out)."""
    sources = len(draft.sources)
    facts = [kind if cells >= WIDE else "", counted(sources, "source"), f"{words(draft)} words"]
    told = [Piece(f" {DOT} ".join(clean(fact, line=True) for fact in facts if fact), "dim")]
    if remarks:
        told.append(Piece(f" {DOT} {remarks} to look at", "warm"))
    right = [*told, Piece(f"    {clock} ", "dim")]
    left = [Piece(" hrd  ", "key"), Piece(" Draft  ", "dim")]
    room = cells - wide(left) - wide(right) - 2
    if room < 12:
        right = [*told, Piece(" ")]
        room = cells - wide(left) - wide(right) - 2
    return spread([*left, Piece(short(draft.title, max(0, room)), "bold")], right, cells)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a draft stands outside: its file's name, whether the file is what would be written now, and WordPress."""

    file: str = ""
    current: bool = False
    sent: bool = False

    def told(self) -> str:
        """In words."""
        file = (self.file if self.current else f"{self.file}, changed since") if self.file else "not written yet"
        return f"{file}{f' {DOT} on WordPress' if self.sent else ''}"


def heading(title: str, told: str, right: str, cells: int, focused: bool) -> list[Piece]:
    """The heading of a pane: its name, a few words, and something at its right end."""
    end = [Piece(f" {right} ", "dim")]
    left = [Piece(f" {title}", "heading" if focused else "bold")]
    room = cells - wide(left) - wide(end) - 3
    return spread([*left, Piece("  "), Piece(short(told, room), "dim")] if room > 8 else left, end, cells)
