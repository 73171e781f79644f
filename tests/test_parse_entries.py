"""Fall-backs for what an entry does not say, and bounds for what it says too much of."""

import pytest

from feed_fixtures import ADDRESS, NOW, item, read, rss, told
from hrd_tui.feeds import entries
from hrd_tui.feeds.entries import Markup, Told, bounded, entry, line
from hrd_tui.model import Entry


def one(xml: str) -> Entry:
    return read(rss(xml)).entries[0]


def test_a_title_is_made_from_the_first_words_of_the_text() -> None:
    made = one(item(description="<p>" + "Somebody said something " * 20 + "</p>")).title
    assert made.startswith("Somebody said something Somebody")
    assert made.endswith("…")
    assert len(made) <= entries.MAX_MADE_TITLE


def test_without_words_the_link_is_the_title() -> None:
    assert one(item(link="https://x.example/a")).title == "https://x.example/a"


def test_with_nothing_at_all_an_entry_is_untitled() -> None:
    assert one("<item/>") == Entry(title="(untitled)", hash=one("<item/>").hash)


@pytest.mark.parametrize("title", ["", " \n ", "&#8203;", "<b></b>"])
def test_a_title_that_shows_nothing_counts_as_missing(title: str) -> None:
    assert one(item(title=title, description="Words")).title == "Words"


def test_without_a_link_a_guid_that_is_an_address_is_the_link() -> None:
    assert one(item(guid="https://x.example/a")).url == "https://x.example/a"


def test_a_guid_that_is_no_address_is_no_link() -> None:
    assert one(item(guid="12345")).url == ""


def test_without_a_link_the_enclosure_is_the_link() -> None:
    assert one('<item><enclosure url="https://x.example/a.mp3"/></item>').url == "https://x.example/a.mp3"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "data:text/html,x", "-oX"])
def test_an_unsafe_link_is_none(link: str) -> None:
    assert not one(item(title="A", link=link)).url.startswith(("javascript", "file", "data", "-"))


def test_a_guid_does_not_change_with_the_address_of_the_feed() -> None:
    assert one(item(guid="abc")).guid == "abc"


def test_a_long_guid_is_replaced_by_its_digest() -> None:
    first, second = one(item(guid="a" * 10_000 + "1")).guid, one(item(guid="a" * 10_000 + "2")).guid
    assert first != second
    assert len(first) < 100


def test_an_unknown_date_is_none() -> None:
    assert one(item(pubDate="yesterday or so")).published is None


def test_no_text_is_longer_than_its_limit() -> None:
    big = one(item(title="t" * 10**6, description="word " * 10**6, author="a" * 10**5))
    assert len(big.title) == entries.MAX_TITLE
    assert len(big.summary) <= entries.MAX_SUMMARY
    assert len(big.body) <= entries.MAX_BODY
    assert len(big.authors[0]) <= entries.MAX_NAME


def test_lists_are_no_longer_than_their_limits() -> None:
    many = "".join(f'<author>a{n}</author><enclosure url="https://x.example/{n}"/>' for n in range(100))
    found = one(f"<item>{many}</item>")
    assert len(found.authors) == entries.MAX_AUTHORS
    assert len(found.enclosures) == entries.MAX_ENCLOSURES


def test_a_body_that_is_cut_ends_before_a_half_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MAX_BODY", 20)
    assert one(item(description='<p>0123456789</p><a href="x">y</a>')).body == "<p>0123456789</p>"


def test_control_characters_are_in_no_field() -> None:
    dirty = "a\x1b[31m\x9b\u202eb"
    found = entry(
        Told(
            ADDRESS,
            guid=dirty,
            links=("https://x.example/" + dirty,),
            title=Markup(dirty),
            summary=Markup("<p>" + dirty + "&#27;&#x9b;&amp;#27;"),
            authors=(dirty,),
            language=dirty,
            enclosures=(("https://x.example/" + dirty, dirty, 1),),
        ),
        NOW,
    )
    assert not {"\x1b", "\x9b", "\u202e"} & set(repr(found).encode().decode("unicode_escape"))


def test_the_hash_is_deaf_to_white_space_tracking_markup_and_noise() -> None:
    first = told("1", "https://x.example/a?utm_source=rss", "A  title", "<p>Some words</p><!-- 12:01 -->")
    second = told("1", "https://x.example/a", "A title", "<div>Some\n<b>words</b><script>nonce=2</script></div>")
    assert first.hash == second.hash


@pytest.mark.parametrize(
    "changed",
    [
        told("1", "https://x.example/b"),
        told("1", "https://x.example/a", title="Another"),
        told("1", "https://x.example/a", text="Other words"),
        told("1", "https://x.example/a", author="Ana"),
    ],
)
def test_the_hash_tells_a_changed_address_title_text_and_author(changed: Entry) -> None:
    assert changed.hash != told("1", "https://x.example/a").hash


def test_a_line_that_is_long_is_read_no_further_than_needed() -> None:
    assert line(Markup("<b>" * 10**6 + "x"), 10) == ""


def test_bounded_says_that_there_was_more() -> None:
    assert (bounded("abcd", 4), bounded("abc de", 5)) == ("abcd", "abc…")
