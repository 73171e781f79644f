"""Titles and bodies of the corpus's hostile feeds, as a feed parser hands them on."""

import re
from html import unescape

from conftest import Corpus

_IN_JSON = re.compile(r'"(?:title|content_html|content_text)": ?"((?:[^"\\]|\\.)*)"')
_IN_XML = re.compile(r"<(?:title|description|content)[^>]*>(.*?)</", re.DOTALL)


def hostile_bodies(corpus: Corpus) -> list[str]:
    """At most 60 of a file, each at most 200,000 characters long; what several files have, once."""
    found: list[str] = []
    for entry in corpus.of_kind("nasty"):
        text = corpus.data(entry).decode("utf-8", "replace")
        found += (_IN_JSON if ".json" in entry["file"] else _IN_XML).findall(text)[:60]
    return list(dict.fromkeys(unescape(text[:200_000]) for text in found))
