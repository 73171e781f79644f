"""The preview of a draft: its page, its text, its place in the window."""

from pathlib import Path

from drafting_fixtures import FIRST, QUOTE, drafting, go, newsroom, preview
from effort import calls
from hrd_tui.copydesk import edit
from hrd_tui.tui.drafting.sheet import markdown
from tui_fixtures import picture, shows, until


async def test_the_preview_shows_the_page_at_once(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        screen.alter(lambda draft: edit.replace_text(draft, screen.pointed(), "Other words."))
        await until(pilot, lambda: preview(screen).count("Other words.") == 1)


async def test_v_shows_the_file_s_text(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("v")
        await until(pilot, lambda: "<https://ishr.example/1>" in preview(screen))


async def test_the_front_matter_is_folded_until_f_shows_it(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("v")
        await until(pilot, lambda: "--- front matter ---" in preview(screen))
        await pilot.press("f")
        await until(pilot, lambda: "status: draft" in preview(screen))


async def test_the_preview_goes_to_the_block_under_the_cursor(tmp_path: Path) -> None:
    body = "".join(f"<p>Paragraph {number} of them all.</p>" for number in range(60))
    async with drafting(newsroom(tmp_path, body), size=(120, 30)) as (pilot, _):
        await pilot.press("G", "k")
        await pilot.pause()
        line = next(line for line in picture(pilot.app) if line.count("Paragraph 59 of them all.") == 2)
        assert line.rpartition("│")[2].strip() == "Paragraph 59 of them all."


async def test_tab_and_l_go_to_the_preview_and_h_comes_back(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        panes = []
        for key in ("tab", "h", "l", "escape"):
            await pilot.press(key)
            panes.append(screen.pane)
        assert panes == ["preview", "blocks", "preview", "blocks"]


async def test_at_80_by_24_the_preview_stands_below_the_blocks(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), size=(80, 24)) as (pilot, _):
        lines = picture(pilot.app)
        assert "BLOCKS" in lines[1]
        assert any("PAGE" in line for line in lines[12:])


async def test_narrow_terminals_show_one_pane_at_a_time(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), size=(66, 20)) as (pilot, screen):
        assert not shows(pilot.app, "PAGE")
        await pilot.press("l")
        await until(pilot, lambda: screen.preview.count and shows(pilot.app, "PAGE"))
        assert not shows(pilot.app, "BLOCKS")


async def test_what_a_template_writes_is_cleaned_for_the_screen(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        sheet = markdown(screen.draft, "---\ntitle: x\n---\n\n\x1b[2Jone\u202e two\n", 40, folded=False)
        assert not [sign for line in sheet.lines for piece in line for sign in piece.text if sign in "\x1b\u202e"]


async def test_keys_stay_quick_with_three_hundred_blocks(tmp_path: Path) -> None:
    body = "".join(f"<p>Paragraph {number}: {FIRST} {QUOTE} {FIRST}</p>" for number in range(300))
    async with drafting(newsroom(tmp_path, body)) as (pilot, screen):
        assert len(screen.draft.body) > 295
        screen.blocks.move(20)
        screen.command("cut")
        await until(pilot, lambda: preview(screen).count("…") > 0)
        # A key costs some two hundred a block; the preview, made beside the screen, as much again.
        assert calls(lambda: screen.command("cut")) < 250 * len(screen.draft.body)
