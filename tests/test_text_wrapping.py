"""Running text broken between words."""

from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.text.cells import width
from hrd_tui.text.wrapping import wrapped

WORDS = st.lists(st.text("abc日é.,;:", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


@given(WORDS, st.integers(10, 40))
def test_nothing_is_lost_and_only_a_longer_word_is_too_wide(line: str, cells: int) -> None:
    parts = wrapped(line, cells)
    assert " ".join(parts) == line
    assert all(width(part) <= cells or " " not in part for part in parts)


def test_what_follows_stands_under_the_first_word() -> None:
    assert wrapped("  - one two three four", 13) == ["  - one two", "    three", "    four"]
    assert wrapped("            ^ of no use", 16) == ["            ^ of", "        no use"]
    assert wrapped("     what to do about it", 16) == ["     what to do", "     about it"]


def test_addresses_and_commands_stay_in_one_piece() -> None:
    address = f"https://example.org/{'a-b/' * 9}"
    assert wrapped(f"It is at {address} now", 30) == ["It is at", address, "now"]
    told = "There is none yet: hrd feeds add URL, or hrd items 'a, (b)' --limit 3."
    assert wrapped(told, 24) == ["There is none yet:", "hrd feeds add URL, or", "hrd items 'a, (b)' --limit 3."]


def test_a_row_of_a_table_stays_as_it_is() -> None:
    assert wrapped("one two\tthree four", 8) == ["one two\tthree four"]


def test_what_follows_a_row_of_cells_stands_under_its_last_one() -> None:
    assert wrapped("kind   case alert  of the verdict", 25, 15) == [
        "kind   case alert  of the",
        "               verdict",
    ]


def test_a_command_ends_with_its_sentence_and_none_begins_within_a_path() -> None:
    assert wrapped("Tell it with: hrd keys. Then go on", 24) == ["Tell it with: hrd keys.", "Then go on"]
    assert wrapped("/srv/data/hrd is no folder of yours", 20) == ["/srv/data/hrd is no", "folder of yours"]


def test_no_blanks_are_left_where_a_line_is_broken() -> None:
    assert wrapped("aaaa bbbb  cccc", 10) == ["aaaa bbbb", "cccc"]
    assert wrapped("aaaa  bbbb", 4) == ["aaaa", "bbbb"]


def test_what_follows_may_stand_at_the_margin() -> None:
    assert wrapped("- aaaa bbbb", 6, 0) == ["- aaaa", "bbbb"]
