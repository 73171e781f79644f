"""A conversation with the REST API of WordPress: requests of `copydesk.wordpress` out, their answers in."""

import json
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hrd_tui.config import Config
from hrd_tui.copydesk import wordpress
from hrd_tui.copydesk.wordpress import Ask
from hrd_tui.desk.pull import limits
from hrd_tui.errors import ExportError

if TYPE_CHECKING:
    from hrd_tui.feeds.fetch import Answer, Fetcher

LOOPBACK = ("localhost", "127.0.0.1", "::1")
MOST_PAGES = 50
"""Pages of categories or tags that are looked through: 5,000 names."""


class Missing(ExportError):
    """What was asked for is not on the site."""


class Api:
    """One conversation with the API of a site, logged in."""

    def __init__(self, fetcher: "Fetcher", site: str, root: str, login: str, private: bool) -> None:
        self._fetcher = fetcher
        self.site = site
        self._root = root
        self._login = login
        self._private = private

    @classmethod
    async def begin(cls, stack: AsyncExitStack, config: Config, site: str, login: str) -> "Api":
        """Finds the root of the API, without telling who we are."""
        from hrd_tui.feeds.fetch import Fetcher, Request

        private = urlsplit(site).hostname in LOOPBACK
        fetcher = await stack.enter_async_context(Fetcher(limits(config)))
        answer = await fetcher.get(Request(site, allow_private=private, accept="text/html, */*;q=0.5", method="HEAD"))
        root = wordpress.root(answer.headers.get("link", ""), answer.url)
        if urlsplit(root).hostname != urlsplit(site).hostname or urlsplit(root).scheme != urlsplit(site).scheme:
            raise ExportError(
                f"{site} keeps its API at {root}", "The password goes to the site that was set and nowhere else."
            )
        return cls(fetcher, site, root, login, private)

    async def ask(self, asked: Ask) -> Any:
        """The JSON that the API answers with. Raises ExportError for an error of its own, FetchError for the others."""
        return wordpress.read((await self._answer(asked)).body, self.site)

    async def _answer(self, asked: Ask) -> "Answer":
        from hrd_tui.feeds.fetch import Request, StatusError

        request = Request(
            asked.address(self._root),
            allow_private=self._private,
            accept="application/json",
            method="GET" if asked.fields is None else "POST",
            body=asked.body,
            content_type="" if asked.fields is None else "application/json",
            login=self._login,
        )
        try:
            return await self._fetcher.send(request)
        except StatusError as error:
            if error.challenge:
                raise
            told = wordpress.problem(error.status, error.body, self.site)
            if error.status == 404 and b"rest_post_invalid_id" in error.body:
                raise Missing(told.title, told.detail) from error
            if error.status == 400 and b"term_exists" in error.body:
                raise Exists(error.body) from error
            raise told from error

    async def term(self, kind: str, name: str) -> int | None:
        """The number of a category or tag by its name; one with signs that HTML escapes is not found by a search."""
        found = await self._listed(kind, name, name)
        return await self._listed(kind, name, "") if found is None and set(name) & set("&<>'\"") else found

    async def _listed(self, kind: str, name: str, search: str) -> int | None:
        for page in range(1, MOST_PAGES + 1):
            answer = await self._answer(wordpress.terms(kind, search, page))
            found = wordpress.term(wordpress.read(answer.body, self.site), name)
            pages = answer.headers.get("x-wp-totalpages", "1")
            if found is not None or not pages.isdigit() or page >= int(pages):
                return found
        return None

    async def names(self, kind: str) -> Sequence[str]:
        """The names of the first categories or tags of the site."""
        return wordpress.near(await self.ask(wordpress.terms(kind, "")))

    async def make_tag(self, name: str) -> int:
        """Makes a tag; gives its number."""
        try:
            made = await self.ask(wordpress.new_tag(name))
        except Exists as error:
            return error.term
        if not isinstance(made, dict) or not isinstance(made.get("id"), int):
            title = f"{self.site} did not make the tag “{name}”"
            raise ExportError(title, "Nothing of the draft is lost; send it again.")
        return int(made["id"])


class Exists(ExportError):
    """A tag of this name in other signs is there already."""

    def __init__(self, body: bytes) -> None:
        super().__init__("The tag exists already under a slightly different name")
        self.term = wordpress.existing_term(json.loads(body)) or 0
