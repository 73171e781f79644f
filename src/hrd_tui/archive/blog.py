"""The editor's own blog: which addresses are its posts, and which of them mean the same one."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qs, urlsplit, urlunsplit

from hrd_tui.text import urls

_DATED = re.compile(r"^(.*?)/((?:19|20)\d\d)/(\d\d)/(\d\d)/([^/]+)")
_KEPT = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(https?://.+)", re.IGNORECASE)
_NO_SLUG = frozenset(("page", "feed", "amp", "embed", "comments"))
_ENDINGS = re.compile(r"/(?:amp|feed|embed|comment-page-\d+)$")


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog by its present host; those of `former` mean the same. Hosts are bare: lower case, without "www."."""

    host: str = ""
    former: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def at(cls, address: str, former: Collection[str] = ()) -> "Blog":
        """The blog at an address; `former` are hosts or addresses that it had before. Without an address every host
        is taken as it is.
        """
        hosts = (_host(name if "://" in name else f"https://{name}") for name in former)
        return cls(_host(address), frozenset(host for host in hosts if host))

    def owns(self, url: str) -> bool:
        """Whether the address lies on the blog, under its present name or a former one; also a copy that the Wayback
        Machine keeps.
        """
        return bool(self.host) and _host(original(url)) in (self.host, *self.former)

    def present(self, url: str) -> str:
        """The address of a post as it is today: on the present host, https, without what is not the post itself.

        "" where it is not safe.
        """
        url = original(url)
        parts = urlsplit(urls.untracked(urls.safe(url)))
        if not parts.hostname:
            return ""
        own = self.owns(url)
        scheme, where = ("https", self.host) if own and parts.port is None else (parts.scheme, parts.netloc)
        path, query = parts.path, parts.query
        if match := _dated(path):
            path, query = match[0] + ("/" if path[match.end() : match.end() + 1] == "/" else ""), ""
        elif numbered := _number(query):
            query = f"p={numbered}"
        return urlunsplit((scheme, where, path, query, ""))

    def canonical(self, url: str) -> str:
        """The key of a post: one for http and https, with and without "www.", slash, "amp" and tracking, on the present
        and the former hosts. "" where the address is not safe.
        """
        key = urls.canonical(self.present(url))
        parts = urlsplit(key)
        if _number(parts.query):
            return urlunsplit(parts._replace(path=""))
        return urlunsplit(parts._replace(path=_ENDINGS.sub("", parts.path)))


def original(url: str) -> str:
    """The address of which the Wayback Machine keeps a copy, else the address itself."""
    match = _KEPT.fullmatch(url)
    return match[1] if match else url


def day_of(url: str) -> str:
    """The day YYYY-MM-DD in a dated address (/2025/05/28/slug/), the blog's own; "" where it has none."""
    match = _dated(urlsplit(url).path)
    if not match:
        return ""
    try:
        return date(int(match[2]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return ""


def slug_of(url: str) -> str:
    """The slug in a dated address."""
    match = _dated(urlsplit(url).path)
    return match[5] if match else ""


def is_number(url: str) -> bool:
    """Whether an address names a post by its number alone (?p=123)."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and bool(_number(parts.query))


def _dated(path: str) -> re.Match[str] | None:
    match = _DATED.match(path)
    return match if match and match[5] not in _NO_SLUG else None


def _number(query: str) -> str:
    found = parse_qs(query, max_num_fields=50).get("p", [""])[0] if query.count("&") < 50 else ""
    return found if found.isascii() and found.isdigit() and len(found) < 20 else ""


def _host(url: str) -> str:
    return urls.host(url).removeprefix("www.")
