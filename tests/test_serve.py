"""`hrd serve`: real processes on loopback, a real browser."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from browser import CHROMIUM, opened
from cli_fixtures import FEED
from hrd_tui.web.serving import READERS
from loopback_site import served

HRD = [sys.executable, "-m", "hrd_tui"]


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as one:
            one.bind(("::1", 0))
    except OSError:
        return False
    return True


def hrd(home: Path, *arguments: str, code: int = 0) -> str:
    """Runs a command on the desk; gives what it prints, and what it tells."""
    done = subprocess.run([*HRD, "--home", str(home), *arguments], capture_output=True, text=True, timeout=60)
    assert done.returncode == code, done.stderr
    return done.stdout or done.stderr


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A desk with two items."""
    home = tmp_path / "desk"
    with served() as site:
        hrd(home, "feeds", "add", site.put("/feed.xml", FEED), "--allow-private")
    return home


@contextmanager
def serving(home: Path, *more: str, end: signal.Signals = signal.SIGINT) -> Iterator[str]:
    """Where the desk is served; the server ends by a signal."""
    process = subprocess.Popen(
        [*HRD, "--home", str(home), "serve", "--port", "0", *more],
        stderr=subprocess.PIPE,
        text=True,
        env={name: value for name, value in os.environ.items() if name != "HRD_HOME"},
    )
    assert process.stderr is not None
    yield process.stderr.readline().split()[-1]
    process.send_signal(end)
    assert process.wait(20) == 0
    process.stderr.close()


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """Where the desk is served; the server ends as with Ctrl+C."""
    with serving(home) as address:
        yield address


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
async def test_a_browser_decides_and_nothing_is_asked_elsewhere(address: str, home: Path, tmp_path: Path) -> None:
    async with opened(address, tmp_path / "browser") as page:
        await page.until(lambda: b"Markup" in page.received and b"Ferry workers" in page.received)
        await page.type("f")
        await page.until(lambda: b"Follow up" in page.received)
        await page.type("o")
        await page.until(lambda: b'["open_url", {"url": "http://harbour.example/' in page.received)
        await page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        await page.type("y")
        await page.until(lambda: b"through the browser" in page.received)
        assert (await page.copied()).startswith("http://harbour.example/")
        await page.type("q")
        await page.until(lambda: page.closed == 1)
        told = await page.call("Runtime.evaluate", expression="document.querySelector('.ended').checkVisibility()")
        assert told["result"]["value"] is True
        assert {urlsplit(url).netloc for url in page.asked if not url.startswith("data:")} == {urlsplit(address).netloc}
        assert (await page.picture()).startswith(b"\x89PNG")
    assert json.loads(hrd(home, "items", "--view", "follow-up", "--json"))


async def test_without_the_token_nothing_is_there(address: str) -> None:
    root = address.removesuffix("/").rpartition("/")[0]
    async with aiohttp.ClientSession() as session:
        for path in ("/", "/static/js/textual.js", "/ws", "/wrong/", "/wrong/ws"):
            async with session.get(root + path) as answer:
                assert answer.status == 404
                assert "hrd serve printed" in await answer.text()
                assert answer.headers["Referrer-Policy"] == "no-referrer"


async def test_the_last_slash_may_be_missing(address: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(address.removesuffix("/")) as answer:
        assert str(answer.url) == address
        assert "hrd" in await answer.text()


async def test_a_page_of_another_site_opens_no_reader(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        for origin in ("https://example.org", "", "null"):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await session.ws_connect(address + "ws", headers={"Origin": origin})


async def test_so_many_readers_and_no_more(address: str) -> None:
    own = {"Origin": address}
    async with aiohttp.ClientSession() as session:
        sockets = [await session.ws_connect(address + "ws", headers=own) for _ in range(READERS)]
        with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
            await session.ws_connect(address + "ws", headers=own)
        for socket in sockets:
            await socket.close()
        # A reader that ends makes room for another.
        async with asyncio.timeout(30):
            while (last := await _opened(session, address)) is None:
                pass
        await last.close()


async def _opened(session: aiohttp.ClientSession, address: str) -> aiohttp.ClientWebSocketResponse | None:
    try:
        return await session.ws_connect(address + "ws", headers={"Origin": address})
    except aiohttp.WSServerHandshakeError:
        return None


async def test_everything_that_is_served_comes_with_its_policy(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        for path in (
            "",
            "page.css",
            "page.js",
            "static/js/textual.js",
            "static/fonts/RobotoMono-VariableFont_wght.ttf",
        ):
            async with session.get(address + path) as answer:
                assert answer.status == 200
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                assert "googleapis" not in (await answer.text("latin-1"))


@pytest.mark.skipif(not _has_ipv6(), reason="there is no IPv6 here")
async def test_the_loopback_of_ipv6_is_served_and_a_service_manager_may_end_it(home: Path) -> None:
    with serving(home, "--host", "::1", end=signal.SIGTERM) as address:
        assert address.startswith("http://[::1]:")
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            assert answer.status == 200


def test_the_address_holds_a_token_that_is_another_one_at_each_start(home: Path) -> None:
    tokens = []
    for host in ("localhost", "127.0.0.1"):
        with serving(home, "--host", host) as address:
            tokens.append(urlsplit(address).path.strip("/"))
    assert len(set(tokens)) == 2
    # 24 bytes in base64, so that nobody guesses them.
    assert [len(token) for token in tokens] == [32, 32]


def test_a_mistake_in_the_configuration_is_told_before_anything_is_served(home: Path) -> None:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "config.toml").write_text("[screen\n", "utf-8")
    assert "config.toml" in hrd(home, "serve", "--port", "0", code=2)


def test_where_others_may_reach_it_that_is_served(home: Path) -> None:
    with serving(home, "--host", "0.0.0.0", "--open-to-others") as address:
        assert urlsplit(address).port


@pytest.mark.parametrize("host", ["0.0.0.0", "desk.example"])
def test_an_address_that_others_reach_has_to_be_wanted(home: Path, host: str) -> None:
    told = hrd(home, "serve", "--host", host, code=2)
    assert "unencrypted" in told
    assert "--open-to-others" in told


def test_a_port_that_is_taken_is_told_in_words(address: str, home: Path) -> None:
    port = str(urlsplit(address).port)
    assert f"127.0.0.1 port {port} cannot be served" in hrd(home, "serve", "--port", port, code=3)
