"""The pictures that the HTML of an article names; nothing is loaded."""

from typing import NamedTuple

from hrd_tui.text.clean import clean
from hrd_tui.text.markup import attributes, tokens
from hrd_tui.text.media import MAX_ALT, is_tiny
from hrd_tui.text.urls import host, target

MOST = 10
"""Pictures of one article that are offered; galleries have hundreds."""

_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")


class Picture(NamedTuple):
    """A picture by its address, with the words that the article has for it."""

    url: str
    words: str = ""

    @property
    def host(self) -> str:
        """Who would learn that it is looked at."""
        return host(self.url)


def of_html(html: str, base: str = "") -> tuple[Picture, ...]:
    """The pictures of an entry's HTML in reading order, each address once, at most MOST.

    Tracking pixels (see media.is_tiny) are left out. Where a page loads its pictures late, `src` holds a placeholder
    and an attribute of the scripts that are in use holds the address.
    """
    found: dict[str, Picture] = {}
    for token in tokens(html):
        if token.kind != "open" or token.value != "img":
            continue
        known = attributes(token.attributes)
        address = next((address for name in _SOURCES if (address := target(base, known.get(name, "")))), "")
        if not host(address) or is_tiny(known):
            continue
        found.setdefault(address, Picture(address, clean(known.get("alt", "")[:MAX_ALT], line=True)))
        if len(found) == MOST:
            break
    return tuple(found.values())
