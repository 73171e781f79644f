"""Drafts on the desk: durable, one for the same items, undone in any process, discarded and had back."""

from datetime import date
from pathlib import Path

import pytest

from desk_drafts_fixtures import desk, shown
from desk_fixtures import NOW, desk_in
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import EDITOR
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.revisions import VERSIONS
from hrd_tui.errors import UsageProblem

__all__ = ["desk"]


def test_a_draft_is_composed_of_items_in_their_order(desk: Desk) -> None:
    id = desk.drafts.compose([2, 1])
    draft = desk.drafts.get(id)
    assert (draft.title, draft.items, draft.date) == ("Boat 2", (2, 1), date(2026, 2, 1))
    assert [part.block.text for part in draft.body if part.source != EDITOR] == [
        "First of 2.", "Second of 2.", "First of 1.", "Second of 1.",
    ]  # fmt: skip


def test_the_same_items_open_the_same_draft_and_another_only_if_asked_for(desk: Desk) -> None:
    id = desk.drafts.compose([1, 2])
    assert desk.drafts.compose([1, 2, 1]) == id
    assert desk.drafts.compose([2, 1]) != id
    again = desk.drafts.compose([1, 2], anew=True)
    assert again != id
    assert desk.drafts.compose([1, 2]) == again


def test_nothing_and_unknown_items_make_no_draft(desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="nothing to draft"):
        desk.drafts.compose([])
    with pytest.raises(UsageProblem, match="no item 99"):
        desk.drafts.compose([99])
    assert desk.drafts.list() == []


def test_an_edited_draft_is_there_after_the_desk_is_opened_again(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    with desk_in(tmp_path) as other:
        assert shown(other, id) == ["First of 1."]


def test_undo_and_redo_go_through_the_versions(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    first = desk.drafts.get(id)
    second = edit.cut(first, 1)
    third = edit.remark(second, "Mine.")
    desk.drafts.put(id, second)
    desk.drafts.put(id, third)
    assert [desk.drafts.undo(id), desk.drafts.undo(id), desk.drafts.undo(id)] == [second, first, None]
    assert desk.drafts.get(id) == first
    assert desk.drafts.redo(id) == second
    desk.drafts.put(id, first)
    assert desk.drafts.redo(id) is None


def test_undo_has_every_kind_of_change_back_after_the_desk_was_opened_again(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    made = [desk.drafts.get(id)]
    for change in (
        lambda draft: edit.remark(draft, "Mine.", 1),
        lambda draft: edit.move(draft, 0, 2),
        lambda draft: edit.set_deadline(draft, date(2026, 3, 6)),
        lambda draft: edit.cut(draft, 0, len(draft.body)),
        lambda draft: edit.set_terms(draft, tags=["boats"]),
    ):
        made.append(desk.drafts.alter(id, change))
    with desk_in(tmp_path) as other:
        assert [other.drafts.undo(id) for _ in made] == [*made[-2::-1], None]
        assert [other.drafts.redo(id) for _ in made] == [*made[1:], None]


def test_a_draft_that_another_process_changed_is_not_overwritten(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    read = desk.drafts.get(id)
    with desk_in(tmp_path) as other:
        other.drafts.alter(id, lambda draft: edit.remark(draft, "Theirs."))
    with pytest.raises(UsageProblem, match="changed elsewhere"):
        desk.drafts.put(id, edit.cut(read, 0), read=read)
    assert "Theirs." in shown(desk, id)


def test_a_change_that_is_refused_keeps_nothing(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    version = desk.version
    with pytest.raises(UsageProblem, match="no part"):
        desk.drafts.alter(id, lambda draft: edit.cut(draft, 9))
    assert desk.version == version


def test_the_same_draft_again_is_no_version(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    version = desk.version
    desk.drafts.put(id, desk.drafts.get(id))
    assert desk.version == version
    assert desk.drafts.undo(id) is None


def test_versions_are_bounded(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    for number in range(VERSIONS + 5):
        desk.drafts.put(id, edit.set_title(desk.drafts.get(id), f"Boat {number}"))
    steps = 0
    while desk.drafts.undo(id):
        steps += 1
    assert steps == VERSIONS


def test_drafts_are_listed_newest_first(desk: Desk) -> None:
    ids = [desk.drafts.compose([1]), desk.drafts.compose([2])]
    found = desk.drafts.list()
    assert [one.id for one in found] == ids[::-1]
    assert (found[0].title, found[0].items, found[0].at, found[0].file, found[0].wordpress) == (
        "Boat 2",
        (2,),
        NOW,
        "",
        None,
    )


def test_a_discarded_draft_is_gone_and_its_items_stay(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    desk.drafts.discard(id)
    with pytest.raises(UsageProblem, match="no draft"):
        desk.drafts.get(id)
    assert desk.item(1).title == "Boat 1"


def test_a_discarded_draft_is_had_back_with_its_changes(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    first = desk.drafts.get(id)
    second = desk.drafts.alter(id, lambda draft: edit.remark(draft, "Mine."))
    path = desk.drafts.export(id, folder=tmp_path).path
    desk.drafts.discard(id)
    with desk_in(tmp_path) as other:
        assert [one.title for one in other.drafts.discarded()] == ["Boat 1"]
        assert other.drafts.restore(id) == second
        assert other.drafts.list()[0].file == str(path)
        assert other.drafts.discarded() == []
        assert other.drafts.undo(id) == first
        with pytest.raises(UsageProblem, match="was discarded"):
            other.drafts.restore(id)


def test_a_discarded_draft_comes_back_beside_the_one_that_took_its_file(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    old = desk.drafts.alter(id, lambda draft: edit.remark(draft, "Mine."))
    path = desk.drafts.export(id, folder=tmp_path).path
    desk.drafts.discard(id)
    new = desk.drafts.compose([1])
    assert desk.drafts.undo(new) is None
    assert desk.drafts.restore(id) == old
    assert {one.id: one.file for one in desk.drafts.list()} == {id: "", new: str(path)}


def test_discarded_drafts_are_bounded(desk: Desk) -> None:
    for _ in range(VERSIONS + 3):
        desk.drafts.discard(desk.drafts.compose([1]))
    assert len(desk.drafts.discarded()) == VERSIONS
