"""Where the posts are on a page: their headlines, and what belongs to each."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrd_tui.archive import days

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MOST_POSTS = 1_000
MOST_ROUND = 100
"""Elements round a headline that are looked at; themes have some 15."""

_TITLED = (
    ".entry-title,.post-title,.posttitle,.wp-block-post-title,h1:has(a[rel~=bookmark]),h2:has(a[rel~=bookmark]),"
    "h3:has(a[rel~=bookmark]),h4:has(a[rel~=bookmark])"
)
_BODIES = (
    ".entry-content,.wp-block-post-content,.post-content,.post-body,.postentry,.entry-summary,.storycontent,.entrytext,"
    ".entry,.post-entry,.snap_preview"
)
_DATES = "time[datetime],.entry-date,.published,.post-date,.postdate,.date,.entry-meta,.post-meta,.postmetadata,small"
_META = re.compile(r"post-?meta|entry-meta|entry-footer|post-footer|cat-links|tags?-links|post-?tags", re.IGNORECASE)
_WHOLE = re.compile(r"(?:^|\s)(?:hentry|type-post|post)(?:\s|$)")
_END = r"\s*(?:$|\||·|•|Tags?\s*:|Tagged|Posted in|Filed under|Categor|Leave a|\d+ Comment)"
_POSTED_IN = re.compile(rf"(?:Posted in|Filed under|Categor(?:y|ies))\s*:?\s*(.{{1,600}}?){_END}", re.IGNORECASE)
_TAGS = re.compile(rf"(?:Tags?\s*:|Tagged(?: with| as)?\s*:?)\s*(.{{1,600}}?){_END}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A post as it stands on a page: `link` as written, `day` YYYY-MM-DD or empty, `body` HTML."""

    title: str
    link: str
    day: str
    categories: list[str]
    tags: list[str]
    body: str


def find(tree: "LexborHTMLParser") -> list[Found]:
    """The posts in the order of the page."""
    headlines = _distinct(tree.css(_TITLED)[:MOST_POSTS]) or _before_a_date(tree)
    inside: Counter[int] = Counter()
    for headline in headlines:
        inside.update({headline.mem_id, *(node.mem_id for node in _around(headline))})
    return [_found(headline, inside) for headline in headlines]


def short(node: "LexborNode", limit: int) -> str:
    """The text of an element, or its beginning where it has more than `limit` characters or nodes."""
    parts: list[str] = []
    length = 0
    for number, inner in enumerate(node.traverse(include_text=True)):
        if number > limit:
            break
        if inner.tag == "-text":
            parts.append(inner.text(deep=False))
            length += len(parts[-1])
            if length > limit:
                break
        elif inner.tag == "br":
            parts.append("\n")
    return "".join(parts).strip()


def _distinct(nodes: "list[LexborNode]") -> "list[LexborNode]":
    """Each once, as lexbor gives what fits two selectors twice, and without those that stand in another one."""
    by_id = {node.mem_id: node for node in nodes}
    return [node for node in by_id.values() if not any(outer.mem_id in by_id for outer in _around(node))]


def _before_a_date(tree: "LexborHTMLParser") -> "list[LexborNode]":
    """Headings that a line with nothing but a date follows; also paragraphs of one bold or linked line."""
    found = []
    for node in tree.css("h1,h2,h3,h4,h5,p"):
        after = _next(node)
        if after is None or not days.alone(short(after, 150)):
            continue
        if node.tag != "p" or [inner.tag for inner in node.iter()] in (["a"], ["strong"], ["b"]):
            found.append(node)
        if len(found) == MOST_POSTS:
            break
    return found


def _found(headline: "LexborNode", inside: "Counter[int]") -> Found:
    holder = _holder(headline, inside)
    body = None if holder.mem_id == headline.mem_id else holder.css_first(_BODIES)
    parts = [holder] if body is not None else [*_flow(headline, holder, inside)]
    meta = [part for part in parts if _is_meta(part)] if body is None else []
    day = _day(parts)
    categories, tags = _terms(parts if body is not None else [*parts, holder])
    if body is not None:
        html = body.html or ""
    else:
        plain = {node.mem_id for node in meta}
        html = "".join(
            part.html or "" for part in parts if part.mem_id not in plain and not days.alone(short(part, 150))
        )
    return Found(short(headline, 2_000), _link(headline, holder), day, categories, tags, html)


def _holder(headline: "LexborNode", inside: "Counter[int]") -> "LexborNode":
    """The largest element that holds this headline and no other; the post itself where it is marked as such."""
    holder = headline
    for outer in _around(headline):
        if inside[outer.mem_id] > 1 or outer.tag in ("html", "body"):
            break
        holder = outer
        if outer.tag == "article" or _WHOLE.search(outer.attributes.get("class") or ""):
            break
    return holder


def _flow(headline: "LexborNode", holder: "LexborNode", inside: "Counter[int]") -> "list[LexborNode]":
    """What follows a headline up to the next one, beside it or beside what it stands in."""
    level = headline
    while True:
        found = []
        after = _next(level)
        while after is not None and not inside[after.mem_id]:
            found.append(after)
            after = _next(after)
        parent = level.parent
        if any(short(node, 20) for node in found) or level.mem_id == holder.mem_id or parent is None:
            return found
        level = parent


def _link(headline: "LexborNode", holder: "LexborNode") -> str:
    link = headline.css_first("a[href]") or holder.css_first("a[rel~=bookmark][href]")
    outer = headline.parent
    if link is None and outer is not None and outer.tag == "a":
        link = outer
    return (link.attributes.get("href") or "") if link is not None else ""


def _day(parts: "list[LexborNode]") -> str:
    for part in parts:
        for node in part.css(_DATES)[:20]:
            if found := days.day(node.attributes.get("datetime") or node.attributes.get("title") or ""):
                return found
            if found := days.day(short(node, 150)):
                return found
    return next((found for part in parts if (found := days.alone(short(part, 150)))), "")


def _terms(parts: "list[LexborNode]") -> tuple[list[str], list[str]]:
    """Categories and tags: by the links' rel (WordPress marks a category's "category tag"), else by the words."""
    categories: list[str] = []
    tags: list[str] = []
    for part in parts:
        for link in part.css("a[rel~=category],a[rel~=tag]")[:200]:
            named = categories if "category" in (link.attributes.get("rel") or "").split() else tags
            named.append(short(link, 300))
    if not categories and not tags:
        for part in parts:
            metas = [part] if _is_meta(part) else part.css("p,div,small,footer,span")[-30:]
            for node in metas:
                if _is_meta(node):
                    words = " ".join(short(node, 600)[:600].split())
                    categories += _listed(_POSTED_IN.search(words))
                    tags += _listed(_TAGS.search(words))
    return categories, tags


def _listed(match: re.Match[str] | None) -> list[str]:
    return match[1].split(",") if match else []


def _is_meta(node: "LexborNode") -> bool:
    if _META.search(node.attributes.get("class") or ""):
        return True
    start = short(node, 40)[:40].lower()
    return node.tag in ("p", "small", "div", "span") and start.startswith(
        ("posted in", "filed under", "tags:", "tagged", "category:", "categories:")
    )


def _around(node: "LexborNode") -> "Iterator[LexborNode]":
    """The elements round a node, from the inside."""
    outer = node.parent
    for _ in range(MOST_ROUND):
        if outer is None or outer.tag == "-undef":
            return
        yield outer
        outer = outer.parent


def _next(node: "LexborNode") -> "LexborNode | None":
    """The element that follows."""
    after = node.next
    while after is not None and (after.tag or "-").startswith("-"):
        after = after.next
    return after
