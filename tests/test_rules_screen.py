"""How what rules did shows on the screen: in the list, the article, the reasons, a notice."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hrd_tui.documents import StateDoc
from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.store.store import Store
from hrd_tui.tui.itemrows import item_line
from signal_fixtures import to, why
from test_tui_rows import NOW, inks, row, text
from tui_fixtures import desk, picture, reader, reading, shows, stock, until
from tui_fixtures import item as document

RULED: StateDoc = {"tags": ["ports"], "priority": True, "ruled": ["ferry: tagged ports, priority"]}


def ruled(folder: Path, config: str = "", state: StateDoc = RULED, **settings: Any) -> Any:
    """A desk of three items, the first of which a rule touched: by what stands in the log and the states."""
    paths = locate(folder / "desk")
    paths.config_file.parent.mkdir(parents=True)
    paths.config_file.write_text(config, "utf-8")
    stock(paths, {number: document(number) for number in (1, 2, 3)})
    store = Store.open(paths.store)
    with store.change() as change:
        change.put("states", 1, state)
        step = {"at": "2026-02-01T11:00:00Z", "name": "rule", "label": "Rules: 1 item tagged"}
        change.put("decisions", 1, {**step, "changes": {"1": [{}, state]}})
    store.close()
    return desk(paths, **settings)


def test_priority_and_highlight_have_signs_and_inks_of_their_own() -> None:
    assert text(item_line(row(priority=True, highlight=True), 60, NOW)).split()[-1] == "↑★"
    assert inks(item_line(row(read=True, priority=True), 60, NOW))["A network"] == "strong"
    assert inks(item_line(row(read=True, highlight=True), 60, NOW))["A network"] == "accent"
    assert inks(item_line(row(highlight=True), 60, NOW))["A network"] == "heading"
    assert inks(item_line(row(highlight=True, priority=True, state=State.SPIKED), 60, NOW))["A network"] == "dim"


async def test_the_signs_have_ascii_twins(tmp_path: Path) -> None:
    both: StateDoc = {"priority": True, "highlight": True, "ruled": ["ferry: priority, highlighted"]}
    async with reading(ruled(tmp_path, state=both, screen__glyphs="ascii")) as pilot:
        assert any("Title 1" in line and "^%" in line for line in picture(pilot.app))


async def test_the_article_tells_which_rule_touched_it(tmp_path: Path) -> None:
    async with reading(ruled(tmp_path)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "rule ferry: tagged ports, priority"))


async def test_w_tells_what_rules_did(tmp_path: Path) -> None:
    async with reading(ruled(tmp_path)) as pilot:
        await why(pilot)
        await until(pilot, lambda: shows(pilot.app, "the rule “ferry”"))
        told = next(line for line in picture(pilot.app) if "the rule “ferry”" in line)
        assert "tagged ports, priority" in told


async def test_w_tells_when_a_rule_acted_and_by_which_query(tmp_path: Path) -> None:
    config = '[[rules]]\nname = "ferry"\nquery = "ferry or port"\npriority = true\n'
    when = datetime(2026, 2, 1, 11, tzinfo=UTC).astimezone()
    async with reading(ruled(tmp_path, config)) as pilot:
        await to(pilot, await why(pilot), "rule")
        told = f"the rule “ferry”, {when:%Y-%m-%d %H:%M}; its query now: ferry or port"
        await until(pilot, lambda: shows(pilot.app, told))


async def test_what_a_rule_did_is_not_overruled_there(tmp_path: Path) -> None:
    async with reading(ruled(tmp_path)) as pilot:
        panel = await why(pilot)
        await to(pilot, panel, "rule")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot.app, "Decide about the item"))


async def test_rules_that_cannot_be_used_are_told_and_the_reader_opens(tmp_path: Path) -> None:
    bad = '[[rules]]\nname = "bad"\nquery = "kind:gossip"\nspike = true\n'
    async with reading(ruled(tmp_path, bad)) as pilot:
        await until(pilot, lambda: shows(pilot.app, "the rule “bad”"))
        assert shows(pilot.app, "Some rules could not be used")


async def test_undo_passes_over_what_rules_did_and_the_palette_takes_it_back(tmp_path: Path) -> None:
    async with reading(ruled(tmp_path)) as pilot:
        await pilot.press("z")
        await until(pilot, lambda: shows(pilot.app, "Nothing to undo"))
        await pilot.press("ctrl+p", *"undo rules", "enter")
        await until(pilot, lambda: not reader(pilot).desk.row(1).priority)
        assert reader(pilot).desk.row(1).tags == ()
