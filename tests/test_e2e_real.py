"""Captured feeds of real publishers, served over HTTP and synced."""

from collections import Counter
from pathlib import Path

from conftest import Corpus
from desk_fixtures import desk_in
from loopback_site import served

TYPES = {"json": "application/feed+json", "atom": "application/atom+xml", "rdf": "application/rdf+xml"}


def test_every_real_feed_gives_its_items_and_a_second_sync_changes_nothing(tmp_path: Path, corpus: Corpus) -> None:
    real = corpus.of_kind("real")
    expected: dict[str, int] = {}
    with served() as site, desk_in(tmp_path) as desk:
        for entry in real:
            name = Path(entry["file"]).name.removesuffix(".gz")
            url = site.put(f"/{name}", corpus.data(entry), TYPES.get(name.rpartition(".")[2], "application/rss+xml"))
            desk.subscriptions.add_unchecked(url, allow_private=True)
            expected[url] = entry["expected"].get("entries", (entry["feedparser"] or {}).get("n"))
        first = desk.syncing.run()
        got = Counter(desk.store.feeds[doc["feed"]]["url"] for doc in desk.store.items.values())
        assert {result.url: result.message for result in first.results if result.status == "failed"} == {}
        assert {url: (n, got[url]) for url, n in expected.items() if got[url] != n} == {}
        assert len(expected) == len(real) == 96

        before = {id: dict(doc) for id, doc in desk.store.items.items()}
        again = desk.syncing.run()
        assert (again.new, again.updated) == (0, 0)
        assert desk.store.items == before


def test_reading_anew_without_the_body_hash_changes_nothing_either(tmp_path: Path, corpus: Corpus) -> None:
    with served() as site, desk_in(tmp_path) as desk:
        for entry in corpus.of_kind("real"):
            url = site.put(f"/{Path(entry['file']).name}", corpus.data(entry))
            desk.subscriptions.add_unchecked(url, allow_private=True)
        desk.syncing.run()
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
