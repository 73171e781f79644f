"""How items and feeds look in the lists, which panes fit where, what the lines round them say."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.commands import GLOBAL, ITEMS
from hrd_tui.desk.rows import Row
from hrd_tui.keymap import keymap
from hrd_tui.model import Feed, State, View
from hrd_tui.text.cells import width
from hrd_tui.tui import glyphs
from hrd_tui.tui.bars import News, heading, hint_line, top_line
from hrd_tui.tui.dialogs.health import HealthPicker
from hrd_tui.tui.feedrows import Sources
from hrd_tui.tui.inks import tag_ink
from hrd_tui.tui.itemrows import item_line, short_source, when
from hrd_tui.tui.layout import arrange
from hrd_tui.tui.pieces import Line

NOW = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def row(**more: Any) -> Row:
    plain: dict[str, Any] = {
        "id": 1, "title": "A network", "source": "ISHR", "sort": NOW - timedelta(hours=2), "state": State.INBOX,
        "read": False, "tags": (), "note": False,
    }  # fmt: skip
    return Row(**{**plain, **more})


def feed(number: int, **more: Any) -> Feed:
    plain: dict[str, Any] = {
        "id": number, "url": "", "site": "", "title": f"Feed {number}", "folder": "", "tags": (),
        "allow_private": False, "items": 0, "unread": 0, "last_success": NOW, "next_try": None, "failures": 0,
        "error": "", "health": "",
    }  # fmt: skip
    return Feed(**{**plain, **more})


def text(line: Line) -> str:
    return "".join(piece.text for piece in line)


def inks(line: Line) -> dict[str, str]:
    return {piece.text.strip(): piece.ink for piece in line}


def test_a_row_has_mark_age_source_and_title_in_columns() -> None:
    assert text(item_line(row(), 50, NOW)).rstrip() == "● 2h     ISHR       A network"


def test_unread_titles_are_strong_and_read_ones_are_not() -> None:
    assert inks(item_line(row(), 50, NOW))["A network"] == "strong"
    assert inks(item_line(row(read=True), 50, NOW))["A network"] == "text"


@pytest.mark.parametrize(
    ("state", "mark"),
    [(State.SELECTED, "✓"), (State.DRAFTED, "✎"), (State.POSTED, "▲"), (State.SPIKED, "✗"), (State.FOLLOW_UP, "●")],
)
def test_the_state_is_told_by_its_mark(state: State, mark: str) -> None:
    assert text(item_line(row(state=state), 50, NOW)).startswith(mark)


@pytest.mark.parametrize(
    ("cells", "end"),
    [(81, "⚑✉ #africa #law #un "), (80, "⚑✉ #africa+2 "), (54, "⚑✉ #afr…+2 "), (45, "⚑✉ #3 "), (43, "⚑✉ ")],
    ids=["whole", "too narrow for whole", "cut", "too narrow for one", "too narrow for their count"],
)
def test_tags_stand_at_the_end_as_far_as_the_title_keeps_its_room(cells: int, end: str) -> None:
    line = text(item_line(row(state=State.FOLLOW_UP, note=True, tags=("africa", "law", "un")), cells, NOW))
    assert line.endswith("  " + end)


def test_whole_tags_have_their_colours() -> None:
    line = item_line(row(tags=("africa", "law")), 80, NOW)
    assert inks(line)["#law"] == tag_ink("law")


@given(st.text(max_size=80), st.text(max_size=40), st.integers(30, 120), st.lists(st.text(min_size=1, max_size=5)))
def test_a_row_is_exactly_as_wide_as_asked(title: str, source: str, cells: int, tags: list[str]) -> None:
    line = item_line(row(title=title, source=source, tags=tuple(tags), note=True), cells, NOW)
    assert width(text(line)) == cells


def test_an_item_without_title_says_so() -> None:
    assert "(no title)" in text(item_line(row(title=""), 50, NOW))


@pytest.mark.parametrize(
    ("ago", "shown"),
    [
        (timedelta(minutes=4), "4m"),
        (timedelta(days=3), "3d"),
        (timedelta(days=20), "12 Jan"),
        (timedelta(days=400), "Dec'24"),
    ],
)
def test_ages_fit_their_column(ago: timedelta, shown: str) -> None:
    assert when(NOW - ago, NOW) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("UN News", "UN NEWS"),
        ("Front Line Defenders", "FLD"),
        ("Committee to Protect Journalists", "CPJ"),
        ("Amnesty International", "AMNESTY"),
        ("OMCT World Organisation", "OMCT"),
    ],
)
def test_long_sources_are_shortened_as_people_do(name: str, shown: str) -> None:
    assert short_source(name, 10) == shown


def test_smart_views_come_first_then_tags_then_folders() -> None:
    sources = Sources([feed(1, folder="NGOs"), feed(2)], ["africa"])
    keys = sources.rows()
    assert [key.kind for key in keys[:9] if key] == [
        "inbox", "today", "follow-up", "selected", "deadlines", "drafted", "posted", "spiked", "all",
    ]  # fmt: skip
    assert keys[9:] == [
        None, View("tag", "africa"), None, View("feed", "2"), View("folder", "NGOs"), View("feed", "1"),
    ]  # fmt: skip


def test_a_folded_folder_hides_its_feeds() -> None:
    sources = Sources([feed(1, folder="NGOs")], closed={"NGOs"})
    assert View("feed", "1") not in sources.rows()


def test_folders_are_folded_away_where_all_would_not_fit() -> None:
    sources = Sources([feed(number, folder="NGOs") for number in range(60)])
    sources.close_if_longer(40)
    assert sources.closed == {"NGOs"}


def test_counts_are_dim_at_zero() -> None:
    sources = Sources(counts={View("inbox"): 5})
    assert inks(sources.line(View("inbox"), 24, NOW))["5"] == "text"
    assert inks(sources.line(View("today"), 24, NOW))["0"] == "dim"


def test_a_saved_view_has_a_number_once_it_was_counted() -> None:
    sources = Sources(saved=["courts"])
    assert text(sources.line(View("query", "courts"), 24, NOW)).split() == ["courts"]
    sources.waiting = {"courts": 0}
    assert text(sources.line(View("query", "courts"), 24, NOW)).split() == ["courts", "0"]


def test_a_failing_feed_says_since_when() -> None:
    sources = Sources([feed(1, failures=3, last_success=NOW - timedelta(days=2))])
    assert text(sources.line(View("feed", "1"), 24, NOW)).split() == ["!", "Feed", "1", "2d"]


def test_a_feed_read_only_in_part_is_marked_and_keeps_its_count() -> None:
    sources = Sources([feed(1, error="The body was cut off")], counts={View("feed", "1"): 3})
    assert text(sources.line(View("feed", "1"), 24, NOW)).split() == ["!", "Feed", "1", "3"]


def test_a_folded_folder_with_a_failing_feed_is_marked() -> None:
    sources = Sources([feed(1, folder="NGOs", failures=1)], closed={"NGOs"})
    assert text(sources.line(View("folder", "NGOs"), 24, NOW)).startswith("!")


def test_the_health_counts_and_puts_first_a_feed_read_only_in_part() -> None:
    picker = HealthPicker([feed(1), feed(2, error="The body was cut off")], NOW)
    assert picker.title_detail == "2 feeds, 1 failing"
    assert [(option.label, option.sign) for option in picker.options] == [("Feed 2", "!"), ("Feed 1", " ")]


@pytest.mark.parametrize(
    ("size", "focus", "seen"),
    [
        ((200, 60), "items", "feeds items article"),
        ((100, 40), "items", "feeds items article"),
        ((80, 24), "items", "items article"),
        ((80, 24), "feeds", "feeds items article"),
        ((80, 18), "items", "items article"),
        ((69, 24), "items", "items"),
        ((69, 24), "article", "article"),
        ((59, 24), "items", ""),
        ((80, 15), "items", ""),
    ],
)
def test_the_panes_in_sight_follow_the_size(size: tuple[int, int], focus: str, seen: str) -> None:
    panes = arrange(*size, focus, 84)
    shown = [name for name in ("feeds", "items", "article") if panes and getattr(panes, name)]
    assert " ".join(shown) == seen


def test_the_article_is_never_wider_than_its_measure() -> None:
    panes = arrange(400, 60, "items", 84)
    assert panes is not None
    assert 400 - panes.feeds_width - panes.items_width - 2 == 88


def test_two_panes_are_stacked_where_there_are_rows_enough() -> None:
    high, low = arrange(80, 24, "items", 84), arrange(80, 18, "items", 84)
    assert high is not None
    assert high.stacked
    assert low is not None
    assert not low.stacked


def test_the_top_line_tells_counts_sync_failures_and_time() -> None:
    line = text(top_line([("Inbox", 214), ("Selected", 3)], "Inbox", News("22:58", (61, 80), 2), 80))
    assert line.startswith(" hrd   Inbox 214   Selected 3")
    assert line.endswith("syncing 61/80 · 2 failing    22:58 ")


def test_the_top_line_drops_counts_for_which_there_is_no_room() -> None:
    line = text(top_line([("Inbox", 214), ("Selected", 3)], "Inbox", News("22:58", (61, 80), 2), 44))
    assert "Selected" not in line
    assert "22:58" in line


def test_the_top_line_tells_how_far_reading_is_unless_a_sync_is_on() -> None:
    counts = [("Inbox", 214)]
    assert "reading 1,200/20,000" in text(top_line(counts, "Inbox", News("22:58", reading=(1200, 20_000)), 80))
    both = News("22:58", syncing=(61, 80), reading=(1200, 20_000))
    assert "syncing 61/80" in text(top_line(counts, "Inbox", both, 80))
    assert "reading" not in text(top_line(counts, "Inbox", both, 80))


def test_hints_come_from_the_table_and_the_help_is_always_among_them() -> None:
    keys, _ = keymap({"spike": "D"})
    assert "D spike" in text(hint_line(keys, (GLOBAL, ITEMS), 120))
    assert text(hint_line(keys, (GLOBAL, ITEMS), 40)).rstrip().endswith("? keys")


def test_the_heading_tells_what_waits() -> None:
    assert text(heading("INBOX", "newest first", "37 new · g shows", "12/214", 60, True)).split() == [
        "INBOX", "37", "new", "·", "g", "shows", "12/214",
    ]  # fmt: skip


@pytest.mark.parametrize("cells", range(36, 70))
def test_the_heading_tells_the_place_also_where_there_is_no_room_for_what_is_lacking(cells: int) -> None:
    line = text(heading("FIND “tribunal”", "newest first", "", "1/1", cells, True, "… indexing 4"))
    assert line.startswith(" FIND “tribunal”  newest first ")
    assert line.endswith("  … indexing 4 · 1/1 " if cells > 50 else " 1/1 ")
    assert (len(line), "indexing" in line) == (cells, cells > 50)


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "POSIX"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "C"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_CTYPE": "de_DE.utf8@euro", "LANG": "C"}, False),
        ({"LANG": "ru_RU.KOI8-R"}, True),
        ({"LANG": "en_US"}, False),
        ({}, False),
    ],
)
def test_ascii_twins_are_chosen_by_the_locale_of_the_environment(environ: dict[str, str], plain: bool) -> None:
    assert glyphs.plain("auto", environ, "utf-8") == plain


def test_without_a_locale_the_encoding_of_the_terminal_decides() -> None:
    assert glyphs.plain("auto", {}, "ANSI_X3.4-1968")


def test_the_setting_of_the_signs_goes_before_the_locale() -> None:
    assert glyphs.plain("ascii", {"LANG": "C.UTF-8"})
    assert not glyphs.plain("unicode", {"LC_ALL": "C"})


def test_every_sign_and_its_twin_are_one_cell_wide() -> None:
    assert all(width(chr(sign)) == width(chr(twin)) == 1 for sign, twin in glyphs.TWINS.items())
    assert all(chr(twin).isascii() for twin in glyphs.TWINS.values())


VIEWS = [("Inbox", 214), ("Today", 137), ("Follow-up", 12), ("Selected", 3), ("Deadlines", 22)]


def test_all_views_have_room_at_80_cells_beside_failing_feeds() -> None:
    line = text(top_line(VIEWS, "Inbox", News("12:00", failing=3), 80))
    assert "Deadlines 22" in line
    assert line.endswith("3!  12:00 ")
    assert "3 failing" in text(top_line(VIEWS, "Inbox", News("12:00", failing=3), 120))


@given(st.integers(20, 130), st.integers(0, 20), st.booleans())
def test_the_top_line_is_never_too_long(cells: int, failing: int, syncing: bool) -> None:
    news = News("12:00", (1234, 5678) if syncing else None, failing)
    assert width(text(top_line(VIEWS, "Inbox", news, cells))) <= max(cells, 38)
