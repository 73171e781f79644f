"""What happened, as a headline tells it: the steps of a case (arrest, charge, release …), news before background."""

import re
from collections import defaultdict
from functools import lru_cache

from hrd_tui.signals.likeness import TELLING, TOPICS, folded, headline, stem, wordy

AWARD, RELEASE, ASKED = "award", "release", "release asked for"
NEWS, BESIDE, DESCRIBED, PERSON = range(4)
"""How a word tells a step, the foremost first: what happened; a prize, or what something followed; whom ("jailed
lawyer"); a title ("laureate").
"""

_TOKEN = re.compile(r"[^\W_]+|[.,;:!?]")


@lru_cache(maxsize=20_000)
def steps(title: str, url: str = "", publisher: str = "") -> frozenset[str]:
    """The steps that a headline tells, by the topics of headlines.toml; the address's words where the title tells none.

    Of what a headline names only the foremost counts: "Shots fired days after prize" tells an attack, "Statement after
    the attack on our laureate" too. A step denied or put off ("no release") is another step, and so is a release that
    is asked for.
    """
    return _told(headline(title, publisher)) or _told(" ".join(wordy(url)))


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Both tell what happened, and it is not the same. What befell somebody is never the award it came with."""
    if not one or not other:
        return False
    return one != other if AWARD in one | other else not one & other


def _told(text: str) -> frozenset[str]:
    tokens = _TOKEN.findall(folded(text))
    given = not TELLING["given"].isdisjoint(tokens)
    found: dict[int, set[str]] = defaultdict(set)
    for clause in _clauses(tokens):
        denied = not TELLING["denied"].isdisjoint(clause)
        behind = False
        for before, word, following in zip(("", *clause), clause, (*clause[1:], ""), strict=False):
            behind = behind or word in TELLING["after"]
            step = TOPICS.get(stem(word))
            if step and not _is_unbound(before, word, following):
                standing = NEWS if step == AWARD and given else _standing(word, step, following, behind)
                found[standing].add(f"no {step}" if denied else step)
    foremost = found[min(found)] if found else set()
    asked = not TELLING["asked"].isdisjoint(tokens)
    return frozenset(ASKED if asked and step == RELEASE else step for step in foremost)


def _clauses(tokens: list[str]) -> list[list[str]]:
    """The words between two stops."""
    clauses: list[list[str]] = [[]]
    for token in tokens:
        if token[0].isalnum():
            clauses[-1].append(token)
        else:
            clauses.append([])
    return clauses


def _is_unbound(before: str, word: str, following: str) -> bool:
    return word in TELLING["bound"] and before not in TELLING["into"] and following not in TELLING["of"]


def _standing(word: str, step: str, following: str, behind: bool) -> int:
    if word in TELLING["laureate"]:
        return PERSON
    if word.endswith("ed") and following in TELLING["person"]:
        return DESCRIBED
    return BESIDE if behind or step == AWARD else NEWS
