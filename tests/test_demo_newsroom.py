"""The newsroom of the demo: its texts, its feeds in every format, and the server that behaves like the web."""

import http.client
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from hrd_tui.demo.calendar import dated
from hrd_tui.demo.formats import FORMATS, feed
from hrd_tui.demo.server import DemoServer
from hrd_tui.demo.sources import Source, page, sources
from hrd_tui.feeds import opml
from hrd_tui.feeds.parse import parse
from hrd_tui.text.dates import parse as parse_date

NOW = datetime(2026, 1, 29, 12, 0, tzinfo=UTC)
NEWSROOM = sources(NOW)
READABLE = [source for source in NEWSROOM if source.fault not in ("gone", "challenge")]
FOLDER = files("hrd_tui.demo")
TEXTS = [file.read_text("utf-8") for file in (FOLDER / "newsroom").iterdir() if file.is_file()]
TEXTS.append((FOLDER / "daybook.toml").read_text("utf-8"))


def named(slug: str, newsroom: tuple[Source, ...] = NEWSROOM) -> Source:
    return next(source for source in newsroom if source.slug == slug)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(NOW, patience=None) as running:
        yield running


def get(url: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """The answer to one request on a connection of its own; no redirect is followed."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request(
            "GET", parts.path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def address(server: DemoServer, title: str) -> str:
    return next(url for url, name, _ in server.feeds if name == title)


class TestTexts:
    def test_there_is_a_newsroom_to_work_in(self) -> None:
        listed = [source for source in READABLE if source.listed]
        assert len(listed) >= 12
        assert sum(len(source.stories) for source in listed) - 1 >= 150  # one story is cut off

    def test_every_format_is_spoken(self) -> None:
        assert {source.format for source in READABLE} == set(FORMATS)

    def test_it_is_told_in_four_languages(self) -> None:
        assert {source.language for source in NEWSROOM} == {"en", "fr", "es", "ar"}

    def test_it_holds_some_thirty_stories_of_length(self) -> None:
        words = [len(re.sub(r"<[^>]+>", " ", story.body).split()) for source in READABLE for story in source.stories]
        assert sum(count >= 150 for count in words) >= 30
        assert max(words) <= 520

    @pytest.mark.parametrize("name", ["Marenko", "Reshani", "Morrow-Paz", "Solvei", "Quiet Glass"])
    def test_the_same_story_stands_in_several_sources(self, name: str) -> None:
        tellers = {source.slug for source in READABLE for story in source.stories if name in story.title + story.body}
        assert len(tellers) >= 4

    def test_no_two_stories_are_alike(self) -> None:
        bodies = [story.body for source in READABLE for story in source.stories]
        assert len(set(bodies)) == len(bodies)

    def test_every_address_is_a_reserved_one(self) -> None:
        hosts = {host for text in TEXTS for host in re.findall(r"(?:https?://|@)([\w.-]+\.\w+)", text)}
        assert {host for host in hosts if not host.endswith(".example")} == set()

    def test_calls_have_deadlines_that_lie_ahead(self) -> None:
        called = re.compile(
            r"(?:deadline|no later than|not later than|closing date|close[sd]? on|[Aa]pply by|[Ss]ubmit(?:ted)? by"
            r"|due by)[^.<]*?((?:\w+, )?\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})"
        )
        found = [
            date
            for source in NEWSROOM
            if source.language == "en"
            for story in source.stories
            if not story.title.startswith("Closed")
            for date in called.findall(story.body)
        ]
        assert len(found) >= 15
        assert [date for date in found if (parse_date(date, NOW) or NOW) <= NOW] == []

    def test_the_same_moment_gives_the_same_bytes(self) -> None:
        assert [feed(source) for source in READABLE] == [
            feed(source) for source in sources(NOW) if source.fault not in ("gone", "challenge")
        ]

    def test_days_are_put_into_the_words_of_the_language(self) -> None:
        assert dated("{weekday:+3} {us:-28}", NOW, "en") == "Sunday, 1 February 2026 January 1, 2026"
        assert dated("{weekday:+3}", NOW, "fr") == "dimanche 1 février 2026"
        assert dated("{weekday:+3}", NOW, "es") == "domingo 1 de febrero de 2026"
        assert dated("{day:+3}", NOW, "ar") == "1 فبراير 2026"
        assert dated("{weekday:+3}", NOW, "de") == "Sonntag, 1. Februar 2026"

    def test_a_story_in_another_language_than_its_feed_has_its_own_words_for_days(self) -> None:
        bodies = [story.body for story in named("concord-press").stories]
        assert ["26 January 2026" in bodies[0], "26 janvier 2026" in bodies[1], "26 de enero de 2026" in bodies[2]] == [
            True
        ] * 3

    def test_no_place_for_a_date_is_left_unfilled(self) -> None:
        shown = [page(name, NOW) for name in ("hillside", "ferry-inquiry", "gone")]
        shown += [feed(source).decode(FORMATS[source.format].encoding) for source in READABLE]
        assert [text for text in shown if re.search(r"\{\w+:[+-]?\d", text)] == []


class TestFormats:
    @pytest.mark.parametrize("source", READABLE, ids=lambda source: source.slug)
    def test_the_desk_reads_every_story(self, source: Source) -> None:
        parsed = parse(feed(source), "http://127.0.0.1/feed", FORMATS[source.format].media_type, NOW)
        whole = source.fault != "cut"
        assert parsed.complete is whole
        assert len(parsed.entries) == len(source.stories) - (not whole)
        assert all(entry.body for entry in parsed.entries)
        assert parsed.title == source.title

    @pytest.mark.parametrize(
        "source",
        [source for source in READABLE if "json" not in source.format and not source.fault],
        ids=lambda source: source.slug,
    )
    def test_xml_is_well_formed(self, source: Source) -> None:
        ElementTree.fromstring(feed(source))

    def test_a_standing_page_has_no_date(self) -> None:
        parsed = parse(feed(named("free-pens")), "http://127.0.0.1/feed", "text/xml", NOW)
        assert [entry.title for entry in parsed.entries if entry.published is None] == [
            "Our list: 212 in prison on the first of the month"
        ]

    def test_json_feeds_differ_in_how_they_name_authors(self) -> None:
        old, new = json.loads(feed(named("juniper"))), json.loads(feed(named("calls-board")))
        assert (old["version"], new["version"]) == (
            "https://jsonfeed.org/version/1",
            "https://jsonfeed.org/version/1.1",
        )
        assert old["items"][0]["author"]["name"]
        assert new["items"][0]["authors"][0]["name"]

    def test_xhtml_stands_in_the_atom_feed_as_elements(self) -> None:
        root = ElementTree.fromstring(feed(named("lantern")))
        assert root.findall(".//{http://www.w3.org/1999/xhtml}li")

    def test_the_latin_feed_says_so_and_is(self) -> None:
        assert b'encoding="ISO-8859-1"' in feed(named("cauce"))
        assert "Ríos, tierra".encode("latin-1") in feed(named("cauce"))


class TestServer:
    def test_every_listed_feed_is_in_the_opml(self, server: DemoServer) -> None:
        read = opml.read(server.opml())
        assert [(outline.url, outline.title, outline.folder) for outline in read.feeds] == server.feeds

    def test_an_unchanged_feed_answers_304(self, server: DemoServer) -> None:
        url = address(server, "Lantern Network")
        first, _ = get(url)
        again, body = get(url, If_None_Match=first.headers["ETag"])
        assert (first.status, again.status, body) == (200, 304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]

    def test_the_date_alone_is_a_validator_too(self, server: DemoServer) -> None:
        url = address(server, "Lantern Network")
        first, _ = get(url)
        assert get(url, If_Modified_Since=first.headers["Last-Modified"])[0].status == 304

    def test_an_etag_that_differs_outweighs_the_date(self, server: DemoServer) -> None:
        url = address(server, "Lantern Network")
        first, _ = get(url)
        answer, _ = get(url, If_Modified_Since=first.headers["Last-Modified"], If_None_Match='"another"')
        assert answer.status == 200

    def test_later_stories_come_with_the_second_request(self) -> None:
        with DemoServer(NOW) as server:
            url = address(server, "Harbour Watch")
            first, _ = get(url)
            second, body = get(url, If_None_Match=first.headers["ETag"])
        assert second.status == 200
        assert b"Appeal lodged for Ilsa Marenko" in body

    def test_advance_brings_three_stories_and_one_correction(self, server: DemoServer) -> None:
        urls = [url for url, _, _ in server.feeds]
        before = [get(url)[1] for url in urls]
        server.advance()
        changed = [url for url, body in zip(urls, before, strict=True) if get(url)[1] != body]
        grown = sum(len(source.stories) for source in sources(NOW, later=True)) - sum(
            len(source.stories) for source in NEWSROOM
        )
        assert (len(changed), grown) == (4, 3)

    def test_a_correction_is_dated_and_keeps_the_address(self) -> None:
        before = named("court-observers").stories[0]
        after = named("court-observers", sources(NOW, later=True)).stories[0]
        assert (after.link, after.published) == (before.link, before.published)
        assert after.updated == NOW
        assert after.body != before.body

    def test_a_feed_that_moved_redirects_to_its_address(self, server: DemoServer) -> None:
        answer, _ = get(address(server, "Upland Rights Bulletin"))
        assert answer.status == 301
        assert get(server.base + answer.headers["Location"])[0].status == 200

    def test_the_blog_of_the_editor_has_a_feed(self, server: DemoServer) -> None:
        answer, body = get(server.blog_feed)
        assert (answer.status, body) == (200, server.blog.feed())
        assert not [url for url, _, _ in server.feeds if url == server.blog_feed]

    def test_a_feed_is_gone(self, server: DemoServer) -> None:
        assert get(address(server, "Old Quay Bulletin"))[0].status == 410

    def test_a_feed_answers_with_a_page_instead(self, server: DemoServer) -> None:
        answer, body = get(address(server, "Metro Rights Monitor"))
        assert answer.status == 200
        assert body.startswith(b"<!DOCTYPE html>")

    def test_the_site_names_its_feed(self, server: DemoServer) -> None:
        _, body = get(server.site_page)
        href = re.search(rb'rel="alternate"[^>]*href="([^"]+)"', body)
        assert href is not None
        assert get(server.site_page + href[1].decode())[0].status == 200

    def test_nobody_has_subscribed_to_the_site_yet(self, server: DemoServer) -> None:
        assert not [url for url, _, _ in server.feeds if url.startswith(server.site_page)]

    def test_the_article_is_a_page(self, server: DemoServer) -> None:
        assert b"harbour master" in get(server.article_page)[1]

    def test_what_is_not_there_is_not_found(self, server: DemoServer) -> None:
        assert get(server.base + "/nothing")[0].status == 404
