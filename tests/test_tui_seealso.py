"""What is given where an address to refer to is asked for: the one that is typed, or that of the post pointed at."""

from pathlib import Path

import pytest

from hrd_tui.desk.covered import Earlier
from hrd_tui.tui.dialogs.seealso import SeeAlsoPicker
from signal_fixtures import found, posted
from tui_fixtures import reading, typed, until


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("https://blog.example/old-1/more", "https://blog.example/old-1/more"),
        ("https://blog.example/old", "https://blog.example/old"),
        ("ngo.example/a", "ngo.example/a"),
        ("earlier", "https://blog.example/old-1"),
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
