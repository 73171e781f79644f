"""How the text looks in which a passage is chosen, and what is dropped of what is kept."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.quote import PassageView, QuoteDialog
from hrd_tui.tui.quoting import Choice
from tui_fixtures import desk, item, newsroom, reader, reading, stock, until

TEXT = "One came. Two came late.\tThree stayed."


@asynccontextmanager
async def choosing(folder: Path, text: str, *kept: str) -> AsyncIterator[tuple[Pilot[None], PassageView, list[str]]]:
    """The dialog on a text of which passages are kept, and those that it still has."""
    left = list(kept)

    def drop(passage: str) -> Sequence[str]:
        left.remove(passage)
        return left

    async with reading(newsroom(folder)) as pilot:
        await pilot.app.push_screen(QuoteDialog(Choice(text), kept, drop))
        await until(pilot, lambda: pilot.app.screen.query_one(PassageView).count)
        yield pilot, pilot.app.screen.query_one(PassageView), left


def underlined(view: PassageView) -> list[str]:
    return [part.text for part in view.line(0) if part.style and part.style.underline]


async def test_what_is_kept_is_underlined_but_where_it_is_chosen(tmp_path: Path) -> None:
    async with choosing(tmp_path, TEXT, "came. Two came", "Another text had this.") as (_, view, _):
        assert view.choice.passage == "One came."
        assert underlined(view) == [" Two came"]


async def test_a_tab_has_the_width_of_a_blank(tmp_path: Path) -> None:
    async with choosing(tmp_path, TEXT) as (_, view, _):
        assert view.line(0).text.rstrip() == f" {TEXT}".replace("\t", " ")


async def test_x_drops_the_kept_quote_that_the_passage_is_a_part_of(tmp_path: Path) -> None:
    async with choosing(tmp_path, TEXT, "Two came late.\tThree stayed.") as (pilot, view, left):
        await pilot.press("j")
        assert view.choice.passage == "Two came late."
        await pilot.press("x")
        assert left == underlined(view) == []


async def test_a_passage_below_the_window_comes_into_sight(tmp_path: Path) -> None:
    async with choosing(tmp_path, "\n\n".join(f"Paragraph {number}." for number in range(60))) as (pilot, view, _):
        view.choice.step(24)
        await pilot.press("j")
        shown = range(view.top, view.top + view.size.height)
        assert "Paragraph 25." in [view.line(index).text.strip() for index in shown]


async def test_an_item_without_a_text_has_nothing_to_quote(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, summary="")}, body="")
    async with reading(desk(paths)) as pilot:
        await pilot.press("Q")
        assert "This item has no text to quote" in reader(pilot).desk_screen.bottom.text


async def test_quoting_from_within_an_article_that_was_only_looked_at_reads_the_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        await pilot.press("alt+3")
        assert desk.is_unread(1)
        await pilot.press("Q")
        assert not desk.is_unread(1)
