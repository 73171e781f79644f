"""Block markdown: paragraphs, headings, nested lists, quotations, code and tables out of flat blocks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrd_tui.copydesk.escape import Markdown, inline
from hrd_tui.copydesk.pieces import Markup
from hrd_tui.text.blocks import CODE, HEADING, RULE, TABLE, Block, Cell, Span

_BULLET = "-"
_EM_SPACE = "\u2003"
_FENCE = re.compile(r"`{3,}")
_CLOSING = re.compile(r"(?<!\\)#(?=#*$)")
_ESCAPED_SIGN = r"\\#"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An open list entry: its depth, how far its text is indented, its number, and the sign behind it or _BULLET."""

    depth: int
    column: int
    number: int = 0
    sign: str = _BULLET


def body(blocks: Sequence[Block], extra: str = "", heading: int = 2, *, tables: bool = False) -> Markdown:
    """The blocks as CommonMark. Entries of one list follow each other without an empty line between them.

    `extra` are further signs to escape; code that has one of them becomes lines, since nothing can be escaped in it.
    All headings are of the level `heading`. With `tables` tables are those of GitHub, else lines.
    """
    written: list[str] = []
    entries: list[_Entry] = []
    quote = 0
    before: _Entry | None = None
    for block in blocks:
        text = _table(block, extra) if tables and _is_table(block) else _content(block, extra, heading)
        if not text:
            continue
        between = "\n" + ">" * quote + "\n" if block.quote == quote else "\n\n"
        if block.quote != quote or not block.depth:
            entries, quote, before = [], block.quote, None
        entry = _enter(block, entries) if block.marker else None
        while entries and entries[-1].depth > block.depth:
            entries.pop()
        column = entries[-1].column if entries else 0
        text = text.replace("\n", "\n" + " " * column)
        text = _marked(text, entry, entries) if entry else " " * column + text
        tight = entry and before and (entry.depth, entry.sign) == (before.depth, before.sign)
        written += ["" if not written else "\n" if tight else between, _quoted(text, quote)]
        before = entry
    return Markdown("".join(written))


def markup(extra: str = "", *, tables: bool = False) -> Markup:
    """Markdown as the markup of templates, with `extra` signs escaped, and tables as `body` has them."""
    return Markup(
        "md",
        lambda blocks, heading: body(blocks, extra, heading, tables=tables),
        lambda spans: Markdown(inline(spans, one_line=True, extra=extra)),
    )


def _enter(block: Block, entries: list[_Entry]) -> _Entry:
    """Opens the block's list entry and closes those it does not stand in."""
    sibling = None
    while entries and entries[-1].depth >= block.depth:
        last = entries.pop()
        sibling = last if last.depth == block.depth else None
    outer = entries[-1].column if entries else 0
    if not block.marker[:1].isdecimal():
        entry = _Entry(block.depth, outer + 2)
    else:
        number = int(block.marker.rstrip("."))
        sign = "."
        if sibling and sibling.sign != _BULLET:
            # A list goes on counting by itself; another sign starts a new one.
            follows = number == sibling.number + 1
            sign = sibling.sign if follows else ")" if sibling.sign == "." else "."
        entry = _Entry(block.depth, outer + len(f"{number}{sign} "), number, sign)
    entries.append(entry)
    return entry


def _marked(text: str, entry: _Entry, entries: list[_Entry]) -> str:
    outer = entries[-2].column if len(entries) > 1 else 0
    number = "" if entry.sign == _BULLET else entry.number
    return f"{' ' * outer}{number}{entry.sign} {text}"


def _quoted(text: str, quote: int) -> str:
    return "\n".join("> " * quote + line if line else ">" * quote for line in text.split("\n"))


def _content(block: Block, extra: str, heading: int) -> str:
    if block.kind == RULE:
        return "***"
    if block.kind == CODE and not any(sign in block.text for sign in extra):
        fence = max((mark[0] + "`" for mark in _FENCE.finditer(block.text)), key=len, default="```")
        return f"{fence}\n{block.text}\n{fence}"
    if block.kind == CODE:
        lines = (line.strip() for line in block.text.split("\n"))
        return inline([Span("\n".join(line for line in lines if line))], extra=extra)
    if block.kind == TABLE:
        return inline(_lines(block), extra=extra)
    if block.kind == HEADING:
        text = inline(block.spans, one_line=True, extra=extra).strip()
        return f"{'#' * heading} {_CLOSING.sub(_ESCAPED_SIGN, text)}" if text else ""
    return inline(block.spans, extra=extra)


def _rows(table: Block) -> list[tuple[Cell, ...]]:
    """The rows in which something stands."""
    return [row for row in table.rows if any(span.text.strip() for cell in row for span in cell)]


def _is_table(block: Block) -> bool:
    """Whether a block can be a table of GitHub: not in a list, where converters disagree, and no single line."""
    if block.kind != TABLE or block.depth:
        return False
    rows = _rows(block)
    return len(rows) > 1 and max(map(len, rows)) > 1


def _table(block: Block, extra: str) -> str:
    """A table of GitHub (https://github.github.com/gfm/#tables-extension-), its first row as the head it must have."""
    rows = _rows(block)
    columns = max(map(len, rows))
    lines = [[_cell(cell, extra) for cell in row] + [""] * (columns - len(row)) for row in rows]
    lines.insert(1, ["---"] * columns)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Cell, extra: str) -> str:
    return inline(cell, one_line=True, extra=extra).strip().replace("|", "\\|")


def _lines(table: Block) -> list[Span]:
    """A table's rows as lines; the cells stand apart by a wide blank."""
    spans: list[Span] = []
    for row in _rows(table):
        if spans:
            spans.append(Span("\n"))
        for number, cell in enumerate(row):
            spans += [Span(_EM_SPACE)] if number else []
            spans += cell
    return spans
