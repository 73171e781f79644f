"""From the text of a query to its parts, in one pass over the text.

The grammar is in docs/query.md.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from hrd_tui.errors import QueryProblem
from hrd_tui.text import query_hints, query_terms, said
from hrd_tui.text.cells import width
from hrd_tui.text.query_fields import NAMES
from hrd_tui.text.query_nodes import KEYWORDS, Field, Node, either, together, without
from hrd_tui.text.query_row import Order

Made = TypeVar("Made")

DEEPEST = 30
"""Groups within groups: each costs some frames of Python's stack (of 1,000), here and where a query is evaluated."""

_BLANK = re.compile(r"\s*")
_KEYWORD = re.compile(rf"({'|'.join(KEYWORDS)})(?=[\s()\"“”]|\Z)", re.IGNORECASE)
_MINUS = re.compile(r"-(?=[^\s)-])")
_FIELD = re.compile(r"([a-z]+):(?=\S)(?!//)", re.IGNORECASE)
_EMPTY = re.compile(r"([a-z]+):(?=\s|\Z)", re.IGNORECASE)
_SIGNED = re.compile(rf"({'|'.join(query_terms.SIGNED)})(>=|<=|=|>|<)", re.IGNORECASE)
_PHRASE = re.compile(r'["“”]([^"“”]*+)(["“”])?')
_WORD = re.compile(r'[^\s"“”]*+')
_RUN = re.compile(r'[^\s"“”()]*+')
_PATTERN = re.compile(r"/((?:[^\\/]|\\.|/(?!\s|\)|\Z))*)/(?=\s|\)|\Z)", re.DOTALL)
_FOLLOWING = re.compile(r"\s+(\w+)(?=[\s)]|\Z)")


def _of_text(node: Node) -> bool:
    return isinstance(node, Field) and node.name == "text"


class Parser:
    """Reads one text; `orders` are what it says of the order of the list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.orders: list[Order] = []
        self._at = 0
        self._open: list[int] = []
        self._no_pattern = False

    def query(self) -> Node:
        """All of the text. Raises UsageProblem that shows the place and says what was expected."""
        return self._either()

    def _problem(self, at: int, expected: str) -> QueryProblem:
        shown = " ".join(self.text.split("\n"))
        detail = f"{shown}\n{' ' * width(shown[:at])}^ {expected}"
        wrong = "".join(shown[at:].split(" ")[:1])
        return QueryProblem("The query cannot be understood", detail, wrong=wrong, at=at, expected=expected)

    def _skip(self) -> bool:
        """Passes over blanks; False where the text, or the group, is at its end."""
        blank = _BLANK.match(self.text, self._at)
        self._at = blank.end() if blank else self._at
        return self._at < len(self.text) and not (self._open and self.text[self._at] == ")")

    def _keyword(self) -> str:
        found = _KEYWORD.match(self.text, self._at)
        return found[1].lower() if found else ""

    def _either(self) -> Node:
        parts = [self._together()]
        while self._skip() and self._keyword() == "or":
            self._at += len("or")
            parts.append(self._together(behind="or"))
        return either(parts)

    def _together(self, behind: str = "") -> Node:
        """What stands up to an `or` or to the end; `behind` is the word before, after which something must follow."""
        parts: list[Node] = []
        while self._skip():
            keyword = self._keyword()
            if keyword in ("and", "or") and (behind or not parts):
                raise self._problem(self._at, f"expected something to find before {keyword}")
            if keyword == "or":
                break
            if keyword == "and":
                behind = keyword
                self._at += len(keyword)
            elif parts and _of_text(parts[-1]) and query_hints.is_near(self.text, self._at):
                raise self._problem(self._at, f'{query_hints.NO_NEAR}; the word itself is "near"')
            elif node := self._part():
                parts.append(node)
                behind = ""
        if behind or (self._open and not parts):
            raise self._problem(self._at, f"expected something to find behind {behind or '('}")
        return together(parts)

    def _part(self) -> Node | None:
        """A term or a group, with what stands before it; None where it says no more than the order."""
        negated = False
        while self._keyword() == "not":
            negated = not negated
            self._at += len("not")
            if not self._skip() or self._keyword() in ("and", "or"):
                raise self._problem(self._at, "expected something to leave out behind not")
        if _MINUS.match(self.text, self._at):
            negated = not negated
            self._at += 1
        start = self._at
        node = self._group() if self.text[start] == "(" else self._term()
        if node is None and negated:
            raise self._problem(start, "an order cannot be left out; sort:-date turns it")
        return without(node) if node is not None and negated else node

    def _group(self) -> Node:
        if len(self._open) == DEEPEST:
            raise self._problem(self._at, f"at most {DEEPEST} groups may stand within each other")
        self._open.append(self._at)
        self._at += 1
        node = self._either()
        if self._at == len(self.text):
            raise self._problem(self._open[-1], "this ( is never closed")
        self._at += 1
        self._open.pop()
        return node

    def _term(self) -> Node | None:
        text, start = self.text, self._at
        if text[start] == ")":
            raise self._problem(start, "this ) closes nothing")
        if text[start] == "#":
            self._at += 1
            return self._value("tag", ":", start)
        if found := _SIGNED.match(text, start):
            self._at = found.end()
            return self._value(found[1].lower(), ":" if found[2] == "=" else found[2], start)
        if (found := _EMPTY.match(text, start)) and found[1].lower() in NAMES:
            raise self._problem(found.end(), f"a value is missing after {found[0]}")
        if found := _FIELD.match(text, start):
            name = found[1].lower()
            if name not in NAMES:
                from difflib import get_close_matches

                near = get_close_matches(name, NAMES, 1)
                meant = f"did you mean {near[0]}:? " if near else ""
                raise self._problem(start, f"there is no field “{name}”; {meant}there are {', '.join(NAMES)}")
            self._at = found.end()
            return self._value(NAMES[name], ":", start)
        return self._value("", ":", start)

    def _value(self, name: str, sign: str, start: int) -> Node | None:
        text, at = self.text, self._at
        if phrase := _PHRASE.match(text, at):
            if not phrase[2]:
                raise self._problem(at, "this quotation mark is never closed")
            self._at = phrase.end()
            if query_hints.is_fuzzy(text, self._at):
                raise self._problem(self._at, query_hints.NO_NEAR)
            return self._node(name, sign, phrase[1], at + 1)
        if sign == ":" and (found := self._pattern()):
            source = found[1]
            return self._told(at, lambda: query_terms.pattern(name, source))
        word = self._word()
        if name and word.startswith("(") and word.count("(") > word.count(")"):
            raise self._problem(at, f"a value cannot begin with ( unless in quotes; write ({name}:… or {name}:…)")
        if name and not word and text[start] != "#":
            raise self._problem(at, f"a value is missing after {text[start:at]}")
        if name and sign == ":" and word == query_terms.ANY:
            return self._told(at, lambda: query_terms.having(name))
        if hint := query_hints.of_value(name, word) if name else query_hints.of_word(word):
            raise self._problem(at, hint)
        if name == "kind" and (whole := self._whole_kind(word)):
            raise self._problem(at, f'write kind:{whole}, or kind:"{word}" for this part of it')
        return self._node(name, sign, word, at)

    def _whole_kind(self, word: str) -> str:
        """A kind of several words that a value and the words behind it make; empty for none."""
        found, whole, at = "", word.lower(), self._at
        while (following := _FOLLOWING.match(self.text, at)) and said.is_of_kind(
            longer := f"{whole}_{following[1].lower()}"
        ):
            found = whole = longer
            at = following.end()
        return found

    def _pattern(self) -> "re.Match[str] | None":
        if self._no_pattern or not self.text.startswith("/", self._at):
            return None
        found = _PATTERN.match(self.text, self._at)
        if found is None:
            # No other can be closed then, and looking for its end again and again would take long.
            self._no_pattern = True
            return None
        if found[1]:
            self._at = found.end()
        return found if found[1] else None

    def _word(self) -> str:
        """A word; in a group it ends before a ) that it has no ( for."""
        start = self._at
        depth = 0
        while self._open:
            run = _RUN.match(self.text, self._at)
            self._at = run.end() if run else self._at
            sign = self.text[self._at : self._at + 1]
            if sign not in ("(", ")") or (sign == ")" and not depth):
                return self.text[start : self._at]
            depth += 1 if sign == "(" else -1
            self._at += 1
        word = _WORD.match(self.text, start)
        self._at = word.end() if word else start
        return self.text[start : self._at]

    def _node(self, name: str, sign: str, value: str, at: int) -> Node | None:
        if name == "sort":
            if self._open:
                raise self._problem(at, "the order stands outside ( )")
            self.orders.append(self._told(at, lambda: query_terms.order(value)))
            return None
        if not name:
            return query_terms.words(value)
        return self._told(at, lambda: query_terms.field(name, sign, value))

    def _told(self, at: int, made: Callable[[], Made]) -> Made:
        try:
            return made()
        except query_terms.Expected as expected:
            raise self._problem(at, str(expected)) from None
