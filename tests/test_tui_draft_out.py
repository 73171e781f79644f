"""What leaves the Draft screen: to the editor's program and back, to the file, to the blog, to the clipboard."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from drafting_fixtures import FIRST, QUOTE, THIRD, drafting, go, kept, newsroom, script, texts
from hrd_tui.copydesk import edit
from loopback_site import served
from tui_fixtures import reader, shows, until
from wordpress_server import PASSWORD, USER, running

ALTER = f"file.write_text(file.read_text('utf-8').replace({THIRD!r}, 'Her case is over.'), 'utf-8')"
BREAK_ONCE = (
    "text = file.read_text('utf-8')\n"
    "wrong = '[3 gone]' not in text\n"
    "file.write_text(text.replace('[3]', '[3 gone]') if wrong else text.replace('[3 gone]', '[3 cut]'), 'utf-8')"
)


def left(folder: Path) -> list[Path]:
    """The texts that wait in the desk's folder for editing."""
    return sorted((folder / "desk").rglob("editing/*"))


async def test_a_block_is_edited_in_the_editor_s_program(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, ALTER))) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("e")
        await until(pilot, lambda: "Her case is over." in texts(screen))
        assert kept(screen).body[screen.pointed()].changed
        assert left(tmp_path) == []


async def test_enter_edits_and_a_text_left_alone_changes_nothing(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, "pass"))) as (pilot, screen):
        before = kept(screen)
        go(screen, THIRD)
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing changed" in screen.bottom.text)
        assert kept(screen) == before


async def test_an_emptied_block_is_told_and_stays(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, "file.write_text('')"))) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("e")
        await until(pilot, lambda: shows(pilot.app, "A part needs words"))
        await pilot.press("escape")
        assert THIRD in texts(screen)


async def test_the_whole_draft_is_edited_as_one_text(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, ALTER))) as (pilot, screen):
        await pilot.press("E")
        await until(pilot, lambda: "Her case is over." in texts(screen))
        assert left(tmp_path) == []


async def test_a_mistake_is_told_with_its_line_and_the_text_goes_on_from_there(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, BREAK_ONCE))) as (pilot, screen):
        before = kept(screen)
        await pilot.press("E")
        await until(pilot, lambda: shows(pilot.app, "[3 gone]") and shows(pilot.app, "Line "))
        assert kept(screen) == before
        assert "[3 gone]" in left(tmp_path)[0].read_text("utf-8")
        await pilot.press("y")
        await until(pilot, lambda: kept(screen).body[2].cut)
        assert left(tmp_path) == []


async def test_a_text_that_is_not_taken_stays_in_its_file(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, BREAK_ONCE))) as (pilot, screen):
        await pilot.press("E")
        await until(pilot, lambda: shows(pilot.app, "Your text is kept in"))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert len(left(tmp_path)) == 1


async def test_a_program_that_fails_is_told_and_the_text_stays(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, "sys.exit(3)"))) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("e")
        await until(pilot, lambda: "ended with status 3" in screen.notice.said)
        assert str(left(tmp_path)[0]) in screen.notice.said


async def test_the_headline_s_row_asks_for_it(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, _):
        await pilot.press("g", "g", "e")
        await until(pilot, lambda: shows(pilot.app, "Headline"))


async def test_w_writes_the_post_and_marks_its_items(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x", "w")
        await until(pilot, lambda: "Wrote" in screen.notice.said)
        text = (tmp_path / "posts" / "2026-02-01-title-1.md").read_text("utf-8")
        assert FIRST in text
        assert "We stay" not in text
        assert screen.desk.row(1).state == "drafted"
        await until(pilot, lambda: shows(pilot.app, "2026-02-01-title-1.md"))


async def test_the_preview_tells_that_the_file_is_behind_the_draft(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), size=(160, 40)) as (pilot, _):
        await pilot.press("w", "x")
        await until(pilot, lambda: shows(pilot.app, "2026-02-01-title-1.md, changed since"))


async def test_a_file_changed_by_hand_is_overwritten_only_after_a_question(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, _):
        await pilot.press("w")
        file = tmp_path / "posts" / "2026-02-01-title-1.md"
        file.write_text("by hand", "utf-8")
        await pilot.press("w")
        await until(pilot, lambda: shows(pilot.app, "y overwrite"))
        assert file.read_text("utf-8") == "by hand"
        await pilot.press("y")
        await until(pilot, lambda: FIRST in file.read_text("utf-8"))


async def test_what_to_look_at_is_told_with_the_file(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "", 0))
        await pilot.press("w")
        await until(pilot, lambda: "your remark is still empty" in screen.notice.said)


async def test_y_copies_the_post_without_front_matter(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, _):
        await pilot.press("y")
        copied = reader(pilot).clipboard
        assert FIRST in copied
        assert "status: draft" not in copied


async def test_what_to_look_at_is_told_with_the_copy(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "", 0))
        await pilot.press("y")
        await until(pilot, lambda: "your remark is still empty" in screen.notice.said)


async def test_without_a_blog_p_says_how_to_name_one(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        await pilot.press("P")
        await until(pilot, lambda: "No WordPress site is set" in screen.notice.said)


async def test_a_draft_goes_to_the_blog_once_the_editor_has_seen_what_would_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_WORDPRESS_PASSWORD", PASSWORD)
    with running() as blog:
        one = newsroom(tmp_path, wordpress__address=blog.base, wordpress__user=USER)
        async with drafting(one) as (pilot, screen):
            screen.alter(lambda draft: edit.set_terms(draft, categories=[], tags=["new one"]))
            screen.alter(lambda draft: edit.remark(draft, "", 0))
            await pilot.press("P")
            await until(pilot, lambda: shows(pilot.app, "New tags to be made: new one"))
            assert shows(pilot.app, "your remark is still empty")
            assert blog.writes == []
            await pilot.press("y")
            await until(pilot, lambda: "created" in screen.notice.said)
            assert "your remark is still empty" in screen.notice.said
            assert [post["status"] for post in blog.posts.values()] == ["draft"]


async def test_what_somebody_changed_on_the_blog_is_overwritten_only_after_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_WORDPRESS_PASSWORD", PASSWORD)
    with running() as blog:
        one = newsroom(tmp_path, wordpress__address=blog.base, wordpress__user=USER)
        async with drafting(one) as (pilot, screen):
            screen.alter(lambda draft: edit.set_terms(draft, categories=[], tags=[]))
            await asyncio.to_thread(one.wordpress.send, screen.draft_id)
            next(iter(blog.posts.values()))["modified"] = blog.modified()
            go(screen, QUOTE)
            await pilot.press("x", "P")
            await until(pilot, lambda: shows(pilot.app, "y overwrite"))
            await pilot.press("y")
            await until(pilot, lambda: shows(pilot.app, "is brought up to date"))
            await pilot.press("y")
            await until(pilot, lambda: "updated" in screen.notice.said)


async def test_what_the_blog_refuses_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HRD_WORDPRESS_PASSWORD", PASSWORD)
    with running() as blog:
        one = newsroom(tmp_path, wordpress__address=blog.base, wordpress__user=USER)
        async with drafting(one) as (pilot, screen):
            screen.alter(lambda draft: edit.set_terms(draft, categories=["Nowhere"]))
            await pilot.press("P")
            await until(pilot, lambda: "has no category “Nowhere”" in screen.notice.said)
            assert blog.posts == {}


def test_the_program_for_writing_gets_a_private_file(tmp_path: Path) -> None:
    from hrd_tui.desk import editor
    from hrd_tui.paths import locate

    file = editor.file_with("words", locate(tmp_path / "desk"), "draft-1")
    assert oct(os.stat(file).st_mode & 0o777) == "0o600"


async def test_the_web_archive_s_copy_is_named_behind_the_source_and_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    with served() as site:
        copy = site.put("/web", b"kept", "text/html")
        desk = newsroom(tmp_path, links__wayback=f"{copy}?{{url}}")
        site.put("/web?https://ishr.example/2", b"kept", "text/html")
        async with drafting(desk, 2) as (pilot, screen):
            await pilot.press("G", "W")
            await until(pilot, lambda: kept(screen).sources[1].kept == f"{copy}?https://ishr.example/2")
            await pilot.press("W")
            await until(pilot, lambda: not kept(screen).sources[1].kept)


async def test_a_copy_that_the_web_archive_does_not_have_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    with served() as site:
        async with drafting(newsroom(tmp_path, links__wayback=f"{site.base}/{{url}}"), 2) as (pilot, screen):
            await pilot.press("G", "W")
            await until(pilot, lambda: shows(pilot.app, "has no copy"))
            assert not kept(screen).sources[1].kept


async def test_a_draft_changed_elsewhere_while_it_is_edited_is_shown_and_the_text_kept(tmp_path: Path) -> None:
    other = [sys.executable, "-m", "hrd_tui", "--home", str(tmp_path / "desk"), "draft", "cut", "1", "2"]
    both = f"{ALTER}\nimport subprocess\nsubprocess.run({other!r}, capture_output=True, check=True)"
    async with drafting(newsroom(tmp_path, editor__command=script(tmp_path, both))) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("e")
        await until(pilot, lambda: "changed elsewhere while you wrote" in screen.notice.said)
        (file,) = left(tmp_path)
        assert str(file) in screen.notice.said
        assert file.read_text("utf-8") == "Her case is over.\n"
        assert [part.cut for part in screen.draft.body[:3]] == [False, True, False]
