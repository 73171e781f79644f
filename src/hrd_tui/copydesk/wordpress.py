"""What is asked of the REST API of WordPress, and what its answers mean; no I/O.

Source: WordPress REST API Handbook, "Posts", "Categories", "Tags" and "Authentication" (application passwords, since
WordPress 5.6).
"""

import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from hrd_tui.copydesk.draft import Draft
from hrd_tui.errors import ExportError
from hrd_tui.text.clean import clean
from hrd_tui.text.fold import fold

API = re.compile(r"<([^<>\s]+)>\s*;[^,]*\brel=\"?https://api\.w\.org/\"?")
DRAFT = "draft"
PER_PAGE = 100
"""Entries of one page of an answer; the API gives no more."""

_LOGIN = "Make an application password in WordPress (Users, Profile) and store it with: hrd wordpress login"
_ADVICE = {
    "incorrect_password": _LOGIN,
    "invalid_username": "Check wordpress.user in the configuration; it is the name you log in with.",
    "invalid_email": "Check wordpress.user in the configuration; it is the name you log in with.",
    "rest_not_logged_in": _LOGIN,
    "rest_cannot_create": "This user may not write there; the role must be author, editor or administrator.",
    "rest_cannot_edit": "This user may not change this post; it belongs to somebody else.",
    "rest_cannot_assign_term": "This user may not use this category or tag.",
    "rest_no_route": "Check wordpress.address in the configuration; the REST API of the site may be switched off.",
    "application_passwords_disabled": "The site allows application passwords over https only, or not at all.",
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: `path` below the root of the API, `query` of the address, `fields` of a JSON body (POST) or None."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Any] | None = None

    def address(self, root: str) -> str:
        """The whole address; a root without pretty permalinks has the path as its parameter `rest_route`."""
        base = root + self.path.removeprefix("/") if root.endswith("/") else root + self.path
        asked = urlencode(self.query)
        return f"{base}{'&' if '?' in base else '?'}{asked}" if asked else base

    @property
    def body(self) -> bytes:
        return b"" if self.fields is None else json.dumps(self.fields, ensure_ascii=False).encode()


@dataclass(frozen=True, slots=True)
class Post:
    """A post as WordPress tells it: `modified` is its own time of the last change, `content` its source."""

    id: int
    status: str
    link: str
    modified: str
    content: str


def marker(addresses: Iterable[str]) -> str:
    """A comment at the end of a post by which it is found again: a hash of what it was made of, nothing readable.

    So the same items are never posted twice, also from another desk or after an answer was lost.
    """
    digest = hashlib.sha256("\n".join(sorted(addresses)).encode()).hexdigest()[:24]
    return f"hrd-{digest}"


def content(body: str, mark: str) -> str:
    """The post's HTML with its mark."""
    return f"{body.rstrip()}\n<!-- {mark} -->\n"


def root(link: str, site: str) -> str:
    """The root of the API: what the site's Link header names (API Handbook, "Discovery"), else /wp-json/."""
    found = API.search(link)
    return found[1] if found else site.rstrip("/") + "/wp-json/"


def me() -> Ask:
    """Who we are."""
    return Ask("/wp/v2/users/me", {"context": "edit"})


def find(mark: str) -> Ask:
    """The posts that hold a mark, whatever became of them; those in the bin are not among them."""
    wanted = {"search": mark, "status": "draft,pending,private,future,publish", "context": "edit", "per_page": "10"}
    return Ask("/wp/v2/posts", wanted)


def one(post: int) -> Ask:
    """A post by its number."""
    return Ask(f"/wp/v2/posts/{post}", {"context": "edit"})


def terms(kind: str, name: str, page: int = 1) -> Ask:
    """The categories or tags whose names hold a name."""
    return Ask(f"/wp/v2/{kind}", {"search": name, "per_page": str(PER_PAGE), "page": str(page), "context": "view"})


def new_tag(name: str) -> Ask:
    """Makes a tag."""
    return Ask("/wp/v2/tags", {}, {"name": name})


def save(draft: Draft, body: str, mark: str, categories: Sequence[int], tags: Sequence[int], post: int | None) -> Ask:
    """Writes a new draft, or a known one anew. The status is always draft."""
    fields = {
        "title": draft.title,
        "content": content(body, mark),
        "excerpt": draft.excerpt,
        "slug": draft.slug,
        "status": DRAFT,
        "categories": list(categories),
        "tags": list(tags),
    }
    return Ask(f"/wp/v2/posts/{post}" if post else "/wp/v2/posts", {"context": "edit"}, fields)


def read(data: bytes, site: str) -> Any:
    """The JSON of an answer. Raises ExportError for an answer that is none."""
    try:
        return json.loads(data)
    except ValueError as error:
        raise ExportError(
            f"{site} does not answer like WordPress", "Check wordpress.address in the configuration."
        ) from error


def post(data: Any, site: str) -> Post:
    """A post of an answer. Raises ExportError."""
    try:
        return Post(
            id=int(data["id"]),
            status=str(data["status"]),
            link=str(data.get("link", "")),
            modified=str(data.get("modified_gmt", "")),
            content=str(data.get("content", {}).get("raw", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ExportError(f"{site} answers with something that is no post", "Nothing of the draft is lost.") from error


def ours(data: Any, mark: str, site: str) -> Post | None:
    """The post of a search that holds the mark, None where there is none. Raises ExportError."""
    if not isinstance(data, list):
        raise ExportError(f"{site} does not answer like WordPress", "Check wordpress.address in the configuration.")
    return next((found for found in (post(one, site) for one in data) if mark in found.content), None)


def term(data: Any, name: str) -> int | None:
    """The number of the category or tag of exactly this name, case aside; WordPress writes names as HTML."""
    wanted = fold(name)
    for one in data if isinstance(data, list) else ():
        if isinstance(one, dict) and fold(html.unescape(str(one.get("name", "")))) == wanted:
            return int(one["id"])
    return None


def near(data: Any) -> list[str]:
    """The names of the categories in an answer."""
    found = data if isinstance(data, list) else []
    return [
        clean(html.unescape(str(one["name"])), line=True) for one in found if isinstance(one, dict) and "name" in one
    ]


def existing_term(data: Any) -> int | None:
    """The number of the term that an error says exists already (its name differs in signs that slugs leave out)."""
    if isinstance(data, dict) and data.get("code") == "term_exists":
        number = data.get("data", {}).get("term_id") if isinstance(data.get("data"), dict) else None
        return int(number) if isinstance(number, int) else None
    return None


def problem(status: int, data: bytes, site: str) -> ExportError:
    """An error that WordPress answers with, in words: its own message, and what to do."""
    try:
        told = json.loads(data)
    except ValueError:
        told = {}
    code = str(told.get("code", "")) if isinstance(told, dict) else ""
    message = told.get("message", "") if isinstance(told, dict) else ""
    said = " ".join(re.sub(r"<[^>]*>", " ", html.unescape(clean(str(message), line=True))).split())[:200]
    if status == 401 and code not in _ADVICE:
        code = "rest_not_logged_in"
    advice = _ADVICE.get(code, _ADVICE["rest_no_route"] if status == 404 else "")
    what = "does not know this name and password" if status == 401 else f"answers {status}"
    return ExportError(f"{site} {what}{f': {said}' if said else ''}", advice)
