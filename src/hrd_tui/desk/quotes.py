"""Quotes: passages of an item kept character by character, and whether they still stand where they stood."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from hrd_tui.documents import QuoteDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import Item
from hrd_tui.text.blocks import Document
from hrd_tui.text.dates import iso


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote of an item: `number` from 1 within the item; `stands` tells whether its passage is still in the text."""

    item: int
    number: int
    title: str
    source: str
    published: datetime | None
    url: str
    text: str
    sha256: str
    at: datetime
    stands: bool


def passage(document: Document, wanted: str) -> str:
    """The passage as it stands in the text, character by character; line ends and runs of blanks may be given
    otherwise, as a terminal or a mail wraps them. Raises UsageProblem where it does not stand there.
    """
    text = document.text
    if wanted.strip() and wanted.strip() in text:
        return wanted.strip()
    found = re.search(r"\s+".join(map(re.escape, wanted.split())), text) if wanted.split() else None
    if found is None:
        raise UsageProblem(
            "This passage does not stand in the item", "Quote it word for word; hrd show ID --json has the whole text."
        )
    return found[0]


def as_doc(document: Document, text: str, url: str, now: datetime) -> QuoteDoc:
    """A quote as it is kept."""
    doc: QuoteDoc = {"text": text, "url": url, "sha256": fingerprint(document), "at": iso(now)}
    return doc if url else {key: value for key, value in doc.items() if key != "url"}  # type: ignore[return-value]


def fingerprint(document: Document) -> str:
    """The SHA-256 of the article's whole text, in hexadecimal."""
    from hashlib import sha256

    return sha256(document.text.encode()).hexdigest()


def quoted(items: Iterable[Item], document: Callable[[int], Document]) -> Iterator[Quoted]:
    """The quotes of items, in the order of the items and then as they were kept."""
    for item in items:
        text = document(item.id).text if item.quotes else ""
        for number, quote in enumerate(item.quotes, 1):
            yield Quoted(
                item.id, number, item.title, item.feed_title, item.published, quote.url, quote.text, quote.sha256,
                quote.at, quote.text in text,
            )  # fmt: skip
