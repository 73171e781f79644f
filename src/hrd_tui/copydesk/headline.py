"""Names for a post: the source's headline without the site's name, the publisher, the slug."""

import re

from hrd_tui.text.clean import clean
from hrd_tui.text.fold import fold
from hrd_tui.text.urls import host

MAX_SLUG = 60

_SEPARATOR = re.compile(r"\s+(?:[|»«·•–—-]|::)\s+")
_WORD = re.compile(r"[^\W_]+")
_GENERIC = frozenset(
    ["all", "articles", "blog", "comments", "feed", "feeds", "home", "homepage", "latest", "news", "press", "releases",
     "rss", "site", "stories", "the", "updates", "website", "www"]
)  # fmt: skip


def headline(title: str, feed_title: str, url: str) -> str:
    """The title in one line, without a part at its end that only names the site ("… | ISHR", "… - JURIST").

    A part names the site when it is the feed's title or a part of it, general words like "news" aside, or the host:
    as one word or by its initials (Human Rights Watch is hrw.org).
    """
    whole = line = clean(title, line=True)
    while separators := list(_SEPARATOR.finditer(line)):
        last = separators[-1]
        part = line[last.end() :]
        # "… - News - JURIST": general words go with the name they stood before.
        if not (_names_site(part, feed_title, url) or (line != whole and not _words(part))):
            break
        line = line[: last.start()]
    return line


def publisher(feed_title: str, url: str) -> str:
    """Who publishes: the part of the feed's title that names somebody, else the host."""
    parts = [part for part in _SEPARATOR.split(clean(feed_title, line=True)) if _words(part)]
    return parts[0] if parts else host(url).removeprefix("www.")


def slug(title: str, otherwise: str) -> str:
    """The title in lower-case ASCII words joined by "-", at most MAX_SLUG signs, whole words; never empty."""
    from slugify import slugify

    return slugify(title.replace("’", ""), max_length=MAX_SLUG, word_boundary=True, save_order=True) or otherwise


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _WORD.findall(fold(text)) if word not in _GENERIC)


def _names_site(part: str, feed_title: str, url: str) -> bool:
    words = _words(part)
    if not words:
        return False
    if any(words == _words(name) for name in (feed_title, *re.split(r"[|»«:()–—-]+", feed_title))):
        return True
    labels = host(url).split(".")[:-1]
    return "".join(words) in labels or (len(words) > 1 and "".join(word[0] for word in words) in labels)
