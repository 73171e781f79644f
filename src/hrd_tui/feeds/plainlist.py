"""Lists of feed addresses as plain text, newsboat's `urls` file among them."""

import re
from collections.abc import Iterator

_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')


def lines_of(text: str) -> Iterator[tuple[str, str, list[str]]]:
    """Address, title and tags of each line; blank lines and those that start with `#` say nothing.

    After the address come tags, in quotes if they hold blanks, and the title as a tag that starts with `~` (newsboat's
    manual, "Tagging" and "Renaming feeds"). Whether the address is one is for the caller to judge.
    """
    for line in text.splitlines():
        line = line.strip().lstrip("\ufeff")
        if not line or line.startswith("#"):
            continue
        words = [re.sub(r"\\(.)", r"\1", quoted) if quoted else bare for quoted, bare in _WORD.findall(line)]
        titles = [word[1:] for word in words[1:] if word.startswith("~")]
        tags = [word for word in words[1:] if not word.startswith(("~", "!"))]
        yield words[0] if words else "", titles[0] if titles else "", tags
