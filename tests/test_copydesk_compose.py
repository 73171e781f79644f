"""From items to a draft: headline, attribution, deadline, sources, merging."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from compose_fixtures import LONG, NOW, PUBLISHED, editors, ending, source_of
from draft_fixtures import texts
from effort import in_time
from hrd_tui.copydesk.checklist import TOO_LONG, check
from hrd_tui.copydesk.compose import compose
from hrd_tui.copydesk.draft import ATTRIBUTION, DEADLINE, EDITOR, LEAD, SEE_ALSO, SIGNATORIES, TEXT
from hrd_tui.copydesk.render import filename, markdown
from hrd_tui.copydesk.sources import ItemSignals, Source
from hrd_tui.copydesk.terms import Terms


def test_paragraphs_stay_in_order_and_word_for_word() -> None:
    assert texts(compose([source_of()], NOW)) == ["First.", "Second."]


def test_the_day_of_the_source_is_told_in_a_line_of_the_editor() -> None:
    draft = compose([source_of(published=PUBLISHED)], NOW)
    assert texts(draft) == ["The Beacon on 29 January 2026 wrote:", "First.", "Second."]
    assert editors(draft) == ["The Beacon on 29 January 2026 wrote:"]
    assert draft.source_date == date(2026, 1, 29)


@pytest.mark.parametrize("day", ["29 January 2026", "January 29, 2026", "29th January", "the 29th of January"])
def test_a_beginning_that_names_the_day_needs_no_such_line(day: str) -> None:
    draft = compose([source_of(f"<p>GENEVA, {day} – Experts said.</p>", published=PUBLISHED)], NOW)
    assert editors(draft) == []


@pytest.mark.parametrize(
    "dateline", ["GENEVA (29 January 2026) –", "Geneva, Thursday, 29 January 2026 —", "PARIS, January 29 -"]
)
def test_a_dateline_without_a_voice_needs_the_line_all_the_same(dateline: str) -> None:
    def of(words: str) -> list[str]:
        return editors(compose([source_of(f"<p>{dateline} {words}</p>", published=PUBLISHED)], NOW))

    assert of("The arrest of four rowers is a blow.") == ["The Beacon on 29 January 2026 wrote:"]
    assert of("The Beacon reports four arrests.") == []
    assert of("UN experts today urged the release of four rowers.") == []


@in_time
@pytest.mark.parametrize(
    "text", ["a" * 200_000, "A " * 100_000, "A, " * 70_000, "A-" * 50_000], ids=["a", "A ", "A, ", "A-"]
)
def test_a_hostile_beginning_takes_time_in_proportion_to_its_length(text: str) -> None:
    compose([source_of(f"<p>{text} 29 January 2026.</p>", published=PUBLISHED, signals=ItemSignals())], NOW)


def test_an_item_without_a_title_is_named_by_its_beginning() -> None:
    draft = compose([source_of(f"<p>{'Four rowers were let go. ' * 9}</p>", title="")], NOW)
    assert draft.title.startswith("Four rowers were let go.")
    assert len(draft.title) <= 90
    other = source_of("<p>Other.</p>", id=2, title="", url="", feed=0, feed_title="")
    assert "From another text:" in texts(compose([source_of(), other], NOW))


def test_a_text_that_was_cut_for_its_length_says_so() -> None:
    source = source_of("<p>First.</p>")
    long = replace(source, document=replace(source.document, truncated=True))
    draft = compose([long], NOW)
    assert texts(draft) == ["First.", "…"]
    assert [remark.code for remark in check(draft, [long.document], NOW.date())] == [TOO_LONG]


def test_another_day_in_the_beginning_does_not_count() -> None:
    draft = compose([source_of("<p>On 2 January 2026 and 129 January.</p>", published=PUBLISHED)], NOW)
    assert len(editors(draft)) == 1


def test_merged_items_follow_each_other_each_under_its_name() -> None:
    draft = compose(
        [
            source_of(),
            source_of(
                "<p>Other.</p>", id=7, url="https://tide.example/b", feed_title="Tide | News", published=PUBLISHED
            ),
            source_of("<p>Third.</p>", id=5, url="https://www.gull.example/c", feed_title="", published=None),
        ],
        NOW,
    )
    assert texts(draft) == [
        "First.", "Second.", "Tide on 29 January 2026 wrote:", "Other.", "gull.example wrote:", "Third.",
    ]  # fmt: skip
    assert [part.source for part in draft.body] == [0, 0, EDITOR, 1, EDITOR, 2]
    assert draft.items == (1, 7, 5)
    assert [source.url for source in draft.sources] == [
        "https://beacon.example/a", "https://tide.example/b", "https://www.gull.example/c",
    ]  # fmt: skip


def test_a_text_without_a_sender_does_not_read_as_the_one_before_it() -> None:
    pasted = source_of("Words of nobody known.", id=2, feed=0, url="", title="Statement", published=None)
    draft = compose([source_of("Words of ISHR."), pasted], NOW)
    assert texts(draft)[-2:] == ["From “Statement”:", "Words of nobody known."]


def test_an_item_without_a_text_is_only_a_source() -> None:
    draft = compose([source_of(), source_of("", id=2, url="https://tide.example/b")], NOW)
    assert texts(draft) == ["First.", "Second."]
    assert len(draft.sources) == 2


def test_sources_are_untracked_and_distinct() -> None:
    urls = [
        "https://a.example/x?utm_source=feed",
        "http://a.example/x/",
        "https://a.example/y?id=1&fbclid=2",
        "",
        "ftp://x",
    ]
    draft = compose([source_of(id=number, url=url) for number, url in enumerate(urls, 1)], NOW)
    assert [source.url for source in draft.sources] == ["https://a.example/x", "https://a.example/y?id=1"]


def test_see_also_stands_between_body_and_deadline() -> None:
    draft = compose(
        [source_of(f"<p>Apply by 6 March 2026.</p>{LONG}")],
        NOW,
        see_also=["https://blog.example/old?utm_source=x", "javascript:alert(1)", "https://blog.example/old"],
    )
    assert texts(draft)[-3:] == ["Three.", "[see also: https://blog.example/old]", "Apply by 6 March 2026."]
    assert draft.see_also == ("https://blog.example/old",)
    assert r"\[see also: <https://blog.example/old>\]" in markdown(draft)


def test_every_part_has_its_role() -> None:
    letter = "<p>Dear all.</p><p>Go on.</p><p>Signed by:</p><ul><li>A<li>B<li>C</ul>"
    known = ItemSignals(deadlines=(ending(6, "come by 6 March."),))
    other = source_of("<p>Other.</p>", id=2, url="https://tide.example/b", published=PUBLISHED, signals=known)
    draft = compose([source_of(letter), other], NOW, see_also=["https://blog.example/old"])
    roles = [LEAD, TEXT, *[SIGNATORIES] * 4, ATTRIBUTION, TEXT, SEE_ALSO, DEADLINE]
    assert [part.role for part in draft.body] == roles


def test_the_editors_line_is_the_lead_where_the_text_does_not_name_the_day() -> None:
    draft = compose([source_of(published=PUBLISHED)], NOW)
    assert [(part.role, part.source) for part in draft.body] == [(LEAD, EDITOR), (TEXT, 0), (TEXT, 0)]


def test_a_beginning_that_repeats_the_headline_is_cut_and_stays_in_the_draft() -> None:
    draft = compose([source_of("<h1>A headline</h1><p>First.</p>", title="A headline | The Beacon")], NOW)
    assert [(part.block.text, part.cut, part.role) for part in draft.body] == [
        ("A headline", True, TEXT), ("First.", False, LEAD),
    ]  # fmt: skip
    assert draft.excerpt == "First."


def test_who_speaks_is_told_of_the_part() -> None:
    draft = compose([source_of("<p>“We stay,” said Ana Mar.</p><p>They stay.</p>")], NOW)
    assert [part.speaker for part in draft.body] == ["Ana Mar", ""]


def test_what_is_known_of_the_items_stands_in_the_draft_in_their_order() -> None:
    first = ItemSignals("", "en", ("Belize",), ("Ana Mar",), ("Gull",), cautions=("a single source",))
    second = ItemSignals("award", "fr", ("Chad", "Belize"), ("Ali Mar", "Ana Mar"), ("Tide",))
    draft = compose([source_of(signals=first), source_of(id=2, signals=second)], NOW)
    assert (draft.kind, draft.countries, draft.people) == ("award", ("Belize", "Chad"), ("Ana Mar", "Ali Mar"))
    assert (draft.organisations, draft.cautions) == (("Gull", "Tide"), ("a single source",))


def test_terms_propose_categories_and_tags_behind_the_given_ones() -> None:
    terms = Terms.read(
        "[always]\ncategories = ['a']\ntags_from = ['countries']\n[topics.x]\nwords = ['headline']\ntags = ['t']"
    )
    known = ItemSignals(countries=("Belize",))
    draft = compose([source_of(signals=known)], NOW, categories=["mine", "a"], tags=["own"], terms=terms)
    assert (draft.categories, draft.tags) == (("mine", "a"), ("own", "Belize", "t"))


def test_pictures_and_rules_are_left_out() -> None:
    assert texts(compose([source_of("<img src=a.png alt='A boat'><p>Text.</p><hr><p>End.</p>")], NOW)) == [
        "Text.",
        "End.",
    ]


def test_a_block_quote_with_its_own_marks_becomes_a_paragraph() -> None:
    draft = compose(
        [source_of("<blockquote>“We act,” she said.</blockquote><blockquote>Without marks.</blockquote>")], NOW
    )
    assert [part.block.quote for part in draft.body] == [0, 1]


def test_tags_and_notes_of_the_desk_never_leave() -> None:
    file = markdown(compose([source_of()], NOW, categories=["Africa"], tags=["lawyers"]))
    assert "secret" not in file
    assert "for the desk" not in file
    assert "categories:\n- Africa\ntags:\n- lawyers\n" in file


def test_a_given_title_names_the_post() -> None:
    draft = compose([source_of()], NOW, title="Our\xa0own  title")
    assert draft.title == "Our own title"
    assert filename(draft) == "2026-02-04-our-own-title.md"


def test_an_item_without_a_body_gives_its_summary_as_excerpt() -> None:
    assert compose([source_of("")], NOW).excerpt == "A summary."


def test_nothing_to_compose_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="item"):
        compose([], NOW)


def _sources(order: Sequence[int]) -> list[Source]:
    return [source_of(f"<p>Text {id}.</p>", id=id, url=f"https://x.example/{id}") for id in order]


def test_the_order_of_merging_is_the_order_of_the_post() -> None:
    draft = compose(_sources([3, 1, 2]), NOW)
    assert [text for text in texts(draft) if text.startswith("Text")] == ["Text 3.", "Text 1.", "Text 2."]
    assert [source.url[-1] for source in draft.sources] == ["3", "1", "2"]
