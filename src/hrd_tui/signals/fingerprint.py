"""Fingerprints of texts: whether two texts are nearly the same, without keeping either."""

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from struct import pack, unpack
from zlib import crc32

from hrd_tui.text.fold import fold

SIZE = 12
"""Numbers in a fingerprint: 64 bytes an item as they are kept."""
SHINGLE = 4
"""Words of a run that is hashed as one."""
SHORTEST = 30
"""A text of fewer words (a teaser, "read more …") says too little to be anybody's copy."""
SAME = 2 / 3
"""Share of the numbers below the common bound that two versions of a text have in common."""
LEAST = 5
"""Fewer numbers below the common bound compare nothing."""
KEYS = 3
"""A fingerprint's smallest numbers, by which it is looked up; two texts of likeness 0.8 share none in 1 % of cases."""

_WORD = re.compile(r"[^\W_]+")
_BITS = (1 << 30) - 1
_SPREAD = 0x9E3779B1


def fingerprint(text: str) -> list[int]:
    """The SIZE smallest hashes (30 bits, ascending) of the text's runs of SHINGLE words; empty for a short text.

    A bottom-k sketch (Broder 1997; Cohen and Kaplan 2007): two of them estimate the likeness of two texts, and how
    much of a shorter one stands in a longer.
    """
    found = _WORD.findall(fold(text))
    if len(found) < SHORTEST:
        return []
    runs = {" ".join(found[at : at + SHINGLE]) for at in range(len(found) - SHINGLE + 1)}
    return sorted({(crc32(run.encode()) * _SPREAD >> 2) & _BITS for run in runs})[:SIZE]


def packed(numbers: Sequence[int]) -> str:
    """A fingerprint as it is kept: four bytes a number in base64, a quarter of the memory of a list; "" for none."""
    return b64encode(pack(f">{len(numbers)}I", *numbers)).decode()


def unpacked(text: str) -> tuple[int, ...]:
    """What `packed` was given."""
    return unpack(f">{len(text) * 3 // 16}I", b64decode(text)) if text else ()


def same_text(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two fingerprints are of one text, perhaps cut short, with another heading or another foot.

    Below the smaller of their greatest numbers both are complete; the share in common there is that of the texts.
    """
    if not one or not other:
        return False
    bound = min(one[-1], other[-1])
    a, b = ({number for number in numbers if number <= bound} for numbers in (one, other))
    least = min(len(a), len(b))
    return least >= LEAST and len(a & b) >= SAME * least
