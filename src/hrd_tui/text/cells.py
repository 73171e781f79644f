"""Widths in terminal cells, as the screen's own library counts them, and cutting to a width."""

from collections.abc import Iterator

from rich.cells import cell_len

_JOINER = "\u200d"
_REGIONAL = ("\U0001f1e6", "\U0001f1ff")


def width(text: str) -> int:
    """The cells that one line of clean text takes."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text where it fits into `cells`, else its beginning and the ellipsis; never wider than `cells`.

    Nothing that makes one sign is parted: marks stay with their base, joined emoji and flags whole. What lies
    beyond the cut is not looked at, so that a line of a million characters costs no more than a short one.
    """
    if cells < 0:
        return ""
    if text.isascii() and len(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return fit(text, cells, "")
    taken = used = 0
    kept = 0
    for cluster in _clusters(text):
        used += width(cluster)
        if used > cells:
            return text[:kept].rstrip() + ellipsis
        taken += len(cluster)
        if used <= room:
            kept = taken
    return text


def pad(text: str, cells: int) -> str:
    """The text in exactly `cells`: fitted, then filled with blanks on the right."""
    fitted = fit(text, cells)
    return fitted + " " * (cells - width(fitted))


def _clusters(text: str) -> Iterator[str]:
    """The signs of the text: a base with its marks, joined emoji, pairs of regional indicators."""
    start = 0
    size = len(text)
    while start < size:
        end = start + 1
        if _regional(text[start]) and end < size and _regional(text[end]):
            end += 1
        while end < size and (text[end - 1] == _JOINER or (not text[end].isascii() and cell_len(text[end]) == 0)):
            end += 1
        yield text[start:end]
        start = end


def _regional(sign: str) -> bool:
    return _REGIONAL[0] <= sign <= _REGIONAL[1]
