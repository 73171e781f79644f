"""What a template leaves out of a post is told, and what WordPress would run."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draft_strategies import drafts
from hrd_tui.copydesk import render, sample
from hrd_tui.copydesk.draft import Draft, Part
from hrd_tui.copydesk.rendered import RUNS, WORDS, lost, remarks, shortcodes
from hrd_tui.copydesk.templates import Templates
from hrd_tui.signals.kind import KINDS
from hrd_tui.text.blocks import PARAGRAPH, Block, Span

SHIPPED = Templates()
CALL = sample.draft("call_for_input")
Own = Callable[[str, str], Templates]


@pytest.fixture
def own(tmp_path: Path) -> Own:
    def write(name: str, text: str) -> Templates:
        (tmp_path / name).write_text(text, "utf-8")
        return Templates(tmp_path)

    return write


def _with(*texts: str) -> Draft:
    body = tuple(Part(Block(PARAGRAPH, (Span(text),)), 0) for text in texts)
    return replace(CALL, body=body)


@pytest.mark.parametrize("target", render.TARGETS)
def test_a_template_that_drops_the_text_is_told(own: Own, target: str) -> None:
    ending = "html" if target == "html" else "md"
    templates = own(f"call_for_input.{ending}", "nothing at all")
    assert lost(CALL, target, templates) == [f"the template call_for_input.{ending} leaves out the whole text"]


@pytest.mark.parametrize("target", render.TARGETS)
def test_a_template_that_drops_parts_names_them(own: Own, target: str) -> None:
    ending = "html" if target == "html" else "md"
    templates = own(f"call_for_input.{ending}", "{{ text }}\n\n{{ signatories }}")
    assert lost(CALL, target, templates) == [
        f"the template call_for_input.{ending} leaves out part 13: “The deadline is 6 March 2026.”",
        f"the template call_for_input.{ending} leaves out the source "
        "https://tideline.example/lamps (kept: https://web.archive.org/web/20260129/x)",
    ]


def test_parts_that_follow_each_other_are_told_together(own: Own) -> None:
    (told, _) = lost(CALL, "plain", own("call_for_input.md", "{{ [text, deadline]|stacked }}"))
    assert told == "the template call_for_input.md leaves out parts 14-15: “Ada Ostler”"


def test_a_page_without_the_post_is_told(own: Own) -> None:
    assert lost(CALL, "html", own("page.html", "<h1>{{ post.title }}</h1>")) != []


def test_the_keywords_of_a_page_are_no_part_of_its_text(own: Own) -> None:
    templates = own("call_for_input.html", "{{ sources }}")
    assert lost(_with(CALL.categories[0]), "html", templates) == [
        "the template call_for_input.html leaves out the whole text"
    ]


def test_the_deadline_written_in_the_template_s_own_way_is_there(own: Own) -> None:
    text = "{{ [text, signatories, sources]|stacked }}\n\n**{{ post.deadline_text }}**"
    assert lost(CALL, "hugo", own("call_for_input.md", text)) == []


@settings(max_examples=60)
@given(drafts(tuple(KINDS)), st.sampled_from(render.TARGETS))
def test_no_shipped_template_leaves_anything_out(draft: Draft, target: str) -> None:
    assert lost(draft, target, SHIPPED) == []


def test_a_template_of_markdown_that_html_passes_over_is_told(own: Own) -> None:
    templates = own("call_for_input.md", "{{ [body, sources]|stacked }}")
    assert remarks(CALL, "html", templates) == [
        "your call_for_input.md is for markdown; this is written with the shipped call_for_input.html"
    ]
    assert remarks(CALL, "hugo", templates) == []
    own("call_for_input.html", "{{ [body, sources]|stacked }}")
    assert remarks(CALL, "html", templates) == []


@pytest.mark.parametrize(
    "text",
    ["[video]", 'see [gallery ids="1,2"] here', "[embed]https://x.example/[/embed]", "[own width=3]", "[box]x[/box]"],
)
def test_what_wordpress_would_run_is_told(text: str) -> None:
    (told,) = shortcodes(_with("A line.", text))
    assert told.startswith("part 2: WordPress would run “[")


@pytest.mark.parametrize(
    "text", ["[sic]", "[see also: https://x.example/]", "[…]", "[Video]", "[[video]]", "the [a b] c"]
)
def test_words_in_brackets_are_no_shortcode(text: str) -> None:
    assert shortcodes(_with(text)) == []


def test_shortcodes_are_told_only_of_what_is_pasted() -> None:
    draft = _with("[video]")
    told = {target: bool(remarks(draft, target, SHIPPED)) for target in render.TARGETS}
    assert [target for target in told if told[target]] == ["wordpress", "plain"]


def test_parts_beyond_the_first_runs_are_counted(own: Own) -> None:
    # Every second run has two parts; of the last two runs three parts are told in one line.
    body = [word for run in range(RUNS + 2) for word in ("Kept words.", *[f"Lost words {run}"] * (1 + run % 2))]
    templates = own("default.md", "Kept words.\n\n{{ sources }}")
    told = [one for one in lost(replace(_with(*body), kind=""), "plain", templates) if "leaves out" in one]
    assert (len(told), told[-1]) == (RUNS + 1, "the template default.md leaves out 3 more parts")


@pytest.mark.parametrize(("length", "shown"), [(WORDS, "x" * WORDS), (WORDS + 1, "x" * (WORDS - 1) + "…")])
def test_a_part_is_told_by_its_beginning(own: Own, length: int, shown: str) -> None:
    templates = own("default.md", "Kept words.\n\n{{ sources }}")
    (told,) = lost(replace(_with("Kept words.", "x" * length), kind=""), "plain", templates)
    assert told.endswith(f": “{shown}”")
