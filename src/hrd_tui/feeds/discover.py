"""Finding the feeds of a web page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.pagesize import bounded
from hrd_tui.text.clean import clean
from hrd_tui.text.urls import resolve, safe

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MOST = 50
_TYPES = frozenset(
    (
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
        "application/json", "application/xml", "text/xml",
    )
)  # fmt: skip
_ENDINGS = (".rss", ".atom", ".rdf", "/feed", "/rss", "/atom", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml")
# The paths that WordPress, Drupal, Jekyll, Hugo, Ghost and Blogger publish at, the most common first.
_PATHS = ("/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss/", "/feeds/posts/default", "/feed.json")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that a page names: its address, title and media type; the last two may be empty."""

    url: str
    title: str = ""
    type: str = ""


def find(html: bytes, url: str, content_type: str = "") -> list[Candidate]:
    """The feeds that a page at `url` names, best first, each once, at most MOST.

    By RSS autodiscovery (rssboard.org/rss-autodiscovery; `<link rel="alternate" type="application/rss+xml">`, Atom and
    JSON Feed alike) and `rel="feed"`; feeds of comments come last. A page without any is searched for links that end
    as feeds do. WordPress's JSON interface and oEmbed are no feeds.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(bounded(decode(html, content_type)))
    base = _base(tree, url)
    found: dict[str, Candidate] = {}
    for link in tree.css("link[href][rel]"):
        kind = (link.attributes.get("type") or "").partition(";")[0].strip().lower()
        relations = (link.attributes.get("rel") or "").lower().split()
        if ("alternate" in relations and kind in _TYPES) or "feed" in relations:
            _add(found, base, link.attributes.get("href") or "", link.attributes.get("title") or "", kind)
    if not found:
        for link in tree.css("a[href]"):
            href = (link.attributes.get("href") or "").strip()
            if href.partition("?")[0].rstrip("/").lower().endswith(_ENDINGS):
                _add(found, base, href, link.text(), "")
    return sorted(found.values(), key=_of_comments)[:MOST]


def guesses(url: str) -> list[str]:
    """Addresses where the feed of a site often lies, the likeliest first, for a page that names none."""
    address = safe(url)
    if not address:
        return []
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}"
    section = parts.path.rstrip("/")
    tried = [f"{root}{section}/feed/", *(root + path for path in _PATHS)]
    return list(dict.fromkeys(tried))


def _add(found: dict[str, Candidate], base: str, href: str, title: str, kind: str) -> None:
    address = resolve(base, href) if href.strip() else ""
    if address and not _is_interface(address):
        found.setdefault(address, Candidate(address, clean(title, line=True), kind))


def _base(tree: "LexborHTMLParser", url: str) -> str:
    declared = tree.css_first("base[href]")
    return (resolve(url, declared.attributes.get("href") or "") if declared else "") or url


def _is_interface(address: str) -> bool:
    parts = urlsplit(address)
    return "/wp-json/" in parts.path + "/" or "rest_route=" in parts.query


def _of_comments(candidate: Candidate) -> bool:
    return "comments" in urlsplit(candidate.url).path.lower()
