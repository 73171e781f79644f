"""`hrd wordpress`: what is told of a draft that goes to the blog, and how the password is stored."""

import io
import sys

import pytest
from keyring.backends import null

import cli_draft_fixtures
import keyring_fixtures
import wordpress_fixtures
from cli_fixtures import Hrd
from hrd_tui.desk.credentials import VARIABLE
from hrd_tui.paths import locate
from keyring_fixtures import Drawer
from wordpress_server import PASSWORD, USER, Blog

hrd = cli_draft_fixtures.hrd
desk = cli_draft_fixtures.desk
blog = wordpress_fixtures.blog
drawer = keyring_fixtures.drawer


@pytest.fixture
def sending(desk: Hrd, blog: Blog, monkeypatch: pytest.MonkeyPatch) -> Hrd:
    """A desk with a draft, and with a blog to send it to."""
    monkeypatch.setenv(VARIABLE, PASSWORD)
    locate().config.mkdir(parents=True, exist_ok=True)
    locate().config_file.write_text(f'[wordpress]\naddress = "{blog.base}"\nuser = "{USER}"\n', "utf-8")
    desk("draft", "set", "1", "--category", "Uncategorized", "--tag", "sea")
    return desk


def test_who_one_is_there_is_told(sending: Hrd, blog: Blog) -> None:
    assert sending("wordpress", "check").out == f"{blog.base} knows you as The <Editor>.\n"


def test_a_dry_run_says_what_would_be_made(sending: Hrd, blog: Blog) -> None:
    told = sending("wordpress", "send", "1", "--dry-run")
    assert (told.code, told.out) == (0, f"to create  {blog.base}\n")
    assert told.err.splitlines()[:2] == ["Categories: Uncategorized", "New tags to be made: sea"]
    assert blog.posts == {}


def test_what_was_sent_is_told_with_where_to_go_on_and_what_to_look_at(sending: Hrd, blog: Blog) -> None:
    sending("draft", "remark", "1", "Call +41 22 917 12 34.")
    told = sending("wordpress", "send", "1")
    assert told.out.startswith(f"created  {blog.base}/wp-admin/post.php")
    assert "New tags: sea\n" in told.err
    assert "draft 1: part 4: it gives a telephone number" in told.err


def test_what_was_changed_there_is_overwritten_by_force_alone(sending: Hrd, blog: Blog) -> None:
    sending("wordpress", "send", "1")
    (number,) = blog.posts
    blog.posts[number] |= {"content": "mine", "modified": blog.modified()}
    sending("draft", "remark", "1", "Mine.")
    assert sending("wordpress", "send", "1").code == 3
    assert sending("wordpress", "send", "1", "--force").out.startswith("updated  ")


def test_a_password_from_a_pipe_is_kept_without_the_blanks_round_it(
    sending: Hrd, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f" {PASSWORD} \n"))
    told = sending("wordpress", "login")
    assert (told.code, told.out, told.err) == (0, "", "Stored. Try it with: hrd wordpress check\n")
    assert list(drawer.kept.values()) == [PASSWORD]
    monkeypatch.delenv(VARIABLE)
    assert sending("wordpress", "check").code == 0


def test_no_password_is_not_kept(sending: Hrd, drawer: Drawer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" \n"))
    told = sending("wordpress", "login")
    assert (told.code, "There is no password to store" in told.err, drawer.kept) == (2, True, {})


def test_where_there_is_no_keyring_no_password_is_asked_for(sending: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_keyring", null.Keyring)
    typed = io.StringIO(f"{PASSWORD}\n")
    monkeypatch.setattr(sys, "stdin", typed)
    told = sending("wordpress", "login")
    assert (told.code, "no keyring" in told.err, typed.tell()) == (2, True, 0)
