"""The balance of what was covered against what came in, as it is drawn and shown."""

from pathlib import Path

import pytest

from hrd_tui.desk.balance import Balance, Share
from hrd_tui.desk.brief import Silent
from hrd_tui.model import State
from hrd_tui.tui.balance_layout import lay_out
from hrd_tui.tui.dialogs.statistics import Sheet
from hrd_tui.tui.pieces import wide
from signal_fixtures import BAD, HOSTILE, found
from tui_fixtures import NOW, picture, reader, reading, shows, until


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


async def test_a_shorter_sheet_is_shown_from_where_it_fills_the_dialog(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}}), (100, 24)) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: shows(pilot.app, "Items a day"))
        sheet = pilot.app.screen.query_one("#balance", Sheet)
        await pilot.press(*["pagedown"] * 9)
        assert sheet.top == sheet.last_top > 0
        await pilot.press("right")
        await until(pilot, lambda: any("Kenya" in line for line in picture(pilot.app)))
        assert sheet.top == sheet.last_top
