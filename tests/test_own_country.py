"""Queries that name a country of the editor's own list of places."""

from pathlib import Path

from hrd_tui.desk.desk import Desk
from hrd_tui.desk.views import usable
from hrd_tui.paths import locate
from tui_fixtures import NOW, desk, item, reader, reading, stock, titles, until

PLACES = '[[place]]\ncode = "XV"\nname = "Vessara"\n'


def vessara(folder: Path) -> Desk:
    paths = locate(folder / "desk")
    paths.config.mkdir(parents=True)
    (paths.config / "places.toml").write_text(PLACES, "utf-8")
    items = {number: item(number) for number in (1, 2, 3)}
    stock(paths, items | {2: item(2, title="Court in Vessara frees a lawyer")}, read=False)
    return desk(paths)


async def test_the_editors_own_country_is_found(tmp_path: Path) -> None:
    async with reading(vessara(tmp_path)) as pilot:
        await until(pilot, lambda: reader(pilot).desk.store.index.signals.get(2, {}).get("subject"))
        await pilot.press("slash", *"country:Vessara")
        await until(pilot, lambda: titles(pilot) == ["Court in Vessara frees a lawyer"])


async def test_a_view_may_name_the_editors_own_country(tmp_path: Path) -> None:
    first = vessara(tmp_path)
    first.load()
    good, wrong = usable({"south": "country:vessara"}, NOW, first.lists.code)
    first.close()
    assert (list(good), wrong) == (["south"], [])


async def test_the_editors_own_country_is_offered_behind_country(tmp_path: Path) -> None:
    async with reading(vessara(tmp_path)) as pilot:
        await until(pilot, lambda: reader(pilot).desk.store.index.signals.get(2, {}).get("subject"))
        await pilot.press("slash", *"country:Vess", "tab")
        await until(pilot, lambda: titles(pilot) == ["Court in Vessara frees a lawyer"])
