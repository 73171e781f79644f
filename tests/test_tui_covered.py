"""Earlier posts: told in the article, put into the draft."""

import threading
from pathlib import Path
from typing import Any

from hrd_tui.desk.desk import Desk
from hrd_tui.errors import HrdError
from signal_fixtures import found, posted
from tui_fixtures import newsroom, reader, reading, shows, until


def held(first: Desk) -> threading.Event:
    """Loads a desk that finds earlier posts only when the event is set."""
    first.load()
    nearest, release = first.covered.nearest, threading.Event()

    def slow(item_id: int) -> Any:
        release.wait(10)
        return nearest(item_id)

    first.covered.nearest = slow  # type: ignore[method-assign,assignment]
    return release


async def test_earlier_posts_come_into_the_article_when_they_are_found(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    release = held(first)
    async with reading(first, (200, 40)) as pilot:
        await pilot.press("j", "k")
        assert reader(pilot).desk_screen.current == 1
        assert not shows(pilot.app, "covered before")
        release.set()
        await until(pilot, lambda: shows(pilot.app, "covered before: 3 Jan 2025 An earlier post"))


async def test_a_line_that_comes_later_does_not_move_the_text_that_is_read(tmp_path: Path) -> None:
    first = posted(newsroom(tmp_path))
    release = held(first)
    async with reading(first, (120, 24)) as pilot:
        article = reader(pilot).desk_screen.article
        await pilot.press("space", "space")
        above = article.line(article.top).text
        release.set()
        await until(pilot, lambda: article.about.earlier)
        assert article.line(article.top).text == above


async def test_capital_c_puts_the_earlier_post_into_the_draft(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    first.load()
    draft = first.drafts.compose([2])
    async with reading(first) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: "https://blog.example/old-1" in first.drafts.text(draft))


async def test_of_several_earlier_posts_one_is_chosen(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}), count=2)
    first.load()
    draft = first.drafts.compose([2])
    async with reading(first) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: shows(pilot.app, "See also"))
        await until(pilot, lambda: shows(pilot.app, "https://blog.example/old-"))
        await pilot.press("enter")
        await until(pilot, lambda: "https://blog.example/old-" in first.drafts.text(draft))


async def test_without_a_draft_capital_c_says_how_to_begin_one(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: "No draft is open" in reader(pilot).desk_screen.notice.said)


async def test_where_nothing_was_covered_before_capital_c_says_so(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.aside.earlier(1) is not None)
        await pilot.press("C")
        assert "Nothing near this was covered before" in reader(pilot).desk_screen.bottom.text


async def test_what_is_found_of_the_item_before_is_told_of_no_other(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    first.load()
    nearest, release = first.covered.nearest, {id: threading.Event() for id in (1, 2)}

    def slow(item_id: int) -> Any:
        release[item_id].wait(10)
        return nearest(item_id)

    first.covered.nearest = slow  # type: ignore[method-assign,assignment]
    async with reading(first, (200, 40)) as pilot:
        screen = reader(pilot).desk_screen
        await pilot.press("j")
        await until(pilot, lambda: screen.article.item and screen.article.item.id == 2)
        release[1].set()
        await until(pilot, lambda: screen.aside.earlier(1))
        assert not screen.article.about.earlier
        release[2].set()


async def test_posts_that_cannot_be_read_are_told_of_once(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    first.load()
    asked = list[int]()

    def broken(item_id: int) -> Any:
        asked.append(item_id)
        raise HrdError("The posts cannot be read")

    first.covered.nearest = broken  # type: ignore[method-assign,assignment]
    async with reading(first) as pilot:
        screen = reader(pilot).desk_screen
        await until(pilot, lambda: "The posts cannot be read" in screen.notice.said)
        await pilot.press("escape", "j")
        await until(pilot, lambda: 2 in asked and not screen.aside._latest._busy)
        assert not screen.notice.said


async def test_capital_c_waits_for_earlier_posts_that_are_not_found_yet(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    release = held(first)
    async with reading(first) as pilot:
        await pilot.press("C")
        await until(pilot, lambda: shows(pilot.app, "Looking for earlier posts"))
        release.set()
        await until(pilot, lambda: shows(pilot.app, "https://blog.example/old-1"))


async def test_where_there_is_an_archive_of_the_blog_capital_c_tells_of_none_to_import(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}), title="Of something else", sources=[])) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.aside.earlier(1) is not None)
        await pilot.press("C")
        assert "Nothing near this was covered before" in reader(pilot).desk_screen.bottom.text
        assert "hrd archive import" not in reader(pilot).desk_screen.bottom.text
