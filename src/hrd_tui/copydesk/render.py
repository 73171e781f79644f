"""Markdown of a draft: CommonMark in which nothing a feed wrote can become markup."""

from hrd_tui.copydesk import frontmatter, html, layout
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.escape import SITE
from hrd_tui.copydesk.pieces import of_draft
from hrd_tui.copydesk.templates import Templates

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
    does not, the blog has none. All headings become `##`; a table becomes lines, since CommonMark has no tables.
    For sites, where a template engine reads the text before markdown does, its signs are escaped too. Raises
    UsageProblem where the draft names a template that is not there, ExportError where one cannot be used.
    """
    post = _post(draft, "" if target == "wordpress" else SITE, templates)
    return f"---\n{frontmatter.matter(draft, target)}---\n" + (f"\n{post}\n" if post else "")


def plain(draft: Draft, templates: Templates | None = None) -> str:
    """The post without front matter, for pasting. Raises what `markdown` raises."""
    return _post(draft, "", templates) + "\n"


def filename(draft: Draft, target: str = "wordpress") -> str:
    """YYYY-MM-DD-slug.md, or .html: only lower-case ASCII letters, digits and "-", at most 80 signs.

    Jekyll asks for this form (https://jekyllrb.com/docs/posts/), Eleventy takes the date off it for the page's name
    (https://www.11ty.dev/docs/data-eleventy-supplied/), Hugo goes by the slug of the front matter.
    """
    return f"{draft.date.isoformat()}-{draft.slug}.{'html' if target == 'html' else 'md'}"


def _post(draft: Draft, extra: str, templates: Templates | None) -> str:
    used = templates or Templates()
    markup = layout.markup(extra)
    return used.render(used.choose(draft, markup), of_draft(draft, markup), markup)
