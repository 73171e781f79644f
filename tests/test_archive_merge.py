"""When two posts are one, what an arrival changes, and which addresses a post cites."""

from dataclasses import replace

import pytest

from archive_fixtures import BLOG, FIRST, SECOND
from hrd_tui.archive.blog import Blog, day_of
from hrd_tui.archive.cited import cited
from hrd_tui.archive.merge import Archive, Arrival
from hrd_tui.archive.post import Post
from hrd_tui.documents import PostDoc
from hrd_tui.text.document import from_html

HERE = Blog.at(BLOG, ["harbour.wordpress.example", "https://www.old-harbour.example/"])
POST = Post(FIRST, "Ferry workers charged", "2025-05-28", body="<p>Four men stand trial.</p>")


class Shelf:
    """An archive to which posts are taken, without a store."""

    def __init__(self, *posts: Post) -> None:
        self.docs: dict[int, PostDoc] = {}
        self.words: dict[int, int] = {}
        self.archive = Archive(HERE, {})
        for post in posts:
            self.take(post)

    def take(self, post: Post) -> int:
        arrival = Arrival(post, HERE)
        id = self.archive.find(arrival)
        doc, richer = self.archive.decide(id, arrival, self.words.__getitem__)
        id = id or len(self.docs) + 1
        if richer:
            doc["body"] = [1, 0, 1]
            self.words[id] = arrival.words
        self.docs[id] = doc
        self.archive.put(id, doc, arrival.keys)
        return id


@pytest.mark.parametrize(
    "url",
    [
        "http://harbour.example/2025/05/28/ferry-workers-charged",
        "https://www.harbour.example/2025/05/28/ferry-workers-charged/?utm_source=x#more-7",
        "https://harbour.wordpress.example/2025/05/28/ferry-workers-charged/",
        "https://old-harbour.example/2025/05/28/ferry-workers-charged/amp/",
        "https://harbour.example/2025/05/28/ferry-workers-charged/?amp=1",
        "https://harbour.example/2025/05/28/ferry-workers-charged/comment-page-2/?replytocom=4",
        "https://harbour.example/2025/05/28/ferry-workers-charged/?share=twitter",
        "https://web.archive.org/web/20250601000000/http://harbour.example/2025/05/28/ferry-workers-charged/",
    ],
)
def test_all_addresses_of_a_post_have_one_key_and_lead_to_the_present_host(url: str) -> None:
    assert HERE.owns(url)
    assert HERE.canonical(url) == HERE.canonical(FIRST) == FIRST.rstrip("/")
    assert HERE.present(url).rstrip("/") == FIRST.rstrip("/")


def test_the_faces_of_an_undated_address_have_one_key() -> None:
    assert HERE.canonical(f"{BLOG}/laureates/amp/") == HERE.canonical(f"{BLOG}/laureates/feed/") == f"{BLOG}/laureates"


def test_a_post_named_by_its_number_keeps_the_number_alone() -> None:
    assert HERE.canonical("http://www.harbour.example/?p=7&preview=true") == f"{BLOG}?p=7"
    assert HERE.canonical(f"{BLOG}/?p=8") != HERE.canonical(f"{BLOG}/?p=7")


@pytest.mark.parametrize(
    "url", ["https://other.example/2025/05/28/x/", "https://notharbour.example/", "", "mailto:a@b"]
)
def test_other_hosts_are_not_the_blog(url: str) -> None:
    assert not HERE.owns(url)


@pytest.mark.parametrize(
    "url", [f"{BLOG}/2025/13/01/x/", f"{BLOG}/2025/05/28/", f"{BLOG}/2025/05/28/page/2/", f"{BLOG}/a"]
)
def test_no_day_is_read_from_what_is_no_dated_address(url: str) -> None:
    assert day_of(url) == ""


def test_the_same_post_again_changes_nothing() -> None:
    shelf = Shelf(POST)
    before = dict(shelf.docs[1])
    assert shelf.take(POST) == 1
    assert shelf.docs[1] == before


@pytest.mark.parametrize("order", [1, -1])
def test_the_text_with_more_words_wins_whatever_comes_first(order: int) -> None:
    longer = replace(POST, title="Ferry workers charged in court", body="<p>Four men stand trial on Friday.</p>")
    shelf = Shelf(*(POST, longer)[::order])
    assert list(shelf.docs) == [1]
    assert shelf.docs[1]["summary"] == "Four men stand trial on Friday."
    assert shelf.docs[1]["title"] == "Ferry workers charged in court"


def test_categories_tags_and_sources_are_united() -> None:
    first = replace(POST, categories=("Ports",), tags=("ferry",), sources=("https://a.example/1",))
    second = replace(POST, categories=("Law",), tags=("trial",), sources=("https://b.example/2",))
    doc = Shelf(first, second).docs[1]
    assert doc["categories"] == ["Ports", "Law"]
    assert doc["tags"] == ["ferry", "trial"]
    assert doc["sources"] == ["https://a.example/1", "https://b.example/2"]


def test_a_term_of_a_feed_is_a_category_where_the_archive_has_one_of_that_name() -> None:
    other = Post(SECOND, "Court frees the pilot", "2025-05-30", categories=("Ports",))
    doc = Shelf(other, replace(POST, terms=("Ports", "ferry"))).docs[2]
    assert (doc["categories"], doc["tags"]) == (["Ports"], ["ferry"])


def test_an_export_corrects_what_a_feed_left_open_and_the_feed_does_not_undo_it() -> None:
    feed = replace(POST, terms=("Ports", "ferry"))
    shelf = Shelf(feed, replace(POST, categories=("Ports",), tags=("ferry",)))
    assert (shelf.docs[1]["categories"], shelf.docs[1]["tags"]) == (["Ports"], ["ferry"])
    before = dict(shelf.docs[1])
    shelf.take(feed)
    assert shelf.docs[1] == before


@pytest.mark.parametrize("order", [1, -1])
def test_a_post_known_by_its_number_is_found_by_its_alias_or_its_title(order: int) -> None:
    numbered = replace(POST, url=f"{BLOG}/?p=7")
    named = replace(POST, aliases=("http://harbour.example/?p=7",))
    shelf = Shelf(*(numbered, named)[::order])
    assert [doc["canonical"] for doc in shelf.docs.values()] == [FIRST.rstrip("/")]
    assert shelf.docs[1]["url"] == FIRST


@pytest.mark.parametrize("order", [1, -1])
def test_a_file_with_a_guessed_address_is_the_post_of_its_title_in_those_days(order: int) -> None:
    guessed = replace(POST, url=f"{BLOG}/2025/05/26/ferry/", date="2025-05-26", guessed=True)
    shelf = Shelf(*(guessed, POST)[::order])
    assert list(shelf.docs) == [1]
    assert (shelf.docs[1]["url"], shelf.docs[1]["date"]) == (FIRST, "2025-05-28")


def test_a_guessed_address_is_no_canonical_one() -> None:
    assert "canonical" not in Shelf(replace(POST, guessed=True)).docs[1]


def test_posts_of_one_title_with_addresses_of_their_own_stay_two() -> None:
    other = replace(POST, url=f"{BLOG}/2025/05/28/ferry-workers-charged-2/")
    shelf = Shelf(POST, other)
    assert list(shelf.docs) == [1, 2]
    assert (shelf.take(POST), shelf.take(other)) == (1, 2)


def test_a_post_without_an_address_joins_the_one_it_is_and_moves_it_nowhere() -> None:
    shelf = Shelf(POST, replace(POST, url="", tags=("trial",)))
    assert shelf.docs[1]["url"] == FIRST
    assert shelf.docs[1]["tags"] == ["trial"]


def test_a_text_replaces_the_title_that_a_sitemap_made_of_the_slug() -> None:
    shelf = Shelf(Post(FIRST, "Ferry workers charged 2", "2025-05-28"), POST)
    assert shelf.docs[1]["title"] == "Ferry workers charged"


def test_people_and_countries_are_read_once_for_each_text() -> None:
    read = []

    def signals(reading: object) -> tuple[list[str], list[str], str]:
        read.append(reading)
        return ["Ana Ruiz"], ["NO"], "3"

    arrival = Arrival(POST, HERE, signals)
    archive = Archive(HERE, {})
    for _ in range(2):
        doc, _ = archive.decide(None, arrival, lambda id: 0)
    assert (doc["people"], doc["subject"], doc["rules"], len(read)) == (["Ana Ruiz"], ["NO"], "3", 1)


def test_cited_are_links_and_bare_addresses_in_order_but_not_the_blog_itself() -> None:
    html = f"""<p><a href="https://a.example/1?utm_source=x">one</a> [see also: {SECOND}]
    <a href="http://harbour.wordpress.example/2020/01/02/x/">old</a></p><p>https://b.example/2.</p>
    <p><a href="https://a.example/1">again</a> <a href="mailto:x@y.example">mail</a>
    <a href="https://x.files.wordpress.com/1.jpg"><img src="https://c.example/p.png"></a>
    <a href="https://www.facebook.com/sharer.php?u=1">share</a></p>"""
    assert cited(from_html(html), FIRST, HERE, ["https://d.example/4"]) == (
        "https://a.example/1", "https://b.example/2", "https://d.example/4",
    )  # fmt: skip
