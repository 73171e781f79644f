"""Redirects: followed by hand, each one checked."""

import base64

import pytest

import fault_server
from fault_server import FaultServer
from faults import body, redirect, status, validated
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


async def test_redirects_are_followed_to_the_end(server: FaultServer) -> None:
    server.put("/a", redirect("b"))
    server.put("/b", redirect(server.url("/c"), 307))
    server.put("/c", body(FEED))
    answer = await get(server.url("/a"))
    assert (answer.url, answer.body) == (server.url("/c"), FEED)
    assert answer.permanent_url == ""


@pytest.mark.parametrize("codes", [(301,), (308, 301)])
async def test_permanent_redirects_name_the_new_address(server: FaultServer, codes: tuple[int, ...]) -> None:
    for number, code in enumerate(codes):
        server.put(f"/{number}", redirect(f"/{number + 1}", code))
    server.put(f"/{len(codes)}", body(FEED))
    assert (await get(server.url("/0"))).permanent_url == server.url(f"/{len(codes)}")


@pytest.mark.parametrize("codes", [(301, 302), (302, 301), (303,), (307,)])
async def test_one_temporary_redirect_makes_all_temporary(server: FaultServer, codes: tuple[int, ...]) -> None:
    for number, code in enumerate(codes):
        server.put(f"/{number}", redirect(f"/{number + 1}", code))
    server.put(f"/{len(codes)}", body(FEED))
    assert (await get(server.url("/0"))).permanent_url == ""


async def test_a_moved_feed_can_still_be_unmodified(server: FaultServer) -> None:
    server.put("/old", redirect("/new", 301))
    server.put("/new", validated(FEED, '"1"'))
    answer = await get(server.url("/old"), etag='"1"')
    assert (answer.status, answer.permanent_url) == (304, server.url("/new"))


async def test_five_redirects_are_followed_and_six_are_not(server: FaultServer) -> None:
    for number in range(6):
        server.put(f"/{number}", redirect(f"/{number + 1}"))
    server.put("/6", body(FEED))
    assert (await get(server.url("/1"))).body == FEED
    asked = len(server.requests)
    assert (await failure(server.url("/0"))).kind == failures.REDIRECTS
    assert len(server.requests) - asked == 6


async def test_a_redirect_to_itself_ends(server: FaultServer) -> None:
    problem = await failure(server.put("/loop", redirect("/loop")))
    assert problem.kind == failures.REDIRECTS
    assert "5 redirects" in problem.title


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:1/", "javascript:1", "dict://x/", "data:,x"],
)
async def test_a_redirect_away_from_the_web_is_refused(server: FaultServer, location: str) -> None:
    assert (await failure(server.put("/feed", redirect(location)))).kind == failures.ADDRESS
    assert len(server.requests) == 1


async def test_a_redirect_in_bare_utf8_is_understood(server: FaultServer) -> None:
    server.put("/feed", redirect("/münchen"))
    server.put("/m%C3%BCnchen", body(FEED))
    assert (await get(server.url("/feed"))).body == FEED


async def test_a_redirect_without_a_place_is_a_status(server: FaultServer) -> None:
    problem = await failure(server.put("/feed", status(302)))
    assert isinstance(problem, StatusError)
    assert problem.status == 302


@pytest.mark.parametrize("location", ["http://[", "http://[::1", "//[x"])
async def test_a_redirect_to_nonsense_is_told(server: FaultServer, location: str) -> None:
    assert (await failure(server.put("/feed", redirect(location)))).kind in (failures.REDIRECTS, failures.ADDRESS)


async def test_no_referer_is_sent_after_a_redirect(server: FaultServer) -> None:
    server.put("/a", redirect("/b"))
    server.put("/b", body(FEED))
    await get(server.url("/a"))
    assert "referer" not in server.requests[1].headers


async def test_credentials_stay_with_their_site(server: FaultServer) -> None:
    server.put("/a", redirect("/b"))
    server.put("/b", redirect(server.url("/c", host="other.localhost")))
    server.put("/c", body(FEED))
    answer = await get(f"http://me:s%40cret@127.0.0.1:{server.port}/a")
    sent = [request.headers.get("authorization") for request in server.requests]
    assert sent == ["Basic bWU6c0BjcmV0", "Basic bWU6c0BjcmV0", None]
    assert "cret" not in answer.url


async def test_credentials_may_hold_any_letter(server: FaultServer) -> None:
    server.put("/a", body(FEED))
    await get(f"http://mé:pä@127.0.0.1:{server.port}/a")
    assert server.requests[0].headers["authorization"] == "Basic " + base64.b64encode("mé:pä".encode()).decode()


async def test_a_redirect_cannot_bring_credentials(server: FaultServer) -> None:
    server.put("/a", redirect(f"http://you:pw@other.localhost:{server.port}/b"))
    server.put("/b", body(FEED))
    await get(server.url("/a"))
    assert "authorization" not in server.requests[1].headers


async def test_what_is_sent_follows_no_redirect(server: FaultServer) -> None:
    server.put("/a", redirect("/b", 307))
    server.put("/b", body(FEED))
    async with Fetcher() as fetcher:
        with pytest.raises(FetchError, match="leads to") as caught:
            await fetcher.send(Request(server.url("/a"), allow_private=True, method="POST", body=b"{}"))
    assert caught.value.kind == failures.REDIRECTS
    assert server.paths() == ["/a"]
