"""What docs/query.md says of the query language is so."""

import re
from pathlib import Path

import pytest

from hrd_tui.text import query_days, said
from hrd_tui.text.query import parse
from hrd_tui.text.query_fields import FIELDS, NAMES, SORTS, STANDINGS, QueryField
from hrd_tui.text.query_nodes import KEYWORDS, PATTERNED
from hrd_tui.text.query_parser import DEEPEST

DOCS = (Path(__file__).parent.parent / "docs" / "query.md").read_text("utf-8")
TABLE = DOCS[DOCS.index("| field |") : DOCS.index("## Days")]
CODE = re.findall(r"`([^`]+)`", DOCS)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_has_its_line_with_every_name_and_example(field: QueryField) -> None:
    name, also, examples = field.name, field.also, field.examples
    (line,) = [line for line in TABLE.splitlines() if line.startswith(f"| `{name}:`")]
    for shown in (*(f"{one}:" for one in also), *examples):
        assert f"`{shown}`" in line


def test_no_field_is_told_that_is_not_there() -> None:
    assert set(re.findall(r"`([a-z]+):`", TABLE)) == set(NAMES)


@pytest.mark.parametrize("line", [line for line in TABLE.splitlines()[2:] if line], ids=lambda line: line[3:12])
def test_every_example_of_a_field_is_a_query(line: str) -> None:
    for example in re.findall(r"`([^`]+)`", line.split(" | ")[2]):
        parse(example)


def test_the_first_examples_are_queries() -> None:
    examples = DOCS[DOCS.index("    ferry") : DOCS.index("A word or")].strip().splitlines()
    for example in examples:
        parse(re.split(r"\s{3,}", example.strip())[0])


def test_every_word_of_the_language_is_told() -> None:
    words = [*STANDINGS, *query_days.NAMED_DAYS, *SORTS, *KEYWORDS]
    words += [f"{name}:{word}" for name in said.DAY_FIELDS for word in said.DAY_WORDS]
    assert [word for word in words if word not in CODE] == []


def test_the_fields_of_patterns_and_the_depth_of_groups_are_told() -> None:
    told = re.search(r"in a field: ((?:`[a-z]+`\s*)+)", DOCS)
    assert told
    assert set(re.findall(r"`([a-z]+)`", told[1])) == set(PATTERNED)
    assert f"at most {DEEPEST} within each other" in DOCS
