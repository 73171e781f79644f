"""What of a draft a reader will see: its parts without the cut ones, and the sources that close the post."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrd_tui.copydesk.draft import EDITOR, SIGNATORIES, SOURCE, Draft, Part, SourceRef
from hrd_tui.text.blocks import LIST_ITEM, PARAGRAPH, Block, Span

CUT = "…"
BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Run:
    """Cut parts that follow each other, and how many parts are shown before them."""

    at: int
    parts: list[Part]


def parts(draft: Draft) -> tuple[Part, ...]:
    """The parts that are not cut, with "…" where words of the same source stand before and behind cut ones.

    Between entries of a bulleted list the "…" is an entry; between numbered ones a paragraph, so that the numbers
    stay those of the source. No "…" stands for a list of signatories of which the editor gives the count. A kept copy
    stands behind the address in a source's own paragraph.
    """
    counted = any(part.role == SIGNATORIES and part.source == EDITOR and not part.cut for part in draft.body)
    kept: list[Part] = []
    runs: list[_Run] = []
    for part in draft.body:
        if not part.cut:
            kept.append(_with_kept_copy(part, draft.sources) if part.role == SOURCE else part)
        elif part.source != EDITOR and part.role != SOURCE and not (counted and part.role == SIGNATORIES):
            if not runs or runs[-1].at != len(kept):
                runs.append(_Run(len(kept), []))
            runs[-1].parts.append(part)
    for run in reversed(runs):
        before, behind = kept[: run.at], kept[run.at :]
        source = next((part.source for part in run.parts if _speaks(before, part) and _speaks(behind, part)), None)
        if source is not None:
            kept.insert(run.at, Part(_mark(before[-1].block, behind[0].block, run.parts), source))
    return tuple(kept)


def closing(draft: Draft) -> tuple[Block, ...]:
    """The sources that no shown part names, each a paragraph with its address and its kept copy."""
    named = {
        span.href
        for part in draft.body
        if part.role == SOURCE and not part.cut
        for span in part.block.spans
    }  # fmt: skip
    return tuple(source_block(ref) for ref in draft.sources if ref.url not in named)


def source_block(ref: SourceRef) -> Block:
    """A paragraph with a source's address, and behind it “(kept: …)” where there is a kept copy."""
    return Block(PARAGRAPH, (Span(ref.url, href=ref.url), *_kept_copy(ref)))


def _kept_copy(ref: SourceRef) -> tuple[Span, ...]:
    return (Span(" (kept: "), Span(ref.kept, href=ref.kept), Span(")")) if ref.kept else ()


def _with_kept_copy(part: Part, sources: Sequence[SourceRef]) -> Part:
    hrefs = {span.href for span in part.block.spans}
    extra = [span for ref in sources if ref.url in hrefs and ref.kept not in hrefs for span in _kept_copy(ref)]
    return replace(part, block=replace(part.block, spans=(*part.block.spans, *extra)))


def _speaks(shown: Sequence[Part], cut: Part) -> bool:
    return any(part.source == cut.source and part.role != SOURCE for part in shown)


def _mark(before: Block, behind: Block, cut: Sequence[Part]) -> Block:
    quote = min(before.quote, behind.quote)
    depth = min(before.depth, behind.depth)
    # What goes on inside an entry whose beginning was cut must not hang on the entry before it.
    goes_on = next((part.block.marker for part in reversed(cut) if part.block.marker), BULLET)
    marker = behind.marker or goes_on
    if depth and (marker == BULLET or not behind.marker):
        return Block(LIST_ITEM, (Span(CUT),), quote=quote, depth=depth, marker=marker)
    return Block(PARAGRAPH, (Span(CUT),), quote=quote)
