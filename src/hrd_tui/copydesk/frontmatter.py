"""The front matter of a post, for each program that makes a site of it."""

from datetime import date
from typing import Any

from hrd_tui.copydesk.draft import Draft

TARGETS = ("wordpress", "hugo", "jekyll", "eleventy")

# YAML 1.2, which Hugo and Eleventy read, knows more spellings of numbers than the 1.1 that is written here.
_NUMBER = r"[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$"


def matter(draft: Draft, target: str = "wordpress") -> str:
    """The YAML between the two lines of "---", with its line break at the end; the same draft gives the same bytes.

    Every text comes back from a reader of YAML 1.1 or 1.2 as it went in. All targets say that the post is a draft.
    """
    import re

    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes what YAML 1.2 would take for a number; writes a day that stands in two fields twice."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    Dumper.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(_NUMBER), list("-+.0123456789"))
    fields = {"wordpress": _wordpress, "hugo": _hugo, "jekyll": _jekyll, "eleventy": _eleventy}[target](draft)
    text: str = yaml.dump(
        fields, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=False, width=float("inf")
    )
    return text


def _wordpress(draft: Draft) -> dict[str, Any]:
    """WordPress reads no front matter; the names are those of its REST API where it has one
    (https://developer.wordpress.org/rest-api/reference/posts/).
    """
    return {
        "title": draft.title,
        "date": draft.date,
        "status": "draft",
        "slug": draft.slug,
        **_found(draft, "kind", "excerpt"),
        "categories": list(draft.categories),
        "tags": list(draft.tags),
        **_desk(draft),
    }


def _hugo(draft: Draft) -> dict[str, Any]:
    """Own fields stand under `params` (https://gohugo.io/content-management/front-matter/)."""
    return _without_empty(
        {
            "title": draft.title,
            "date": draft.date,
            "draft": True,
            "slug": draft.slug,
            "description": draft.excerpt,
            "categories": list(draft.categories),
            "tags": list(draft.tags),
            "params": _without_empty({**_found(draft, "kind"), **_desk(draft)}),
        }
    )


def _jekyll(draft: Draft) -> dict[str, Any]:
    """`layout`, `published`, `categories`, `tags`, `date` and `excerpt` as in https://jekyllrb.com/docs/front-matter/
    and https://jekyllrb.com/docs/posts/; the slug is in the file's name. Since version 4 `render_with_liquid: false`
    keeps Liquid out of the text (https://jekyllrb.com/docs/liquid/tags/).
    """
    return _without_empty(
        {
            "layout": "post",
            "title": draft.title,
            "date": draft.date,
            "published": False,
            "render_with_liquid": False,
            "excerpt": draft.excerpt,
            "categories": list(draft.categories),
            "tags": list(draft.tags),
            **_found(draft, "kind"),
            **_desk(draft),
        }
    )


def _eleventy(draft: Draft) -> dict[str, Any]:
    """`date`, `tags`, `permalink` and `templateEngineOverride` as in https://www.11ty.dev/docs/data-configuration/;
    `md` keeps Liquid out of the text (https://www.11ty.dev/docs/template-overrides/); `draft` is what the recipe of
    https://www.11ty.dev/docs/config-preprocessors/ looks for. Other names are data of one's own.
    """
    return _without_empty(
        {
            "title": draft.title,
            "date": draft.date,
            "draft": True,
            "permalink": f"/{draft.date:%Y/%m/%d}/{draft.slug}/",
            "templateEngineOverride": "md",
            "description": draft.excerpt,
            "categories": list(draft.categories),
            "tags": list(draft.tags),
            **_found(draft, "kind"),
            **_desk(draft),
        }
    )


def _desk(draft: Draft) -> dict[str, Any]:
    return {
        "countries": list(draft.countries),
        "people": list(draft.people),
        "organisations": list(draft.organisations),
        **_found(draft, "source_date", "deadline", "deadline_text"),
        "sources": [
            {"publisher": ref.publisher, "url": ref.url} | ({"kept": ref.kept} if ref.kept else {})
            for ref in draft.sources
        ],
        "see_also": list(draft.see_also),
        "items": list(draft.items),
    }


def _found(draft: Draft, *names: str) -> dict[str, str | date]:
    return {name: getattr(draft, name) for name in names if getattr(draft, name)}


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", [], {})}
