"""The line in which a search or a filter is typed."""

from collections.abc import Callable
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

from hrd_tui.errors import QueryProblem, UsageProblem


class HereLine(Input):
    """What is searched in the article alone."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, text: str) -> None:
        super().__init__(text, placeholder="words in this article", compact=True)


class QueryLine(Input):
    """A query; `finding` tells a search over everything from a filter of the view.

    What `gone_on` makes of it stands behind it, dim, and is taken by Tab. `before` is the query that was there when
    it was opened, `from_item` the item under the cursor then, `problem` why what is typed cannot be understood.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "go_on", show=False)]

    def __init__(self, query: str, gone_on: Callable[[str], str], *, finding: bool) -> None:
        self._gone_on = gone_on
        super().__init__(
            query,
            placeholder="words, tag:name, is:unread" if finding else "words in this view",
            compact=True,
            suggester=_GoingOn(gone_on),
        )
        self.finding = finding
        self.before = query
        self.from_item: int | None = None
        self.problem: UsageProblem | None = None

    def show_problem(self) -> None:
        """Puts the caret where the query cannot be understood, as far as that is known."""
        if not isinstance(self.problem, QueryProblem):
            return
        blanks = len(self.value) - len(self.value.lstrip())
        at = (
            self.value.lower().find(self.problem.wrong.lower()) if self.problem.at is None else self.problem.at + blanks
        )
        if at >= 0:
            self.cursor_position = at

    def action_go_on(self) -> None:
        """Takes how the last word may go on; where nothing fits, Tab does what it does elsewhere."""
        longer = self._gone_on(self.value) if self.cursor_at_end else ""
        if not longer:
            raise SkipAction
        self.value = longer
        self.cursor_position = len(longer)


class _GoingOn(Suggester):
    def __init__(self, gone_on: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._gone_on = gone_on

    async def get_suggestion(self, value: str) -> str | None:
        return self._gone_on(value) or None
