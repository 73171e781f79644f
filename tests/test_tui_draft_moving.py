"""Moving in the Draft screen: the cursor of the blocks, the preview beside it, windows of other sizes."""

from pathlib import Path

from drafting_fixtures import FIRST, THIRD, drafting, go, newsroom, preview
from hrd_tui.copydesk import edit
from hrd_tui.tui.drafting.rows import PART, Place
from tui_fixtures import desk as another
from tui_fixtures import until

MANY = "".join(f"<p>Paragraph {number} of them all.</p>" for number in range(60))
LONG = f"<p>{' '.join(f'word{number}' for number in range(600))}</p><p>Behind it.</p>"


async def test_longer_words_above_leave_the_row_under_the_cursor_where_it_stands(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, MANY), size=(120, 30)) as (_, screen):
        blocks = screen.blocks
        go(screen, "Paragraph 40 ")
        go(screen, "Paragraph 36 ")
        before = blocks.row_of(blocks.here)
        screen.alter(lambda draft: edit.replace_text(draft, 5, "many more words " * 20))
        assert blocks.row_of(blocks.here) == before


async def test_a_page_goes_on_from_a_block_that_is_longer_than_one(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, LONG), size=(120, 24)) as (pilot, screen):
        go(screen, "word0")
        at = screen.blocks.cursor
        await pilot.press("pagedown")
        assert screen.blocks.cursor == at + 1


async def test_a_block_longer_than_the_pane_is_read_to_its_last_line_before_the_next(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, LONG), size=(120, 24)) as (pilot, screen):
        blocks = screen.blocks
        go(screen, "word0")
        at, last = blocks.cursor, ""
        while blocks.cursor == at:
            last = blocks.line(blocks.top + blocks.size.height - 1).text
            await pilot.press("j")
        assert "word599" in last


async def test_another_width_lays_the_blocks_out_anew(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, LONG), size=(160, 40)) as (pilot, screen):
        width = screen.blocks.size.width
        await pilot.resize_terminal(66, 30)
        await until(pilot, lambda: 0 < screen.blocks.size.width != width)
        await pilot.pause()
        words = " ".join(screen.blocks.line(number).text for number in range(screen.blocks.count)).split()
        assert [word for word in words if word.startswith("word")] == [f"word{number}" for number in range(600)]


async def test_a_click_puts_the_cursor_on_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        at, row = screen.blocks.cursor, screen.blocks.row_of(screen.blocks.here)
        go(screen, FIRST)
        await pilot.click(screen.blocks, offset=(20, row))
        assert screen.blocks.cursor == at


async def test_the_focus_comes_back_once_the_window_is_large_enough_again(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("tab")
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: screen.has_class("-too-small") and screen.focused is None)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.focused is screen.preview)


async def test_only_the_words_of_the_block_under_the_cursor_have_a_bar_in_the_preview(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        await pilot.pause()
        go(screen, THIRD)
        await pilot.pause()
        lines = [screen.preview.line(number).text for number in range(screen.preview.count)]
        assert [line.strip(" │") for line in lines if "│" in line] == [THIRD]


async def test_a_preview_that_is_read_stays_where_it_is_when_it_is_made_anew(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, MANY), size=(120, 24)) as (pilot, screen):
        await pilot.press("g", "g", "tab", "G")
        top = screen.preview.top
        assert top
        screen.alter(lambda draft: edit.set_title(draft, "Another title"))
        await until(pilot, lambda: "Another title" in preview(screen))
        assert screen.preview.top == top


async def test_the_front_matter_is_shown_from_its_first_line(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, MANY), size=(120, 24)) as (pilot, screen):
        await pilot.press("G", "k")
        await until(pilot, lambda: screen.preview.top)
        await pilot.press("f")
        await until(pilot, lambda: "status: draft" in preview(screen))
        assert screen.preview.top == 0


async def test_space_reads_the_preview_where_only_one_pane_has_room(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), size=(66, 20)) as (pilot, screen):
        await pilot.press("space")
        assert screen.pane == "preview"


async def test_the_front_matter_asked_for_from_the_page_is_unfolded_each_time(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("f")
        await until(pilot, lambda: "status: draft" in preview(screen))
        await pilot.press("v")
        await until(pilot, lambda: "status: draft" not in preview(screen))
        await pilot.press("f")
        await until(pilot, lambda: "status: draft" in preview(screen))


async def test_the_cursor_stays_on_its_words_when_another_process_adds_a_block_above(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        at = screen.pointed()
        other = another(screen.desk.paths)
        other.load()
        other.drafts.put(screen.draft_id, edit.remark(screen.draft, "From beside.", 0))
        other.close()
        await pilot.press("x")
        assert screen.draft.body[0].block.text == "From beside."
        assert screen.pointed() == at + 1
        assert screen.draft.body[screen.pointed()].block.text == THIRD


async def test_of_the_same_words_in_several_places_the_cursor_stays_on_the_nearest(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, MANY)) as (_, screen):
        for at in (0, 30, 60):
            screen.alter(lambda draft, at=at: edit.remark(draft, "Mine.", at))  # type: ignore[misc]
        screen.blocks.move_to(Place(PART, 30))
        screen.alter(lambda draft: edit.remark(draft, "Above.", 5))
        assert screen.part == 31


async def test_words_that_are_gone_leave_the_cursor_where_it_was(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, MANY)) as (_, screen):
        go(screen, "Paragraph 7 ")
        at = screen.pointed()
        screen.alter(lambda draft: edit.replace_text(draft, at, "Other words."))
        assert screen.part == at
