"""Names as they are compared: one key for the spellings that transliteration makes of one name."""

import re
from functools import lru_cache

from hrd_tui.text.fold import fold

ARTICLES = frozenset("al el ul ar as ash ad at az an".split())
"""The Arabic article as a word of its own, with the forms it takes before some letters; no part of a key."""

PARTICLES = ARTICLES | frozenset(
    "abd abdul abdel bin ben ibn bint abu umm de del la da do dos das van von der den di du le y e zu ter".split()
)
"""Words in small letters that stand inside names."""

# Long words only: in short ones the vowels tell people apart (Wang and Weng, Song and Sung).
_SHORTEST = 5
_MOHAMMED = re.compile(r"m[ou]h?[ae]m+[aeiou]d")
_ABD = re.compile(r"abd[aeou]l(?=$|..)")
_CHANGES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"ph", "f"),
        (r"ck|q|c(?=[aoulr])", "k"),  # Qasim, Kasim
        (r"kh|gh|dh|th", lambda match: match[0][0].replace("k", "h")),  # Khalid, Halid
        (r"dj", "j"),  # Djamila, Jamila
        (r"ou|oo|o", "u"),  # Mahmoud, Mahmud; Omar, Umar
        (r"ei|ey|ay|ai", "ai"),  # Hussein, Hussain
        (r"aee", "ai"),  # Saeed, Said
        (r"ie|ee|iy|y", "i"),  # Nabeel, Nabil
        (r"e(?=[drlmnsf]$)", "a"),  # Ahmed, Ahmad; Nasser, Nassar
        (r"(?<=[aeiu])h$", ""),  # Fatimah, Fatima
        (r"(.)\1+", r"\1"),  # Mansoor, Mansor; Nasser, Naser
    )
)
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"})


_WORDS = re.compile(r"[^\W\d_]+")


def keys(name: str) -> list[str]:
    """The keys of a name's words, without articles."""
    return [key(word) for word in _WORDS.findall(name) if fold(word) not in ARTICLES]


def has(name: str, part: str) -> bool:
    """Whether somebody of this name may be meant by a part of it: by its signs, or by its words in another spelling."""
    if fold(part) in fold(name):
        return True
    wanted = keys(part)
    return bool(wanted) and set(wanted) <= set(keys(name))


@lru_cache(16_384)
def key(word: str) -> str:
    """The key of one word of a name: two spellings of a name have the same.

    No case, accents or doubled letters; in words of five letters or more the usual ways to write Arabic and Persian
    names in Latin letters come together: Mohammed, Muhammad; -ou-, -u-; kh, h; Abdul, Abdel; -ed, -ad.
    """
    plain = fold(word)
    if not plain.isascii():
        return plain.translate(_ARABIC)
    if _MOHAMMED.fullmatch(plain):
        return "muhamad"
    servant = _ABD.match(plain)
    return "abd" + _changed(plain[servant.end() :]) if servant else _changed(plain)


def _changed(word: str) -> str:
    if len(word) >= _SHORTEST:
        for pattern, by in _CHANGES:
            word = pattern.sub(by, word)
    return word
