"""Sends a draft to the blog over the REST API of WordPress: always as a draft there, never twice."""

import asyncio
import hashlib
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from hrd_tui.config import Config
from hrd_tui.copydesk import wordpress
from hrd_tui.copydesk.draft import Draft
from hrd_tui.copydesk.drafts import from_doc
from hrd_tui.copydesk.wordpress import Ask, Post
from hrd_tui.desk import credentials
from hrd_tui.desk.decisions import Decisions
from hrd_tui.desk.wordpress_api import LOOPBACK, Api, Missing
from hrd_tui.documents import DraftDoc, WordPressDoc
from hrd_tui.errors import ConfigError, ExportError, FetchError, NotOurs, UsageProblem
from hrd_tui.model import State
from hrd_tui.store.store import Store
from hrd_tui.text import urls

if TYPE_CHECKING:
    from hrd_tui.copydesk.templates import Templates

SENT_AS = "html"
"""The target whose text is sent, for what is said of it before."""

Value = TypeVar("Value")
_UNKNOWN = "Whether it arrived is not known. Send it again: it is looked for first, and never made twice."


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a draft: `status` is created, updated or unchanged, `to create` or `to update` in a dry run.

    `edit` is the address to go on at in the browser; `tags` are those that had to be made (or would have to).
    """

    status: str
    site: str
    post: int | None
    edit: str
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class WordPress:
    """The blog of one desk. Every call raises ConfigError where it is not set up, FetchError and ExportError."""

    def __init__(
        self, store: Store, config: Config, decisions: Decisions, templates: "Templates | None" = None
    ) -> None:
        """`templates` are what posts are written with; else those shipped with the program."""
        self._store = store
        self._config = config
        self._decisions = decisions
        self._templates = templates

    @property
    def site(self) -> str:
        """The address of the blog. Raises ConfigError."""
        given = self._config["wordpress.address"] or self._config["blog.address"]
        site = urls.safe(given)
        if not site:
            raise ConfigError(
                "No WordPress site is set" if not given else f"wordpress.address is no web address: {given}",
                "Set wordpress.address and wordpress.user with: hrd config edit",
            )
        parts = urlsplit(site)
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            raise ConfigError(f"{site} is not encrypted", "A password is sent over https:// only.")
        return site

    @property
    def user(self) -> str:
        """The name to log in with. Raises ConfigError."""
        name = str(self._config["wordpress.user"]).strip()
        if not name or ":" in name:
            raise ConfigError("No WordPress user is set", "Set wordpress.user with: hrd config edit")
        return name

    def check(self) -> str:
        """Logs in and gives the name that the site knows us by."""

        async def ask(api: Api) -> str:
            told = await api.ask(wordpress.me())
            return str(told.get("name", "")) if isinstance(told, dict) else ""

        return self._run(ask)

    def send(self, draft_id: int, *, dry_run: bool = False, force: bool = False) -> Sent:
        """Creates the draft on the site, or brings it up to date there; `dry_run` only looks.

        A post that was published, or changed there since it was sent, is left alone unless `force` (a published one
        always). Raises UsageProblem for a draft that is not on the desk, ExportError for a category that the site does
        not have and for what the site refuses. What the site took is recorded; what it did not leaves the desk as it
        was.
        """
        doc = self._store.drafts.get(draft_id)
        if doc is None or "draft" not in doc:
            raise UsageProblem(f"There is no draft {draft_id}", "hrd draft list shows them; hrd draft new makes one.")
        draft = from_doc(doc["draft"])
        body = self._body(draft)

        async def ask(api: Api) -> Sent:
            return await self._send(api, draft_id, doc, draft, body, dry_run, force)

        try:
            return self._run(ask)
        except ExportError as error:
            error.detail = error.detail or "Nothing of the draft is lost; send it again later."
            raise

    def _body(self, draft: Draft) -> str:
        from hrd_tui.copydesk.html import body

        return body(draft, self._templates)

    def _run(self, work: Callable[[Api], Coroutine[Any, Any, Value]]) -> Value:
        site, user = self.site, self.user
        login = f"{user}:{credentials.password(site, user)}"

        async def run() -> Value:
            async with AsyncExitStack() as stack:
                api = await Api.begin(stack, self._config, site, login)
                return await work(api)

        return asyncio.run(run())

    async def _send(
        self, api: Api, draft_id: int, doc: DraftDoc, draft: Draft, body: str, dry_run: bool, force: bool
    ) -> Sent:
        mark = wordpress.marker(self._names(draft))
        known = await self._known(api, doc.get("wordpress"), mark)
        if known:
            self._check_free(api.site, known, doc.get("wordpress"), force)
        categories = [await self._category(api, name) for name in draft.categories]
        tags = {name: await api.term("tags", name) for name in draft.tags}
        missing = tuple(name for name, id in tags.items() if id is None)
        if dry_run:
            status = "to update" if known else "to create"
            return Sent(
                status, api.site, known.id if known else None, _edit(api.site, known), draft.categories, missing
            )
        numbers = [id if id is not None else await api.make_tag(name) for name, id in tags.items()]
        asked = wordpress.save(draft, body, mark, categories, numbers, known.id if known else None)
        digest = hashlib.sha256(asked.body).hexdigest()
        if known and doc.get("wordpress", {}).get("sha256") == digest:
            return Sent("unchanged", api.site, known.id, _edit(api.site, known), draft.categories)
        post = await self._save(api, asked)
        self._record(draft_id, draft, api.site, post, digest)
        status = "updated" if known else "created"
        return Sent(status, api.site, post.id, _edit(api.site, post), draft.categories, missing)

    async def _save(self, api: Api, asked: Ask) -> Post:
        try:
            return wordpress.post(await api.ask(asked), api.site)
        except FetchError as error:
            raise ExportError(error.title, _UNKNOWN) from error

    def _names(self, draft: Draft) -> list[str]:
        """What a draft was made of, the same on every desk: the addresses of its items, or their guids."""
        docs = [(id, self._store.items.get(id, {})) for id in draft.items]
        return [doc.get("canonical") or doc.get("url") or doc.get("guid") or f"item {id}" for id, doc in docs]

    async def _known(self, api: Api, sent: WordPressDoc | None, mark: str) -> Post | None:
        if sent and sent.get("site") == api.site:
            try:
                return wordpress.post(await api.ask(wordpress.one(sent["post"])), api.site)
            except Missing:
                return None
        return wordpress.ours(await api.ask(wordpress.find(mark)), mark, api.site)

    def _check_free(self, site: str, known: Post, sent: WordPressDoc | None, force: bool) -> None:
        where = _edit(site, known)
        if known.status != wordpress.DRAFT:
            raise ExportError(f"The post is no draft on {site} any more: it is {known.status}", f"Edit it at {where}")
        changed = sent is not None and sent.get("modified", known.modified) != known.modified
        if changed and not force:
            raise NotOurs(
                f"The draft was changed on {site} since it was sent",
                f"Edit it at {where}, or overwrite it with --force",
            )

    async def _category(self, api: Api, name: str) -> int:
        found = await api.term("categories", name)
        if found is None:
            others = await api.names("categories")
            listed = f" It has: {', '.join(others[:20])}." if others else ""
            raise ExportError(
                f"{api.site} has no category “{name}”",
                f"Make it there, or take it out of the draft.{listed} Nothing was sent.",
            )
        return found

    def _record(self, draft_id: int, draft: Draft, site: str, post: Post, digest: str) -> None:
        with self._store.change() as change:
            doc: DraftDoc = change.get("drafts", draft_id) or DraftDoc(items=list(draft.items))
            sent: WordPressDoc = {
                "site": site, "post": post.id, "url": post.link, "sha256": digest, "modified": post.modified,
            }  # fmt: skip
            change.put("drafts", draft_id, {**doc, "wordpress": sent})
            kept = [id for id in draft.items if id in self._store.items]
            posted = [id for id in kept if self._store.states.get(id, {}).get("state") == State.POSTED]
            self._decisions.drafted(change, [id for id in kept if id not in posted])


def _edit(site: str, post: Post | None) -> str:
    """Where a draft is gone on with in the browser."""
    return f"{site.rstrip('/')}/wp-admin/post.php?post={post.id}&action=edit" if post else ""
