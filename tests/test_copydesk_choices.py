"""What a field of a draft may hold."""

from dataclasses import replace

import pytest

from draft_fixtures import CHOICES, draft_of
from hrd_tui.copydesk import choices, edit
from hrd_tui.errors import UsageProblem
from hrd_tui.signals.kind import KINDS


@pytest.mark.parametrize("name", ["calls", "calls.md", "calls.html"])
def test_a_template_is_named_with_its_ending_or_without(name: str) -> None:
    assert edit.set_template(draft_of("a"), name, CHOICES).template == "calls"


def test_no_template_is_the_one_of_the_kind_and_an_unknown_one_is_told() -> None:
    assert edit.set_template(replace(draft_of("a"), template="calls"), "", CHOICES).template == ""
    with pytest.raises(UsageProblem, match="no template “letters”"):
        edit.set_template(draft_of("a"), "letters", CHOICES)


def test_a_kind_is_one_that_there_is_by_its_name_or_its_words() -> None:
    name, words = next((name, words) for name, words in KINDS.items() if words != words.lower())
    assert [choices.kind(name), choices.kind(words), choices.kind(words.lower()), choices.kind("")] == [name] * 3 + [""]
    with pytest.raises(UsageProblem, match="“gossip” is no kind"):
        choices.kind("gossip")


def test_a_kind_of_before_that_there_is_no_more_stays() -> None:
    assert choices.kind("bulletin", "bulletin") == "bulletin"
    with pytest.raises(UsageProblem, match="no kind"):
        choices.kind("bulletin", "award")
