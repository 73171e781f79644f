"""Who says what stands in quotation marks, where the text tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.copydesk.quotes import quotations, speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” said Ana Mar, president of Gull.", "Ana Mar"),
        ("“We stay,” Ana Mar said.", "Ana Mar"),
        ("“We stay,” the experts said. “We do.”", "the experts"),
        ("We stay. We do“, said Ana Mar, its president. “And so on.”", "Ana Mar"),
        ("“We stay,” added Juan de la Mar.", "Juan de la Mar"),
        ("According to Ana Mar, “we stay”.", "Ana Mar"),
        ("According to the lawyer Ana Mar, this is “the end”.", "Ana Mar"),
        ("Ana Mar said: “We stay.”", "Ana Mar"),
        ("Ana Mar, head of Gull, told reporters: “We stay.”", "Ana Mar"),
        ("The UN experts warned: “We stay.”", "The UN experts"),
        ("« Nous restons », a déclaré Anne Mar.", "Anne Mar"),
        ("Anne Mar a déclaré : « Nous restons. »", "Anne Mar"),
        ("Selon la directrice Anne Mar, « nous restons ».", "Anne Mar"),
        ("“Nos quedamos”, dijo Juan Mar.", "Juan Mar"),
        ("Según Juan Mar, “nos quedamos”.", "Juan Mar"),
        ("«Nos quedamos», afirmó Juan Mar, presidente.", "Juan Mar"),
        ('"We stay," said Ana Mar.', "Ana Mar"),
    ],
)
def test_the_speaker_is_who_the_text_names(text: str, expected: str) -> None:
    assert speaker(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We stay,” she said.",
        "He told reporters, “We stay.”",
        "“We stay.”",
        "They were called “undesirable” by the Ministry.",
        "Ana Mar said that they stay.",
        "The charge of “picking quarrels” was later changed to “disrupting order.”",
        "“We stay.” Ana Mar left the room.",
        "Elle a déclaré : « Nous restons. »",
        "",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert speaker(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One” and “two, too”.", ("One", "two, too")),
        ("« Un » et «deux»", ("Un", "deux")),
        ("„Eins“ und „zwei”", ("Eins", "zwei")),
        ('"One"', ("One",)),
        ("“One stays open and “two” does not", ("two",)),
        ("One” closes what was never opened", ()),
        ("the women’s ‘inner’ words", ()),
    ],
)
def test_quotations_have_both_their_marks(text: str, expected: tuple[str, ...]) -> None:
    assert quotations(text) == expected


@given(st.text(st.sampled_from('“”«»„", .:Aa said according to\n'), max_size=200))
def test_whatever_stands_there_is_read(text: str) -> None:
    assert speaker(text) in " ".join(text.split())
    assert all(quotation in text for quotation in quotations(text))
