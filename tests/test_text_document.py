"""HTML and plain text become documents: the words, the structure, the links, and nothing that acts."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Corpus
from hrd_tui.text.blocks import CODE, HEADING, IMAGE, LIST_ITEM, PARAGRAPH, TABLE
from hrd_tui.text.clean import clean
from hrd_tui.text.document import excerpt, from_html, from_text

BASE = "https://x.example/dir/page"


def _texts(html: str) -> list[str]:
    return [block.text for block in from_html(html, BASE).blocks]


def _blocks(html: str) -> list[tuple[str, int, str, str]]:
    return [(block.kind, block.depth, block.marker, block.text) for block in from_html(html, BASE).blocks]


def _links(html: str) -> list[tuple[str, str]]:
    return [(span.text, span.href) for block in from_html(html, BASE).blocks for span in block.spans if span.href]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("One<br>two<br/><br>Three", ["One\ntwo", "Three"]),
        ("<p>a\n  b\t c&nbsp;&nbsp;d</p>", ["a b c d"]),
        ("<p>one<b> two</b><i>three </i> four</p>", ["one twothree four"]),
        ("<p><span>a</span> <span>b</span><span> c</span></p>", ["a b c"]),
        ("<p>a<!-- no --> b<wbr>c</p>", ["a bc"]),
        ("<h2>Head</h2>text", ["Head", "text"]),
        ("<p>unclosed <b>bold<p>next", ["unclosed bold", "next"]),
        ("<p>x<q>said</q>y</p>", ["x“said”y"]),
        ("<label>Name</label><input><button>Send</button>now", ["Name Send now"]),
        ("<p>&amp;lt; &lt;b&gt; &#8212; &#150; &hellip;</p>", ["&lt; <b> — – …"]),
        ("<p>&#55357;&#56832; &#xD83D;&#xDE00; &#55357; &#99999999999; &#0;</p>", ["😀 😀 \ufffd \ufffd \ufffd"]),
        ("<p>a &#27;[31m b &#x9b;c &#8238;d</p>", ["a b ›c d"]),
        ("<p>x</p><p> </p><p>&nbsp;</p>", ["x"]),
    ],
)
def test_words_and_paragraphs(html: str, expected: list[str]) -> None:
    assert _texts(html) == expected


def test_links_that_touch_are_words_of_their_own() -> None:
    html = "Here: <a href='/en'>English</a><a href='/fr'>French</a><a href='javascript:x'>Spanish</a>"
    assert _texts(html) == ["Here: English French Spanish"]


def test_a_link_cut_in_two_stays_one_word() -> None:
    assert _texts("<a href='/a'>Hu</a><a href='/a'>man</a>") == ["Human"]
    assert _texts("<b>Hu</b><a href='/a'>man</a>") == ["Human"]


def test_links_are_resolved_and_untracked() -> None:
    html = "<a href='/a?utm_source=x&amp;id=1'>one</a> <a href='b'>two</a> <a href='//y.example/c'>three</a>"
    assert _links(html) == [
        ("one", "https://x.example/a?id=1"), ("two", "https://x.example/dir/b"), ("three", "https://y.example/c"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "java&#10;script:x", "#top", "", "http://["]
)
def test_other_links_vanish_and_their_words_stay(href: str) -> None:
    assert _texts(f'<p>see <a href="{href}">here</a></p>') == ["see here"]
    assert _links(f'<p>see <a href="{href}">here</a></p>') == []


def test_mail_addresses_are_links() -> None:
    assert _links("<a href='mailto:a@x.example?subject=s'>write</a>") == [("write", "mailto:a@x.example")]


def test_styles_are_told() -> None:
    (block,) = from_html("<b>a</b> <em>b</em> <code>c</code> d").blocks
    assert [(span.text, span.strong, span.emphasis, span.code) for span in block.spans] == [
        ("a", True, False, False), (" ", False, False, False), ("b", False, True, False), (" ", False, False, False),
        ("c", False, False, True), (" d", False, False, False),
    ]  # fmt: skip


def test_stray_closing_tags_change_nothing() -> None:
    (block,) = from_html("</b></b></em></a></ul></blockquote></td><b>a</b>").blocks
    assert [(span.text, span.strong) for span in block.spans] == [("a", True)]


def test_headings_have_their_level() -> None:
    assert [(b.kind, b.level) for b in from_html("<h1>a</h1><h6>b</h6>c").blocks] == [
        (HEADING, 1), (HEADING, 6), (PARAGRAPH, 0),
    ]  # fmt: skip


def test_lists_keep_depth_and_numbers() -> None:
    html = "<ul><li>a<li>b<ol start=3><li>c</li><li value=9>d</li></ol><p>more</p></ul>out"
    assert _blocks(html) == [
        (LIST_ITEM, 1, "•", "a"), (LIST_ITEM, 1, "•", "b"), (LIST_ITEM, 2, "3.", "c"), (LIST_ITEM, 2, "9.", "d"),
        (PARAGRAPH, 1, "", "more"), (PARAGRAPH, 0, "", "out"),
    ]  # fmt: skip


def test_an_entry_without_a_list_is_an_entry() -> None:
    assert _blocks("<li>a<li>b") == [(LIST_ITEM, 1, "•", "a"), (LIST_ITEM, 1, "•", "b")]


def test_definitions_are_indented_below_their_terms() -> None:
    assert _blocks("<dl><dt>T<dd>D<dt>U<dd>E</dl>") == [
        (PARAGRAPH, 0, "", "T"), (PARAGRAPH, 1, "", "D"), (PARAGRAPH, 0, "", "U"), (PARAGRAPH, 1, "", "E"),
    ]  # fmt: skip


def test_quotations_nest() -> None:
    html = "<blockquote>a<blockquote><p>b</blockquote>c</blockquote>d"
    assert [(block.text, block.quote) for block in from_html(html).blocks] == [("a", 1), ("b", 2), ("c", 1), ("d", 0)]


def test_preformatted_text_keeps_its_lines() -> None:
    (block,) = from_html("<pre>\nfirst\tx\n  <b>second</b>&lt;\n\n</pre>").blocks
    assert (block.kind, block.text) == (CODE, "first   x\n  second<")


def test_a_table_of_data() -> None:
    (block,) = from_html("<table><caption><tr><th>A<th>B<tr><td>1<td>two<br><b>x</b></table>").blocks
    assert block.kind == TABLE
    assert block.text == "A\tB\n1\ttwo x"


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>",
        "<table><tr><td>a<td><h2>b</h2><tr><td>c<td>d</table>",
        "<table><tr><td>a<td>b<td>c<td>d</table>",
        "<table><tr><td>a<tr><td>b<tr><td>c<tr><td>d</table>",
    ],
)
def test_a_table_for_layout_becomes_its_paragraphs(html: str) -> None:
    assert _texts(html) == ["a", "b", "c", "d"]


def test_a_table_of_long_texts_is_for_layout() -> None:
    assert len(_texts(f"<table><tr><td>a<td>b<tr><td>c<td>{'word ' * 100}</table>")) == 4


def test_images_are_their_words() -> None:
    html = (
        "<figure><img src='a.png' alt='A  boat'><figcaption>At sea</figcaption></figure><p>x <img alt=map src=b> y</p>"
    )
    document = from_html(html, BASE)
    assert [(b.kind, b.text) for b in document.blocks] == [
        (IMAGE, "A boat"), (PARAGRAPH, "At sea"), (PARAGRAPH, "x [image: map] y"),
    ]  # fmt: skip
    assert document.links == ("https://x.example/dir/a.png", "https://x.example/dir/b")


def test_a_sign_drawn_as_an_image_is_a_sign() -> None:
    assert _texts("<p>good <img class=smiley alt='🙂'>!</p>") == ["good 🙂!"]


@pytest.mark.parametrize("tag", ["<img src=x>", "<img src=x alt=''>", "<img src=x width=1 height=1 alt=pixel>"])
def test_silent_images_and_pixels_vanish(tag: str) -> None:
    assert _texts(f"<p>a{tag}b</p>") == ["ab"]
    assert _links(f"<p>a{tag}b</p>") == []


def test_embedded_media_are_links() -> None:
    html = "<iframe src='https://v.example/e'></iframe><video><source src='/m.webm'>none</video><object data='x:y'>"
    assert _links(html) == [
        ("[embedded: v.example]", "https://v.example/e"),
        ("[video: x.example]", "https://x.example/m.webm"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>no</script>yes", "<STYLE>no</STYLE>yes", "<noscript>no</noscript>yes", "<template>no</template>yes",
        "<svg><title>no</title></svg>yes", "<head><title>no</title></head>yes", "<select><option>no</select>yes",
        "<p hidden>no</p>yes", "<div style='color:red;DISPLAY : none'>no<div>no</div></div>yes", "<p HidDEn>no<p>yes",
        "<textarea>no</textarea>yes", "<!--no-->yes", "<!doctype no>yes", "<?no?>yes", "<a href=x hidden>no</a>yes",
        "yes<script>no", "yes<style>no",
    ],
)  # fmt: skip
def test_what_is_not_shown(html: str) -> None:
    assert _texts(html) == ["yes"]


def test_an_unclosed_drawing_hides_nothing() -> None:
    assert _texts("<svg/onload=alert(1)><p>yes") == ["yes"]


def test_html_that_was_escaped_once_too_often() -> None:
    assert _texts("&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;") == ["Fish & chips", "two"]


def test_a_text_about_tags_stays_a_text() -> None:
    assert _texts("The &lt;b&gt; tag, a < b and c > d") == ["The <b> tag, a < b and c > d"]


def test_a_body_without_tags_is_plain_text() -> None:
    assert _texts("one\n  two\n\nthree &amp; https://x.example/a.") == ["one two", "three & https://x.example/a."]
    assert _links("see https://x.example/a.") == [("https://x.example/a", "https://x.example/a")]


def test_a_tag_cut_off_at_the_end_is_dropped() -> None:
    assert _texts('<p>text <a href="http://x.exam') == ["text"]


def test_a_sign_that_opens_no_tag_is_text() -> None:
    assert _texts("<p>1 < 2 <3 and <- x</p>") == ["1 < 2 <3 and <- x"]


def test_plain_text_keeps_lines_and_links() -> None:
    document = from_text("One\r\ntwo  x\n\n \nThree (http://x.example/a_(b)), <b>not bold</b>")
    assert [block.text for block in document.blocks] == [
        "One\ntwo x",
        "Three (http://x.example/a_(b)), <b>not bold</b>",
    ]
    assert document.links == ("http://x.example/a_(b",)


@pytest.mark.parametrize(
    ("html", "limit", "expected"),
    [
        ("<h2>Head</h2><p>One two.</p><img alt=x><ul><li>three</ul>", 300, "Head One two. three"),
        ("<p>Hello world</p>", 11, "Hello world"),
        ("<p>Hello world</p>", 10, "Hello…"),
        ("<p>Hello world</p>", 6, "Hello…"),
        ("<p>unbreakable</p>", 5, "unbr…"),
        ("<p>unbreakable</p>", 1, "…"),
        ("<p>unbreakable</p>", 0, ""),
        ("<p>one<br>two</p>", 20, "one two"),
        ("", 10, ""),
    ],
)
def test_excerpts_are_one_line_cut_at_a_word(html: str, limit: int, expected: str) -> None:
    assert excerpt(from_html(html), limit) == expected


@given(st.text(max_size=80), st.integers(0, 40))
def test_an_excerpt_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    line = excerpt(from_text(text), limit)
    assert len(line) <= limit
    assert clean(line, line=True) == line


def test_truncation_pairs_of_the_corpus(corpus: Corpus) -> None:
    """They count the ellipsis apart and cut inside words; whole texts must be the same."""
    pairs = json.loads((corpus.folder / "pairs" / "html_truncate_to_text.json").read_text("utf-8"))["items"]
    for pair in pairs:
        line = excerpt(from_html(pair["input"]), pair["maxLen"])
        if pair["expected"].endswith("…"):
            assert pair["expected"].startswith(line.removesuffix("…"))
        else:
            assert line == pair["expected"]
