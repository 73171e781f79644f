"""What posts that arrive mean for the archive: a decision, without reading or writing anything."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from hrd_tui.archive.blog import Blog, day_of, is_number
from hrd_tui.archive.cited import cited
from hrd_tui.archive.post import Post
from hrd_tui.documents import PostDoc
from hrd_tui.signals.fingerprint import fingerprint, packed
from hrd_tui.signals.reading import Reading, paragraphs
from hrd_tui.text.blocks import Document
from hrd_tui.text.document import excerpt, from_html
from hrd_tui.text.fold import fold

SAME = 7
"""Days by which the dates of one post may differ between a file of it and the blog; the lag of the house is 0 to 6."""
LEAST_TITLE = 12
"""Characters of a title that is telling enough to know a post by, beside its date."""
MOST_ALIKE = 50
"""Posts of one title beyond which it tells nothing."""

ReadSignals = Callable[[Reading], tuple[list[str], list[str], str]]
"""People and countries of the subject, found in a text, and the version of the rules and lists that found them."""


class Arrival:
    """A post that arrives; what is made of its text is made once, when it is first needed."""

    def __init__(self, post: Post, blog: Blog, read_signals: ReadSignals | None = None) -> None:
        self.post = post
        self.blog = blog
        self._read_signals = read_signals

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What it is known by: its canonical address ("" where it has none), then those of its aliases."""
        return tuple(self.blog.canonical(url) if url else "" for url in (self.post.url, *self.post.aliases))

    @cached_property
    def hash(self) -> str:
        """Of the body; empty where there is none."""
        return hashlib.sha256(self.post.body.encode()).hexdigest()[:32] if self.post.body.strip() else ""

    @cached_property
    def document(self) -> Document:
        return from_html(self.post.body, self.post.url)

    @cached_property
    def words(self) -> int:
        return length(self.document)

    @cached_property
    def summary(self) -> str:
        return excerpt(self.document)

    @cached_property
    def print(self) -> str:
        return packed(fingerprint("\n".join(paragraphs(self.document))))

    @cached_property
    def cited(self) -> tuple[str, ...]:
        return cited(self.document, self.post.url, self.blog, self.post.sources)

    @cached_property
    def found(self) -> tuple[list[str], list[str], str]:
        """People and countries, and by which rules."""
        if self._read_signals is None:
            return [], [], ""
        return self._read_signals(reading(self.post.title, self.document, self.post.url, self.post.date))


class Archive:
    """The posts that are known, by their addresses and titles, so that each arrival finds its own."""

    def __init__(self, blog: Blog, known: Mapping[int, PostDoc]) -> None:
        self.blog = blog
        self._docs: dict[int, PostDoc] = {}
        self._by_key: dict[str, int] = {}
        self._by_title: defaultdict[str, set[int]] = defaultdict(set)
        self._categories: set[str] = set()
        for id, doc in known.items():
            self.put(id, doc)

    def put(self, id: int, doc: PostDoc, keys: Sequence[str] = ()) -> bool:
        """Takes over a document, to be found by the keys of what it came from; whether it was not there already."""
        old = self._docs.get(id)
        if old is not doc:
            if old:
                self._by_title[fold(old.get("title", ""))].discard(id)
            self._docs[id] = doc
            self._by_title[fold(doc.get("title", ""))].add(id)
            self._categories.update(doc.get("categories", ()))
            keys = keys or (self.blog.canonical(doc.get("canonical") or doc.get("url", "")),)
        for key in filter(None, keys):
            self._by_key.setdefault(key, id)
        return old is not doc

    def find(self, arrival: Arrival) -> int | None:
        """The id of the post that this is: by an address; else by title and day, where one of the two has no address
        that is known for sure.
        """
        for key in arrival.keys:
            if key in self._by_key:
                return self._by_key[key]
        post = arrival.post
        title = fold(post.title)
        if len(title) < LEAST_TITLE or not post.date:
            return None
        alike = self._by_title.get(title, set())
        if len(alike) > MOST_ALIKE:
            return None
        near = [
            id
            for id in alike
            if (_unsure(post) or self._provisional(self._docs[id])) and _near(post.date, self._docs[id].get("date", ""))
        ]
        return near[0] if len(near) == 1 else None

    def decide(self, id: int | None, arrival: Arrival, words: Callable[[int], int]) -> tuple[PostDoc, bool]:
        """The document of a post after an arrival, and whether it takes the arrival's body; `words` counts those of a
        known post's body.

        The text with more words wins, and its title with it. An address that is known for sure replaces one that is
        not; the id stays whatever happens. Deciding once more about the same arrival changes nothing.
        """
        post = arrival.post
        old = PostDoc() if id is None else self._docs[id]
        differs = bool(arrival.hash) and arrival.hash != old.get("hash")
        richer = differs and (id is None or "body" not in old or arrival.words > words(id))
        url, canonical, moved = self._address(arrival, old)
        categories, tags = self._terms(post, old)
        doc: PostDoc = {
            **old,
            "url": url,
            "canonical": canonical,
            "title": post.title if post.title and (richer or not old.get("title")) else old.get("title", ""),
            "date": day_of(url) or (post.date if moved else "") or old.get("date") or post.date,
            "categories": categories,
            "tags": tags,
        }
        if richer:
            doc["hash"], doc["summary"], doc["print"] = arrival.hash, arrival.summary, arrival.print
        if richer or not old:
            doc["people"], doc["subject"], doc["rules"] = arrival.found
        if richer or post.sources:
            told = arrival.cited if richer else cited(Document(), url, self.blog, post.sources)
            first, then = (told, old.get("sources", ())) if richer else (old.get("sources", ()), told)
            doc["sources"] = list(dict.fromkeys([*first, *then]))
        return {key: value for key, value in doc.items() if value}, richer  # type: ignore[return-value]

    def _provisional(self, doc: PostDoc) -> bool:
        return "canonical" not in doc or is_number(doc["canonical"])

    def _address(self, arrival: Arrival, old: PostDoc) -> tuple[str, str, bool]:
        """Address and key on the blog's present host, and whether they are others than before."""
        post = arrival.post
        if not old or (self._provisional(old) and not _unsure(post)):
            return self.blog.present(post.url), "" if post.guessed else arrival.keys[0], bool(old)
        if arrival.keys[0] and arrival.keys[0] == old.get("canonical"):
            return old["url"], old["canonical"], False
        canonical = self.blog.canonical(old["canonical"]) if "canonical" in old else ""
        return self.blog.present(old["url"]), canonical, False

    def _terms(self, post: Post, old: PostDoc) -> tuple[list[str], list[str]]:
        """Categories and tags of a post, with those that it had already.

        What a source calls a category is no tag because a feed named it. A name of which a source does not say what it
        is, is a category where the archive has one of that name.
        """
        categories = dict.fromkeys([*old.get("categories", ()), *post.categories])
        before = [tag for tag in old.get("tags", ()) if tag not in post.categories]
        tags = dict.fromkeys([*before, *post.tags])
        for term in post.terms:
            if term not in categories and term not in tags:
                (categories if term in self._categories else tags)[term] = None
        return list(categories), list(tags)


def length(document: Document) -> int:
    """How much text there is, in words."""
    return len(document.text.split())


def reading(title: str, document: Document, url: str, day: str) -> Reading:
    """A post as the signals read it."""
    return Reading(
        title=title,
        paragraphs=paragraphs(document),
        url=url,
        links=document.links,
        published=date.fromisoformat(day) if day else None,
    )


def _unsure(post: Post) -> bool:
    return post.guessed or not post.url or is_number(post.url)


def _near(one: str, other: str) -> bool:
    return bool(one and other) and abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= SAME
