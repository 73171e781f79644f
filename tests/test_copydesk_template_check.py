"""What is told of a template of one's own before it is used."""

import pytest

import template_fixtures
from hrd_tui.copydesk import sample
from hrd_tui.copydesk.own_template import begin
from hrd_tui.copydesk.templates import SHIPPED as SOURCE
from hrd_tui.copydesk.templates import Templates
from template_fixtures import SHIPPED, Own

own = template_fixtures.own


def test_check_tells_a_mistake_in_writing_with_its_line(own: Own) -> None:
    ((line, words),) = own.problems("one\n{% if %}\n")
    assert (line, "Expected an expression" in words) == (2, True)


def test_check_tells_an_unknown_name_with_its_line(own: Own) -> None:
    ((line, words),) = own.problems("one\n\n{% if false %}{{ headline }}{% endif %}")
    assert line == 3
    assert "“headline” is not known" in words
    assert "post, signatories" in words


def test_check_tells_an_unknown_field_with_its_line(own: Own) -> None:
    assert own.problems("one\n{{ post.titel }}") == [(2, "there is no “titel” to be had here")]


def test_check_tells_an_unknown_filter(own: Own) -> None:
    ((line, words),) = own.problems("one\n{{ post.title|shout }}")
    assert (line, "shout" in words) == (2, True)


def test_check_tells_what_a_template_leaves_out_or_repeats_with_its_line(own: Own) -> None:
    assert own.problems("{{ text }}\n\n{{ deadline }}\n\n{{ deadline }}\n\n{{ sources }}\nEnd.") == [
        (5, "the deadline is written 2 times, here again"),
        (7, "the signatories are left out (“Ada Ostler”); {{ signatories }} or {{ body }} has what is missing"),
    ]


def test_check_tells_of_a_template_that_writes_nothing_of_the_post(own: Own) -> None:
    assert [words.split(" left out")[0] for _, words in own.problems("nothing at all")] == [
        "parts of the text are", "the deadline is", "the signatories are", "the sources that close the post are",
    ]  # fmt: skip
    assert [line for line, _ in own.problems("nothing at all")] == [1, 1, 1, 1]


@pytest.mark.parametrize("part", ["body", "[text, signatories]|stacked"])
def test_the_text_of_the_deadline_may_be_written_beside_or_instead_of_it(own: Own, part: str) -> None:
    assert own.problems("{{ post.deadline_text }}\n\n{{ " + part + " }}\n\n{{ sources }}\n\n{{ post.excerpt }}") == []


def test_check_tells_what_an_archive_page_leaves_out(own: Own) -> None:
    text = "{% for post in posts %}\n{{ post.headline }}\n{{ post.body }}\n{{ post.sources }}\n{% endfor %}"
    assert own.problems(text, "archive.md") == [
        (4, "the days of the posts are left out (“January 29, 2026”); {{ post.day }} has what is missing")
    ]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_writes_what_the_shipped_one_writes_and_tells_what_may_stand_there(own: Own, name: str) -> None:
    before = sample.of(name)
    written = own.templates.render(name, before.values, before.markup)
    own.write(name, begin(name, own.templates.source))
    assert own.templates.get(name).own
    assert own.templates.render(name, before.values, before.markup) == written
    assert own.problems(own.templates.source(name), name) == []
    assert all(f"\n  {key} " in own.templates.source(name) for key in before.values)


def test_a_copy_begins_with_the_block_that_it_takes_everything_from(own: Own) -> None:
    begun = begin("call_for_input.md", own.templates.source)
    assert begun.startswith(Templates().source("deadline_last.md").rstrip())
    assert "\n  post.deadline_text\n" in begun


def test_check_tells_html_in_a_template_of_markdown(own: Own) -> None:
    ((line, words),) = own.problems("{{ body }}\n\n\n<script>{{ post.title }}</script>")
    assert (line, "HTML" in words) == (4, True)


def test_a_copy_tells_only_of_names_that_it_may_use() -> None:
    told = [begin(name, Templates().source) for name in ("page.html", "default.md", "archive.md")]
    assert ["\n  content " in one for one in told] == [True, False, False]
    assert ["\n  signatories " in one for one in told] == [True, True, False]
    assert ["\n  posts " in one for one in told] == [False, False, True]


def test_a_copy_follows_templates_that_only_take_from_another_to_the_last() -> None:
    files = {"award.md": '{% extends "a.md" %}', "a.md": f'{{% extends "{SOURCE}b.md" %}}\n', "b.md": "{{ body }}"}
    assert begin("award.md", lambda name: files[name.removeprefix(SOURCE)]).startswith("{{ body }}\n{#")
