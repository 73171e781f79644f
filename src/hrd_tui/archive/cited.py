"""The addresses that a post cites: its links and the bare addresses below it."""

import re
from collections.abc import Iterable, Iterator

from hrd_tui.archive.blog import Blog
from hrd_tui.text import urls
from hrd_tui.text.blocks import Document, Span

MOST = 200

_BARE = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_BEHIND = ".,;:!?'’)]}…"
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp)$", re.IGNORECASE)
# What WordPress.com and its sharing buttons put below a text.
_NO_SOURCE = re.compile(r"(?:feeds|stats|pixel)\.(?:wordpress|wp)\.com|.*\.files\.wordpress\.com|i\d\.wp\.com")
_SHARING = re.compile(
    r"//(?:[a-z]+\.)?(?:facebook\.com/(?:sharer|share\.php)|(?:twitter|x)\.com/(?:intent/|share\b|home\?status)|"
    r"linkedin\.com/share|pinterest\.com/pin/create|reddit\.com/submit|tumblr\.com/share|t\.me/share|wa\.me/\?|"
    r"api\.whatsapp\.com/send|getpocket\.com/save|bsky\.app/intent)"
)


def cited(document: Document, url: str, blog: Blog, told: Iterable[str] = ()) -> tuple[str, ...]:
    """The http(s) addresses in the order of the text, each once, then those of `told`; at most MOST.

    The blog's own posts are not among them, nor pictures and the links of sharing buttons.
    """
    own = urls.host(url).removeprefix("www.")
    found: dict[str, str] = {}
    for address in (*_addresses(document), *told):
        host = urls.host(address)
        if not host or host.removeprefix("www.") == own or blog.owns(address):
            continue
        if _NO_SOURCE.fullmatch(host) or _SHARING.search(address) or _PICTURE.search(address.partition("?")[0]):
            continue
        found.setdefault(urls.canonical(address), address)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _addresses(document: Document) -> Iterator[str]:
    for block in document.blocks:
        spans: list[Span] = [*block.spans, *(span for row in block.rows for cell in row for span in cell)]
        for span in spans:
            if span.href:
                yield span.href
            elif "://" in span.text:
                yield from (urls.untracked(urls.safe(match[0].rstrip(_BEHIND))) for match in _BARE.finditer(span.text))
