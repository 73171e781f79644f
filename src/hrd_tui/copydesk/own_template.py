"""The text that a template of one's own begins as: a shipped one, and a comment with what may stand in it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from hrd_tui.copydesk import sample
from hrd_tui.copydesk.templates import SHIPPED

NAMES = {
    "body": "all parts of the post, in the order of the draft",
    "text": "the parts without deadline and signatories",
    "deadline": "the deadline",
    "signatories": "those who signed, or their count",
    "sources": "the sources that close the post",
    "content": "the post",
    "title": "the heading of the page as plain text",
    "heading": "the heading of the page",
    "posts": "the posts, newest first, for {% for post in posts %}",
    "post": "fields of the post",
}
"""What the names in a template hold."""

_EXTENDS_ALONE = re.compile(r'\s*\{% extends "([^"]+)" %\}\s*')


def begin(name: str, source: Callable[[str], str]) -> str:
    """The shipped template of this name, or the one that it takes everything from, with the comment.

    `source` gives the text of a template. Raises what it raises.
    """
    text = source(SHIPPED + name)
    while alone := _EXTENDS_ALONE.fullmatch(text):
        text = source(SHIPPED + alone[1].removeprefix(SHIPPED))
    return f"{text.rstrip()}\n{_comment(name, sample.of(name).values)}"


def _comment(name: str, values: Mapping[str, Any]) -> str:
    known = [f"  {one:12} {words}" for one, words in NAMES.items() if one in values]
    posts = values["posts"][:1] if "posts" in values else (values["post"],)
    fields = [f"  post.{field}" for post in posts for field in post]
    lines = [
        "{#",
        "A line of your own words stands as it is, inside the block where there is one. In {{ … }} may stand:",
        *known,
        "A post has these fields; those that are empty write nothing:",
        *fields,
        "{{ [text, deadline]|stacked }} writes parts below each other, {{ post.tags|join(', ') }} a list in one line;",
        "{% if post.deadline %}Write in time!{% endif %} writes only where there is a deadline.",
        f"hrd template check {name} tries it; hrd template show --filled {name} shows what it writes.",
        "#}",
    ]
    return "\n".join(lines) + "\n"
