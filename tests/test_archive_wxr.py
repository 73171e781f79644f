"""The export of WordPress: what counts as a post, what it says, and what broken and hostile files do."""

import pytest

from archive_fixtures import FIRST, HOSTILE, SECOND, wxr, wxr_item
from hrd_tui.archive import classic
from hrd_tui.archive import wxr as reader
from hrd_tui.text.document import from_html


def test_a_post_has_its_address_day_terms_and_aliases() -> None:
    [post] = reader.read(wxr())
    assert (post.url, post.title, post.date) == (FIRST, "Ferry workers charged", "2025-05-28")
    assert post.categories == ("Ports & Harbours",)
    assert post.tags == ("ferry",)
    assert set(post.aliases) == {"http://harbour.example/?p=7", "https://harbour.example/?p=7"}


def test_the_text_is_that_of_the_content_as_wordpress_shows_it() -> None:
    [post] = reader.read(wxr())
    blocks = [block.text for block in from_html(post.body).blocks if block.text]
    assert blocks == [
        "Four men stand trial on Friday.\nIt is the second hearing.",
        "The quay\n[see also: https://harbour.example/2024/01/02/an-earlier-post/]",
        "They were told nothing",
        "the statement of the union",
        "https://court.example/list/7",
    ]


@pytest.mark.parametrize(
    "values",
    [{"type": "page"}, {"type": "attachment"}, {"status": "draft"}, {"status": "private"}, {"password": "secret"}],
)
def test_what_is_no_published_post_is_left_out(values: dict[str, str]) -> None:
    assert reader.read(wxr(wxr_item(**values))) == []


def test_an_address_without_a_date_leaves_the_day_to_the_file() -> None:
    [post] = reader.read(wxr(wxr_item(link="https://harbour.example/?p=7")))
    assert post.date == "2025-05-28"


def test_the_block_editors_comments_are_not_shown() -> None:
    source = '<!-- wp:paragraph {"a":"\\u003cb\\u003e"} -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->'
    assert classic.html(source) == "<p>One</p>"


def test_hostile_text_stays_text() -> None:
    [post] = reader.read(wxr(wxr_item(title=HOSTILE, content=HOSTILE)))
    assert "\x1b" not in post.title + post.body
    assert "\u202e" not in post.title + post.body
    assert post.title == "[b]loud[/b] gnihtemos"
    assert "alert" not in from_html(post.body).text


@pytest.mark.parametrize(
    "noise", ["", "<!DOCTYPE rss [", "]>", "<rss>", "&nbsp;&bad;", "\x00\x01", "</channel><channel>"]
)
def test_noise_between_items_costs_nothing(noise: str) -> None:
    found = reader.read(wxr(wxr_item(), noise, wxr_item(link=SECOND)))
    assert [post.url for post in found] == [FIRST, SECOND]


def test_an_item_that_is_not_closed_ends_where_the_next_begins() -> None:
    broken = wxr_item().replace("</item>\n", "").replace("<![CDATA[]]>", "")
    assert [post.url for post in reader.read(wxr(broken, wxr_item(link=SECOND)))] == [FIRST, SECOND]


def test_an_item_cut_off_at_the_end_is_left_out() -> None:
    whole = wxr(wxr_item(), wxr_item(link=SECOND))
    assert [post.url for post in reader.read(whole[: whole.rfind(b"</item>") - 400])] == [FIRST]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    data = wxr(wxr_item(title="]]>&b;<![CDATA[")).replace(b"<rss", bomb.encode() + b"<rss", 1)
    [post] = reader.read(data)
    assert post.title == "&b;"


def test_windows_text_in_an_export_is_read() -> None:
    data = wxr(wxr_item(title="The “quay”")).replace("“quay”".encode(), b"\x93quay\x94")
    assert reader.read(data)[0].title == "The “quay”"


def test_an_export_saved_as_utf_16_is_read() -> None:
    assert reader.read(wxr().decode().encode("utf-16"))[0].url == FIRST


def test_a_cdata_section_that_wordpress_parted_is_one_text() -> None:
    [post] = reader.read(wxr(wxr_item(content="before ]]]]><![CDATA[> behind")))
    assert from_html(post.body).text == "before ]]> behind"
