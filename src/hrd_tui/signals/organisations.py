"""Organisations of an alias table in a text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
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
    """A name as it is written in a line, and whom it can mean, each by the form of its name that is like it."""

    written: str
    meant: list[tuple[Entry, Form]]

    @property
    def sure(self) -> Entry | None:
        """Whom it means whatever else stands in the text."""
        return self.meant[0][0] if len(self.meant) == 1 and not self.meant[0][1].near else None

    def told(self, named_in_full: Collection[str], neighbours: Neighbours) -> tuple[Entry | None, str]:
        """Whom it means, and the word of the text that told: the one named in full elsewhere in the text, else the one
        with the most of its words there, else the only one without conditions."""
        if self.sure:
            return self.sure, ""
        full = [entry for entry, _ in self.meant if entry.name in named_in_full]
        if len(full) == 1:
            return full[0], ""
        near = [
            (entry, [found for word in form.near if (found := neighbours.find(word))]) for entry, form in self.meant
        ]
        most = max(len(words) for _, words in near)
        best = [(entry, words) for entry, words in near if most and len(words) == most]
        if len(best) == 1:
            return best[0][0], best[0][1][0]
        free = [entry for entry, form in self.meant if not form.near]
        return (free[0], "") if len(free) == 1 else (None, "")


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

    def find(self, line: str) -> Iterator[Named]:
        """Each name of an organisation in a line, in order; the longest one at a place counts."""
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
                        yield Named(written, form.meant)
                        break


def signatory_lines(lines: Sequence[str]) -> int:
    """From which line on a text is a list of who signed it; the number of lines where it has none."""
    for number, line in enumerate(lines):
        if len(line) < 90 and _SIGNATORIES.match(line):
            return number
    return len(lines)
