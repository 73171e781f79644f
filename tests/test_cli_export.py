"""`hrd export`: targets, templates, digests and archive pages."""

from pathlib import Path

import pytest
import yaml

import cli_fixtures
import webpage
from cli_fixtures import Hrd
from commonmark import read, split
from hrd_tui.cli.export import TARGETS
from hrd_tui.cli.session import Session
from hrd_tui.cli.template import template
from hrd_tui.copydesk import render
from hrd_tui.errors import UsageProblem
from hrd_tui.paths import locate

hrd = cli_fixtures.hrd
site = cli_fixtures.site
filled = cli_fixtures.filled


def test_the_targets_are_those_that_can_be_written() -> None:
    assert TARGETS == render.TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_a_post_for_each_target(filled: Hrd, tmp_path: Path, target: str) -> None:
    assert filled("export", "1", "--target", target, "--out", str(tmp_path)).code == 0
    (file,) = tmp_path.iterdir()
    assert file.suffix == (".html" if target == "html" else ".md")
    assert file.read_text("utf-8") == filled("export", "1", "--target", target, "--stdout").out


def test_the_configured_target_is_the_default(filled: Hrd) -> None:
    config = Path(filled("config", "path").out.split()[1])
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[export]\ntarget = "hugo"\n', "utf-8")
    assert yaml.safe_load(split(filled("export", "1", "--stdout").out)[0])["draft"] is True


def test_a_template_by_its_name(filled: Hrd) -> None:
    folder = Path(filled("config", "path").out.split()[1]).parent / "templates"
    folder.mkdir(parents=True)
    (folder / "short.md").write_text("Short: {{ post.title }}", "utf-8")
    for name in ("short", "short.md"):
        result = filled("export", "2", "--template", name, "--target", "plain", "--stdout")
        assert "\n\nShort: \\[b\\]Markup" in result.out
        assert "short.md leaves out the source" in result.err
    result = filled("export", "2", "--template", "nowhere", "--stdout")
    assert (result.code, "nowhere" in result.err) == (2, True)


def test_plain_has_the_headline_and_no_front_matter(filled: Hrd) -> None:
    assert filled("export", "1", "--target", "plain", "--stdout").out.startswith("# Ferry workers charged\n\n")


def test_a_template_that_drops_the_text_is_told_of(filled: Hrd, tmp_path: Path) -> None:
    folder = Path(filled("config", "path").out.split()[1]).parent / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.md").write_text("nothing at all", "utf-8")
    result = filled("export", "1", "--template", "mine", "--out", str(tmp_path / "posts"))
    assert (result.code, "mine.md leaves out the whole text" in result.err) == (0, True)


def test_html_is_a_page(filled: Hrd) -> None:
    page = webpage.read(filled("export", "1", "--html", "--stdout").out)
    assert page.wrong == []
    assert ("h1", "Ferry workers charged") in page.leaves


def test_a_digest_of_the_last_days(filled: Hrd, tmp_path: Path) -> None:
    assert filled("export", "--digest", "7d", "--stdout").code == 2
    filled("items", "select", "1")
    page = read(split(filled("export", "--digest", "7d", "--title", "This week", "--stdout").out)[1])
    assert "Ferry workers charged Four men stand trial." in page.texts
    assert "title: This week\n" in filled("export", "--digest", "7d", "--title", "This week", "--stdout").out
    result = filled("export", "--digest", "7d", "--out", str(tmp_path))
    assert result.out.startswith("written")
    assert [item["state"] for item in filled.json("items", "--view", "selected")] == ["selected"]


def in_category(hrd: Hrd, folder: Path, name: str) -> None:
    """An item as a post, put into a category by hand."""
    hrd("export", "1", "--out", str(folder))
    (file,) = folder.iterdir()
    text = file.read_text("utf-8").replace("categories: []", "categories:")
    file.write_text(text.replace("categories:", f"categories:\n- {name}"), "utf-8")


def test_an_archive_page_of_own_exports(filled: Hrd, tmp_path: Path) -> None:
    in_category(filled, tmp_path, "Ports of Call")
    wanted = ("export", "--archive-of", "category:Ports of Call")
    assert read(filled(*wanted, "--stdout").out).texts[:2] == [
        "Archive for the ‘Ports of Call’ Category", "Ferry workers charged",
    ]  # fmt: skip
    assert webpage.read(filled(*wanted, "--html", "--stdout").out).leaves[1][0] == "h1"
    assert filled(*wanted, "--out", str(tmp_path / "pages")).out.startswith("written")
    assert filled(*wanted, "--out", str(tmp_path / "pages")).out.startswith("unchanged")
    assert [file.name for file in (tmp_path / "pages").iterdir()] == ["category-ports-of-call.md"]


@pytest.mark.parametrize(
    ("by", "headings"), [((), ["## Award", "## Vacancy"]), (("--by", "country"), ["## Kenya", "## Myanmar"])]
)
def test_a_digest_is_grouped_by_kind_or_by_country(filled: Hrd, by: tuple[str, ...], headings: list[str]) -> None:
    filled("items", "select", "1", "2")
    for id, kind, country in (("1", "award", "KE"), ("2", "vacancy", "MM")):
        filled("items", "kind", id, kind)
        filled("items", "countries", id, country)
    lines = filled("export", "--digest", "7d", *by, "--stdout").out.splitlines()
    assert [line for line in lines if line.startswith("#")] == headings


def test_an_archive_page_that_was_changed_by_hand_is_overwritten_by_force_alone(filled: Hrd, tmp_path: Path) -> None:
    in_category(filled, tmp_path, "Ports")
    wanted = ("export", "--archive-of", "category:Ports", "--out", str(tmp_path / "pages"))
    filled(*wanted)
    (page,) = (tmp_path / "pages").iterdir()
    page.write_text("mine", "utf-8")
    assert (filled(*wanted).code, page.read_text("utf-8")) == (3, "mine")
    assert (filled(*wanted, "--force").code, page.read_text("utf-8") == "mine") == (0, False)


def test_what_has_a_tag_is_exported_the_oldest_first(filled: Hrd) -> None:
    filled("tag", "1", "2", "ports")
    heads = [line for line in filled("export", "--tag", "ports", *PLAIN).out.splitlines() if line.startswith("# ")]
    assert heads == ["# Ferry workers charged", "# \\[b\\]Markup\\[/b\\] stays text"]


PLAIN = ("--target", "plain", "--stdout")


def test_an_item_that_is_meant_twice_is_one_post(filled: Hrd) -> None:
    filled("items", "select", "1")
    assert filled("export", "1", "--selected", *PLAIN).out.count("# Ferry workers charged") == 1


def test_what_there_is_none_of_is_told(filled: Hrd) -> None:
    assert "No item matches “zeppelin”." in filled("export", "zeppelin").err
    assert "No item has the tag gulls." in filled("export", "--tag", "gulls").err


def test_without_a_file_to_write_no_folder_is_needed(filled: Hrd, tmp_path: Path) -> None:
    assert filled("export", "1", "--stdout", "--out", str(tmp_path / "none" / "posts")).code == 0


@pytest.mark.parametrize("drafted", [False, True])
def test_a_headline_and_addresses_of_your_own_stand_in_the_post(filled: Hrd, drafted: bool) -> None:
    if drafted:
        filled("draft", "new", "1")
    own = ("--title", "Mine", "--see-also", "https://own.example/1", "--see-also", "https://own.example/2")
    told = filled("export", "1", *own, *PLAIN)
    assert told.out.startswith("# Mine\n")
    assert [f"https://own.example/{number}" in told.out for number in (1, 2)] == [True, True]
    assert ("written from draft 1" in told.err) == drafted


@pytest.mark.parametrize("arguments", [("1", "--digest", "7d"), ("--selected", "--archive-of", "tag:x")])
def test_one_thing_at_a_time(filled: Hrd, arguments: tuple[str, ...]) -> None:
    assert filled("export", *arguments).code == 2


@pytest.mark.parametrize("arguments", [("--digest", "soon"), ("--archive-of", "tags"), ("--target", "typo3")])
def test_what_cannot_be_understood_is_told(filled: Hrd, arguments: tuple[str, ...]) -> None:
    assert filled("export", *arguments).code == 2


class Template:
    """`hrd template` on a desk in a folder of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = home / "config" / "templates"
        self.session = Session(locate(home), lambda desk: None)
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int | None, str]:
        code: int | None = template.main(list(arguments), obj=self.session, standalone_mode=False)
        return code, self._capsys.readouterr().out

    def own(self, name: str, text: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, "utf-8")


@pytest.fixture
def templates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Template:
    return Template(tmp_path, capsys)


def test_list_marks_one_s_own(templates: Template) -> None:
    templates.own("vacancy.md", "{{ body }}")
    lines = templates("list")[1].splitlines()
    assert any(line.startswith("vacancy.md\tyours") for line in lines)
    assert "award.md\t" in lines


def test_check_finds_nothing_wrong_with_the_shipped_ones(templates: Template) -> None:
    code, out = templates("check")
    assert (code, out.endswith("all well\n")) == (0, True)


def test_check_names_file_and_line(templates: Template) -> None:
    templates.own("vacancy.md", "one\n{{ titel }}")
    code, out = templates("check")
    assert code == 2
    assert out.startswith("vacancy.md:2: “titel” is not known")


def test_show_prints_a_template_and_the_shipped_one_behind_it(templates: Template) -> None:
    templates.own("award.md", "mine\n")
    assert templates("show", "award.md")[1] == "mine\n"
    assert templates("show", "shipped:award.md")[1] == '{% extends "default.md" %}\n'


def test_show_prints_the_invented_post_as_a_template_writes_it(templates: Template) -> None:
    templates.own("award.md", "Mine: {{ post.title }}")
    assert templates("show", "--filled", "award.md")[1] == "Mine: Lamplighters go on trial in Port Example\n"


def test_list_and_check_tell_that_html_has_only_the_shipped_template(
    templates: Template, capsys: pytest.CaptureFixture[str]
) -> None:
    templates.own("award.md", "{{ [body, sources]|stacked }}")
    templates.own("vacancy.md", "{{ [body, sources]|stacked }}")
    lines = templates("list")[1].splitlines()
    assert "award.md\tyours; HTML and WordPress take the shipped default.html" in lines
    assert "vacancy.md\tyours; HTML and WordPress take the shipped vacancy.html" in lines
    templates.own("vacancy.html", "{{ [body, sources]|stacked }}")
    assert "vacancy.md\tyours" in templates("list")[1].splitlines()
    template.main(["check"], obj=templates.session, standalone_mode=False)
    told = capsys.readouterr().err.splitlines()
    assert told == ["award.md is for markdown; for HTML and WordPress there is only the shipped default.html"]


def test_only_the_templates_that_are_named_are_checked(templates: Template) -> None:
    templates.own("vacancy.md", "{{ titel }}")
    assert templates("check", "award.md") == (0, "award.md: all well\n")


def test_a_template_with_its_invented_post_steers_no_terminal(templates: Template) -> None:
    templates.own("award.md", "\u202eMine: {{ post.title }}")
    assert templates("show", "--filled", "award.md")[1].startswith("Mine: ")


def test_a_copy_is_one_s_own_and_is_not_written_over(templates: Template) -> None:
    templates("copy", "award.md")
    assert (templates.folder / "award.md").read_text("utf-8").startswith("{% block post %}")
    with pytest.raises(UsageProblem, match="already"):
        templates("copy", "award.md")


def test_a_copy_of_what_is_not_there_is_told(templates: Template) -> None:
    with pytest.raises(UsageProblem, match="nowhere"):
        templates("copy", "nowhere.md")
    assert not templates.folder.exists()


def test_undo_says_that_the_file_stays_and_where(filled: Hrd, tmp_path: Path) -> None:
    filled("export", "1", "2", "--merge", "--out", str(tmp_path / "posts"))
    (file,) = (tmp_path / "posts").iterdir()
    assert filled("undo").err == f"The file that was written stays: {file}\n"
    assert filled("redo").err == ""
    file.unlink()
    assert filled("undo").err == ""
    filled("spike", "1", "2")
    filled("export", "1", "2", "--merge", "--out", str(tmp_path / "posts"))
    filled("undo")
    told = filled("undo")
    assert (told.out.startswith("Undone: Spiked"), told.err) == (True, "")
