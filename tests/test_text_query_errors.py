"""What is said of a query that cannot be understood: the place, and what was expected there."""

import pytest

from hrd_tui.errors import UsageProblem
from hrd_tui.text.query import parse


@pytest.mark.parametrize(
    ("query", "column", "expected"),
    [
        ("tilte:x", 0, "there is no field “tilte”"),
        ("a is:foo", 5, "is: knows unread, read, tagged, noted, inbox"),
        ("state:read", 6, "state: knows inbox, follow-up"),
        ("newer:3x", 6, "expected a span like 12h"),
        ("older:soon", 6, "expected a span like 12h"),
        ('a "b c', 2, "this quotation mark is never closed"),
        ("tag: x", 4, "a value is missing after tag:"),
        ("日本 is:x", 8, "is: knows"),
        ("a lang:xx-nonsense", 7, "expected the code of a language (ISO 639) like en, es or ar"),
        ("lang:english", 5, "expected the code of a language (ISO 639)"),
        ("language:e", 9, "expected the code of a language (ISO 639)"),
        ("lang:en_gb", 5, "expected the code of a language (ISO 639)"),
        ("-story:x", 7, "expected the number of an item like 120"),
        ("story:-1", 6, "expected the number of an item like 120"),
        ("(a or b", 0, "this ( is never closed"),
        ("a (b (c)", 2, "this ( is never closed"),
        ("(a) )", 4, "this ) closes nothing"),
        ("()", 1, "expected something to find behind ("),
        ("a or", 4, "expected something to find behind or"),
        ("a and ", 6, "expected something to find behind and"),
        ("or a", 0, "expected something to find before or"),
        ("a or or b", 5, "expected something to find before or"),
        ("(and a)", 1, "expected something to find before and"),
        ("a not", 5, "expected something to leave out behind not"),
        ("(title:)", 7, "a value is missing after title:"),
        ("date> x", 5, "a value is missing after date>"),
        ("date:soon", 5, "expected a span like 12h"),
        ("date:2026-02-31", 5, "expected a span like 12h"),
        ("date>2026..2027", 5, "expected a span like 12h"),
        ("deadline:whenever", 9, "expected a span like 12h"),
        ("id:x", 3, "expected the number of an item"),
        ("title:/(/", 6, "this regular expression cannot be used: missing )"),
        ("/(?=a)/", 0, "this regular expression cannot be used: "),
        (r"/\Aa/", 0, r"this regular expression cannot be used: \A, \z"),
        ("kind:/x/", 5, "kind: takes no regular expression; title, "),
        ("title:(a or b)", 6, "a value cannot begin with ( unless in quotes; write (title:… or title:…)"),
        ("sort:colour", 5, "sort: knows date, arrived, deadline, title, feed, priority"),
        ("(a sort:date)", 8, "the order stands outside ( )"),
        ("-sort:date", 1, "an order cannot be left out"),
        ("日本 (a", 5, "this ( is never closed"),
    ],
)
def test_errors_show_the_place_and_what_was_expected(query: str, column: int, expected: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        parse(query)
    shown, pointer = raised.value.detail.split("\n")
    assert shown == query
    assert pointer.startswith(" " * column + "^ " + expected)
