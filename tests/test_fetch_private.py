"""Private networks, proxies and certificates: where a request may go at all."""

import asyncio
import socket
import ssl
import subprocess
from ipaddress import ip_address
from pathlib import Path
from shutil import which

import pytest

import fault_server
from fault_server import FaultServer
from faults import body, redirect
from hrd_tui.errors import FetchError
from hrd_tui.feeds import failures
from hrd_tui.feeds.addresses import is_public, target
from hrd_tui.feeds.fetch import Answer, Fetcher, Limits, Request
from hrd_tui.feeds.proxies import proxy_for

server = fault_server.server
FEED = b"<rss/>"
PRIVATE = """
    127.0.0.1 127.255.255.254 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1
    192.0.0.1 192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1 255.255.255.255
    :: ::1 fe80::1 fc00::1 fd12::1 fec0::1 ff02::1 2001:db8::1 2001::1 100::1
    ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 2002:7f00:1:: 2002:c0a8:101::1 64:ff9b::7f00:1 64:ff9b::10.0.0.1
    64:ff9b:1::808:808
"""
SPELLINGS = """
    127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 0 0.0.0.0 127.0.0.1. [::1] [::]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [fe80::1%25lo] [64:ff9b::7f00:1] localhost LOCALHOST localhost. a.localhost
    %31%32%37.0.0.1 １２７.0.0.1 127。0。0。1 ①②⑦.0.0.1 169.254.169.254 10.0.0.1 me:pw@127.0.0.1
"""


async def get(url: str, environ: dict[str, str] | None = None, allow_private: bool = False) -> Answer:
    async with Fetcher(Limits(), environ or {}) as fetcher:
        return await fetcher.get(Request(url, allow_private=allow_private))


async def failure(url: str, environ: dict[str, str] | None = None, allow_private: bool = False) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await get(url, environ, allow_private)
    return caught.value


@pytest.fixture
def own_name() -> str:
    """A name of this machine that looks public and leads to a private address."""
    name = socket.gethostname()
    try:
        found = {str(place[4][0]) for place in socket.getaddrinfo(name, 80, socket.AF_INET)}
    except OSError:
        found = set()
    if name.endswith("localhost") or not any(ip_address(address).is_loopback for address in found):
        pytest.skip("the name of this machine does not lead to loopback")
    return name


@pytest.mark.parametrize(
    "address",
    PRIVATE.split(),
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1", "2002:808:808::1", "64:ff9b::8.8.8.8"],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "host",
    SPELLINGS.split(),
)
async def test_no_spelling_of_a_private_host_is_asked(server: FaultServer, host: str) -> None:
    problem = await failure(f"http://{host}:{server.port}/feed")
    assert problem.kind == failures.PRIVATE
    assert "--allow-private" in problem.detail
    assert not server.connections


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "localhost", "sub.localhost"])
async def test_a_private_host_is_asked_when_that_is_allowed(server: FaultServer, host: str) -> None:
    server.put("/feed", body(FEED))
    assert (await get(server.url("/feed", host), allow_private=True)).body == FEED


async def test_a_name_that_leads_to_a_private_address_is_not_asked(server: FaultServer, own_name: str) -> None:
    problem = await failure(server.url("/feed", own_name))
    assert problem.kind == failures.PRIVATE
    assert own_name in problem.title
    assert not server.connections


async def test_an_open_connection_of_an_allowed_feed_is_of_no_use_to_another(
    server: FaultServer, own_name: str
) -> None:
    url = server.url("/feed", own_name)
    server.put("/feed", body(FEED))
    async with Fetcher(Limits(), {}) as fetcher:
        await fetcher.get(Request(url, allow_private=True))
        with pytest.raises(FetchError) as caught:
            await fetcher.get(Request(url))
    assert caught.value.kind == failures.PRIVATE
    assert len(server.requests) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "0x7f.1", "localhost", "169.254.169.254"])
async def test_a_public_site_cannot_redirect_into_a_private_network(server: FaultServer, host: str) -> None:
    server.put_everywhere(redirect(f"http://{host}:{server.port}/secret"))
    problem = await failure("http://public.example/feed", {"http_proxy": server.url("")})
    assert problem.kind == failures.PRIVATE
    assert server.paths() == ["http://public.example/feed"]


async def test_a_public_site_cannot_redirect_to_a_name_of_a_private_address(server: FaultServer, own_name: str) -> None:
    problem = await failure(f"http://{own_name}:{server.port}/secret")
    assert problem.kind == failures.PRIVATE


# Addresses


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("HTTP://Example.ORG/Feed", "http://example.org/Feed"),
        ("https://bücher.example/f", "https://xn--bcher-kva.example/f"),
        ("http://example.org:8080/a?b#c", "http://example.org:8080/a?b"),
        ("  http://example.org/  ", "http://example.org/"),
        ("http://[2606:4700::1]:80/", "http://[2606:4700::1]:80/"),
        ("http://example.org/%7Ea%", "http://example.org/%7Ea%"),
    ],
)
def test_an_address_is_asked_as_written(url: str, asked: str) -> None:
    assert target(url).url == asked


def test_credentials_are_taken_out_of_an_address() -> None:
    place = target("http://me%40x:p%3Aw@example.org/feed")
    assert (place.url, place.login) == ("http://example.org/feed", "me@x:p:w")


def test_messages_do_not_hold_credentials() -> None:
    with pytest.raises(FetchError) as caught:
        target("http://me:secret@ex ample.org/")
    assert "secret" not in str(caught.value)


# Proxies


@pytest.mark.parametrize(
    ("scheme", "environ", "proxy"),
    [
        ("http", {}, ""),
        ("http", {"http_proxy": "http://p:1"}, "http://p:1"),
        ("https", {"https_proxy": "http://p:2", "all_proxy": "http://p:3"}, "http://p:2"),
        ("https", {"all_proxy": "http://p:3", "http_proxy": "http://p:1"}, "http://p:3"),
        ("https", {"http_proxy": "http://p:1"}, "http://p:1"),
        ("http", {"HTTPS_PROXY": "http://p:2"}, "http://p:2"),
        ("http", {"ALL_PROXY": "socks5://p:9050"}, "socks5h://p:9050"),
        ("http", {"all_proxy": "SOCKS5://p:9050"}, "socks5h://p:9050"),
        ("http", {"all_proxy": "socks4://p:9050"}, "socks4a://p:9050"),
        ("http", {"HTTP_PROXY": "http://set-by-a-request"}, ""),
        ("http", {"http_proxy": "http://p:1", "no_proxy": "*"}, "http://p:1"),
        ("http", {"http_proxy": " "}, ""),
    ],
)
def test_the_environment_names_the_proxy(scheme: str, environ: dict[str, str], proxy: str) -> None:
    assert proxy_for(scheme, environ) == proxy


async def test_a_proxy_gets_everything(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    server.put_everywhere(body(FEED))
    answer = await get("http://news.example/feed", {"http_proxy": server.url(""), "no_proxy": "*"})
    assert answer.body == FEED
    assert server.paths() == ["http://news.example/feed"]


async def test_a_proxy_is_asked_to_reach_encrypted_sites(server: FaultServer) -> None:
    problem = await failure("https://news.example/feed", {"https_proxy": server.url("")})
    assert (server.requests[0].method, server.requests[0].target) == ("CONNECT", "news.example:443")
    assert problem.kind in (failures.CONNECT, failures.ABORTED)


async def test_with_a_dead_proxy_nothing_goes_out_past_it(server: FaultServer, own_name: str) -> None:
    server.put("/feed", body(FEED))
    problem = await failure(server.url("/feed", own_name), {"all_proxy": "http://127.0.0.1:1"}, allow_private=True)
    assert problem.kind == failures.CONNECT
    assert "proxy" in problem.title
    assert not server.connections


async def test_a_socks_proxy_gets_the_name_and_not_an_address(server: FaultServer) -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    environ = {"all_proxy": f"socks5://127.0.0.1:{listening.getsockname()[1]}"}

    def refuse() -> bytes:
        connection, _ = listening.accept()
        with connection:
            connection.recv(64)
            connection.sendall(b"\x05\x00")
            wanted = connection.recv(512)
            connection.sendall(b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00")
        return wanted

    with listening:
        wanted, problem = await asyncio.gather(
            asyncio.to_thread(refuse), failure("http://hidden.onion.example/feed", environ)
        )
    assert wanted[:4] == b"\x05\x01\x00\x03"
    assert b"hidden.onion.example" in wanted
    assert problem.kind == failures.CONNECT


async def test_a_set_proxy_is_not_picked_up_by_accident(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    server.put("/feed", body(FEED))
    assert (await get(server.url("/feed"), {}, allow_private=True)).body == FEED


async def test_loopback_is_asked_without_the_proxy(server: FaultServer) -> None:
    server.put("/feed", body(FEED))
    answer = await get(server.url("/feed"), {"all_proxy": "http://127.0.0.1:1"}, allow_private=True)
    assert answer.body == FEED


# Certificates


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for secure.localhost, with its key in the same file."""
    if which("openssl") is None:
        pytest.skip("openssl is not installed")
    file = tmp_path_factory.mktemp("tls") / "own.pem"
    name = ["-subj", "/CN=secure.localhost", "-addext", "subjectAltName=DNS:secure.localhost"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(
        ["openssl", "req", *kind, *name, "-keyout", str(file), "-out", str(file) + ".crt"],
        check=True,
        capture_output=True,
    )
    file.write_text(file.read_text() + Path(str(file) + ".crt").read_text())
    return file


async def test_a_site_that_nobody_vouches_for_is_not_trusted(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with fault_server.running(context) as secure:
        secure.put("/feed", body(FEED))
        problem = await failure(secure.url("/feed", "secure.localhost"), allow_private=True)
        assert problem.kind == failures.TLS
        assert not secure.requests


async def test_a_site_is_trusted_by_the_authorities_of_the_environment(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with fault_server.running(context) as secure:
        url = secure.put("/feed", body(FEED)).replace("127.0.0.1", "secure.localhost")
        answer = await get(url, {"SSL_CERT_FILE": str(certificate)}, allow_private=True)
        assert answer.body == FEED


async def test_a_certificate_for_another_name_is_not_trusted(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with fault_server.running(context) as secure:
        url = secure.url("/feed", "other.localhost")
        problem = await failure(url, {"SSL_CERT_FILE": str(certificate)}, allow_private=True)
        assert problem.kind == failures.TLS
