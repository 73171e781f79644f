"""Choosing a passage of an article, and keeping it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.quote import PassageView, QuoteDialog
from hrd_tui.tui.quoting import Choice, place
from tui_fixtures import desk, item, newsroom, reader, reading, shows, stock, until

TEXT = "One two. Three\nfour.\n\n• Five. Six “seven.” Eight 9.5 ten\n\n\n文章。\tlast"


def test_at_first_the_sentence_at_a_place_is_chosen() -> None:
    assert Choice(TEXT).passage == "One two."
    assert Choice(TEXT, TEXT.index("seven")).passage == "Six “seven.”"
    assert Choice(TEXT, 10_000).passage == "last"


def test_steps_go_to_other_sentences_or_grow() -> None:
    choice = Choice(TEXT)
    choice.step(2)
    assert choice.passage == "four."
    choice.growing = True
    choice.step(2)
    assert choice.passage == "four.\n\n• Five. Six “seven.”"
    choice.step(-9)
    assert choice.passage == "four."
    choice.growing = False
    choice.step(-9)
    assert choice.passage == "One two."


def test_growing_takes_in_one_sentence_at_a_time_where_no_blank_stands_between() -> None:
    choice = Choice("他们留下来。法院开庭。他走了。")
    choice.growing = True
    choice.step(1)
    assert choice.passage == "他们留下来。法院开庭。"


@pytest.mark.parametrize(
    "sentences",
    [
        ("他们留下来。", "“我们不走！”", "法院开庭"),
        ("裁判所が開いた。", "「帰らない。」", "彼は言った"),
        ("هل بقوا؟", "نعم بقوا"),
        ("وہ رہے۔", "عدالت کھلی"),
        ("वे रुके।", "अदालत खुली"),
        ("သူတို့ နေခဲ့။", "တရားရုံး"),
    ],
)
@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_sentences_of_other_scripts_end_at_their_own_stops(sentences: tuple[str, ...], between: str) -> None:
    choice = Choice(between.join(sentences))
    for sentence in sentences:
        assert choice.passage == sentence
        choice.step(1)


def test_where_no_blanks_are_written_each_sign_is_a_word() -> None:
    choice = Choice("法院，12日が開いた。")
    for by, passage in ((-9, "法"), (1, "法院，"), (1, "法院，12"), (2, "法院，12日が"), (9, "法院，12日が開いた。")):
        choice.move_end(by)
        assert choice.passage == passage
    choice.move_start(2)
    assert choice.passage == "12日が開いた。"


def test_both_ends_move_by_words_and_one_stays() -> None:
    choice = Choice(TEXT, TEXT.index("Six"))
    choice.move_end(1)
    choice.move_start(1)
    assert choice.passage == "“seven.” Eight"
    choice.move_end(-9)
    assert choice.passage == "“seven.”"
    choice.move_start(9)
    assert choice.passage == "“seven.”"


def test_a_paragraph_is_taken_whole() -> None:
    choice = Choice(TEXT, TEXT.index("Six"))
    choice.widen()
    assert choice.passage == "• Five. Six “seven.” Eight 9.5 ten"


def test_dragging_takes_whole_words_in_either_direction() -> None:
    choice = Choice(TEXT)
    choice.drag(TEXT.index("seven") + 2, TEXT.index("Three") + 1)
    assert choice.passage == "Three\nfour.\n\n• Five. Six “seven.”"


@given(
    st.text(st.sampled_from("ab .\n\t“”é文。」"), max_size=40),
    st.lists(st.tuples(st.integers(0, 6), st.integers(-3, 3))),
)
def test_whatever_is_done_a_passage_stands_in_the_text(text: str, moves: list[tuple[int, int]]) -> None:
    choice = Choice(text)
    for name, by in moves:
        match name:
            case 0:
                choice.step(by)
            case 1:
                choice.move_end(by)
            case 2:
                choice.move_start(by)
            case 3:
                choice.widen()
            case 4:
                choice.drag(abs(by) * 5, 7)
            case _:
                choice.growing = not choice.growing
        assert 0 <= choice.start <= choice.end <= len(text)
        assert choice.passage == choice.passage.strip()
        assert bool(choice.passage) == bool(text.strip())


@pytest.mark.parametrize(
    ("line", "share", "found"), [("same", 0.0, 0), ("same", 0.9, 10), ("none", 0.5, 7), ("", 0, 0)]
)
def test_a_line_is_found_where_it_stands_nearest(line: str, share: float, found: int) -> None:
    assert place("same text same", line, share) == found


async def chosen(pilot: Pilot[None]) -> str:
    """The passage chosen so far in the dialog on top."""
    await until(pilot, lambda: isinstance(pilot.app.screen, QuoteDialog))
    return pilot.app.screen.query_one(PassageView).choice.passage


async def test_a_passage_is_kept_with_its_source(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        desk = reader(pilot).desk
        await pilot.press("enter", "Q")
        assert await chosen(pilot) == "What was said"
        await pilot.press("j", "J", "enter")
        await until(pilot, lambda: desk.item(1).quotes)
        (quote,) = desk.item(1).quotes
        assert quote.text == "The court of Sele heard the report.\n\nWe stay."
        assert (quote.url, quote.at) == ("https://ishr.example/1", desk.now())
        await until(pilot, lambda: shows(reader(pilot), "Quoted"))


async def test_escape_keeps_nothing(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("Q")
        await chosen(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(pilot.app.screen, QuoteDialog))
        assert reader(pilot).desk.item(1).quotes == ()


async def test_the_choice_begins_at_the_paragraph_in_sight(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "G")
        await until(pilot, lambda: reader(pilot).desk_screen.article.top > 0)
        await pilot.press("Q")
        await chosen(pilot)
        choice = pilot.app.screen.query_one(PassageView).choice
        assert choice.passage == "Another paragraph."
        assert choice.start > len(choice.text) / 2


async def test_a_kept_quote_is_shown_and_dropped(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        app = reader(pilot)
        app.desk.decisions.quote(1, "We stay.")
        await until(pilot, lambda: shows(app, "│ We stay."))
        await pilot.press("Q")
        await chosen(pilot)
        await pilot.press("j", "j", "x")
        await until(pilot, lambda: not app.desk.item(1).quotes)
        await pilot.press("escape", "z")
        await until(pilot, lambda: [quote.text for quote in app.desk.item(1).quotes] == ["We stay."])


async def test_the_mouse_chooses_words(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("Q")
        await chosen(pilot)
        view = pilot.app.screen.query_one(PassageView)
        await pilot.mouse_down(view, offset=(7, 2))
        await pilot.hover(view, offset=(12, 4))
        await pilot.mouse_up(view, offset=(12, 4))
        assert view.choice.passage == "court of Sele heard the report.\n\nWe stay."


async def test_a_sentence_taken_in_with_capital_j_leaves_j_as_it_was(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "Q", "J", "j")
        assert await chosen(pilot) == "The court of Sele heard the report."


async def test_moving_the_mouse_chooses_only_while_its_button_is_down(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("enter", "Q")
        await chosen(pilot)
        view = pilot.app.screen.query_one(PassageView)
        await pilot.mouse_down(view, offset=(2, 0))
        await pilot.hover(view, offset=(2, 2))
        await pilot.mouse_up(view, offset=(2, 2))
        dragged = await chosen(pilot)
        assert dragged.startswith("What was said")
        await pilot.hover(view, offset=(20, 6))
        assert await chosen(pilot) == dragged


async def test_a_passage_longer_than_the_window_comes_back_into_sight_when_it_is_changed(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1)}, body=f"<p>{'word ' * 900}</p>" + "<p>Another paragraph.</p>" * 60)
    async with reading(desk(paths), (80, 24)) as pilot:
        await pilot.press("enter", "Q")
        await chosen(pilot)
        view = pilot.app.screen.query_one(PassageView)
        await pilot.press("p", *["pagedown"] * 12)
        assert view.top > view._line_of(view.choice.end)
        await pilot.press("h")
        assert view.top == view._line_of(view.choice.end - 1)


async def test_quoting_from_the_list_does_not_read_the_item(tmp_path: Path) -> None:
    async with reading(newsroom(tmp_path)) as pilot:
        await pilot.press("Q")
        await chosen(pilot)
        assert reader(pilot).desk.is_unread(1)
