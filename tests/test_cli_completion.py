"""Completion in shells: what is offered, and that what a feed calls itself is a word to them and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk_fixtures import fill
from hrd_tui.cli.completing import MOST
from hrd_tui.cli.main import run
from hrd_tui.cli.shells import quoted, split
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.paths import locate
from terminal import running

EVIL = """Evil "$(touch pwned)" `touch pwned` it's; *.md \\ é: a=b & c | {x,y} ~ # <in>"""
STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(hrd completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -U compinit; compinit -u -D; eval "$(hrd completion zsh)"'),
    "fish": (["fish", "-N", "-i"], "hrd completion fish | source"),
}
BREAKS = "\"'><=;|&(:"


@pytest.fixture
def desk() -> None:
    """A desk of three items in two feeds, one of which is called something that shells would run."""
    paths = locate()
    opened = Desk.open(paths, load(paths.config_file))
    fill(opened, 3)
    with opened.store.change() as change:
        for title in (EVIL, "Harbour Watch"):
            id = change.new_id("feeds")
            change.put("feeds", id, {"url": f"https://{id}.example/", "title": title, "folder": "Ports", "added": ""})
        change.put("items", 3, change.get("items", 3) | {"title": 'Title\x1b[31m\x9b31m "\n$(touch pwned)\t%F{red}'})
    opened.decisions.tag([1, 2], ["africa"])
    opened.decisions.tag([1], ["asia"])
    opened.close()


class Offered:
    """What a shell is answered for a line up to the cursor."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patched: pytest.MonkeyPatch) -> None:
        self._capsys, self._patched = capsys, patched

    def __call__(self, line: str, shell: str = "zsh", **more: str) -> list[str]:
        for name, value in {"_HRD_COMPLETE": f"{shell}_complete", "COMP_LINE": line, **more}.items():
            self._patched.setenv(name, value)
        with pytest.raises(SystemExit):
            run([], lambda desk: None)
        return self._capsys.readouterr().out.splitlines()

    def values(self, line: str) -> list[str]:
        return [told.split("\t")[1] for told in self(line) if told]


@pytest.fixture
def offered(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Offered:
    return Offered(capsys, monkeypatch)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("hrd fo", ["follow"]),
        ("hrd --ho", ["--home"]),
        ("hrd views rmove ", ["add", "remove", "rename"]),
        ("hrd items --jsn is:unr", ["is:unread"]),
        ("hrd draft disc", ["discard"]),
        ("hrd show ", ["3", "2", "1"]),
        ("hrd tag 1 as", ["asia"]),
        ("hrd items --view tag:a", ["tag:africa", "tag:asia"]),
        ("hrd items tag:af", ["tag:africa"]),
        ("hrd items -is:unr", ["-is:unread"]),
        ("hrd items country:k", [f"country:{code}" for code in "KE KG KH KI KM KN KP KR KW KY KZ".split()]),
        ("hrd spike --query 'ferry and kind:aw", ["ferry and kind:award"]),
        ("hrd items kind 1 aw", ["award"]),
        ("hrd feeds show harb", ["Harbour Watch"]),
        ("hrd feeds move 1 P", ["Ports"]),
        ("hrd people narges", ["Narges Mohammadi"]),
        ("hrd items sort:dea", ["sort:deadline"]),
        ("hrd items feed:Har", ['feed:"Harbour Watch"']),
        ("hrd items 'ferry feed:\"harbour w", ['ferry feed:"Harbour Watch"']),
        ("hrd items person:narges", ['person:"Narges Mohammadi"']),
        ("hrd completion ", ["bash", "zsh", "fish"]),
        ("hrd wordpress send ", []),
    ],
)
def test_words_are_completed(desk: None, offered: Offered, line: str, expected: list[str]) -> None:
    assert offered.values(line) == expected


def test_of_many_items_and_drafts_the_newest_are_offered(desk: None, offered: Offered) -> None:
    opened = Desk.open(locate(), load(locate().config_file))
    fill(opened, 60)
    for item in (1, 2, 3):
        opened.drafts.compose([item])
    opened.drafts.discard(2)
    opened.subscriptions.remove(opened.subscriptions.find("Harbour Watch"))
    opened.close()
    assert len(offered.values("hrd show ")) == MOST
    assert offered.values("hrd draft show ") == ["3", "1"]
    assert offered.values("hrd feeds show harb") == []


def test_a_tag_is_told_with_its_items_and_a_view_goes_on_to_the_tags(desk: None, offered: Offered) -> None:
    assert offered("hrd untag 1 a") == ["plain\tafrica\t2 items", "plain\tasia\t1 item"]
    assert offered("hrd items --view tag") == ["open\ttag:\tthe items with a tag"]


def test_help_stands_beside_values_and_is_one_clean_line(desk: None, offered: Offered) -> None:
    assert offered("hrd show 3") == ['plain\t3\tTitle " $(touch pwned) %F{red}']


def test_bash_replaces_behind_a_colon_and_lists_titles_beside_numbers(desk: None, offered: Offered) -> None:
    assert offered("hrd items tag:af", "bash", COMP_WORDBREAKS=BREAKS) == ["plain\tafrica"]
    assert "plain\t2  Item 1" in offered("hrd show ", "bash", COMP_TYPE="63")
    assert "plain\t2" in offered("hrd show ", "bash", COMP_TYPE="9")
    assert offered("hrd show 3", "bash", COMP_TYPE="63") == ["plain\t3"]


def test_bash_is_given_nothing_that_it_would_take_for_an_earlier_command(desk: None, offered: Offered) -> None:
    desk_of_now = Desk.open(locate(), load(locate().config_file))
    desk_of_now.decisions.tag([1], ["stop!now"])
    desk_of_now.close()
    assert offered("hrd untag 1 stop", "bash") == ["plain\tstop\\!now"]
    assert offered('hrd untag 1 "stop', "bash") == [""]


def test_no_desk_is_made_and_a_damaged_one_offers_nothing(offered: Offered) -> None:
    store = locate().store
    assert offered.values("hrd show ") == []
    assert not store.exists()
    store.mkdir(parents=True)
    (store / "desk.json").write_text("{", "utf-8")
    assert offered.values("hrd tag 1 ") == []
    assert [file.name for file in store.iterdir()] == ["desk.json"]


@pytest.mark.parametrize("quote", ["", "'", '"'])
@example("a\\b'c\"d$`e f")
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))))
def test_what_is_quoted_is_read_back(quote: str, text: str) -> None:
    words, word, _, _ = split(f"hrd show {quote}{quoted(text, quote)}")
    assert (words, word) == (["hrd", "show"], text)


@pytest.mark.parametrize("shell", STARTS)
def test_a_real_shell_takes_a_title_for_a_word(desk: None, shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    program, start = STARTS[shell]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    at = ["env", f"--chdir={tmp_path}", f"PATH={path}", f"HRD_HOME={os.environ['HRD_HOME']}"]
    with running([*at, *program], columns=200) as screen:
        screen.text(f"{start}; echo rea''dy")
        screen.type("Enter")
        screen.wait("ready\n")
        screen.text("hrd feeds show Ev")
        screen.type("Tab")
        screen.wait("touch")
        screen.type("C-a")
        screen.text("printf '<%s>\\n' ")
        screen.type("Enter")
        screen.wait(f"<show>\n<{EVIL}>")
    assert list(tmp_path.glob("pwned")) == []


@pytest.mark.parametrize(
    "typed", ["feed:Harb", 'feed:\\"Harb', 'feed:\\"Harbour\\ W', 'feed:"Harb', "'ferry feed:Harb"]
)
def test_bash_goes_on_with_a_value_of_several_words(desk: None, typed: str, tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    at = ["env", f"--chdir={tmp_path}", f"PATH={path}", f"HRD_HOME={os.environ['HRD_HOME']}"]
    with running([*at, *STARTS["bash"][0]], columns=200) as screen:
        screen.text(f"{STARTS['bash'][1]}; echo rea''dy")
        screen.type("Enter")
        screen.wait("ready\n")
        screen.text(f"hrd items {typed}")
        screen.type("Tab")
        screen.wait("Watch")
        screen.type("C-a")
        screen.text("printf '<%s>\\n' ")
        screen.type("Enter")
        screen.wait('feed:"Harbour Watch">')


def test_completion_reads_neither_the_screen_nor_the_network(desk: None) -> None:
    heavy = ("textual", "rich", "feedparser", "pycurl", "asyncio", "tinydb", "selectolax")
    asked = {"_HRD_COMPLETE": "zsh_complete", "COMP_LINE": "hrd items tag:"}
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "hrd_tui"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )
    read = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "tag:asia" in told.stdout
    assert "hrd_tui.store.load" in read
    assert read.isdisjoint(heavy)
