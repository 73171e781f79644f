"""The reader served to a browser: textual-serve's session and terminal, behind an address that nobody can guess.

Each page opened is one reader in a process of its own; they share the desk as any other processes do. What
textual-serve would fetch from elsewhere (a font) comes from its own package here, so that no visit is told to anybody.
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

from hrd_tui.errors import HrdError

READERS = 8
"""Readers at a time; each is a process with the whole desk in memory."""

_FONT_PIXELS = "16"
_HEADERS: Mapping[str, str] = {
    # The terminal sets styles and measures with a canvas; scripts and everything else are the server's own.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Serving(Server):
    """A server of readers on one address; everything it has stands below /TOKEN/, all else is not found."""

    def __init__(self, command: str, token: str) -> None:
        super().__init__(command, title="hrd")
        self._token = token
        self._readers = 0

    def application(self) -> web.Application:
        """The routes, with their headers."""
        app = web.Application(middlewares=[_guarded])
        root = f"/{self._token}/"
        app.add_routes(
            [
                web.get(root.rstrip("/"), _to_folder),
                web.get(root, self.page),
                web.get(root + "{name:page[.](?:css|js)}", _beside_page),
                web.get(root + "ws", self.reader),
                web.static(root + "static", self.statics_path),
            ]
        )
        return app

    async def page(self, request: web.Request) -> web.Response:
        """The page with the terminal in it."""
        socket = f"{'wss' if request.secure else 'ws'}://{request.host}/{self._token}/ws"
        page = Template(_own("page.html")).substitute(socket=escape(socket), font=_FONT_PIXELS)
        return web.Response(text=page, content_type="text/html")

    async def reader(self, request: web.Request) -> web.StreamResponse:
        """One reader, for as long as its page is open; only for pages of this server."""
        if urlsplit(request.headers.get("Origin", "")).netloc != request.host:
            raise web.HTTPForbidden(text="Only the page of this reader may open it.")
        if self._readers >= READERS:
            raise web.HTTPServiceUnavailable(text="Too many readers are open; close one of their pages.")
        self._readers += 1
        try:
            return await self.handle_websocket(request)
        finally:
            self._readers -= 1


@web.middleware
async def _guarded(request: web.Request, handler: _Handler) -> web.StreamResponse:
    try:
        response = await handler(request)
    except web.HTTPException as error:
        error.headers.update(_HEADERS)
        if error.status == web.HTTPNotFound.status_code:
            error.text = "Nothing is here. The address that hrd serve printed when it began is needed, whole."
        raise
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response


async def _to_folder(request: web.Request) -> web.Response:
    raise web.HTTPFound(f"{request.path}/")


async def _beside_page(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    return web.Response(text=_own(name), content_type="text/css" if name.endswith("css") else "text/javascript")


def _own(name: str) -> str:
    return files("hrd_tui.web").joinpath(name).read_text("utf-8")


def serve(command: str, token: str, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves readers, each started by a shell command, until SIGINT or SIGTERM; `ready` gets the address.

    A port of 0 lets the system choose one. Raises HrdError where the address is taken or does not exist.
    """
    asyncio.run(_serve(Serving(command, token).application(), token, host, port, ready))


async def _serve(app: web.Application, token: str, host: str, port: int, ready: Callable[[str], None]) -> None:
    # No log of what is asked for: the token stands in every address.
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            reason = error.strerror or str(error)
            raise HrdError(f"{host} port {port} cannot be served", f"{reason}. Choose another with --port.") from error
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        where, number, *_ = runner.addresses[0]
        ready(f"http://{f'[{where}]' if ':' in where else where}:{number}/{token}/")
        await stopped.wait()
    finally:
        await runner.cleanup()
