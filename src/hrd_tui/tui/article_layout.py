"""Lays an item and its document out as lines; pure, so that it can be measured and tested without a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from hrd_tui.model import Item
from hrd_tui.text.blocks import CODE, HEADING, IMAGE, RULE, TABLE, Block, Document, Span
from hrd_tui.text.cells import width
from hrd_tui.text.clean import clean
from hrd_tui.text.urls import host
from hrd_tui.tui.about import About
from hrd_tui.tui.article_head import head
from hrd_tui.tui.glyphs import BAR, DASH
from hrd_tui.tui.pieces import Line, Mark, Piece, short
from hrd_tui.tui.table_layout import table
from hrd_tui.tui.wrap import hang, wrap

TRUNCATED = "The text is longer than the desk keeps; the rest is behind the address."
NO_TEXT = "The feed gives no text for this item."
NOTHING = About()


@dataclass(frozen=True, slots=True)
class Laid:
    """An article as lines, the first of them its head, and the addresses that its numbers stand for.

    Number n is links[n - 1].
    """

    lines: list[Line]
    links: tuple[str, ...]
    head: int = 0


def links_of(item: Item, document: Document) -> tuple[str, ...]:
    """The addresses of an article in the order of their numbers: its links, then its enclosures."""
    enclosures = [enclosure["url"] for enclosure in item.enclosures if enclosure.get("url")]
    return tuple(dict.fromkeys([*document.links, *enclosures]))


def lay_out(item: Item, document: Document, cells: int, about: About = NOTHING, mark: Mark = list) -> Laid:
    """The whole article in lines of at most `cells` cells; `about` is what the signals tell of the item.

    `mark` marks words in the pieces of each part, title and note first, then the text.
    """
    links = links_of(item, document)
    numbers = {address: number for number, address in enumerate(links, 1)}
    lines: list[Line] = [*head(item, about, cells, mark), ()]
    above = len(lines)
    lines += chain.from_iterable(body(document.blocks, cells, numbers, mark))
    if not document.blocks:
        lines.append([Piece(short(NO_TEXT, cells), "dim")])
    if document.truncated:
        lines += [(), *wrap([Piece(TRUNCATED, "dim")], cells)]
    lines += _link_list(item, links, cells)
    return Laid(lines, links, above)


def body(blocks: Sequence[Block], cells: int, numbers: dict[str, int], mark: Mark = list) -> Iterator[list[Line]]:
    """The lines of each block, with the empty line before it; `numbers` are those of the addresses to be told."""
    before: Block | None = None
    for block in blocks:
        gap = before is not None and not tight(before, block)
        empty: Line = prefix(block)[1] if gap and before and block.quote and before.quote else ()
        yield [*([empty] if gap else []), *block_lines(block, cells, numbers, mark)]
        before = block


def tight(before: Block, block: Block) -> bool:
    """Whether two blocks follow each other without an empty line: entries of one list."""
    return bool(before.depth and block.depth and before.quote == block.quote and block.marker)


def prefix(block: Block) -> tuple[Line, Line]:
    """What stands before the first and before every other line of a block."""
    bars = [Piece(f"{BAR} " * block.quote, "accent")] if block.quote else []
    if not block.depth:
        return bars, bars
    marker = clean(block.marker, line=True)
    indent = "  " * (block.depth - 1)
    hanging = max(2, width(marker) + 1)
    first = [Piece(indent), Piece(marker + " " * (hanging - width(marker)), "accent")]
    return [*bars, *first], [*bars, Piece(indent + " " * hanging)]


def block_lines(block: Block, cells: int, numbers: dict[str, int], mark: Mark = list) -> list[Line]:
    """The lines of one block."""
    first, rest = prefix(block)
    room = max(8, cells - sum(width(piece.text) for piece in first))
    if block.kind == RULE:
        return [[*first, Piece(DASH * min(room, 24), "rule")]]
    if block.kind == TABLE:
        rows = [[mark(_inked(cell, "text", numbers)) for cell in row] for row in block.rows]
        return [[*rest, *line] for line in table(rows, room)]
    if block.kind == CODE:
        code = mark([Piece(clean(block.text).expandtabs(4).rstrip("\n"), "code")])
        return [[*rest, Piece("  "), *line] for line in wrap(code, room - 2)]
    if block.kind == IMAGE:
        number = "".join(f"[{numbers[span.href]}]" for span in block.spans[:1] if span.href in numbers)
        pieces = [Piece(f"[image: {clean(block.text, line=True)}]{number}", "dim")]
    else:
        pieces = _inked(block.spans, "bold" if block.kind == HEADING else "text", numbers)
    return list(hang(first, rest, mark(pieces), cells)) if pieces else []


def _inked(spans: tuple[Span, ...], ink: str, numbers: dict[str, int]) -> list[Piece]:
    """Spans as pieces, with the number of each link behind its last word."""
    pieces: list[Piece] = []
    for index, span in enumerate(spans):
        own = "code" if span.code else "bold" if span.strong else "em" if span.emphasis else ink
        pieces.append(Piece(clean(span.text).replace("\t", " "), "link" if span.href and own == "text" else own))
        following = next((one.href for one in spans[index + 1 :] if one.href or one.text.strip()), "")
        if span.href in numbers and span.href != following:
            pieces.append(Piece(f"[{numbers[span.href]}]", "dim"))
    return [piece for piece in pieces if piece.text]


def _link_list(item: Item, links: tuple[str, ...], cells: int) -> Iterator[Line]:
    if not links:
        return
    media = {enclosure.get("url", ""): enclosure for enclosure in item.enclosures}
    yield ()
    yield [Piece(DASH * min(cells, 24), "rule")]
    digits = len(str(len(links)))
    for number, address in enumerate(links, 1):
        sign = f"[{number}] ".rjust(digits + 3)
        name = clean(host(address) or address.partition(":")[0], line=True)
        kind = media.get(address, {}).get("type", "")
        rest = address.partition("://")[2].partition("/")[2] if host(address) else address
        detail = f"{kind}{_size(media.get(address, {}).get('length', 0))} {rest}".strip()
        room = cells - len(sign) - width(name) - 1
        line = [Piece(sign, "dim"), Piece(short(name, cells - len(sign)), "text")]
        if detail and room > 4:
            line.append(Piece(" " + short(detail, room), "dim"))
        yield line


def _size(length: int) -> str:
    if not length:
        return ""
    return f" {length / 1_000_000:.1f} MB" if length >= 100_000 else f" {max(1, length // 1000)} KB"
