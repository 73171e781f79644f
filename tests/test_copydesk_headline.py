"""Headline, publisher, slug and file name of a post."""

import pytest

from compose_fixtures import NOW, source_of
from hrd_tui.copydesk.compose import compose
from hrd_tui.copydesk.headline import MAX_SLUG, headline, publisher, slug
from hrd_tui.copydesk.render import filename


@pytest.mark.parametrize(
    ("title", "feed", "url", "expected"),
    [
        ("A boat sinks | The Beacon", "The Beacon", "https://x.example/a", "A boat sinks"),
        ("A boat sinks - News - JURIST", "JURIST - News", "https://www.jurist.example/a", "A boat sinks"),
        ("A boat sinks – Human Rights Watch", "Newsroom", "https://www.hrw.example/a", "A boat sinks"),
        ("A boat sinks | ISHR", "Harbour Service for Human Rights (ISHR)", "https://x.example", "A boat sinks"),
        ("Fighting resumes - Sudan", "Sudan Tribune", "https://sudantribune.example/a", "Fighting resumes - Sudan"),
        ("A network - of lawyers", "The Beacon", "https://x.example/a", "A network - of lawyers"),
        ("A boat sinks - Xylophones", "", "https://x.example/a", "A boat sinks - Xylophones"),
        ("The Beacon", "The Beacon", "https://beacon.example/", "The Beacon"),
        ("Two\xa0words\n and\tmore", "", "", "Two words and more"),
        ("Self-made – a life", "", "", "Self-made – a life"),
    ],
)
def test_the_headline_loses_only_the_name_of_the_site(title: str, feed: str, url: str, expected: str) -> None:
    assert headline(title, feed, url) == expected


@pytest.mark.parametrize(
    ("feed", "expected"),
    [("JURIST - News", "JURIST"), ("News | The Beacon", "The Beacon"), ("Latest news", "x.example"), ("", "x.example")],
)
def test_the_publisher_is_who_the_feed_names(feed: str, expected: str) -> None:
    assert publisher(feed, "https://www.x.example/a") == expected


def test_an_item_taken_by_hand_is_named_after_its_host() -> None:
    draft = compose([source_of(feed=0, feed_title="by hand")], NOW)
    assert draft.sources[0].publisher == "beacon.example"


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "CON",
        ".",
        "",
        "   ",
        "日本語の記事",
        "a" * 300,
        "$(id) `id` ; rm -rf ~",
        "%s {0}",
        "-rf",
        "\x00",
    ],
)
def test_a_file_name_is_safe_whatever_the_title(title: str) -> None:
    name = filename(compose([source_of(title=title, feed_title="")], NOW))
    assert name.removeprefix("2026-02-04-").removesuffix(".md").replace("-", "").isalnum()
    assert name.isascii()
    assert len(name) <= 80


def test_a_slug_ends_with_a_whole_word() -> None:
    made = slug("Experts say that the harbour’s defenders of " + "rights " * 20, "x")
    assert made.startswith("experts-say-that-the-harbours-defenders-of-rights")
    assert made.endswith("rights")
    assert len(made) <= MAX_SLUG


def test_an_item_without_title_and_text_is_named_by_its_number() -> None:
    assert compose([source_of("", id=7, title="")], NOW).title == "Item 7"
