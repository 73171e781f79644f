"""What makes two entries one: the keys an entry is known by, and those of a feed's known items."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from hrd_tui.documents import ItemDoc
from hrd_tui.model import Entry
from hrd_tui.text.dates import iso
from hrd_tui.text.urls import canonical

# An unclosed comment or script reaches to the end, so that looking for its end is done once.
_MARKUP = re.compile(r"<!--(?:.*?-->|.*)|<(script|style)\b(?:.*?</\1\s*>|.*)|<[^<>]*>", re.DOTALL | re.IGNORECASE)


def fingerprint(title: str, url: str, html: str, authors: Sequence[str]) -> str:
    """Two short digests, "text.rest": whether two entries tell the same, and whether anything about one changed.

    `text` is of the title and the words of `html` (empty where there are none), `rest` of title, canonical address and
    authors. White space, markup, comments, scripts and tracking parameters do not count. It is made here and not from
    the document, so that a better document does not make every stored item look changed.
    """
    words = _folded(unescape(_MARKUP.sub(" ", html)))
    text = _digest(_folded(title), words) if words else ""
    return f"{text}.{_digest(_folded(title), canonical(url), *map(_folded, authors))}"


@dataclass(frozen=True, slots=True)
class Keys:
    """What an entry or item is known by; each is empty where there is none.

    `link` is the canonical address; a site's front page names no entry and counts as none. `text` is the digest of
    title and words, `hash` the whole fingerprint, `published` the ISO time.
    """

    guid: str
    link: str
    title: str
    text: str
    hash: str
    published: str


def keys_of_entry(entry: Entry) -> Keys:
    return Keys(
        entry.guid,
        _own_link(canonical(entry.url)),
        entry.title,
        entry.hash.partition(".")[0],
        entry.hash,
        iso(entry.published) if entry.published else "",
    )


def keys_of_item(item: ItemDoc) -> Keys:
    hash = item.get("hash", "")
    return Keys(
        item.get("guid", ""),
        _own_link(item.get("canonical") or item.get("url", "")),
        item.get("title", ""),
        hash.partition(".")[0],
        hash,
        item.get("published", ""),
    )


Index = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Known:
    """A feed's items by what they are known by; each index maps a key to ids."""

    keys: Mapping[int, Keys]
    by_guid: Index = field(default_factory=dict)
    by_link: Index = field(default_factory=dict)
    by_text: Index = field(default_factory=dict)
    by_hash: Index = field(default_factory=dict)


def known(items: Mapping[int, ItemDoc]) -> Known:
    """The items of one feed, ready to be compared with any number of bodies; takes time in proportion to the items."""
    keys = {id: keys_of_item(item) for id, item in items.items()}
    return Known(
        keys,
        by_guid=_index((one.guid, id) for id, one in keys.items()),
        by_link=_index((one.link, id) for id, one in keys.items()),
        by_text=_index((one.text, id) for id, one in keys.items()),
        by_hash=_index((one.hash, id) for id, one in keys.items()),
    )


def _index(pairs: Iterable[tuple[str, int]]) -> Index:
    index: dict[str, list[int]] = defaultdict(list)
    for key, id in pairs:
        if key:
            index[key].append(id)
    return dict(index)


def _own_link(link: str) -> str:
    return link if "/" in link.partition("://")[2] or "?" in link else ""


def _folded(text: str) -> str:
    return " ".join(text.split())


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()
