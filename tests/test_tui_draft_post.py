"""What a draft says of its post: headline, categories, tags, deadline."""

from pathlib import Path

from drafting_fixtures import BODY, drafting, go, kept, newsroom
from hrd_tui.copydesk import edit
from tui_fixtures import picture, shows, typed, until


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
        await typed(pilot, "6.3.2026")
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


async def test_the_kind_of_the_post_has_a_sign_among_all_kinds(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.set_terms(draft, kind="case_alert"))
        screen.command("kind")
        await until(pilot, lambda: shows(pilot.app, "Vacancy"))
        assert [line.split("✓ ")[1].split("  ")[0].strip() for line in picture(pilot.app) if "✓ " in line] == [
            "Case alert"
        ]
