"""What two items have in common by their words: title and slug words, how much each tells, and how alike two are."""

import math
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from hrd_tui.text.fold import fold

BURST = 15
"""Items that one story may well have: a word in so few is as rare as any, or a story would make its words common."""
PRIOR = 600
"""Headlines that the weights count as known before the first: a morning's items of some 150 feeds, twice."""
COMMON_SHARE = 0.1
"""Of those, how many hold a word that is common in this field."""
RARE_SHARE = 0.01
"""A word in a larger share of the headlines does not tell of an event."""
SLUG_WORDS = 3
"""Fewer words are the name of a section ("press-releases"), not of a text."""
LANGUAGES = frozenset("en fr es ar de ru zh pt it fa tr uk".split())

_WORD = re.compile(r"[^\W_]+")
_EXTENSION = re.compile(r"\.[a-z]{3,5}$", re.IGNORECASE)
_SUFFIXES = ("ing", "ies", "ian", "ani", "ia", "ed", "es", "an", "s", "e", "a", "i")

_ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
_SHORTEST = 4
_NOT_NIGER = {"nigeria": "nigeria", "nigerian": "nigeria"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_LANGUAGE_PART = re.compile(rf"({'|'.join(sorted(LANGUAGES))})(?:[-_][a-z]{{2,4}})?", re.IGNORECASE)
_LANGUAGE_NAMES = frozenset(["lang", "language", "hl", "locale"])
_SUFFIX_SIGN = re.compile(r"\s+[|–—-]\s+")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The folded word without the endings of number, gender and tense that headlines vary, and the Arabic article.

    At least four letters (three in Arabic) stay. Demonyms lose theirs too: "kelmaran" and "kelmara" are one.
    """
    if word in _NOT_NIGER:
        return _NOT_NIGER[word]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return word[len(article) :]
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                word = word[: -len(suffix)]
                break
    return word


def folded(text: str) -> str:
    """The folded text with its letters in one piece: taken apart, Arabic letters with a hamza would part words."""
    return unicodedata.normalize("NFC", fold(text))


def words(text: str) -> list[str]:
    """The telling words of a headline in their order, as stems: no words of grammar, no single signs, no years."""
    return [
        stem(word)
        for word in _WORD.findall(folded(text))
        if len(word) > 1 and word not in STOP and not _YEAR.fullmatch(word)
    ]


def spelled(title: str) -> dict[str, str]:
    """The telling words of a headline as it writes them, by what `words` makes stems of."""
    found = {folded(word): word for word in _WORD.findall(title)}
    return {
        word: written
        for word, written in found.items()
        if len(word) > 1 and word not in STOP and not _YEAR.fullmatch(word)
    }


def written(stems: Iterable[str], title: str, url: str) -> list[str]:
    """The words that became these stems as the headline writes them, else as the address does."""
    known = {stem(folded(word)): word for word in wordy(url)}
    known |= {stem(word): title_word for word, title_word in spelled(title).items()}
    return [known.get(one, one) for one in stems]


def headline(title: str, publisher: str) -> str:
    """The title without the publisher's name behind a bar or dash."""
    *parts, last = _SUFFIX_SIGN.split(title)
    if not parts or not publisher:
        return title
    named, said = set(_WORD.findall(folded(publisher))), set(_WORD.findall(folded(last)))
    return title[: len(title) - len(last)].rstrip(" |–—-") if said and said <= named else title


def wordy(url: str) -> list[str]:
    """The words of an address's most wordy segment; none where it has fewer than SLUG_WORDS."""
    best: list[str] = []
    for segment in urlsplit(url).path.split("/"):
        found = [word for word in re.split(r"[^0-9A-Za-z]+", _EXTENSION.sub("", segment)) if word.isalpha()]
        if len(found) > len(best):
            best = found
    return best if len(best) >= SLUG_WORDS else []


def slug(url: str) -> list[str]:
    """The telling words of the wordy segment."""
    return words(" ".join(wordy(url)))


def neighbours(stems: Sequence[str]) -> set[tuple[str, str]]:
    """The pairs of words that stand side by side."""
    return set(pairwise(stems))


def neutral(url: str) -> tuple[str, str]:
    """An address without its parts that only name a language, and that language, or ""."""
    parts = urlsplit(url)
    language = ""
    path, host = parts.path.split("/"), parts.netloc.split(".")
    kept = []
    for part in path:
        match = _LANGUAGE_PART.fullmatch(part)
        language = match[1].lower() if match else language
        kept += [] if match else [part]
    query = parse_qsl(parts.query)
    for name, value in query:
        match = _LANGUAGE_PART.fullmatch(value) if name.lower() in _LANGUAGE_NAMES else None
        language = match[1].lower() if match else language
    if len(host) > 2 and host[0] in LANGUAGES:
        language = language or host.pop(0)
    rest = "&".join(f"{name}={value}" for name, value in query if name.lower() not in _LANGUAGE_NAMES)
    return f"{'.'.join(host)}{'/'.join(kept)}?{rest}", language


class Weights:
    """How much each word tells, learned from the headlines that it was given.

    A word weighs log((n + PRIOR) / times), where `times` is at least BURST; the field's common words, those of topics
    and the names of `places` count as known from the beginning, so that an empty desk tells events apart as well.
    """

    def __init__(self, places: Iterable[str] = ()) -> None:
        self.places = PLACES.union(*map(words, places))
        self._times: Counter[str] = Counter()
        self._count = 0

    def learn(self, stems: Iterable[str]) -> None:
        """One more headline, with its different words."""
        self._times.update(stems)
        self._count += 1

    def weight(self, word: str) -> float:
        return math.log((self._count + PRIOR) / self._known(word))

    def tells(self, word: str) -> bool:
        """Whether the word is rare enough to tell of an event; where it happened does not."""
        if word in COMMON or word in self.places:
            return False
        return self._times[word] <= max(2 * BURST, RARE_SHARE * (self._count + PRIOR))

    def likeness(self, one: Collection[str], other: Collection[str]) -> float:
        """The cosine of the two sets of words by weight, from 0 to 1."""
        shared = sum(self.weight(word) ** 2 for word in one if word in other)
        return shared / (self.length(one) * self.length(other)) if shared else 0.0

    def length(self, stems: Collection[str]) -> float:
        return math.sqrt(sum(self.weight(word) ** 2 for word in stems))

    def _known(self, word: str) -> float:
        return max(BURST, self._times[word] + (PRIOR * COMMON_SHARE if word in COMMON or word in self.places else 0))


def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], dict[str, str], dict[str, frozenset[str]]]:
    # By its path: importlib.resources takes longer to import than the file to read, and the first screen waits for it.
    data = tomllib.loads((Path(__file__).parent / "data" / "headlines.toml").read_text("utf-8"))
    stop = frozenset(word for text in data["stop"].values() for word in folded(text).split())
    topics = {stem(word): topic for topic, text in data["topics"].items() for word in folded(text).split()}
    common = {stem(word) for text in data["common"].values() for word in folded(text).split()}
    places = frozenset(stem(word) for word in folded(data["places"]["names"]).split())
    telling = {name: frozenset(folded(text).split()) for name, text in data["telling"].items()}
    return stop, frozenset(common | topics.keys()), places, topics, telling


STOP, COMMON, PLACES, TOPICS, TELLING = _lists()
"""Words of grammar; stems of the field's common words, topics among them; of countries; the topic of a stem; words
that tell how a topic is meant.
"""
