"""The line in which a search or a filter is typed."""

from collections.abc import Callable, Sequence
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

    What it goes on with stands behind it, dim, and is taken by Tab: the first of `ways`. `before` is the query that
    was there when it was opened, `from_item` the item under the cursor then, `problem` why what is typed cannot be
    understood.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "go_on", show=False)]

    def __init__(self, query: str, ways: Callable[[str], Sequence[str]], *, finding: bool) -> None:
        self._ways = ways
        super().__init__(
            query,
            placeholder="words, tag:name, is:unread" if finding else "words in this view",
            compact=True,
            suggester=_GoingOn(ways),
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
        """Takes how the last word may go on; where nothing fits, Tab does what it does elsewhere.

        The caret of a refused query stands where it is wrong, and need not stand at the end.
        """
        ways = self._ways(self.value) if self.cursor_at_end or self.problem is not None else ()
        if not ways:
            raise SkipAction
        self._take(ways[0])

    def take_only(self) -> bool:
        """Takes how the last word goes on where it is what is wrong, and that is one way alone."""
        wrong = self.problem.wrong if isinstance(self.problem, QueryProblem) else ""
        ways = self._ways(self.value) if wrong and self.value.lower().endswith(wrong.lower()) else ()
        if len(ways) == 1:
            self._take(ways[0])
        return len(ways) == 1

    def _take(self, longer: str) -> None:
        self.value = longer
        self.cursor_position = len(longer)


class _GoingOn(Suggester):
    def __init__(self, ways: Callable[[str], Sequence[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._ways = ways

    async def get_suggestion(self, value: str) -> str | None:
        return next(iter(self._ways(value)), None)
