"""The article pane: how an item and its document are laid out."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult

from conftest import Corpus
from hrd_tui.model import Item, State
from hrd_tui.text.blocks import Document
from hrd_tui.text.cells import width
from hrd_tui.text.document import from_html
from hrd_tui.tui.article import ArticleView
from hrd_tui.tui.article_layout import Laid, lay_out
from tui_fixtures import strips

DAY = datetime(2026, 1, 29, tzinfo=UTC)


def item(**more: Any) -> Item:
    plain: dict[str, Any] = {
        "id": 1, "feed": 1, "feed_title": "ISHR", "guid": "", "url": "https://ishr.example/latest/a-network",
        "canonical_url": "", "title": "A network of lawyers", "authors": (), "published": DAY, "updated": None,
        "arrived": DAY, "sort": DAY, "summary": "", "language": "en", "enclosures": (),
    }  # fmt: skip
    return Item(**{**plain, **more})


def laid(html: str, cells: int = 60, **more: Any) -> Laid:
    return lay_out(item(**more), from_html(html, "https://ishr.example/"), cells)


def text(found: Laid) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in found.lines]


def body(html: str, cells: int = 60) -> list[str]:
    """The lines of the text alone, without head and links."""
    lines = text(laid(html, cells, url=""))
    lines = lines[lines.index("", lines.index("") + 1) + 1 :]
    return lines[: next((n for n, line in enumerate(lines) if line.startswith("───")), len(lines) + 1) - 1 or None]


def test_the_head_tells_title_source_day_language_and_address() -> None:
    assert text(laid("<p>x</p>"))[:4] == [
        "A network of lawyers", "", "ISHR · 29 January 2026 · en", "ishr.example/latest/a-network",
    ]  # fmt: skip


def test_the_head_tells_tags_state_and_note() -> None:
    lines = text(laid("<p>x</p>", tags=("africa", "law"), state=State.FOLLOW_UP, note="Ask\ntwice"))
    assert lines[4:7] == ["#africa #law   ⚑ follow-up", "✉ Ask", "  twice"]


def test_headings_are_bold() -> None:
    found = laid("<h2>What was said</h2><p>x</p>")
    assert [line[0].ink for line in found.lines if line and line[0].text == "What was said"] == ["bold"]


def test_quotes_have_a_bar() -> None:
    assert body("<p>He said:</p><blockquote><p>We stay here.</p></blockquote>", 12) == [
        "He said:", "", "│ We stay", "│ here.",
    ]  # fmt: skip


def test_lists_have_hanging_markers() -> None:
    assert body("<ol><li>one two three</li><li>four</li></ol>", 10) == ["1. one two", "   three", "2. four"]


def test_lists_in_lists_are_indented() -> None:
    assert body("<ul><li>one<ul><li>two</li></ul></li></ul>") == ["• one", "  • two"]


def test_links_are_numbered_and_listed_with_their_hosts() -> None:
    found = laid(
        "<p>See <a href='https://un.example/a/b'>the <b>report</b></a> and <a href='https://un.example/c'>c</a>."
    )
    lines = text(found)
    assert "See the report[1] and c[2]." in lines
    assert lines[-2:] == ["[1] un.example a/b", "[2] un.example c"]
    assert found.links == ("https://un.example/a/b", "https://un.example/c")


def test_enclosures_follow_the_links() -> None:
    enclosure = {"url": "https://un.example/a.mp3", "type": "audio/mpeg", "length": 12_000_000}
    found = laid("<p>x</p>", enclosures=(enclosure,))
    assert text(found)[-1] == "[1] un.example audio/mpeg 12.0 MB a.mp3"
    assert found.links == ("https://un.example/a.mp3",)


def test_images_are_told_by_their_text() -> None:
    assert "[image: A court room][1]" in body("<p>x</p><img src='https://x.example/a.png' alt='A court room'>")


def test_tables_are_aligned() -> None:
    html = "<table><tr><th>Name</th><th>Since</th></tr><tr><td>Ilsa Marenko</td><td>2024</td></tr></table>"
    assert body(html) == ["Name          Since", "Ilsa Marenko  2024"]


def test_tables_without_room_wrap_their_cells() -> None:
    html = (
        "<table><tr><th>Who</th><th>How</th></tr><tr><td>Ilsa Marenko lawyer</td><td>held since 2024</td></tr></table>"
    )
    assert body(html, 16)[1:] == ["Ilsa     held", "Marenko  since", "lawyer   2024"]


def test_code_keeps_its_lines() -> None:
    assert body("<pre>if x:\n    y</pre>") == ["  if x:", "      y"]


def test_an_item_without_text_says_so() -> None:
    assert text(lay_out(item(), Document(), 60))[-1] == "The feed gives no text for this item."


def test_a_truncated_text_says_so() -> None:
    lines = text(lay_out(item(), Document((), truncated=True), 80))
    assert lines[-1].startswith("The text is longer than the desk keeps")


def test_brackets_of_the_text_are_no_markup() -> None:
    assert body("<p>[see also: x] [sic] [/b] [@click=app.quit]y[/]</p>") == [
        "[see also: x] [sic] [/b] [@click=app.quit]y[/]"
    ]


@pytest.mark.parametrize("cells", [20, 50, 84])
def test_real_pages_keep_to_their_measure_and_hold_no_control_character(corpus: Corpus, cells: int) -> None:
    pages = [entry for entry in corpus.files if entry["kind"].startswith("html")][:40]
    assert pages
    for entry in pages:
        document = from_html(corpus.data(entry).decode("utf-8", "replace")[:60_000], "https://x.example/")
        for line in lay_out(item(), document, cells).lines:
            whole = "".join(piece.text for piece in line)
            assert width(whole) <= cells, (entry["file"], whole)
            assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in whole)


class Pane(App[None]):
    """The article pane alone."""

    CSS = "ArticleView { width: 100%; height: 100%; }"

    def compose(self) -> ComposeResult:
        yield ArticleView(40)


async def test_the_text_is_never_wider_than_the_measure() -> None:
    app = Pane()
    async with app.run_test(size=(100, 20)) as pilot:
        app.query_one(ArticleView).show(item(), from_html("<p>" + "word " * 200 + "</p>", ""))
        await pilot.pause()
        assert max(len(strip.text.rstrip()) for strip in strips(app)) <= 42


async def test_a_page_down_keeps_two_lines_in_sight() -> None:
    app = Pane()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(item(), from_html("<p>word</p>" * 100, ""))
        await pilot.pause()
        assert view.page(1)
        assert view.top == 18


async def test_the_same_item_shown_again_keeps_its_place() -> None:
    app = Pane()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(item(), from_html("".join(f"<p>{n}</p>" for n in range(100)), ""))
        await pilot.pause()
        view.page(1)
        in_sight = view.line(view.top).text
        view.show(item(tags=("new",)))
        assert (view.top, view.line(view.top).text) == (19, in_sight)


async def test_another_item_is_shown_from_its_start() -> None:
    app = Pane()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(item(), from_html("<p>word</p>" * 100, ""))
        await pilot.pause()
        view.page(1)
        view.show(item(id=2), from_html("<p>word</p>" * 100, ""))
        assert view.top == 0


async def test_another_width_lays_the_article_out_again(tmp_path: Path) -> None:
    app = Pane()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(ArticleView)
        view.show(item(), from_html("<p>" + "word " * 50 + "</p>", ""))
        await pilot.pause()
        before = view.count
        await pilot.resize_terminal(24, 20)
        await pilot.pause()
        assert view.count > before
