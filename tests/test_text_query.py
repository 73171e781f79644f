"""The selection language: what matches, and what is said about a query that cannot be understood."""

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.errors import UsageProblem
from hrd_tui.text.fold import fold
from hrd_tui.text.query import Row, haystack, parse

NOW = datetime(2026, 1, 30, 12, 0, tzinfo=UTC)


def _row(
    title: str = "Experts “alarmed” by arrests in Côte d’Ivoire",
    source: str = "Harbour Watch",
    tags: tuple[str, ...] = ("africa", "press-freedom"),
    note: str = "ask Zoë about it",
    authors: tuple[str, ...] = ("Ana Øster",),
) -> Row:
    return Row(
        title=title, source=source, feed="12", folder="NGOs international", tags=tags, note=note, state="follow-up",
        authors=authors, url="https://x.example/2026/arrests", language="en-GB", date="2026-01-28T12:00:00Z",
        haystack=haystack(title, source, tags, note, authors), kind="call_for_input", countries=("CI", "FR"),
        people=("Ana Núñez",), organisations=("Front Line Defenders",), story="17",
        deadlines=("2026-01-10", "2026-02-06"), due="2026-01-29",
    )  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "", "  ", "arrests", "ARRESTS experts", "cote d'ivoire", "Côte D’IVOIRE", '"by arrests in"', "“by arrests”",
        "harbour press zoe oster", '"#africa"', "arr -sudan", '-"arrests by"', "title:alarmed", 'title:"by arrests"',
        "source:harbour", "feed:watch", "feed:12", "folder:ngo", "tag:Africa", "#africa", 'tag:"press freedom"',
        "-tag:asia", "note:ZOE", "author:oster", "url:x.example/2026", "lang:en", "lang:en-gb", "is:unread",
        "is:follow-up", "state:follow-up", "is:tagged", "is:noted", "-is:read", "IS:Unread", "newer:3d",
        "newer:2d", "newer:1w",
        "older:47h", "older:1d newer:2026-01-28", "older:2026-01-29", "newer:99999y", "older:2026-02",
        "alarmed\tarrests",
        "kind:call", "kind:call-for-input", 'kind:"Call for input"', "country:ci", "country:FR", "person:nunez",
        'person:"ana nu"', "org:front", "story:17", "-kind:award", "-country:mm", "-story:1",
        "deadline:any", "deadline:7d", "deadline:1w", "deadline:2026-02-06", "deadline:2026-02", "deadline:2026-01",
        "due:any", "due:past", "due:3d", "due:2026-01-29", "-due:today", "-deadline:today", "-deadline:past",
    ],
)  # fmt: skip
def test_what_matches(query: str) -> None:
    assert parse(query).matches(_row(), NOW)


@pytest.mark.parametrize(
    "query",
    ["sudan", "arrests sudan", "-arrests", '"arrests by"', "title:harbour", "source:experts", "feed:1", "folder:un",
     "tag:afric", "#asia", "-#africa", "note:ana", "author:zoe", "lang:fr", "lang:fi", "is:read", "state:inbox",
     "kind:award", "country:c", "country:mm", "person:zoe", "org:amnesty", "story:1", "story:170", "deadline:6d",
     "deadline:past", "deadline:today", "deadline:2026-03", "due:today", "due:2026-02", "-due:any", "lang:en-us",
     "newer:2d older:1h -arrests", "older:3d", "newer:47h", "newer:2026-01-29", '"watch africa"'],
)  # fmt: skip
def test_what_does_not_match(query: str) -> None:
    assert not parse(query).matches(_row(), NOW)


def test_a_word_does_not_reach_over_the_end_of_a_part() -> None:
    assert not parse('"ivoire harbour"').matches(_row(), NOW)


def test_read_items_are_read() -> None:
    assert parse("is:read").matches(replace(_row(), read=True), NOW)


@pytest.mark.parametrize("query", ["https://x.example/a", "10:30", "Sudan:", "a: b", "--", "x - y", "'", "(a)"])
def test_what_is_taken_as_plain_words(query: str) -> None:
    assert parse(query).matches(_row(title=f"before {query} after"), NOW)


@pytest.mark.parametrize("code", ["gl", "ckb", "PT-br", "zh-hans-cn", "iw", "de-1996"])
def test_a_language_may_be_any_that_there_is(code: str) -> None:
    assert parse(f"lang:{code}").matches(replace(_row(), language=code), NOW)


@given(st.text(st.one_of(st.sampled_from('ab:"“-# tagis'), st.characters()), max_size=20))
def test_any_text_is_a_query_or_a_usage_problem(text: str) -> None:
    with suppress(UsageProblem):
        parse(text).matches(_row(), NOW)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_no_sign_is_folded_into_one_that_folds_on() -> None:
    signs = (sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.casefold() != sign)
    assert [sign for sign in signs if fold(fold(sign)) != fold(sign)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("İstanbul", "istanbul"), ("Łódź", "lodz"), ("STRASSE", "straße"), ("ﬁnal", "FINAL"), ("Ελλάδα", "ελλαδα"),
     ("مُحَمَّد", "محمد"), ("Kadıköy", "kadikoy"), ("cease\u2010fire", "cease-fire"), ("cease\u2011fire", "cease-fire"),
     ("ٱلحق", "الحق"), ("naïve", "NAIVE"), ("Dvořák", "dvorak"), ("l’été", "l'ete"), ("Σίσυφος", "σισυφοσ")],
)  # fmt: skip
def test_what_folds_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_vowels_of_a_script_are_no_accents() -> None:
    assert fold("कि") != fold("कु")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خطیب", "خطيب"),
        ("کریم", "كريم"),
        ("مصطفى", "مصطفي"),
        ("أحمد إبراهيم آل", "احمد ابراهيم ال"),
        ("فاطمة", "فاطمه"),
        ("خانۀ", "خانه"),
        ("ہم", "هم"),
        ("محـــمد", "محمد"),
        ("۱۲ ١٢", "12 12"),
    ],
)
def test_arabic_letters_are_one_whatever_the_keyboard(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(fold(one)) == fold(one)
