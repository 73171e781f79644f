"""Drafts to a blog: a real HTTP server that answers as the API of WordPress is documented, and misbehaves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import keyring
import keyring.backend
import pytest
from keyring.backends import null

import wordpress_server
from desk_fixtures import desk_in, paths
from hrd_tui.cli.main import run
from hrd_tui.config import load
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import Draft, Part, SourceRef
from hrd_tui.copydesk.drafts import as_doc, from_doc
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.credentials import VARIABLE, check_keyring, store
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.wordpress import Sent, WordPress
from hrd_tui.errors import ConfigError, ExportError, FetchError, HrdError
from hrd_tui.model import State
from hrd_tui.text.blocks import PARAGRAPH, Block, Span
from wordpress_server import PASSWORD, USER, Blog


@pytest.fixture
def blog() -> Iterator[Blog]:
    with wordpress_server.running() as blog:
        yield blog


@pytest.fixture
def desk(tmp_path: Path, blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv(VARIABLE, PASSWORD)
    _configure(tmp_path, blog.base)
    with desk_in(tmp_path) as desk:
        yield desk


@pytest.fixture
def draft(desk: Desk) -> int:
    """A draft of one pasted item, in a category that the blog has."""
    return _put(desk, 1, _draft(paste(desk, "Ferry workers stand trial.", url="https://source.example/1")))


def _configure(folder: Path, base: str, user: str = USER, seconds: int = 2) -> None:
    file = paths(folder).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'[wordpress]\naddress = "{base}"\nuser = "{user}"\n[sync]\ntotal_seconds = {seconds}\nidle_seconds = 1\n'
    )


def _draft(item: int) -> Draft:
    return Draft(
        title="Four “ferry” workers & a <trial>",
        date=date(2026, 2, 1),
        slug="four-ferry-workers",
        excerpt="Four workers stand trial.",
        categories=("Uncategorized",),
        tags=("Lawyers", "R&D"),
        sources=(SourceRef("Source", "https://source.example/1"),),
        items=(item,),
        body=(Part(Block(PARAGRAPH, (Span("They <script>alert(1)</script> stand trial."),)), 0),),
    )


def _put(desk: Desk, id: int, draft: Draft) -> int:
    with desk.store.change() as change:
        change.put("drafts", id, {"items": list(draft.items), "at": "2026-02-01T12:00:00Z", "draft": as_doc(draft)})
    return id


def _alter(desk: Desk, id: int, **values: object) -> None:
    with desk.store.change() as change:
        doc = desk.store.drafts[id]
        change.put("drafts", id, {**doc, "draft": as_doc(replace(from_doc(doc["draft"]), **values))})  # type: ignore[arg-type]


def _failure(desk: Desk, draft: int, kind: type[HrdError] = ExportError) -> str:
    before = dict(desk.store.drafts[draft])
    with pytest.raises(kind) as caught:
        desk.wordpress.send(draft)
    assert desk.store.drafts[draft] == before
    return f"{caught.value.title} {caught.value.detail}"


def test_a_draft_is_created_as_a_draft(desk: Desk, blog: Blog, draft: int) -> None:
    sent = desk.wordpress.send(draft)
    (id,) = blog.posts
    assert sent == Sent("created", blog.base, id, f"{blog.base}/wp-admin/post.php?post={id}&action=edit",
                        ("Uncategorized",), ("Lawyers", "R&D"))  # fmt: skip
    post = blog.posts[id]
    assert (post["status"], post["title"]) == ("draft", "Four “ferry” workers & a <trial>")
    assert post["slug"] == "four-ferry-workers"
    assert post["excerpt"] == "Four workers stand trial."
    assert post["categories"] == [1]
    assert [blog.terms["tags"][tag] for tag in post["tags"]] == ["Lawyers", "R&D"]


def test_nothing_of_the_source_is_markup_there(desk: Desk, blog: Blog, draft: int) -> None:
    desk.wordpress.send(draft)
    (post,) = blog.posts.values()
    assert "<script" not in post["content"]
    assert "&lt;script&gt;" in post["content"]


def test_its_items_are_drafted_and_the_post_is_remembered(desk: Desk, blog: Blog, draft: int) -> None:
    desk.wordpress.send(draft)
    (item,) = desk.store.drafts[draft]["items"]
    assert desk.item(item).state == State.DRAFTED
    assert desk.store.drafts[draft]["wordpress"]["post"] in blog.posts
    assert desk.store.drafts[draft]["wordpress"]["site"] == blog.base


def test_sent_again_it_is_left_alone(desk: Desk, blog: Blog, draft: int) -> None:
    desk.wordpress.send(draft)
    asked = len(blog.writes)
    assert desk.wordpress.send(draft).status == "unchanged"
    assert len(blog.writes) == asked


def test_edited_here_it_is_updated_there(desk: Desk, blog: Blog, draft: int) -> None:
    first = desk.wordpress.send(draft)
    _alter(desk, draft, title="Five workers")
    second = desk.wordpress.send(draft)
    assert (second.status, second.post) == ("updated", first.post)
    assert [post["title"] for post in blog.posts.values()] == ["Five workers"]


def test_another_desk_finds_the_post_of_the_same_items(desk: Desk, blog: Blog, draft: int, tmp_path: Path) -> None:
    first = desk.wordpress.send(draft)
    other = tmp_path / "other"
    _configure(other, blog.base)
    with desk_in(other) as second:
        item = paste(second, "Ferry workers stand trial.", url="https://source.example/1")
        found = second.wordpress.send(_put(second, 9, replace(_draft(item), title="Six workers")))
    assert (found.status, found.post) == ("updated", first.post)


def test_a_dry_run_writes_nothing_and_says_what_would_be_done(desk: Desk, blog: Blog, draft: int) -> None:
    looked = desk.wordpress.send(draft, dry_run=True)
    assert (looked.status, looked.tags) == ("to create", ("Lawyers", "R&D"))
    assert blog.writes == []
    assert "wordpress" not in desk.store.drafts[draft]
    desk.wordpress.send(draft)
    assert desk.wordpress.send(draft, dry_run=True).status == "to update"


def test_what_to_look_at_is_told_when_it_is_sent(
    desk: Desk, blog: Blog, draft: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.drafts.alter(draft, lambda there: edit.remark(there, "", 0))
    arguments = ["--home", str(tmp_path / "desk"), "wordpress", "send", str(draft)]
    assert run([*arguments, "--dry-run"], lambda desk: None) == 0
    assert "your remark is still empty" in capsys.readouterr().err
    assert run(arguments, lambda desk: None) == 0
    assert "your remark is still empty" in capsys.readouterr().err


def test_a_tag_that_is_there_is_used(desk: Desk, blog: Blog, draft: int) -> None:
    blog.terms["tags"] = {7: "lawyers", 8: "R&D", 9: "Lawyers abroad"}
    assert desk.wordpress.send(draft).tags == ()
    assert next(iter(blog.posts.values()))["tags"] == [7, 8]


def test_a_term_is_found_on_a_later_page(desk: Desk, blog: Blog, draft: int) -> None:
    blog.terms["categories"] = {**{number: f"Front {number}" for number in range(1, 250)}, 250: "Front"}
    _alter(desk, draft, categories=("Front",))
    desk.wordpress.send(draft)
    assert next(iter(blog.posts.values()))["categories"] == [250]


def test_a_category_that_is_missing_is_named_and_nothing_is_sent(desk: Desk, blog: Blog, draft: int) -> None:
    _alter(desk, draft, categories=("Front Line",))
    said = _failure(desk, draft)
    assert "no category “Front Line”" in said
    assert "Uncategorized" in said
    assert blog.writes == []


def test_a_wrong_password(desk: Desk, blog: Blog, draft: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "wrong")
    said = _failure(desk, draft)
    assert "does not know this name and password" in said
    assert "hrd wordpress login" in said
    assert "wrong" not in said
    assert blog.posts == {}


def test_an_unknown_user(desk: Desk, blog: Blog, draft: int, tmp_path: Path) -> None:
    _configure(tmp_path, blog.base, user="nobody")
    other = WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions)
    with pytest.raises(ExportError, match="Unknown username") as caught:
        other.send(draft)
    assert "wordpress.user" in caught.value.detail


def test_a_user_that_may_not_write(desk: Desk, blog: Blog, draft: int) -> None:
    blog.may_write = False
    assert "author, editor or administrator" in _failure(desk, draft)


@pytest.mark.parametrize("path", ["/wp/v2/posts", "/wp/v2/categories"])
def test_an_error_of_the_site(desk: Desk, blog: Blog, draft: int, path: str) -> None:
    blog.faults["POST" if path.endswith("posts") else "GET", path] = 500
    assert "answers 500" in _failure(desk, draft)
    assert desk.wordpress.send(draft).status == "created"


def test_no_answer_in_time_and_nothing_arrived(desk: Desk, blog: Blog, draft: int) -> None:
    blog.faults["POST", "/wp/v2/posts"] = "hang"
    assert "never made twice" in _failure(desk, draft)
    assert desk.wordpress.send(draft).status == "created"
    assert len(blog.posts) == 1


def test_no_answer_in_time_though_it_arrived_is_not_doubled(desk: Desk, blog: Blog, draft: int) -> None:
    blog.faults["POST", "/wp/v2/posts"] = "hang after"
    assert "Send it again" in _failure(desk, draft)
    assert len(blog.posts) == 1
    assert desk.wordpress.send(draft).status == "updated"
    assert len(blog.posts) == 1


def test_a_site_that_does_not_answer(desk: Desk, tmp_path: Path, draft: int) -> None:
    _configure(tmp_path, "http://127.0.0.1:9")
    silent = WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions)
    with pytest.raises(FetchError):
        silent.send(draft)


def test_a_published_post_is_never_touched(desk: Desk, blog: Blog, draft: int) -> None:
    sent = desk.wordpress.send(draft)
    assert sent.post
    blog.posts[sent.post]["status"] = "publish"
    _alter(desk, draft, title="Five workers")
    assert "no draft" in _failure(desk, draft)
    with pytest.raises(ExportError):
        desk.wordpress.send(draft, force=True)
    assert blog.posts[sent.post]["title"].startswith("Four")


def test_what_was_changed_there_is_overwritten_by_force_alone(desk: Desk, blog: Blog, draft: int) -> None:
    sent = desk.wordpress.send(draft)
    assert sent.post
    blog.posts[sent.post] |= {"content": "mine", "modified": blog.modified()}
    _alter(desk, draft, title="Five workers")
    assert "was changed" in _failure(desk, draft)
    assert desk.wordpress.send(draft, force=True).status == "updated"


def test_one_thrown_into_the_bin_is_made_anew(desk: Desk, blog: Blog, draft: int) -> None:
    first = desk.wordpress.send(draft)
    assert first.post
    blog.posts[first.post]["status"] = "trash"
    again = desk.wordpress.send(draft)
    assert again.status == "created"
    assert again.post != first.post


def test_an_api_without_pretty_addresses_is_found_by_its_link(desk: Desk, blog: Blog, draft: int) -> None:
    blog.pretty = False
    assert desk.wordpress.send(draft).status == "created"
    assert ("POST", "/wp/v2/posts") in blog.asked


def test_the_password_goes_to_no_other_host(desk: Desk, blog: Blog, draft: int) -> None:
    blog.base = blog.base.replace("127.0.0.1", "localhost")
    with pytest.raises(ExportError, match="keeps its API at"):
        desk.wordpress.send(draft)
    assert blog.asked == []


def test_the_login_can_be_tried(desk: Desk, blog: Blog) -> None:
    assert desk.wordpress.check() == "The <Editor>"
    assert blog.writes == []


def test_no_password_says_where_to_put_one(desk: Desk, draft: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert VARIABLE in _failure(desk, draft, ConfigError)


def test_an_open_line_is_not_trusted_with_a_password(tmp_path: Path, desk: Desk) -> None:
    _configure(tmp_path, "http://blog.example")
    with pytest.raises(ConfigError, match="not encrypted"):
        WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions).check()


def test_no_draft_of_this_number(desk: Desk) -> None:
    with pytest.raises(HrdError, match="no draft 77"):
        desk.wordpress.send(77)


def test_a_site_that_is_no_wordpress_is_told_so(desk: Desk, blog: Blog) -> None:
    blog.faults["GET", "/wp/v2/users"] = 404
    with pytest.raises(ExportError) as caught:
        desk.wordpress.check()
    assert "wordpress.address" in caught.value.detail
    assert "draft" not in caught.value.detail


def test_no_keyring_is_told_before_the_password_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    with pytest.raises(ConfigError, match="no keyring"):
        check_keyring()


class Drawer(keyring.backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_password_in_the_keyring_is_used(desk: Desk, blog: Blog, draft: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(Drawer())
    try:
        monkeypatch.delenv(VARIABLE)
        store(blog.base, USER, PASSWORD)
        assert desk.wordpress.send(draft).status == "created"
    finally:
        keyring.set_keyring(before)
