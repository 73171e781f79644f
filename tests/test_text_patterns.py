"""Regular expressions over many texts find what they find in each."""

from hypothesis import example, given
from hypothesis import strategies as st

from hrd_tui.text import patterns
from query_strategies import SOURCES

TEXTS = st.lists(st.text(alphabet="abcé\n x/", max_size=6), max_size=12)


@given(st.sampled_from([*SOURCES, "b$", "^$"]), TEXTS)
@example("a", ["x"] * 300 + ["a", "", "a\nb"])
@example("a", ["a"] * 300 + ["x", "", "a\nb"])
@example("x*", [""])
@example("^a?$", ["x"] * 300 + ["a", ""])
def test_many_texts_at_once(source: str, texts: list[str]) -> None:
    holds = patterns.holds(source)
    assert [*patterns.among(source, texts)] == [place for place, text in enumerate(texts) if any(
        holds(line) for line in text.split("\n"))]  # fmt: skip
