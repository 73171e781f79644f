"""Archived items on the screen: found, marked, opened, and back on the desk with a decision."""

from datetime import timedelta
from pathlib import Path

from hrd_tui.paths import locate
from hrd_tui.store.store import Store
from hrd_tui.text.dates import iso
from tui_fixtures import NOW, desk, item, picture, reader, reading, shows, stock, titles, until

OLD = iso(NOW - timedelta(days=200))


async def test_an_archived_item_is_found_opened_and_brought_back(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1), 2: item(2, title="An old verdict", arrived=OLD, sort=OLD, published=OLD)})
    store = Store.open(paths.store)
    with store.change() as change:
        change.put("states", 2, {"read": True})
    store.close()
    async with reading(desk(paths)) as pilot:
        app = reader(pilot)
        await until(pilot, lambda: app.desk.store.past.holds(2))
        await until(pilot, lambda: not app.desk.fulltext.missing())
        await pilot.press("slash", *"verdict", "enter")
        await until(pilot, lambda: titles(pilot) == ["An old verdict"])
        assert any("An old verdict" in line and " archived " in line for line in picture(app))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "The court of Sele heard") and shows(app, "en · archived 2025-07"))
        assert 2 not in app.desk.store.items
        await pilot.press("f")
        await until(pilot, lambda: 2 in app.desk.store.items)
        await until(pilot, lambda: not shows(app, "archived 2025-07"))
