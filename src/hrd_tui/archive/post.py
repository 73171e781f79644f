"""A post of the editor's own blog, as one source tells of it."""

from dataclasses import dataclass

from hrd_tui.text.clean import clean

MAX_TITLE = 500
MAX_TERM = 200
MAX_TERMS = 100


@dataclass(frozen=True, slots=True)
class Post:
    """What a source tells of a post; what it does not tell is empty.

    `url` is a safe address, on whatever host the source gives; `aliases` are other addresses of the same post.
    `guessed` says that the address was worked out from the date and the file's name. `date` is YYYY-MM-DD, `body`
    HTML source, `sources` the addresses that the source itself names as cited. `terms` are names of which the source
    does not tell whether they are categories or tags.
    """

    url: str
    title: str = ""
    date: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    body: str = ""
    sources: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    guessed: bool = False


def names(raw: list[str]) -> tuple[str, ...]:
    """Names of categories or tags: clean lines, each once, at most MAX_TERMS."""
    lines = (clean(name[: MAX_TERM * 4], line=True)[:MAX_TERM] for name in raw[: MAX_TERMS * 4])
    return tuple(dict.fromkeys(line for line in lines if line))[:MAX_TERMS]
