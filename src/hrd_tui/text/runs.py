"""Runs of inline text on their way to spans: white space as a browser shows it, words kept apart."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from hrd_tui.text.blocks import Span
from hrd_tui.text.clean import clean


class Style(NamedTuple):
    """How a run looks and where it leads; the fields of a span without its text."""

    href: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False


PLAIN = Style()


class Run(NamedTuple):
    """A piece of decoded text in one style: words, the alt text of an image, or a line break."""

    text: str
    style: Style = PLAIN
    kind: Literal["words", "image", "break"] = "words"


LINE_BREAK = Run("", PLAIN, "break")


def spans_of(runs: Iterable[Run]) -> tuple[Span, ...]:
    """The spans that the runs show: clean, white space folded.

    A blank between two runs goes to the one without a style, where there is one.
    """
    line = _Line()
    gap = False
    for run in runs:
        if run.kind == "break":
            line.end()
            gap = False
            continue
        cleaned = clean(run.text)
        words = " ".join(cleaned.split())
        if not words:
            gap = gap or bool(cleaned)
            continue
        if gap or cleaned[0].isspace():
            line.blank(run.style)
        line.add(f"[image: {words}]" if run.kind == "image" else words, run.style)
        gap = cleaned[-1].isspace()
    return line.spans()


class _Line:
    """Pieces of text by style; `last` is the last sign written."""

    def __init__(self) -> None:
        self.pieces: list[tuple[Style, list[str]]] = []
        self.last = ""

    def add(self, text: str, style: Style) -> None:
        if self.pieces and self.pieces[-1][0] == style:
            self.pieces[-1][1].append(text)
        else:
            self.pieces.append((style, [text]))
        self.last = text[-1]

    def blank(self, following: Style) -> None:
        if self.last not in ("", "\n", " "):
            before = self.pieces[-1][0]
            self.add(" ", before if before == following else PLAIN)

    def end(self) -> None:
        if self.last not in ("", "\n"):
            self.add("\n", PLAIN)

    def spans(self) -> tuple[Span, ...]:
        spans = [Span("".join(parts), *style) for style, parts in self.pieces]
        while spans and not spans[-1].text.strip():
            spans.pop()
        if spans:
            last = spans.pop()
            spans.append(Span(last.text.rstrip(), last.href, last.strong, last.emphasis, last.code))
        return tuple(spans)
