"""What the checklist finds before a post goes out, and what it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from draft_fixtures import OLD, draft_of, part
from effort import in_time
from hrd_tui.copydesk import checklist, edit, exposure, private_links
from hrd_tui.copydesk.checklist import Remark, check
from hrd_tui.copydesk.draft import ATTRIBUTION, EDITOR, LEAD, REMARK, Draft, Part, SourceRef
from hrd_tui.text.blocks import PARAGRAPH, Block, Document, Span
from hrd_tui.text.document import from_text

TODAY = date(2026, 2, 4)
SOURCE = from_text(
    "They said “we will not  be moved by this” and “never”.\n\nThe minister replied: “No … comment today.”"
)


def _codes(draft: Draft, *originals: Document, **more: dict[str, str]) -> list[str]:
    return [remark.code for remark in check(draft, originals, TODAY, **more)]


def test_a_plain_post_has_nothing_to_look_at() -> None:
    assert check(draft_of("The boat left.", "It came back."), [SOURCE], TODAY) == []


def test_a_post_without_a_source() -> None:
    assert _codes(replace(draft_of("a"), sources=())) == [checklist.NO_SOURCE]


def test_a_dead_link_is_told_with_its_reason_and_its_part() -> None:
    draft = edit.see_also(draft_of("a"), OLD)
    assert check(draft, [], TODAY, {OLD: "404, not found", "https://other.example/": "gone"}) == [
        Remark(checklist.DEAD_LINK, f"{OLD}: 404, not found", 1)
    ]


def test_a_dead_source_belongs_to_no_part() -> None:
    remarks = check(draft_of("a"), [], TODAY, {"https://tide.example/b": "no answer"})
    assert [(remark.code, remark.part) for remark in remarks] == [(checklist.DEAD_LINK, None)]


def test_what_is_cut_is_not_looked_at() -> None:
    draft = edit.cut(draft_of("Call +41 22 123 45 67.", "b"), 0)
    assert _codes(draft) == []


def test_tracking_is_told_where_it_is_typed_and_where_it_is_linked() -> None:
    spans = (Span("here", href="https://a.example/x?fbclid=1"),)
    draft = draft_of("https://b.example/?utm_source=mail", Part(Block(PARAGRAPH, spans), 0))
    assert _codes(draft) == [checklist.TRACKING] * 2


@pytest.mark.parametrize(
    "url",
    [
        "https://user:word@a.example/x",
        "https://a.example/x?access_token=abcdef123",
        "https://a.example/x#access_token=abcdef123",
        "https://a.example/file?X-Amz-Signature=0a1b2c3d4e5f",
        "https://a.example/x?token=abcdef",
        "https://a.example/x?key=AIzaSyD4x8b2c9d0e1",
        "https://a.example/x;jsessionid=0A1B2C",
        "https://a.example/x?PHPSESSID=0a1b2c3d",
        "https://gull.us1.list-manage.com/track/click?u=1&id=2&e=3",
        "https://gull.us1.list-manage.com/unsubscribe?u=1&id=2",
        "https://a.example/x?mc_eid=0a1b2c",
        "https://a.example/unsubscribe/0a1b2c",
        "https://drive.google.com/file/d/0a1b/view?usp=sharing",
        "https://docs.google.com/document/d/0a1b/edit",
        "https://www.dropbox.com/s/0a1b/list.pdf",
        "https://gull.sharepoint.com/:w:/g/0a1b",
        "https://us02web.zoom.us/j/123456?pwd=abc",
    ],
)
def test_an_address_that_is_not_for_everybody(url: str) -> None:
    assert private_links.problem(url)
    draft = replace(draft_of("a"), sources=(SourceRef("Gull", url),))
    assert checklist.PRIVATE_LINK in _codes(draft)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/search?key=climate",
        "https://a.example/x?code=en",
        "https://a.example/?s=water+rights+2026",
        "https://a.example/article?id=123456789",
        "https://docs.google.com/forms/d/e/0a1b2c/viewform",
        "https://mailchi.mp/gull/newsletter-12",
        "https://us1.campaign-archive.com/?u=0a1b2c&id=3d4e5f",
        "https://a.example/token-economy/session-2026",
        "https://a.example/@gull/123",
        "https://tide.social/@user@gull.example/1",
        "https://www.dropbox.com/",
        "https://[broken",
    ],
)
def test_an_address_for_everybody(url: str) -> None:
    assert private_links.problem(url) == ""


@pytest.mark.parametrize(
    "text",
    [
        "He said “we will not be moved by this” again.",
        "He said “we will not […] be moved”.",
        "He said “we will … by this”.",
        "He said “we\nwill not be moved by this”.",
        "The minister: “No … comment today.”",
        "They called it “never”.",
        "An open mark “stays as it is.",
    ],
)
def test_a_quotation_that_stands_in_the_source(text: str) -> None:
    assert _codes(draft_of(part(text, changed=True)), SOURCE) == []


@pytest.mark.parametrize(
    "text",
    [
        "He said “we will not be moved by that”.",
        "He said “We will not be moved by this”.",
        "He said “we will not be moved by this.”",
        "He said “we'll not be moved by this”.",
        "He said « we will not be stirred ».",
        "They called it “neve”.",
        "He said “we will not […] be stirred”.",
    ],
)
def test_a_quotation_that_was_altered(text: str) -> None:
    assert check(draft_of(part(text, changed=True)), [SOURCE], TODAY)[0].code == checklist.QUOTE


def test_the_sources_own_quotations_are_not_looked_up() -> None:
    assert _codes(draft_of("“These words came with a part that nobody altered.”"), SOURCE) == []


def test_a_remark_that_claims_a_quotation_is_looked_up_and_a_term_is_not() -> None:
    claim = part("He said “we will surely be moved by this”.", EDITOR, REMARK)
    term = part("These “foreign agents” again.", EDITOR, REMARK)
    assert _codes(draft_of("a", claim, term), SOURCE) == [checklist.QUOTE]


def test_the_excerpt_is_looked_at_too() -> None:
    draft = replace(draft_of("a"), excerpt="Call +41 22 917 12 34.")
    assert _codes(draft) == [exposure.TELEPHONE]


@pytest.mark.parametrize(
    "text",
    [
        "EMBARGOED UNTIL 6 March 2026, 10:00",
        "Under strict embargo",
        "Not for publication before 2026-02-05",
        "Embargo: 5 February 2026",
        "Sous embargo jusqu’au 5 mars",
    ],
)
def test_an_embargo_is_told_also_where_its_line_was_cut(text: str) -> None:
    assert _codes(draft_of("a"), from_text(text)) == [checklist.EMBARGO]


@pytest.mark.parametrize(
    "text",
    [
        "EMBARGOED UNTIL 3 February 2026",
        "The arms embargo until May 2027 stays.",
        "They call for an embargo on weapons.",
        "An embargo was lifted.",
    ],
)
def test_no_embargo(text: str) -> None:
    assert _codes(draft_of(text), from_text(text)) == []


@pytest.mark.parametrize(("day", "codes"), [(3, [checklist.PAST]), (4, []), (5, [])])
def test_a_deadline_that_is_over(day: int, codes: list[str]) -> None:
    assert _codes(replace(draft_of("a"), deadline=date(2026, 2, day))) == codes


def test_a_day_that_nobody_looked_up() -> None:
    draft = replace(draft_of("a"), deadline=date(2026, 3, 1), deadline_text="By 1 March.", deadline_sure=False)
    assert _codes(draft) == [checklist.UNSURE]
    assert _codes(edit.set_deadline(draft, date(2026, 3, 1))) == []


def test_a_text_that_names_another_day_as_deadline_is_told() -> None:
    draft = edit.set_deadline(draft_of("Apply by 20 November 2026."), date(2026, 11, 25))
    (remark,) = check(draft, [], TODAY)
    assert remark.code == checklist.OTHER_DAY
    assert "20 November 2026" in remark.text
    assert "2026-11-25" in remark.text
    assert _codes(edit.set_deadline(draft, date(2026, 11, 20))) == []
    assert _codes(edit.cut(draft, 0)) == []


def test_a_closing_sentence_that_names_another_day_is_told() -> None:
    draft = edit.set_deadline(draft_of("a"), date(2026, 11, 25), "Apply by 20 November 2026.")
    assert _codes(draft) == [checklist.OTHER_DAY]


MERGED = draft_of(
    part("Gull on 2 May 2026 wrote:", EDITOR, LEAD), "a", "b", part("Tide wrote:", EDITOR, ATTRIBUTION), part("c", 1)
)


def test_words_below_the_line_of_another_source_are_told() -> None:
    assert _codes(MERGED) == []
    (remark,) = check(edit.move(MERGED, 2, 1), [], TODAY)
    assert (remark.code, remark.part) == (checklist.OTHERS_WORDS, 3)
    assert remark.text == "these are words of Gull, below “Tide wrote:”"


def test_words_whose_line_was_cut_are_told_once() -> None:
    draft = edit.cut(replace(MERGED, body=(*MERGED.body, part("d", 1))), 3)
    (remark,) = check(draft, [], TODAY)
    assert remark.part == 4
    assert "Gull on 2 May 2026 wrote:" in remark.text


def test_words_among_those_of_the_first_source_are_told() -> None:
    draft = draft_of("a", part("Tide wrote:", EDITOR, ATTRIBUTION), part("c", 1))
    assert [(one.part, one.text) for one in check(edit.move(draft, 2, -1), [], TODAY)] == [
        (1, "these are words of Tide, among those of Gull")
    ]


def test_behind_a_source_below_its_words_another_may_speak() -> None:
    assert _codes(edit.place_source(draft_of("a", part("b", 1)), "https://gull.example/a", 1)) == []


def test_a_line_that_names_no_source_tells_nothing() -> None:
    assert _codes(draft_of("a", part("Elsewhere:", EDITOR, ATTRIBUTION), part("c", 1), "b")) == []


def test_a_caution_wants_a_remark_in_the_editors_words() -> None:
    draft = replace(draft_of("a", part("Gull wrote:", EDITOR, LEAD)), cautions=("a single source",))
    assert _codes(draft) == [checklist.CAUTION]
    assert _codes(edit.remark(draft, "Only Gull says so.")) == []


def test_an_empty_remark_is_no_remark() -> None:
    draft = replace(edit.remark(draft_of("a"), ""), cautions=("a single source",))
    assert _codes(draft) == [checklist.CAUTION, checklist.EMPTY]


@in_time
@pytest.mark.parametrize("text", ["Aa’" * 30_000, "12 Aa Bb Cc " * 8_000, "phone " * 20_000])
def test_a_hostile_paragraph_takes_time_in_proportion_to_its_length(text: str) -> None:
    exposure.find(text)


def test_a_link_that_shows_more_of_its_address_than_it_leads_to_is_told() -> None:
    shown = Span("https://gull.example/1?utm_source=mail", href="https://gull.example/1")
    assert _codes(draft_of(Part(Block(PARAGRAPH, (shown,)), 0))) == [checklist.TRACKING]


@pytest.mark.parametrize(("words", "codes"), [("all four are free", [checklist.QUOTE]), ("all are free", [])])
def test_marks_round_four_words_of_ones_own_claim_a_quotation(words: str, codes: list[str]) -> None:
    assert _codes(edit.remark(draft_of("a"), f"They say “{words}” here."), SOURCE) == codes


def test_a_day_of_the_text_that_is_not_sure_is_no_other_deadline() -> None:
    draft = replace(draft_of("The deadline is Saturday, 6 March 2026."), deadline=date(2026, 3, 9))
    assert checklist.OTHER_DAY not in _codes(draft)
    assert checklist.OTHER_DAY in _codes(replace(draft, body=draft_of("The deadline is 6 March 2026.").body))
