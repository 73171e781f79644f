"""How much rules on arrival do in one change, and what the counts of rules count."""

from pathlib import Path

import pytest

from desk_fixtures import desk_in, paths
from hrd_tui.desk.arrivals import paste

RULES = '[[rules]]\nname = "ferry"\nquery = "ferry"\ntag = ["ports"]\n'


@pytest.fixture(autouse=True)
def rules(tmp_path: Path) -> None:
    file = paths(tmp_path).config_file
    file.parent.mkdir(parents=True)
    file.write_text(RULES, "utf-8")


def test_no_change_holds_a_key_for_more_than_so_many_items(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.desk.ruling.AT_ONCE", 2)
    with desk_in(tmp_path) as desk:
        for number in range(5):
            paste(desk, f"Ferry {number}\n\nFour men.")
        desk.signals.catch_up()
        labels = [entry.label for entry in desk.log.entries()]
        assert labels == ["Rules: 1 item tagged", "Rules: 2 items tagged", "Rules: 2 items tagged"]
        assert not desk.store.table("arrivals")


def test_a_rule_is_counted_with_what_it_touched(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        for title in ("Ferry one", "Ferry two", "A harbour"):
            paste(desk, f"{title}\n\nFour men.")
        desk.signals.catch_up()
        assert desk.ruling.touched() == {"ferry": 2}
        assert [touched.item for touched in desk.ruling.tried(desk.ruling.rules)] == [2, 1]
        assert desk.ruling.planned() == []
        assert desk.ruling.run().label == "The rules have nothing to do"
