"""What the signals tell on the screen, why, what is said against them, and how they are read beside the work."""

import asyncio
import threading
import time
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from hrd_tui.desk.balance import Balance, Share
from hrd_tui.desk.brief import Silent
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.rows import Row
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from hrd_tui.store.store import Store
from hrd_tui.tui.balance_layout import lay_out
from hrd_tui.tui.dialogs.why import WhyDialog
from hrd_tui.tui.itemrows import item_line
from hrd_tui.tui.pieces import wide
from tui_fixtures import NOW, desk, item, newsroom, picture, reader, reading, shows, stock, until

HOSTILE = "[red]x[/red] \x1b[31mred\x07 \u202eevil {0} %s"
BAD = "\x1b\x07\u202e"
UNVERIFIED = {"code": "unverified", "why": "A claim that is not verified"}
BODY = "<p>The court of Nairobi in Kenya sentenced the journalist on Monday. We call on Kenya to release her.</p>"


def found(folder: Path, signals: Mapping[int, Mapping[str, Any]], **settings: Any) -> Desk:
    """A desk of six items in which this was found."""
    paths = locate(folder / "desk")
    stock(paths, {number: item(number) for number in range(1, 7)}, signals=signals, body=BODY)
    return desk(paths, **settings)


def posted(one: Desk, **more: Any) -> Desk:
    """The desk with an earlier post that cites item 1."""
    store = Store.open(one.paths.store)
    with store.change() as change:
        plain = {
            "url": "https://blog.example/old", "canonical": "https://blog.example/old", "title": "An earlier post",
            "date": "2025-01-03", "sources": ["https://ishr.example/1"], "hash": "x",
        }  # fmt: skip
        for number in range(1, more.pop("count", 1) + 1):
            address = f"https://blog.example/old-{number}"
            change.put("posts", number, {**plain, "url": address, "canonical": address, **more})
    store.close()
    return one


def row(**more: Any) -> Row:
    plain: dict[str, Any] = {
        "id": 1, "title": "A network of lawyers", "source": "ISHR", "sort": NOW, "state": State.INBOX, "read": False,
        "tags": (), "note": False,
    }  # fmt: skip
    return Row(**{**plain, **more})


def line(cells: int = 60, **more: Any) -> str:
    return "".join(piece.text for piece in item_line(row(**more), cells, NOW))


def today(days: int) -> date:
    return NOW.date() + timedelta(days=days)


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({"sources": 3}, "×3"),
        ({"deadline": today(7), "days_left": 7}, "7d"),
        ({"deadline": today(0), "days_left": 0}, "today"),
        ({"caution": True}, "⚠"),
        ({"due": today(3)}, "⚑3d"),
        ({"due": today(0)}, "⚑today"),
        ({"due": today(-1)}, "⚑late"),
        ({"due": today(8)}, ""),
        ({"due": today(8), "state": State.FOLLOW_UP}, "⚑"),
        ({"due": today(2), "state": State.FOLLOW_UP, "note": True}, "⚑2d ✉"),
        ({"sources": 2, "deadline": today(30), "days_left": 30, "caution": True, "note": True}, "×2 30d ⚠✉"),
    ],
)
def test_a_row_ends_with_what_is_true_of_it(more: dict[str, Any], end: str) -> None:
    assert line(**more).partition("A network of lawyers")[2].strip() == end


def test_the_title_keeps_its_room_beside_the_signs() -> None:
    shown = line(44, sources=12, deadline=today(120), days_left=120, caution=True, due=today(2), note=True)
    assert "A network of la" in shown


@pytest.mark.parametrize(("left", "ink"), [(7, "warm"), (8, "text")])
def test_a_near_deadline_is_warm(left: int, ink: str) -> None:
    pieces = item_line(row(deadline=today(left), days_left=left), 60, NOW)
    assert {piece.text: piece.ink for piece in pieces}[f"{left}d"] == ink


async def test_signs_have_ascii_twins(tmp_path: Path) -> None:
    signals: dict[int, dict[str, Any]] = {1: {"cautions": [UNVERIFIED]}, 2: {"story": 3}}
    async with reading(found(tmp_path, signals, screen__glyphs="ascii")) as pilot:
        text = "\n".join(picture(pilot.app))
        assert next(line for line in picture(pilot.app) if "1h" in line).split("|")[-2].rstrip().endswith("!")
        assert text.isascii()


async def test_the_article_tells_kind_countries_and_people(tmp_path: Path) -> None:
    signals = {1: {"kind": "case_alert", "subject": ["KE", "UG"], "people": ["Ada Example"]}}
    async with reading(found(tmp_path, signals), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Case alert · Kenya, Uganda · Ada Example"))


async def test_many_names_are_counted(tmp_path: Path) -> None:
    names = [f"Name {letter}" for letter in "ABCDEFGH"]
    async with reading(found(tmp_path, {1: {"people": names}}), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Name F and 2 more"))


async def test_the_article_tells_the_sources_of_its_story(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    items = {number: item(number, url=f"https://site-{number}.example/a") for number in range(1, 7)}
    stock(paths, items, signals={1: {"story": 3}, 2: {"story": 3}})
    async with reading(desk(paths), (200, 40)) as pilot:
        told = "3 sources: UN News, Front Line Defenders, ISHR · first seen 1 Feb 09:00"
        await until(pilot, lambda: shows(pilot.app, told))


async def test_the_article_tells_cautions_in_words(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"cautions": [UNVERIFIED]}}), (200, 40)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "⚠ A claim that is not verified"))


async def test_earlier_posts_come_into_the_article_when_they_are_found(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    first.load()
    nearest, release = first.covered.nearest, threading.Event()

    def slow(item_id: int) -> Any:
        release.wait(10)
        return nearest(item_id)

    first.covered.nearest = slow  # type: ignore[method-assign,assignment]
    async with reading(first, (200, 40)) as pilot:
        await pilot.press("j", "k")
        assert reader(pilot).desk_screen.current == 1
        assert not shows(pilot.app, "covered before")
        release.set()
        await until(pilot, lambda: shows(pilot.app, "covered before: 3 Jan 2025 An earlier post"))


async def test_a_line_that_comes_later_does_not_move_the_text_that_is_read(tmp_path: Path) -> None:
    first = posted(newsroom(tmp_path))
    first.load()
    nearest, release = first.covered.nearest, threading.Event()

    def slow(item_id: int) -> Any:
        release.wait(10)
        return nearest(item_id)

    first.covered.nearest = slow  # type: ignore[method-assign,assignment]
    async with reading(first, (120, 24)) as pilot:
        article = reader(pilot).desk_screen.article
        await pilot.press("space", "space")
        above = article.line(article.top).text
        release.set()
        await until(pilot, lambda: article.about.earlier)
        assert article.line(article.top).text == above


async def test_hostile_names_and_titles_in_the_head_are_plain_text(tmp_path: Path) -> None:
    signals = {1: {"people": [HOSTILE], "cautions": [{"code": "minor", "why": HOSTILE}]}}
    first = posted(found(tmp_path, signals), title=HOSTILE)
    async with reading(first, (200, 40)) as pilot:
        await until(pilot, lambda: sum("[red]x[/red]" in line for line in picture(pilot.app)) == 3)
        assert not any(sign in line for line in picture(pilot.app) for sign in BAD)


async def why(pilot: Pilot[Any]) -> WhyDialog:
    """Opens the reasons of the item under the cursor."""
    await pilot.press("w")
    await until(pilot, lambda: isinstance(pilot.app.screen, WhyDialog) and pilot.app.screen.rows.count)
    assert isinstance(pilot.app.screen, WhyDialog)
    return pilot.app.screen


async def to(pilot: Pilot[Any], panel: WhyDialog, signal: str) -> None:
    """Goes to the first row of a signal."""
    panel.rows.move(next(number for number, said in enumerate(panel._said) if said.signal == signal))
    await pilot.pause()


async def test_w_shows_findings_with_their_reasons(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"], "kind": "ngo_news"}})) as pilot:
        await why(pilot)
        await until(pilot, lambda: any("country" in line and "Kenya" in line for line in picture(pilot.app)))


async def test_what_is_not_found_can_be_set_too(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "deadlines")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "empty for none"))
        await pilot.press(*"2026-03-06", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).deadline == date(2026, 3, 6))


async def test_the_kind_is_chosen_from_all_kinds(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "kind")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "Call for nominations"))
        await pilot.press(*"vacancy", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).kind == "vacancy")
        await until(pilot, lambda: any("Vacancy" in line and "by hand" in line for line in picture(pilot.app)))


async def test_a_country_is_typed_with_completion(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "countries")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "Afghanistan"))
        await pilot.press(*"ugan", "tab", "enter")
        await until(pilot, lambda: reader(pilot).desk.find("country:UG") == [1])


async def test_x_says_that_a_finding_is_wrong_and_r_leaves_it_to_the_rules(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "countries")
        await pilot.press("x")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [])
        await until(pilot, lambda: any("Kenya" in line and "overruled" in line for line in picture(pilot.app)))
        await pilot.press("r")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])


async def test_x_dismisses_a_single_finding_and_takes_that_back(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {1: {"echo": True}}))
    async with reading(first) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "echo")
        await pilot.press("x")
        await until(pilot, lambda: not first.row(1).echo)
        await until(pilot, lambda: any("own text" in line and "overruled" in line for line in picture(pilot.app)))
        await to(pilot, panel, "covered")
        await pilot.press("enter")
        await until(pilot, lambda: first.covered.nearest(1) == [])
        await to(pilot, panel, "echo")
        await pilot.press("x")
        await until(pilot, lambda: first.row(1).echo)


async def test_what_was_said_against_a_finding_is_undone(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "countries")
        await pilot.press("x", "escape", "z")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])


async def test_undo_in_the_reasons_stops_at_what_was_changed_there(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await pilot.press("x", "k")
        panel = await why(pilot)
        await to(pilot, panel, "countries")
        await pilot.press("x", "z")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])
        await pilot.press("z")
        await until(pilot, lambda: shows(pilot.app, "Nothing more to undo here"))
        assert reader(pilot).desk.row(1).state == State.SELECTED


async def test_a_kind_that_fits_nothing_keeps_the_chooser_open(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "kind")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "Call for nominations"))
        await pilot.press(*"qqq", "enter")
        await until(pilot, lambda: shows(pilot.app, "Kind   nothing fits"))
        await pilot.press("backspace", "backspace", "backspace")
        await until(pilot, lambda: shows(pilot.app, "Call for nominations"))
        assert not shows(pilot.app, "nothing fits")


async def test_messages_name_countries(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE", "UG"]}})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "countries")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot.app, "Why   Countries: Uganda"))
        await pilot.press("escape", "z")
        assert "Undone: Countries: Uganda" in reader(pilot).desk_screen.bottom.text


async def test_a_day_that_is_none_is_refused_in_its_line(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "deadlines")
        await pilot.press("enter")
        await until(pilot, lambda: shows(pilot.app, "empty for none"))
        await pilot.press(*"soon", "enter")
        await until(pilot, lambda: shows(pilot.app, "“soon” is no day"))


async def test_hostile_text_in_the_reasons_is_plain(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title=f"Kenya {HOSTILE}"), 2: item(2, title=HOSTILE)}, signals={1: {"story": 2}})
    async with reading(desk(paths)) as pilot:
        await pilot.press("V")
        await why(pilot)
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        assert not any(sign in line for line in picture(pilot.app) for sign in BAD)


async def test_capital_c_puts_the_earlier_post_into_the_draft(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}))
    first.load()
    draft = first.drafts.compose([2])
    async with reading(first) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: "https://blog.example/old-1" in first.drafts.text(draft))


async def test_of_several_earlier_posts_one_is_chosen(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {}), count=2)
    first.load()
    draft = first.drafts.compose([2])
    async with reading(first) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: shows(pilot.app, "See also"))
        await until(pilot, lambda: shows(pilot.app, "https://blog.example/old-"))
        await pilot.press("enter")
        await until(pilot, lambda: "https://blog.example/old-" in first.drafts.text(draft))


async def test_without_a_draft_capital_c_says_how_to_begin_one(tmp_path: Path) -> None:
    async with reading(posted(found(tmp_path, {}))) as pilot:
        await until(pilot, lambda: shows(pilot.app, "covered before"))
        await pilot.press("C")
        await until(pilot, lambda: "No draft is open" in reader(pilot).desk_screen.notice.said)


async def test_where_nothing_was_covered_before_capital_c_says_so(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await until(pilot, lambda: reader(pilot).desk_screen.aside.earlier(1) is not None)
        await pilot.press("C")
        assert "Nothing near this was covered before" in reader(pilot).desk_screen.bottom.text


def balance(*countries: Share) -> Balance:
    came, covered = sum(share.came for share in countries), sum(share.covered for share in countries)
    return Balance(30, NOW, came, covered, countries, (), (), ())


def text(told: Balance, cells: int = 60, silent: tuple[Silent, ...] = ()) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for line in lay_out(told, silent, cells)]


def test_a_bar_is_thick_as_far_as_covered_and_thin_to_what_came_in() -> None:
    shown = text(balance(Share("Kenya", 8, 2), Share("Uganda", 4, 0)))
    assert shown[1].count("━") * 4 == shown[1].count("━") + shown[1].count("─")
    assert shown[1].endswith("2 of 8")
    assert "━" not in shown[2]


def test_what_is_little_has_a_cell_nevertheless() -> None:
    shown = text(balance(Share("Kenya", 900, 1), Share("Uganda", 1, 0)))
    assert shown[1].count("━") == 1
    assert shown[2].count("─") == 1


def test_an_empty_balance_speaks() -> None:
    assert "Nothing came in, and nothing was covered." in text(balance())
    assert "Every feed is heard of." in text(balance())


@pytest.mark.parametrize("cells", [40, 56, 84, 106])
def test_the_balance_keeps_to_its_width(cells: int) -> None:
    shares = tuple(Share(f"{HOSTILE} {number}", number, number // 2) for number in range(20, 0, -1))
    told = Balance(30, NOW, 9, 9, shares, shares, shares, shares)
    lines = lay_out(told, (Silent(1, HOSTILE, HOSTILE * 4),), cells)
    assert max(map(wide, lines)) <= cells
    assert not any(sign in piece.text for line in lines for piece in line for sign in BAD)


async def test_capital_s_shows_what_was_covered_and_tab_turns_to_90_days(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {number: {"subject": ["KE"]} for number in range(1, 7)})) as pilot:
        reader(pilot).desk.decisions.set_state([1], State.POSTED)
        await pilot.press("S", "right")
        await until(pilot, lambda: shows(pilot.app, "the last 30 days: 1 covered of 6"))
        assert any("Kenya" in line and "1 of 6" in line for line in picture(pilot.app))
        await pilot.press("tab")
        await until(pilot, lambda: shows(pilot.app, "the last 90 days"))


async def test_what_was_not_read_yet_is_read_beside_the_screen(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title="Vacancy: programme officer in Kenya")}, body=BODY, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "Vacancy · Kenya"))


async def test_rows_stay_when_their_signals_arrive(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    text = "<p>Applications must be submitted by 6 February 2026.</p>"
    stock(paths, {number: item(number, title=f"Call {number}") for number in range(1, 4)}, body=text, read=False)
    async with reading(desk(paths)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: sum(" 5d" in line for line in picture(pilot.app)) == 3)
        assert reader(pilot).desk_screen.current == 2


async def test_keys_are_taken_while_two_thousand_items_are_read(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {number: item(number, title=f"Title {number} of Kenya") for number in range(1, 2001)}, read=False)
    async with reading(desk(paths)) as pilot:
        screen, signals = reader(pilot).desk_screen, reader(pilot).desk.store.signals
        while not signals:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        waits = []
        # A press itself ends when the whole program is at rest, which is not before all is read.
        presses = []
        for step in range(1, 21):
            begun = time.monotonic()
            presses.append(asyncio.create_task(pilot.press("j")))
            while screen.items.cursor != step:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
            waits.append(time.monotonic() - begun)
        assert len(signals) < 2000
        assert max(waits) < 0.5
        await asyncio.gather(*presses)


async def test_the_top_line_tells_how_far_the_reading_is_when_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrd_tui.tui.catchup.LONG", 0.0)
    paths = locate(tmp_path / "desk")
    stock(paths, {number: item(number) for number in range(1, 301)}, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: "/300" in picture(pilot.app)[0])
        assert "reading " in picture(pilot.app)[0]


async def test_leaving_while_it_reads_keeps_what_was_read(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {number: item(number) for number in range(1, 301)}, read=False)
    async with reading(desk(paths)) as pilot:
        await until(pilot, lambda: reader(pilot).desk.signals.behind() < 300)
    again = desk(paths)
    again.load()
    assert again.signals.behind() < 300
    again.close()


async def test_views_that_are_searched_fold_stories_too(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"story": 3}})) as pilot:
        reader(pilot).desk_screen.show_view(View("all"))
        await pilot.press("slash", *"title", "enter")
        assert len(reader(pilot).desk_screen.items.keys) == 5
