"""How many there are of something, in words."""

import pytest

from hrd_tui.text.counted import counted


@pytest.mark.parametrize(
    ("count", "words", "told"),
    [
        (0, ("item",), "0 items"),
        (1, ("item",), "1 item"),
        (1200, ("item",), "1,200 items"),
        (2, ("signatory", "signatories"), "2 signatories"),
    ],
)
def test_one_stands_alone(count: int, words: tuple[str, ...], told: str) -> None:
    assert counted(count, *words) == told
