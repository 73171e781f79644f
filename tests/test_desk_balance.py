"""What was covered, against what came in."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.balance import Share
from hrd_tui.desk.desk import Desk
from hrd_tui.model import State
from newsroom_fixtures import arrive, subscribe


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def came(desk: Desk, hours: float = 1, url: str = "", **signals: object) -> int:
    id = arrive(desk, "An item", hours=hours, url=url)
    with desk.store.change() as change:
        change.put("signals", id, {"rules": "1 ", **signals})
    return id


def post(desk: Desk, id: int, days: int, **more: object) -> None:
    with desk.store.change() as change:
        change.put("posts", id, {"date": (NOW - timedelta(days=days)).date().isoformat(), **more})


def test_what_came_in_is_counted_within_the_days(desk: Desk) -> None:
    came(desk, subject=["MM", "TH"], kind="award")
    came(desk, hours=24 * 40, subject=["MM"])
    assert desk.balancing.balance(30).countries == (Share("Myanmar", 1, 0), Share("Thailand", 1, 0))
    assert desk.balancing.balance(90).countries == (Share("Myanmar", 2, 0), Share("Thailand", 1, 0))
    assert desk.balancing.balance(90).kinds == (Share("Award", 1, 0),)


@pytest.mark.parametrize(("hours", "counted"), [(0, 1), (0.5, 0)])
def test_the_days_begin_at_the_hour_of_the_question(desk: Desk, hours: float, counted: int) -> None:
    came(desk, hours=24 * 7 + hours)
    assert desk.balancing.balance(7).came == counted


def test_of_what_came_in_alike_that_which_is_covered_stands_first(desk: Desk) -> None:
    drafted, *_ = (came(desk, subject=[code]) for code in ("TH", "MM", "KE"))
    came(desk, subject=["KE"])
    desk.decisions.set_state([drafted], State.DRAFTED)
    assert [share.name for share in desk.balancing.balance().countries] == ["Kenya", "Thailand", "Myanmar"]


def test_copies_and_echoes_are_not_counted(desk: Desk) -> None:
    first = came(desk, subject=["MM"])
    came(desk, subject=["MM"], copy=first)
    came(desk, subject=["MM"], echo=True)
    assert desk.balancing.balance().countries == (Share("Myanmar", 1, 0),)


def test_posts_and_items_in_the_making_are_covered(desk: Desk) -> None:
    drafted, _ = came(desk, subject=["MM"], organisations=["Harbour Watch"]), came(desk, subject=["TH"])
    desk.decisions.set_state([drafted], State.DRAFTED)
    post(desk, 1, 5, subject=["KE"], categories=["Africa"])
    post(desk, 2, 50, subject=["KE"])
    balance = desk.balancing.balance(30)
    assert (balance.came, balance.covered) == (2, 2)
    assert balance.countries == (Share("Myanmar", 1, 1), Share("Thailand", 1, 0), Share("Kenya", 0, 1))
    assert balance.organisations == (Share("Harbour Watch", 1, 1),)
    assert Share("Africa", 0, 1) in balance.categories


def test_an_item_that_a_post_cites_is_covered_once_and_lends_it_its_kind(desk: Desk) -> None:
    posted = came(desk, url="https://a.example/x", subject=["MM"], kind="award")
    desk.decisions.set_state([posted], State.POSTED)
    post(desk, 1, 1, subject=["MM"], sources=["http://www.a.example/x/?utm_source=blog"])
    balance = desk.balancing.balance(30)
    assert balance.covered == 1
    assert (balance.countries, balance.kinds) == ((Share("Myanmar", 1, 1),), (Share("Award", 1, 1),))


def test_what_the_editor_says_counts(desk: Desk) -> None:
    id = came(desk, subject=["MM"])
    desk.decisions.overrule([id], "countries", ["Kenya"])
    assert desk.balancing.balance().countries == (Share("Kenya", 1, 0),)


def test_an_old_item_drafted_lately_is_covered_lately(desk: Desk) -> None:
    id = came(desk, hours=24 * 60, subject=["MM"])
    desk.decisions.set_state([id], State.DRAFTED)
    assert desk.balancing.balance(30).covered == 0
    with desk.store.change() as change:
        change.put("drafts", 1, {"items": [id], "at": "2026-01-30T00:00:00Z"})
    assert desk.balancing.balance(30).countries == (Share("Myanmar", 0, 1),)


@pytest.mark.parametrize("state", [State.FOLLOW_UP, State.SELECTED, State.INBOX])
def test_what_was_exported_stays_covered_whatever_becomes_of_its_item(desk: Desk, tmp_path: Path, state: State) -> None:
    id = came(desk, subject=["MM"])
    desk.exports.write([id], folder=tmp_path)
    desk.decisions.set_state([id], state)
    assert desk.balancing.balance(30).countries == (Share("Myanmar", 1, 1),)


def test_a_draft_that_never_went_out_covers_nothing(desk: Desk) -> None:
    desk.drafts.compose([came(desk, subject=["MM"])])
    assert desk.balancing.balance(30).countries == (Share("Myanmar", 1, 0),)
