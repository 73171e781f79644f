"""What a template is filled with: safe text in one markup, blocks that know how they are written, data of a draft."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hrd_tui.copydesk import shown
from hrd_tui.copydesk.draft import DEADLINE, SIGNATORIES, Draft, Part
from hrd_tui.text.blocks import Block, Span
from hrd_tui.text.dates import MONTHS


@dataclass(frozen=True, slots=True)
class Markup:
    """A markup: the ending of its templates' names, what writes blocks (with headings of a level) and inline text.

    Both writers give a type of their own that says that the text is safe.
    """

    suffix: str
    blocks: Callable[[Sequence[Block], int], str]
    inline: Callable[[Sequence[Span]], str]

    def escape(self, text: str) -> str:
        """Plain text, safe anywhere inside a block."""
        return self.inline([Span(text)])

    def link(self, url: str, text: str = "") -> str:
        """A link to an address, shown as itself or as `text`."""
        return self.inline([Span(text or url, href=url)])


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks in a markup; false where there are none."""

    blocks: tuple[Block, ...]
    markup: Markup
    heading: int = 2

    def __html__(self) -> str:
        return self.markup.blocks(self.blocks, self.heading)

    def __str__(self) -> str:
        return self.__html__()

    def __bool__(self) -> bool:
        return bool(self.blocks)


def stacked(values: Iterable[Any], safe: Callable[[Any], str]) -> str:
    """The values below each other, an empty line between, empty ones left out.

    Blocks that are written alike are written together: two lists must not grow into one.
    """
    texts: list[str] = []
    for written, group in groupby((value for value in values if value), key=_way):
        if written:
            markup, heading = written
            texts.append(markup.blocks([block for value in group for block in value.blocks], heading))
        else:
            texts += [safe(value) for value in group]
    kind = type(safe(""))
    return kind("\n\n".join(str(text) for text in texts if text))


def _way(value: Any) -> tuple[Markup, int] | None:
    return (value.markup, value.heading) if isinstance(value, Blocks) else None


def of_draft(draft: Draft, markup: Markup) -> dict[str, Any]:
    """What the template of a post gets.

    `body` are all parts in the draft's order; `text` the same without `deadline` and `signatories`, for templates that
    place these; `sources` those that close the post. `post` has the fields as plain text.
    """
    parts = shown.parts(draft)

    def blocks(wanted: Callable[[Part], bool]) -> Blocks:
        return Blocks(tuple(part.block for part in parts if wanted(part)), markup)

    return {
        "body": blocks(lambda part: True),
        "text": blocks(lambda part: part.role not in (DEADLINE, SIGNATORIES)),
        "deadline": blocks(lambda part: part.role == DEADLINE),
        "signatories": blocks(lambda part: part.role == SIGNATORIES),
        "sources": Blocks(shown.closing(draft), markup),
        "post": {
            "title": draft.title,
            "date": draft.date.isoformat(),
            "day": f"{draft.date.day} {MONTHS[draft.date.month - 1]} {draft.date.year}",
            "slug": draft.slug,
            "kind": draft.kind,
            "excerpt": draft.excerpt,
            "categories": draft.categories,
            "tags": draft.tags,
            "countries": draft.countries,
            "people": draft.people,
            "organisations": draft.organisations,
            "source_date": draft.source_date.isoformat() if draft.source_date else "",
            "deadline": draft.deadline.isoformat() if draft.deadline else "",
            "deadline_text": draft.deadline_text,
            "sources": tuple(
                {
                    "publisher": ref.publisher,
                    "link": markup.link(ref.url),
                    "named": markup.link(ref.url, ref.publisher),
                    "kept": markup.link(ref.kept) if ref.kept else "",
                }
                for ref in draft.sources
            ),
            "see_also": tuple(markup.link(url) for url in draft.see_also),
        },
    }
