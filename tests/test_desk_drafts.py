"""Drafts on the desk: durable, one for the same items, undone in any process, written and remembered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk_fixtures import NOW, desk_in
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.checklist import CAUTION, DEAD_LINK, OTHER_DAY, TEMPLATE, TRACKING
from hrd_tui.copydesk.draft import EDITOR
from hrd_tui.copydesk.render import TARGETS
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.revisions import VERSIONS
from hrd_tui.documents import SignalsDoc
from hrd_tui.errors import NotOurs, UsageProblem
from hrd_tui.model import State

OLD = "https://blog.example/old"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        for number in (1, 2, 3):
            url = f"https://gull.example/{number}"
            paste(desk, f"First of {number}.\n\nSecond of {number}.", title=f"Boat {number}", url=url)
        yield desk


def _shown(desk: Desk, id: int) -> list[str]:
    return [part.block.text for part in desk.drafts.get(id).body if not part.cut]


def _state(desk: Desk, id: int) -> str:
    return desk.store.states.get(id, {}).get("state", "inbox")


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
        assert _shown(other, id) == ["First of 1."]


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
    assert "Theirs." in _shown(desk, id)


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


def test_an_export_writes_the_draft_as_edited_and_marks_its_items(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1, 2])
    desk.drafts.put(id, edit.remark(desk.drafts.get(id), "My own view."))
    version = desk.version
    written = desk.drafts.export(id, folder=tmp_path)
    assert desk.version == version + 1
    assert "My own view." in written.path.read_text("utf-8")
    assert (written.status, written.items) == ("written", (1, 2))
    assert [_state(desk, item) for item in (1, 2, 3)] == ["drafted", "drafted", "inbox"]
    assert desk.drafts.list()[0].file == str(written.path)


def test_a_posted_item_stays_posted(tmp_path: Path, desk: Desk) -> None:
    desk.decisions.set_state([1], State.POSTED)
    desk.drafts.export(desk.drafts.compose([1]), folder=tmp_path)
    assert _state(desk, 1) == "posted"


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


def test_the_checklist_tells_what_the_template_drops_and_that_it_is_missing(desk: Desk) -> None:
    folder = desk.paths.config / "templates"
    folder.mkdir(parents=True)
    (folder / "short.md").write_text("{{ sources }}\n", "utf-8")
    id = desk.drafts.compose([1])
    for name, words in (("short", "leaves out the whole text"), ("nope", "There is no template")):
        desk.drafts.put(id, replace(desk.drafts.get(id), template=name))
        (remark,) = desk.drafts.check(id)
        assert (remark.code, words in remark.text) == (TEMPLATE, True)


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


def test_the_checklist_is_told_and_the_post_goes_out(tmp_path: Path, desk: Desk) -> None:
    id = desk.drafts.compose([1])
    desk.drafts.put(id, edit.replace_text(desk.drafts.get(id), 1, "See https://x.example/?utm_source=mail"))
    assert [(remark.code, remark.part) for remark in desk.drafts.check(id)] == [(TRACKING, 1)]
    (warning,) = desk.drafts.export(id, folder=tmp_path).warnings
    assert warning.startswith("part 2: ")


def test_links_that_are_known_to_be_dead_are_told(desk: Desk) -> None:
    id = desk.drafts.compose([1])
    with desk.store.change() as change:
        change.put("links", 1, {"url": "https://gull.example/1", "problem": "404, not found"})
    assert [remark.code for remark in desk.drafts.check(id)] == [DEAD_LINK]


def test_originals_are_the_texts_of_the_items(desk: Desk) -> None:
    id = desk.drafts.compose([2, 1])
    assert [document.text for document in desk.drafts.originals(id)] == [
        "First of 2.\n\nSecond of 2.", "First of 1.\n\nSecond of 1.",
    ]  # fmt: skip


def test_a_reference_goes_into_the_newest_draft_that_is_still_open(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(UsageProblem, match="No draft is open"):
        desk.drafts.add_see_also(OLD)
    open_one = desk.drafts.compose([1])
    desk.drafts.export(desk.drafts.compose([2]), folder=tmp_path)
    assert desk.drafts.add_see_also(OLD) == open_one
    assert desk.drafts.get(open_one).see_also == (OLD,)


def test_what_the_signals_found_and_the_editor_says_stands_in_the_draft(desk: Desk) -> None:
    found: SignalsDoc = {
        "kind": "award", "subject": ["BZ"], "people": ["Ana Mar"], "organisations": ["Gull"],
        "deadlines": [{"day": "2026-03-06", "sentence": "By 6 March.", "sure": False}], "cautions": ["a single source"],
    }  # fmt: skip
    with desk.store.change() as change:
        change.put("signals", 1, found)
        change.put("states", 1, {"overruled": {"kind": "case_alert"}})
    id = desk.drafts.compose([1])
    draft = desk.drafts.get(id)
    assert (draft.kind, draft.countries, draft.people, draft.organisations) == (
        "case_alert",
        ("Belize",),
        ("Ana Mar",),
        ("Gull",),
    )
    assert (draft.deadline, draft.deadline_text, draft.deadline_sure) == (date(2026, 3, 6), "By 6 March.", False)
    assert {"Belize", "Ana Mar"} <= set(draft.tags)
    assert CAUTION in [remark.code for remark in desk.drafts.check(id)]


def test_a_deadline_set_by_hand_on_the_item_reaches_every_target(desk: Desk) -> None:
    item = paste(desk, "Apply by 20 November 2026.\n\nWrite to us.", title="A call", url="https://gull.example/call")
    desk.decisions.overrule([item], "deadlines", ["2026-11-25"])
    id = desk.drafts.compose([item])
    assert (desk.drafts.get(id).deadline, desk.drafts.get(id).deadline_text) == (
        date(2026, 11, 25), "Deadline: 25 November 2026.",
    )  # fmt: skip
    for target in TARGETS:
        assert "Deadline: 25 November 2026." in desk.drafts.text(id, target)
    assert OTHER_DAY in [remark.code for remark in desk.drafts.check(id)]


def test_the_editors_own_terms_and_templates_are_used(desk: Desk) -> None:
    folder = desk.paths.config
    (folder / "templates").mkdir(parents=True)
    (folder / "terms.toml").write_text("[always]\ncategories = ['Mine']\n", "utf-8")
    id = desk.drafts.compose([1])
    assert desk.drafts.get(id).categories == ("Mine",)
    (folder / "templates" / "default.md").write_text("{{ body }}\n\nMade here.\n", "utf-8")
    assert desk.drafts.text(id).endswith("Made here.\n")


def test_tags_and_notes_of_the_desk_stand_nowhere_in_a_draft(desk: Desk) -> None:
    desk.decisions.tag([1], ["secret-tag"])
    desk.decisions.note([1], "secret note")
    id = desk.drafts.compose([1])
    kept = str(desk.store.drafts[id])
    assert "secret" not in kept + "".join(
        desk.drafts.text(id, target) for target in ("wordpress", "hugo", "plain", "html")
    )


def test_a_draft_made_elsewhere_is_seen_after_a_refresh(tmp_path: Path, desk: Desk) -> None:
    with desk_in(tmp_path, datetime(2026, 2, 2, tzinfo=UTC)) as other:
        id = other.drafts.compose([3])
    desk.refresh()
    assert desk.drafts.get(id).date == date(2026, 2, 2)


def test_an_item_that_was_not_read_yet_is_read_for_its_draft(desk: Desk) -> None:
    text = "GENEVA – UN experts today called on Belize to release a lawyer.\n\nThe deadline for input is 6 March 2026."
    item = paste(desk, text, title="Belize: UN experts call for release of lawyer", url="https://www.ohchr.org/x")
    draft = desk.drafts.get(desk.drafts.compose([item]))
    assert (draft.countries, draft.deadline) == (("Belize",), date(2026, 3, 6))
    assert draft.kind
