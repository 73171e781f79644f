"""Hostile bodies, synced over HTTP beside good feeds, then shown and exported: each as its `must` says."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Corpus
from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.model import FeedResult
from loopback_site import served

GOOD = 4
NOT_FEEDS = (
    "empty.xml whitespace.xml html-error-page.xml html-with-feed-link.xml captcha.xml plain-text.xml path-as-body.xml "
    "url-as-body.xml binary.xml png.xml json-deep.json.gz json-items-object.json json-not-feed.json"
).split()
ITEMS = {
    "enc-invalid-utf8.xml": 2,
    "enc-nul-bytes.xml": 3,
    "enc-charref-bad.xml": 8,
    "guid-duplicate.xml": 3,
    "guid-missing.xml": 8,
    "guid-odd.xml.gz": 11,
    "link-schemes.xml": 40,
    "link-schemes.json": 40,
    "dates.xml": 45,
    "dates-atom.xml": 45,
    "title-control-chars.json": 14,
    "title-control-chars-ncr.xml": 14,
    "title-control-chars-raw.xml": 14,
    "title-control-chars-html.xml": 6,
    "title-rich-markup.xml": 24,
    "title-bidi-unicode.json": 22,
    "title-bidi-unicode.xml": 22,
    "title-very-long.xml.gz": 8,
    "title-markdown-yaml-path.xml": 30,
    "php-warning-first.xml": 20,
    "mixed-rss-atom.xml": 2,
    "items-50k.xml.gz": 50000,
    "json-bom.json": 1,
    **dict.fromkeys(
        (
            "xml-external-dtd.xml xml-huge-comment.xml.gz xml-base-bad.xml enclosures.xml enc-latin1-declared-utf8.xml "
            "enc-utf8-declared-latin1.xml enc-bogus.xml enc-utf16-nobom.xml enc-bom-bom-ws.xml enc-shift_jis.xml "
            "enc-shift_jis-undeclared.xml enc-gb18030.xml enc-gb18030-undeclared.xml xhtml-content.xml "
            "categories-5000.xml.gz self-referencing.xml html-deep-div.xml.gz html-script-style.xml"
        ).split(),
        1,
    ),
}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
FEED = (
    "<rss version='2.0'><channel><title>Good {0}</title>"
    + "".join(f"<item><guid>{{0}}-{n}</guid><title>Good {n}</title></item>" for n in range(10))
    + "</channel></rss>"
)


@dataclass
class Synced:
    """A desk on which all hostile bodies were synced twice."""

    desk: Desk
    results: dict[str, FeedResult]
    again: dict[str, FeedResult]
    items: defaultdict[str, list[int]]
    feeds: dict[str, int]
    requests: list[str]


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> Iterator[Synced]:
    names = {}
    with served() as site, desk_in(tmp_path_factory.mktemp("nasty")) as desk:
        for entry in corpus.of_kind("nasty"):
            name = Path(entry["file"]).name
            if name.startswith("opml"):
                continue
            media = "application/feed+json" if ".json" in name else "application/xml"
            site.put(f"/{name}", corpus.data(entry), media)
            names[desk.subscriptions.add_unchecked(f"{site.base}/{name}", allow_private=True)] = name
        for number in range(GOOD):
            site.put(f"/good-{number}", FEED.format(number).encode())
            id = desk.subscriptions.add_unchecked(f"{site.base}/good-{number}", allow_private=True)
            names[id] = f"good-{number}"
        results = {names[result.feed]: result for result in desk.syncing.run().results}
        with desk.store.change() as change:
            for id, fetch in list(desk.store.fetches.items()):
                change.put("fetches", id, {key: value for key, value in fetch.items() if key != "body_hash"})
        again = {names[result.feed]: result for result in desk.syncing.run().results}
        items = defaultdict(list)
        for id, doc in desk.store.items.items():
            items[names[doc["feed"]]].append(id)
        yield Synced(desk, results, again, items, {name: id for id, name in names.items()}, list(site.requests))


def test_the_good_feeds_beside_them_are_complete(synced: Synced) -> None:
    for number in range(GOOD):
        assert synced.results[f"good-{number}"].status == "new"
        assert len(synced.items[f"good-{number}"]) == 10


@pytest.mark.parametrize("name", NOT_FEEDS)
def test_what_is_no_feed_is_a_failure_in_words(synced: Synced, name: str) -> None:
    assert synced.results[name].status == "failed"
    assert synced.results[name].message
    assert synced.desk.feed(synced.feeds[name]).error
    assert synced.items[name] == []


@pytest.mark.parametrize("name", ITEMS)
def test_what_is_a_feed_gives_all_its_items(synced: Synced, name: str) -> None:
    assert len(synced.items[name]) == ITEMS[name], synced.results[name]


def test_the_same_bytes_again_add_and_change_nothing(synced: Synced) -> None:
    assert {name: result for name, result in synced.again.items() if result.new or result.updated} == {}


def test_nothing_else_was_asked_for(synced: Synced) -> None:
    expected = {f"/{name}" for name in synced.feeds}
    assert set(synced.requests) <= expected


def test_no_local_file_was_read(synced: Synced) -> None:
    for name in ("xml-external-entity.xml", "path-as-body.xml"):
        for id in synced.items[name]:
            shown = synced.desk.item(id).title + synced.desk.document(id).text
            assert "root:" not in shown
            assert "localhost" not in shown


def test_a_cut_off_feed_keeps_its_whole_entries_and_says_so(synced: Synced) -> None:
    assert synced.results["truncated.xml"].status == "partial"
    assert 10 <= len(synced.items["truncated.xml"]) <= 12
    assert "cut" in synced.desk.feed(synced.feeds["truncated.xml"]).error


def test_a_cut_off_json_feed_says_so(synced: Synced) -> None:
    assert synced.desk.feed(synced.feeds["json-truncated.json"]).error


def test_no_control_character_is_stored_or_shown(synced: Synced) -> None:
    for name, ids in synced.items.items():
        for id in ids[:200]:
            item = synced.desk.item(id)
            texts = (item.title, item.summary, item.url, item.guid, *item.authors, synced.desk.document(id).text)
            for text in texts:
                assert not CONTROL.search(text), (name, id)
                text.encode("utf-8")


def test_every_item_has_a_headline_and_a_time(synced: Synced) -> None:
    for ids in synced.items.values():
        for id in ids[:200]:
            item = synced.desk.item(id)
            assert item.title.strip()
            assert item.sort <= synced.desk.now()


def test_only_web_addresses_are_kept(synced: Synced) -> None:
    for name in ("link-schemes.xml", "link-schemes.json", "html-script-style.xml"):
        for id in synced.items[name]:
            links = (synced.desk.item(id).url, *synced.desk.document(id).links)
            assert all(not link or link.startswith(("http://", "https://", "mailto:")) for link in links)


def test_script_and_style_are_not_shown(synced: Synced) -> None:
    (id,) = synced.items["html-script-style.xml"]
    text = synced.desk.document(id).text
    assert "alert" not in text
    assert "javascript:" not in text


def test_markup_in_headlines_stays_text(synced: Synced) -> None:
    titles = [synced.desk.item(id).title for id in synced.items["title-rich-markup.xml"]]
    assert any("[red]" in title or "[bold" in title or "[/" in title for title in titles)


def test_enclosures_have_sizes_that_make_sense(synced: Synced) -> None:
    (id,) = synced.items["enclosures.xml"]
    enclosures = synced.desk.item(id).enclosures
    assert len(enclosures) <= 20
    assert all(enclosure.get("length", 0) >= 0 for enclosure in enclosures)


@pytest.mark.parametrize(
    ("name", "title"),
    [("enc-shift_jis.xml", "日本語の記事"), ("enc-gb18030.xml", "中文标题"), ("cdata-nested.xml", "a ]]> b")],
)
def test_headlines_come_out_right(synced: Synced, name: str, title: str) -> None:
    assert synced.desk.item(synced.items[name][0]).title == title


def test_html_and_xhtml_headlines_read_alike(synced: Synced) -> None:
    (id,) = synced.items["xhtml-content.xml"]
    assert synced.desk.item(id).title == "A <b> & c"


def test_a_subscription_does_not_move_by_itself(synced: Synced) -> None:
    feed = synced.desk.feed(synced.feeds["self-referencing.xml"])
    assert feed.url.endswith("/self-referencing.xml")


def test_every_item_is_exported_as_one_safe_file(synced: Synced, tmp_path: Path) -> None:
    ids = [id for kept in synced.items.values() for id in kept[:45]]
    written = synced.desk.exports.write(ids, folder=tmp_path / "posts")
    files = list((tmp_path / "posts").rglob("*"))
    assert len(files) == len(written) == len({post.path for post in written}) == len(ids)
    for file in files:
        assert file.parent == tmp_path / "posts"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]+\.md", file.name)
        text = file.read_text("utf-8")
        assert not CONTROL.search(text)
        assert "<script" not in text.split("\n---\n", 1)[1].lower()
        assert unicodedata.is_normalized("NFC", text)
    assert list(tmp_path.iterdir()) == [tmp_path / "posts"]
