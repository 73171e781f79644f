"""The one module that turns HTML or plain text into a document, in one pass and without recursion."""

import re

from hrd_tui.text.blocks import IMAGE, PARAGRAPH, RULE, Block, Document, Span
from hrd_tui.text.builder import Builder
from hrd_tui.text.clean import clean
from hrd_tui.text.markup import decode, tokens
from hrd_tui.text.urls import safe

MAX_SOURCE = 1_000_000
MAX_BLOCKS = 10_000

_TAG = re.compile(r"<[/!?a-zA-Z]")
_ESCAPED_HTML = re.compile(
    r"&lt;(?:/(?:p|div|a|b|strong|i|em|ul|ol|li|h[1-6]|blockquote|span|table|td)\s*|br\s*/?\s*)&gt;", re.IGNORECASE
)
_EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_BEHIND_ADDRESS = ".,;:!?'’)]}…"


def from_html(html: str, base: str = "") -> Document:
    """The document of an entry's HTML; links are resolved against `base`, untracked, and http(s) or mailto only.

    Source beyond MAX_SOURCE characters and blocks beyond MAX_BLOCKS are left out and the document says truncated.
    A body without a single tag is plain text; when its escaped tags look like HTML that was escaped once too often
    (a closing tag or a line break among them), they count as tags. Never raises.
    """
    source = html[:MAX_SOURCE]
    truncated = len(html) > MAX_SOURCE
    if not _TAG.search(source):
        source = decode(source) if _ESCAPED_HTML.search(source) else source
        if not _TAG.search(source):
            return _plain(decode(source), truncated, lines=False)
    builder = Builder(base)
    for token in tokens(source):
        builder.take(token)
        if builder.full:
            truncated = True
            break
    blocks = builder.finish()
    return Document(tuple(blocks[:MAX_BLOCKS]), truncated or len(blocks) > MAX_BLOCKS)


def from_text(text: str) -> Document:
    """The document of plain text: paragraphs parted by empty lines, line breaks kept, http(s) addresses as links."""
    return _plain(text[:MAX_SOURCE], len(text) > MAX_SOURCE, lines=True)


def excerpt(document: Document, limit: int = 300) -> str:
    """The beginning of the document's words in one line of at most `limit` characters, cut at a word with "…"."""
    words: list[str] = []
    length = 0
    for block in document.blocks:
        if block.kind in (IMAGE, RULE):
            continue
        part = clean(block.text[: limit * 4], line=True)
        words.append(part)
        length += len(part) + 1
        if length > limit + 1:
            break
    line = clean(" ".join(word for word in words if word), line=True)
    if len(line) <= limit:
        return line
    head = line[: max(limit - 1, 0)]
    if line[len(head)] != " " and " " in head[limit // 2 :]:
        head = head[: head.rindex(" ")]
    return (head.rstrip() + "…")[:limit]


def _plain(text: str, truncated: bool, lines: bool) -> Document:
    blocks: list[Block] = []
    text = clean(text)
    at = 0
    while at < len(text):
        end = _EMPTY_LINES.search(text, at)
        paragraph = text[at : end.start() if end else len(text)]
        at = end.end() if end else len(text)
        parts = [" ".join(line.split()) for line in paragraph.split("\n")]
        words = ("\n" if lines else " ").join(part for part in parts if part)
        if words and len(blocks) == MAX_BLOCKS:
            return Document(tuple(blocks), True)
        if words:
            blocks.append(Block(PARAGRAPH, _linked(words)))
    return Document(tuple(blocks), truncated)


def _linked(text: str) -> tuple[Span, ...]:
    spans = []
    at = 0
    for match in _ADDRESS.finditer(text):
        words = match[0].rstrip(_BEHIND_ADDRESS)
        address = safe(words)
        if address:
            end = match.start() + len(words)
            spans += [Span(text[at : match.start()]), Span(words, href=address)]
            at = end
    spans.append(Span(text[at:]))
    return tuple(span for span in spans if span.text)
