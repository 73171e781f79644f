"""The rule for deadlines: a phrase, and behind it in the same sentence a day with its year."""

from datetime import date

import pytest

from hrd_tui.signals.deadline import find
from hrd_tui.signals.sentences import sentences

PUBLISHED = date(2026, 1, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The deadline to complete the survey is Friday, 6 March 2026, at 18:00 Central European Time.", "2026-03-06"),
        ("Send it quoting the reference no later than Friday, February 6, 2026.", "2026-02-06"),
        ("Not later than the 1st of May 2026 please.", "2026-05-01"),
        ("Closing date: 11 Oct 2026", "2026-10-11"),
        ("The call closes on Sept. 3, 2026 at noon.", "2026-09-03"),
        ("Apply by 28 Feb 2026!", "2026-02-28"),
        ("Papers must be submitted by March 1, 2026, at 11:59 p.m. EST.", "2026-03-01"),
        ("Submit by\n2 April 2026 or submit by 3 April 2026.", None),
    ],
)
def test_a_phrase_and_a_full_day_are_a_deadline(text: str, day: str | None) -> None:
    found = find(text, PUBLISHED)
    assert (found and found.day) == (date.fromisoformat(day) if day else found and date(2026, 4, 3))


@pytest.mark.parametrize(
    "text",
    [
        "The court set a five-working-day deadline on 3 March 2026.",
        "It may close the process before the deadline for applications.",
        "The deadline is nearing.",
        "On 6 March 2026 the deadline was extended.",
        "The deadline was 3 January 2026.",
        "The deadline is 31 February 2026.",
        "The meeting is on 6 March 2026. The deadline follows.",
        "Interviews take place on 6 March 2026.",
    ],
)
def test_anything_less_is_none(text: str) -> None:
    assert find(text, PUBLISHED) is None


def test_the_sentence_is_kept_word_for_word() -> None:
    text = "We invite Mr. A. B. Smith et al., e.g. lawyers. The deadline is 6 March 2026, at 6 p.m. CET! Thank you."
    found = find(text)
    assert found is not None
    assert found.sentence == "The deadline is 6 March 2026, at 6 p.m. CET!"


def test_sentences_end_where_a_reader_sees_their_end() -> None:
    text = "He said: “Stop.” They went. No. 5 stays (p. 3). Is it? Yes, 3.5 times."
    assert sentences(text) == ["He said: “Stop.”", "They went.", "No. 5 stays (p. 3).", "Is it?", "Yes, 3.5 times."]
