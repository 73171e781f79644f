"""The line in which a search or a filter is typed."""

from typing import ClassVar

from textual.widgets import Input


class HereLine(Input):
    """What is searched in the article alone."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, text: str) -> None:
        super().__init__(text, placeholder="words in this article", compact=True)


class QueryLine(Input):
    """A query; `finding` tells a search over everything from a filter of the view."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, query: str, *, finding: bool) -> None:
        super().__init__(
            query, placeholder="words, tag:name, is:unread" if finding else "words in this view", compact=True
        )
        self.finding = finding
