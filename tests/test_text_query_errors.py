"""What is said of a query that cannot be understood: the place, and what was expected there."""

import pytest

from hrd_tui.errors import QueryProblem, UsageProblem
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
        ("lang:klingonese", 5, "expected the code of a language (ISO 639)"),
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
        ("date:..", 5, "expected a span like 12h"),
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


@pytest.mark.parametrize(
    ("query", "begins"),
    [("a or", "expected something to find behind or"), ("a is:foo", "“foo”: is: knows unread, read")],
)
def test_in_one_line_the_word_at_fault_stands_first(query: str, begins: str) -> None:
    with pytest.raises(QueryProblem) as raised:
        parse(query)
    assert raised.value.brief.startswith(begins)


def test_what_is_wrong_with_no_word_of_the_language_is_told_in_one_line_with_what_to_do() -> None:
    told = QueryProblem("There is no country “atlantis”", "Name it by its code: MM", wrong="atlantis").brief
    assert told == "There is no country “atlantis”: Name it by its code: MM"


@pytest.mark.parametrize(
    ("query", "column", "expected"),
    [
        ("kenya | uganda", 6, "write or between"),
        ("kenya,uganda", 0, "write kenya or uganda"),
        ("kenya|uganda", 0, "write kenya or uganda"),
        ("a && b", 2, "leave it away"),
        ("arrest*", 0, "write arrest: a word is also found by a part"),
        ("tag:afr*", 4, "write tag:/^afr/"),
        ("note:call*", 5, "write note:call"),
        ("country:kenya,uganda", 8, "a field takes one value; write (country:kenya or country:uganda)"),
        ("-is:read|noted", 4, "a field takes one value; write (is:read or is:noted)"),
        ("text:a near b", 7, "there is no distance between words"),
        ("text:a near/3 b", 7, "there is no distance between words"),
        ('"a b"~5', 5, "there is no distance between words"),
        ("kind:case alert", 5, "write kind:case_alert"),
        ("(kind:call for input)", 6, "write kind:call_for_input"),
        ("country:*", 8, "country: cannot be asked for any value"),
        ("is:overdue", 3, "did you mean due:past? is: knows"),
        ("is:unred", 3, "did you mean is:unread? is: knows"),
        ("newer:3days", 6, "write 3d; expected a span"),
        ('newer:"2 weeks"', 7, "write 2w; expected a span"),
        ("deadline:next week", 9, "write 1w for the next week"),
        ("date:last month", 5, "write 1w for the last week, 1m for the last month"),
        ("deadline:overdue", 9, "write deadline:past; expected a span"),
        ("lang:english", 5, "did you mean lang:en? expected"),
        ("region:afrika", 7, 'did you mean region:"africa"? expected a region'),
        ("region:kenya", 7, "expected a region of the UN (M49): africa"),
        ("lang:spanisch", 5, "did you mean lang:es"),
    ],
)
def test_what_other_languages_write_is_refused_with_what_this_one_writes(
    query: str, column: int, expected: str
) -> None:
    with pytest.raises(UsageProblem) as raised:
        parse(query)
    assert raised.value.detail.split("\n")[1].startswith(" " * column + "^ " + expected)


@pytest.mark.parametrize(
    ("query", "means"),
    [
        ("note:*", "is:noted"), ("-tag:*", "-is:tagged"), ("deadline:*", "deadline:any"), ("author:*", "author:/./"),
        ("#*", "is:tagged"), ("near", '"near"'), ("near a", '"near" a'), ("text:a near", 'text:a "near"'),
        ('"kenya,uganda"', '"kenya,uganda"'), ("1,000", '"1,000"'), ("a & b", 'a "&" b'), ('"|"', '"|"'),
        ('kind:"case" alert', 'kind:"case" alert'), ("kind:call poland", 'kind:"call" poland'),
        ("title:kenya,uganda", 'title:"kenya,uganda"'), ('tag:"*"', 'tag:"*"'), ("kind:award for", "kind:award for"),
    ],
)  # fmt: skip
def test_words_stay_words_and_any_value_can_be_asked_for(query: str, means: str) -> None:
    assert str(parse(query)) == means
    assert parse(means).root == parse(query).root
