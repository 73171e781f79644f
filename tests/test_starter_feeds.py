"""The subscriptions that the project ships."""

import json
from pathlib import Path

import pytest

from hrd_tui.feeds import opml
from hrd_tui.feeds.addresses import target

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "feeds.opml"
RESEARCHED = ROOT.parent / "shared" / "feeds.json"


@pytest.fixture
def shipped() -> opml.Subscriptions:
    return opml.read(SHIPPED.read_bytes())


@pytest.fixture
def starters() -> list[opml.Outline]:
    if not RESEARCHED.exists():
        pytest.skip("the list of researched feeds does not lie beside the checkout")
    researched = json.loads(RESEARCHED.read_text("utf-8"))
    return [
        opml.Outline(feed["feed_url"], feed["title"], feed["site"] or "", feed["folder"])
        for feed in researched
        if feed["starter"]
    ]


def test_there_are_eighty_in_folders(shipped: opml.Subscriptions) -> None:
    assert len(shipped.feeds) == 80
    assert not shipped.skipped
    assert all(feed.title and feed.folder for feed in shipped.feeds)


def test_each_one_is_a_public_web_address(shipped: opml.Subscriptions) -> None:
    for feed in shipped.feeds:
        target(feed.url)
        target(feed.site)


def test_the_file_is_what_the_researched_list_gives(starters: list[opml.Outline]) -> None:
    assert SHIPPED.read_bytes() == opml.write(starters, "Human rights defenders: starter feeds")


def test_titles_sites_and_folders_are_kept(shipped: opml.Subscriptions, starters: list[opml.Outline]) -> None:
    assert sorted(shipped.feeds, key=lambda feed: feed.url) == sorted(starters, key=lambda feed: feed.url)
