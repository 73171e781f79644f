"""Readings for the tests of signals: the ten posts of the newsroom, and hostile text."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from hrd_tui.signals.reading import Reading

POSTS = Path(__file__).resolve().parents[2] / "shared" / "house-style" / "posts.json"

_PIECES = (
    "human rights defender ", "lawyers ", "Narges Mohammadi", "Abdul", "al-", "Ana Ruiz", "was arrested ", "on Monday",
    " 24 January ", "must be ", "released", "ICJ", "Human Rights", ", ", ". ", "“", "’s ", "15-year-old ", "(16)",
    "his daughter ", "EMBARGOED UNTIL ", "call for ", "reportedly ", "刘晓波", "نرگس محمدی", "İ", "ß", "ﷺ", "ـ",
    "\u0301", "U.S.", "1.000,5", "-", "…",
)  # fmt: skip

TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=25).map("".join)
"""Text that the rules look at closely, with odd signs between."""

READINGS = st.builds(
    Reading,
    title=TEXTS,
    paragraphs=st.lists(TEXTS, max_size=4).map(tuple),
    url=st.sampled_from(
        ["", "https://www.ohchr.org/en/x", "https://ngo.example/job/1", "http://[", "https://a.org/case/x"]
    ),
    publisher=TEXTS,
    published=st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)

LONG = 100_000
HOSTILE = {
    "one word": "a" * LONG,
    "one name": "Ab" * (LONG // 2),
    "capitals": "A" * LONG,
    "names": "Ana Ruiz " * (LONG // 9),
    "roles": "human rights defender " * (LONG // 22),
    "roles and names": "lawyers Ana Ruiz, " * (LONG // 18),
    "abdul": "abdul" * (LONG // 5),
    "commas": "Ana, " * (LONG // 5),
    "figures": "15 " * (LONG // 3),
    "daughters": "his daughter " * (LONG // 13),
    "events": "was arrested on " * (LONG // 16),
    "days": "24 January " * (LONG // 11),
    "brackets": "(" * LONG,
    "blanks": "x" + " " * LONG + "x",
    "full stops": "A." * (LONG // 2),
    "first words": "International Human Rights " * (LONG // 27),
    "hedges": "was reportedly " * (LONG // 15),
    "calls": "call for " * (LONG // 9),
}
"""Texts that are slow where a rule looks back or ahead without a bound."""


def posts() -> list[tuple[dict[str, Any], Reading]]:
    """The ten posts with what was read in them by hand; skips where they do not lie beside the checkout."""
    if not POSTS.is_file():
        pytest.skip("the newsroom's posts do not lie beside the checkout")
    return [(post, _reading(post)) for post in json.loads(POSTS.read_text("utf-8"))]


def _reading(post: dict[str, Any]) -> Reading:
    return Reading(
        title=post["title"],
        paragraphs=tuple(block["text"] for block in post["blocks"] if block.get("text") and block["type"] != "url"),
        url=next(iter(post["source_urls"]), ""),
        published=date.fromisoformat(post["date"]),
    )
