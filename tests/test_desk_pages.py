"""Archive pages and digests out of what the desk keeps."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from commonmark import read
from desk_fixtures import NOW, desk_in
from hrd_tui.copydesk import edit
from hrd_tui.desk import pages
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.desk import Desk
from hrd_tui.documents import PostDoc, WordPressDoc
from hrd_tui.errors import UsageProblem
from hrd_tui.model import State

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def _post(desk: Desk, title: str, day: str, body: str = "", **more: object) -> None:
    with desk.store.change() as change:
        doc: PostDoc = {"url": f"https://blog.example/{title}/", "title": title, "date": day, **more}  # type: ignore[typeddict-item]
        if body:
            doc["body"] = change.body(body)
        change.put("posts", change.new_id("posts"), doc)


def _item(desk: Desk, title: str) -> int:
    return paste(
        desk,
        f"First sentence of {title}. Second sentence.",
        title=title,
        url=f"https://source.example/{title.replace(' ', '-')}",
    )


def _tag(file: Path) -> None:
    """Gives a written post the tag x and no other, as by hand."""
    text, count = re.subn(
        r"\ntags:.*?\ncountries:", "\ntags: [x]\ncountries:", file.read_text("utf-8"), flags=re.DOTALL
    )
    assert count == 1
    file.write_text(text, "utf-8")


def test_the_posts_of_a_category_stand_newest_first_with_their_bodies(desk: Desk) -> None:
    _post(desk, "old", "2024-03-19", "<p>Old <script>x</script>words.</p>", categories=["Human Rights Council"])
    _post(desk, "new", "2025-05-28", "<p>New words.</p>", categories=["Human Rights Council", "Other"])
    _post(desk, "else", "2025-01-01", "<p>Other words.</p>", categories=["Other"], tags=["Human Rights Council"])
    page = read(pages.archive(desk, 'category:"human rights council"'))
    assert page.texts == [
        "Archive for the ‘Human Rights Council’ Category",
        "new", "May 28, 2025", "New words.", "old", "March 19, 2024", "Old words.",
    ]  # fmt: skip


def test_names_that_differ_in_case_are_one_in_the_spelling_of_most_posts(desk: Desk) -> None:
    for title, name in (("a", "Ports Of Call"), ("b", "Ports of Call"), ("c", "Ports of Call")):
        _post(desk, title, "2024-03-19", categories=[name])
    page = read(pages.archive(desk, "category:PORTS OF CALL"))
    assert page.texts[0] == "Archive for the ‘Ports of Call’ Category"
    assert [text for text in page.texts if len(text) == 1] == ["a", "b", "c"]
    with pytest.raises(UsageProblem) as told:
        pages.archive(desk, "category:x")
    assert told.value.detail == "There are: Ports of Call"


def test_a_source_that_only_the_archive_knows_closes_its_post(desk: Desk) -> None:
    _post(desk, "a", "2024-03-19", "<p>Words.</p>", tags=["x"], sources=["https://source.example/1"])
    assert read(pages.archive(desk, "tag:x")).texts[-1] == "https://source.example/1"


def test_a_post_that_is_known_by_its_address_alone_is_left_out(desk: Desk) -> None:
    _post(desk, "a", "2024-03-19", tags=["x"])
    with desk.store.change() as change:
        change.put("posts", change.new_id("posts"), {"url": "https://blog.example/b/", "tags": ["x"]})
    assert read(pages.archive(desk, "tag:x")).texts[1:] == ["a", "March 19, 2024"]


def test_own_exports_stand_on_the_page_as_they_were_edited(desk: Desk, tmp_path: Path) -> None:
    id = desk.drafts.compose([_item(desk, "Lamps")])
    draft = desk.drafts.get(id)
    desk.drafts.put(id, edit.set_title(edit.cut(draft, len(draft.body) - 1), "Lamps out"))
    tagged = edit.set_terms(desk.drafts.get(id), tags=["x"])
    desk.drafts.put(id, tagged)
    with pytest.raises(UsageProblem):
        pages.archive(desk, "tag:x")
    desk.drafts.export(id, folder=tmp_path)
    assert read(pages.archive(desk, "tag:x")).texts[1:3] == ["Lamps out", "February 1, 2026"]


def test_own_exports_stand_on_the_page_as_their_file_has_them(desk: Desk, tmp_path: Path) -> None:
    (written,) = desk.exports.write([_item(desk, "Lamps")], folder=tmp_path)
    _tag(written.path)
    assert read(pages.archive(desk, "tag:x")).texts[1:3] == ["Lamps", "February 1, 2026"]
    written.path.unlink()
    with pytest.raises(UsageProblem):
        pages.archive(desk, "tag:x")


def test_a_post_that_came_back_from_the_blog_stands_there_once(desk: Desk, tmp_path: Path) -> None:
    (written,) = desk.exports.write([_item(desk, "Lamps")], folder=tmp_path)
    _tag(written.path)
    _post(desk, "Lamps", "2026-02-01", "<p>As posted.</p>", tags=["x"])
    assert read(pages.archive(desk, "tag:x")).texts[1:] == ["Lamps", "February 1, 2026", "As posted."]


def test_a_draft_that_never_went_out_is_on_no_page(desk: Desk, tmp_path: Path) -> None:
    item = _item(desk, "Lamps")
    first, second = desk.drafts.compose([item]), desk.drafts.compose([item], anew=True)
    for id, title in ((first, "Out"), (second, "In the making")):
        desk.drafts.put(id, edit.set_title(edit.set_terms(desk.drafts.get(id), tags=["x"]), title))
    with pytest.raises(UsageProblem):
        pages.archive(desk, "tag:x")
    desk.drafts.export(first, folder=tmp_path)
    desk.decisions.set_state([item], State.POSTED)
    assert read(pages.archive(desk, "tag:x")).texts[1:3] == ["Out", "February 1, 2026"]


def test_a_draft_that_was_pasted_and_posted_is_on_the_page(desk: Desk) -> None:
    item = _item(desk, "Lamps")
    id = desk.drafts.compose([item])
    desk.drafts.put(id, edit.set_terms(desk.drafts.get(id), tags=["x"]))
    desk.decisions.set_state([item], State.POSTED)
    assert read(pages.archive(desk, "tag:x")).texts[1] == "Lamps"


def test_a_draft_that_was_sent_is_on_the_page_without_a_file(desk: Desk) -> None:
    id = desk.drafts.compose([_item(desk, "Lamps")])
    desk.drafts.put(id, edit.set_terms(desk.drafts.get(id), tags=["x"]))
    with desk.store.change() as change:
        sent: WordPressDoc = {"site": "https://blog.example", "post": 7, "url": "https://blog.example/lamps/"}
        change.put("drafts", id, {**desk.store.drafts[id], "wordpress": sent})
    assert read(pages.archive(desk, "tag:x")).links[0] == "https://blog.example/lamps/"


def test_an_archive_of_nothing_says_what_there_is(desk: Desk) -> None:
    _post(desk, "a", "2024-03-19", tags=["lamps"])
    with pytest.raises(UsageProblem) as told:
        pages.archive(desk, "tag:x")
    assert "lamps" in told.value.detail


@pytest.mark.parametrize("of", ["", "x", "tag:", "tags:x", "category", "tag: \n"])
def test_what_is_no_archive_is_told(desk: Desk, of: str) -> None:
    with pytest.raises(UsageProblem):
        pages.archive(desk, of)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("7d", (6, 0)),
        ("1d", (0, 0)),
        ("2026-01-30..2026-02-01", (2, 0)),
        ("2026-01-30", (2, 2)),
        ("friday..yesterday", (2, 1)),
        ("1w", (6, 0)),
    ],
)
def test_a_period(text: str, days: tuple[int, int]) -> None:
    assert pages.period(text, TODAY) == (TODAY - timedelta(days[0]), TODAY - timedelta(days[1]))


@pytest.mark.parametrize(
    "text", ["", "d", "0d", "7", "2026-02-30", "2026-02-02..2026-02-01", "9999999d", "..", "2026-01-30..", "0w", "x\n"]
)
def test_what_is_no_period_is_told(text: str) -> None:
    with pytest.raises(UsageProblem):
        pages.period(text, TODAY)


def test_a_digest_lists_what_was_decided_in_its_days(desk: Desk, tmp_path: Path) -> None:
    selected, merged, other, spiked = (_item(desk, title) for title in ("One", "Two", "Three", "Four"))
    _item(desk, "Five")
    desk.decisions.set_state([selected, merged, other, spiked], State.SELECTED)
    desk.decisions.set_state([spiked], State.SPIKED)
    desk.drafts.export(desk.drafts.compose([merged, other], title="Both"), folder=tmp_path)
    page = read(desk.exports.text(pages.digest(desk, TODAY, TODAY), "plain"))
    assert page.texts == [
        "Digest, 1 February 2026",
        "One First sentence of One.", "https://source.example/One",
        "Both First sentence of Two.", "https://source.example/Two", "https://source.example/Three",
    ]  # fmt: skip


def test_a_draft_that_never_went_out_gives_a_digest_nothing(desk: Desk, tmp_path: Path) -> None:
    item = _item(desk, "One")
    desk.decisions.set_state([item], State.SELECTED)
    desk.drafts.export(desk.drafts.compose([item], title="Out"), folder=tmp_path)
    desk.drafts.compose([item], title="In the making", anew=True)
    assert "Out" in pages.digest(desk, TODAY, TODAY).body[0].block.text
    other = _item(desk, "Two")
    desk.decisions.set_state([other], State.SELECTED)
    desk.drafts.compose([other], title="In the making")
    assert "Two" in pages.digest(desk, TODAY, TODAY).body[-2].block.text


@pytest.mark.parametrize("state", [State.FOLLOW_UP, State.SELECTED])
def test_what_was_exported_stays_in_the_digest(desk: Desk, tmp_path: Path, state: State) -> None:
    item = _item(desk, "One")
    desk.exports.write([item], folder=tmp_path)
    desk.decisions.set_state([item], state)
    assert len(pages.digest(desk, TODAY, TODAY).sources) == 1


def test_what_was_exported_before_the_kept_decisions_stands_at_its_day(desk: Desk) -> None:
    item = _item(desk, "One")
    with desk.store.change() as change:
        change.put("drafts", 1, {"items": [item], "at": "2026-01-20T10:00:00Z", "file": "/x.md", "sha256": ""})
    assert len(pages.digest(desk, date(2026, 1, 20), date(2026, 1, 20)).sources) == 1
    with pytest.raises(UsageProblem):
        pages.digest(desk, TODAY, TODAY)


def test_a_digest_is_grouped_by_kind_or_country(desk: Desk) -> None:
    one, two = _item(desk, "One"), _item(desk, "Two")
    desk.decisions.set_state([one, two], State.SELECTED)
    desk.decisions.overrule([one], "kind", ["vacancy"])
    desk.decisions.overrule([two], "kind", ["award"])
    desk.decisions.overrule([one], "countries", ["MM"])
    made = {by: pages.digest(desk, TODAY, TODAY, by) for by in pages.GROUPS}
    headings = {by: [part.block.text for part in draft.body if part.block.level] for by, draft in made.items()}
    assert headings == {"kind": ["Award", "Vacancy"], "country": ["Myanmar", "Other"]}


def test_a_digest_of_other_days_has_nothing(desk: Desk) -> None:
    desk.decisions.set_state([_item(desk, "One")], State.SELECTED)
    with pytest.raises(UsageProblem):
        pages.digest(desk, date(2026, 1, 1), date(2026, 1, 31))


def test_writing_a_digest_changes_no_item(desk: Desk, tmp_path: Path) -> None:
    item = _item(desk, "One")
    desk.decisions.set_state([item], State.SELECTED)
    for status in ("written", "unchanged"):
        made = pages.digest(desk, TODAY, TODAY)
        assert desk.exports.write_draft(None, made, folder=tmp_path).status == status
    assert desk.item(item).state == State.SELECTED
