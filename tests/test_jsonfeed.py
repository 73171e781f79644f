"""JSON Feed 1.0 and 1.1, well and badly formed."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from feed_fixtures import read
from hrd_tui.errors import ParseError
from hrd_tui.model import Entry, ParsedFeed

VERSION = "https://jsonfeed.org/version/1.1"


def feed(*items: Any, **fields: Any) -> ParsedFeed:
    return read(json.dumps({"version": VERSION, "title": "Feed", "items": items, **fields}))


def one(**fields: Any) -> Entry:
    return feed({"id": "1", **fields}).entries[0]


def test_a_feed_is_read() -> None:
    found = feed(
        {
            "id": "1",
            "url": "https://x.example/1",
            "title": "A <b> & c",
            "content_html": "<p>Words</p>",
            "date_published": "2026-01-05T10:00:00+01:00",
            "date_modified": "2026-01-06T10:00:00Z",
            "authors": [{"name": "Ana"}, {"url": "https://ana.example"}],
            "language": "es",
            "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}],
        },
        home_page_url="https://x.example/",
        language="en",
    )
    assert (found.format, found.title, found.site, found.language) == (
        "JSON Feed 1.1",
        "Feed",
        "https://x.example/",
        "en",
    )
    entry = found.entries[0]
    assert (entry.title, entry.body, entry.summary) == ("A <b> & c", "<p>Words</p>", "Words")
    assert entry.published == datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert entry.updated == datetime(2026, 1, 6, 10, tzinfo=UTC)
    assert (entry.authors, entry.language) == (("Ana", "https://ana.example"), "es")
    assert entry.enclosures == ({"url": "https://feed.example/a.mp3", "type": "audio/mpeg", "length": 12},)


def test_version_one_has_one_author() -> None:
    found = feed({"id": "1"}, version="https://jsonfeed.org/version/1", author={"name": "Ana"})
    assert (found.format, found.entries[0].authors) == ("JSON Feed 1.0", ("Ana",))


def test_plain_text_content_stays_plain() -> None:
    assert one(content_text="a <b> c").body == "<p>a &lt;b&gt; c</p>"


def test_a_number_is_an_id() -> None:
    assert one(id=17).guid == "17"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"external_url": "https://y.example/"}, "https://y.example/"),
        ({"id": "https://x.example/9"}, "https://x.example/9"),
        ({"url": "rel"}, "https://feed.example/news/rel"),
        ({}, ""),
    ],
)
def test_the_link_has_fall_backs(fields: dict[str, Any], url: str) -> None:
    assert one(**fields).url == url


@pytest.mark.parametrize("wrong", [None, 5, True, [], {}, [[]], {"a": 1}, 1.5e300])
def test_a_value_of_the_wrong_type_costs_that_value_only(wrong: Any) -> None:
    names = "url external_url title summary content_html content_text date_published date_modified authors author"
    entry = one(**dict.fromkeys([*names.split(), "language", "attachments", "tags"], wrong))
    assert (entry.guid, entry.title, entry.url) == ("1", "(untitled)", "")


def test_items_that_are_no_objects_or_empty_are_left_out() -> None:
    assert [entry.guid for entry in feed(None, 7, "s", [], {}, {"id": "1"}).entries] == ["1"]


def test_a_feed_without_version_is_known_by_its_items() -> None:
    assert read('{"items": [{"id": "1", "content_text": "x"}]}').entries[0].summary == "x"


def test_nan_and_numbers_of_thousands_of_digits_do_no_harm() -> None:
    body = f'{{"version": "{VERSION}", "x": NaN, "y": {"9" * 5000}, "items": [{{"id": {"7" * 5000}, "title": "A"}}]}}'
    assert [entry.title for entry in read(body).entries] == ["A"]


def test_lone_surrogates_can_be_stored() -> None:
    body = f'{{"version": "{VERSION}", "items": [{{"id": "1", "title": "a\\ud800b", "content_html": "\\udfffc"}}]}}'
    entry = read(body).entries[0]
    assert (entry.title, entry.body) == ("ab", "c")


def test_marks_before_the_json_do_not_matter() -> None:
    assert read("\ufeff\n" + json.dumps({"version": VERSION, "title": "F", "items": []})).title == "F"


@pytest.mark.parametrize("end", ['{"id": "3", "ti', '{"id": "3"', "", '{"id": "3", "x": tru'])
def test_of_a_body_that_is_cut_off_the_whole_items_are_kept(end: str) -> None:
    found = read(f'{{"version": "{VERSION}", "title": "F", "items": [{{"id": "1"}}, {{"id": "2"}}, ' + end)
    assert [entry.guid for entry in found.entries] == ["1", "2"]
    assert (found.title, found.complete) == ("F", False)
    assert "cut off" in found.problem


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ('{"error": "no such page"}', "not a feed: some other JSON"),
        ("[1, 2]", "not a feed: some other JSON"),
        ('{"items": [{"name": "x"}]}', "not a feed: some other JSON"),
        (f'{{"version": "{VERSION}", "items": {{}}}}', "a JSON Feed without a list of items"),
        ('{"a": ' + "[" * 100_000, "JSON that is nested too deeply to be read"),
        ("{nothing", "JSON that is broken or cut off"),
    ],
)
def test_json_that_is_no_feed_is_refused_in_words(body: str, title: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(body)
    assert caught.value.title == title


def test_what_an_error_answer_says_is_told() -> None:
    with pytest.raises(ParseError) as caught:
        read('{"error": "no \\u001b[31msuch page"}')
    assert caught.value.detail == "it says: no such page"
