"""People of a watch list in a text, however their names are spelled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hrd_tui.signals.spelling import ARTICLES, PARTICLES, key
from hrd_tui.signals.watchlist import Entry, Form, Neighbours
from hrd_tui.text.fold import fold

MOST_WORDS = 6
# Scripts that put no blanks between words: there a name is looked for sign by sign.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
# A word that may begin a name: not in small letters, where the script has them. The greatest part of a text falls
# through the first of these.
_BEGINNING = re.compile("\\b[^\\W\\d_a-zß-öø-ÿ][^\\W\\d_]*")
_NEXT = re.compile(r"(?:(?<=\b[^\W\d_])\.\s?|\s|\s?[-‐‑]\s?|['’ʼʿʾ‘])([^\W\d_]+)")
_HYPHENS = "-‐‑"
_INITIAL_LETTERS = 5
# Behind or before a name these make it that of a thing: the Václav Havel Prize, la Fundación Berta Cáceres.
_THING_BEHIND = re.compile(
    r"(?:['’]s)?(?:[\s-]+(?!(?:and|for|in|of|the|to)\b)[\w’'-]+){0,3}?[\s-]+(?:Prize|Award|Medal|Foundation|Fund|Library|"
    r"Institute|Centre|Center|Fellowship|Law|Act|Lecture|Street|Square|University|School|Trust|Preis|Stiftung)s?\b"
)
_THING_BEFORE = re.compile(
    r"\b(?:named\s+(?:after|for)|prix|premio|preis|fondation|fundaci[oó]n|instituto?|centro|medalla|ley|loi|beca|rue|calle|plaza)\s+"
    r"(?:de\s+(?:la\s+)?|des\s+|d['’])?$",
    re.IGNORECASE,
)
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a line: as in the list, and as it is written."""

    entry: Entry
    start: int
    written: str


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int


class People:
    """Watched people, looked up by the first word of their names; a text costs the same however many they are."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._whole: dict[str, tuple[Entry, Form]] = {}
        self._ends: dict[tuple[str, str], tuple[Entry, Form]] = {}
        self._turned: dict[str, tuple[Entry, Form, bool]] = {}
        self._single: dict[str, tuple[Entry, Form]] = {}
        self._unspaced: dict[str, list[tuple[str, Entry, Form]]] = {}
        self._names: dict[str, Entry] = {}
        self._first: set[str] = set()
        for entry in entries:
            for form in entry.forms:
                self._add(entry, form)

    def named(self, name: str) -> Entry | None:
        """The entry of a name in any of its spellings; None for one that is not in the list."""
        if (known := self._names.get(fold(name))) is not None:
            return known
        keys = [key(word) for word in re.findall(r"[^\W\d_]+", name) if fold(word) not in ARTICLES]
        found = self._whole.get("".join(keys)) or (self._ends.get((keys[0], keys[-1])) if len(keys) > 1 else None)
        return found[0] if found else None

    def find(self, line: str, neighbours: Neighbours) -> Iterator[Mention]:
        """Each watched name in a line of the text, in order."""
        behind = 0
        for match in _BEGINNING.finditer(line):
            if match.start() < behind or (first := key(match[0])) not in self._first:
                continue
            words = _name_words(line, match, first)
            end = self._match(line, words)
            if end:
                entry, form, stop = end
                behind = stop
                if not is_thing(line, match.start(), stop) and _near(form, neighbours):
                    yield Mention(entry, match.start(), line[match.start() : stop])
        if self._unspaced and _UNSPACED.search(line):
            yield from self._find_unspaced(line, neighbours)

    def _add(self, entry: Entry, form: Form) -> None:
        self._names.setdefault(fold(form.text), entry)
        if _UNSPACED.search(form.text):
            self._unspaced.setdefault(form.text[:2], []).append((form.text, entry, form))
            return
        written = re.findall(r"[^\W\d_]+", form.text)
        words = [word for word in written if fold(word) not in ARTICLES] or written
        keys = [key(word) for word in words]
        if len(words) == 1:
            self._single.setdefault(form.text, (entry, form))
            self._first.add(key(written[0]))
            return
        self._whole.setdefault("".join(keys), (entry, form))
        self._whole.setdefault("".join(_with_articles(written)), (entry, form))
        self._first |= {keys[0], key(written[0]), keys[-1], "".join(keys[:2])}
        long = len(words[-1]) >= _INITIAL_LETTERS
        if long and len(words[0]) > 1:
            self._ends.setdefault((keys[0], keys[-1]), (entry, form))
            self._ends.setdefault((keys[0][0], keys[-1]), (entry, form))
            self._first.add(keys[0][0])
        turned = keys[-1] + "".join(keys[:-1])
        if turned not in self._whole:
            self._turned.setdefault(turned, (entry, form, min(map(len, words)) >= _INITIAL_LETTERS))

    def _match(self, line: str, words: list[_Word]) -> tuple[Entry, Form, int] | None:
        """The longest name that begins with the first of the words, and where it ends."""
        for count in range(len(words), 1, -1):
            taken = words[:count]
            joined = "".join(word.key for word in taken)
            end = taken[-1].end
            if found := self._whole.get(joined):
                return *found, end
            if turned := self._turned.get(joined):
                entry, form, sure = turned
                surname = line[taken[0].start : taken[0].end]
                if sure or (surname.isupper() and not line[taken[1].start : end].isupper()):
                    return entry, form, end
            if 2 <= count <= 4 and (found := self._ends.get((taken[0].key, taken[-1].key))):
                initial = len(taken[0].key) == 1
                if not initial or line[taken[0].end : taken[0].end + 1] == ".":
                    return *found, end
        if words:
            single = self._single.get(line[words[0].start : words[0].end])
            if single:
                return *single, words[0].end
            return self._before_comma(line, words[0])
        return None

    def _before_comma(self, line: str, surname: _Word) -> tuple[Entry, Form, int] | None:
        """“Tohti, Ilham”: the surname, a comma and the rest of the name."""
        if line[surname.end : surname.end + 2] != ", ":
            return None
        match = _BEGINNING.match(line, surname.end + 2)
        if not match:
            return None
        words = _name_words(line, match, key(match[0]))
        for count in range(min(len(words), 3), 0, -1):
            found = self._turned.get(surname.key + "".join(word.key for word in words[:count]))
            if found:
                return found[0], found[1], words[count - 1].end
        return None

    def _find_unspaced(self, line: str, neighbours: Neighbours) -> Iterator[Mention]:
        for at in range(len(line) - 1):
            for text, entry, form in self._unspaced.get(line[at : at + 2], ()):
                if line.startswith(text, at) and _near(form, neighbours):
                    yield Mention(entry, at, text)
                    break


def _with_articles(written: list[str]) -> Iterator[str]:
    """The keys of a name whose articles are written together with what follows: Alkhawaja."""
    article = ""
    for word in written:
        if fold(word) in ARTICLES:
            article = fold(word)
        else:
            yield key(article + word)
            article = ""


def _name_words(line: str, first: re.Match[str], first_key: str) -> list[_Word]:
    """The words of a name from its first on, without articles; small letters end it but in particles."""
    article = fold(first[0]) in ARTICLES
    words = [] if article else [_Word(first_key, first.start(), first.end())]
    at = first.end()
    for _ in range(MOST_WORDS + 2):
        match = _NEXT.match(line, at)
        if not match:
            break
        word = match[1]
        folded = fold(word)
        if word[0].islower() and folded not in PARTICLES:
            if not words or line[at] not in _HYPHENS:
                break
            # Xiao-bo is Xiaobo, Jean-Paul is Jean Paul.
            whole = line[words[-1].start : at] + word
            words[-1] = _Word(key(whole), words[-1].start, match.end())
            at = match.end()
            continue
        at = match.end()
        if folded not in ARTICLES:
            words.append(_Word(key(word), match.start(1), at))
    return words[:MOST_WORDS]


def is_thing(line: str, start: int, end: int) -> bool:
    """Whether a name from `start` to `end` of a line is that of a prize, a law, a street or the like."""
    return bool(
        _THING_BEHIND.match(line, end, end + _WINDOW) or _THING_BEFORE.search(line[max(0, start - _WINDOW) : start])
    )


def _near(form: Form, neighbours: Neighbours) -> bool:
    return not form.near or any(neighbours.find(word) for word in form.near)
