"""The blocks of a draft: cut, moved, removed, remarked on, referred to, and taken back."""

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from drafting_fixtures import BODY, FIRST, QUOTE, THIRD, drafting, go, kept, newsroom, texts
from hrd_tui.copydesk import edit
from hrd_tui.copydesk.draft import EDITOR, REMARK, SEE_ALSO, SOURCE
from hrd_tui.model import State
from hrd_tui.tui.dialogs.picker import Picker
from hrd_tui.tui.drafting.rows import PART, Place
from hrd_tui.tui.drafting.screen import DraftScreen
from tui_fixtures import picture, shows, typed, until


async def test_a_source_s_words_have_its_number_and_the_editor_s_a_sign_of_their_own(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "Mine alone.", 1))
        await pilot.pause()
        assert any("you  │ Mine alone." in line for line in picture(pilot.app))
        rows = [row for row in screen.blocks.rows if row.block and row.block.text == FIRST]
        assert [row.whose for row in rows] == ["[1]", "[2]"]


async def test_a_quotation_tells_its_speaker(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        row = next(row for row in screen.blocks.rows if row.block and row.block.text == QUOTE)
        assert (row.label, row.below) == ("quote", "Mara Osei")


async def test_x_cuts_the_block_and_goes_on(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x")
        assert QUOTE not in texts(screen)
        row = screen.blocks.row
        assert row is not None
        assert row.block is not None
        assert row.block.text == THIRD


async def test_a_cut_block_is_told_in_words_and_by_its_sign(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x")
        await pilot.pause()
        line = next(line for line in picture(pilot.app) if "We stay" in line)
        assert line.split()[0] == "cut"
        assert "…" in line


async def test_x_takes_a_cut_block_back_and_stays(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x", "k", "x")
        assert QUOTE in texts(screen)
        assert screen.draft.body[screen.pointed()].block.text == QUOTE


async def test_moving_a_block_takes_the_cursor_along(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        await pilot.press("K")
        assert texts(screen).index(THIRD) < texts(screen).index(QUOTE)
        assert screen.draft.body[screen.pointed()].block.text == THIRD
        await pilot.press("J")
        assert texts(screen).index(THIRD) > texts(screen).index(QUOTE)


async def remark(pilot: Pilot[None], screen: DraftScreen, key: str, text: str) -> None:
    await pilot.press(key)
    await typed(pilot, text)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: text.split("\n")[-1] in texts(screen))


async def test_a_remark_is_written_below_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        await remark(pilot, screen, "m", "Mine.\n\nMore.")
        at = texts(screen).index(FIRST)
        assert texts(screen)[at + 1 : at + 3] == ["Mine.", "More."]
        own = kept(screen).body[at + 1]
        assert (own.source, own.role) == (EDITOR, REMARK)


async def test_a_remark_is_written_above_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, THIRD)
        await remark(pilot, screen, "M", "Mine.")
        assert texts(screen)[texts(screen).index("Mine.") + 1] == THIRD


async def test_own_words_are_removed_and_a_source_s_are_not(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.remark(draft, "Mine.", 2))
        go(screen, "Mine.")
        await pilot.press("X")
        assert "Mine." not in texts(screen)
        before = kept(screen)
        go(screen, FIRST)
        await pilot.press("X")
        await until(pilot, lambda: shows(pilot.app, "A source’s words cannot be removed") or screen.notice.said)
        assert kept(screen) == before


async def test_a_typed_address_is_referred_to_below_the_block(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        await pilot.press("s")
        await typed(pilot, "https://blog.example/before/")
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).see_also)
        part = kept(screen).body[screen.pointed()]
        assert (part.role, kept(screen).see_also) == (SEE_ALSO, ("https://blog.example/before/",))


async def test_earlier_posts_of_the_blog_are_offered(tmp_path: Path) -> None:
    one = newsroom(tmp_path, blog__address="https://blog.example/")
    with_post(one.paths)
    async with drafting(one) as (pilot, screen):
        await pilot.press("s")
        await until(pilot, lambda: shows(pilot.app, "What we wrote of Title 1"))
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).see_also == ("https://blog.example/earlier/",))


def with_post(paths: object) -> None:
    from hrd_tui.paths import Paths
    from hrd_tui.store.store import Store

    assert isinstance(paths, Paths)
    store = Store.open(paths.store)
    with store.change() as change:
        post = {
            "url": "https://blog.example/earlier/", "canonical": "https://blog.example/earlier/", "date": "2025-03-01",
            "title": "What we wrote of Title 1", "sources": ["https://ishr.example/1"],
        }  # fmt: skip
        change.put("posts", 1, post)
    store.close()


async def test_signatories_are_told_by_their_number_and_listed_again(tmp_path: Path) -> None:
    names = "".join(f"<li>Group {number}</li>" for number in range(5))
    async with drafting(newsroom(tmp_path, f"{BODY}<p>Signatories:</p><ul>{names}</ul>")) as (pilot, screen):
        await pilot.press("S")
        assert "(5 signatories)" in texts(screen)
        await pilot.press("S")
        assert "Group 3" in texts(screen)


async def test_a_source_is_placed_below_the_words_it_supports(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, FIRST)
        at = screen.pointed()
        await pilot.press("p")
        assert kept(screen).body[at + 1].role == SOURCE


async def test_of_several_sources_the_one_to_place_is_chosen(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        go(screen, FIRST)
        at = screen.pointed()
        await pilot.press("p")
        await until(pilot, lambda: shows(pilot.app, "Which source stands here"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: kept(screen).body[at + 1].role == SOURCE)
        assert kept(screen).body[at + 1].block.spans[0].href == "https://ishr.example/2"


async def test_the_source_of_the_block_is_offered_first(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        at = next(at for at, part in enumerate(screen.draft.body) if part.source == 1)
        screen.blocks.move_to(Place(PART, at))
        await pilot.press("p")
        await until(pilot, lambda: shows(pilot.app, "Which source stands here"))
        await pilot.press("enter")
        await until(pilot, lambda: kept(screen).body[at + 1].role == SOURCE)
        assert kept(screen).body[at + 1].block.spans[0].href == "https://ishr.example/2"


async def test_an_address_that_the_post_refers_to_already_is_told(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        screen.alter(lambda draft: edit.see_also(draft, "https://blog.example/before/", 1))
        await pilot.press("s")
        await typed(pilot, "https://blog.example/before/")
        await pilot.press("enter")
        await until(pilot, lambda: "refers to this address already" in screen.bottom.text)


async def test_what_z_takes_away_from_the_end_leaves_the_cursor_there(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        last = len(screen.draft.body)
        screen.alter(lambda draft: edit.remark(draft, "Mine.", last))
        await pilot.press("g", "g", "z")
        assert len(screen.draft.body) == last
        assert screen.part == last - 1


async def test_z_takes_the_last_change_back_and_goes_there(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (pilot, screen):
        go(screen, QUOTE)
        await pilot.press("x", "g", "g", "z")
        assert QUOTE in texts(screen)
        assert screen.draft.body[screen.pointed()].block.text == QUOTE
        await pilot.press("Z")
        assert QUOTE not in texts(screen)


async def test_undo_in_a_draft_leaves_the_decisions_of_the_desk(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        await pilot.press("z")
        assert screen.desk.row(1).state == State.SELECTED


async def test_altered_words_of_a_source_are_marked(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path)) as (_, screen):
        go(screen, THIRD)
        screen.alter(lambda draft: edit.replace_text(draft, screen.pointed(), THIRD.replace("March", "April")))
        row = screen.blocks.row
        assert row is not None
        assert row.whose == "[1]±"
        assert [piece.text for piece in row.pieces if piece.ink == "altered"] == ["April"]


async def test_a_source_without_a_publisher_is_told_by_its_address_where_one_is_chosen(tmp_path: Path) -> None:
    async with drafting(newsroom(tmp_path), 2) as (pilot, screen):
        one, other = screen.draft.sources
        screen.alter(lambda draft: replace(draft, sources=(replace(one, publisher=""), other)))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, Picker))
        assert [option.label for option in pilot.app.screen.options] == [one.url, other.publisher]  # type: ignore[attr-defined]
