"""The Draft screen: composing, the blocks and what is done to them, the preview, and the way back."""

from pathlib import Path

import pytest

from drafting_fixtures import BODY, FIRST, QUOTE, THIRD, drafting, go, kept, newsroom, opened, texts, typed
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import EDITOR, REMARK, SEE_ALSO, SOURCE
from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.tui.drafting.screen import DraftScreen
from hrd_tui.tui.drafting.sheet import markdown
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


async def test_a_source_s_words_have_its_number_and_the_editor_s_a_sign_of_their_own(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "Mine alone.", 1))
        await pilot.pause()
        assert any("you  │ Mine alone." in line for line in picture(pilot.app))
        rows = [row for row in screen.blocks.rows if row.block and row.block.text == FIRST]
        assert [row.whose for row in rows] == ["[1]", "[2]"]


async def test_a_quotation_tells_its_speaker(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        row = next(row for row in screen.blocks.rows if row.block and row.block.text == QUOTE)
        assert (row.label, row.below) == ("quote", "Mara Osei")


async def test_x_cuts_the_block_and_goes_on(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x")
        assert QUOTE not in texts(screen)
        row = screen.blocks.row
        assert row is not None
        assert row.block is not None
        assert row.block.text == THIRD


async def test_a_cut_block_is_told_in_words_and_by_its_sign(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x")
        await pilot.pause()
        line = next(line for line in picture(pilot.app) if "We stay" in line)
        assert line.split()[0] == "cut"
        assert "…" in line


async def test_x_takes_a_cut_block_back_and_stays(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x", "k", "x")
        assert QUOTE in texts(screen)
        assert screen.draft.body[screen.pointed()].block.text == QUOTE


async def test_moving_a_block_takes_the_cursor_along(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("K")
        assert texts(screen).index(THIRD) < texts(screen).index(QUOTE)
        assert screen.draft.body[screen.pointed()].block.text == THIRD
        await pilot.press("J")
        assert texts(screen).index(THIRD) > texts(screen).index(QUOTE)


async def test_a_remark_is_written_below_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        await pilot.press("m")
        await typed(pilot, "Mine.\n\nMore.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "More." in texts(screen))
        at = texts(screen).index(FIRST)
        assert texts(screen)[at + 1 : at + 3] == ["Mine.", "More."]
        own = kept(screen).body[at + 1]
        assert (own.source, own.role) == (EDITOR, REMARK)


async def test_a_remark_is_written_above_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("M")
        await typed(pilot, "Mine.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Mine." in texts(screen))
        assert texts(screen)[texts(screen).index("Mine.") + 1] == THIRD


async def test_own_words_are_removed_and_a_source_s_are_not(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "Mine.", 2))
        go(screen, "Mine.")
        await pilot.press("X")
        assert "Mine." not in texts(screen)
        before = kept(screen)
        go(screen, FIRST)
        await pilot.press("X")
        await until(pilot, lambda: shows(pilot.app, "A source’s words cannot be removed") or screen.notice.said)
        assert kept(screen) == before


async def test_a_typed_address_is_referred_to_below_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        await pilot.press("s")
        await typed(pilot, "https://blog.example/before/")
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).see_also)
        part = kept(screen).body[screen.pointed()]
        assert (part.role, kept(screen).see_also) == (SEE_ALSO, ("https://blog.example/before/",))


async def test_earlier_posts_of_the_blog_are_offered(tmp_path: Path) -> None:
    one = newsroom(tmp_path, blog__address="https://blog.example/")
    with_post(one.paths)
    async with drafting(one) as (pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot.app, "What we wrote of Title 1"))
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).see_also == ("https://blog.example/earlier/",))


def with_post(paths: object) -> None:
    from hrd_tui.paths import Paths
    from hrd_tui.store.store import Store

    assert isinstance(paths, Paths)
    store = Store.open(paths.store)
    with store.change() as change:
        post = {
            "url": "https://blog.example/earlier/", "canonical": "https://blog.example/earlier/", "date": "2025-03-01",
            "title": "What we wrote of Title 1", "sources": ["https://ishr.example/1"],
        }  # fmt: skip
        change.put("posts", 1, post)
    store.close()


async def test_the_headline_is_changed(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("H")
        await typed(pilot, "X")
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).title == "Title 1X")


async def test_a_new_tag_and_a_known_one_are_taken(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.set_terms(draft, tags=["old"]))
        await pilot.press("t")
        await typed(pilot, "two words")
        await pilot.press("tab")
        await typed(pilot, "old")
        await pilot.press("tab", "enter")
        await until(pilot, lambda: kept(screen).tags == ("two words",))


async def test_a_typed_name_is_taken_as_it_is_though_a_known_one_begins_with_it(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.set_terms(draft, tags=["awards"]))
        await pilot.press("t")
        await typed(pilot, "award")
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).tags == ("awards", "award"))


async def test_categories_are_kept_where_the_dialog_is_closed(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        before = kept(screen).categories
        await pilot.press("c")
        await typed(pilot, "new")
        await pilot.press("tab", "escape")
        await pilot.pause()
        assert kept(screen).categories == before


async def test_a_deadline_is_set_and_taken_out(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("D")
        await typed(pilot, "2026-03-06")
        await pilot.press("enter")
        await until(pilot, lambda: str(kept(screen).deadline) == "2026-03-06")
        await until(pilot, lambda: shows(pilot.app, "6 March 2026"))
        await pilot.press("D")
        await until(pilot, lambda: shows(pilot.app, "empty takes it out") or shows(pilot.app, "2026-03-06"))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: kept(screen).deadline is None)


async def test_what_is_no_day_stays_in_the_line_with_the_reason(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("D")
        await typed(pilot, "soon")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "“soon” is no day"))
        assert kept(screen).deadline is None


async def test_the_deadline_that_the_block_names_is_offered(tmp_path: Path) -> None:
    body = BODY + "<p>Write to us.</p>"
    async with drafting(newsroom(tmp_path, body)) as (pilot, screen):
        go(screen, "Write to us.")
        screen.alter(lambda draft: edit.replace_text(draft, screen.pointed(), "The deadline is 6 March 2026."))
        await pilot.press("D", "enter")
        await until(pilot, lambda: str(kept(screen).deadline) == "2026-03-06")
        assert kept(screen).deadline_text == "The deadline is 6 March 2026."


async def test_signatories_are_told_by_their_number_and_listed_again(tmp_path: Path) -> None:
    names = "".join(f"<li>Group {number}</li>" for number in range(5))
    async with drafting(newsroom(tmp_path, f"{BODY}<p>Signatories:</p><ul>{names}</ul>")) as (pilot, screen):
        await pilot.press("S")
        assert "(5 signatories)" in texts(screen)
        await pilot.press("S")
        assert "Group 3" in texts(screen)


async def test_a_source_is_placed_below_the_words_it_supports(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        at = screen.pointed()
        await pilot.press("p")
        assert kept(screen).body[at + 1].role == SOURCE


async def test_of_several_sources_the_one_to_place_is_chosen(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        go(screen, FIRST)
        at = screen.pointed()
        await pilot.press("p")
        await until(pilot, lambda: shows(pilot.app, "Which source stands here"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: kept(screen).body[at + 1].role == SOURCE)
        assert kept(screen).body[at + 1].block.spans[0].href == "https://ishr.example/2"


async def test_z_takes_the_last_change_back_and_goes_there(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x", "g", "g", "z")
        assert QUOTE in texts(screen)
        assert screen.draft.body[screen.pointed()].block.text == QUOTE
        await pilot.press("Z")
        assert QUOTE not in texts(screen)


async def test_undo_in_a_draft_leaves_the_decisions_of_the_desk(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        await pilot.press("z")
        assert screen.desk.row(1).state == State.SELECTED


async def test_the_preview_shows_the_page_at_once(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        screen.alter(lambda draft: edit.replace_text(draft, screen.pointed(), "Other words."))
        await until(pilot, lambda: preview(screen).count("Other words.") == 1)


def preview(screen: DraftScreen) -> list[str]:
    """The lines of the preview, without their margin."""
    return [screen.preview.line(number).text.strip(" │") for number in range(screen.preview.count)]


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


async def test_altered_words_of_a_source_are_marked(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        go(screen, THIRD)
        screen.alter(lambda draft: edit.replace_text(draft, screen.pointed(), THIRD.replace("March", "April")))
        row = screen.blocks.row
        assert row is not None
        assert row.whose == "[1]±"
        assert [piece.text for piece in row.pieces if piece.ink == "altered"] == ["April"]


async def test_another_process_s_change_is_shown(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        other = another(screen.desk.paths)
        other.load()
        other.drafts.put(screen.draft_id, edit.remark(other.drafts.get(screen.draft_id), "From beside.", 0))
        other.close()
        await until(pilot, lambda: shows(pilot.app, "From beside."))


async def test_a_change_that_comes_between_is_shown_first_and_nothing_is_done(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        other = another(screen.desk.paths)
        other.load()
        there = edit.move(other.drafts.get(screen.draft_id), 0, 1)
        other.drafts.put(screen.draft_id, there)
        other.close()
        await pilot.press("x")
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


async def test_what_a_template_writes_is_cleaned_for_the_screen(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        sheet = markdown(screen.draft, "---\ntitle: x\n---\n\n\x1b[2Jone\u202e two\n", 40, folded=False)
        assert not [sign for line in sheet.lines for piece in line for sign in piece.text if sign in "\x1b\u202e"]


async def test_keys_stay_quick_with_three_hundred_blocks(tmp_path: Path) -> None:
    from time import perf_counter

    body = "".join(f"<p>Paragraph {number}: {FIRST} {QUOTE} {FIRST}</p>" for number in range(300))
    async with drafting(newsroom(tmp_path, body)) as (pilot, screen):
        assert len(screen.draft.body) > 295
        screen.blocks.move(20)
        times = []
        for _ in range(21):
            start = perf_counter()
            screen.command("cut")
            times.append(perf_counter() - start)
        await until(pilot, lambda: preview(screen).count("…") > 0)
        assert sorted(times)[10] < 0.05
