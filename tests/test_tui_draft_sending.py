"""What is said between the key that sends a draft to the blog and the blog's answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from drafting_fixtures import drafting, newsroom
from hrd_tui.copydesk import edit
from hrd_tui.tui.drafting.screen import DraftScreen
from tui_fixtures import picture, shows, until
from wordpress_server import PASSWORD, USER, running


@asynccontextmanager
async def sending(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, category: str = "", remarks: int = 0
) -> AsyncIterator[tuple[Pilot[Any], DraftScreen]]:
    """A draft with so many things to look at, about which the blog was asked."""
    monkeypatch.setenv("HRD_WORDPRESS_PASSWORD", PASSWORD)
    with running() as blog:
        one = newsroom(folder, wordpress__address=blog.base, wordpress__user=USER)
        async with drafting(one) as (pilot, screen):
            screen.alter(lambda draft: edit.set_terms(draft, categories=[category] if category else [], tags=[]))
            for number in range(remarks):
                screen.alter(lambda draft, at=number: edit.remark(draft, "", at))  # type: ignore[misc]
            await pilot.press("P")
            yield pilot, screen


async def test_six_things_to_look_at_are_named_before_a_draft_is_sent_and_the_rest_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sending(tmp_path, monkeypatch, remarks=8) as (pilot, screen):
        await until(pilot, lambda: shows(pilot.app, "and 2 more to look at"))
        assert len(screen.desk.exports.check(screen.draft)) == 8
        assert sum("remark is still empty" in line for line in picture(pilot.app)) == 6


async def test_nobody_is_asked_any_more_once_the_question_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sending(tmp_path, monkeypatch) as (pilot, screen):
        await until(pilot, lambda: shows(pilot.app, "y send"))
        assert "Asking" not in screen.bottom.text


async def test_nobody_is_asked_any_more_once_the_blog_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sending(tmp_path, monkeypatch, category="Nowhere") as (pilot, screen):
        await until(pilot, lambda: "has no category “Nowhere”" in screen.notice.said)
        assert "Asking" not in screen.bottom.text
