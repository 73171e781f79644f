"""Reads markdown back with a CommonMark parser, as plain text by leaf block."""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark")


@dataclass
class Page:
    """What a reader sees. `leaves` are (kind, text) of paragraphs (p, or the marker on the first of a list entry: • or
    3.), headings (h2) and code (fence); `links` are the addresses.
    """

    leaves: list[tuple[str, str]] = field(default_factory=list)
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
        elif token.type == "html_block":
            page.markup.append(token.content)
        elif token.type == "inline":
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
            page.leaves.append((kind, folded(text)))
    return page


def folded(text: str) -> str:
    """The text with its white space folded, as a browser shows it."""
    return " ".join(text.split())
