"""Templates: found by name, unable to reach anything but data, bounded, checked, and the shipped ones kept as they are.

The files in tests/golden are what the shipped templates make of an invented post. After a wanted change they are
written anew with: HRD_GOLDEN=write pytest tests/test_copydesk_templates.py
"""

import os
from pathlib import Path

import pytest

import template_fixtures
from commonmark import read, split
from effort import in_time
from hrd_tui.copydesk import layout, render, sample
from hrd_tui.copydesk.frontmatter import TARGETS
from hrd_tui.copydesk.templates import MAX_SOURCE, BadTemplate, Templates
from hrd_tui.errors import UsageProblem
from hrd_tui.signals.kind import KINDS
from template_fixtures import SHIPPED, Own, hostile_draft

own = template_fixtures.own

GOLDEN = Path(__file__).parent / "golden"


def _golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("HRD_GOLDEN") == "write":
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_makes_what_it_made(name: str) -> None:
    tried = sample.of(name)
    _golden(name, Templates().render(name, tried.values, tried.markup) + "\n")


@pytest.mark.parametrize("target", render.TARGETS)
def test_a_target_makes_what_it_made(target: str) -> None:
    _golden(f"target-{target}.{'html' if target == 'html' else 'md'}", render.text(sample.draft("ngo_report"), target))


def test_no_golden_file_is_left_over() -> None:
    targets = {f"target-{target}.{'html' if target == 'html' else 'md'}" for target in render.TARGETS}
    assert {file.name for file in GOLDEN.iterdir()} == {*SHIPPED, *targets}


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_wrong_with_a_shipped_template(name: str) -> None:
    tried = sample.of(name)
    assert Templates().check(name, tried.values, tried.markup, tried.expected) == []


def test_every_kind_has_a_template() -> None:
    assert {f"{kind}.md" for kind in (*KINDS, "digest", "default", "archive")} <= set(SHIPPED)


@pytest.mark.parametrize("kind", ["call_for_input", "call_for_nominations", "vacancy"])
@pytest.mark.parametrize("target", ["plain", "html"])
def test_the_deadline_of_a_call_closes_the_text(kind: str, target: str) -> None:
    text = render.text(sample.draft(kind), target)
    assert text.index("The deadline is") > max(text.index(word) for word in ("Ben Quay", "see also", "goes on"))


@pytest.mark.parametrize("kind", ["open_letter", "ngo_statement", "resolution"])
@pytest.mark.parametrize("target", ["plain", "html"])
def test_the_signatories_of_a_letter_close_the_text(kind: str, target: str) -> None:
    text = render.text(sample.draft(kind), target)
    assert text.index("Ada Ostler") > max(text.index(word) for word in ("The deadline is", "see also", "goes on"))


@pytest.mark.parametrize("name", ["short", "short.md"])
def test_a_draft_may_name_its_template(own: Own, name: str) -> None:
    own.write("short.md", "Only {{ post.day }}")
    assert render.post(hostile_draft(template=name, kind="vacancy"), templates=own.templates) == "Only 29 January 2026"


def test_a_named_template_that_is_not_there_is_told(own: Own) -> None:
    with pytest.raises(UsageProblem, match="nowhere"):
        render.plain(hostile_draft(template="nowhere"), own.templates)


def test_an_own_template_goes_before_the_shipped_one_and_may_build_on_it(own: Own) -> None:
    own.write(
        "vacancy.md", '{% extends "shipped:vacancy.md" %}\n{% block post %}{{ super() }}\n\nApply!\n{% endblock %}'
    )
    assert render.post(hostile_draft(kind="vacancy"), templates=own.templates) == "Some \\*words\\*.\n\nApply!"
    assert own.templates.get("vacancy.md").own
    assert not own.templates.get("shipped:vacancy.md").own


def test_an_edited_template_is_read_anew(own: Own) -> None:
    assert own.made("one") == "one"
    assert own.made("two") == "two"


def test_what_comes_out_of_an_expression_is_escaped(own: Own) -> None:
    safe = "\\*Lamps\\* & &lt;b>piers&lt;/b> \\[x\\](https://x.example/)"
    assert own.made("{{ post.title }}") == safe
    assert own.made("{{ post.title|lower }}") == safe.lower()
    assert own.made("{{ post.title ~ post.title }}") == safe + safe
    assert own.made("{{ [post.title, '*']|join(' ') }}") == f"{safe} \\*"
    assert own.made("{% set again %}{{ post.title }}{% endset %}{{ again }}") == safe
    assert own.made("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(post.title) }}") == f"**{safe}**"
    assert own.made("{% autoescape false %}{{ post.title|trim }}{% endautoescape %}") == safe
    assert own.made("{{ post.tags|join(', ') }}") == "a\\_b, c\\*"


def test_what_loses_its_type_in_a_filter_is_escaped_again(own: Own) -> None:
    assert own.made("{{ body|replace('\\\\', '') }}") == "Some \\*words\\*."
    assert own.made("{{ body|lower }}") == "some \\\\\\*words\\\\\\*."


def test_html_is_escaped_as_html(own: Own) -> None:
    text = own.made("<h1>{{ post.title|upper }}</h1>{{ body }}", "own.html")
    assert text == (
        "<h1>*LAMPS* &amp; &lt;B&gt;PIERS&lt;/B&gt; &#91;X&#93;(HTTPS&#58;//X.EXAMPLE/)</h1><p>Some *words*.</p>"
    )


def test_a_template_of_markdown_holds_no_html(own: Own) -> None:
    with pytest.raises(BadTemplate, match="line 2"):
        own.made("one\n<div>{{ post.title }}</div>")


@in_time
@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ post.__class__.__mro__ }}",
        "{{ body.blocks }}",
        "{{ body.markup.blocks }}",
        "{{ post.title.format(1) }}",
        "{{ post.title.upper() }}",
        "{{ post.items() }}",
        "{{ post.tags.count('x') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ post.title|attr('__class__') }}",
        "{{ [post]|map(attribute='__class__')|list }}",
        "{{ '%s'|format(1) }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum() }}",
        "{{ range.__self__ }}",
        "{% macro m() %}{% endmacro %}{{ m.__call__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
        "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{% include '../own.md' %}",
        "{% include 'shipped:../escape.py' %}",
        "{% include 'shipped:/etc/passwd' %}",
        "{% extends '//etc/passwd' %}",
        "{% import '..%2fown.md' as x %}",
        "{% import 'default.md' as x %}{{ x.__class__ }}",
        "{% do post.clear() %}",
        "{% set post.title = 1 %}",
        "{{ body|safe }}",
        "{{ _context }}",
        "{{ environment }}",
        "{{ post.title|over }}",
    ],
)
def test_a_template_cannot_reach_beyond_the_data(own: Own, text: str) -> None:
    with pytest.raises(BadTemplate):
        own.made(text)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(1000) %}{% for b in range(1000) %}{% endfor %}{% endfor %}",
        "{% for a in range(1000) if false %}{% endfor %}" * 150,
        "{% for a in post.title %}{% endfor %}",
        "{{ range(100000)|length }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 999999999 }}",
        "{{ [1] * 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'ab' + 'c' }}",
        "{{ 999999 * 999999 }}",
        "{{ 1 / 0 }}",
        "{% set x = body %}" + "{% set x = x ~ x %}" * 40,
        "{% set x = post.title %}" + "{% set x = x|replace('a', 'aaaaaaaa') %}" * 40,
        "{% set x %}{{ post.title }}{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% set x = [body] %}" + "{% set x = [x|stacked, x|stacked] %}" * 40,
        "{% set x = [body] %}" + "{% set x = [x|join, x|join] %}" * 40,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% block b %}{{ self.b() }}{% endblock %}",
        "{% include 'own.md' %}",
        "{% extends 'own.md' %}",
        "{% set n = (n if n is defined else 0) + 1 %}"
        "{% if n < 40 %}{% include 'own.md' %}{% include 'own.md' %}{% endif %}",
        "{% for x in [[1]] recursive %}{{ loop(x) }}{{ loop(x) }}{% endfor %}",
        "{{" + "(" * 5000 + ")" * 5000 + "}}",
        "{% for x in [1] %}" * 30 + "{% endfor %}" * 30,
        "x" * (MAX_SOURCE + 1),
    ],
    ids=lambda text: text[:40],
)
def test_a_template_cannot_take_for_ever(own: Own, text: str) -> None:
    with pytest.raises(BadTemplate):
        own.made(text)


def test_a_template_calls_nothing_but_its_own_macros(own: Own) -> None:
    called: list[int] = []
    own.write("own.md", "{{ call() }}")
    with pytest.raises(BadTemplate):
        own.templates.render("own.md", {"call": lambda: called.append(1)}, layout.markup())
    assert called == []


def test_a_template_does_not_lead_out_of_its_folder_by_a_link(
    own: Own, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text("secret", "utf-8")
    (own.folder / "linked.md").symlink_to(secret)
    with pytest.raises(BadTemplate, match="linked"):
        own.made("{% include 'linked.md' %}")


@pytest.mark.parametrize(
    "name", ["", "..", "a/b.md", "../default.md", "/etc/passwd", "A.md", ".md", "x.py", "shipped:"]
)
def test_what_is_no_name_of_a_template_is_refused(own: Own, name: str) -> None:
    with pytest.raises(UsageProblem):
        own.templates.get(name)


def test_only_files_with_a_template_s_name_are_listed(own: Own) -> None:
    own.write("mine.md", "x")
    own.write("notes.txt", "x")
    (own.folder / "folder.md.d").mkdir()
    assert set(own.templates.names()) - set(SHIPPED) == {"mine.md"}


@pytest.mark.parametrize("target", TARGETS)
def test_the_sample_shows_its_words_in_every_target(target: str) -> None:
    page = read(split(render.text(sample.draft("ngo_report"), target))[1])
    assert "…" in page.texts
    assert not any("was cut" in text for text in page.texts)
