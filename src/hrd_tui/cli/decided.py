"""What a decision is told by: what was decided, about how many items, and about which where they are few."""

from collections.abc import Sequence

from hrd_tui.cli import output
from hrd_tui.cli.session import Session
from hrd_tui.model import Outcome

FEW = 3
"""Up to so many items are named by their titles."""


def decided(session: Session, outcome: Outcome, about: Sequence[int] = (), fewest: int = 1) -> None:
    """Prints what a decision did, with the titles of its items where these are `fewest` to FEW.

    The items are those that it changed, but for a decision `about` others.
    """
    ids = about if about and outcome.items else outcome.items
    titles: list[str] = []
    if fewest <= len(ids) <= FEW:
        from hrd_tui.desk.steps import TITLE_CELLS
        from hrd_tui.text.cells import fit

        titles = [f"“{fit(session.desk.item(id).title, TITLE_CELLS)}”" for id in ids]
    output.line(outcome.label + (f" · {', '.join(titles)}" if titles else ""))
