"""Words to watch for: names and phrases found in texts as whole words, however many there are."""

from collections import defaultdict
from collections.abc import Iterable

from hrd_tui.text import terms

Words = tuple[str, ...]


class Watched:
    """Phrases, ready to be found. Case and accents do not count; scripts without blanks are searched letter by letter.

    A text of 30 KB takes some 6 ms, with ten phrases or with ten thousand.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        by_first: defaultdict[str, set[Words]] = defaultdict(set)
        unspaced: list[str] = []
        for phrase in phrases:
            words = tuple(word for word, _, _ in terms.words(phrase))
            if words and terms.unspaced(words[0]):
                unspaced.append(phrase)
            elif words:
                by_first[words[0]].add(words)
        self._by_first = {first: sorted(found, key=len, reverse=True) for first, found in by_first.items()}
        self._unspaced = terms.pattern(unspaced, inside=True)

    def __bool__(self) -> bool:
        return bool(self._by_first or self._unspaced)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand in a text: from and to, in order, none over another, the longest of those that begin
        together.
        """
        if not self:
            return []
        found = terms.places(text, self._unspaced) if self._unspaced else []
        words = list(terms.words(text)) if self._by_first else []
        at = 0
        while at < len(words):
            here = next((one for one in self._by_first.get(words[at][0], ()) if _stands(one, words, at)), ())
            if here:
                found.append((words[at][1], words[at + len(here) - 1][2]))
            at += max(1, len(here))
        return sorted(found)


def _stands(wanted: Words, words: list[tuple[str, int, int]], at: int) -> bool:
    return len(wanted) == 1 or wanted == tuple(word for word, _, _ in words[at : at + len(wanted)])
