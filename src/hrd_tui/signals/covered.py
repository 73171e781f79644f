"""Whether the editor's blog has written of it before: the nearest earlier posts of an item, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from hrd_tui.signals.evidence import Evidence, Marks, an_article, marks
from hrd_tui.signals.fingerprint import KEYS, same_text
from hrd_tui.signals.likeness import Weights, written
from hrd_tui.signals.postings import Postings

LIMIT = 5
POSTED, CITED, TEXT, LINKED, HEADLINE, PERSON = 1.0, 0.95, 0.9, 0.85, 0.8, 0.6
"""What each kind of match counts for; a headline by its likeness, a person more by that of the headlines."""
NEAR = 0.5
"""Likeness of two headlines, years apart perhaps, from which the older is worth a look."""
MORE = 0.2
"""How much a like headline adds to a person in a country."""


class EarlierPost(NamedTuple):
    """A post of the editor's blog as look-ups see it: canonical addresses, countries of the subject, a fingerprint."""

    id: int
    title: str
    url: str = ""
    day: date = date.min
    sources: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    print: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier post worth a look: `score` from 0 to 1, `why` for a person."""

    post: int
    score: float
    why: str


class Covered:
    """The posts of the blog, to be looked up by what an item shares with them.

    `places` are names of countries beyond those that headlines.toml lists, as for Stories.
    """

    def __init__(self, posts: Iterable[EarlierPost], places: Iterable[str] = ()) -> None:
        self._posts: dict[int, EarlierPost] = {}
        self._marks: dict[int, Marks] = {}
        self._weights = Weights(places)
        self._urls: Postings[str] = Postings()
        self._cited: Postings[str] = Postings()
        self._texts: Postings[int] = Postings()
        self._people: Postings[str] = Postings()
        self._words: Postings[str] = Postings()
        self._titles: Postings[frozenset[str]] = Postings()
        for post in posts:
            self._keep(post)

    def __len__(self) -> int:
        return len(self._posts)

    def nearest(self, item: Evidence, limit: int = LIMIT) -> list[Match]:
        """Earlier posts worth a look, the best first, of equals the newest; none where all there is would be weak.

        The item's address is the post's or cited in it, the texts are the same, the item links to the post, the
        headlines are near, or a person in a country is the subject of both.
        """
        read = item.marks
        best: dict[int, Match] = {}
        for match in (
            *self._by_address(item),
            *self._by_text(item),
            *self._by_headline(item, read),
            *self._by_case(item, read),
        ):
            if match.post not in best or best[match.post].score < match.score:
                best[match.post] = match
        return sorted(best.values(), key=self._rank)[:limit]

    def _rank(self, match: Match) -> tuple[float, int, int]:
        return -match.score, -self._posts[match.post].day.toordinal(), match.post

    def _by_address(self, item: Evidence) -> Iterator[Match]:
        if item.url and an_article(item.url):
            yield from (Match(post, POSTED, "this is the post") for post in self._urls.of(item.url))
            yield from (Match(post, CITED, "the post cites it") for post in self._cited.of(item.url))
        for link in filter(an_article, item.links):
            yield from (Match(post, LINKED, "it links to the post") for post in self._urls.of(link))

    def _by_text(self, item: Evidence) -> Iterator[Match]:
        posts = {post for number in item.print[:KEYS] for post in self._texts.of(number)}
        yield from (
            Match(post, TEXT, "the same text") for post in posts if same_text(item.print, self._posts[post].print)
        )

    def _by_headline(self, item: Evidence, read: Marks) -> Iterator[Match]:
        """As in a story, more must be common than a place and a name of two words, or all of it."""
        for post in self._titles.of(read.title) if read.title else ():
            yield Match(post, HEADLINE, "the same headline")
        told = [word for word in read.words if self._weights.tells(word)]
        times = Counter(post for word in told for post in self._words.of(word))
        for post in (post for post, count in times.items() if count >= 2):
            other = self._marks[post]
            common = [word for word in told if word in other.words]
            shared = (read.words & other.words) - self._weights.places
            if len(shared) == 2 and {tuple(common), tuple(reversed(common))} & read.pairs & other.pairs:
                continue
            likeness = self._weights.likeness(read.words, other.words)
            if likeness >= NEAR:
                named = sorted(common, key=lambda word: (-self._weights.weight(word), word))[:4]
                yield Match(post, HEADLINE * likeness, f"words: {', '.join(written(named, item.title, item.url))}")

    def _by_case(self, item: Evidence, read: Marks) -> Iterator[Match]:
        for person in item.people:
            for post in self._people.of(person):
                countries = sorted(set(item.countries) & set(self._posts[post].countries))
                if countries:
                    likeness = round(self._weights.likeness(read.words, self._marks[post].words), 1)
                    yield Match(post, PERSON + MORE * likeness, f"{person}, {countries[0]}")

    def _keep(self, post: EarlierPost) -> None:
        self._posts[post.id] = post
        read = self._marks[post.id] = marks(post.title, post.url)
        self._weights.learn(read.words)
        self._urls.add((post.url,), post.id)
        self._cited.add(post.sources, post.id)
        self._people.add(post.people, post.id)
        self._words.add(read.words, post.id)
        self._titles.add((read.title,), post.id)
        self._texts.add(post.print[:KEYS], post.id)


def same_host(url: str, hosts: Sequence[str]) -> str:
    """The address on the blog's present host, `hosts[0]`, where it is on one of its former ones; else as it is."""
    parts = urlsplit(url)
    if not hosts or (parts.hostname or "").removeprefix("www.") not in {
        host.removeprefix("www.") for host in hosts[1:]
    }:
        return url
    return urlunsplit(parts._replace(netloc=hosts[0]))
