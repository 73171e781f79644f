"""HTML of a draft: plain semantic elements, nothing of the source's markup, no script and no style."""

import re
from collections.abc import Sequence
from html import escape as _references

from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.pieces import Markup, of_draft
from hrd_tui.copydesk.templates import Templates
from hrd_tui.text.blocks import CODE, HEADING, RULE, TABLE, Block, Span

_ADDRESS = re.compile(r"(?<=[a-zA-Z])://")


class Html(str):
    """HTML that is safe where an element may stand; what is no Html is escaped on its way into a template."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def escape(text: str) -> Html:
    """Plain text as HTML.

    WordPress runs "[gallery]" as a shortcode and fetches an address that stands alone to embed it, so brackets and
    "://" are references (https://codex.wordpress.org/Shortcode_API,
    https://wordpress.org/documentation/article/embeds/).
    """
    return Html(_ADDRESS.sub("&#58;//", _escaped(text)))


def inline(spans: Sequence[Span]) -> Html:
    """The spans as phrasing content; a line break becomes <br>."""
    pieces = []
    for span in spans:
        href = _references(span.href, quote=True) if span.text.strip() else ""
        words = (_escaped(span.text) if href else escape(span.text)).replace("\n", "<br>\n")
        pieces.append(f'<a href="{href}" rel="noopener">{words}</a>' if href else words)
    return Html("".join(pieces))


def _escaped(text: str) -> str:
    return _references(text, quote=True).replace("[", "&#91;").replace("]", "&#93;")


def blocks(blocks: Sequence[Block], heading: int = 2) -> Html:
    """Blocks as p, h2, ul, ol with its start, blockquote, pre, table and hr; all headings of one level."""
    page = _Page(heading)
    for block in blocks:
        page.add(block)
    return page.finish()


HTML = Markup("html", blocks, inline)


def body(draft: Draft, templates: Templates | None = None) -> str:
    """The post without its headline. Raises ExportError where a template of the editor's own cannot be used."""
    used = templates or Templates()
    return used.render(used.choose(draft, HTML), of_draft(draft, HTML), HTML)


def page(draft: Draft, templates: Templates | None = None) -> str:
    """A whole page: headline and post. Raises ExportError like `body`."""
    used = templates or Templates()
    values = of_draft(draft, HTML)
    content = used.render(used.choose(draft, HTML), values, HTML)
    return used.render("page.html", values | {"content": content}, HTML) + "\n"


class _Page:
    """HTML being written; `_open` are the lists that stand open, each with its depth, tag and last number."""

    def __init__(self, heading: int) -> None:
        self._heading = heading
        self._lines: list[str] = []
        self._quote = 0
        self._open: list[tuple[int, str, int]] = []

    def add(self, block: Block) -> None:
        content = self._content(block)
        if not content:
            return
        if block.quote != self._quote or not block.depth:
            self._close_lists(0)
        self._to_quote(block.quote)
        if block.marker:
            self._entry(block, content)
            return
        self._close_lists(block.depth)
        self._lines.append(content)

    def finish(self) -> Html:
        self._close_lists(0)
        self._to_quote(0)
        return Html("\n".join(self._lines))

    def _entry(self, block: Block, content: str) -> None:
        number = int(block.marker.rstrip(".")) if block.marker[:1].isdecimal() else 0
        tag = "ol" if block.marker[:1].isdecimal() else "ul"
        self._close_lists(block.depth)
        last = self._open[-1] if self._open else (0, "", 0)
        if last[0] == block.depth and last[1] == tag and (tag == "ul" or number == last[2] + 1):
            self._open[-1] = (block.depth, tag, number)
            self._end_entry()
        else:
            if last[0] == block.depth:
                self._close_lists(block.depth - 1)
            self._open.append((block.depth, tag, number))
            self._lines.append(f'<ol start="{number}">' if tag == "ol" and number != 1 else f"<{tag}>")
        self._lines.append(f"<li>{content.removeprefix('<p>').removesuffix('</p>')}")

    def _close_lists(self, depth: int) -> None:
        while self._open and self._open[-1][0] > depth:
            self._end_entry()
            self._lines.append(f"</{self._open.pop()[1]}>")

    def _end_entry(self) -> None:
        if self._lines[-1].startswith("<li>"):
            self._lines[-1] += "</li>"
        else:
            self._lines.append("</li>")

    def _to_quote(self, quote: int) -> None:
        self._lines += ["<blockquote>"] * (quote - self._quote) + ["</blockquote>"] * (self._quote - quote)
        self._quote = quote

    def _content(self, block: Block) -> str:
        if block.kind == RULE:
            return "<hr>"
        if not block.text.strip():
            return ""
        if block.kind == CODE:
            return f"<pre><code>{escape(block.text)}</code></pre>"
        if block.kind == TABLE:
            rows = ("".join(f"<td>{inline(cell)}</td>" for cell in row) for row in block.rows)
            return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
        tag = f"h{self._heading}" if block.kind == HEADING else "p"
        return f"<{tag}>{inline(block.spans)}</{tag}>"
