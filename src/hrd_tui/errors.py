"""The errors a person is shown, and the exit codes of the command line."""

from collections.abc import Iterable, Mapping

EXIT_OK = 0
EXIT_SOME_FAILED = 1
EXIT_USAGE = 2
EXIT_NOTHING_DONE = 3


class HrdError(Exception):
    """An expected failure, told to a person.

    `title` says what happened and to which feed or file, `detail` what to do about it.
    """

    exit_code = EXIT_NOTHING_DONE

    def __init__(self, title: str, detail: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.title}: {self.detail}" if self.detail else self.title


class UsageProblem(HrdError):
    """What was asked for cannot be understood: a wrong query, id, key or option."""

    exit_code = EXIT_USAGE


class QueryProblem(UsageProblem):
    """A query that cannot be understood.

    `wrong` is the word at fault and `at` its place in the text, None where that is not known.
    """

    def __init__(self, title: str, detail: str, *, wrong: str, at: int | None = None, expected: str = "") -> None:
        super().__init__(title, detail)
        self.wrong = wrong
        self.at = at
        self.expected = expected

    @property
    def brief(self) -> str:
        """The same in one line, what is wrong first."""
        if not self.expected:
            return str(self)
        return f"“{self.wrong}”: {self.expected}" if self.wrong else self.expected


class ConfigError(HrdError):
    """The configuration file cannot be used."""

    exit_code = EXIT_USAGE


class StoreError(HrdError):
    """The store cannot be read or written."""


class FetchError(HrdError):
    """A page or feed could not be fetched; `kind` is one of the words in `feeds.fetch`."""

    def __init__(self, kind: str, title: str, detail: str = "") -> None:
        super().__init__(title, detail)
        self.kind = kind


class ParseError(HrdError):
    """What a feed's address answered is not a feed, or not a readable one."""


class PutAside(ParseError):
    """An answer that took too long to read or crashed what read it; the same bytes are not read again by themselves."""


class ExportError(HrdError):
    """A post could not be written."""


class NotOurs(ExportError):
    """A post's file holds what this desk did not write; it may be overwritten if the editor says so."""


def did_you_mean(word: str, known: Mapping[str, str]) -> str:
    """A question, with a blank behind it, for the one or two of `known` that a word is nearly; each as it is told."""
    from difflib import get_close_matches

    return meant_one(known[name] for name in get_close_matches(word, known, 2))


def meant_one(of: Iterable[str]) -> str:
    """A question, with a blank behind it, which of these was meant; empty where there are none."""
    named = " or ".join(of)
    return f"Did you mean {named}? " if named else ""
