"""Lists of subscriptions that others wrote, and hostile ones: their feeds are found, whatever state they are in."""

from typing import Any

from conftest import Corpus
from hrd_tui.feeds.opml import LONGEST, read, write
from hrd_tui.text.clean import clean

# Where the right number is not that of the distinct addresses in `xmlUrl`, and why.
EXCEPTIONS = {
    "opml/listparser__tests_files_opml_opportunities_opml-htmlUrl-empty.xml": (0, "its address is empty"),
    "opml/listparser__tests_files_opml_outline_xmlUrl-empty.xml": (0, "its address is empty"),
    "opml/listparser__tests_files_opml_outline_type-source.xml": (0, "it is a list of lists"),
    "opml/newsboat__test_data_piped.opml": (1, "the other is a command"),
}


def expected(entry: dict[str, Any]) -> int:
    if entry["file"] in EXCEPTIONS:
        return EXCEPTIONS[entry["file"]][0]
    said = entry["opml"]
    return int(said["distinct_urls"] or said["listparser_feeds"])


def test_every_list_of_the_corpus_gives_its_feeds(corpus: Corpus) -> None:
    lists = corpus.of_kind("opml")
    assert len(lists) == 120
    wrong = {entry["file"]: len(read(corpus.data(entry)).feeds) for entry in lists}
    assert {file: count for file, count in wrong.items() if count != expected(_named(lists, file))} == {}


def test_every_list_of_the_corpus_comes_back_the_same(corpus: Corpus) -> None:
    for entry in corpus.of_kind("opml"):
        once = read(corpus.data(entry))
        again = read(write(once.feeds, once.title))
        assert set(again.feeds) == set(once.feeds), entry["file"]
        assert again.title == once.title
        assert not again.skipped


def test_titles_and_folders_are_those_that_peers_read(corpus: Corpus) -> None:
    compared = 0
    for entry in corpus.of_kind("opml"):
        peer = entry["opml"]["first"]
        feed = next((feed for feed in read(corpus.data(entry)).feeds if peer and feed.url == peer["url"]), None)
        if feed:
            assert feed.title == clean(peer["title"], line=True), entry["file"]
            folders = ["/".join(path) for path in peer["categories"]]
            assert feed.folder in folders or not feed.folder, entry["file"]
            compared += 1
    assert compared > 60


def test_a_plain_list_of_addresses_is_a_list(corpus: Corpus) -> None:
    entry = corpus.of_kind("urllist")[0]
    lines = corpus.data(entry).decode().split()
    assert [feed.url for feed in read(corpus.data(entry)).feeds] == lines
    assert len(lines) == 2000


def test_five_thousand_nested_outlines_hold_one_feed(corpus: Corpus) -> None:
    subscriptions = read(corpus.data(_nasty(corpus, "opml-deep.opml.gz")))
    assert [feed.url for feed in subscriptions.feeds] == ["https://x.example/f"]
    assert len(subscriptions.feeds[0].folder) <= LONGEST


def test_a_hostile_list_gives_its_web_feeds_once_and_a_report(corpus: Corpus) -> None:
    subscriptions = read(corpus.data(_nasty(corpus, "opml-hostile.opml")))
    assert [feed.url for feed in subscriptions.feeds] == [
        "https://a.example/f",
        "https://a.example/f/",
        "https://b.example/f",
        "http://c.example/f",
        "https://d.example/f",
        "https://e.example/f",
        "https://bücher.example/f",
        "https://u:p@f.example/f",
        "http://127.0.0.1:9/f",
        "https://g.example/f",
        "https://h.example/f",
    ]
    assert [line.partition("”")[0] for line in subscriptions.skipped] == [
        "“js",
        "“file",
        "“dup",
        "“dup case",
        "“no url",
    ]
    assert subscriptions.feeds[0].title == "[bold]m[/nosuch]"
    assert "root:" not in str(subscriptions)


def test_latin_1_and_a_title_in_place_of_a_text_are_read(corpus: Corpus) -> None:
    assert read(corpus.data(_nasty(corpus, "opml-latin1.opml"))).feeds[0].title == "Café"


def _named(entries: list[dict[str, Any]], file: str) -> dict[str, Any]:
    return next(entry for entry in entries if entry["file"] == file)


def _nasty(corpus: Corpus, name: str) -> dict[str, Any]:
    return _named(corpus.of_kind("nasty"), f"feeds/nasty/{name}")
