"""Every target gives back the words of the draft, whatever a feed wrote into it."""

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import webpage
from commonmark import folded, read, split
from conftest import Corpus
from draft_strategies import drafts, shown
from hostile_bodies import hostile_bodies
from hrd_tui.copydesk import render
from hrd_tui.copydesk.draft import DEADLINE, SIGNATORIES, Draft, Part
from hrd_tui.copydesk.frontmatter import TARGETS
from hrd_tui.copydesk.shown import closing, parts
from hrd_tui.copydesk.templates import Templates
from hrd_tui.signals.kind import KINDS
from hrd_tui.text.blocks import CODE, IMAGE, PARAGRAPH, Block, Span
from hrd_tui.text.document import from_html, from_text

SITES = ("hugo", "jekyll", "eleventy")
LENGTH = 4_000
KIND_NAMES = (*KINDS, "", "digest", "unheard_of")


@cache
def _templates() -> Templates:
    return Templates()


def _words(draft: Draft) -> list[str]:
    return shown([part.block for part in parts(draft)] + list(closing(draft)))


def _body(draft: Draft, target: str) -> str:
    text = render.text(draft, target, _templates())
    return split(text)[1] if target in TARGETS else text


@settings(max_examples=60)
@given(drafts(), st.sampled_from((*TARGETS, "plain")))
def test_markdown_of_every_target_shows_the_words_in_their_order(draft: Draft, target: str) -> None:
    page = read(_body(draft, target))
    title = [folded(draft.title)] if target == "plain" and draft.title.strip() else []
    assert page.texts == [*title, *_words(draft)]
    assert page.markup == []


@settings(max_examples=100)
@given(drafts())
def test_html_shows_the_words_in_their_order(draft: Draft) -> None:
    page = webpage.read(render.text(draft, "html", _templates()))
    assert page.wrong == []
    title = folded(draft.title)
    assert " ".join(page.texts) == " ".join([title, title, "29 January 2026", *_words(draft)])


@settings(max_examples=60)
@given(drafts(KIND_NAMES), st.sampled_from(("wordpress", "hugo", "html")))
def test_the_template_of_every_kind_shows_every_word_once(draft: Draft, target: str) -> None:
    text = _body(draft, target)
    texts = webpage.read(text).texts[3:] if target == "html" else read(text).texts
    assert sorted(" ".join(texts).split()) == sorted(" ".join(_words(draft)).split())


@settings(max_examples=100)
@given(drafts(), st.sampled_from(TARGETS))
def test_front_matter_gives_back_every_text(draft: Draft, target: str) -> None:
    matter: dict[str, Any] = yaml.safe_load(split(render.markdown(draft, target=target, templates=_templates()))[0])
    params = matter.get("params", matter)
    assert (matter["title"], matter["date"]) == (draft.title, date(2026, 1, 29))
    assert matter.get("description", matter.get("excerpt", "")) == draft.excerpt
    assert matter.get("tags", []) == list(draft.tags)
    assert matter.get("categories", []) == list(draft.categories)
    assert params.get("deadline_text", "") == draft.deadline_text
    assert params.get("people", []) == list(draft.people)
    assert [source["publisher"] for source in params["sources"]] == [ref.publisher for ref in draft.sources]
    assert params["sources"][1]["kept"] == "https://k.example/"


def test_html_tells_categories_and_tags_as_keywords() -> None:
    draft = Draft("T", date(2026, 1, 29), "t", categories=('"Lamps"', "Piers"), tags=("oil",))
    assert '<meta name="keywords" content="&quot;Lamps&quot;, Piers, oil">' in render.text(draft, "html")
    assert "keywords" not in render.text(Draft("T", date(2026, 1, 29), "t"), "html")


def test_every_target_says_that_the_post_is_a_draft() -> None:
    draft = Draft("T", date(2026, 1, 29), "t")
    said = {target: yaml.safe_load(split(render.markdown(draft, target=target))[0]) for target in TARGETS}
    assert said["wordpress"]["status"] == "draft"
    assert said["hugo"]["draft"] is True
    assert said["jekyll"]["published"] is False
    assert said["eleventy"]["draft"] is True


def test_a_site_is_told_to_keep_its_template_engine_out() -> None:
    draft = Draft("T", date(2026, 1, 29), "t")
    assert "render_with_liquid: false" in render.markdown(draft, target="jekyll")
    assert "templateEngineOverride: md" in render.markdown(draft, target="eleventy")


@pytest.mark.parametrize("target", SITES)
@pytest.mark.parametrize("kind", [PARAGRAPH, CODE])
def test_no_sign_of_a_template_engine_reaches_a_site(target: str, kind: str) -> None:
    words = "{{ site.secret }} {% include x %} {{< figure >}} {:onclick=x} a | b $$x$$"
    draft = Draft("T", date(2026, 1, 29), "t", body=(Part(Block(kind, (Span(words),)), 0),))
    body = _body(draft, target)
    assert not set("{|$") & set(body)
    assert read(body).texts == [words]


@pytest.mark.parametrize(
    "number", ["1e3", "0o17", "0x1F", "1_000", "yes", "1:30", ".5", "2026-01-29", "null", "~", "="]
)
def test_a_text_that_looks_like_another_value_stays_a_text(number: str) -> None:
    matter = render.markdown(Draft(number, date(2026, 1, 29), "t")).splitlines()[1]
    assert matter[len("title: ")] in "'\""


def test_a_day_that_stands_in_two_fields_is_written_twice() -> None:
    day = date(2026, 1, 29)
    assert "&id" not in render.markdown(Draft("T", day, "t", source_date=day, deadline=day))


def test_a_hidden_shortcode_or_embed_of_wordpress_stays_text() -> None:
    draft = Draft(
        "T", date(2026, 1, 29), "t", body=(Part(Block(PARAGRAPH, (Span("[video src=x] https://x.example"),)), 0),)
    )
    html = render.text(draft, "html")
    assert "[" not in html
    assert "https://" not in html
    assert "[video src=x] https://x.example" in webpage.read(html).texts


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_hostile_bodies_become_text_in_every_target_and_kind(corpus: Corpus, kind: str) -> None:
    bodies = hostile_bodies(corpus)
    sources = bodies[KIND_NAMES.index(kind) :: len(KIND_NAMES)]
    assert len(sources) > 15
    for source in sources:
        # Their whole length is read in the tests of the body; here each is read six times.
        document = from_html(source[:LENGTH], "https://x.example/")
        blocks = [block for block in document.blocks if block.kind != IMAGE]
        _check(blocks, kind)


def test_naughty_strings_become_text_in_every_target(corpus: Corpus) -> None:
    texts = json.loads((corpus.folder / "pairs" / "naughty_strings.json").read_text("utf-8"))["items"]
    _check([block for text in texts for block in from_text(text).blocks], "")


def _check(blocks: list[Block], kind: str) -> None:
    roles = {1: DEADLINE, 2: SIGNATORIES}
    body = tuple(Part(block, 0, roles.get(number, "text")) for number, block in enumerate(blocks))
    draft = Draft("T", date(2026, 1, 29), "t", kind=kind, body=body)
    wanted = sorted(" ".join(_words(draft)).split())
    for target in render.TARGETS:
        text = _body(draft, target)
        if target == "html":
            page = webpage.read(text)
            assert page.wrong == []
            texts = page.texts[3:]
        else:
            texts = read(text).texts[target == "plain" :]
            assert read(text).markup == []
        assert sorted(" ".join(texts).split()) == wanted, (target, blocks[:3])


@pytest.mark.parametrize("title", ["#", "##", "a #", "# a", "\\#", "a ##", "\\ #", "### #"])
def test_a_headline_of_number_signs_stays_what_it_is(title: str) -> None:
    assert read(render.plain(Draft(title=title, date=date(2026, 1, 29), slug="a"))).texts == [title]
