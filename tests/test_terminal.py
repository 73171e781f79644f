"""A morning at the desk, typed into a real terminal."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from hrd_tui.demo.server import DemoServer
from terminal import hrd, terminal

ITEMS = 180
"""What the demo's feeds have."""
KEYS = "fdfddrdfddnudfdddfdrddfddndfdd"
"""Thirty items: each is followed up, spiked, or read."""


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A desk that follows the demo's feeds and has pulled none of them yet; posts go below the test's folder."""
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    home = tmp_path / "desk"
    with DemoServer(datetime.now(UTC)) as server:
        lists = tmp_path / "feeds.opml"
        lists.write_bytes(server.opml())
        hrd(home, "feeds", "import", str(lists))
        (home / "config").mkdir()
        (home / "config" / "config.toml").write_text(f'[export]\nfolder = "{tmp_path / "posts"}"\n', "utf-8")
        yield home


def kept(home: Path, view: str) -> list[dict[str, object]]:
    """The items of a view, as another program sees them."""
    found: list[dict[str, object]] = json.loads(hrd(home, "items", "--view", view, "--json"))
    return found


def test_a_morning_from_sync_to_post(newsroom: Path, tmp_path: Path) -> None:
    with terminal(newsroom) as screen:
        screen.wait("Inbox")
        screen.type("R")
        screen.wait(lambda text: f"Inbox {ITEMS}" in text)
        # Each item by itself, so that a key is about one.
        screen.type("V", "g", "g")
        screen.type(*KEYS)
        screen.type("t")
        screen.text("ports trial")
        screen.type("Enter")
        screen.wait("Tagged")
        screen.type("m")
        screen.text("Ask for the verdict.")
        screen.type("C-s")
        screen.wait("Noted")
        screen.type("j", "x", "x", "x")
        screen.wait("Selected 3")
        screen.type("e")
        screen.wait("merged into one post")
        screen.type("Enter")
        screen.wait("Wrote")
        screen.type("z", "Z")
        screen.wait("Redone")
        screen.type("q")
        screen.wait(lambda _: screen.ended())

    states = Counter(str(item["state"]) for item in kept(newsroom, "all")) + Counter(
        str(item["state"]) for item in kept(newsroom, "spiked")
    )
    assert states["follow-up"] == KEYS.count("f")
    assert states["spiked"] == KEYS.count("d")
    assert states["drafted"] == 3
    (tagged,) = kept(newsroom, "tag:ports")
    assert tagged["tags"] == ["ports", "trial"]
    assert [item["note"] for item in kept(newsroom, "all") if item["note"]] == ["Ask for the verdict."]
    (post,) = (tmp_path / "posts").iterdir()
    text = post.read_text("utf-8")
    drafted = kept(newsroom, "drafted")
    assert all(f"- {item['id']}\n" in text for item in drafted)
    assert all(str(item["url"]).partition("?")[0] in text for item in drafted)
    assert "Ask for the verdict." not in text
    assert "<script" not in MarkdownIt("commonmark").render(text.split("---\n", 2)[2])
    assert hrd(newsroom, "doctor").rstrip().endswith("all well")


def test_what_another_program_decides_is_on_the_screen_within_two_seconds(newsroom: Path) -> None:
    hrd(newsroom, "sync")
    with terminal(newsroom) as screen:
        screen.wait(f"Inbox {ITEMS}")
        first = kept(newsroom, "inbox")[0]
        hrd(newsroom, "items", "follow", str(first["id"]))
        screen.wait("Follow-up 1")
        screen.type("q")


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (69, 20), (200, 60)])
def test_every_size_shows_the_news(newsroom: Path, columns: int, lines: int) -> None:
    hrd(newsroom, "sync")
    with terminal(newsroom, columns, lines) as screen:
        screen.wait("newest first")
        screen.type("V")
        shown = screen.wait(f"1/{ITEMS}")
        assert max(len(line) for line in shown.splitlines()) <= columns
        screen.type("M-2", "g", "g", "M-3")
        screen.wait(str(kept(newsroom, "inbox")[0]["url"])[8:30])


def test_too_small_a_terminal_says_so(newsroom: Path) -> None:
    with terminal(newsroom, 50, 12) as screen:
        screen.wait("60")


def test_the_first_start_offers_the_shipped_subscriptions(tmp_path: Path) -> None:
    with terminal(tmp_path / "empty") as screen:
        screen.wait("80")
        screen.type("Enter")
        screen.wait("80 feeds subscribed")
        screen.type("q")
    assert len(json.loads(hrd(tmp_path / "empty", "feeds", "list", "--json"))) == 80
