"""Bytes to text, for feeds that declare no encoding, a wrong one, or one that does not exist."""

import codecs
import re
import zlib

from hrd_tui.errors import ParseError
from hrd_tui.feeds.failures import LATER

MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes that a body which is still gzip'd may unpack to."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# XML 1.0, appendix F: how "<?" and "<x" begin in encodings with wide units.
_WIDE = (
    (re.compile(rb"<\x00\x00\x00"), "utf-32-le"),
    (re.compile(rb"\x00\x00\x00<"), "utf-32-be"),
    (re.compile(rb"[<{]\x00[^\x00]\x00"), "utf-16-le"),
    (re.compile(rb"\x00[<{]\x00[^\x00]"), "utf-16-be"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
# WHATWG Encoding: a label means its widest superset.
_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_OF_THE_WEB = re.compile(
    r"utf-[78]|cp\d{3,4}|iso8859-\d+|iso2022_\w+|koi8-\w|mac-\w+|gb18030|big5hkscs|euc_\w+|hz|johab|ptcp154|kz1048"
)
# Encodings whose bytes are all ASCII: being valid UTF-8 says nothing about them.
_SEVEN_BIT = re.compile(r"utf-7|hz|iso2022_\w+")
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"(?:xml:lang\s*=\s*[\"']|<(?:dc:)?language>)\s*([A-Za-z]{2})")
_BY_LANGUAGE = {
    b"ja": ("cp932", "euc_jp"), b"zh": ("gb18030", "big5hkscs"), b"ko": ("cp949",), b"ru": ("cp1251",),
    b"uk": ("cp1251",), b"bg": ("cp1251",), b"pl": ("cp1250",), b"cs": ("cp1250",), b"hu": ("cp1250",),
    b"el": ("cp1253",), b"tr": ("cp1254",), b"he": ("cp1255",), b"ar": ("cp1256",), b"fa": ("cp1256",),
    b"th": ("cp874",),
}  # fmt: skip
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")


def decode(body: bytes, content_type: str) -> str:
    """The text of a body; never fails on encodings: what cannot be read becomes U+FFFD or its Windows-1252 sign.

    A byte order mark wins, then valid UTF-8 whatever is declared (it is never valid by accident), then the charset of
    `content_type` (RFC 7303), the XML declaration, the feed's language, and what the bytes look like.
    A body that is still gzip'd is unpacked; raises ParseError where that fails or exceeds MAX_UNPACKED.
    """
    if body.startswith(b"\x1f\x8b"):
        body = _unpacked(body)
    encoding = ""
    while mark := next(((bom, name) for bom, name in _BOMS if body.startswith(bom)), None):
        body, encoding = body[len(mark[0]) :], encoding or mark[1]
    if not encoding:
        encoding = next((name for pattern, name in _WIDE if pattern.match(body)), "")
    if encoding and encoding != "utf-8":
        return body.decode(encoding, "replace")
    declared = [_codec(label) for label in _labels(body, content_type)]
    candidates = [name for name in declared if _SEVEN_BIT.fullmatch(name)] + ["utf-8"]
    candidates += [name for name in declared if name and name not in candidates]
    for name in candidates:
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return _guessed(body)


def _unpacked(body: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        data = unpacker.decompress(body, MAX_UNPACKED)
    except zlib.error as error:
        raise ParseError("not a feed: a broken gzip file", LATER) from error
    if unpacker.unconsumed_tail:
        title = f"a gzip file that unpacks to more than {MAX_UNPACKED // 1024 // 1024} MB"
        raise ParseError(title, "No feed is that long; look for another one of the site: hrd feeds add SITE.")
    return data


def _labels(body: bytes, content_type: str) -> list[str]:
    """Of the Content-Type, then of the XML declaration, which may come after a page of warnings."""
    labels = _CHARSET.findall(content_type)[:1]
    if match := _DECLARED.search(body[:16_384]):
        labels.append(match[1].decode("ascii"))
    return labels


def _codec(label: str) -> str:
    """The codec a label stands for; "" for names that are no text encoding of the web."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    name = _WIDER.get(name, name)
    return name if _OF_THE_WEB.fullmatch(name) else ""


def _guessed(body: bytes) -> str:
    hint = _LANGUAGE.search(body[:16_384])
    names = list(_BY_LANGUAGE.get(hint[1].lower(), ())) if hint else []
    runs = [len(run) for run in _HIGH_RUN.findall(body[:200_000])]
    # In Western text the bytes beyond ASCII stand alone among letters, elsewhere they make up the words.
    if not hint and runs and sum(runs) >= 3 * len(runs):
        names += ["cp932", "cp1251", "koi8-r", "gb18030"]
    for name in names:
        try:
            text = body.decode(name)
        except UnicodeDecodeError:
            continue
        if hint or _plausible(text[:200_000], name):
            return text
    return _patched(body)


def _plausible(text: str, name: str) -> bool:
    """Whether the signs beyond ASCII are the everyday ones of the encoding's language."""
    signs = [sign for sign in text if sign > "\x7f"]

    def share(*ranges: tuple[str, str]) -> float:
        return sum(any(first <= sign <= last for first, last in ranges) for sign in signs) / len(signs)

    if name == "cp932":
        return share(("\u3040", "\u30ff")) >= 0.15
    if name in ("cp1251", "koi8-r"):
        return share(("\u0430", "\u044f")) >= 0.6 and share(("\u0401", "\u0451"), ("\xa0", "\xbb")) >= 0.95
    return share(("\u4e00", "\u9fff"), ("\u3000", "\u303f"), ("\uff01", "\uff5e")) >= 0.8


def _patched(body: bytes) -> str:
    """UTF-8 with each invalid byte read as Windows-1252: right for pasted-in Windows text, and for all of it."""
    return body.decode("utf-8", "hrd-windows")


def _windows_sign(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("hrd-windows", _windows_sign)
