"""Organisations of an alias table in a text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrd_tui.signals.watchlist import Entry, Form, Neighbours
from hrd_tui.text.fold import fold

LONGEST = 160
_BEGINNING = re.compile("\\b[^\\W_a-zß-öø-ÿ][^\\W_]*")
_WORD = re.compile(r"[^\W_]+")
# A name does not reach over these; the sign between "Lawyers'" and "Rights" does not part.
_BREAK = re.compile(r"[.;:!?()\[\]/|“”\"«»\n]|, ")
_SIGNATORIES = re.compile(
    r"(?:list of )?(?:signatories|signatures|signed by|undersigned|co-?signatories|signataires|firmantes|firman|"
    r"unterzeichner(?:innen)?|signed)\b[^.!?]{0,60}:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands in a line: whom it can mean, best first, how it is written and what decided.

    `near` is the word that told which of several is meant; `entries` is empty where nothing did.
    """

    entries: tuple[Entry, ...]
    start: int
    written: str
    near: str = ""


@dataclass(frozen=True, slots=True)
class _Form:
    """A name by its folded words, how it must be written where that counts, and whom it can mean."""

    words: tuple[str, ...]
    exact: str
    meant: list[tuple[Entry, Form]]


class Organisations:
    """Names and acronyms, looked up by their first word; acronyms and single words only as they are written."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._starts: dict[str, list[_Form]] = {}
        self._names: dict[str, Entry] = {}
        by_form: dict[tuple[tuple[str, ...], str], list[tuple[Entry, Form]]] = {}
        for entry in entries:
            for form in entry.forms:
                self._names.setdefault(fold(form.text), entry)
                words = tuple(fold(word) for word in _WORD.findall(form.text))
                exact = form.text if len(words) == 1 or form.text.isupper() else ""
                by_form.setdefault((words, exact), []).append((entry, form))
        for (words, exact), meant in by_form.items():
            self._starts.setdefault(words[0], []).append(_Form(words, exact, meant))
        for forms in self._starts.values():
            forms.sort(key=lambda form: -len(form.words))

    def named(self, name: str) -> Entry | None:
        """The entry that has this name, acronym or spelling; None for one that is not in the list."""
        return self._names.get(fold(name))

    def find(self, line: str, neighbours: Neighbours) -> Iterator[Named]:
        """Each organisation that a line of the text names, in order; the longest name at a place counts."""
        behind = 0
        for match in _BEGINNING.finditer(line):
            start = match.start()
            if start < behind or (forms := self._starts.get(fold(match[0]))) is None:
                continue
            window = list(_WORD.finditer(line, start, start + LONGEST))[: len(forms[0].words)]
            here = tuple(fold(word[0]) for word in window)
            for form in forms:
                if form.words == here[: len(form.words)]:
                    end = window[len(form.words) - 1].end()
                    written = line[start:end]
                    if written == form.exact if form.exact else not _BREAK.search(written):
                        behind = end
                        yield _meant(form.meant, start, written, neighbours)
                        break


def signatory_lines(lines: Sequence[str]) -> int:
    """From which line on a text is a list of who signed it; the number of lines where it has none."""
    for number, line in enumerate(lines):
        if len(line) < 90 and _SIGNATORIES.match(line):
            return number
    return len(lines)


def _meant(candidates: list[tuple[Entry, Form]], start: int, written: str, neighbours: Neighbours) -> Named:
    """Whom a name means: the one without conditions, or the one with the most of its words in the text."""
    if len(candidates) == 1 and not candidates[0][1].near:
        return Named((candidates[0][0],), start, written)
    told = [(entry, [found for word in form.near if (found := neighbours.find(word))]) for entry, form in candidates]
    most = max(len(words) for _, words in told)
    best = [(entry, words) for entry, words in told if len(words) == most]
    if not most or len(best) > 1:
        free = tuple(entry for entry, form in candidates if not form.near)
        return Named(free[:1], start, written)
    return Named((best[0][0],), start, written, best[0][1][0])
