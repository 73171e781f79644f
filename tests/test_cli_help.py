"""The help of every command, the manual made of it, and the commands that the README shows."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from hrd_tui.cli.main import INTERRUPTED, hrd
from hrd_tui.cli.manual import commands
from hrd_tui.desk.desk import utc_now
from hrd_tui.errors import EXIT_NOTHING_DONE, EXIT_OK, EXIT_SOME_FAILED, EXIT_USAGE
from hrd_tui.selection import Index, Selection

ROOT = Path(__file__).resolve().parent.parent
CONTEXTS = {ctx.command_path: ctx for ctx in commands()}
EXAMPLES = re.compile(r"^\s*Examples?:\n((?:\s+\S.*\n?)+)", re.MULTILINE)
TOLD = re.compile(r"""((?:'[^']*'|"[^"]*"|[^'"])*?)\s{2,}\S.*|(.*)""", re.DOTALL)
"""A command, and what is told of it behind two blanks."""
QUOTED = re.compile(r"`(hrd[^`]*)`")


def typed(line: str) -> Iterator[list[str]]:
    """The calls of hrd in a line of a shell."""
    matched = TOLD.fullmatch(line.strip())
    assert matched
    words = shlex.shlex(matched[1] or matched[2], posix=True, punctuation_chars="|<>;&()")
    words.whitespace_split = True
    call: list[str] = []
    for word in [*words, "|"]:
        if not word or not set(word) <= set("|<>;&()"):
            call.append(word)
            continue
        while call and "=" in call[0]:
            del call[0]
        if call and call[0] == "hrd":
            yield call[1:]
        call = []


def resolved(arguments: list[str]) -> click.Context:
    """The command that a call means. Raises click.UsageError where its options or words do not fit."""
    ctx = hrd.make_context("hrd", list(arguments), obj=None)
    while isinstance(ctx.command, click.Group) and (left := [*ctx._protected_args, *ctx.args]):
        name, command, rest = ctx.command.resolve_command(ctx, left)
        assert name
        assert command
        ctx = command.make_context(name, rest, parent=ctx)
    known = {option for param in ctx.command.params for option in param.opts}
    unknown = [word for word in ctx.args if word.startswith("--") and word not in known]
    assert not unknown, unknown
    ctx.close()
    return ctx


def examples(ctx: click.Context) -> list[str]:
    section = EXAMPLES.search((ctx.command.help or "").replace("\b", ""))
    return section[1].rstrip("\n").splitlines() if section else []


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feeds.opml").touch()
    (tmp_path / "my-feeds.opml").touch()


@pytest.mark.parametrize("path", CONTEXTS)
def test_every_command_says_what_it_does_and_shows_how(path: str) -> None:
    ctx = CONTEXTS[path]
    assert (ctx.command.get_short_help_str(200) or "").endswith(".")
    shown = [resolved(call).command_path for line in examples(ctx) for call in typed(line)]
    assert any(meant == path or meant.startswith(f"{path} ") for meant in shown) or _same(path, shown)


@pytest.mark.parametrize("path", CONTEXTS)
def test_the_queries_that_are_shown_can_be_understood(path: str) -> None:
    for call in (call for line in examples(CONTEXTS[path]) for call in typed(line)):
        meant = resolved(call)
        query = meant.params.get("query") or (meant.params["item"] if meant.command_path == "hrd export" else "")
        Selection(Index()).matching(query if isinstance(query, str) else " ".join(query), utc_now())


def _same(path: str, shown: list[str]) -> bool:
    """Whether an example shows the command below another name: hrd tag is hrd items tag."""
    return any(CONTEXTS[meant].command is CONTEXTS[path].command for meant in shown)


@pytest.mark.parametrize("path", CONTEXTS)
def test_every_option_is_explained_with_its_default(path: str) -> None:
    for option in CONTEXTS[path].command.params:
        if isinstance(option, click.Option):
            assert option.help, option.opts
            plain = option.is_flag or option.default in (None, "", ()) or "UNSET" in repr(option.default)
            assert plain or option.show_default or str(option.default) in option.help, option.opts


def test_the_same_option_means_the_same_everywhere() -> None:
    flags = {"--json", "--yes", "--dry-run", "--force", "--allow-private", "--stdout", "--quiet"}
    numbers = {"--limit", "--days"}
    for ctx in CONTEXTS.values():
        for option in ctx.command.params:
            if isinstance(option, click.Option):
                assert not flags & set(option.opts) or option.is_flag, ctx.command_path
                assert not numbers & set(option.opts) or isinstance(option.type, click.IntRange), ctx.command_path


def test_the_manual_is_that_of_the_commands() -> None:
    # In a process of its own: click keeps the help option of the first context that a command was in.
    told = subprocess.run([sys.executable, "-m", "hrd_tui.cli.manual"], capture_output=True, text=True, check=True)
    assert told.stdout == (ROOT / "docs" / "cli.md").read_text("utf-8"), (
        "write it anew: python -m hrd_tui.cli.manual > docs/cli.md"
    )


def test_what_the_readme_types_is_understood() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    lines = [line.partition(" # ")[0] for line in re.findall(r"^    (?!\[)(.*\bhrd .*)$", text, re.MULTILINE)]
    calls = [call for line in lines for call in typed(line.removeprefix("*/10 * * * *"))]
    assert len(calls) > 40
    for call in calls:
        resolved(call)


def test_what_the_readme_names_are_commands() -> None:
    for name in QUOTED.findall((ROOT / "README.md").read_text("utf-8")):
        words = [word for word in shlex.split(name) if word.islower()]
        assert " ".join(words[:2]) in CONTEXTS, name


def test_the_readme_and_the_help_have_every_exit_code() -> None:
    codes = [EXIT_OK, EXIT_SOME_FAILED, EXIT_USAGE, EXIT_NOTHING_DONE, INTERRUPTED]
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \| ", readme, re.MULTILINE)] == codes
    assert [int(code) for code in re.findall(r"\d+", hrd.epilog or "")] == codes


@pytest.mark.parametrize("file", ["README.md", "docs/cli.md"])
def test_a_phrase_is_shown_as_the_shell_lets_it_through(file: str) -> None:
    shown = [line for line in (ROOT / file).read_text("utf-8").splitlines() if "hunger strike" in line]
    calls = [call for line in shown for call in typed(line)]
    assert calls
    assert all('"hunger strike"' in call for call in calls)
