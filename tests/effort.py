"""What work costs, told without a clock, so that a busy machine changes no answer."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

in_time = pytest.mark.timeout(60)
"""For what ends in a second, or takes many minutes where its time grows faster than the text: a limit, no measure."""


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls in this thread, those written in C among them."""
    made = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made
