"""New words for a block: links and styles stay on the words that stay, and typed addresses become links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from hrd_tui.text.blocks import TABLE, Block, Cell, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.document import from_text
from hrd_tui.text.urls import safe, untracked

_TOKEN = re.compile(r"\s|\w+|[^\w\s]")
_PLAIN = Span("")
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]+)\]\((?P<url>https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)", re.IGNORECASE)


def reworded(block: Block, text: str) -> Block:
    """The block with these words. A word that was there keeps its link and style; in a table a line is a row, and its
    cells are parted by tabs.
    """
    words = clean(text)
    if words == block.text:
        return block
    if block.kind == TABLE:
        rows = tuple(tuple(linked(cell) for cell in line.split("\t")) for line in words.split("\n"))
        return replace(block, rows=rows)
    return replace(block, spans=_respanned(block.spans, words))


def linked(text: str) -> Cell:
    """Plain words as spans, addresses among them as links."""
    spans: list[Span] = []
    at = 0
    for block in from_text(text).blocks:
        for span in block.spans:
            if span.href:
                start = text.index(span.text, at)
                spans += [Span(text[at:start]), span]
                at = start + len(span.text)
    spans.append(Span(text[at:]))
    return tuple(span for span in spans if span.text)


def written(text: str) -> Cell:
    """The editor's words as spans: `[words](https://…)` and typed addresses are links, all else is text."""
    spans: list[Span] = []
    at = 0
    for match in _LINK.finditer(text):
        address = untracked(safe(match["url"]))
        if address:
            spans += [*linked(text[at : match.start()]), Span(match["words"], href=address)]
            at = match.end()
    return (*spans, *linked(text[at:]))


def rewritten(block: Block, text: str) -> Block:
    """The block with other words of the editor: as `reworded`, and `[words](https://…)` becomes a link."""
    spans = written(text)
    plain = "".join(span.text for span in spans)
    made = reworded(block, plain)
    if plain == text or block.kind == TABLE:
        return made
    styles = [replace(span, text="") for span in made.spans for _ in span.text]
    at = 0
    for span in spans:
        end = at + len(span.text)
        if span.href:
            styles[at:end] = [Span("", href=span.href)] * len(span.text)
        at = end
    runs = ((style, len(list(run))) for style, run in groupby(styles))
    joined: list[Span] = []
    at = 0
    for style, length in runs:
        joined.append(replace(style, text=plain[at : at + length]))
        at += length
    return replace(made, spans=tuple(joined))


def _respanned(old: Sequence[Span], text: str) -> Cell:
    styles = [replace(span, text="") for span in old for _ in span.text]
    before, after = "".join(span.text for span in old), text
    kept: list[Span] = [_PLAIN] * len(after)
    for start, target, length in _matches(before, after):
        kept[target : target + length] = styles[start : start + length]
    spans: list[Span] = []
    at = 0
    for style, run in groupby(kept):
        end = at + len(list(run))
        spans += linked(after[at:end]) if style == _PLAIN else [replace(style, text=after[at:end])]
        at = end
    return tuple(spans)


def _matches(before: str, after: str) -> Iterable[tuple[int, int, int]]:
    """Where in both texts the same words stand: their places and length in characters."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    old_at, new_at = _places(old), _places(new)
    # An edit is mostly in one place; what stands before and behind it needs no search.
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    yield 0, 0, old_at[head]
    yield old_at[len(old) - tail], new_at[len(new) - tail], old_at[-1] - old_at[len(old) - tail]
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail])
    for match in middle.get_matching_blocks():
        start, end = old_at[head + match.a], old_at[head + match.a + match.size]
        yield start, new_at[head + match.b], end - start


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _places(tokens: Sequence[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places
