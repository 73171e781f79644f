"""Text folded for searching: no case, no accents, one form of quotes and dashes, one for each Arabic letter."""

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels, hamzas on a letter and the lengthening stroke.
# Marks of other scripts are vowels of the word.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u0655\u0670\u0640]+")
# The letters of Arabic, Persian, Urdu and Kurdish keyboards that write one letter of a word, and their digits.
_ARABIC = {
    **dict.fromkeys("\u06cc\u0649\u06cd\u06ce", "\u064a"),
    **dict.fromkeys("\u06a9\u06aa", "\u0643"),
    **dict.fromkeys("\u0629\u06c1\u06c3\u06be\u06d5", "\u0647"),
    "\u0671": "\u0627",
    **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
}
_LETTERS = str.maketrans(
    {
        **_ARABIC,
        "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‒": "-", "–": "-", "—": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text as searches compare it; folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    # Small letters of what was decomposed are decomposed, too.
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold().translate(_LETTERS)
