"""The Draft screen: composing, its lines, what others change meanwhile, and the way back."""

from pathlib import Path

import pytest

from drafting_fixtures import BODY, QUOTE, drafting, kept, newsroom, opened, preview
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.checklist import Remark
from hrd_tui.copydesk.draft import Draft
from hrd_tui.paths import locate
from hrd_tui.tui.actions.draft import UNASKED
from hrd_tui.tui.drafting.screen import CHECK_SECONDS
from hrd_tui.tui.screen import DeskScreen
from tui_fixtures import desk as another
from tui_fixtures import item, picture, reader, reading, shows, stock, until


async def test_c_composes_from_the_item_under_the_cursor(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        assert screen.draft.items == (1,)


async def test_c_composes_from_the_selected_items_in_the_order_of_selection(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("j", "j", "x", "g", "g", "x", "c")
        assert (await opened(pilot)).draft.items == (3, 1)


async def test_a_draft_of_more_items_than_one_post_has_is_asked_about(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path, count=UNASKED + 2)) as pilot:
        await pilot.press(*["x"] * (UNASKED + 1), "c")
        await until(pilot, lambda: shows(pilot.app, f"All {UNASKED + 1} selected items would be one draft"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        assert not reader(pilot).desk.drafts.list()
        await pilot.press("c", "y")
        assert len((await opened(pilot)).draft.items) == UNASKED + 1


async def test_composing_the_same_items_again_opens_the_same_draft(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("x", "q", "c")
        again = await opened(pilot)
        assert again.draft_id == screen.draft_id
        assert any(part.cut for part in again.draft.body)


async def test_p_lists_the_drafts_and_goes_on_with_one(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("q", "p")
        await until(pilot, lambda: shows(pilot.app, "Not written yet"))
        await pilot.press("enter")
        assert (await opened(pilot)).draft_id == screen.draft_id


async def test_a_draft_is_discarded_only_after_a_question(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("q", "p", "ctrl+d")
        await until(pilot, lambda: shows(pilot.app, "Discard “Title 1”?"))
        assert screen.desk.drafts.list()
        await pilot.press("y")
        await until(pilot, lambda: not screen.desk.drafts.list())


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_the_way_back_leads_to_the_desk(tmp_path: Path, key: str) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, _):
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_the_top_line_tells_headline_kind_sources_and_words(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        screen.alter(lambda draft: edit.set_terms(draft, kind="case_alert"))
        await until(pilot, lambda: "Case alert · 2 sources ·" in picture(pilot.app)[0])
        assert "Draft  Title 1" in picture(pilot.app)[0]
        assert "words" in picture(pilot.app)[0]


async def test_the_checklist_is_counted(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "", 0))
        await until(pilot, lambda: "to look at" in picture(pilot.app)[0])


async def test_what_was_refused_goes_with_the_next_command(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("g", "g", "x")
        assert "This is no block of the text" in screen.notice.said
        await pilot.press("j")
        assert not screen.notice.said


async def test_escape_behind_an_empty_checklist_stays_in_the_draft(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("exclamation_mark")
        assert "Nothing to look at" in screen.bottom.text
        await pilot.press("escape")
        assert "Nothing to look at" not in screen.bottom.text
        assert pilot.app.screen is screen
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_the_checklist_leads_to_its_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        at = next(at for at, part in enumerate(screen.draft.body) if part.block.text == QUOTE)
        screen.alter(lambda draft: edit.replace_text(draft, at, "“We leave where we are now,” said Mara Osei."))
        await pilot.press("g", "g", "exclamation_mark")
        await until(pilot, lambda: shows(pilot.app, "these words are not in the source"))
        await pilot.press("enter")
        await until(pilot, lambda: screen.part == at)


async def test_the_checklist_leads_from_the_preview_to_the_blocks(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "", 0))
        await pilot.press("tab", "exclamation_mark")
        await until(pilot, lambda: shows(pilot.app, "your remark is still empty"))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.focused is screen.blocks)


async def test_changes_that_come_quickly_are_looked_through_once(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await until(pilot, lambda: screen.remarks is not None)
        check, checked, over = screen.desk.exports.check, [], []

        def count(draft: Draft) -> "list[Remark]":
            checked.append(draft)
            return check(draft)

        screen.desk.exports.check = count  # type: ignore[method-assign,assignment]
        for number in range(3):
            screen.alter(lambda draft, text=f"Mine {number}.": edit.remark(draft, text, 0))  # type: ignore[misc]
        screen.set_timer(CHECK_SECONDS, lambda: over.append(True))
        await until(pilot, lambda: over and checked and not screen._checks._busy)
        assert checked == [screen.draft]


async def test_another_process_s_change_is_shown(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        other = another(screen.desk.paths)
        other.load()
        other.drafts.put(screen.draft_id, edit.remark(other.drafts.get(screen.draft_id), "From beside.", 0))
        other.close()
        await until(pilot, lambda: shows(pilot.app, "From beside."))


@pytest.mark.parametrize("key", ["x", "z", "Z"])
async def test_a_change_that_comes_between_is_shown_first_and_nothing_is_done(tmp_path: Path, key: str) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        other = another(screen.desk.paths)
        other.load()
        there = edit.move(other.drafts.get(screen.draft_id), 0, 1)
        other.drafts.put(screen.draft_id, there)
        other.close()
        await pilot.press(key)
        assert kept(screen) == there
        assert "changed elsewhere" in screen.notice.said


async def test_a_draft_discarded_elsewhere_leads_back_to_the_desk(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        other = another(screen.desk.paths)
        other.load()
        other.drafts.discard(screen.draft_id)
        other.close()
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await until(pilot, lambda: shows(pilot.app, "was discarded elsewhere"))


async def test_a_draft_discarded_elsewhere_stays_until_its_dialog_is_closed(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("H")
        await until(pilot, lambda: not screen.is_active)
        other = another(screen.desk.paths)
        other.load()
        other.drafts.discard(screen.draft_id)
        other.close()
        await until(pilot, lambda: screen._gone)
        await pilot.pause()
        assert pilot.app.screen_stack[-2] is screen
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_a_post_written_elsewhere_is_told_above_the_preview(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), size=(160, 40)) as (pilot, screen):
        assert shows(pilot.app, "not written yet")
        other = newsroom(tmp_path)
        other.load()
        other.drafts.export(screen.draft_id)
        other.close()
        await until(pilot, lambda: shows(pilot.app, "2026-02-01-title-1.md"))


async def test_help_lists_the_commands_of_a_draft_and_does_them(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("question_mark")
        await until(pilot, lambda: shows(pilot.app, "cut/take"))
        assert not shows(pilot.app, "follow-up")
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).body[0].cut)


async def test_hostile_text_stays_text(tmp_path: Path) -> None:
    hostile = "[b]bold[/b] [@click=app.quit]x[/] \x1b[2J \u202egnp\u202c [see also: <script>alert(1)</script>]"
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title=hostile)}, body=f"<p>{hostile.replace('<', '&lt;')}</p>" + BODY)
    async with drafting(another(paths)) as (pilot, screen):
        screen.alter(lambda draft: edit.replace_text(draft, 1, f"{hostile} altered"))
        await pilot.press("v")
        await until(pilot, lambda: any("bold" in line for line in preview(screen)))
        lines = picture(reader(pilot))
        assert any("[b]bold[/b] [@click=app.quit]x[/]" in line for line in lines)
        assert not [sign for line in lines for sign in line if sign in "\x1b\u202e\u202c"]
