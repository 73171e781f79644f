"""Drafts to a blog: a real HTTP server that answers as the API of WordPress is documented, and misbehaves."""

from dataclasses import replace
from pathlib import Path

import pytest

import wordpress_fixtures
from desk_fixtures import desk_in, paths
from hrd_tui.cli.main import run
from hrd_tui.config import load
from hrd_tui.copydesk import edit
from hrd_tui.desk.arrivals import paste
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.wordpress import Sent, WordPress
from hrd_tui.errors import ExportError, FetchError, HrdError
from hrd_tui.model import State
from wordpress_fixtures import alter, configure, failure, made, put
from wordpress_server import Blog

blog = wordpress_fixtures.blog
desk = wordpress_fixtures.desk
draft = wordpress_fixtures.draft


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
    alter(desk, draft, title="Five workers")
    second = desk.wordpress.send(draft)
    assert (second.status, second.post) == ("updated", first.post)
    assert [post["title"] for post in blog.posts.values()] == ["Five workers"]


def test_another_desk_finds_the_post_of_the_same_items(desk: Desk, blog: Blog, draft: int, tmp_path: Path) -> None:
    first = desk.wordpress.send(draft)
    other = tmp_path / "other"
    configure(other, blog.base)
    with desk_in(other) as second:
        item = paste(second, "Ferry workers stand trial.", url="https://source.example/1")
        found = second.wordpress.send(put(second, 9, replace(made(item), title="Six workers")))
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
    alter(desk, draft, categories=("Front",))
    desk.wordpress.send(draft)
    assert next(iter(blog.posts.values()))["categories"] == [250]


def test_a_category_that_is_missing_is_named_and_nothing_is_sent(desk: Desk, blog: Blog, draft: int) -> None:
    alter(desk, draft, categories=("Front Line",))
    said = failure(desk, draft)
    assert "no category “Front Line”" in said
    assert "Uncategorized" in said
    assert blog.writes == []


@pytest.mark.parametrize("path", ["/wp/v2/posts", "/wp/v2/categories"])
def test_an_error_of_the_site(desk: Desk, blog: Blog, draft: int, path: str) -> None:
    blog.faults["POST" if path.endswith("posts") else "GET", path] = 500
    assert "answers 500" in failure(desk, draft)
    assert desk.wordpress.send(draft).status == "created"


def test_no_answer_in_time_and_nothing_arrived(desk: Desk, blog: Blog, draft: int) -> None:
    blog.faults["POST", "/wp/v2/posts"] = "hang"
    assert "never made twice" in failure(desk, draft)
    assert desk.wordpress.send(draft).status == "created"
    assert len(blog.posts) == 1


def test_no_answer_in_time_though_it_arrived_is_not_doubled(desk: Desk, blog: Blog, draft: int) -> None:
    blog.faults["POST", "/wp/v2/posts"] = "hang after"
    assert "Send it again" in failure(desk, draft)
    assert len(blog.posts) == 1
    assert desk.wordpress.send(draft).status == "updated"
    assert len(blog.posts) == 1


def test_a_site_that_does_not_answer(desk: Desk, tmp_path: Path, draft: int) -> None:
    configure(tmp_path, "http://127.0.0.1:9")
    silent = WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions)
    with pytest.raises(FetchError):
        silent.send(draft)


def test_a_published_post_is_never_touched(desk: Desk, blog: Blog, draft: int) -> None:
    sent = desk.wordpress.send(draft)
    assert sent.post
    blog.posts[sent.post]["status"] = "publish"
    alter(desk, draft, title="Five workers")
    assert "no draft" in failure(desk, draft)
    with pytest.raises(ExportError):
        desk.wordpress.send(draft, force=True)
    assert blog.posts[sent.post]["title"].startswith("Four")


def test_what_was_changed_there_is_overwritten_by_force_alone(desk: Desk, blog: Blog, draft: int) -> None:
    sent = desk.wordpress.send(draft)
    assert sent.post
    blog.posts[sent.post] |= {"content": "mine", "modified": blog.modified()}
    alter(desk, draft, title="Five workers")
    assert "was changed" in failure(desk, draft)
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


def test_no_draft_of_this_number(desk: Desk) -> None:
    with pytest.raises(HrdError, match="no draft 77"):
        desk.wordpress.send(77)
