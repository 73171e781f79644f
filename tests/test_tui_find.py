"""Searching on the screen: everything kept, the article alone, and what is marked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.desk.desk import Desk
from hrd_tui.paths import Paths, locate
from hrd_tui.tui.hits import plain
from hrd_tui.tui.layout import ARTICLE, ITEMS
from hrd_tui.tui.pieces import Piece
from tui_fixtures import desk, item, reader, reading, shows, stock, titles, until

BODIES = {
    1: "<p>The tribunal met. A tribunal, the clerk said, is no court.</p><p>No tribunal met again.</p>",
    2: "<p>Ferries were late all day.</p>",
    3: "<p>The Special Rapporteur wrote to the tribunal about a&nbsp;café in Niamey.</p>",
    4: "<p>Nothing much.</p>" * 60 + "<p>At last the lighthouse.</p>",
}
TITLES = {1: "Judges sit", 2: "Harbour closed", 3: "A letter from Geneva", 4: "Tribunal opens"}


def filled(folder: Path, **settings: Any) -> Desk:
    paths: Paths = locate(folder / "desk")
    for number, body in BODIES.items():
        stock(paths, {number: item(number, title=TITLES[number], hash=f"h{number}")}, feeds=number == 1, body=body)
    return desk(paths, **settings)


@asynccontextmanager
async def indexed(folder: Path, **settings: Any) -> AsyncIterator[Pilot[None]]:
    """The reader once every text is indexed."""
    async with reading(filled(folder, **settings)) as pilot:
        await until(pilot, lambda: not reader(pilot).desk.fulltext.missing())
        yield pilot


async def find(pilot: Pilot[Any], text: str) -> None:
    await pilot.press("slash", *(key if key != " " else "space" for key in text))


def heading(pilot: Pilot[Any]) -> str:
    return reader(pilot).desk_screen.heading.text


def marked(pilot: Pilot[Any], mark: str) -> list[str]:
    """The pieces of the article that have a mark, hits without their numbers."""
    view = reader(pilot).desk_screen.article
    return [
        piece.text
        for number in range(view.count)
        for piece in view.hits.painted(view._laid.lines[number])
        if piece.ink.partition("+")[2].partition(":")[0] == mark
    ]


async def test_words_of_the_text_find_an_item(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "ferries")
        await until(pilot, lambda: titles(pilot) == ["Harbour closed"])


async def test_titles_are_there_before_the_full_text_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with indexed(tmp_path) as pilot:
        monkeypatch.setattr(reader(pilot).desk_screen.finding, "ask", lambda: None)
        await find(pilot, "tribun")
        assert titles(pilot) == ["Tribunal opens"]


async def test_the_full_text_joins_the_titles(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribun")
        await until(pilot, lambda: titles(pilot) == ["Judges sit", "A letter from Geneva", "Tribunal opens"])


async def test_an_answer_to_older_words_is_dropped(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        screen = reader(pilot).desk_screen
        await find(pilot, "ferries")
        await until(pilot, lambda: titles(pilot) == ["Harbour closed"])
        late = screen.finding._look("ferries", "newest")
        await pilot.press(*"xyz")
        await until(pilot, lambda: not screen.finding._latest._busy)
        screen.finding._found(late)
        assert titles(pilot) == []


async def test_spiked_items_are_found(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("down", "d")
        await find(pilot, "ferries")
        await until(pilot, lambda: titles(pilot) == ["Harbour closed"])


async def test_fields_work_beside_words(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal title:geneva")
        await until(pilot, lambda: titles(pilot) == ["A letter from Geneva"])


async def test_the_order_turns_to_best_first(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal")
        await pilot.press("enter")
        await until(pilot, lambda: len(titles(pilot)) == 3)
        assert "newest first" in heading(pilot)
        await pilot.press("g", "o")
        await until(pilot, lambda: titles(pilot)[0] == "Tribunal opens")
        assert "best first" in heading(pilot)


async def test_the_cursor_stays_on_its_item_when_the_full_text_joins(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        screen = reader(pilot).desk_screen
        screen.listing.search("e", finding=True)
        screen.show_list()
        screen.items.move(1)
        before = screen.current
        screen.finding.ask()
        await until(pilot, lambda: not screen.finding._latest._busy)
        await pilot.pause()
        assert screen.current == before


async def test_what_is_not_indexed_yet_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.CatchUp.start", lambda self: None)
    async with reading(filled(tmp_path)) as pilot:
        await find(pilot, "tribunal")
        await until(pilot, lambda: heading(pilot).endswith("… indexing 4 · 1/1"))
        assert "FIND “tribunal”  newest first" in heading(pilot)


async def test_what_is_indexed_later_is_found_without_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.CatchUp.start", lambda self: None)
    async with reading(filled(tmp_path)) as pilot:
        screen = reader(pilot).desk_screen
        await find(pilot, "tribunal")
        await until(pilot, lambda: screen.finding.waits)
        screen.desk.fulltext.catch_up()
        screen.tick()
        await until(pilot, lambda: not screen.finding.waits)
        assert screen.listing.waiting == 2


async def test_hits_are_marked_in_titles(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal")
        await until(pilot, lambda: len(titles(pilot)) == 3)
        line = reader(pilot).desk_screen.item_line(4, 60)
        assert [piece.text for piece in line if "+hit" in piece.ink] == ["Tribunal"]


async def test_hits_are_marked_in_the_article(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal")
        await pilot.press("enter")
        await until(pilot, lambda: marked(pilot, "hit") == ["tribunal", "tribunal", "tribunal"])


async def test_the_marks_go_with_the_search(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal")
        await pilot.press("enter")
        await until(pilot, lambda: marked(pilot, "hit"))
        await pilot.press("escape")
        await until(pilot, lambda: not marked(pilot, "hit"))


async def test_search_in_the_article_counts_its_hits(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.article.count)
        await pilot.press("ctrl+f", *"tribunal")
        assert shows(pilot.app, "1/3")
        await pilot.press("enter", "n", "n")
        assert shows(pilot.app, "3/3")
        await pilot.press("n")
        assert shows(pilot.app, "1/3")
        await pilot.press("N")
        assert shows(pilot.app, "3/3")


async def test_the_hit_where_the_editor_is_looks_different(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("ctrl+f", *"tribunal", "enter")
        assert (marked(pilot, "here"), marked(pilot, "hit")) == (["tribunal"], ["tribunal", "tribunal"])


async def test_a_hit_out_of_sight_comes_into_sight(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("G", "enter", "ctrl+f", *"lighthouse")
        assert shows(pilot.app, "At last the lighthouse.")


async def test_accents_and_blanks_do_not_count_in_the_article(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("down", "down", "enter", "ctrl+f", *"A", "space", *"Cafe")
        assert marked(pilot, "here") == ["a café"]


async def test_f3_goes_on_from_the_list(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("ctrl+f", *"tribunal", "enter", "h")
        assert reader(pilot).desk_screen.pane == ITEMS
        await pilot.press("f3")
        assert shows(pilot.app, "2/3")
        await pilot.press("shift+f3")
        assert shows(pilot.app, "1/3")


async def test_f3_walks_through_the_hits_of_a_search_over_everything(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await find(pilot, "tribunal")
        await pilot.press("enter")
        await until(pilot, lambda: marked(pilot, "hit"))
        await pilot.press("f3", "f3")
        assert shows(pilot.app, "2/3")


async def test_escape_ends_the_search_in_the_article_and_no_more(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("ctrl+f", *"tribunal", "enter", "escape")
        assert not marked(pilot, "hit")
        assert reader(pilot).desk_screen.pane == ARTICLE


async def test_n_goes_to_the_next_unread_item_without_a_search(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("enter", "n")
        assert reader(pilot).desk_screen.current == 2


async def test_what_does_not_stand_in_the_article_is_told(tmp_path: Path) -> None:
    async with indexed(tmp_path) as pilot:
        await pilot.press("ctrl+f", *"zebra", "enter")
        assert shows(pilot.app, "“zebra” does not stand in this article")


async def test_watched_words_are_marked_in_list_and_article(tmp_path: Path) -> None:
    settings = {"highlight__words": ["special rapporteur", "Geneva"]}
    async with indexed(tmp_path, **settings) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("down", "down")
        await until(pilot, lambda: marked(pilot, "watched") == ["Geneva", "Special Rapporteur"])
        assert Piece("Geneva", "strong+watched") in screen.item_line(3, 80)


async def test_the_editors_people_and_countries_are_watched(tmp_path: Path) -> None:
    folder = locate(tmp_path / "desk").config
    folder.mkdir(parents=True)
    (folder / "people.txt").write_text("The Clerk\n", "utf-8")
    settings = {"highlight__people": True, "highlight__countries": ["Switzerland"]}
    async with indexed(tmp_path, **settings) as pilot:
        await until(pilot, lambda: " ".join(marked(pilot, "watched")) == "the clerk")


async def test_marks_are_told_without_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with indexed(tmp_path, highlight__words=["judges"]) as pilot:
        await pilot.press("ctrl+f", *"tribunal", "enter")
        inks = reader(pilot).inks
        assert inks.style("text+watched", "ground").underline
        assert inks.style("text+hit:1", "ground").reverse
        assert inks.style("text+here", "ground").underline
        assert inks.style("strong+hit:1", "ground", "focused").reverse is False


def test_an_ink_without_its_mark() -> None:
    assert plain("strong+hit:12") == "strong"


async def test_blanks_behind_a_mark_are_not_marked(tmp_path: Path) -> None:
    async with reading(filled(tmp_path)) as pilot:
        view = reader(pilot).desk_screen.items
        hit, blanks = view.ink([Piece("hit", "text+hit:0"), Piece("   ")])
        assert (hit.text, blanks.text.strip()) == ("hit", "")
