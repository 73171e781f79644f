"""How many more items the texts have than a query finds, and the order and reach of what is looked up in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_fixtures import desk_in
from hrd_tui.desk import fulltext_find
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.fulltext import BEST, NEWEST
from hrd_tui.desk.fulltext_find import More, find, in_view, more
from hrd_tui.model import View
from past_fixtures import NOW, arrive, subscribe


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path, NOW) as desk:
        subscribe(desk)
        yield desk


def indexed(desk: Desk) -> None:
    desk.past.move()
    desk.fulltext.catch_up(seconds=60)


def test_of_many_archived_items_no_more_are_counted_than_are_looked_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("Ferry", "Harbour", "Dock"):
        arrive(desk, title)
    for title in ("Quay", "Pier"):
        arrive(desk, title, NOW, state={})
    indexed(desk)
    assert more(desk, "whole", None, ()) == More(5, all=True)
    monkeypatch.setattr(fulltext_find, "MOST_ARCHIVED", 3)
    assert more(desk, "whole", None, ()).all
    monkeypatch.setattr(fulltext_find, "MOST_ARCHIVED", 2)
    assert not more(desk, "whole", None, ()).all
    assert not more(desk, "ferry or whole or kind:ngo_news", None, ()).all
    assert more(desk, "text:whole", None, ()) == More(0, all=True)


def test_of_many_items_on_the_desk_all_are_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    arrive(desk, "Ferry")
    indexed(desk)
    for title in ("Quay", "Pier"):
        arrive(desk, title, NOW, state={})
    indexed(desk)
    monkeypatch.setattr(fulltext_find, "MOST_ARCHIVED", 1)
    assert more(desk, "whole", None, ()) == More(3, all=True)


def test_where_nothing_is_indexed_nothing_is_told(desk: Desk) -> None:
    id = arrive(desk, "Ferry", NOW, state={})
    desk.decisions.quote(id, "whole text")
    assert more(desk, "whole", None, ()) == More(0, all=True)


def test_what_no_text_tells_is_found_beside_words(desk: Desk) -> None:
    ids = [arrive(desk, "Ferry"), arrive(desk, "Court", signals={"kind": "vacancy"})]
    indexed(desk)
    assert sorted(find(desk, "ferry or kind:vacancy", NEWEST).ids) == ids


def test_an_order_of_the_query_goes_before_the_best(desk: Desk) -> None:
    for title in ("Whole whole", "Ferry", "Whole"):
        arrive(desk, title, NOW, state={})
    indexed(desk)
    by_title = [2, 3, 1]
    assert find(desk, "whole sort:title", BEST).ids == by_title
    assert in_view(desk, View("inbox"), "whole sort:title", BEST) == by_title
    assert find(desk, "whole", BEST).ids != by_title


def test_what_is_left_out_is_left_out_of_the_texts_too(desk: Desk) -> None:
    ferry = arrive(desk, "Ferry", NOW, state={})
    arrive(desk, "Court", NOW, state={}, url="https://harbour.example/court")
    indexed(desk)
    assert find(desk, "whole -court", NEWEST).ids == [ferry]
    assert find(desk, "-text", NEWEST).ids == []
