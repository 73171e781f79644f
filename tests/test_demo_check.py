"""`hrd demo --check`, and `hrd demo` up to the screen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli_fixtures import Hrd, hrd
from draft_fixtures import draft_of, part
from hrd_tui.cli import demo_check
from hrd_tui.cli.demo import furnished
from hrd_tui.cli.demo_check import unlike
from hrd_tui.cli.main import run
from hrd_tui.config import load
from hrd_tui.copydesk.render import markdown
from hrd_tui.demo.blog import ADDRESS
from hrd_tui.demo.server import DemoServer
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.lists import Lists
from hrd_tui.desk.live_config import changed

__all__ = ["hrd"]

NOW = datetime(2026, 1, 29, 12, 0, tzinfo=UTC)
STEPS = (
    "sync again archive signals deadlines stories covered by-hand triage draft checklist export read-back all-well"
).split()


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(NOW) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: DemoServer) -> Iterator[Desk]:
    with furnished(tmp_path, load(tmp_path / "none.toml"), server, lambda: NOW) as desk:
        yield desk


def test_each_step_has_its_line(hrd: Hrd) -> None:
    result = hrd("demo", "--check")
    assert result.code == 0, result.out + result.err
    shown = [line[:10].strip().replace(" ", "-") for line in result.out.splitlines()]
    assert list(dict.fromkeys(step for step in shown if step)) == STEPS


def test_a_newsroom_without_sources_is_told(desk: Desk, server: DemoServer, capsys: pytest.CaptureFixture[str]) -> None:
    for feed in desk.feeds():
        desk.subscriptions.remove(feed.id)
    assert not demo_check.check(desk, server)
    assert capsys.readouterr().out.rstrip().endswith("are not those of the demo")


def test_a_list_that_cannot_be_used_is_told(
    desk: Desk, server: DemoServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config" / "people.txt").write_text("Ilsa Marenko = \n", "utf-8")
    desk.lists = Lists(tmp_path / "config")
    assert not demo_check.check(desk, server)
    assert "no spelling follows" in capsys.readouterr().out


DRAFT = draft_of("The ferry is late.", part("Nobody came.", cut=True), part("The pilot is free.", 1))
TEXT = markdown(DRAFT)


def test_a_post_as_drafted_is_read_back() -> None:
    assert unlike(DRAFT, TEXT) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT.replace("The ferry", "A ferry"), "The ferry is late."),
        (TEXT.replace("The pilot", "Nobody came.\n\nThe pilot"), "Nobody came."),
        (TEXT.replace("ferry", "*ferry*"), "em_open"),
        (TEXT.replace("<https://gull.example/a>", ""), "https://gull.example/a"),
        (f"{TEXT}\n<script>track()</script>\n", "<script>track()</script>\n"),
        (TEXT.replace("is free.", "is free. <b>"), "<b>"),
    ],
    ids=["words", "cut", "emphasis", "source", "block", "inline"],
)
def test_a_post_that_reads_otherwise_is_found(text: str, told: str) -> None:
    assert told in unlike(DRAFT, text)


def test_the_file_of_the_demo_says_what_its_desk_goes_by(tmp_path: Path, server: DemoServer) -> None:
    (tmp_path / "own.toml").write_text('[screen]\ntheme = "hrd-light"\nmeasure = 60\n[keys]\nspike = "k"\n', "utf-8")
    with furnished(tmp_path / "demo", load(tmp_path / "own.toml"), server, lambda: NOW) as desk:
        assert changed(desk.config, load(desk.paths.config_file)) == frozenset()
        assert desk.config["screen.measure"] == 60


def test_the_reader_opens_on_a_furnished_desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = []
    code = run(["--home", str(tmp_path / "own"), "demo"], lambda desk: seen.append(figures(desk)))
    assert (code, seen) == (0, [(25, True, True, 0)])
    assert "earlier posts of “Defenders’ Daybook”" in capsys.readouterr().err
    assert not (tmp_path / "own").exists()


def test_the_demo_asks_before_it_is_left_offers_the_tour_and_wears_the_theme_of_its_editor(tmp_path: Path) -> None:
    config = tmp_path / "own" / "config"
    (config / "themes").mkdir(parents=True)
    (config / "themes" / "mine.toml").write_text('name = "mine"\n', "utf-8")
    (config / "config.toml").write_text('[blog]\naddress = "https://own.example"\n[screen]\nmeasure = 70\n', "utf-8")
    seen = []

    def shown(desk: Desk) -> None:
        themes = [path.name for path in (desk.paths.config / "themes").iterdir()]
        seen.append(
            (desk.passing, desk.tour.wanted(), themes, desk.config["blog.address"], desk.config["screen.measure"])
        )

    assert run(["--home", str(tmp_path / "own"), "demo"], shown) == 0
    assert seen == [(True, True, ["mine.toml"], ADDRESS, 70)]


def test_something_wrong_in_the_demo_is_told_by_the_exit_code(hrd: Hrd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_check, "LEAST_POSTS", 1_000)
    assert hrd("demo", "--check").code == 3


def test_too_few_items_are_not_well(desk: Desk, server: DemoServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_check, "LEAST_ITEMS", 1_000)
    assert not demo_check._sync(desk)
    monkeypatch.setattr(demo_check, "SPIKED", 1_000)
    assert not demo_check._triage(desk, server.article_page)


def figures(desk: Desk) -> tuple[int, bool, bool, int]:
    return len(desk.store.posts), len(desk.store.items) >= 150, bool(desk.stories.list()), desk.signals.behind()
