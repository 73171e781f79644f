"""Builds blocks from tokens, keeping only what changes them: open lists, quotations, tables and styles."""

import re
from collections import Counter
from dataclasses import dataclass

from hrd_tui.text import inline, media
from hrd_tui.text.blocks import CODE, HEADING, IMAGE, LIST_ITEM, MAX_DEPTH, MAX_QUOTE, PARAGRAPH, RULE, Block, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.inline import Inline
from hrd_tui.text.markup import Token, attributes, decode
from hrd_tui.text.runs import LINE_BREAK, Run, spans_of
from hrd_tui.text.tables import TableMarks, table_block

# A table of 200 × 200 cells is 40,000 blocks before it becomes one.
MAX_RAW_BLOCKS = 60_000

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset(["ul", "ol", "menu", "dir", "dl"])
_ENTRIES = frozenset(["li", "dt", "dd"])
_BLOCKS = frozenset(
    ["p", "div", "address", "article", "aside", "body", "caption", "center", "details", "dialog", "fieldset",
     "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main", "nav", "optgroup",
     "search", "section", "summary", "tbody", "tfoot", "thead"]
)  # fmt: skip
_APART = frozenset(["button", "label", "option", "input"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HIDING = re.compile(r"hidden|display\s*:\s*none", re.IGNORECASE)
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(slots=True)
class _Frame:
    """An open quotation, list, entry or table, with the nesting that holds inside it."""

    name: str
    quote: int = 0
    depth: int = 0
    number: int = 1
    styles: inline.Saved = (0, 0, 0, "")


class Builder:
    """Takes tokens one by one; `finish` gives the blocks. `full` when more would be too much."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._frames = [_Frame("")]
        self._open: Counter[str] = Counter()
        self._tables: list[TableMarks] = []
        self._inline = Inline(base)
        self._link_end = ("", 0)
        self._marker = ""
        self._level = 0
        self._pre = False
        self._hidden = ""
        self._hidden_depth = 0

    @property
    def full(self) -> bool:
        return len(self._blocks) >= MAX_RAW_BLOCKS

    def take(self, token: Token) -> None:
        if self._hidden:
            self._skip(token)
        elif token.kind == "text":
            self._runs.append(Run(decode(token.value), self._inline.style))
        elif token.kind == "open":
            if _HIDING.search(token.attributes) and _is_hidden(token):
                self._hide(token)
            else:
                self._opened(token)
        else:
            self._closed(token.value)

    def finish(self) -> list[Block]:
        self._flush()
        while len(self._frames) > 1:
            self._pop()
        return self._blocks

    def _skip(self, token: Token) -> None:
        if token.value == self._hidden and token.kind != "text":
            self._hidden_depth += 1 if token.kind == "open" else -1
            if token.kind == "open" and self._hidden in ("p", "li"):
                # These end where the next one begins.
                self._hidden = ""
                self.take(token)
            elif self._hidden_depth == 0:
                self._hidden = ""

    def _hide(self, token: Token) -> None:
        if token.value not in _VOID and not token.inside:
            self._hidden, self._hidden_depth = token.value, 1

    def _opened(self, token: Token) -> None:
        name = token.value
        if name in inline.NAMES:
            self._inline.opened(name, token.attributes)
            if name == "a":
                self._part_links()
        elif name in _BLOCKS:
            self._flush()
        elif name in _HEADINGS:
            self._flush()
            self._level = _HEADINGS[name]
        elif name in _LISTS or name == "blockquote":
            self._push(name, token)
        elif name in _ENTRIES:
            self._entry(name, token)
        elif name in ("table", "tr", "td", "th"):
            self._table_part(name, token)
        else:
            self._single(name, token)

    def _closed(self, name: str) -> None:
        if name in inline.NAMES:
            self._inline.closed(name)
            if name == "a":
                self._link_end = self._inline.link, len(self._runs)
        elif name in _BLOCKS:
            self._flush()
        elif name in _HEADINGS:
            self._flush()
            self._level = 0
        elif name in _LISTS or name in _ENTRIES or name in ("blockquote", "table"):
            self._flush()
            if self._open[name]:
                self._pop_to(name)
        elif name in ("tr", "td", "th"):
            self._flush()
            self._back_to_table()
        elif name == "pre":
            self._flush()
            self._pre = False
        elif name == "q":
            self._runs.append(Run("”", self._inline.style))
        elif name in _APART:
            self._runs.append(Run(" "))

    def _part_links(self) -> None:
        """Two links side by side are two words, though nothing stands between them in the source."""
        before, end = self._link_end
        if end == len(self._runs) > 0 and before != self._inline.link:
            self._runs.append(Run(" "))

    def _push(self, name: str, token: Token) -> None:
        self._flush()
        self._level = 0
        outer = self._frames[-1]
        frame = _Frame(name, outer.quote, outer.depth, styles=self._inline.saved)
        if name == "blockquote":
            frame.quote += 1
        elif name in ("ul", "ol", "menu", "dir"):
            frame.depth += 1
        if name == "ol":
            frame.number = _number(attributes(token.attributes).get("start", ""), 1)
        self._frames.append(frame)
        self._open[name] += 1

    def _entry(self, name: str, token: Token) -> None:
        self._flush()
        if self._frames[-1].name in _ENTRIES:
            self._pop()
        outer = self._frames[-1]
        entry = _Frame(name, outer.quote, outer.depth, styles=self._inline.saved)
        if name == "li":
            entry.depth = max(entry.depth, 1)
            self._marker = "•"
            if outer.name == "ol":
                number = _number(attributes(token.attributes).get("value", ""), outer.number)
                outer.number = number + 1
                self._marker = f"{number}."
        elif name == "dd":
            entry.depth += 1
        else:
            self._inline.opened("strong", "")
        self._frames.append(entry)
        self._open[name] += 1

    def _table_part(self, name: str, token: Token) -> None:
        self._flush()
        if name == "table":
            if self._tables:
                self._tables[-1].layout = True
            self._push(name, token)
            self._tables.append(TableMarks())
            return
        self._back_to_table()
        if not self._tables:
            return
        rows = self._tables[-1].rows
        if name == "tr" or not rows:
            rows.append([])
        if name != "tr":
            rows[-1].append(len(self._blocks))
            if name == "th":
                self._inline.opened("strong", "")

    def _back_to_table(self) -> None:
        if self._tables:
            while self._frames[-1].name != "table":
                self._pop()
            self._inline.restore(self._frames[-1].styles)

    def _pop_to(self, name: str) -> None:
        while self._frames[-1].name != name:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        frame = self._frames.pop()
        self._open[frame.name] -= 1
        self._inline.restore(frame.styles)
        self._pre = False
        if frame.name in _ENTRIES:
            self._marker = ""
        if frame.name == "table":
            table_block(self._blocks, self._tables.pop(), frame.quote, frame.depth)

    def _single(self, name: str, token: Token) -> None:
        if name == "br":
            self._break()
        elif name == "img":
            run = media.image(token.attributes, self._inline.style, self._base)
            self._runs += [run] if run else []
        elif name in media.EMBEDDED:
            run = media.embedded(token, self._base)
            if run:
                self._flush()
                self._runs.append(run)
                self._flush()
        elif name == "hr":
            self._flush()
            if self._blocks and self._blocks[-1].kind != RULE:
                self._emit(RULE, ())
        elif name == "pre":
            self._flush()
            self._pre = True
        elif name == "q":
            self._runs.append(Run("“", self._inline.style))
        elif name in _APART:
            self._runs.append(Run(" "))

    def _break(self) -> None:
        if self._pre:
            self._runs.append(Run("\n"))
            return
        while self._runs and self._runs[-1].kind == "words" and not self._runs[-1].text.strip():
            self._runs.pop()
        if self._runs and self._runs[-1].kind == "break":
            self._flush()
        else:
            self._runs.append(LINE_BREAK)

    def _flush(self) -> None:
        runs, self._runs = self._runs, []
        if self._pre:
            text = clean("".join(run.text for run in runs)).expandtabs(4).rstrip()
            if text.strip():
                self._emit(CODE, (Span(text.removeprefix("\n"), code=True),))
            return
        images = [run for run in runs if run.kind == "image"]
        if images and all(run.kind == "image" or not run.text.strip() for run in runs):
            for run in images:
                self._emit(IMAGE, (Span(run.text, run.style.href),))
            return
        spans = spans_of(runs)
        if spans:
            kind = HEADING if self._level else LIST_ITEM if self._marker else PARAGRAPH
            self._emit(kind, spans)

    def _emit(self, kind: str, spans: tuple[Span, ...]) -> None:
        frame = self._frames[-1]
        level = marker = None
        if kind == HEADING:
            level, self._level = self._level, 0
        elif kind != RULE:
            marker, self._marker = self._marker, ""
        nesting = min(frame.quote, MAX_QUOTE), min(frame.depth, MAX_DEPTH)
        self._blocks.append(Block(kind, spans, level or 0, *nesting, marker or ""))


def _is_hidden(token: Token) -> bool:
    known = attributes(token.attributes)
    return "hidden" in known or bool(_NOT_DISPLAYED.search(known.get("style", "")))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= 9 else otherwise
