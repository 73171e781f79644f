"""Saved queries as views: kept in the configuration, listed, counted, told of where they cannot be used."""

import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from cli_fixtures import Hrd, filled, hrd, site
from desk_fixtures import NOW, desk_in, paths
from hrd_tui.config import load
from hrd_tui.desk import viewsfile
from hrd_tui.errors import ConfigError, UsageProblem
from hrd_tui.model import State, View
from hrd_tui.paths import locate
from tui_fixtures import item, stock

__all__ = ["filled", "hrd", "site"]

WRITTEN = """\
# mine
[sync]
per_host = 1  # polite

[views]
# the courts
courts = "title:court"  # daily
"old ones" = "older:2w"

# what follows is about keys
[keys]
spike = "D"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = paths(tmp_path).config_file
    file.parent.mkdir(parents=True)
    file.write_text(WRITTEN, "utf-8")
    return file


def test_a_view_is_kept_behind_the_others_and_every_comment_stays(tmp_path: Path, file: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.views.add("two words", 'person:"ana núñez" or /x"y/')
        assert desk.views.names == ["courts", "old ones", "two words"]
    written = file.read_text("utf-8")
    new = '"two words" = "person:\\"ana núñez\\" or /x\\"y/"\n'
    assert written.replace(new, "") == WRITTEN
    assert written.index(new) < written.index("# what follows")
    assert list(load(file).views.items())[-1] == ("two words", 'person:"ana núñez" or /x"y/')


def test_a_view_is_renamed_in_its_place_and_removed(tmp_path: Path, file: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.views.rename("courts", "the courts")
        assert file.read_text("utf-8") == WRITTEN.replace("courts =", '"the courts" =')
        desk.views.remove("the courts")
        assert desk.views.names == ["old ones"]
    assert "title:court" not in file.read_text("utf-8")
    assert "# what follows is about keys\n[keys]" in file.read_text("utf-8")


def test_a_file_that_is_not_there_is_begun_with_the_defaults(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.views.add("courts", "title:court")
    file = paths(tmp_path).config_file
    assert load(file) == replace(load(tmp_path / "none"), views={"courts": "title:court"})
    assert file.stat().st_mode & 0o777 == 0o600
    assert "#at_once" in file.read_text("utf-8")


def test_a_link_to_the_file_stays_a_link(tmp_path: Path, file: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    os.replace(file, real)
    file.symlink_to(real)
    with desk_in(tmp_path) as desk:
        desk.views.remove("courts")
    assert file.is_symlink()
    assert tomllib.loads(real.read_text("utf-8"))["views"] == {"old ones": "older:2w"}


def test_a_section_that_cannot_be_altered_is_left_alone(tmp_path: Path, file: Path) -> None:
    inline = 'views = {courts = "title:court"}\n'
    file.write_text(inline, "utf-8")
    with desk_in(tmp_path) as desk, pytest.raises(ConfigError, match=r"\[views\]"):
        desk.views.add("more", "x")
    assert file.read_text("utf-8") == inline


def test_a_file_that_went_bad_is_not_written_and_its_views_of_before_hold(tmp_path: Path, file: Path) -> None:
    with desk_in(tmp_path) as desk:
        names = desk.views.names
        bad = file.read_text("utf-8") + "\n[screen]\nmeasure = 3\n"
        file.write_text(bad, "utf-8")
        with pytest.raises(ConfigError, match="measure is 3"):
            desk.views.add("new", "ferry")
        assert file.read_text("utf-8") == bad
        assert desk.views.names == names
        assert "the views of before hold" in desk.views.problems[0]


def test_a_file_without_the_section_gets_one(tmp_path: Path, file: Path) -> None:
    file.write_text("[sync]\nper_host = 1  # polite\n", "utf-8")
    with desk_in(tmp_path) as desk:
        desk.views.add("courts", "title:court")
    written = file.read_text("utf-8")
    assert written.startswith("[sync]\nper_host = 1  # polite\n")
    assert tomllib.loads(written)["views"] == {"courts": "title:court"}


def test_in_a_section_that_is_empty_a_view_stands_before_the_empty_line(tmp_path: Path, file: Path) -> None:
    file.write_text('[views]\n\n# keys\n[keys]\nspike = "D"\n', "utf-8")
    with desk_in(tmp_path) as desk:
        desk.views.add("courts", "title:court")
    assert file.read_text("utf-8") == '[views]\ncourts = "title:court"\n\n# keys\n[keys]\nspike = "D"\n'


def test_a_file_that_cannot_be_read_or_written_is_told_with_what_to_do(file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"[views]\na = '\xff'\n")
    with pytest.raises(ConfigError, match="cannot be written") as caught:
        viewsfile.write(file, {}, lambda table: None)
    assert "by hand: hrd config edit" in caught.value.detail
    with pytest.raises(ConfigError, match="cannot be written"):
        viewsfile.write(tmp_path, {}, lambda table: None)


def test_a_section_that_would_not_hold_the_views_meant_is_not_written(file: Path) -> None:
    before = file.read_text("utf-8")
    with pytest.raises(ConfigError, match="without harm"):
        viewsfile.write(file, {"courts": "title:court"}, lambda table: viewsfile.add(table, "new", "ferry"))
    assert file.read_text("utf-8") == before


def test_what_another_process_writes_is_seen(tmp_path: Path, file: Path) -> None:
    with desk_in(tmp_path) as one, desk_in(tmp_path) as other:
        one.views.add("new", "ferry")
        assert "new" in other.views.names
        file.write_text("[views\n", "utf-8")
        assert "new" in other.views.names
        assert "cannot be read" in other.views.problems[0]


@pytest.mark.parametrize("name", ["", " x", "inbox", "All", "a:b", "x" * 41, "a\nb"])
def test_a_name_that_means_something_else_is_refused(tmp_path: Path, name: str) -> None:
    with desk_in(tmp_path) as desk, pytest.raises(UsageProblem, match="called"):
        desk.views.add(name, "ferry")


def test_a_query_that_cannot_be_used_is_a_problem_and_no_view(tmp_path: Path, file: Path) -> None:
    file.write_text('[views]\nbad = "(a"\nnowhere = "country:atlantis"\ngood = "a"\n', "utf-8")
    with desk_in(tmp_path) as desk:
        assert desk.views.names == ["good"]
        first, second = desk.views.problems
        assert "the view “bad”" in first
        assert "^ this ( is never closed" in first
        assert "atlantis" in second
        with pytest.raises(UsageProblem, match="already"):
            desk.views.add("bad", "b")
        desk.views.remove("bad")
        assert len(desk.views.problems) == 1


def test_spiked_items_are_in_a_view_that_asks_for_them_alone(tmp_path: Path) -> None:
    stock(paths(tmp_path), {number: item(number) for number in (1, 2, 3)})
    with desk_in(tmp_path) as desk:
        desk.decisions.set_state([1], State.SPIKED)
        desk.decisions.mark_read([2])
        desk.views.add("titles", "title:title sort:title:desc")
        desk.views.add("dropped", "title is:spiked")
        assert desk.select(View("query", "titles")) == [3, 2]
        assert desk.select(View("query", "titles"), "is:unread") == [3]
        assert desk.select(View("query", "dropped")) == [1]
        assert {name: tuple(count) for name, count in desk.views.counts().items()} == {
            "titles": (2, 1),
            "dropped": (1, 1),
        }
        assert desk.views.waiting() == {"titles": 1, "dropped": 1}


@pytest.mark.parametrize(
    ("view", "query", "kept"),
    [
        (View("inbox"), "ferry", "is:inbox ferry"),
        (View("inbox"), "a or b sort:feed", "is:inbox (a or b) sort:feed:asc"),
        (View("tag", "press-freedom"), "x", 'tag:"press-freedom" x'),
        (View("folder", "“News” desk"), "x", 'folder:"„news„ desk" x'),
        (View("feed", "12"), "-x", "feed:12 -x"),
        (View("today"), "x", "arrived:24h x"),
        (View("all"), "x or  y", "x or  y"),
        (View("query", "either"), "z", "(a or b) z sort:date:asc"),
    ],
)
def test_a_query_is_kept_with_the_view_that_it_narrows(tmp_path: Path, view: View, query: str, kept: str) -> None:
    with desk_in(tmp_path, NOW) as desk:
        desk.views.add("either", "a or b sort:-date")
        assert desk.views.within(view, query) == kept


def test_the_order_that_a_query_names_goes_before_that_of_its_view(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        desk.views.add("either", "a or b sort:title")
        either = View("query", "either")
        told = [
            desk.views.order(either, "z"),
            desk.views.order(either, "z sort:feed"),
            desk.views.order(View("all"), "z"),
        ]
    assert told == ["by title", "by feed", ""]


def test_a_view_is_called_in_any_case_where_no_other_is(tmp_path: Path) -> None:
    with desk_in(tmp_path, NOW) as desk:
        for name in ("Lawyers", "Ports", "ports"):
            desk.views.add(name, "a")
        assert [desk.views.called(name) for name in ("LAWYERS", "ports", "PORTS")] == ["Lawyers", "ports", "PORTS"]


def test_a_view_that_there_is_not_is_answered_with_those_that_there_are(hrd: Hrd) -> None:
    file = locate().config_file
    file.parent.mkdir(parents=True)
    file.write_text('[views]\ncourts = "title:court"\nbroken = "tilte:x"\n', "utf-8")
    told = hrd("items", "--view", "corts").err
    assert "Did you mean courts? It may be: inbox, today" in told
    assert told.endswith("tag:NAME, courts\n")
    refused = hrd("items", "--view", "Broken").err
    assert "The view “broken” cannot be used" in refused
    assert "there is no field “tilte”" in refused


def test_views_on_the_command_line(filled: Hrd) -> None:
    assert filled("sync").code == 0
    assert filled("views").err.startswith("No saved view yet")
    assert filled("views", "add", "ports", "ferry", "-is:read", "or", "markup").code == 0
    (view,) = filled.json("views")
    assert view == {"name": "ports", "query": "ferry -is:read or markup", "items": 2, "unread": 2}
    assert len(filled.json("items", "--view", "ports")) == 2
    assert len(filled.json("items", "ferry", "--view", "ports")) == 1
    assert filled("views", "rename", "ports", "harbour").out == "View harbour: ferry -is:read or markup\n"
    assert filled("views").out == "harbour\t2\t2\tferry -is:read or markup\n"
    assert "inbox" in filled("items", "--view", "ports").err
    assert "harbour" in filled("items", "--view", "ports").err
    assert filled("views", "remove", "harbour").code == 0
    refused = filled("views", "add", "ports", "(ferry")
    assert refused.code == 2
    assert "^ this ( is never closed" in refused.err


def test_a_saved_query_that_cannot_be_used_is_told_by_config_check(hrd: Hrd) -> None:
    file = locate().config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[views]\nbad = "tilte:x"\n', "utf-8")
    checked = hrd("config", "check")
    assert checked.code == 2
    assert "the view “bad”" in checked.err
    assert "there is no field “tilte”" in checked.err


def test_what_a_query_finds_is_exported_oldest_first_or_as_it_says(filled: Hrd) -> None:
    assert filled("sync").code == 0
    merged = ("--merge", "--stdout", "--target", "plain")
    by_time = filled("export", "-sudan", "(ferry or markup)", *merged).out
    assert by_time.index("harbour.example/1") < by_time.index("harbour.example/2")
    by_title = filled("export", "is:inbox", "sort:title", *merged).out
    assert by_title.index("harbour.example/2") < by_title.index("harbour.example/1")
    assert "harbour.example/2" not in filled("export", "ferry", "--stdout").out
    assert "No item matches “sudan”" in filled("export", "sudan", "--stdout").err
    assert filled("export", "ferry", "--stdoutt").code == 2
