"""Drafts of a few words for tests, and drafts of anything for hypothesis."""

from datetime import date

from hypothesis import strategies as st

from hrd_tui.copydesk.choices import Choices
from hrd_tui.copydesk.draft import EDITOR, ROLES, TEXT, Draft, Part, SourceRef
from hrd_tui.copydesk.parts import settled
from hrd_tui.text.blocks import CODE, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block, Span

LINK = "https://gull.example/report"
OLD = "https://blog.example/old"
CHOICES = Choices(
    lambda name: {"belize": "Belize", "bz": "Belize", "chad": "Chad"}.get(name.lower(), ""), ("calls.md", "default.md")
)


def part(text: str, source: int = 0, role: str = TEXT, **more: object) -> Part:
    """A paragraph of a source."""
    return Part(Block(PARAGRAPH, (Span(text),)), source, role, **more)  # type: ignore[arg-type]


def draft_of(*parts: Part | str) -> Draft:
    """A draft of two sources with these parts."""
    body = tuple(part(one) if isinstance(one, str) else one for one in parts)
    refs = (SourceRef("Gull", "https://gull.example/a"), SourceRef("Tide", "https://tide.example/b"))
    draft = Draft("A boat", date(2026, 2, 4), "a-boat", sources=refs, items=(1, 2), body=body)
    return settled(draft, body)


def texts(draft: Draft) -> list[str]:
    """The words of all parts."""
    return [part.block.text for part in draft.body]


def shown(draft: Draft) -> list[str]:
    """The words of the parts that are not cut."""
    return [part.block.text for part in draft.body if not part.cut]


WORDS = st.text(st.sampled_from("ab[3] \\—“”#:-.;·é\nש"), max_size=30)
LINKS = st.sampled_from(["", LINK, OLD])
SPANS = st.lists(st.builds(Span, WORDS, LINKS, st.booleans(), st.booleans(), st.booleans()), max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(Block, st.just(PARAGRAPH), SPANS, quote=st.integers(0, 2)),
    st.builds(Block, st.just(HEADING), SPANS, st.integers(1, 6)),
    st.builds(Block, st.just(LIST_ITEM), SPANS, depth=st.integers(1, 3), marker=st.sampled_from(["", "•", "3."])),
    st.builds(Block, st.just(CODE), SPANS),
    st.builds(Block, st.just(TABLE), rows=st.lists(st.lists(SPANS, max_size=3).map(tuple), max_size=3).map(tuple)),
)
PARTS = st.builds(
    Part, BLOCKS, st.integers(EDITOR, 1), st.sampled_from(ROLES), st.booleans(),
    st.sampled_from(["", "Ana Mar"]), st.booleans(),
)  # fmt: skip
NAMES = st.lists(WORDS, max_size=3).map(tuple)
DAYS = st.one_of(st.none(), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
DRAFTS = st.builds(
    Draft, WORDS, st.dates(), WORDS, WORDS, WORDS, NAMES, NAMES, NAMES, NAMES, NAMES, DAYS, DAYS, WORDS,
    st.lists(st.builds(SourceRef, WORDS, LINKS, LINKS), max_size=2).map(tuple), NAMES,
    st.lists(st.integers(1, 9), max_size=2).map(tuple), st.lists(PARTS, max_size=5).map(tuple), NAMES, WORDS,
    st.booleans(),
)  # fmt: skip
