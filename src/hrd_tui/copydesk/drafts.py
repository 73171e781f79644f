"""Drafts as JSON documents and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from hrd_tui.copydesk.draft import EDITOR, ROLES, TEXT, Draft, Part, SourceRef
from hrd_tui.text.blocks import PARAGRAPH, Block, Cell, Span

_STYLES = ("strong", "emphasis", "code")
_LISTS = ("categories", "tags", "countries", "people", "organisations", "see_also", "cautions")
_WORDS = ("kind", "excerpt", "deadline_text", "template")
_DAYS = ("source_date", "deadline")


def as_doc(draft: Draft) -> dict[str, Any]:
    """The draft as plain JSON values; what is empty is left out."""
    doc: dict[str, Any] = {"title": draft.title, "date": draft.date.isoformat(), "slug": draft.slug}
    doc |= {name: getattr(draft, name) for name in _WORDS}
    doc |= {name: list(getattr(draft, name)) for name in (*_LISTS, "items")}
    doc |= {name: day.isoformat() for name in _DAYS if (day := getattr(draft, name))}
    doc |= {
        "sources": [_full({"publisher": ref.publisher, "url": ref.url, "kept": ref.kept}) for ref in draft.sources],
        "body": [_part(part) for part in draft.body],
        "unsure": not draft.deadline_sure,
    }
    return _full(doc)


def from_doc(doc: Mapping[str, Any]) -> Draft:
    """The draft of a document; missing keys are empty, an unknown role is plain text, unknown keys are passed over."""
    more: dict[str, Any] = {name: doc.get(name, "") for name in _WORDS}
    more |= {name: tuple(doc.get(name, ())) for name in _LISTS}
    more |= {name: date.fromisoformat(doc[name]) for name in _DAYS if doc.get(name)}
    return Draft(
        title=doc.get("title", ""),
        date=date.fromisoformat(doc.get("date", "1970-01-01")),
        slug=doc.get("slug", ""),
        sources=tuple(
            SourceRef(*(ref.get(key, "") for key in ("publisher", "url", "kept"))) for ref in doc.get("sources", ())
        ),
        items=tuple(doc.get("items", ())),
        body=tuple(_read_part(part) for part in doc.get("body", ())),
        deadline_sure=not doc.get("unsure", False),
        **more,
    )


def _full(doc: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in doc.items() if value}


def _part(part: Part) -> dict[str, Any]:
    block = part.block
    doc = {
        "kind": "" if block.kind == PARAGRAPH else block.kind,
        "text": _spans(block.spans),
        **{name: getattr(block, name) for name in ("level", "quote", "depth", "marker")},
        "rows": [[_spans(cell) for cell in row] for row in block.rows],
        "role": "" if part.role == TEXT else part.role,
        **{name: getattr(part, name) for name in ("cut", "speaker", "changed")},
    }
    return {"source": part.source, **_full(doc)}


def _read_part(doc: Mapping[str, Any]) -> Part:
    block = Block(
        kind=doc.get("kind", PARAGRAPH),
        spans=_read_spans(doc.get("text", ())),
        level=doc.get("level", 0),
        quote=doc.get("quote", 0),
        depth=doc.get("depth", 0),
        marker=doc.get("marker", ""),
        rows=tuple(tuple(_read_spans(cell) for cell in row) for row in doc.get("rows", ())),
    )
    role = doc.get("role", TEXT)
    return Part(
        block,
        doc.get("source", EDITOR),
        role if role in ROLES else TEXT,
        bool(doc.get("cut")),
        doc.get("speaker", ""),
        bool(doc.get("changed")),
    )


def _spans(spans: Sequence[Span]) -> list[Any]:
    """A span without link and style is its text alone."""
    docs = [
        _full({"text": span.text, "href": span.href} | {style: getattr(span, style) for style in _STYLES})
        for span in spans
    ]
    return [doc.get("text", "") if doc.keys() <= {"text"} else doc for doc in docs]


def _read_spans(docs: Sequence[Any]) -> Cell:
    return tuple(
        Span(doc)
        if isinstance(doc, str)
        else Span(doc.get("text", ""), doc.get("href", ""), **{style: bool(doc.get(style)) for style in _STYLES})
        for doc in docs
    )
