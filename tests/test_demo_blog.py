"""The blog of the demo's editor, and the lists."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from hrd_tui.archive import kind, pages, wxr
from hrd_tui.archive.blog import Blog as Where
from hrd_tui.archive.feed import read as read_feed
from hrd_tui.archive.post import Post
from hrd_tui.copydesk.terms import Terms
from hrd_tui.demo.blog import ADDRESS, FORMER, blog
from hrd_tui.demo.lists import lists
from hrd_tui.demo.sources import sources
from hrd_tui.feeds.parse import parse
from hrd_tui.signals import places
from hrd_tui.signals.gazetteer import Gazetteer
from hrd_tui.signals.names import Names, shipped
from hrd_tui.signals.reading import Reading, paragraphs
from hrd_tui.text.document import from_html

NOW = datetime(2026, 1, 29, 12, 0, tzinfo=UTC)
BLOG = blog(NOW)
WHERE = Where.at(ADDRESS, [FORMER])


def fed() -> list[Post]:
    data = BLOG.feed()
    return read_feed(data, parse(data, ADDRESS, "application/rss+xml", NOW))


class TestBlog:
    def test_the_export_has_all_but_the_newest_posts(self) -> None:
        posts = wxr.read(BLOG.export())
        assert kind.of(BLOG.export()) == kind.WXR
        assert [post.url for post in posts] == [post.url for post in BLOG.exported]
        assert len(BLOG.posts) - len(BLOG.exported) == 2

    def test_the_feed_has_the_newest_ten(self) -> None:
        assert kind.of(BLOG.feed()) == kind.FEED
        assert [post.title for post in fed()] == [post.title for post in BLOG.posts[:10]]

    def test_a_saved_page_has_the_posts_of_its_tag_on_the_former_host(self) -> None:
        posts = pages.read(BLOG.saved_page("Hanne Solvei"))
        assert {WHERE.canonical(post.url) for post in posts} == {
            WHERE.canonical(post.url) for post in BLOG.exported if "Hanne Solvei" in post.tags
        }
        assert len(posts) == 3
        assert all(FORMER in post.url and "Hanne Solvei" in post.tags and post.body for post in posts)

    @pytest.mark.parametrize("text", [BLOG.export(), BLOG.feed()], ids=["export", "feed"])
    def test_xml_is_well_formed(self, text: bytes) -> None:
        ElementTree.fromstring(text)

    def test_days_and_addresses_are_filled_in(self) -> None:
        for text in (BLOG.export(), BLOG.feed(), BLOG.saved_page("Ilsa Marenko")):
            assert not re.search(r"\{\w+:", text.decode())

    def test_posts_refer_to_earlier_posts(self) -> None:
        own = {post.url: post.published for post in BLOG.posts}
        referred = [
            (post, url) for post in BLOG.posts for url in re.findall(r"https://daybook\S+/", " ".join(post.paragraphs))
        ]
        assert len(referred) >= 8
        assert all(own[url] < post.published for post, url in referred)

    def test_every_address_is_a_reserved_one(self) -> None:
        hosts = re.findall(r"https?://([\w.-]+)", " ".join(line for post in BLOG.posts for line in post.paragraphs))
        assert {host for host in hosts if not host.endswith(".example")} == set()

    def test_the_same_moment_gives_the_same_bytes(self) -> None:
        assert blog(NOW).export() == BLOG.export()


class TestLists:
    def test_they_are_the_files_of_an_editor(self) -> None:
        assert set(lists()) == {"people.txt", "organisations.txt", "places.toml", "terms.toml"}

    def test_each_can_be_used(self) -> None:
        assert Names.with_own(lists()["people.txt"], lists()["organisations.txt"]).problems == ()
        assert Terms.read(lists()["terms.toml"]).problems == ()
        assert Gazetteer.with_own(lists()["places.toml"]).code("Vessara") == "VES"

    def test_nobody_and_no_place_of_the_newsroom_is_real(self) -> None:
        """What is listed for the program's own use is named nowhere in the demo."""
        names = Names(shipped("people"), shipped("organisations"))
        real = []
        for reading in readings():
            found = places.find(reading)
            real += [one.value for one in (*found.subject, *found.mentioned, *names.organisations(reading))]
            real += [one.value for one in names.mentioned(reading)]
        assert real == []


def readings() -> list[Reading]:
    stories = [story for source in sources(NOW, later=True) for story in source.stories]
    return [Reading(story.title, paragraphs(from_html(story.body, story.link))) for story in stories] + [
        Reading(post.title, post.paragraphs) for post in BLOG.posts
    ]
