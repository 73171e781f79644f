"""What is given where an address to refer to is asked for: the one that is typed, or that of the post pointed at."""

from pathlib import Path

import pytest

from hrd_tui.desk.covered import Earlier
from hrd_tui.tui.dialogs.seealso import SeeAlsoPicker
from signal_fixtures import found, posted
from tui_fixtures import newsroom, reading, shows, typed, until


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://blog.example/old-1/more", "https://blog.example/old-1/more"),
        ("https://blog.example/old", "https://blog.example/old"),
        ("ngo.example/a", "ngo.example/a"),
        ("earlier", "https://blog.example/old-1"),
        ("old-1", "https://blog.example/old-1"),
    ],
)
async def test_an_address_that_is_typed_goes_before_a_post_that_fits(tmp_path: Path, text: str, wanted: str) -> None:
    first = posted(found(tmp_path, {}))
    async with reading(first) as pilot:
        given: list[str | None] = []
        posts: list[Earlier] = list(first.covered.nearest(1))
        picker = SeeAlsoPicker(str)
        await pilot.app.push_screen(picker, given.append)
        picker.offer_posts(posts)
        await typed(pilot, "")
        await pilot.press(*(sign for sign in text))
        await pilot.press("enter")
        await until(pilot, lambda: given == [wanted])


async def test_where_no_earlier_post_is_near_the_dialog_says_where_such_posts_come_from(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        picker = SeeAlsoPicker(str)
        await pilot.app.push_screen(picker)
        await until(pilot, lambda: shows(pilot.app, "Looking for earlier posts"))
        picker.offer_posts([])
        await until(pilot, lambda: shows(pilot.app, "No earlier post is near this"))


async def test_an_earlier_post_without_a_title_is_offered_by_its_address(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}), title="")
    async with reading(first) as pilot:
        picker = SeeAlsoPicker(str)
        await pilot.app.push_screen(picker)
        picker.offer_posts(list(first.covered.nearest(1)))
        assert [option.label for option in picker.options] == ["https://blog.example/old-1"]
