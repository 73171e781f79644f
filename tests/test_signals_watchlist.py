"""The watch lists: read with spellings and notes, laid over each other, and quick however long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import calls
from hrd_tui.signals.names import Names, read, shipped
from hrd_tui.signals.reading import Reading
from name_fixtures import people


def test_a_list_is_read_with_its_spellings_and_notes() -> None:
    found = read("# people\n\nAna Ruiz = Anna Ruiz; A. Ruis [Lima, Peru] | Peru\nJuan Pérez\n-Ilham Tohti\n")
    ana, juan = found.entries
    assert [form.text for form in ana.forms] == ["Ana Ruiz", "Anna Ruiz", "A. Ruis"]
    assert (ana.forms[2].near, ana.note, juan.name) == (("lima", "peru"), "Peru", "Juan Pérez")
    assert found.removed == ("Ilham Tohti",)
    assert not found.problems


@pytest.mark.parametrize(
    "line",
    ["= Anna Ruiz", "Ana Ruiz =", "Ana = Anna = Anne", "Ana [Lima", "| a note", "123", "x" * 201, "Ana\nAna"],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(line: str) -> None:
    found = read(f"Juan Pérez\n{line}\n")
    assert [problem.line for problem in found.problems] == [1 + len(line.splitlines())]
    assert found.problems[0].detail
    assert found.entries[0].name == "Juan Pérez"


def test_the_editors_list_adds_and_removes() -> None:
    names = Names.with_own("Juan Pérez\n-Ilham Tohti\n", "Club of the River = COR\n-CIVICUS")
    assert people(names, "Juan Pérez and Ilham Tohti and Liu Xiaobo") == ["Juan Pérez", "Liu Xiaobo"]
    found = names.organisations(Reading("COR and CIVICUS"))
    assert [organisation.value for organisation in found] == ["Club of the River"]


def test_the_editors_entry_replaces_the_shipped_one() -> None:
    names = Names.with_own("Ilham Tohti = Professor Tohti\n")
    assert people(names, "Professor Tohti is in prison") == ["Ilham Tohti"]
    assert people(names, "伊力哈木 is in prison") == []


@pytest.mark.parametrize("name", ["people", "organisations"])
def test_the_shipped_lists_have_no_bad_line(name: str) -> None:
    assert shipped(name).entries
    assert not shipped(name).problems


@given(st.text(max_size=200))
def test_any_list_is_read(text: str) -> None:
    found = read(text)
    Names(found, found).people(Reading(text))


def test_thousands_of_names_cost_no_more_than_a_few() -> None:
    text = "The journalist spoke with Ana Ruiz in Lima about the Court of Peru. " * 100
    many = Names.with_own(
        "\n".join(
            f"{chr(65 + n % 26)}ab{n % 97}a Z{'aeiou'[n % 5]}len{chr(97 + n // 26 % 26)}{n}a" for n in range(5_000)
        )
    )
    few = Names.with_own()
    assert many.people(Reading(text)) == few.people(Reading(text))
    assert calls(lambda: many.people(Reading(text))) < 1.1 * calls(lambda: few.people(Reading(text)))
