"""Items that come from no feed: a page taken by its address, and a text pasted in."""

import asyncio
import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from hrd_tui.config import Config
from hrd_tui.desk.past_known import archived
from hrd_tui.desk.pull import limits
from hrd_tui.desk.rows import BY_HAND
from hrd_tui.desk.settle import arrive
from hrd_tui.errors import FetchError, UsageProblem
from hrd_tui.feeds import identity, update
from hrd_tui.model import Entry, ParsedFeed
from hrd_tui.store.change import Change
from hrd_tui.store.store import Store
from hrd_tui.text import urls
from hrd_tui.text.clean import clean

if TYPE_CHECKING:
    from hrd_tui.desk.ruling import Ruling
    from hrd_tui.feeds.fetch import Answer

_LOOK = "Look at the address in a browser; its text can be taken with: hrd items paste"
_ADVICE = {"private": "A page of your own network is taken with: hrd items add --allow-private ADDRESS"}

HEADLINE = 120
"""Characters of a pasted text's first line that make its headline."""


class Place(Protocol):
    """What an arrival needs of the desk."""

    store: Store
    config: Config
    now: Callable[[], datetime]

    @property
    def ruling(self) -> "Ruling":
        """The rules that look at what arrives."""


def add_page(desk: Place, address: str, *, title: str = "", allow_private: bool = False) -> int:
    """Fetches a page and puts it on the desk; the same page again is the same item, brought up to date.

    Gives the item's id. Raises UsageProblem for what is no web address, FetchError, and StoreError.
    """
    url = urls.safe(address if "://" in address else f"https://{address.strip()}")
    if not url:
        raise UsageProblem(f"“{clean(address, line=True)}” is not a web address", "It starts with https:// or http://.")
    answer = asyncio.run(_get(desk.config, url, allow_private))
    return _arrive(desk, _as_entry(answer, title, desk.now()))


def paste(desk: Place, text: str, *, title: str = "", url: str = "") -> int:
    """Puts a text on the desk. Gives the item's id; raises UsageProblem for an empty text, and StoreError."""
    from hrd_tui.text.document import excerpt, from_text

    words = clean(text).strip()
    if not words:
        raise UsageProblem("There is no text to take", "Pipe it in, or paste it and press Ctrl+D.")
    headline = clean(title, line=True) or clean(words.splitlines()[0], line=True)[:HEADLINE]
    if url and not urls.safe(url):
        raise UsageProblem(f"“{clean(url, line=True)}” is not a web address", "It starts with https:// or http://.")
    digest = hashlib.sha256(words.encode()).hexdigest()[:32]
    paragraphs = "".join(f"<p>{_escaped(part)}</p>" for part in words.split("\n\n"))
    entry = Entry(
        guid=f"pasted:{digest}",
        url=urls.safe(url) if url else "",
        title=headline,
        summary=excerpt(from_text(words)),
        body=paragraphs,
        hash=digest,
    )
    return _arrive(desk, entry)


async def _get(config: Config, url: str, allow_private: bool) -> "Answer":
    from hrd_tui.feeds.fetch import Fetcher, Request

    async with Fetcher(limits(config)) as fetcher:
        try:
            return await fetcher.get(Request(url, allow_private=allow_private, accept="text/html, */*;q=0.5"))
        except FetchError as error:
            # What is said of a feed's address does not help with a page.
            raise FetchError(error.kind, error.title, _ADVICE.get(error.kind, _LOOK)) from error


def _as_entry(answer: "Answer", title: str, now: datetime) -> Entry:
    from hrd_tui.feeds import page
    from hrd_tui.text.document import excerpt, from_html

    found = page.read(answer.body, answer.headers.get("content-type", ""), answer.url, now)
    document = from_html(found.body, answer.url)
    if not document.text.strip():
        raise UsageProblem(f"{answer.url} shows no text", "Copy the text from a browser and use: hrd items paste")
    return Entry(
        guid=urls.canonical(found.url),
        url=found.url,
        title=clean(title, line=True) or found.title or excerpt(document, HEADLINE),
        authors=found.authors,
        published=found.published,
        summary=excerpt(document),
        language=found.language,
        body=found.body,
        hash=hashlib.sha256(f"{found.title}\n{document.text}".encode()).hexdigest()[:32],
    )


def _arrive(desk: Place, entry: Entry) -> int:
    now = desk.now()
    with desk.store.change() as change:
        items = {id: desk.store.items[id] for id in desk.store.index.kept_of(BY_HAND)}
        items |= archived(desk.store, BY_HAND, [entry])
        found = update.decide(identity.known(items), ParsedFeed(format="page", entries=(entry,)), now)
        if not found.new and not found.changed:
            id = next(id for id, doc in items.items() if doc.get("guid") == entry.guid)
            _back(desk.store, change, id)
            return id
        body = change.body(entry.body)
        if found.new:
            id = arrive(change, update.as_doc(entry, BY_HAND, now, body), desk.ruling.marks)
        else:
            id = found.changed[0][0]
            _back(desk.store, change, id)
            change.put("items", id, update.revised(items[id], entry, body, now))
        return id


def _back(store: Store, change: Change, id: int) -> None:
    """An item that was archived comes back as if it arrived now: unread, and in the inbox."""
    if store.past.put_back(change, id):
        change.remove("states", id)


def _escaped(text: str) -> str:
    import html

    return html.escape(text, quote=False).replace("\n", "<br>")
