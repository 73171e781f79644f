"""Markdown of a draft: CommonMark in which nothing a feed wrote can become markup."""

from typing import Any

from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.escape import autolink
from hrd_tui.copydesk.layout import body

# Left out of the front matter when not known; the other keys stand there for the editor to fill in.
_LEFT_OUT = ("kind", "excerpt", "source_date", "deadline", "deadline_text")


def markdown(draft: Draft) -> str:
    """The file's text: YAML front matter, body, then each source as an address in a paragraph of its own.

    The same draft gives the same bytes. Read by a CommonMark parser the body shows exactly the words of the draft's
    blocks. Links of the text stay links, since calls and surveys are useless without them; emphasis does not, the
    blog has none. All headings become `##`; a table becomes lines, since CommonMark has no tables.
    """
    import yaml

    matter = yaml.safe_dump(
        _front_matter(draft), allow_unicode=True, sort_keys=False, default_flow_style=False, width=float("inf")
    )
    text = body([part.block for part in draft.body])
    sources = [autolink(source.url) for source in draft.sources]
    return "\n\n".join([f"---\n{matter}---", *([text] if text else []), *sources]) + "\n"


def filename(draft: Draft) -> str:
    """YYYY-MM-DD-slug.md: only lower-case ASCII letters, digits and "-", at most 80 signs."""
    return f"{draft.date.isoformat()}-{draft.slug}.md"


def _front_matter(draft: Draft) -> dict[str, Any]:
    known = {
        "title": draft.title,
        "date": draft.date,
        "status": "draft",
        "slug": draft.slug,
        "kind": draft.kind,
        "excerpt": draft.excerpt,
        "categories": list(draft.categories),
        "tags": list(draft.tags),
        "countries": list(draft.countries),
        "people": list(draft.people),
        "organisations": list(draft.organisations),
        "source_date": draft.source_date,
        "deadline": draft.deadline,
        "deadline_text": draft.deadline_text,
        "sources": [{"publisher": source.publisher, "url": source.url} for source in draft.sources],
        "see_also": list(draft.see_also),
        "items": list(draft.items),
    }
    return {name: value for name, value in known.items() if value or name not in _LEFT_OUT}
