"""A draft as one plain text for the editor's own editor, and the text read back.

The form: a head of `# ` lines and `Field: value` lines up to a line `---`, then the parts, each below a line `[3]` or
`[3 cut]` with its number. What such a line says behind a " · " is for the reader. A part ends at an empty line; a line
of its text that is empty or begins like a marker or with `\\` stands behind a `\\`.

Read back, a part may have other words or another place; `[3 cut]` leaves it out. A part that is missing is cut where
the words are a source's, and gone where they are the editor's. A paragraph below no marker is the editor's remark.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hrd_tui.copydesk import edit
from hrd_tui.copydesk.choices import Choices
from hrd_tui.copydesk.draft import EDITOR, SOURCE, TEXT, Draft, Part
from hrd_tui.copydesk.parts import own, pieces, settled, with_text
from hrd_tui.errors import UsageProblem
from hrd_tui.text.blocks import LIST_ITEM, PARAGRAPH
from hrd_tui.text.clean import clean

_HEAD = """\
# Below a line like [3] stand the words of part 3. Change them, move the part with its line, write [3 cut] to leave it
# out or [3] to take it back. A part you delete is cut; a paragraph without such a line becomes your own remark.
# In your own words a line "- one" is a list entry, "## Who" a heading, and [words](https://…) a link.
# An empty line ends a part. A line that is empty, or looks like [3], stands behind a \\ where it belongs to a part.
"""
_END = "---"
_LISTS = ("categories", "tags", "countries", "people", "organisations")
_WORDS = ("title", "kind", "excerpt", "template")
_FIELDS = ("title", "kind", *_LISTS, "deadline", "excerpt", "template")
_BETWEEN = "; "
_MARKER = re.compile(r"\[(\d{1,6})( cut)?\](?: · .*)?\s*")
_ODD_MARKER = re.compile(r"\[\d+[^\]]*\]\s*(?:·.*)?")


def as_text(draft: Draft) -> str:
    """The draft as text, to be changed and read back by `from_text` with the same draft."""
    head = [f"{name.capitalize()}: {_value(draft, name)}".rstrip() for name in _FIELDS]
    parts = [_shown(number, part, draft) for number, part in enumerate(draft.body, 1)]
    return "\n".join([_HEAD + "\n".join(head), _END, "", "\n".join(parts)])


def from_text(text: str, draft: Draft, known: Choices) -> Draft:
    """The draft that the text describes; `draft` is the one that it was made from. Unchanged text gives the same.

    What is changed in the head must be one of the `known` choices.

    Raises UsageProblem that names the line for what cannot be read; nothing is guessed there.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    end = next((number for number, line in enumerate(lines) if line.strip() == _END), None)
    if end is None:
        raise UsageProblem("The line --- between head and text is missing", "Put it back above the first part.")
    return _head(lines[:end], settled(draft, _body(_pieces(lines, end + 1), draft)), known)


@dataclass
class _Piece:
    """Lines below a marker, or a paragraph of its own (`number` 0)."""

    line: int
    number: int = 0
    cut: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.words)


def _shown(number: int, part: Part, draft: Draft) -> str:
    who = "you" if part.source == EDITOR else _publisher(part.source, draft)
    told = [who, *(word for word in (part.role, part.block.kind) if word not in (TEXT, PARAGRAPH, SOURCE))]
    marker = f"[{number}{' cut' if part.cut else ''}] · {' · '.join(told)}"
    words = part.block.text.split("\n") if part.block.text else []
    return "\n".join([marker, *map(_escaped, words), ""])


def _publisher(source: int, draft: Draft) -> str:
    name = draft.sources[source].publisher if 0 <= source < len(draft.sources) else ""
    return clean(name, line=True) or f"source {source + 1}"


def _escaped(line: str) -> str:
    return f"\\{line}" if not line.strip() or line.startswith("\\") or _ODD_MARKER.fullmatch(line) else line


def _value(draft: Draft, name: str) -> str:
    if name == "deadline":
        return draft.deadline.isoformat() if draft.deadline else ""
    value = getattr(draft, name)
    return " ".join((value if name in _WORDS else _BETWEEN.join(value)).split())


def _head(lines: Sequence[str], draft: Draft, known: Choices) -> Draft:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        name, value = name.strip().lower(), " ".join(value.split())
        if not colon or name not in _FIELDS:
            fields = ", ".join(field.capitalize() for field in _FIELDS)
            raise UsageProblem(
                f"Line {number} of the head cannot be read: {clean(line, line=True)}", f"It may be {fields}."
            )
        if value != _value(draft, name):
            try:
                draft = _with_field(draft, name, clean(value, line=True), known)
            except UsageProblem as error:
                raise UsageProblem(f"Line {number}: {error.title}", error.detail) from error
    return draft


def _with_field(draft: Draft, name: str, value: str, known: Choices) -> Draft:
    names = tuple(word for word in (part.strip() for part in value.split(_BETWEEN.strip())) if word)
    match name:
        case "title":
            return edit.set_title(draft, value)
        case "deadline":
            return edit.set_deadline(draft, edit.day(value))
        case "kind":
            return edit.set_terms(draft, kind=value)
        case "countries":
            return edit.set_countries(draft, names, known)
        case "template":
            return edit.set_template(draft, value, known)
    read: dict[str, Any] = {name: value if name in _WORDS else tuple(dict.fromkeys(names))}
    return replace(draft, **read)


def _pieces(lines: Sequence[str], start: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    within = False
    for number, line in enumerate(lines[start:], start + 1):
        marker = _MARKER.fullmatch(line)
        if marker:
            pieces.append(_Piece(number, int(marker[1]), bool(marker[2])))
            within = True
        elif _ODD_MARKER.fullmatch(line):
            raise UsageProblem(
                f"Line {number}: {clean(line, line=True)} is no part",
                "A part is [3] or [3 cut]; words like these stand behind a \\.",
            )
        elif not line.strip():
            within = False
        elif within:
            pieces[-1].words.append(line.removeprefix("\\"))
        else:
            pieces.append(_Piece(number, words=[line.removeprefix("\\")]))
            within = True
    return pieces


def _body(pieces: Sequence[_Piece], draft: Draft) -> list[Part]:
    found: list[tuple[int, Part]] = []
    seen: dict[int, int] = {}
    for piece in pieces:
        if piece.number == 0:
            found += [(-1, part) for part in own(piece.text)]
            continue
        place = piece.number - 1
        if not 0 <= place < len(draft.body):
            raise UsageProblem(f"Line {piece.line}: there is no part {piece.number}", f"There are {len(draft.body)}.")
        if place in seen:
            raise UsageProblem(
                f"Line {piece.line}: part {piece.number} stands here for the second time",
                f"It stands in line {seen[place]} too; a copy of your own needs no [number].",
            )
        seen[place] = piece.line
        found += [(place, part) for part in _changed(draft.body[place], piece)]
    for place, part in enumerate(draft.body):
        if place not in seen and part.source != EDITOR:
            behind = next(
                (at for at, (before, _) in enumerate(found, 1) if before == place - 1), 0 if place == 0 else None
            )
            found.insert(len(found) if behind is None else behind, (place, replace(part, cut=True)))
    return [part for _, part in found]


def _changed(part: Part, piece: _Piece) -> list[Part]:
    part = replace(part, cut=piece.cut)
    if _bare(piece.words) == _bare(part.block.text.split("\n")):
        return [part]
    if part.source == EDITOR and piece.text.strip():
        return _own_changed(part, piece.text)
    if piece.text.strip():
        return [with_text(part, piece.text)]
    return [] if part.source == EDITOR else [replace(part, cut=True)]


def _own_changed(part: Part, text: str) -> list[Part]:
    """The editor's own part with other words; a list typed into it becomes parts of their own."""
    first, *more = pieces(text)
    typed = part.block.kind == PARAGRAPH and first.startswith(("- ", "## "))
    words = first.removeprefix("- ") if part.block.kind == LIST_ITEM else first
    made = own(first) if typed else [with_text(part, words)]
    return [*(replace(one, cut=part.cut) for one in made), *(one for piece in more for one in own(piece))]


def _bare(lines: Sequence[str]) -> list[str]:
    """Without blanks at the ends of lines, which some programs take away."""
    return [line.rstrip() for line in lines] or [""]
