"""Fetching over real sockets: what is asked, what comes back, and what is said when it does not."""

import pytest

import fault_server
from fault_server import FaultServer
from faults import Behaviour, body, compressed, echo, raw, reset, status, validated
from hrd_tui.errors import FetchError
from hrd_tui.feeds import failures
from hrd_tui.feeds.fetch import Answer, Fetcher, Limits, Request, StatusError

server = fault_server.server
FEED = b"<rss><channel><title>x</title></channel></rss>"


async def get(url: str, limits: Limits | None = None, **more: str) -> Answer:
    async with Fetcher(limits) as fetcher:
        return await fetcher.get(Request(url, allow_private=True, **more))


async def failure(url: str, limits: Limits | None = None, **more: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await get(url, limits, **more)
    return caught.value


async def test_a_feed_comes_back_with_its_headers(server: FaultServer) -> None:
    answer = await get(server.put("/feed", body(FEED, headers={"ETag": 'W/"x"'})))
    assert (answer.status, answer.body) == (200, FEED)
    assert answer.headers["etag"] == 'W/"x"'
    assert answer.headers["content-type"] == "application/xml"
    assert answer.url == server.url("/feed")
    assert answer.permanent_url == ""
    assert answer.elapsed > 0


async def test_headers_that_come_twice_are_joined(server: FaultServer) -> None:
    answer = await get(server.put("/", raw(b"HTTP/1.1 200 OK\r\nCache-Control: a\r\ncache-control: b\r\n\r\n")))
    assert answer.headers["cache-control"] == "a, b"


async def test_headers_of_an_interim_answer_do_not_count(server: FaultServer) -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nETag: wrong\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    assert "etag" not in (await get(server.put("/", raw(early)))).headers


@pytest.mark.parametrize("etag", ['"abc"', 'W/"a b"', "unquoted", '""', '"caf\xe9"', '"a, b"', "'"])
async def test_validators_go_back_exactly_as_they_came(server: FaultServer, etag: str) -> None:
    stamp = "Thu, 1 jan 2026 00:00:00 +0000"
    url = server.put("/feed", raw(b"HTTP/1.1 200 OK\r\nETag: %s\r\n\r\n" % etag.encode("latin-1")))
    first = await get(url)
    server.put("/feed", validated(FEED, etag, stamp))
    second = await get(url, etag=first.headers["etag"], last_modified=stamp)
    assert server.requests[-1].headers["if-none-match"] == etag
    assert server.requests[-1].headers["if-modified-since"] == stamp
    assert (second.status, second.body) == (304, b"")


async def test_without_validators_none_are_sent(server: FaultServer) -> None:
    await get(server.put("/feed", echo()))
    assert not {"if-none-match", "if-modified-since"} & set(server.requests[0].headers)


@pytest.mark.parametrize("etag", ['"x"\r\nX-Injected: 1', '"x"\n', "\x00", '"☃"'])
async def test_a_validator_that_would_change_the_request_is_not_sent(server: FaultServer, etag: str) -> None:
    await get(server.put("/feed", echo()), etag=etag)
    assert not {"if-none-match", "x-injected"} & set(server.requests[0].headers)


async def test_a_request_says_who_asks_and_nothing_about_the_reader(server: FaultServer) -> None:
    await get(server.put("/feed", echo()), Limits(user_agent="desk/1"))
    sent = server.requests[0].headers
    assert sent["user-agent"] == "desk/1"
    assert "application/atom+xml" in sent["accept"]
    assert set(sent) == {"host", "user-agent", "accept", "accept-encoding"}


async def test_cookies_are_not_kept(server: FaultServer) -> None:
    url = server.put("/feed", body(FEED, headers={"Set-Cookie": "id=1"}))
    async with Fetcher() as fetcher:
        await fetcher.get(Request(url, allow_private=True))
        await fetcher.get(Request(url, allow_private=True))
    assert "cookie" not in server.requests[1].headers


async def test_a_password_file_is_not_read(
    server: FaultServer, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / ".netrc").write_text("default login me password secret\n")
    monkeypatch.setenv("HOME", str(home))
    await get(server.put("/feed", echo()))
    assert "authorization" not in server.requests[0].headers


async def test_connections_are_used_again(server: FaultServer) -> None:
    url = server.put("/feed", body(FEED))
    async with Fetcher() as fetcher:
        for _ in range(3):
            await fetcher.get(Request(url, allow_private=True))
    assert server.connections == 1


async def test_non_ascii_addresses_are_asked_in_ascii(server: FaultServer) -> None:
    server.put_everywhere(body(FEED))
    answer = await get(server.url("/straße/a b?q=ä%20"))
    assert server.requests[0].target == "/stra%C3%9Fe/a%20b?q=%C3%A4%20"
    assert answer.url == server.url("/stra%C3%9Fe/a%20b?q=%C3%A4%20")


async def test_the_fragment_of_an_address_stays_here(server: FaultServer) -> None:
    server.put_everywhere(body(FEED))
    await get(server.url("/feed#part"))
    assert server.paths() == ["/feed"]


# What is said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (403, "refuses unknown programs"),
        (404, "nothing at this address"),
        (406, "refuses unknown programs"),
        (410, "removed this address for good"),
        (418, "refuses the request"),
        (444, "refuses unknown programs"),
        (500, "error of its own"),
        (599, "error of its own"),
    ],
)
async def test_each_status_has_a_meaning_in_words(server: FaultServer, code: int, words: str) -> None:
    problem = await failure(server.put("/feed", status(code)))
    assert isinstance(problem, StatusError)
    assert (problem.kind, problem.status) == (failures.STATUS, code)
    assert problem.title.startswith(f"127.0.0.1 answers {code}: ")
    assert words in problem.title


@pytest.mark.parametrize("code", [429, 503])
async def test_retry_after_is_handed_on(server: FaultServer, code: int) -> None:
    problem = await failure(server.put("/feed", status(code, {"Retry-After": "120"})))
    assert isinstance(problem, StatusError)
    assert problem.retry_after == "120"


async def test_a_host_that_was_asked_too_often_is_left_alone(server: FaultServer) -> None:
    server.put("/a", status(429, {"Retry-After": "120"}))
    server.put("/b", body(FEED))
    async with Fetcher() as fetcher:
        for path in ("/a", "/b"):
            with pytest.raises(StatusError) as caught:
                await fetcher.get(Request(server.url(path), allow_private=True))
            assert (caught.value.status, caught.value.retry_after) == (429, "120")
        other = await fetcher.get(Request(server.url("/b", "other.localhost"), allow_private=True))
    assert other.body == FEED
    assert server.paths() == ["/a", "/b"]


@pytest.mark.parametrize(
    ("code", "headers", "page"),
    [
        (403, {"cf-mitigated": "challenge", "Server": "cloudflare"}, b""),
        (503, {"Server": "cloudflare"}, b"<title>Just a moment...</title>"),
        (403, {"X-DataDome": "protected"}, b""),
    ],
)
async def test_a_check_for_humans_is_called_one(
    server: FaultServer, code: int, headers: dict[str, str], page: bytes
) -> None:
    problem = await failure(server.put("/feed", status(code, headers, page)))
    assert isinstance(problem, StatusError)
    assert problem.challenge
    assert "check for humans" in problem.title


@pytest.mark.parametrize(
    "behaviour",
    [
        body(b"<html>", "text/html", {"cf-mitigated": "challenge"}),
        body(b"<html><head><title>Just a moment...</title>", "text/html"),
    ],
)
async def test_a_check_for_humans_that_answers_200_is_a_failure(server: FaultServer, behaviour: Behaviour) -> None:
    problem = await failure(server.put("/feed", behaviour))
    assert isinstance(problem, StatusError)
    assert problem.challenge


async def test_a_feed_about_checks_for_humans_is_a_feed(server: FaultServer) -> None:
    feed = b"<rss><title>Just a moment...</title>_cf_chl_opt</rss>"
    assert (await get(server.put("/feed", body(feed)))).body == feed


async def test_an_ordinary_refusal_by_cloudflare_is_no_check(server: FaultServer) -> None:
    problem = await failure(server.put("/feed", status(403, {"Server": "cloudflare"}, b"Access denied")))
    assert isinstance(problem, StatusError)
    assert not problem.challenge


async def test_what_a_server_says_of_itself_cannot_steer_a_terminal(server: FaultServer) -> None:
    headers = b"HTTP/1.1 403 No\r\nServer: \x9b31mevil\xc2\x9b\r\nX-Sucuri-Block: 1\r\n\r\n"
    problem = await failure(server.put("/feed", raw(headers)))
    assert "evil" in problem.title
    assert all(sign.isprintable() for sign in str(problem))


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "file:///etc/passwd", "http://", "http:///x", "http://a b/", "http://[::1", "http://x:99999/"],
)
async def test_what_is_no_web_address_is_not_asked(url: str) -> None:
    assert (await failure(url)).kind == failures.ADDRESS


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\x00", "\t", "\x7f"])
async def test_control_characters_in_an_address_are_refused(server: FaultServer, sign: str) -> None:
    problem = await failure(server.url(f"/a{sign}X-Injected:1"))
    assert problem.kind == failures.ADDRESS
    assert not server.requests


async def test_an_unknown_host_is_named() -> None:
    problem = await failure("http://nosuchhost.invalid/feed")
    assert problem.kind == failures.DNS
    assert "nosuchhost.invalid" in problem.title


async def test_nobody_listening_is_told(server: FaultServer) -> None:
    problem = await failure("http://127.0.0.1:1/feed")
    assert problem.kind == failures.CONNECT


@pytest.mark.parametrize(
    "behaviour",
    [
        reset(),
        reset(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"),
        raw(b""),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"),
        raw(b"no http at all\r\n\r\n"),
    ],
)
async def test_an_answer_that_breaks_off_is_told(server: FaultServer, behaviour: Behaviour) -> None:
    assert (await failure(server.put("/feed", behaviour))).kind == failures.ABORTED


async def test_more_bytes_than_promised_are_left(server: FaultServer) -> None:
    url = server.put("/feed", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef"))
    assert (await get(url)).body == b"abc"


# Compression


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_compressed_answers_are_unpacked(server: FaultServer, encoding: str) -> None:
    assert (await get(server.put("/feed", compressed(FEED, encoding)))).body == FEED


async def test_gzip_that_nobody_declared_is_unpacked(server: FaultServer) -> None:
    assert (await get(server.put("/feed", compressed(FEED, declared=False)))).body == FEED


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "nonsense"])
async def test_broken_compression_is_told(server: FaultServer, encoding: str) -> None:
    problem = await failure(server.put("/feed", body(b"plain text here", headers={"Content-Encoding": encoding})))
    assert problem.kind == failures.ENCODING


@pytest.mark.parametrize("cut", [3, 12, 30])
async def test_undeclared_gzip_that_is_cut_off_is_told(server: FaultServer, cut: int) -> None:
    import gzip

    assert (await failure(server.put("/feed", body(gzip.compress(FEED)[:cut])))).kind == failures.ENCODING
