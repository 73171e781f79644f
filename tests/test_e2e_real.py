"""Captured feeds of real publishers, served over HTTP and synced."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import Corpus
from desk_fixtures import desk_in
from hrd_tui.desk.desk import Desk
from hrd_tui.model import SyncReport
from loopback_site import Site, served

TYPES = {"json": "application/feed+json", "atom": "application/atom+xml", "rdf": "application/rdf+xml"}


@dataclass
class Synced:
    """A desk on which all real feeds were synced once, and how many entries each address has."""

    site: Site
    desk: Desk
    first: SyncReport
    expected: dict[str, int]


@pytest.fixture(scope="module")
def synced(tmp_path_factory: pytest.TempPathFactory, corpus: Corpus) -> Iterator[Synced]:
    expected: dict[str, int] = {}
    with served() as site, desk_in(tmp_path_factory.mktemp("real")) as desk:
        for entry in corpus.of_kind("real"):
            name = Path(entry["file"]).name.removesuffix(".gz")
            url = site.put(f"/{name}", corpus.data(entry), TYPES.get(name.rpartition(".")[2], "application/rss+xml"))
            desk.subscriptions.add_unchecked(url, allow_private=True)
            expected[url] = entry["expected"].get("entries", (entry["feedparser"] or {}).get("n"))
        yield Synced(site, desk, desk.syncing.run(), expected)


def test_every_real_feed_gives_its_items_and_a_second_sync_changes_nothing(synced: Synced, corpus: Corpus) -> None:
    desk, expected = synced.desk, synced.expected
    got = Counter(desk.store.feeds[doc["feed"]]["url"] for doc in desk.store.items.values())
    assert {result.url: result.message for result in synced.first.results if result.status == "failed"} == {}
    assert {url: (n, got[url]) for url, n in expected.items() if got[url] != n} == {}
    assert len(expected) == len(corpus.of_kind("real")) == 96

    before = {id: dict(doc) for id, doc in desk.store.items.items()}
    again = desk.syncing.run()
    assert (again.new, again.updated) == (0, 0)
    assert desk.store.items == before


def test_reading_anew_without_the_body_hash_and_under_another_type_changes_nothing_either(synced: Synced) -> None:
    desk = synced.desk
    for path, (body, _) in list(synced.site.bodies.items()):
        synced.site.put(path, body)
    with desk.store.change() as change:
        for id, fetch in list(desk.store.fetches.items()):
            change.put("fetches", id, {key: value for key, value in fetch.items() if key != "body_hash"})
    again = desk.syncing.run()
    assert (again.new, again.updated) == (0, 0)


def test_every_list_of_subscriptions_imports(tmp_path: Path, corpus: Corpus) -> None:
    lists = corpus.of_kind("opml")
    assert len(lists) == 120
    wrong = {}
    for number, entry in enumerate(lists):
        with desk_in(tmp_path / str(number)) as desk:
            imported = desk.subscriptions.import_opml(corpus.data(entry))
            count = len(desk.subscriptions.ids())
        # One list names a program as a feed; a program is never run, so it is left out and said to be.
        commands = sum("only http and https" in sentence and "|" in sentence for sentence in imported.skipped)
        if count + commands != entry["opml"]["listparser_feeds"]:
            wrong[entry["file"]] = (entry["opml"], count)
    assert wrong == {}
