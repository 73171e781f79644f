"""The one function that cleans text, where bytes become stored text and again where text becomes cells."""

import re
import unicodedata
from functools import cache

MAX_MARKS = 5

_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_DROPPED_BMP = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0, DEL, C1
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, joiner, Arabic mark, fillers that show nothing
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"  # zero width, bidi controls
    "\ufdd0-\ufdef\ufffe\uffff"
)
_DROPPED = (
    _DROPPED_BMP
    + "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # format controls, tags, data in selectors
    + "".join(chr(plane * 0x10000 + low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
)
_JOINERS = "\u200c\u200d"
# Scripts in which ZWJ and ZWNJ change the shape of letters: Arabic to Mandaic, Indic to Myanmar, Khmer and Mongolian,
# the younger Indic blocks, and those beyond U+FFFF.
_JOINING = (
    "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1c4f\ua800-\uabff\ufb50-\ufdfb\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_PICTURES = "\xa9\xae\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
# Where combining marks live, coarsely: whole blocks, so that looking is one search.
_MARK_BLOCKS = (
    (0x0300, 0x0370), (0x0483, 0x048A), (0x0591, 0x1E00), (0x20D0, 0x2100), (0x2CEF, 0x2CF2), (0x2D7F, 0x2E00),
    (0x302A, 0x3030), (0x3099, 0x309B), (0xA66F, 0xA6F2), (0xA800, 0xAC00), (0xFB1E, 0xFB1F), (0xFE00, 0xFE30),
    (0x101FD, 0x1037B), (0x10A01, 0x12000), (0x13440, 0x13456), (0x16AF0, 0x16FF0), (0x1BC9D, 0x1BC9F),
    (0x1CF00, 0x1CF47), (0x1D165, 0x1D245), (0x1DA00, 0x1E95A),
)  # fmt: skip

_ASCII_WORK = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# Everything beyond the BMP counts as work: one range is what keeps the look at a text without any fast.
_WORK = re.compile(
    f"[{_DROPPED_BMP}{_LINE_ENDS}{_JOINERS}\ud800-\udfff\U00010000-\U0010ffff"
    + "".join(f"{chr(first)}-{chr(end - 1)}" for first, end in _MARK_BLOCKS if end <= 0x10000)
    + "]"
)
_DROP = re.compile(f"[{_DROPPED}]+")
MAX_CONTROL_STRING = 4096
"""Signs that a control string may have; where no end comes within these, none was meant."""
# Control sequences of ECMA-48 (CSI, parameters, intermediate bytes, a final byte) and control strings (DCS, SOS, OSC,
# PM, APC, up to ST or, as xterm has it, BEL). None reaches over the beginning of a tag, since the source of a page is
# cleaned as well. Of what introduces them in eight bits only CSI with a parameter counts: where UTF-8 or Windows-1252
# was read as Latin-1, the others are quotation marks and letters with a text behind them. No sign is looked at from
# two beginnings, so that the time grows with the text.
_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b(?=[0-;=-?]))(?:[0-;=-?]|<(?=[0-9]))*[ -/]*+[@-~]"
    f"|\x1b[P\\]X^_][^<\x00-\x1f\x7f-\x9f]{{0,{MAX_CONTROL_STRING}}}+(?:\x07|\x9c|\x1b\\\\)"
)
_BREAK = re.compile("\r\n|[" + _LINE_ENDS + "]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]+")
_STRAY_JOINER = re.compile(
    f"(?<![{_JOINING}{_PICTURES}\ufe0f])[{_JOINERS}]|(?<=[{_PICTURES}\ufe0f])(?:\u200c|\u200d(?![{_PICTURES}]))"
)


def clean(text: str, *, line: bool = False) -> str:
    """Text without anything that could steer a terminal, hide, reorder or break storing; otherwise as written.

    Gone are the control sequences of terminals (colours, titles, links) whole, other control characters but newline
    and tab, bidi controls (overrides, isolates and the marks LRM, RLM, ALM: the letters alone give the order),
    zero-width and filler characters, tag characters, noncharacters and lone surrogates. Pairs of surrogates become the
    character they mean. ZWJ and ZWNJ stay after a letter of a script that needs them and inside emoji. Runs of
    combining marks end after MAX_MARKS (Vietnamese needs 2, pointed Hebrew 4, Myanmar 5); marks without a base go.
    CRLF, CR, NEL, VT, FF, U+2028 and U+2029 become a newline. The result is NFC.

    `line=True` gives one line: every run of white space, NBSP and newline included, is one blank, none at the ends.
    Cleaning twice changes nothing.
    """
    if text.isascii():
        if _ASCII_WORK.search(text):
            text = _without_controls(text)
    elif _WORK.search(text) or not unicodedata.is_normalized("NFC", text):
        return _thorough(text, line)
    return " ".join(text.split()) if line else text


def without_sequences(text: str) -> str:
    """The text, or the source of a page or a feed, without the control sequences of terminals, each whole."""
    return _SEQUENCE.sub("", text)


def _without_controls(text: str) -> str:
    return _DROP.sub("", _BREAK.sub("\n", without_sequences(text)))


def _thorough(text: str, line: bool) -> str:
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    text = _LONE.sub("", text)
    # What is taken out brings neighbours together, so the steps repeat until nothing changes.
    before = None
    while text != before:
        before = text
        text = _without_controls(text)
        text = unicodedata.normalize("NFC", text)
        text = _STRAY_JOINER.sub("", text)
        text = _piled_marks().sub(r"\1", text)
        if line:
            text = " ".join(text.split())
    return text


@cache
def _piled_marks() -> re.Pattern[str]:
    """Marks beyond the first few of a run, and marks at the start of a line; joiners count as marks."""
    marks = "".join(
        chr(point)
        for first, end in _MARK_BLOCKS
        for point in range(first, end)
        if unicodedata.category(chr(point)) in ("Mn", "Me")
    )
    run = f"[{marks}{_JOINERS}]"
    return re.compile(f"(?m)^{run}+|({run}{{{MAX_MARKS}}}){run}+")
