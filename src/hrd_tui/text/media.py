"""What images and embedded media say in words; nothing is ever loaded."""

import re

from hrd_tui.text.clean import clean
from hrd_tui.text.markup import Token, attributes
from hrd_tui.text.runs import Run, Style
from hrd_tui.text.urls import host, target

MAX_ALT = 300
EMBEDDED = frozenset(["iframe", "video", "audio", "embed", "object"])

_INNER_SOURCE = re.compile(r"<source\b([^>]*)>", re.IGNORECASE)


def image(raw: str, style: Style, base: str) -> Run | None:
    """An image's alternative text, leading where the image's own link leads, else to the image.

    Images without words and tracking pixels are None. One whose text has no letter or digit is the sign it draws.
    """
    known = attributes(raw)
    words = clean(known.get("alt", "")[:MAX_ALT], line=True)
    if not words or is_tiny(known):
        return None
    if not any(sign.isalnum() for sign in words):
        return Run(words, style)
    return Run(words, Style(style.href or target(base, known.get("src", ""))), "image")


def embedded(token: Token, base: str) -> Run | None:
    """A link to what an iframe, video, audio, embed or object shows; None where it is no address or a pixel."""
    known = attributes(token.attributes)
    inner = _INNER_SOURCE.search(token.inside)
    source = known.get("src") or known.get("data") or (attributes(inner[1]).get("src", "") if inner else "")
    address = target(base, source)
    if not host(address) or is_tiny(known):
        return None
    label = token.value if token.value in ("video", "audio") else "embedded"
    return Run(f"[{label}: {host(address)}]", Style(address))


def is_tiny(known: dict[str, str]) -> bool:
    """Whether it is a tracking pixel: at most two pixels in one direction."""
    return any(known.get(side, "").strip().removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))
