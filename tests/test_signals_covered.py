"""Earlier posts of the blog: what is offered for an item, in which order, and what is not."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from demo_newsroom import PLACES, newsroom
from effort import calls
from hrd_tui.signals.covered import Covered, EarlierPost, Match, same_host
from hrd_tui.signals.evidence import Evidence
from hrd_tui.signals.fingerprint import fingerprint
from hrd_tui.text.urls import canonical

SHARED = Path(__file__).resolve().parents[2] / "shared"
NOW = datetime(2026, 2, 20, 12, tzinfo=UTC)
TEXT = "The court met at nine and heard the lawyer, the clerk and forty people who had come by boat. " * 4
BLOG = "https://humanrightsdefenders.blog/2025/03/01/"


def post(id: int, title: str = "", **more: object) -> EarlierPost:
    return EarlierPost(id, title or f"Post {id}", f"{BLOG}post-{id}", **more)  # type: ignore[arg-type]


def item(title: str = "", url: str = "https://site.example/item", **more: object) -> Evidence:
    return Evidence(1, NOW, title, url, **more)  # type: ignore[arg-type]


def offered(posts: list[EarlierPost], query: Evidence) -> list[int]:
    return [match.post for match in Covered(posts).nearest(query)]


def test_a_post_that_cites_the_item_is_offered() -> None:
    covered = Covered([post(1), post(2, sources=("https://site.example/item",))])
    assert covered.nearest(item("Another title")) == [Match(2, 0.95, "the post cites it")]


def test_the_item_that_is_a_post_is_known() -> None:
    assert Covered([post(1)]).nearest(item(url=f"{BLOG}post-1"))[0].why == "this is the post"


def test_a_post_at_the_former_host_is_the_same() -> None:
    former = canonical("https://thoolen.wordpress.com/2025/03/01/post-1/")
    assert offered([post(1)], item(links=(former,))) == [1]


def test_a_front_page_that_posts_cite_is_no_match() -> None:
    assert offered([post(1, sources=("https://site.example",))], item(url="https://site.example")) == []


def test_the_same_text_is_offered() -> None:
    covered = Covered([post(1, print=tuple(fingerprint(TEXT)))])
    assert covered.nearest(item(print=tuple(fingerprint(f"Reposted. {TEXT}"))))[0].why == "the same text"


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("Call for nominations for the Václav Havel Prize 2025", "Nominations open for the Vaclav Havel Prize 2026"),
        ("Call for input: survey on civil society space", "Survey on civil society space: call for input"),
        ("Marenko sentenced to six years over river samples", "River samples: court upholds six years for Marenko"),
    ],
)
def test_a_near_headline_is_offered(earlier: str, now: str) -> None:
    assert offered([post(1, earlier), post(2, "A bus for the delta")], item(now)) == [1]


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("Human rights defenders in China: UN experts alarmed", "UN experts urge China to release rights defenders"),
        ("Quiet Glass", "Quiet Glass strikes five newsrooms in a parking lot"),
        ("Vacancy: researcher at Front Line Defenders", "Vacancy: Front Line Defenders seeks head of finance"),
        ("Iran: lawyer sentenced to ten years", "Iran: lawyer sentenced to six years"),
        ("Weekly digest", "Weekly digest"),
        ("Weekly report on civic space", "Weekly report on civic space in Asia"),
        ("", ""),
    ],
)
def test_nothing_weak_is_offered(earlier: str, now: str) -> None:
    assert offered([EarlierPost(1, earlier, f"{BLOG}1")], item(now)) == []


PERSON = {"people": ("Imaan Mazari",), "countries": ("PK",)}


def test_a_person_in_a_country_is_offered() -> None:
    covered = Covered([post(1, "Mazari arrested", **PERSON)])
    assert covered.nearest(item("Released at last", **PERSON)) == [Match(1, 0.6, "Imaan Mazari, PK")]


def test_a_person_without_the_country_is_not() -> None:
    assert offered([post(1, people=("Imaan Mazari",), countries=("CH",))], item(**PERSON)) == []
    assert offered([post(1, people=("Imaan Mazari",))], item(**PERSON)) == []


def test_of_equals_the_newest_come_first_and_five_are_enough() -> None:
    posts = [post(id, day=date(2010 + id, 1, 1), **PERSON) for id in range(1, 9)]
    assert offered(posts, item(**PERSON)) == [8, 7, 6, 5, 4]
    assert len(Covered(posts).nearest(item(**PERSON), limit=2)) == 2


def test_an_old_post_on_the_same_event_comes_before_a_new_one_on_the_person() -> None:
    posts = [
        post(1, "Marenko wins river prize", day=date(2012, 1, 1), people=("Ilsa Marenko",), countries=("XV",)),
        post(2, "Marenko in hospital", day=date(2025, 1, 1), people=("Ilsa Marenko",), countries=("XV",)),
    ]
    query = item("River prize for Marenko", people=("Ilsa Marenko",), countries=("XV",))
    assert offered(posts, query) == [1, 2]


def test_a_post_is_offered_once_for_its_best_reason() -> None:
    posts = [post(1, "Marenko sentenced over river samples", sources=("https://site.example/item",), **PERSON)]
    found = Covered(posts).nearest(item("Marenko sentenced over river samples", **PERSON))
    assert found == [Match(1, 0.95, "the post cites it")]


def test_an_empty_archive_offers_nothing() -> None:
    assert Covered([]).nearest(item("Marenko sentenced", **PERSON)) == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://thoolen.wordpress.com/2014/05/01/a/?x=1", "https://blog.example/2014/05/01/a/?x=1"),
        ("http://www.thoolen.wordpress.com/a", "http://blog.example/a"),
        ("https://blog.example/a", "https://blog.example/a"),
        ("https://notthoolen.wordpress.com/a", "https://notthoolen.wordpress.com/a"),
        ("", ""),
    ],
)
def test_former_hosts_become_the_present_one(url: str, expected: str) -> None:
    assert same_host(url, ("blog.example", "thoolen.wordpress.com")) == expected


def test_without_hosts_an_address_is_as_it_is() -> None:
    assert same_host("https://a.example/b", ()) == "https://a.example/b"


def test_the_events_of_the_newsroom_are_not_mistaken_for_each_other() -> None:
    """Half of the newsroom as the archive: what is offered for the other half is of the same event or person.

    Summonses without an offence and the advice of lawyers ("a summons that names no offence") may be offered together.
    """
    by_hand = newsroom()
    earlier = [
        EarlierPost(one.id, one.title, one.url, one.moment.date(), (), one.people, one.countries, one.print)
        for one, _, _ in by_hand[::2]
    ]
    events = {one.id: event for one, event, _ in by_hand}
    people = {one.id: set(one.people) for one, _, _ in by_hand}
    covered = Covered(earlier, places=[form for forms in PLACES.values() for form in forms])
    pairs = [(one, match) for one, _, _ in by_hand[1::2] for match in covered.nearest(one)]
    titles = {one.id: one.title for one, _, _ in by_hand}
    wrong = {
        frozenset({one.title, titles[match.post]})
        for one, match in pairs
        if not (events[one.id] and events[one.id] == events[match.post]) and not people[one.id] & people[match.post]
    }
    accepted = {
        "Dunmarrow Magistrates: eleven summonses without an offence",
        "What to do with a summons that names no offence",
    }
    assert len(pairs) >= 10
    assert wrong <= {frozenset(accepted)}


POSTS = SHARED / "house-style" / "posts.json"


@pytest.mark.skipif(not POSTS.exists(), reason="the posts of the blog are not beside the checkout")
def test_sources_of_the_blog_find_their_own_posts() -> None:
    data = json.loads(POSTS.read_text("utf-8"))
    covered = Covered(
        EarlierPost(
            number,
            one["title"],
            f"{BLOG}{one['id']}",
            date.fromisoformat(one["date"]),
            tuple(canonical(url) for url in one["source_urls"]),
        )
        for number, one in enumerate(data)
    )
    for number, one in enumerate(data):
        for url in one["source_urls"]:
            assert covered.nearest(item(url=canonical(url)))[0].post == number
        assert [match.post for match in covered.nearest(item(one["title"]))] == [number]


def test_a_look_up_in_many_posts_does_not_go_through_them() -> None:
    syllables = "ka lo mi ra te so un da per vin".split()
    names = [a + b + c for a in syllables for b in syllables for c in syllables]
    posts = [
        post(id, " ".join(names[(id * step + step) % 997] for step in (1, 7, 31, 77, 113, 501))) for id in range(5000)
    ]
    covered = Covered(posts)
    for one in posts[::500]:
        assert covered.nearest(item(one.title))[0].score > 0.7
        assert calls(lambda: covered.nearest(item(one.title))) < len(posts)  # noqa: B023


def test_words_in_common_are_told_as_the_headline_writes_them_or_the_address() -> None:
    covered = Covered([post(1, "Saltmarshes of Tregarrick: ferries and pilots")])
    (near,) = covered.nearest(item("Pilots, and the Ferries of Tregarrick"))
    assert sorted(near.why.removeprefix("words: ").split(", ")) == ["Ferries", "Pilots", "Tregarrick"]
    (near,) = covered.nearest(item(url="https://site.example/the-ferries-and-pilots-of-tregarrick"))
    assert sorted(near.why.removeprefix("words: ").split(", ")) == ["ferries", "pilots", "tregarrick"]
