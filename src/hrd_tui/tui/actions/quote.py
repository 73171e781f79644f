"""Quoting: a passage of the article kept word for word."""

from collections.abc import Sequence

from hrd_tui.tui.actions.decide import decided
from hrd_tui.tui.actions.pointed import pointed
from hrd_tui.tui.layout import ARTICLE
from hrd_tui.tui.screen import DeskScreen


def quote(screen: DeskScreen) -> None:
    """Opens the text at the sentence in sight, to choose a passage of it and keep that."""
    from hrd_tui.tui.dialogs.quote import QuoteDialog
    from hrd_tui.tui.quoting import Choice, place

    item_id = pointed(screen)
    if item_id is None:
        return
    screen.show_item(item_id, opened=screen.pane == ARTICLE)
    text = screen.desk.document(item_id).text
    if not text.strip():
        screen.say("This item has no text to quote")
        return
    decisions = screen.desk.decisions

    def kept() -> list[str]:
        return [quote.text for quote in screen.desk.item(item_id).quotes]

    def drop(passage: str) -> Sequence[str]:
        number = kept().index(passage) + 1
        screen.trying(lambda: decided(screen, decisions.unquote(item_id, number), (item_id,)))
        return kept()

    def chosen(passage: str | None) -> None:
        if passage:
            screen.trying(lambda: decided(screen, decisions.quote(item_id, passage), (item_id,)))

    line, share = screen.article.in_sight
    screen.app.push_screen(QuoteDialog(Choice(text, place(text, line, share)), kept(), drop), chosen)


ACTIONS = {"quote": quote}
