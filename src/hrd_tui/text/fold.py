"""Text folded for searching: no case, no accents, one form of quotes and dashes."""

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels and the lengthening stroke. Marks of other scripts
# are vowels of the word.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u0652\u0640]+")
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text as searches compare it; folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS)
