"""The words by which a text tells what a person is, what befell that person, and who only speaks."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, cached_property
from importlib.resources import files

from hrd_tui.text.fold import fold

ARTICLES = frozenset(
    "a an the un une la le l el una los las les ein eine der die das den dem um uma o os as one".split()
)
FORMER = frozenset("former ex ousted deposed ancien ancienne ehemaliger ehemalige".split())
"""Before the word for an office: the bearer has it no more."""

_ENDINGS = {"+": ("", "e", "s", "es"), "~": ("o", "a", "os", "as")}


@dataclass(frozen=True)
class Roles:
    """Sets of words in small letters, with their accents and without; what each is for stands in data/roles.toml."""

    strong: frozenset[str]
    weak: frozenset[str]
    between: frozenset[str]
    prepositions: frozenset[str]
    joints: frozenset[str]
    titles: frozenset[str]
    organisation: frozenset[str]
    ends: frozenset[str]
    rulers: frozenset[str]
    forces: frozenset[str]
    befell: frozenset[str]
    auxiliary: frozenset[str]
    alone: frozenset[str]
    against: frozenset[str]
    things: frozenset[str]
    possessed: frozenset[str]
    evidence: frozenset[str]
    does: frozenset[str]
    speech: frozenset[str]
    not_subject: frozenset[str]
    among: frozenset[str]
    crimes: frozenset[str]
    kin: frozenset[str]
    relatives: frozenset[str]
    he: frozenset[str]

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words for what somebody is, in the news for it or not."""
        return self.strong | self.weak

    @cached_property
    def powers(self) -> frozenset[str]:
        """The words for those who hold power."""
        return self.rulers | self.forces

    @cached_property
    def followers(self) -> frozenset[str]:
        """The words that may follow "arrested" and the like where it is said of the one before it."""
        behind = ", by with after since during when while par depuis après por desde tras durante von seit nach"
        return self.auxiliary.union(self.prepositions, behind.split())

    @cached_property
    def no_names(self) -> frozenset[str]:
        """The words that are no part of a name, even with a capital."""
        return self.plain.union(self.ends, self.against, self.titles, self.rulers, self.forces, self.speech)


@cache
def roles() -> Roles:
    """The words that come with the program, read once."""
    data = tomllib.loads((files("hrd_tui.signals") / "data" / "roles.toml").read_text("utf-8"))
    return Roles(**{field.name: frozenset(_spelt(data[field.name])) for field in fields(Roles)})


def _spelt(words: str) -> Iterator[str]:
    for word in words.split():
        endings = _ENDINGS.get(word[-1])
        for spelt in (word[:-1] + ending for ending in endings) if endings else (word,):
            yield spelt
            yield fold(spelt)
