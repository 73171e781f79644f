"""What drafts are told by: the checklist, the signals, the editor's own lists, other processes."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk_drafts_fixtures import desk
from desk_fixtures import desk_in
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.checklist import CAUTION, DEAD_LINK, OTHER_DAY, TEMPLATE, TRACKING
from hrd_tui.copydesk.render import TARGETS
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.desk import Desk
from hrd_tui.documents import SignalsDoc
from hrd_tui.errors import UsageProblem

__all__ = ["desk"]

OLD = "https://blog.example/old"


def test_the_checklist_tells_what_the_template_drops_and_that_it_is_missing(desk: Desk) -> None:
    folder = desk.paths.config / "templates"
    folder.mkdir(parents=True)
    (folder / "short.md").write_text("{{ sources }}\n", "utf-8")
    id = desk.drafts.compose([1])
    for name, words in (("short", "leaves out the whole text"), ("nope", "There is no template")):
        desk.drafts.put(id, replace(desk.drafts.get(id), template=name))
        (remark,) = desk.drafts.check(id)
        assert (remark.code, words in remark.text) == (TEMPLATE, True)


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
