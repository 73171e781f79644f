"""Stories on the desk: who tells them, what stands for them in a list, and what the editor makes of them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.stories import AGAIN, COPY, ECHO, SOURCE
from hrd_tui.documents import SignalsDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State, View
from newsroom_fixtures import TAKEN, arrive, one_story, rewrite, subscribe

INBOX = View("inbox")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        yield desk


def put(desk: Desk, id: int, **signals: object) -> None:
    """Signals as if they had been found."""
    doc: SignalsDoc = {**desk.store.signals.get(id, {}), **signals}  # type: ignore[typeddict-item]
    with desk.store.change() as change:
        change.put("signals", id, doc)


def test_one_event_in_several_sources_is_one_story(desk: Desk) -> None:
    ids = one_story(desk)
    story = desk.stories.of(ids[1])
    assert story == desk.stories.of(ids[0])
    assert (story.lead, story.items) == (ids[0], tuple(ids))
    assert story.sources == ("Harbour Watch", "Tideline Wire", "Free Pens")
    assert story.first_seen == NOW - timedelta(hours=9)
    assert [desk.row(id).sources for id in ids] == [3, 3, 3]


def test_an_item_alone_is_a_story_of_one_source(desk: Desk) -> None:
    id = arrive(desk, "Nothing like it")
    desk.signals.catch_up()
    story = desk.stories.of(id)
    assert (story.id, story.items, story.sources, story.by_hand) == (id, (id,), ("Harbour Watch",), False)
    assert desk.row(id).sources == 1
    assert desk.stories.list() == []


def test_there_is_no_story_of_no_item(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.stories.of(99)
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.stories.timeline(99)


def test_a_publisher_counts_once_and_neither_copies_nor_echoes_count(desk: Desk) -> None:
    first = arrive(desk, "One", hours=9)
    again = arrive(desk, "Two", hours=8)
    copy = arrive(desk, "Three", source="Tideline Wire", hours=7, url=desk.store.items[first]["url"])
    echo = arrive(desk, "Four", source="Free Pens", hours=6)
    for id in (first, again, copy, echo):
        put(desk, id, rules="1 ", story=first)
    put(desk, copy, copy=first)
    put(desk, echo, echo=True)
    story = desk.stories.of(first)
    assert [member.role for member in story.members] == [SOURCE, AGAIN, COPY, ECHO]
    assert story.members[2].copy_of == first
    assert story.sources == ("Harbour Watch",)
    assert desk.row(again).sources == 1


def test_the_earliest_with_words_of_its_own_leads(desk: Desk) -> None:
    copy = arrive(desk, "Copy", hours=9)
    own = arrive(desk, "Own", source="Tideline Wire", hours=8)
    for id in (copy, own):
        put(desk, id, rules="1 ", story=copy)
    put(desk, copy, copy=own)
    assert desk.stories.of(copy).lead == own


def test_a_list_together_has_one_row_a_story_where_its_newest_item_stands(desk: Desk) -> None:
    ids = one_story(desk)
    between = arrive(desk, "Something else", hours=8.5)
    newest = arrive(desk, "The newest of all", hours=0.5)
    desk.signals.catch_up()
    assert desk.select(INBOX) == [newest, ids[2], ids[1], between, ids[0]]
    assert desk.select(INBOX, together=True) == [newest, ids[0], between]
    assert desk.stories.within(desk.select(INBOX)) == {
        newest: (newest,), ids[0]: (ids[2], ids[1], ids[0]), between: (between,),
    }  # fmt: skip


def test_only_an_item_of_the_view_stands_for_a_story(desk: Desk) -> None:
    ids = one_story(desk)
    desk.decisions.set_state([ids[0]], State.SPIKED)
    assert desk.select(INBOX, together=True) == [ids[1]]
    assert desk.stories.of(ids[1]).lead == ids[0]


def test_what_is_kept_in_its_place_is_grouped_too(desk: Desk) -> None:
    ids = one_story(desk)
    desk.decisions.mark_read([ids[0]])
    assert desk.select(INBOX, "is:unread", keep=[ids[0]], together=True) == [ids[0]]


def test_stories_are_listed_by_their_newest_item(desk: Desk) -> None:
    one_story(desk)
    pair = [arrive(desk, f"Item {number}", hours=number, source=source) for number, source in
            ((3, "Free Pens"), (2, "Harbour Watch"))]  # fmt: skip
    for id in pair:
        put(desk, id, rules="1 ", story=pair[0])
    assert [len(story.items) for story in desk.stories.list()] == [2, 3]
    assert [len(story.items) for story in desk.stories.list(since=NOW - timedelta(hours=4))] == [2]
    assert len(desk.stories.list(least=1)) == 2


def test_items_of_a_feed_that_was_removed_are_no_part(desk: Desk) -> None:
    ids = one_story(desk)
    desk.subscriptions.remove(2)
    assert desk.stories.of(ids[0]).items == (ids[0], ids[2])


def test_merged_stories_are_one_and_stay_one(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        ids = one_story(desk)
        other = arrive(desk, "Choir of Lower Askel wins in court", source="Free Pens")
        desk.signals.catch_up()
        assert desk.decisions.merge([other, ids[0]]).label == "One story · 4 items"
        everything = {*ids, other}
        assert set(desk.stories.of(ids[2]).items) == everything
        assert desk.stories.of(other).by_hand
        rewrite(desk, other, "Choir of Lower Askel wins in court, and sings")
        desk.signals.catch_up()
        assert set(desk.stories.of(other).items) == everything
    (tmp_path / "desk" / "config").mkdir(parents=True, exist_ok=True)
    (tmp_path / "desk" / "config" / "people.txt").write_text("Somebody Else\n")
    with desk_in(tmp_path) as desk:
        assert desk.signals.catch_up() == 4
        assert set(desk.stories.of(other).items) == everything
        desk.decisions.undo()
        assert set(desk.stories.of(ids[0]).items) == set(ids)
        assert desk.stories.of(other).items == (other,)


def test_a_new_item_joins_a_story_that_was_merged(desk: Desk) -> None:
    other = arrive(desk, "Choir of Lower Askel wins in court", source="Free Pens", hours=20)
    first = arrive(desk, TAKEN[0][1], hours=9)
    desk.signals.catch_up()
    desk.decisions.merge([first, other])
    late = arrive(desk, TAKEN[1][1], source="Tideline Wire")
    desk.signals.catch_up()
    assert set(desk.stories.of(late).items) == {first, other, late}


CHOIR = "Choir of Lower Askel wins in court and rehearses at once"


def test_a_new_item_joins_what_is_left_of_a_story(desk: Desk) -> None:
    ids = [
        arrive(desk, CHOIR, source=source, hours=9 - hour) for hour, source in enumerate(("Free Pens", "Tideline Wire"))
    ]
    desk.signals.catch_up()
    taken = arrive(desk, TAKEN[0][1])
    desk.signals.catch_up()
    desk.decisions.merge([ids[0], taken])
    desk.decisions.split([ids[0]])
    late = arrive(desk, TAKEN[1][1], source="Tideline Wire")
    desk.signals.catch_up()
    assert set(desk.stories.of(late).items) == {ids[1], taken, late}


def test_a_new_item_knows_nothing_of_a_story_that_was_taken_apart_again(desk: Desk) -> None:
    choir = arrive(desk, CHOIR, hours=20)
    taken = arrive(desk, TAKEN[0][1], hours=9)
    desk.signals.catch_up()
    desk.decisions.merge([taken, choir])
    between = arrive(desk, "Something else")
    desk.signals.catch_up()
    desk.decisions.undo()
    late = arrive(desk, CHOIR, source="Free Pens")
    desk.signals.catch_up()
    assert set(desk.stories.of(late).items) == {choir, late}
    assert desk.stories.of(taken).items == (taken,)
    assert desk.stories.of(between).items == (between,)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_an_item_that_is_split_off_stands_alone_and_the_others_stay(tmp_path: Path, which: int) -> None:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        ids = one_story(desk)
        rest = [id for id in ids if id != ids[which]]
        desk.decisions.split([ids[which]])
        assert desk.stories.of(ids[which]).items == (ids[which],)
        assert desk.stories.of(rest[0]).items == tuple(rest)
    (tmp_path / "desk" / "config").mkdir(parents=True, exist_ok=True)
    (tmp_path / "desk" / "config" / "people.txt").write_text("Somebody Else\n")
    with desk_in(tmp_path) as desk:
        assert desk.signals.catch_up() == 3
        assert desk.stories.of(ids[which]).items == (ids[which],)
        assert desk.stories.of(rest[0]).items == tuple(rest)
        desk.decisions.undo()
        assert desk.stories.of(ids[0]).items == tuple(ids)


def test_items_that_are_split_together_each_stand_alone(desk: Desk) -> None:
    ids = one_story(desk)
    desk.decisions.split(ids)
    assert [desk.stories.of(id).items for id in ids] == [(id,) for id in ids]


def test_what_stands_alone_cannot_be_split(desk: Desk) -> None:
    id = arrive(desk, "Nothing like it")
    assert desk.decisions.split([id]).label == "Split: nothing to change"
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.decisions.split([99])


@pytest.mark.parametrize("which", [0, 1])
def test_later_arrivals_join_the_rest_but_not_the_item_that_was_split_off(desk: Desk, which: int) -> None:
    ids = [arrive(desk, TAKEN[0][1], source=source, hours=9 - place) for place, source in
           enumerate(("Harbour Watch", "Tideline Wire"))]  # fmt: skip
    desk.signals.catch_up()
    alone, rest = ids[which], ids[1 - which]
    assert desk.decisions.split([alone]).label == f"Item {alone} stands alone now"
    late = arrive(desk, TAKEN[2][1], source="Free Pens")
    desk.signals.catch_up()
    assert desk.stories.of(alone).items == (alone,)
    assert desk.stories.of(late).items == (rest, late)
    assert (desk.stories.of(alone).by_hand, desk.stories.of(late).by_hand) == (True, False)


def test_no_copy_joins_an_item_that_was_split_off(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        subscribe(desk)
        ids = one_story(desk)
        desk.decisions.split(ids)
    with desk_in(tmp_path) as desk:
        late = arrive(desk, TAKEN[0][1], source="Free Pens", url=desk.store.items[ids[0]]["url"])
        desk.signals.catch_up()
        assert desk.stories.of(late).items == (late,)
        assert desk.store.signals[late]["copy"] == ids[0]
        desk.decisions.undo()
        another = arrive(desk, "Choir of Lower Askel wins in court")
        desk.signals.catch_up()
        assert desk.stories.of(another).items == (another,)
        assert desk.stories.of(late).items == (*ids, late)


def test_only_what_the_editor_joined_is_called_by_hand(desk: Desk) -> None:
    ids = one_story(desk)
    other = arrive(desk, "Choir of Lower Askel wins in court", source="Free Pens")
    desk.signals.catch_up()
    desk.decisions.merge([ids[0], other])
    told = {int(one.words.split()[0]): one for one in desk.signals.of(ids[0]).of("story")}
    assert {id: one.by_hand for id, one in told.items()} == {ids[1]: False, ids[2]: False, other: True}
    assert told[other].why == "by hand"
    desk.decisions.split([ids[2]])
    (alone,) = desk.signals.of(ids[2]).of("story")
    assert (alone.words, alone.by_hand) == ("stands alone", True)


def test_a_story_that_goes_back_to_one_publisher_is_told_so(desk: Desk) -> None:
    first = arrive(desk, "One", hours=9)
    second = arrive(desk, "Two", source="Tideline Wire", hours=7)
    for id in (first, second):
        put(desk, id, rules="1 ", story=first)
    put(desk, second, links=desk.store.items[first]["url"])
    assert [caution.value for caution in desk.stories.of(first).cautions] == ["single-source"]


def test_the_steps_of_a_case_come_from_all_its_items_by_day(desk: Desk) -> None:
    first, second = arrive(desk, "One", hours=30), arrive(desk, "Two", source="Tideline Wire")
    copy = arrive(desk, "Three", source="Free Pens")
    for id in (first, second, copy):
        put(desk, id, rules="1 ", story=first)
    put(desk, copy, copy=first, events=[{"what": "released", "sentence": "Free."}])
    put(desk, first, events=[{"what": "sentenced", "sentence": "Six years."}, {"what": "arrested", "day": "2025-12"}])
    put(desk, second, events=[{"what": "sentenced", "day": "2026-01-30", "sentence": "Jailed."},
                              {"what": "appealed", "sentence": "An appeal."}])  # fmt: skip
    steps = [(step.day, step.what, step.told, step.items) for step in desk.stories.timeline(second)]
    assert steps == [
        ("2025-12", "arrested", True, (first,)),
        ("2026-01-30", "sentenced", True, (second,)),
        ("2026-02-01", "appealed", False, (second,)),
    ]
