"""Parts of a draft as the editor makes and alters them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hrd_tui.copydesk.draft import DEADLINE, EDITOR, LEAD, REMARK, SEE_ALSO, SOURCE, TEXT, Draft, Part
from hrd_tui.copydesk.quotes import speaker
from hrd_tui.copydesk.rewording import reworded, rewritten, written
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block, Document, Span
from hrd_tui.text.clean import clean
from hrd_tui.text.dates import MONTHS
from hrd_tui.text.document import excerpt

_SEE = re.compile(r"\bsee(?:\s+also\b[^:.]*)?\s*:?\s*$", re.IGNORECASE)
CLOSE = 3
SHORT = 120
"""Paragraphs from the end, and words of a whole text, within which a deadline's sentence needs no repeating."""

_TYPED_SEE = re.compile(r"\[?\s*see\b", re.IGNORECASE)


def paragraph(text: str) -> Block:
    """A paragraph of plain words."""
    return Block(PARAGRAPH, (Span(text),))


def reference(url: str, words: str = "") -> Block:
    """`[see also: <URL>]`, or the editor's own words and behind them the address."""
    if words:
        return Block(PARAGRAPH, (Span(f"{words} "), Span(url, href=url)))
    return Block(PARAGRAPH, (Span("[see also: "), Span(url, href=url), Span("]")))


def ended(body: Sequence[Part], sentence: str) -> list[Part]:
    """The body with the deadline's sentence as its last paragraph, unless it stands close to its end already."""
    last = next((at for at in reversed(range(len(body))) if not body[at].cut), -1)
    if last >= 0 and body[last].block.text.strip() == sentence:
        return [*body[:last], replace(body[last], role=DEADLINE), *body[last + 1 :]]
    return [*body] if near_end(body, sentence) else [*body, Part(paragraph(sentence), EDITOR, DEADLINE)]


def near_end(body: Sequence[Part], sentence: str) -> bool:
    """Whether a reader comes upon the sentence at the end: in the last paragraphs, or anywhere in a short text."""
    told = [part.block.text for part in body if not part.cut and part.role not in (SEE_ALSO, SOURCE)]
    words = [" ".join(text.split()) for text in told]
    short = sum(text.count(" ") + 1 for text in words) <= SHORT
    return any(" ".join(sentence.split()) in text for text in (words if short else words[-CLOSE:]))


def deadline_words(day: date) -> str:
    """The editor's own sentence for a deadline that no sentence of the text names."""
    return f"Deadline: {day.day} {MONTHS[day.month - 1]} {day.year}."


def names_day(text: str, day: date, published: date | None = None) -> bool:
    """Whether prose names this day, in the languages that deadlines are read in."""
    from hrd_tui.signals.days import mentions

    return any(mention.day == day for mention in mentions(text, published))


def with_text(part: Part, text: str) -> Part:
    """The part with other words; the same part where they are the same. The editor's own may have links in them."""
    block = rewritten(part.block, clean(text)) if part.source == EDITOR else reworded(part.block, text)
    if block == part.block:
        return part
    return replace(part, block=block, speaker=speaker(block.text), changed=part.source != EDITOR)


def own(text: str) -> list[Part]:
    """The editor's words as parts: remarks, or a reference where they begin with "see".

    A line that begins with "## " is a heading, one with "- " a list entry; `[words](https://…)` is a link.
    """
    return [_own(words) for words in pieces(clean(text).strip())]


def pieces(text: str) -> list[str]:
    """The lines that are one part each: headings, list entries with the lines that go on, and the lines between."""
    found: list[str] = []
    for line in text.split("\n"):
        begins = line.startswith(("## ", "- "))
        if found and not begins and not found[-1].startswith("## "):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return [words for words in (piece.strip("\n") for piece in found) if words.strip()] or [""]


def _own(words: str) -> Part:
    if words.startswith("## "):
        return Part(Block(HEADING, written(words[3:].strip()), level=2), EDITOR, REMARK)
    if words.startswith("- "):
        return Part(Block(LIST_ITEM, written(words[2:].strip()), depth=1, marker="•"), EDITOR, REMARK)
    spans = written(words)
    text = "".join(span.text for span in spans)
    role = SEE_ALSO if _TYPED_SEE.match(text) and any(span.href for span in spans) else REMARK
    return Part(Block(PARAGRAPH, spans), EDITOR, role)


def settled(draft: Draft, body: Sequence[Part]) -> Draft:
    """The draft with this body; `see_also` are the addresses that the editor's words refer to with "see".

    An excerpt that is the beginning of the body stays it: what was cut must not go out by the front matter. The
    sentence of the deadline that closes the body stays that of the front matter, whatever words it is given.
    """
    body = led(body)
    also = [url for part in body if not part.cut for url in _referred(part)]
    begins = draft.excerpt == beginning(draft.body)
    return replace(
        draft,
        body=tuple(body),
        see_also=tuple(dict.fromkeys(also)),
        deadline_text=_closing(draft, body),
        excerpt=beginning(body) if begins else draft.excerpt,
    )


def _closing(draft: Draft, body: Sequence[Part]) -> str:
    before, after = ([part.block.text for part in run if part.role == DEADLINE] for run in (draft.body, body))
    followed = draft.deadline_text in before and after and draft.deadline_text not in after
    return after[-1] if followed else draft.deadline_text


def led(body: Sequence[Part]) -> list[Part]:
    """The body with the role `lead` on the paragraph that opens it, unless the editor's own sentence does."""
    opened = any(part.role == LEAD and part.source == EDITOR and not part.cut for part in body)
    texts = [at for at, part in enumerate(body) if part.source != EDITOR and not part.cut and part.role in (TEXT, LEAD)]
    first = next((at for at in texts if body[at].block.kind == PARAGRAPH), next(iter(texts), -1))
    lead = -1 if opened else first
    return [
        replace(part, role=LEAD if at == lead else TEXT)
        if at == lead or (part.role == LEAD and part.source != EDITOR)
        else part
        for at, part in enumerate(body)
    ]


def beginning(body: Sequence[Part]) -> str:
    """The first words of the first source, without what is cut."""
    return excerpt(Document(tuple(part.block for part in body if part.source == 0 and not part.cut)))


def _referred(part: Part) -> list[str]:
    if part.source != EDITOR and not part.changed:
        return []
    spans = part.block.spans
    before = ["".join(span.text for span in spans[:place]) for place in range(len(spans))]
    return [
        span.href
        for span, text in zip(spans, before, strict=True)
        if span.href.startswith("http") and (part.role == SEE_ALSO or _SEE.search(text))
    ]
