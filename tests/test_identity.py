"""What entries and items are known by."""

from feed_fixtures import NOW, told
from hrd_tui.feeds.identity import fingerprint, keys_of_entry, keys_of_item, known
from hrd_tui.feeds.update import as_doc


def test_an_item_is_known_by_the_same_keys_as_its_entry() -> None:
    entry = told("1", "http://www.x.example/a/?utm_source=rss", published="2026-01-05T10:00:00Z", author="Ana")
    assert keys_of_item(as_doc(entry, 7, NOW, [1, 2, 3])) == keys_of_entry(entry)


def test_links_that_differ_in_form_only_are_one_key() -> None:
    first, second = told(url="http://www.x.example/a/?utm_medium=x#top"), told(url="https://x.example/a")
    assert keys_of_entry(first).link == keys_of_entry(second).link == "https://x.example/a"


def test_a_front_page_is_no_key() -> None:
    assert keys_of_entry(told(url="https://x.example/")).link == ""
    assert keys_of_entry(told(url="https://x.example/?p=1")).link != ""


def test_title_alone_makes_no_text_key() -> None:
    assert keys_of_entry(told(title="Only a title", text="")).text == ""


def test_the_same_words_are_one_text_key_wherever_they_stand() -> None:
    first, second = told("1", "https://x.example/a", author="Ana"), told("2", "https://y.example/b")
    assert keys_of_entry(first).text == keys_of_entry(second).text != ""
    assert first.hash != second.hash


def test_known_items_are_found_by_each_key_and_not_by_empty_ones() -> None:
    docs = {4: as_doc(told("g", "https://x.example/a"), 1, NOW, None), 9: as_doc(told("g"), 1, NOW, None)}
    found = known(docs)
    assert found.by_guid == {"g": [4, 9]}
    assert found.by_link == {"https://x.example/a": [4]}
    assert list(found.by_text.values()) == [[4, 9]]
    assert found.keys[9].guid == "g"


def test_a_fingerprint_of_hostile_html_takes_no_longer_than_it_is_long() -> None:
    words = "word " * 10
    assert fingerprint("t", "", words + "<!--" * 200_000, ()) == fingerprint("t", "", words, ())
    assert fingerprint("t", "", words + "<script>" * 200_000, ()) == fingerprint("t", "", words, ())
