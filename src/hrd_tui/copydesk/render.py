"""Markdown of a draft: CommonMark in which nothing a feed wrote can become markup."""

from hrd_tui.copydesk import frontmatter, html, layout
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.escape import SITE
from hrd_tui.copydesk.pieces import Markup, of_draft
from hrd_tui.copydesk.templates import Templates
from hrd_tui.text.blocks import HEADING, Block, Span

TARGETS = (*frontmatter.TARGETS, "plain", "html")


def text(draft: Draft, target: str = "wordpress", templates: Templates | None = None) -> str:
    """The text of a file for one of TARGETS. Raises what `markdown` raises."""
    if target == "html":
        return html.page(draft, templates)
    return plain(draft, templates) if target == "plain" else markdown(draft, target=target, templates=templates)


def markdown(draft: Draft, *, target: str = "wordpress", templates: Templates | None = None) -> str:
    """The file's text: YAML front matter for the target, then the post as its template has it.

    The same draft gives the same bytes. Read by a CommonMark parser the body shows exactly the words of the draft's
    parts that are not cut. Links of the text stay links, since calls and surveys are useless without them; emphasis
    does not, the blog has none. All headings become `##`. Tables are those of GitHub, which all four programs read:
    WordPress (https://github.com/WordPress/gutenberg, markdown-converter.js), Hugo (goldmark), Jekyll (kramdown),
    Eleventy (markdown-it); for "plain", which anything may read, they become lines, since CommonMark has no tables.
    For sites, where a template engine reads the text before markdown does, its signs are escaped too. Raises
    UsageProblem where the draft names a template that is not there, ExportError where one cannot be used.
    """
    written = post(draft, target, templates)
    return f"---\n{frontmatter.matter(draft, target)}---\n" + (f"\n{written}\n" if written else "")


def plain(draft: Draft, templates: Templates | None = None) -> str:
    """Markdown for pasting: the headline as "# Title", then the post. Raises what `markdown` raises."""
    headline = layout.body([Block(HEADING, (Span(draft.title),))], heading=1)
    return "\n\n".join(text for text in (headline, post(draft, "plain", templates)) if text) + "\n"


def post(draft: Draft, target: str = "wordpress", templates: Templates | None = None) -> str:
    """The post alone, as it stands below headline or front matter. Raises what `markdown` raises."""
    used, form = templates or Templates(), markup(target)
    return used.render(used.choose(draft, form), of_draft(draft, form), form)


def markup(target: str) -> Markup:
    """What a target is written in."""
    if target == "html":
        return html.HTML
    return layout.markup("" if target in ("wordpress", "plain") else SITE, tables=target != "plain")


def filename(draft: Draft, target: str = "wordpress") -> str:
    """YYYY-MM-DD-slug.md, or .html: only lower-case ASCII letters, digits and "-", at most 80 signs.

    Jekyll asks for this form (https://jekyllrb.com/docs/posts/), Eleventy takes the date off it for the page's name
    (https://www.11ty.dev/docs/data-eleventy-supplied/), Hugo goes by the slug of the front matter.
    """
    return f"{draft.date.isoformat()}-{draft.slug}.{'html' if target == 'html' else 'md'}"
