"""Addresses: only http and https are kept, in ASCII, and one page has one canonical form."""

import json
from urllib.parse import unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Corpus
from hrd_tui.text.urls import MAX_LENGTH, canonical, host, resolve, safe, untracked

ODD = st.text(st.one_of(st.sampled_from("htps:/?#[]@!&=%.\\ \t\n-aé。\u202e\ud800\x1b"), st.characters()), max_size=40)
NEAR = ODD.map(lambda rest: "https://" + rest) | ODD.map(lambda rest: "http://x.example/" + rest) | ODD


@given(NEAR)
def test_safe_never_raises_and_is_ascii_without_blanks(url: str) -> None:
    address = safe(url)
    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set(' <>"`{}|\\^')
    assert address == "" or address.startswith(("http://", "https://"))


@given(NEAR)
def test_a_safe_address_stays_as_it_is(url: str) -> None:
    assert safe(safe(url)) == safe(url)


@given(NEAR)
def test_the_canonical_form_is_stable(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@given(NEAR, NEAR)
def test_resolving_and_untracking_never_raise(base: str, link: str) -> None:
    assert safe(resolve(base, link)) == resolve(base, link)
    untracked(link)
    host(link)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
     "file:///etc/passwd", "ftp://h/x", "mailto:a@b.example", "-oProxyCommand=id", "//proto.relative/x", "/relative",
     "#f", "", "  ", "http://", "https:///x", "http://[::1", "http://[", "http://exa mple.org/", "http://a:99999999/",
     "http://%zz", "http://a..b/", "http://-", "C:\\Windows", "\\\\server\\share", "http://a/" + "a" * MAX_LENGTH, "https://℀.com/"],
)  # fmt: skip
def test_what_is_no_safe_address(url: str) -> None:
    assert safe(url) == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/a?b=c#d", "https://x.example/a?b=c#d"),
        ("HTTP://UPPER.EXAMPLE/A", "http://upper.example/A"),
        (" https://x.example/a \n", "https://x.example/a"),
        ("http://u:p@evil.example@good.example/", "http://good.example/"),
        ("https://good.example\\@evil.example/", "https://good.example/@evil.example/"),
        ("https://straße.example/ä?ö=ü", "https://xn--strae-oqa.example/%C3%A4?%C3%B6=%C3%BC"),
        ("http://аррӏе.example/", "http://xn--80ak6aa92e.example/"),
        ('https://x.example/"on<x> y`', "https://x.example/%22on%3Cx%3E%20y%60"),
        ("https://x.example/%1b]0;x\x07", "https://x.example/%1b]0;x"),
        ("https://x.example/\u202egpj.exe", "https://x.example/gpj.exe"),
        ("https://[::1]:8080/x", "https://[::1]:8080/x"),
        ("http://127.0.0.1:22/", "http://127.0.0.1:22/"),
    ],
)
def test_what_a_safe_address_looks_like(url: str, expected: str) -> None:
    assert safe(url) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/a", "https://x.example/a"), ("b", "https://x.example/dir/b"), ("//y.example/c", "https://y.example/c"),
        ("https://z.example/", "https://z.example/"), ("?q", "https://x.example/dir/page?q"), ("", ""), (" ", ""),
        ("javascript:alert(1)", ""), ("mailto:a@b.example", ""), ("http://[", ""),
    ],
)  # fmt: skip
def test_links_are_resolved_against_their_page(link: str, expected: str) -> None:
    assert resolve("https://x.example/dir/page", link) == expected


def test_a_broken_base_leaves_absolute_links() -> None:
    assert resolve("http://[", "https://x.example/a") == "https://x.example/a"
    assert resolve("http://[", "a") == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/?utm_source=a&UTM_Medium=b&id=1", "https://x.example/?id=1"),
        ("https://x.example/a?fbclid=1&gclid=2", "https://x.example/a"),
        ("https://x.example/a?wt_mc=rss.red.a&wt_zmc=b&id=1", "https://x.example/a?id=1"),
        ("https://x.example/a?mtm_campaign=a&pk_source=b&at_medium=RSS&emci=1&elqTrackId=2", "https://x.example/a"),
        ("https://x.example/a?at_home=1&wt=2&source=3&cid=4", "https://x.example/a?at_home=1&wt=2&source=3&cid=4"),
        ("https://x.example/a?mc_cid=1&mc_eid=2&e=3&f=4", "https://x.example/a?f=4"),
        ("https://x.list-manage.com/track/click?u=1&id=2&e=3", "https://x.list-manage.com/track/click?u=1&id=2"),
        ("https://x.example/a?e=3", "https://x.example/a?e=3"),
        ("https://x.example/a?amp", "https://x.example/a"),
        ("https://x.example/a?utm_source=rss&amp;utm_medium=x&amp;id=3", "https://x.example/a?id=3"),
        ("https://x.example/a?ref=www.x.example&ref=y.example", "https://x.example/a?ref=y.example"),
        ("https://x.example/a?b=%20c&d#e", "https://x.example/a?b=%20c&d#e"),
        ("mailto:a@b.example?utm_source=x", "mailto:a@b.example?utm_source=x"),
    ],
)
def test_tracking_is_taken_off(url: str, expected: str) -> None:
    assert untracked(url) == expected


def test_tracking_pairs_of_the_corpus(corpus: Corpus) -> None:
    pairs = json.loads((corpus.folder / "pairs" / "url_tracking_params.json").read_text("utf-8"))["items"]
    for pair in pairs:
        sites = [host(pair[key]) for key in ("baseURL", "feedURL") if pair.get(key)]
        assert unquote_plus(untracked(pair["input"], sites)) == unquote_plus(pair["expected"]), pair["name"]


@pytest.mark.parametrize(
    "url",
    ["https://blog.example/a", "http://blog.example/a/", "https://www.Blog.example:443/a?utm_source=x#top",
     "https://blog.example/%61"],
)  # fmt: skip
def test_one_page_has_one_canonical_form(url: str) -> None:
    assert canonical(url) == "https://blog.example/a"


def test_the_former_host_of_the_blog_is_the_same_archive() -> None:
    assert canonical("http://thoolen.wordpress.com/2020/01/02/a/") == canonical(
        "https://humanrightsdefenders.blog/2020/01/02/a"
    )


def test_a_hash_bang_is_part_of_the_page() -> None:
    assert canonical("https://x.example/#!a") != canonical("https://x.example/#!b")


def test_hostile_links_of_the_corpus(corpus: Corpus) -> None:
    links = [
        item.get("url") for item in json.loads((corpus.folder / "feeds/nasty/link-schemes.json").read_text())["items"]
    ]
    assert len(links) == 40
    for link in links:
        assert safe(link) == "" or safe(link).startswith(("http://", "https://"))
        assert host(link).isascii()
