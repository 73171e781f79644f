"""The pictures of an item: which there are, who may be asked for them, and what is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fault_server
from fault_server import FaultServer
from faults import body, redirect
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.pixels import Pixels
from hrd_tui.errors import ConfigError, FetchError, HrdError, UsageProblem
from hrd_tui.paths import locate
from hrd_tui.text.pictures import MOST, Picture, of_html
from hrd_tui.tui.scaling import fit, scaled
from picture_files import picture
from tui_fixtures import desk as desk_at
from tui_fixtures import item, stock

server = fault_server.server
RED = picture("PNG")
CDN = "cdn.localhost"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("HRD_ALLOW_PRIVATE", "1")
    paths = locate(tmp_path / "desk")
    html = "<p>Words <img src='/one.png' alt='A court&#10;room'><img src='//cdn.example/two.jpg'></p>"
    stock(paths, {1: item(1, enclosures=[{"url": "https://cdn.example/3.png", "type": "image/png"}])}, body=html)
    opened = desk_at(paths)
    opened.load()
    yield opened
    opened.close()


def test_an_item_names_its_pictures_with_their_words(desk: Desk) -> None:
    assert list(desk.images.of(1)) == [
        Picture("https://ishr.example/one.png", "A court room"),
        Picture("https://cdn.example/two.jpg"),
        Picture("https://cdn.example/3.png"),
    ]


def test_an_item_names_no_more_pictures_than_are_offered_and_no_other_files(desk: Desk) -> None:
    gallery = "".join(f"<img src='https://e.example/{n}'>" for n in range(MOST))
    files = {"image/png": "https://cdn.example/4.png", "audio/mpeg": "https://cdn.example/5.mp3"}
    enclosures = [{"url": url, "type": kind} for kind, url in files.items()]
    with desk.store.change() as change:
        change.put("items", 2, item(2, enclosures=enclosures, body=change.body(gallery)))
        change.put("items", 3, item(3, enclosures=enclosures))
    assert [one.url for one in desk.images.of(2)] == [f"https://e.example/{n}" for n in range(MOST)]
    assert [one.url for one in desk.images.of(3)] == ["https://cdn.example/4.png"]


def test_an_archived_item_has_its_pictures_still(desk: Desk) -> None:
    before = desk.images.of(1)
    with desk.store.change() as change:
        change.put("states", 1, {"read": True})
    desk.past.move(0)
    assert 1 not in desk.store.items
    assert desk.images.of(1) == before


def test_a_picture_that_is_shown_twice_has_its_first_words() -> None:
    assert of_html("<img src='https://e.example/1' alt='one'><img src='https://e.example/1' alt='two'>") == (
        Picture("https://e.example/1", "one"),
    )


@pytest.mark.parametrize(
    "tag",
    [
        "<img src='data:image/png;base64,AAAA'>",
        "<img src='javascript:alert(1)'>",
        "<img src='file:///etc/passwd'>",
        "<img src='https://pixel.example/t.gif' width=1 height=1>",
        "<img>",
    ],
)
def test_what_is_no_picture_to_look_at_is_left_out(tag: str) -> None:
    assert of_html(tag, "https://example.org/") == ()


def test_pictures_that_load_late_are_found_each_once_and_not_too_many() -> None:
    late = "<img src='data:image/gif;base64,R0' data-src='/late.jpg'>"
    assert of_html(late * 3, "https://example.org/a")[0].url == "https://example.org/late.jpg"
    assert len(of_html(late * 3, "https://example.org/a")) == 1
    assert len(of_html("".join(f"<img src='https://e.example/{n}'>" for n in range(30)))) == MOST


@given(
    st.lists(
        st.sampled_from(
            [
                "<img ",
                "src=",
                "data-src=",
                "'",
                '"',
                "//e.example/a",
                "https://e.example/b",
                "alt=",
                ">",
                "x",
                "\x1b]52;c;",
                "<script>",
                "<!--",
                "javascript:a",
                "&#x202e;",
                "width=1 ",
            ]
        )
    ).map("".join)
)
def test_whatever_a_feed_says_only_web_addresses_and_clean_words_come_out(html: str) -> None:
    for one in of_html(html, "https://example.org/"):
        assert one.url.startswith(("https://", "http://"))
        assert one.host
        assert one.words.isprintable()


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_a_picture_fits_its_bounds_and_keeps_its_colour(
    width: int, height: int, most_wide: int, most_high: int
) -> None:
    wide, high = fit(width, height, most_wide, most_high)
    assert 1 <= wide <= min(width, most_wide)
    assert 1 <= high <= min(height, most_high)
    assert (
        scaled(Pixels(width, height, b"\x10\x80\xf0" * width * height), wide, high).data
        == b"\x10\x80\xf0" * wide * high
    )


def test_a_picture_is_asked_for_without_a_word_about_the_reader(desk: Desk, server: FaultServer) -> None:
    server.put("/a.png", body(RED, "image/png", {"Set-Cookie": "seen=1"}))
    for _ in range(2):
        assert desk.images.load(Picture(server.url("/a.png", CDN)), {CDN}).width == 8
    for request in server.requests:
        assert not {"referer", "cookie", "authorization"} & set(request.headers)


def test_a_host_that_was_not_allowed_is_not_asked(desk: Desk, server: FaultServer) -> None:
    with pytest.raises(UsageProblem, match="not allowed"):
        desk.images.load(Picture(server.url("/a.png", CDN)), {"other.localhost"})
    assert server.requests == []


def test_a_redirect_leads_to_allowed_hosts_alone(desk: Desk, server: FaultServer) -> None:
    server.put("/there.png", body(RED, "image/png"))
    server.put("/a.png", redirect(server.url("/there.png", "tracker.localhost")))
    with pytest.raises(FetchError, match=r"redirects to tracker\.localhost"):
        desk.images.load(Picture(server.url("/a.png", CDN)), {CDN})
    assert server.paths() == ["/a.png"]
    assert desk.images.load(Picture(server.url("/a.png", CDN)), {CDN, "tracker.localhost"}).width == 8


def test_an_allowed_host_in_a_private_network_is_not_asked(
    desk: Desk, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HRD_ALLOW_PRIVATE")
    server.put("/a.png", body(RED, "image/png"))
    with pytest.raises(FetchError, match="private network"):
        desk.images.load(Picture(server.url("/a.png")), {"127.0.0.1"})
    assert server.requests == []
    assert desk.images.load(Picture(server.url("/a.png")), {"127.0.0.1"}, private=True).width == 8


@pytest.mark.parametrize(
    ("data", "media_type", "why", "detail"),
    [
        (b"\0" * 6 * 1024**2, "image/png", "more than 5 MB", "Larger pictures are not read."),
        (b"<html></html>", "image/png", "no PNG", "The browser may show it: o opens the article."),
    ],
    ids=["too large", "a page"],
)
def test_what_an_allowed_host_sends_is_not_trusted(
    desk: Desk, server: FaultServer, data: bytes, media_type: str, why: str, detail: str
) -> None:
    server.put("/a.png", body(data, media_type))
    with pytest.raises(HrdError, match=why) as refused:
        desk.images.load(Picture(server.url("/a.png", CDN)), {CDN})
    assert refused.value.detail == detail


def test_allowed_hosts_are_kept_in_a_file_that_can_be_edited(desk: Desk) -> None:
    assert desk.images.allowed() == set()
    desk.images.allow("cdn.example")
    desk.images.allow("cdn.example")
    assert desk.images.file.read_text("utf-8").splitlines()[1:] == ["cdn.example"]
    with desk.images.file.open("a", encoding="utf-8") as file:
        file.write("# mine\nPhotos.example  # of the office\n")
    assert desk.images.allowed() == {"cdn.example", "photos.example"}
    assert desk.images.forbid("cdn.example")
    assert desk.images.allowed() == {"photos.example"}
    assert "# mine" in desk.images.file.read_text("utf-8")


def test_hosts_of_the_configuration_are_allowed_and_not_taken_back_here(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    paths.config.mkdir(parents=True)
    paths.config_file.write_text('[images]\nallowed = ["cdn.example", " Photos.Example "]\n', "utf-8")
    opened = Desk.open(paths, load(paths.config_file))
    try:
        assert opened.images.allowed() == {"cdn.example", "photos.example"}
        assert not opened.images.forbid("cdn.example")
    finally:
        opened.close()


def test_a_damaged_list_of_hosts_is_told_with_its_name(desk: Desk) -> None:
    desk.images.file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="image-hosts"):
        desk.images.allowed()


def test_pictures_are_kept_nowhere(desk: Desk, server: FaultServer, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    server.put("/a.png", body(RED, "image/png"))
    desk.images.load(Picture(server.url("/a.png", CDN)), {CDN})
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before
