"""With which password the blog is spoken to, and whom it is never told."""

from pathlib import Path

import keyring
import pytest
from keyring.backends import null

import keyring_fixtures
import wordpress_fixtures
from desk_fixtures import paths
from hrd_tui.config import load
from hrd_tui.desk.credentials import VARIABLE, check_keyring, store
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.wordpress import WordPress
from hrd_tui.errors import ConfigError, ExportError
from keyring_fixtures import Drawer
from wordpress_fixtures import configure, failure
from wordpress_server import PASSWORD, USER, Blog

blog = wordpress_fixtures.blog
desk = wordpress_fixtures.desk
draft = wordpress_fixtures.draft
drawer = keyring_fixtures.drawer


def test_a_wrong_password(desk: Desk, blog: Blog, draft: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "wrong")
    said = failure(desk, draft)
    assert "does not know this name and password" in said
    assert "hrd wordpress login" in said
    assert "wrong" not in said
    assert blog.posts == {}


def test_an_unknown_user(desk: Desk, blog: Blog, draft: int, tmp_path: Path) -> None:
    configure(tmp_path, blog.base, user="nobody")
    other = WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions)
    with pytest.raises(ExportError, match="Unknown username") as caught:
        other.send(draft)
    assert "wordpress.user" in caught.value.detail


def test_a_user_that_may_not_write(desk: Desk, blog: Blog, draft: int) -> None:
    blog.may_write = False
    assert "author, editor or administrator" in failure(desk, draft)


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
    assert VARIABLE in failure(desk, draft, ConfigError)


def test_an_open_line_is_not_trusted_with_a_password(tmp_path: Path, desk: Desk) -> None:
    configure(tmp_path, "http://blog.example")
    with pytest.raises(ConfigError, match="not encrypted"):
        WordPress(desk.store, load(paths(tmp_path).config_file), desk.decisions).check()


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


def test_a_password_in_the_keyring_is_used(
    desk: Desk, blog: Blog, draft: int, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    store(blog.base, USER, PASSWORD)
    assert desk.wordpress.send(draft).status == "created"
