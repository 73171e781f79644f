"""The list of those who signed: found at its heading, kept whole or told by its count."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrd_tui.copydesk.draft import EDITOR, SIGNATORIES, TEXT, Part
from hrd_tui.text.blocks import HEADING, LIST_ITEM, PARAGRAPH, TABLE
from hrd_tui.text.counted import counted

LEAST = 3
"""Fewer names below such a heading are no list that an editor would shorten."""

NAME = 160
"""Longest paragraph, in characters, that is still the name of a signatory and not a sentence of the letter."""

_HEADING = re.compile(
    r"(?:(?:the|list of|full list of|les|los|las|liste des|lista de)\s+)*"
    r"(?:(?:un)?dersigned|undersigned(?: organi[sz]ations)?|signatories|signatory organi[sz]ations|signed(?: by)?|"
    r"co-?signed(?: by)?|co-?signatories|signataires|organisations signataires|signé par|"
    r"firmantes|organizaciones firmantes|firman|firmado por)"
    r"(?:\s*\(\s*[\d.,  ]+\s*\))?\s*[:,]?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s+\S+\s+\S+\s+\S+|\b(?:we|nous|nosotros)\b", re.IGNORECASE)


def with_signatories(parts: Sequence[Part]) -> list[Part]:
    """The parts with the role `signatories` on the heading of such a list and on the names below it.

    A heading is a line of its own that says nothing else: Signatories, Signed, Undersigned organisations, Signataires,
    Firmantes … Names are list entries, short paragraphs that are no sentences, and tables.
    """
    found = list(parts)
    for place, part in enumerate(parts):
        if not _HEADING.fullmatch(" ".join(part.block.text.split())):
            continue
        end = place + 1
        while end < len(parts) and _names(parts[end]):
            end += 1
        if sum(_count(part) for part in parts[place + 1 : end]) >= LEAST:
            found[place:end] = [replace(part, role=SIGNATORIES) for part in parts[place:end]]
    return found


def count(parts: Sequence[Part]) -> int:
    """How many names the source's list holds: its entries, its rows or the lines of its paragraphs."""
    listed = [part for part in parts if part.role == SIGNATORIES and part.source != EDITOR]
    return sum(_count(part) for part in listed if not _HEADING.fullmatch(" ".join(part.block.text.split())))


def line(number: int) -> str:
    """The count in the editor's words: "(1,025 signatories)"."""
    return f"({counted(number, 'signatory', 'signatories')})"


def _names(part: Part) -> bool:
    block = part.block
    if part.source == EDITOR or part.role != TEXT or block.kind == HEADING:
        return False
    if block.kind in (LIST_ITEM, TABLE) or block.marker:
        return True
    lines = [text for text in block.text.split("\n") if text.strip()]
    return block.kind == PARAGRAPH and all(len(text) <= NAME and not _SENTENCE.search(text) for text in lines)


def _count(part: Part) -> int:
    block = part.block
    if block.marker:
        return 1
    return 0 if block.depth else sum(bool(text.strip()) for text in block.text.split("\n"))
