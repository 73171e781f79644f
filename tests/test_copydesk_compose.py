"""From items to a draft: headline, attribution, deadline, sources, merging."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hrd_tui.copydesk.checklist import TOO_LONG, check
from hrd_tui.copydesk.compose import compose
from hrd_tui.copydesk.draft import ATTRIBUTION, DEADLINE, EDITOR, LEAD, SEE_ALSO, SIGNATORIES, TEXT, Draft
from hrd_tui.copydesk.headline import MAX_SLUG, headline, publisher, slug
from hrd_tui.copydesk.render import TARGETS, filename, markdown, text
from hrd_tui.copydesk.sources import ItemSignals, Source
from hrd_tui.copydesk.terms import Terms
from hrd_tui.model import Item
from hrd_tui.signals.deadline import Deadline
from hrd_tui.text.document import from_html

NOW = datetime(2026, 2, 4, 9, tzinfo=UTC)
PUBLISHED = datetime(2026, 1, 29, tzinfo=UTC)
LONG = f"<p>{'They rowed. ' * 80}</p><p>One.</p><p>Two.</p><p>Three.</p>"
"""So much text that what stands before it is far from the end."""


def _source(
    html: str = "<p>First.</p><p>Second.</p>",
    *,
    id: int = 1,
    title: str = "A headline",
    url: str = "https://beacon.example/a",
    feed_title: str = "The Beacon",
    published: datetime | None = None,
    feed: int = 1,
    signals: ItemSignals | None = None,
) -> Source:
    item = Item(
        id=id, feed=feed, feed_title=feed_title, guid="", url=url, canonical_url=url, title=title, authors=(),
        published=published, updated=None, arrived=NOW, sort=NOW, summary="A summary.", language="", enclosures=(),
        tags=("secret",), note="for the desk",
    )  # fmt: skip
    return Source(item, from_html(html, url), signals)


def _texts(draft: Draft) -> list[str]:
    return [part.block.text for part in draft.body]


def _editor(draft: Draft) -> list[str]:
    return [part.block.text for part in draft.body if part.source == EDITOR]


def test_paragraphs_stay_in_order_and_word_for_word() -> None:
    assert _texts(compose([_source()], NOW)) == ["First.", "Second."]


def test_the_day_of_the_source_is_told_in_a_line_of_the_editor() -> None:
    draft = compose([_source(published=PUBLISHED)], NOW)
    assert _texts(draft) == ["The Beacon on 29 January 2026 wrote:", "First.", "Second."]
    assert _editor(draft) == ["The Beacon on 29 January 2026 wrote:"]
    assert draft.source_date == date(2026, 1, 29)


@pytest.mark.parametrize("day", ["29 January 2026", "January 29, 2026", "29th January", "the 29th of January"])
def test_a_beginning_that_names_the_day_needs_no_such_line(day: str) -> None:
    draft = compose([_source(f"<p>GENEVA, {day} – Experts said.</p>", published=PUBLISHED)], NOW)
    assert _editor(draft) == []


@pytest.mark.parametrize(
    "dateline", ["GENEVA (29 January 2026) –", "Geneva, Thursday, 29 January 2026 —", "PARIS, January 29 -"]
)
def test_a_dateline_without_a_voice_needs_the_line_all_the_same(dateline: str) -> None:
    def of(words: str) -> list[str]:
        return _editor(compose([_source(f"<p>{dateline} {words}</p>", published=PUBLISHED)], NOW))

    assert of("The arrest of four rowers is a blow.") == ["The Beacon on 29 January 2026 wrote:"]
    assert of("The Beacon reports four arrests.") == []
    assert of("UN experts today urged the release of four rowers.") == []


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "A " * 100_000, "A, " * 70_000, "A-" * 50_000], ids=["a", "A ", "A, ", "A-"]
)
def test_a_hostile_beginning_takes_time_in_proportion_to_its_length(text: str) -> None:
    begun = time.process_time()
    compose([_source(f"<p>{text} 29 January 2026.</p>", published=PUBLISHED, signals=ItemSignals())], NOW)
    assert time.process_time() - begun < 2


def test_an_item_without_a_title_is_named_by_its_beginning() -> None:
    draft = compose([_source(f"<p>{'Four rowers were let go. ' * 9}</p>", title="")], NOW)
    assert draft.title.startswith("Four rowers were let go.")
    assert len(draft.title) <= 90
    other = _source("<p>Other.</p>", id=2, title="", url="", feed=0, feed_title="")
    assert "From another text:" in _texts(compose([_source(), other], NOW))


def test_a_text_that_was_cut_for_its_length_says_so() -> None:
    source = _source("<p>First.</p>")
    long = replace(source, document=replace(source.document, truncated=True))
    draft = compose([long], NOW)
    assert _texts(draft) == ["First.", "…"]
    assert [remark.code for remark in check(draft, [long.document], NOW.date())] == [TOO_LONG]


def test_another_day_in_the_beginning_does_not_count() -> None:
    draft = compose([_source("<p>On 2 January 2026 and 129 January.</p>", published=PUBLISHED)], NOW)
    assert len(_editor(draft)) == 1


def test_merged_items_follow_each_other_each_under_its_name() -> None:
    draft = compose(
        [
            _source(),
            _source("<p>Other.</p>", id=7, url="https://tide.example/b", feed_title="Tide | News", published=PUBLISHED),
            _source("<p>Third.</p>", id=5, url="https://www.gull.example/c", feed_title="", published=None),
        ],
        NOW,
    )
    assert _texts(draft) == [
        "First.", "Second.", "Tide on 29 January 2026 wrote:", "Other.", "gull.example wrote:", "Third.",
    ]  # fmt: skip
    assert [part.source for part in draft.body] == [0, 0, EDITOR, 1, EDITOR, 2]
    assert draft.items == (1, 7, 5)
    assert [source.url for source in draft.sources] == [
        "https://beacon.example/a", "https://tide.example/b", "https://www.gull.example/c",
    ]  # fmt: skip


def test_a_text_without_a_sender_does_not_read_as_the_one_before_it() -> None:
    pasted = _source("Words of nobody known.", id=2, feed=0, url="", title="Statement", published=None)
    draft = compose([_source("Words of ISHR."), pasted], NOW)
    assert _texts(draft)[-2:] == ["From “Statement”:", "Words of nobody known."]


def test_an_item_without_a_text_is_only_a_source() -> None:
    draft = compose([_source(), _source("", id=2, url="https://tide.example/b")], NOW)
    assert _texts(draft) == ["First.", "Second."]
    assert len(draft.sources) == 2


def test_sources_are_untracked_and_distinct() -> None:
    urls = [
        "https://a.example/x?utm_source=feed",
        "http://a.example/x/",
        "https://a.example/y?id=1&fbclid=2",
        "",
        "ftp://x",
    ]
    draft = compose([_source(id=number, url=url) for number, url in enumerate(urls, 1)], NOW)
    assert [source.url for source in draft.sources] == ["https://a.example/x", "https://a.example/y?id=1"]


def test_the_deadline_is_repeated_as_the_last_paragraph() -> None:
    sentence = "The deadline for applications is Friday, 6 March 2026, at 18:00."
    draft = compose([_source(f"<p>Start. {sentence} More.</p>{LONG}", published=PUBLISHED)], NOW)
    assert _texts(draft)[-1] == sentence
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), sentence)
    assert _editor(draft)[-1] == sentence


@pytest.mark.parametrize(
    "html",
    ["<p>Start. Apply by 6 March 2026. More.</p><p>End.</p>", f"{LONG}<p>Apply by 6 March 2026.</p><p>A.</p><p>B.</p>"],
    ids=["a short text", "close to the end"],
)
def test_a_deadline_close_to_the_end_is_not_repeated(html: str) -> None:
    draft = compose([_source(html)], NOW)
    assert (_editor(draft), draft.deadline) == ([], date(2026, 3, 6))


def test_each_deadline_of_merged_items_stands_below_its_own_item() -> None:
    first = _source(f"<p>Apply by 16 March 2026.</p>{LONG}", title="One")
    draft = compose([first, _source(f"<p>Apply by 6 March 2026.</p>{LONG}", id=2, url="https://tide.example/b")], NOW)
    texts = _texts(draft)
    assert texts.index("Apply by 16 March 2026.", 1) < texts.index("The Beacon wrote:")
    assert texts[-1] == "Apply by 6 March 2026."
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), "Apply by 6 March 2026.")
    for target in ("plain", "html"):
        post = text(replace(draft, kind="vacancy"), target)
        assert post.rindex("16 March") < post.index("The Beacon wrote") < post.rindex("6 March")


def test_the_deadline_of_an_item_without_a_text_names_it() -> None:
    known = ItemSignals(deadlines=(_deadline(6, ""),))
    draft = compose([_source(), _source("", id=2, title="A call", url="https://tide.example/b", signals=known)], NOW)
    assert _texts(draft)[-1] == "“A call”: Deadline: 6 March 2026."


@pytest.mark.parametrize("target", TARGETS)
def test_a_deadline_that_no_sentence_names_is_told_in_the_editors_words(target: str) -> None:
    draft = compose([_source("<p>Apply by 2 March 2026.</p>", signals=ItemSignals(deadlines=(_deadline(6, ""),)))], NOW)
    assert (draft.deadline, draft.deadline_text) == (date(2026, 3, 6), "Deadline: 6 March 2026.")
    assert [part.block.text for part in draft.body if part.role == DEADLINE] == ["Deadline: 6 March 2026."]
    assert "Deadline: 6 March 2026." in text(draft, target).replace("\\", "")


def test_a_deadline_that_closes_the_body_is_not_repeated() -> None:
    draft = compose([_source("<p>Start.</p><p>Apply by 6 March 2026.</p>")], NOW)
    assert _texts(draft) == ["Start.", "Apply by 6 March 2026."]
    assert draft.deadline == date(2026, 3, 6)


def test_see_also_stands_between_body_and_deadline() -> None:
    draft = compose(
        [_source(f"<p>Apply by 6 March 2026.</p>{LONG}")],
        NOW,
        see_also=["https://blog.example/old?utm_source=x", "javascript:alert(1)", "https://blog.example/old"],
    )
    assert _texts(draft)[-3:] == ["Three.", "[see also: https://blog.example/old]", "Apply by 6 March 2026."]
    assert draft.see_also == ("https://blog.example/old",)
    assert r"\[see also: <https://blog.example/old>\]" in markdown(draft)


def test_every_part_has_its_role() -> None:
    letter = "<p>Dear all.</p><p>Go on.</p><p>Signed by:</p><ul><li>A<li>B<li>C</ul>"
    known = ItemSignals(deadlines=(_deadline(6, "come by 6 March."),))
    other = _source("<p>Other.</p>", id=2, url="https://tide.example/b", published=PUBLISHED, signals=known)
    draft = compose([_source(letter), other], NOW, see_also=["https://blog.example/old"])
    roles = [LEAD, TEXT, *[SIGNATORIES] * 4, ATTRIBUTION, TEXT, SEE_ALSO, DEADLINE]
    assert [part.role for part in draft.body] == roles


def test_the_editors_line_is_the_lead_where_the_text_does_not_name_the_day() -> None:
    draft = compose([_source(published=PUBLISHED)], NOW)
    assert [(part.role, part.source) for part in draft.body] == [(LEAD, EDITOR), (TEXT, 0), (TEXT, 0)]


def test_a_beginning_that_repeats_the_headline_is_cut_and_stays_in_the_draft() -> None:
    draft = compose([_source("<h1>A headline</h1><p>First.</p>", title="A headline | The Beacon")], NOW)
    assert [(part.block.text, part.cut, part.role) for part in draft.body] == [
        ("A headline", True, TEXT), ("First.", False, LEAD),
    ]  # fmt: skip
    assert draft.excerpt == "First."


def test_who_speaks_is_told_of_the_part() -> None:
    draft = compose([_source("<p>“We stay,” said Ana Mar.</p><p>They stay.</p>")], NOW)
    assert [part.speaker for part in draft.body] == ["Ana Mar", ""]


def _deadline(day: int, sentence: str, sure: bool = True) -> Deadline:
    return Deadline(date(2026, 3, day), None, "", None, sentence, sure, "")


def test_what_is_known_of_the_items_stands_in_the_draft_in_their_order() -> None:
    first = ItemSignals("", "en", ("Belize",), ("Ana Mar",), ("Gull",), cautions=("a single source",))
    second = ItemSignals("award", "fr", ("Chad", "Belize"), ("Ali Mar", "Ana Mar"), ("Tide",))
    draft = compose([_source(signals=first), _source(id=2, signals=second)], NOW)
    assert (draft.kind, draft.countries, draft.people) == ("award", ("Belize", "Chad"), ("Ana Mar", "Ali Mar"))
    assert (draft.organisations, draft.cautions) == (("Gull", "Tide"), ("a single source",))


def test_the_nearest_deadline_that_is_not_over_counts() -> None:
    known = ItemSignals(deadlines=(_deadline(1, "One."), _deadline(9, "Nine."), _deadline(7, "Seven.", sure=False)))
    draft = compose([_source(signals=known)], datetime(2026, 3, 5, tzinfo=UTC))
    assert (draft.deadline, draft.deadline_text, draft.deadline_sure) == (date(2026, 3, 7), "Seven.", False)


def test_signals_that_found_no_deadline_are_believed() -> None:
    assert compose([_source("<p>Apply by 6 March 2026.</p>", signals=ItemSignals())], NOW).deadline is None


def test_terms_propose_categories_and_tags_behind_the_given_ones() -> None:
    terms = Terms.read(
        "[always]\ncategories = ['a']\ntags_from = ['countries']\n[topics.x]\nwords = ['headline']\ntags = ['t']"
    )
    known = ItemSignals(countries=("Belize",))
    draft = compose([_source(signals=known)], NOW, categories=["mine", "a"], tags=["own"], terms=terms)
    assert (draft.categories, draft.tags) == (("mine", "a"), ("own", "Belize", "t"))


def test_pictures_and_rules_are_left_out() -> None:
    assert _texts(compose([_source("<img src=a.png alt='A boat'><p>Text.</p><hr><p>End.</p>")], NOW)) == [
        "Text.",
        "End.",
    ]


def test_a_block_quote_with_its_own_marks_becomes_a_paragraph() -> None:
    draft = compose(
        [_source("<blockquote>“We act,” she said.</blockquote><blockquote>Without marks.</blockquote>")], NOW
    )
    assert [part.block.quote for part in draft.body] == [0, 1]


def test_tags_and_notes_of_the_desk_never_leave() -> None:
    file = markdown(compose([_source()], NOW, categories=["Africa"], tags=["lawyers"]))
    assert "secret" not in file
    assert "for the desk" not in file
    assert "categories:\n- Africa\ntags:\n- lawyers\n" in file


def test_a_given_title_names_the_post() -> None:
    draft = compose([_source()], NOW, title="Our\xa0own  title")
    assert draft.title == "Our own title"
    assert filename(draft) == "2026-02-04-our-own-title.md"


def test_an_item_without_a_body_gives_its_summary_as_excerpt() -> None:
    assert compose([_source("")], NOW).excerpt == "A summary."


def test_nothing_to_compose_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="item"):
        compose([], NOW)


@pytest.mark.parametrize(
    ("title", "feed", "url", "expected"),
    [
        ("A boat sinks | The Beacon", "The Beacon", "https://x.example/a", "A boat sinks"),
        ("A boat sinks - News - JURIST", "JURIST - News", "https://www.jurist.example/a", "A boat sinks"),
        ("A boat sinks – Human Rights Watch", "Newsroom", "https://www.hrw.example/a", "A boat sinks"),
        ("A boat sinks | ISHR", "Harbour Service for Human Rights (ISHR)", "https://x.example", "A boat sinks"),
        ("Fighting resumes - Sudan", "Sudan Tribune", "https://sudantribune.example/a", "Fighting resumes - Sudan"),
        ("A network - of lawyers", "The Beacon", "https://x.example/a", "A network - of lawyers"),
        ("A boat sinks - Xylophones", "", "https://x.example/a", "A boat sinks - Xylophones"),
        ("The Beacon", "The Beacon", "https://beacon.example/", "The Beacon"),
        ("Two\xa0words\n and\tmore", "", "", "Two words and more"),
        ("Self-made – a life", "", "", "Self-made – a life"),
    ],
)
def test_the_headline_loses_only_the_name_of_the_site(title: str, feed: str, url: str, expected: str) -> None:
    assert headline(title, feed, url) == expected


@pytest.mark.parametrize(
    ("feed", "expected"),
    [("JURIST - News", "JURIST"), ("News | The Beacon", "The Beacon"), ("Latest news", "x.example"), ("", "x.example")],
)
def test_the_publisher_is_who_the_feed_names(feed: str, expected: str) -> None:
    assert publisher(feed, "https://www.x.example/a") == expected


def test_an_item_taken_by_hand_is_named_after_its_host() -> None:
    draft = compose([_source(feed=0, feed_title="by hand")], NOW)
    assert draft.sources[0].publisher == "beacon.example"


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "CON",
        ".",
        "",
        "   ",
        "日本語の記事",
        "a" * 300,
        "$(id) `id` ; rm -rf ~",
        "%s {0}",
        "-rf",
        "\x00",
    ],
)
def test_a_file_name_is_safe_whatever_the_title(title: str) -> None:
    name = filename(compose([_source(title=title, feed_title="")], NOW))
    assert name.removeprefix("2026-02-04-").removesuffix(".md").replace("-", "").isalnum()
    assert name.isascii()
    assert len(name) <= 80


def test_a_slug_ends_with_a_whole_word() -> None:
    made = slug("Experts say that the harbour’s defenders of " + "rights " * 20, "x")
    assert made.startswith("experts-say-that-the-harbours-defenders-of-rights")
    assert made.endswith("rights")
    assert len(made) <= MAX_SLUG


def _sources(order: Sequence[int]) -> list[Source]:
    return [_source(f"<p>Text {id}.</p>", id=id, url=f"https://x.example/{id}") for id in order]


def test_the_order_of_merging_is_the_order_of_the_post() -> None:
    draft = compose(_sources([3, 1, 2]), NOW)
    assert [text for text in _texts(draft) if text.startswith("Text")] == ["Text 3.", "Text 1.", "Text 2."]
    assert [source.url[-1] for source in draft.sources] == ["3", "1", "2"]
