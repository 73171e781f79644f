"""The document that HTML or plain text is turned into; screen, markdown and every other target render from it."""

from dataclasses import dataclass

PARAGRAPH = "paragraph"
HEADING = "heading"
LIST_ITEM = "list-item"
CODE = "code"
TABLE = "table"
IMAGE = "image"
RULE = "rule"

MAX_QUOTE = 4
MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Span:
    """A run of clean text in one style; `href` is an http(s) or mailto address, or empty.

    A newline in `text` is a line break; there are no other control characters.
    """

    text: str
    href: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False


Cell = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block, flat: nesting is told by numbers and therefore bounded.

    `level` is 1 to 6 for headings. `quote` counts the quotations round the block (0 to MAX_QUOTE), `depth` the lists
    (0 outside, 1 to MAX_DEPTH). `marker` is "•" or "3." on the first block of a list entry, empty on the ones that
    follow inside the same entry. `rows` are the cells of a table. A code block keeps its newlines in one span.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    quote: int = 0
    depth: int = 0
    marker: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def text(self) -> str:
        """The block's words: cells by tabs, rows by newlines in a table."""
        if self.kind == TABLE:
            return "\n".join("\t".join("".join(span.text for span in cell) for cell in row) for row in self.rows)
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks in reading order; `truncated` when the source was longer than the limit."""

    blocks: tuple[Block, ...] = ()
    truncated: bool = False

    @property
    def text(self) -> str:
        """Plain text, blocks parted by an empty line, list entries with their markers."""
        return "\n\n".join(f"{block.marker} {block.text}" if block.marker else block.text for block in self.blocks)

    def numbered(self) -> str:
        """Plain text with the number of its address, as in `links`, behind each link: “the report[1]”."""
        numbers = {href: number for number, href in enumerate(self.links, 1)}

        def told(spans: tuple[Span, ...]) -> str:
            return "".join(f"{span.text}[{numbers[span.href]}]" if span.href else span.text for span in spans)

        blocks = (
            "\n".join("\t".join(told(cell) for cell in row) for row in block.rows)
            if block.kind == TABLE
            else told(block.spans)
            for block in self.blocks
        )
        marked = zip(self.blocks, blocks, strict=True)
        return "\n\n".join(f"{block.marker} {text}" if block.marker else text for block, text in marked)

    @property
    def links(self) -> tuple[str, ...]:
        """The distinct addresses in the order of their first use; link n of the article is links[n - 1]."""
        spans = [
            span
            for block in self.blocks
            for cells in (block.spans, *(c for r in block.rows for c in r))
            for span in cells
        ]
        return tuple(dict.fromkeys(span.href for span in spans if span.href))
