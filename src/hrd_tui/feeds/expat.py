"""The SAX driver that feedparser is given: expat, with text in whole pieces."""

from xml.sax.expatreader import ExpatParser

_PIECE = 65_536


class BufferedExpatParser(ExpatParser):
    """Expat otherwise reports a text anew at each entity and line end, some 30 characters at a time in real feeds."""

    def reset(self) -> None:
        super().reset()
        self._parser.buffer_text = True  # type: ignore[attr-defined]
        self._parser.buffer_size = _PIECE  # type: ignore[attr-defined]


def create_parser() -> BufferedExpatParser:
    """What `xml.sax.make_parser` calls in a driver."""
    return BufferedExpatParser()
