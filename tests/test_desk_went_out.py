"""Which drafts left the desk, and which files of them are told where an item is taken back."""

from pathlib import Path

from desk_drafts_fixtures import desk
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.told import Said, alike
from hrd_tui.desk.went_out import files, went_out
from hrd_tui.model import State

__all__ = ["desk"]


def test_the_files_of_posts_are_those_written_from_all_of_the_items(tmp_path: Path, desk: Desk) -> None:
    both, one = (desk.drafts.export(desk.drafts.compose(ids), folder=tmp_path).path for ids in ([1, 2], [3]))
    assert [files(desk.store, ids) for ids in ([1], [1, 2], [1, 3], [3])] == [[both], [both], [], [one]]


def test_a_file_that_was_written_before_the_last_is_told_too_and_each_once(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    first, second = (desk.drafts.export(id, folder=tmp_path / name).path for name in ("a", "b"))
    assert files(desk.store, [1]) == [second, first]
    with desk.store.change() as change:
        change.put("drafts", change.new_id("drafts"), {**desk.store.drafts[id]})
    assert files(desk.store, [1]) == [second, first]


def test_a_posted_item_says_nothing_for_a_draft_where_another_was_written(tmp_path: Path, desk: Desk) -> None:
    written, pasted, never = (desk.drafts.compose(ids) for ids in ([1], [1, 2], [3]))
    desk.drafts.export(written, folder=tmp_path)
    desk.decisions.set_state([1], State.POSTED)
    assert [number for number, _ in went_out(desk.store)] == [written]
    desk.decisions.set_state([2], State.POSTED)
    assert [number for number, _ in went_out(desk.store)] == [written, pasted]
    assert never in desk.store.drafts


def test_of_a_country_that_is_only_mentioned_those_are_asked_for_that_are_about_it() -> None:
    assert alike(Said("mentioned", "KE", "", ""), 12) == "country:KE"


def test_all_of_a_story_are_asked_for_by_the_item_itself() -> None:
    assert alike(Said("story", "7", "", ""), 12) == "story:12"
