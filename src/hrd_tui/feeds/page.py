"""Reads a web page that is in no feed: its headline, date, authors, and the part that is the article."""

import re
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.pagesize import bounded
from hrd_tui.text import dates, urls
from hrd_tui.text.clean import clean

LEAST_PARAGRAPH = 25
"""Shorter paragraphs say nothing of where the article is (Readability's measure)."""

MOST_NOISE = 0.3
"""What holds a larger share of a page's text is no noise, whatever it is called: some pages stand in one form."""

_SILENT = "script,style,noscript,template,svg,iframe,button,select"
_NOISE = (
    "nav,aside,form,dialog,footer,"
    "[hidden],[aria-hidden=true],[role=navigation],[role=complementary],[role=dialog],[role=banner],[role=contentinfo]"
)
_AWAY = re.compile(
    r"comment|share|social|related|recommend|newsletter|subscri|promo|advert|sponsor|cookie|consent|breadcrumb|"
    r"sidebar|widget|popup|modal|paywall|footer|masthead|menu|tags?-list|author-bio|more-stories|signup|disqus",
    re.IGNORECASE,
)
_LIKELY = re.compile(r"article|body|content|entry|main|post|story|text", re.IGNORECASE)
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "date",
    "pubdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
)
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: `body` is the article's HTML source, `url` its canonical address if the page names one."""

    title: str
    site: str
    url: str
    language: str
    published: datetime | None
    authors: tuple[str, ...]
    body: str


def read(html: bytes, content_type: str, url: str, now: datetime) -> Page:
    """The page at `url`. Undated, untitled and empty pages give empty fields; raises ParseError for broken gzip."""
    tree = LexborHTMLParser(bounded(decode(html, content_type)))
    meta = _meta(tree)
    title = meta.get("og:title") or _text(tree.css_first("h1")) or _text(tree.css_first("title"))
    own = urls.resolve(url, _attribute(tree.css_first("link[rel=canonical]"), "href")) or url
    moment = next((found for name in _DATES if (found := dates.parse(meta.get(name, ""), now))), None)
    if moment is None:
        moment = dates.parse(_attribute(tree.css_first("time[datetime]"), "datetime"), now)
    names = (clean(meta.get(name, ""), line=True) for name in _AUTHORS)
    return Page(
        title=clean(title, line=True),
        site=clean(meta.get("og:site_name", ""), line=True),
        url=own if urls.host(own) == urls.host(url) else url,
        language=clean(_attribute(tree.css_first("html"), "lang"), line=True)[:8],
        published=moment,
        authors=tuple(dict.fromkeys(name for name in names if name and "://" not in name)),
        body=article(tree),
    )


def article(tree: LexborHTMLParser) -> str:
    """The HTML of the part of a page that holds its text.

    Paragraphs give points to what holds them, the more the longer they are and the more commas they have; what is
    mostly links, or is named like a sidebar, loses them. The rules are those of Readability (Arc90, 2010).
    """
    for node in tree.css(_SILENT):
        node.decompose()
    whole = len(tree.body.text()) if tree.body else 0
    for node in tree.css(_NOISE):
        _drop(node, whole)
    for node in tree.css("div,section,ul,p,span"):
        name = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if _AWAY.search(name) and not _LIKELY.search(name):
            _drop(node, whole)
    best = _best(tree)
    if best is None:
        return tree.body.html or "" if tree.body else ""
    parent = best.parent
    if parent is None or parent.tag in ("html", "body"):
        return best.html or ""
    least = max(10.0, 0.2 * _points(best))
    kept = [
        node.html or ""
        for node in parent.iter(include_text=False)
        if node.mem_id == best.mem_id or _beside(node, best, least)
    ]
    return "\n".join(kept)


def _drop(node: LexborNode, whole: int) -> None:
    if len(node.text()) <= MOST_NOISE * whole:
        node.decompose()


def _best(tree: LexborHTMLParser) -> LexborNode | None:
    points: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in tree.css("p,pre,td,blockquote,section > div"):
        if paragraph.tag == "div" and paragraph.css_first("p,div,section") is not None:
            continue
        text = paragraph.text(strip=True)
        if len(text) < LEAST_PARAGRAPH:
            continue
        worth = 1 + text.count(",") + min(len(text) / 100, 3)
        holder, share = paragraph.parent, 1.0
        for _ in range(3):
            if holder is None or holder.tag in ("html", None):
                break
            nodes[holder.mem_id] = holder
            points[holder.mem_id] = points.get(holder.mem_id, _start(holder)) + worth * share
            holder, share = holder.parent, share / 2
    if not points:
        return None
    return nodes[max(points, key=lambda id: points[id] * (1 - _link_share(nodes[id])))]


def _start(node: LexborNode) -> float:
    name = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    start = {"article": 10.0, "main": 5.0, "div": 5.0, "blockquote": 3.0, "td": 3.0}.get(node.tag or "", 0.0)
    return start + (25 if _LIKELY.search(name) else 0) - (25 if _AWAY.search(name) else 0)


def _points(node: LexborNode) -> float:
    return sum(1 + len(p.text()) / 100 for p in node.css("p"))


def _beside(node: LexborNode, best: LexborNode, least: float) -> bool:
    if node.tag == "p":
        text = node.text(strip=True)
        return len(text) > 80 and _link_share(node) < 0.25
    return node.tag in ("div", "section", "article") and _points(node) > least and _link_share(node) < 0.25


def _link_share(node: LexborNode) -> float:
    whole = len(node.text())
    return sum(len(link.text()) for link in node.css("a")) / whole if whole else 0.0


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        content = node.attributes.get("content")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _text(node: LexborNode | None) -> str:
    return node.text() if node is not None else ""


def _attribute(node: LexborNode | None, name: str) -> str:
    return (node.attributes.get(name) or "") if node is not None else ""
