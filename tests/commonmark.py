"""Reads markdown back with a CommonMark parser that knows GitHub's tables, as plain text by leaf block."""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")


@dataclass
class Page:
    """What a reader sees. `leaves` are (kind, text) of paragraphs (p, or the marker on the first of a list entry: • or
    3.), headings (h2), code (fence) and tables, whose cells `tables` has by rows; `links` are the addresses.
    """

    leaves: list[tuple[str, str]] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.leaves]


def split(file: str) -> tuple[str, str]:
    """Front matter and body of a post."""
    assert file.startswith("---\n")
    matter, _, body = file.partition("\n---\n")
    return matter.removeprefix("---"), body


def read(markdown: str) -> Page:
    """`markup` lists what no post may have: raw HTML, images, emphasis, inline code."""
    page = Page()
    kind = marker = ""
    for token in _PARSER.parse(markdown):
        if token.type in ("paragraph_open", "heading_open"):
            kind, marker = marker or token.tag, ""
        elif token.type == "list_item_open":
            marker = f"{token.info}." if token.info else "•"
        elif token.type in ("fence", "code_block"):
            page.leaves.append((token.type, folded(token.content)))
        elif token.type == "table_open":
            kind = "table"
            page.tables.append([])
        elif token.type == "tr_open":
            page.tables[-1].append([])
        elif token.type == "table_close":
            page.leaves.append((kind, folded(" ".join(cell for row in page.tables[-1] for cell in row))))
        elif token.type == "html_block":
            page.markup.append(token.content)
        elif token.type == "inline" and kind == "table":
            page.tables[-1][-1].append(_inline(page, token))
        elif token.type == "inline":
            page.leaves.append((kind, _inline(page, token)))
    return page


def _inline(page: Page, token: Token) -> str:
    """The words of a run of text; its links and markup are noted."""
    text = ""
    for child in token.children or []:
        if child.type == "text":
            text += child.content
        elif child.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif child.type == "link_open":
            page.links.append(str(child.attrs["href"]))
        elif child.type != "link_close":
            page.markup.append(f"{child.type} {child.content}")
    return folded(text)


def folded(text: str) -> str:
    """The text with its white space folded, as a browser shows it."""
    return " ".join(text.split())
