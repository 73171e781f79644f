"""A headless Chromium, worked through its DevTools protocol: pages, keys, what comes over their web sockets."""

import asyncio
import base64
import itertools
import json
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
SECONDS = 60
_ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-port=0 --window-size=1200,800"
).split()


class Page:
    """One page; `received` is all that came over its web sockets, `asked` the addresses of all its requests."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._changed = asyncio.Condition()
        self.received = b""
        self.asked: list[str] = []
        self.closed = 0

    async def listen(self) -> None:
        async for message in self._socket:
            value = json.loads(message.data)
            if answer := self._answers.pop(value.get("id", 0), None):
                answer.set_result(value)
            await self._take(value.get("method", ""), value.get("params", {}))

    async def _take(self, method: str, params: dict[str, Any]) -> None:
        async with self._changed:
            if method == "Network.webSocketFrameReceived":
                data = params["response"]["payloadData"]
                self.received += base64.b64decode(data) if params["response"]["opcode"] == 2 else data.encode()
            elif method == "Network.webSocketClosed":
                self.closed += 1
            elif method in ("Network.requestWillBeSent", "Network.webSocketCreated"):
                self.asked.append(params["url"] if "url" in params else params["request"]["url"])
            self._changed.notify_all()

    async def call(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        return (await asyncio.wait_for(answer, SECONDS)).get("result")

    async def until(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(holds), SECONDS)

    async def type(self, text: str) -> None:
        for key in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def copied(self) -> str:
        """What stands in the clipboard of the browser."""
        asked = {"expression": "navigator.clipboard.readText()", "awaitPromise": True, "userGesture": True}
        text: str = (await self.call("Runtime.evaluate", **asked))["result"]["value"]
        return text

    async def picture(self) -> bytes:
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def opened(address: str, folder: Path) -> AsyncIterator[Page]:
    """A page of its own browser, whose profile stands in `folder`."""
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *_ARGUMENTS,
        f"--user-data-dir={folder}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "HOME": str(folder)},
    )
    assert process.stderr is not None
    try:
        async for line in process.stderr:
            if b"DevTools listening on" in line:
                break
        port = line.split(b"/")[2].decode().rpartition(":")[2]
        async with aiohttp.ClientSession() as session:
            async with session.put(f"http://127.0.0.1:{port}/json/new") as answer:
                target = (await answer.json(content_type=None))["webSocketDebuggerUrl"]
            async with session.ws_connect(target, max_msg_size=0) as socket:
                page = Page(socket)
                listening = asyncio.create_task(page.listen())
                for domain in ("Network", "Page", "Runtime"):
                    await page.call(f"{domain}.enable")
                await page.call("Page.navigate", url=address)
                yield page
                listening.cancel()
    finally:
        process.kill()
        await process.wait()
