"""The regions of the M49 standard against the countries that the desk knows."""

from collections import Counter

import pytest

from hrd_tui.signals.gazetteer import shipped
from hrd_tui.text import regions

CONTINENTS = ("africa", "americas", "asia", "europe", "oceania")


def test_each_country_is_in_one_continent_and_one_part_of_it() -> None:
    groups = (CONTINENTS, [name for name in regions.NAMES if len(regions.countries(name)) and name in regions._LEAST])
    for names in groups:
        counts = Counter(code for name in names for code in regions.countries(name))
        assert set(counts) >= shipped().codes - {"AQ"}
        assert set(counts.values()) == {1}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Africa", "africa"), ("west africa", "western africa"), ("WESTERN  Africa", "western africa"),
        ("central africa", "middle africa"), ("Latin America", "latin america and the caribbean"),
        ("southeast asia", "south-eastern asia"), ("South-East Asia", "south-eastern asia"), ("america", "americas"),
        ("south america", "south america"), ("north america", "north america"), ("sub saharan africa",
        "sub-saharan africa"), ("caribbean", "caribbean"), ("", ""), ("kenya", ""), ("west", ""), ("middle east", ""),
    ],
)  # fmt: skip
def test_a_region_is_known_by_its_name_and_by_how_it_is_called(text: str, name: str) -> None:
    assert regions.named(text) == name


@pytest.mark.parametrize(
    ("name", "within", "without"),
    [
        ("western africa", {"SN", "NG"}, {"KE", "CM"}),
        ("latin america and the caribbean", {"MX", "HT", "BR"}, {"US"}),
        ("north america", {"US", "MX", "CU"}, {"BR"}),
        ("sub-saharan africa", {"KE", "ZA"}, {"EG", "SD"}),
    ],
)
def test_a_region_has_its_countries(name: str, within: set[str], without: set[str]) -> None:
    assert within <= regions.countries(name)
    assert regions.countries(name).isdisjoint(without)
