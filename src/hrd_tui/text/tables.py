"""Tells tables of data from tables that only lay out a page, as newsletters use them."""

from dataclasses import dataclass, field, replace

from hrd_tui.text.blocks import MAX_DEPTH, MAX_QUOTE, PARAGRAPH, TABLE, Block, Cell, Span

MAX_CELL = 300


@dataclass(slots=True)
class TableMarks:
    """Where the cells of each row begin among the blocks; `layout` when a table stands inside."""

    rows: list[list[int]] = field(default_factory=list)
    layout: bool = False


def table_block(blocks: list[Block], marks: TableMarks, quote: int, depth: int) -> None:
    """Puts one table block in place of its cells' blocks; a layout table's blocks stay as they are.

    Data has two rows and two columns at least, and nothing but short paragraphs in its cells.
    """
    rows = [row for row in marks.rows if row]
    if marks.layout or len(rows) < 2 or max(len(row) for row in rows) < 2:
        return
    starts = [start for row in rows for start in row]
    ends = iter([*starts[1:], len(blocks)])
    cells = []
    for row in rows:
        contents = [blocks[start : next(ends)] for start in row]
        if not all(_is_short(content) for content in contents):
            return
        cells.append(tuple(_cell(content) for content in contents))
    if starts[0] < len(blocks):
        del blocks[starts[0] :]
        blocks.append(Block(TABLE, rows=tuple(cells), quote=min(quote, MAX_QUOTE), depth=min(depth, MAX_DEPTH)))


def _is_short(content: list[Block]) -> bool:
    return all(block.kind == PARAGRAPH for block in content) and sum(len(block.text) for block in content) <= MAX_CELL


def _cell(content: list[Block]) -> Cell:
    spans: list[Span] = []
    for block in content:
        if spans:
            spans.append(Span(" "))
        spans += [replace(span, text=span.text.replace("\n", " ")) for span in block.spans]
    return tuple(spans)
