"""A decoded picture, and how the process that decodes says that there is none."""

from dataclasses import dataclass

SIDE = 1200
"""The longest side of a decoded picture, in pixels: more than a terminal shows."""
MOST_PIXELS = 40_000_000
"""Pixels of a picture that is decoded at all; one of 40 million takes 160 MB."""

NO_PICTURE = 4
TOO_MANY_PIXELS = 5
BROKEN = 6
"""Exit codes of the process that decodes, beside feeds.confined.OUT_OF_MEMORY."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as plain pixels: three bytes each, row by row; nothing else that its file held."""

    width: int
    height: int
    data: bytes
