"""The demo's newsroom as evidence, and which of its items tell the same event, as its texts say by hand."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from hrd_tui.demo.sources import sources
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.signals.reading import paragraphs
from hrd_tui.text.document import from_html
from hrd_tui.text.urls import canonical

NOW = datetime(2026, 2, 20, 12, tzinfo=UTC)
PLACES = {
    "VES": ("Vessara", "Vessaran"), "KEL": ("Kelmara", "Kelmaran"), "QUI": ("Quillane",), "SUN": ("Sundri",),
    "OST": ("Ostrenia", "Ostrenian"), "MER": ("Meridia",), "BRM": ("Brannmark",), "TAR": ("Tarrow Islands",),
}  # fmt: skip


def written() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The stories as their files have them: the feed's title, the address, and all keys.

    `event` names what a story tells and `near_event` what it may stand with (what followed, reactions, background);
    `kind`, `subject`, `people` and `deadlines` (in days from now) are what a person finds in it.
    """
    for file in (files("hrd_tui.demo") / "newsroom").iterdir():
        if file.name.endswith(".toml"):
            source = tomllib.loads(file.read_text("utf-8"))
            for story in source.get("story", ()):
                link = story.get("link", "")
                yield source["title"], canonical(source["site"] + link if link.startswith("/") else link), story


def newsroom(*, lists: bool = True) -> list[tuple[Evidence, str, bool]]:
    """The newsroom's items in the order of their ids: the evidence, the event or "", and whether it is its core.

    Without `lists` nobody has read people and places from the items.
    """
    by_hand = {(title, address): keys for title, address, keys in written()}
    found: list[tuple[Evidence, str, bool]] = []
    for feed in sources(NOW, later=True):
        for story in feed.stories:
            keys = by_hand[feed.title, canonical(story.link)]
            read = from_html(story.body, story.link)
            item = Evidence(
                len(found) + 1,
                min(story.published, NOW),
                story.title,
                canonical(story.link),
                feed.title,
                feed.language,
                tuple(keys.get("people", ())) if lists else (),
                tuple(keys.get("subject", ())) if lists else (),
                tuple(dict.fromkeys(canonical(link) for link in read.links)),
                tuple(fingerprint(" ".join(paragraphs(read)))),
            )
            event = keys.get("near_event") or keys.get("event", "")
            found.append((item, event, "near_event" not in keys))
    return found
