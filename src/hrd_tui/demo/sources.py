"""The sources of the demo and their stories, read from the files in `newsroom/`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from hrd_tui.demo.calendar import dated

_FOLDER = files("hrd_tui.demo") / "newsroom"


@dataclass(frozen=True, slots=True)
class Story:
    """One story as its source tells it. `body` is well-formed XHTML; whatever the source leaves out is empty.

    `undated` marks a standing page, whose feed gives no date; `enclosure` is address, media type, length in bytes.
    """

    id: str
    title: str
    link: str
    published: datetime
    undated: bool
    updated: datetime
    body: str
    author: str
    topics: tuple[str, ...]
    enclosure: tuple[str, str, int] | None


@dataclass(frozen=True, slots=True)
class Source:
    """One source and its feed. `format` is a name in `formats.FORMATS`.

    `listed` is false where nobody has subscribed yet, `moved` true where the subscribed address redirects
    to the feed's own, and `fault` is what is wrong with the feed: "cut", "gone", "challenge" or nothing.
    """

    slug: str
    title: str
    site: str
    about: str
    folder: str
    format: str
    language: str
    listed: bool
    moved: bool
    fault: str
    stories: tuple[Story, ...]


def sources(now: datetime, *, later: bool = False) -> tuple[Source, ...]:
    """Every source by folder and title, with ages and deadlines counted from now.

    `later` gives the newsroom a while after: new stories have come in and one was corrected.
    """
    found = [
        _source(file.name.removesuffix(".toml"), tomllib.loads(file.read_text("utf-8")), now, later)
        for file in _FOLDER.iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda source: (source.folder, source.title)))


def page(name: str, now: datetime) -> str:
    """The web page of that name in `newsroom/pages`, its days counted from now."""
    return dated((_FOLDER / "pages" / f"{name}.html").read_text("utf-8"), now, "en")


def _source(slug: str, data: dict[str, Any], now: datetime, later: bool) -> Source:
    return Source(
        slug=slug,
        title=data["title"],
        site=data["site"],
        about=data.get("about", ""),
        folder=data["folder"],
        format=data["format"],
        language=data["language"],
        listed=data.get("listed", True),
        moved=data.get("moved", False),
        fault=data.get("fault", ""),
        stories=tuple(_stories(data, now, later)),
    )


def _stories(data: dict[str, Any], now: datetime, later: bool) -> Iterator[Story]:
    for story in data.get("story", []):
        if story.get("later") and not later:
            continue
        correction = story.get("correction", "") if later else ""
        published = (now - timedelta(hours=story["hours"])).replace(microsecond=0)
        language = story.get("language", data["language"])
        link = story.get("link", "")
        file = story.get("enclosure")
        yield Story(
            id=story.get("id", ""),
            title=dated(story.get("title", ""), now, language),
            link=data["site"] + link if link.startswith("/") else link,
            published=published,
            undated=story.get("undated", False),
            updated=now.replace(microsecond=0) if correction else published,
            body=_paragraphs(dated(story["body"] + "\n\n" + correction, now, language)),
            author=story.get("author", ""),
            topics=tuple(story.get("topics", ())),
            enclosure=(file["url"], file["type"], file["length"]) if file else None,
        )


def _paragraphs(text: str) -> str:
    """Blocks are parted by empty lines; a block that is no element yet becomes a paragraph."""
    blocks = (block.strip() for block in text.split("\n\n"))
    return "\n".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks if block)
