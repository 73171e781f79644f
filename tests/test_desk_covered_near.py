"""Earlier posts of the blog: found, near to an item, read again for other lists."""

import threading
from contextlib import closing
from pathlib import Path

import pytest

from archive_fixtures import BLOG, CLASSIC_PAGE, FIRST, SECOND, SITEMAP, wxr, wxr_item
from covered_fixtures import desk, desk_for, put, site
from desk_fixtures import paths
from hrd_tui.desk.desk import Desk
from hrd_tui.errors import UsageProblem
from hrd_tui.text.urls import canonical

__all__ = ["desk", "site"]


def test_posts_are_found_by_words_category_and_tag_newest_first(desk: Desk, tmp_path: Path) -> None:
    desk.covered.import_path(put(tmp_path, "x.html", CLASSIC_PAGE))
    find = desk.covered.find
    newest, first = find()
    assert desk.covered.get(newest)["url"] == SECOND
    assert find("FÉRRY court.example") == [first]
    assert find(category="ports") == [newest, first]
    assert find(category="Ports", tag="trial") == [first]
    assert find("nowhere") == find(tag="ports") == []
    assert desk.covered.terms() == ({"Law": 1, "Ports": 2}, {"ferry": 1, "trial": 1})
    with pytest.raises(UsageProblem):
        desk.covered.get(99)


LONG = " ".join(f"The court of the harbour heard witness number {number} on Friday." for number in range(12))


@pytest.fixture
def covered(desk: Desk, tmp_path: Path) -> Desk:
    """A desk whose blog had a post on the trial, which cites court.example."""
    put(paths(tmp_path).config, "people.txt", b"Ana Ruiz\n")
    text = f"Ana Ruiz stands trial in Norway.\n\n{LONG}\n\nhttps://court.example/list/7"
    desk.covered.import_path(put(tmp_path, "x.xml", wxr(wxr_item(content=text))))
    return desk


def arrive(desk: Desk, title: str, url: str, html: str) -> int:
    """An item of a feed, read by the signals."""
    with desk.store.change() as change:
        id = change.new_id("items")
        moment = "2026-01-31T10:00:00Z"
        doc = {"feed": 1, "title": title, "url": url, "canonical": canonical(url), "arrived": moment, "sort": moment}
        change.put("items", id, doc | {"body": change.body(html)})
    desk.signals.catch_up()
    return id


@pytest.mark.parametrize(
    ("title", "url", "html", "why"),
    [
        ("A list", "http://www.court.example/list/7/?utm_source=x", "<p>Nothing else.", "the post cites it"),
        ("Echo", "http://old-harbour.example/2025/05/28/ferry-workers-charged/", "<p>No.", "this is the post"),
        ("More", "https://a.example/more", f'<a href="{FIRST}">as told</a>', "it links to the post"),
        ("Words of the court", "https://a.example/words", f"<p>{LONG}", "the same text"),
        ("Ferry workers charged again", "https://a.example/1", "<p>Nothing else.", "words: "),
        ("Prize for a lawyer", "https://a.example/2", "<p>Ana Ruiz of Norway was honoured in Oslo.", "Ana Ruiz, "),
    ],
)
def test_an_item_is_near_to_the_post_that_covered_it(covered: Desk, title: str, url: str, html: str, why: str) -> None:
    [earlier] = covered.covered.nearest(arrive(covered, title, url, html))
    assert (earlier.url, earlier.date, earlier.title) == (FIRST, "2025-05-28", "Ferry workers charged")
    assert earlier.why.startswith(why)


def test_an_item_of_another_matter_is_near_to_nothing(covered: Desk) -> None:
    item = arrive(covered, "Weather", "https://weather.example/today", "<p>Rain is expected on the coast.")
    assert covered.covered.nearest(item) == []
    with pytest.raises(UsageProblem):
        covered.covered.nearest(99)


def test_an_archived_item_is_near_to_the_same_posts_for_the_same_reasons(covered: Desk) -> None:
    item = arrive(covered, "Prize for a lawyer", "https://a.example/2", "<p>Ana Ruiz of Norway was honoured in Oslo.")
    with covered.store.change() as change:
        change.put("states", item, {"read": True, "ruled": ["law: highlighted"]})
    near, told = covered.covered.nearest(item), covered.signals.of(item)
    assert near[0].why.startswith("Ana Ruiz, ")
    assert told.of("rule")
    assert covered.past.move(days=1).items == 1
    assert covered.covered.nearest(item) == near
    assert covered.signals.of(item) == told


def test_what_is_imported_later_is_found_by_the_next_look(covered: Desk, tmp_path: Path) -> None:
    item = arrive(covered, "A link", "https://a.example/pilot", f'<a href="{SECOND}">as told</a>')
    assert covered.covered.nearest(item) == []
    covered.covered.import_path(put(tmp_path, "y.xml", SITEMAP))
    assert [one.url for one in covered.covered.nearest(item)] == [SECOND]


def test_people_and_countries_are_read_again_for_other_lists(covered: Desk, tmp_path: Path) -> None:
    [id] = covered.covered.find()
    doc = covered.store.posts[id]
    assert (doc["people"], doc["subject"]) == (["Ana Ruiz"], ["NO"])
    assert covered.covered.read_again() == 0
    with covered.store.change() as change:
        change.put("posts", id, {**doc, "people": ["Nobody"]})
    assert covered.covered.read_again() == 1
    assert covered.store.posts[id] == doc


def test_posts_are_read_again_by_themselves_when_a_list_is_another(covered: Desk, tmp_path: Path) -> None:
    [id] = covered.covered.find()
    body, rules = covered.store.posts[id]["body"], covered.store.posts[id]["rules"]
    assert covered.signals.posts_behind() == 0
    covered.close()
    put(paths(tmp_path).config, "people.txt", b"Ana Ruiz\nThe Court = court of the harbour\nAnna Ruisz = Ana Ruiz\n")
    with closing(desk_for(tmp_path, BLOG)) as desk:
        assert desk.signals.posts_behind() == 1
        assert desk.signals.catch_up() == 0
        doc = desk.store.posts[id]
        assert (desk.signals.posts_behind(), doc["body"]) == (0, body)
        assert doc["rules"] not in ("", rules)
        version = desk.version
        desk.signals.catch_up()
        assert desk.version == version


def test_somebody_put_on_the_watch_list_later_has_earlier_posts(covered: Desk, tmp_path: Path) -> None:
    text = "Mirjam Aasen spoke.\n\n" + LONG
    item = wxr_item(content=text, link=SECOND, title="Mirjam Aasen speaks", number=9)
    covered.covered.import_path(put(tmp_path, "z.xml", wxr(item)))
    covered.close()
    put(paths(tmp_path).config, "people.txt", b"Mirjam Aasen\n")
    with closing(desk_for(tmp_path, BLOG)) as desk:
        desk.signals.catch_up()
        assert [post.url for post in desk.people.of("Aasen").posts] == [SECOND]


def test_the_reading_of_posts_ends_when_it_is_stopped(covered: Desk) -> None:
    [id] = covered.covered.find()
    with covered.store.change() as change:
        change.put("posts", id, {**covered.store.posts[id], "rules": "older"})
    stop = threading.Event()
    stop.set()
    covered.signals.catch_up(stop=stop)
    assert covered.signals.posts_behind() == 1
    covered.signals.catch_up(most=0)
    assert covered.signals.posts_behind() == 1
    covered.signals.catch_up(most=1)
    assert covered.signals.posts_behind() == 0
