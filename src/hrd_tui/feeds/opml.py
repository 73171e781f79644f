"""Lists of subscriptions: OPML above all, read even when it is not well-formed, and written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hrd_tui.errors import FetchError
from hrd_tui.feeds.addresses import shown, target
from hrd_tui.feeds.decode import decode
from hrd_tui.feeds.foaf import feeds_of
from hrd_tui.feeds.markup import End, Event, Start, events, unescape
from hrd_tui.feeds.plainlist import lines_of
from hrd_tui.text.clean import clean

DEEPEST = 32
LONGEST = 1000
_LISTS = ("include", "source")


@dataclass(frozen=True, slots=True)
class Outline:
    """A subscription in a list. `url` and `site` are http(s) addresses as written; `folder` is the names of the
    outlines around it, joined as "A/B"; texts are one line each and cleaned.
    """

    url: str
    title: str = ""
    site: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """A list that was read: its title, its feeds in order, and a sentence for each outline that was left out."""

    title: str = ""
    feeds: tuple[Outline, ...] = ()
    skipped: tuple[str, ...] = ()


@dataclass(slots=True)
class _Collected:
    title: str = ""
    feeds: dict[str, Outline] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def add(self, url: str, title: str, site: str = "", folder: str = "", tags: Iterable[str] = ()) -> None:
        title = _line(title)
        url = _web(url)
        name = f"“{title}”" if title else "An outline without a title"
        if not url:
            self.skipped.append(f"{name} was left out: it has no address.")
            return
        try:
            place = target(url, allow_private=True)
        except FetchError as error:
            self.skipped.append(f"{name} was left out: {error.title}.")
            return
        if place.url in self.feeds:
            self.skipped.append(f"{name} was left out: {shown(url)} is in the list twice.")
            return
        kept = dict.fromkeys(map(_line, tags))
        self.feeds[place.url] = Outline(url, title, _site(site), folder, tuple(tag for tag in kept if tag))


def read(data: bytes) -> Subscriptions:
    """The subscriptions in OPML, in a FOAF list (RDF), or in a plain list of addresses, one a line.

    OPML is read in any state: bare `&`, wrong or missing encoding, any case, no type, `title` for `text`, unclosed
    tags, any depth (folders deeper than DEEPEST are not named). Only http(s) feeds are taken (`feed:` stands for http),
    each address once, the first time it comes; every outline that means a feed and is not taken is told in `skipped`.
    Texts are cut at LONGEST characters.
    Nothing is fetched, expanded or run. Raises ParseError for a gzip file that is broken.
    """
    collected = _Collected()
    text = decode(data, "")
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        _read_markup(events(text), collected)
    else:
        _read_lines(text, collected)
    return Subscriptions(collected.title, tuple(collected.feeds.values()), tuple(collected.skipped))


def write(feeds: Iterable[Outline], title: str) -> bytes:
    """OPML 2.0 in UTF-8: one outline a folder, in the order the folders first come, feeds without one before them.

    The same feeds give the same bytes. `read` gives back url, title, site, folder and tags exactly, if they are clean
    lines; a comma within a tag is written as a reference, which `read` tells from the commas between tags.
    """
    by_folder: dict[str, list[Outline]] = {"": []}
    for feed in feeds:
        by_folder.setdefault(feed.folder, []).append(feed)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">', "  <head>"]
    lines += [f"    <title>{_escaped(title)}</title>", "  </head>", "  <body>"]
    lines += [f"    {_element(feed)}" for feed in by_folder.pop("")]
    for folder, members in by_folder.items():
        name = _escaped(folder)
        lines.append(f'    <outline text="{name}" title="{name}">')
        lines += [f"      {_element(feed)}" for feed in members]
        lines.append("    </outline>")
    lines += ["  </body>", "</opml>", ""]
    return "\n".join(lines).encode("utf-8")


def _element(feed: Outline) -> str:
    title = _escaped(feed.title)
    attributes = [f'type="rss" text="{title}" title="{title}" xmlUrl="{_escaped(feed.url)}"']
    if feed.site:
        attributes.append(f'htmlUrl="{_escaped(feed.site)}"')
    if feed.tags:
        tags = ",".join(_escaped(tag).replace(",", "&#44;") for tag in feed.tags)
        attributes.append(f'category="{tags}"')
    return f"<outline {' '.join(attributes)}/>"


def _escaped(text: str) -> str:
    from html import escape

    return escape(clean(text, line=True))


def _read_markup(stream: Iterator[Event], collected: _Collected) -> None:
    folders: list[str] = []
    title: list[str] = []
    in_title = False
    for event in stream:
        if isinstance(event, str):
            if in_title:
                title.append(event)
        elif event.name == "outline":
            _outline(event, folders, collected)
        elif event.name == "title":
            in_title = isinstance(event, Start) and not event.empty and not folders and not title
        elif event.name == "rdf" and isinstance(event, Start):
            for url, name, group in feeds_of(stream):
                collected.add(unescape(url), unescape(name), folder=_line(unescape(group)))
    collected.title = _line(unescape("".join(title)))


def _outline(event: Start | End, folders: list[str], collected: _Collected) -> None:
    """Takes an outline in; `folders` holds the whole folder's name for each outline that is open."""
    if isinstance(event, End):
        if folders:
            folders.pop()
        return
    found = event.attributes
    folder = folders[-1] if folders else ""
    title = _line(unescape(found.get("text", ""))) or _line(unescape(found.get("title", "")))
    kind = found.get("type", "").strip().lower()
    if "xmlurl" in found and kind in _LISTS:
        collected.skipped.append(f"“{title}” was left out: it is another list, not a feed.")
    elif "xmlurl" in found or kind == "rss":
        tags = [unescape(tag) for tag in found.get("category", "").split(",")]
        collected.add(unescape(found.get("xmlurl", "")), title, unescape(found.get("htmlurl", "")), folder, tags)
    elif title and len(folders) < DEEPEST:
        folder = f"{folder}/{title}"[:LONGEST] if folder else title
    if not event.empty:
        folders.append(folder)


def _read_lines(text: str, collected: _Collected) -> None:
    for url, title, tags in lines_of(text):
        collected.add(url, title, tags=tags)
    if not collected.feeds and collected.skipped:
        collected.skipped[:] = ["This is neither an OPML list nor a list of addresses, one a line."]


def _line(text: str) -> str:
    return clean(text, line=True)[:LONGEST].rstrip()


def _web(url: str) -> str:
    """The address without the `feed:` that browsers once put before it."""
    url = url.strip()
    if url[:5].lower() != "feed:":
        return url
    rest = url[5:]
    return rest if rest[:4].lower() == "http" else "http:" + rest


def _site(url: str) -> str:
    try:
        target(url, allow_private=True)
    except FetchError:
        return ""
    return url.strip()
