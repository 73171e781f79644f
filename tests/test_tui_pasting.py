"""What a terminal pastes: it stays text, whatever stands in it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual import constants
from textual._xterm_parser import BRACKETED_PASTE_END as END
from textual._xterm_parser import BRACKETED_PASTE_START as START
from textual.events import Key, Paste
from textual.message import Message

from hrd_tui.tui import pasting
from hrd_tui.tui.pasting import PasteParser, in_one_line
from hrd_tui.tui.queryline import QueryLine
from tui_fixtures import newsroom, reader, reading, titles, until


def told(messages: Iterable[Message]) -> list[str]:
    """Keys by their names, pastes as «text»."""
    return [f"«{one.text}»" if isinstance(one, Paste) else one.key for one in messages if isinstance(one, Key | Paste)]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("abc", "abc"),
        ("", ""),
        ("abc \x1b[5d zz", "abc  zz"),
        ("\x1b", ""),
        ("d\x1bd\x1b", "dd"),
        ("\x1b[A\x1b[B up", " up"),
        ("a\x1b[200~b", "ab"),
        ("a\rb", "a\rb"),
    ],
)
def test_nothing_that_is_pasted_becomes_a_key(pasted: str, text: str) -> None:
    assert told(PasteParser().feed(f"j{START}{pasted}{END}k")) == ["j", f"«{text}»", "k"]


@given(st.text(st.sampled_from("\x1b[]P_\\\x07200~1;dOm \r"), max_size=30), st.integers(1, 9))
@example("\x1b[20", 3)
def test_whatever_is_pasted_in_reads_of_any_size_no_key_comes_of_it(pasted: str, size: int) -> None:
    pasted = pasted.replace(END, "")
    parser, sent = PasteParser(), f"j{START}{pasted}{END}k"
    if END in (pasted + END)[:-1]:
        return
    found = [message for at in range(0, len(sent), size) for message in told(parser.feed(sent[at : at + size]))]
    assert [found[0], found[-1], len(found)] == ["j", "k", 3]
    assert "\x1b" not in found[1]


def test_a_start_that_comes_in_two_reads_with_a_pause_between_starts_a_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.0)
    parser = PasteParser()
    told(parser.feed(START[:3]))
    told(parser.tick())
    assert told(parser.feed(f"{START[3:]}d\x1bd{END}k")) == ["«dd»", "k"]


def test_escape_is_a_key_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.0)
    parser = PasteParser()
    assert told(parser.feed("\x1b")) == []
    assert told(parser.tick()) == ["escape"]
    assert told(parser.feed("\x1b[A")) == ["up"]


def test_keys_are_keys_again_where_the_end_of_a_paste_does_not_come(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = PasteParser()
    assert told(parser.feed(f"{START}half \x1b[")) == []
    assert told(parser.tick()) == []
    monkeypatch.setattr(pasting, "PATIENCE", -1.0)
    assert told(parser.tick()) == ["«half [»"]
    assert told(parser.feed("j")) == ["j"]


@given(st.text(st.sampled_from("ab \r\n"), max_size=12))
@example("one\n")
def test_a_line_gets_every_word_of_what_is_pasted(pasted: str) -> None:
    joined = in_one_line(pasted)
    assert joined.split() == pasted.split()
    assert "\n" not in joined
    assert "\r" not in joined


async def test_two_lines_pasted_into_a_query_are_one(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(pilot.app.focused, QueryLine))
        await pilot.app.on_event(Paste("title\n12\n"))
        await until(pilot, lambda: titles(pilot) == ["Title 12"])


async def test_a_text_pasted_into_the_list_is_told_to_go_nowhere(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.app.on_event(Paste("dddd"))
        await until(pilot, lambda: "pasted goes nowhere here" in reader(pilot).desk_screen.bottom.text)
        assert len(titles(pilot)) == 12


def test_what_follows_a_paste_whose_start_came_in_two_reads_is_keys() -> None:
    parser = PasteParser()
    told(parser.feed(START[:3]))
    assert told(parser.feed(f"{START[3:]}a{END}")) == ["«a»"]
    assert told(parser.feed("00~k"))[-1] == "k"


def test_signs_that_come_one_by_one_behind_an_escape_that_was_given_up_are_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.0)
    parser = PasteParser()
    told(parser.feed(START[:3]))
    told(parser.tick())
    assert told(parser.feed("0")) == ["0"]
    assert told(parser.feed("0~k"))[-1] == "k"


def test_a_paste_is_waited_for_from_its_last_piece_on() -> None:
    parser = PasteParser()
    assert told(parser.feed(START)) == []
    assert told(parser.tick()) == []
    parser._last = 0.0
    assert told(parser.feed("half")) == []
    assert told(parser.tick()) == []


def test_the_end_of_what_a_terminal_sends_is_passed_on() -> None:
    parser = PasteParser()
    told(parser.feed(""))
    assert parser.is_eof


@pytest.mark.parametrize(("pasted", "line"), [(" one ", " one "), ("one\n", "one"), ("a\n \n\n b", "a b"), ("", "")])
def test_lines_that_are_pasted_into_one_are_joined_without_the_empty_ones(pasted: str, line: str) -> None:
    assert in_one_line(pasted) == line
