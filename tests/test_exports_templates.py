"""Posts are written with the templates as they are now, however long the desk is open."""

from pathlib import Path

from desk_fixtures import desk_in, fill


def test_a_template_that_was_changed_is_used_at_once(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk, 1)
        own = desk.paths.config / "templates"
        own.mkdir(parents=True)
        for words in ("Before", "After"):
            (own / "default.md").write_text(f"{words}: {{{{ post.title }}}}", "utf-8")
            assert f"{words}: Item 0" in desk.exports.preview([1])[0]


def test_each_item_is_written_with_its_own_text(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        ids = fill(desk, 2)
        with desk.store.change() as change:
            for id in ids:
                change.put("items", id, {**desk.store.items[id], "body": change.body(f"<p>Text of {id}.</p>")})
        assert [f"Text of {id}." in text for id, text in zip(ids, desk.exports.preview(ids), strict=True)] == [True] * 2
        with desk.store.change() as change:
            change.put("items", ids[1], {**desk.store.items[ids[1]], "body": change.body("<p>Words since.</p>")})
        assert "Words since." in desk.exports.preview(ids)[1]
