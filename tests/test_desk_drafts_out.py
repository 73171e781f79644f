"""Drafts that go out: written into files that are known again, and their items marked."""

from pathlib import Path

import pytest

from desk_drafts_fixtures import desk, state_of
from hrd_tui.copydesk import edit
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import NotOurs, UsageProblem
from hrd_tui.model import State

__all__ = ["desk"]

OLD = "https://blog.example/old"


def test_an_export_writes_the_draft_as_edited_and_marks_its_items(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1, 2])
    desk.drafts.put(id, edit.remark(desk.drafts.get(id), "My own view."))
    version = desk.version
    written = desk.drafts.export(id, folder=tmp_path)
    assert desk.version == version + 1
    assert "My own view." in written.path.read_text("utf-8")
    assert (written.status, written.items) == ("written", (1, 2))
    assert [state_of(desk, item) for item in (1, 2, 3)] == ["drafted", "drafted", "inbox"]
    assert desk.drafts.list()[0].file == str(written.path)


def test_a_posted_item_stays_posted(tmp_path: Path, desk: Desk) -> None:
    desk.decisions.set_state([1], State.POSTED)
    desk.drafts.export(desk.drafts.compose([1]), folder=tmp_path)
    assert state_of(desk, 1) == "posted"


def test_a_second_export_replaces_the_first_and_never_what_was_changed_by_hand(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    written = desk.drafts.export(id, folder=tmp_path)
    assert desk.drafts.export(id, folder=tmp_path).status == "unchanged"
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    assert desk.drafts.export(id, folder=tmp_path).status == "replaced"
    written.path.write_text("by hand", "utf-8")
    with pytest.raises(NotOurs):
        desk.drafts.export(id, folder=tmp_path)
    assert desk.drafts.export(id, folder=tmp_path, force=True).status == "replaced"


def test_a_target_is_chosen_for_one_export(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    assert desk.drafts.export(id, folder=tmp_path, target="html").path.suffix == ".html"
    assert "published: false" in desk.drafts.text(id, "jekyll")
    with pytest.raises(UsageProblem, match="no target"):
        desk.drafts.text(id, "gopher")


def test_items_are_exported_as_their_draft_was_edited(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    (text,) = desk.exports.preview([1], title="Our title", see_also=[OLD])
    assert "Second of 1." not in text
    assert "title: Our title" in text
    assert f"see also: <{OLD}>" in text
    (written,) = desk.exports.write([1], folder=tmp_path)
    assert "Second of 1." not in written.path.read_text("utf-8")
    assert desk.drafts.list()[0].file == str(written.path)


def test_other_items_do_not_take_that_draft(desk: Desk) -> None:
    id = desk.drafts.compose([1, 2])
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    assert "Second of 1." in desk.exports.preview([1])[0]
    assert "Second of 1." in desk.exports.preview([2, 1], merge=True)[0]


def test_a_post_written_straight_from_its_items_becomes_the_draft(tmp_path: Path, desk: Desk) -> None:
    (written,) = desk.exports.write([1], folder=tmp_path)
    id = desk.drafts.compose([1])
    assert desk.drafts.list()[0].file == str(written.path)
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    assert desk.drafts.export(id, folder=tmp_path).status == "replaced"
    assert len(desk.store.drafts) == 1


def test_one_file_belongs_to_one_draft(tmp_path: Path, desk: Desk) -> None:
    first = desk.drafts.compose([1])
    desk.drafts.export(first, folder=tmp_path)
    second = desk.drafts.compose([1], anew=True)
    desk.drafts.put(second, edit.cut(desk.drafts.get(second), 1))
    path = desk.drafts.export(second, folder=tmp_path).path
    assert {one.id: one.file for one in desk.drafts.list()} == {first: "", second: str(path)}


def test_after_a_discard_the_file_is_still_known_as_ours(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    desk.drafts.export(id, folder=tmp_path)
    desk.drafts.discard(id)
    assert desk.exports.write([1], folder=tmp_path)[0].status == "replaced"


def test_an_untouched_export_in_any_folder_is_replaced(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        assert desk.drafts.export(id, folder=folder).status == "written"
    desk.drafts.put(id, edit.cut(desk.drafts.get(id), 1))
    assert [desk.drafts.export(id, folder=folder).status for folder in folders] == ["replaced"] * 3
    changed = desk.drafts.export(id, folder=folders[0]).path
    changed.write_text("by hand", "utf-8")
    desk.drafts.export(id, folder=folders[1])
    with pytest.raises(NotOurs, match="was changed since"):
        desk.drafts.export(id, folder=folders[0])


def test_items_without_a_draft_have_their_files_replaced_too(tmp_path: Path, desk: Desk) -> None:
    for folder in ("a", "b"):
        desk.exports.write([1], folder=tmp_path / folder)
    assert len(desk.store.drafts) == 1
    written = [desk.exports.write([1], folder=tmp_path / folder, see_also=[OLD])[0] for folder in ("a", "b")]
    assert [one.status for one in written] == ["replaced"] * 2


def test_the_earlier_file_is_named_after_another_headline(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    first = desk.drafts.export(id, folder=tmp_path)
    assert first.notes == ("written from draft 1",)
    desk.drafts.alter(id, lambda draft: edit.set_title(draft, "Another boat"))
    assert desk.drafts.export(id, folder=tmp_path).notes[1:] == (f"the earlier file {first.path} is still there",)
    first.path.unlink()
    assert desk.drafts.export(id, folder=tmp_path).notes[1:] == ()
