"""Work beside the screen of which only the newest counts."""

from functools import partial
from pathlib import Path
from threading import Event

from hrd_tui.errors import HrdError
from hrd_tui.tui.latest import Latest
from tui_fixtures import newsroom, reader, reading, until


def failing() -> str:
    raise HrdError("It went wrong")


async def test_of_what_comes_while_work_is_done_the_last_alone_is_done_behind_it(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        release, begun = Event(), list[str]()
        got = list[str]()

        def work(name: str) -> str:
            begun.append(name)
            release.wait(10)
            return name

        latest = Latest(reader(pilot).desk_screen, got.append, lambda _: None)
        for name in ("first", "second", "third"):
            latest.do(partial(work, name))
        await until(pilot, lambda: begun)
        assert begun == ["first"]
        release.set()
        await until(pilot, lambda: len(got) == 2)
        assert got == begun == ["first", "third"]


async def test_work_that_fails_does_not_keep_the_next_from_being_done(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        got, wrong = list[str](), list[HrdError]()
        latest = Latest(reader(pilot).desk_screen, got.append, wrong.append)
        latest.do(failing)
        await until(pilot, lambda: wrong)
        latest.do(lambda: "done")
        await until(pilot, lambda: got == ["done"])
