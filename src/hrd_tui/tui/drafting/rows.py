"""The rows of a draft: its head, its parts and the sources that close it; pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hrd_tui.copydesk.draft import ATTRIBUTION, EDITOR, LEAD, SOURCE, TEXT, Draft, Part
from hrd_tui.copydesk.shown import closing
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS
from hrd_tui.tui.article_layout import block_lines, prefix
from hrd_tui.tui.glyphs import ALTERED, BAR, DOT
from hrd_tui.tui.pieces import Line, Piece, column, short
from hrd_tui.tui.wrap import hang, wrap

HEADLINE, CATEGORIES, TAGS, DEADLINE, PART, CLOSING = "headline", "categories", "tags", "deadline", "part", "source"
LABEL = 11
WHOSE = 5
OWN = 2
LEAST_TEXT = 12
YOU = "you"
CUT = "…"

Altered = Callable[[Part], Sequence[Piece]]


@dataclass(frozen=True, slots=True)
class Place:
    """What a row stands for: a field of the head, part `number`, or source `number` among those that close the post."""

    kind: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its label and the word below it, whose words it holds, and the words.

    `block` is the words of a part; `pieces` are there instead where some words are marked.
    """

    place: Place
    label: str
    whose: str = ""
    below: str = ""
    block: Block | None = None
    pieces: tuple[Piece, ...] = ()
    cut: bool = False


def rows(draft: Draft, altered: Altered) -> list[Row]:
    """All rows of a draft; `altered` marks what differs in a part whose words the editor changed."""
    return [*_head(draft), *(_part(at, part, altered) for at, part in enumerate(draft.body)), *_closing(draft)]


def _head(draft: Draft) -> list[Row]:
    between = f" {DOT} "

    def field(kind: str, words: str, ink: str) -> Row:
        pieces = Piece(words or "none yet", ink if words else "dim")
        return Row(Place(kind), kind, pieces=(pieces,))

    found = [
        field(HEADLINE, clean(draft.title, line=True), "title"),
        field(CATEGORIES, clean(between.join(draft.categories), line=True), "text"),
        field(TAGS, clean(between.join(draft.tags), line=True), "text"),
    ]
    if draft.deadline:
        day = Piece(f"{draft.deadline.day} {MONTHS[draft.deadline.month - 1]} {draft.deadline.year}")
        doubt = () if draft.deadline_sure else (Piece(f"{between}not looked up yet", "warm"),)
        found.append(Row(Place(DEADLINE), DEADLINE, pieces=(day, *doubt)))
    return found


def _closing(draft: Draft) -> list[Row]:
    numbers = {ref.url: number for number, ref in enumerate(draft.sources)}
    found = []
    for block in closing(draft):
        number = numbers[block.spans[0].href]
        name = clean(draft.sources[number].publisher, line=True)
        told = (Piece(f"{name} {DOT} " if name else "", "text"), Piece(clean(block.text, line=True), "dim"))
        found.append(Row(Place(CLOSING, number), "source", f"[{number + 1}]", pieces=told))
    return found


def _part(at: int, part: Part, altered: Altered) -> Row:
    own = part.source == EDITOR
    whose = YOU if own else f"[{part.source + 1}]" + (ALTERED if part.changed else "")
    below = clean(part.speaker, line=True) if not own else ""
    pieces = tuple(altered(part)) if part.changed and not own and not part.block.rows else ()
    return Row(Place(PART, at), "cut" if part.cut else _label(part), whose, below, part.block, pieces, part.cut)


def _label(part: Part) -> str:
    if part.role == SOURCE:
        return "source"
    if part.role not in (TEXT, LEAD):
        return "credit" if part.role == ATTRIBUTION else part.role.replace("-", " ")
    if part.role == TEXT and part.speaker:
        return "quote"
    kinds = {PARAGRAPH: "text", HEADING: "heading", LIST_ITEM: "list"}
    return "lead" if part.role == LEAD else kinds.get(part.block.kind, part.block.kind)


def lay(row: Row, cells: int) -> list[Line]:
    """The lines of a row, at most `cells` wide: label and speaker, whose words, then the words themselves."""
    own = row.whose == YOU
    room = max(LEAST_TEXT, cells - LABEL - WHOSE - (OWN if own else 0))
    lines = _words(row, room)
    bar = [Piece(f"{BAR} ", "accent")] if own else []
    told: list[Line] = []
    for number, line in enumerate(lines):
        name = row.label if number == 0 else row.below if number == 1 and not row.cut else ""
        whose = row.whose if number == 0 else ""
        told.append(
            [
                Piece(column(name, LABEL - 1) + " ", "dim"),
                Piece(column(whose, WHOSE - 1) + " ", _whose_ink(row)),
                *bar,
                *line,
            ]
        )
    return told


def _whose_ink(row: Row) -> str:
    return "dim" if row.cut else "key" if row.whose == YOU else "warm" if ALTERED in row.whose else "accent"


def _words(row: Row, room: int) -> list[Line]:
    if row.cut and row.block is not None:
        words = short(row.block.text, room - 2)
        return [[Piece(words, "struck"), Piece("" if words.endswith(CUT) else f" {CUT}", "dim")]]
    if row.block is None:
        return list(wrap(list(row.pieces), room))
    if row.pieces:
        first, rest = prefix(row.block)
        lines: list[Line] = list(hang(first, rest, list(row.pieces), room))
    else:
        lines = block_lines(row.block, room, {})
    if not any(width(piece.text) for line in lines for piece in line):
        lines = [[Piece("nothing written yet", "dim")]]
    lines = [[Piece(text, _ink(ink, row)) for text, ink in line] for line in lines]
    if row.below and len(lines) == 1:
        lines.append(())
    return lines


def _ink(ink: str, row: Row) -> str:
    """Italics are the editor's here: the emphasis of a source does not come into the post."""
    if ink in ("em", "bold", "text") and not (row.block and row.block.kind == HEADING):
        return "em" if row.whose == YOU else "text"
    return ink


def gap(before: Row, row: Row, airy: bool) -> int:
    """The empty lines between two rows: none in the head, between entries of a list and between what is cut."""
    parts = (PART, CLOSING)
    if before.place.kind not in parts and row.place.kind not in parts:
        return 0
    if before.place.kind not in parts:
        return 1
    listed = before.block and row.block and before.block.depth and row.block.depth and row.block.marker
    together = (before.cut and row.cut) or before.place.kind == row.place.kind == CLOSING or listed
    return 0 if together or not airy else 1


def words(draft: Draft) -> int:
    """How many words of the parts stand in the post."""
    return sum(len(part.block.text.split()) for part in draft.body if not part.cut)
