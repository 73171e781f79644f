"""Pictures as hostile input: what is decoded, what is refused, and that nothing but pixels comes out."""

from io import BytesIO

import pytest
from PIL import Image

from hrd_tui.desk.images_decode import decode
from hrd_tui.desk.pixels import SIDE
from hrd_tui.errors import ParseError
from picture_files import picture, png

MEGABYTE = 1024**2


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_a_picture_becomes_its_pixels_and_nothing_else(kind: str) -> None:
    found = await decode(picture(kind))
    assert (found.width, found.height, len(found.data)) == (8, 4, 96)
    red, green, blue = found.data[:3]
    assert red > 240 > 20 > max(green, blue)


async def test_a_large_picture_comes_back_small_enough() -> None:
    found = await decode(picture("JPEG", (4000, 1000)))
    assert (found.width, found.height) == (SIDE, SIDE // 4)


async def test_a_picture_stands_upright_and_transparent_parts_are_white() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    assert (await decode(picture("JPEG", exif=turned))).height == 8
    file = BytesIO()
    Image.new("RGBA", (2, 2), (0, 0, 0, 0)).save(file, "PNG")
    assert (await decode(file.getvalue())).data == b"\xff" * 12


async def test_of_an_animation_the_first_frame_is_shown() -> None:
    file = BytesIO()
    frames = [Image.new("RGB", (2, 2), colour) for colour in ("blue", "red")]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert (await decode(file.getvalue())).data[:3] == b"\x00\x00\xff"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "it is no PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "it is no PNG"),
        (b"<!doctype html><title>Sign in</title>", "it is no PNG"),
        (picture("BMP"), "it is no PNG"),
        (picture("PNG", (300, 300))[:200], "broken or cut off"),
        (picture("JPEG", (600, 600))[:400], "broken or cut off"),
        (png(60_000, 60_000), "too many pixels"),
        (png(7_000, 7_000), "too many pixels"),
        (png(5_000, 5_000, b"\0" * 100), "broken or cut off"),
    ],
    ids=["empty", "svg", "html", "bmp", "half a png", "half a jpeg", "3.6 gigapixels", "49 megapixels", "no data"],
)
async def test_what_is_no_good_picture_is_refused_in_words(body: bytes, why: str) -> None:
    with pytest.raises(ParseError) as refused:
        await decode(body)
    assert why in refused.value.title
    assert refused.value.detail


async def test_a_picture_that_takes_too_much_memory_ends_its_own_process() -> None:
    assert await decode(picture("PNG"), memory_bytes=160 * MEGABYTE)
    with pytest.raises(ParseError, match="memory"):
        await decode(picture("PNG", (6000, 6000)), memory_bytes=160 * MEGABYTE)


async def test_a_picture_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ParseError, match=r"longer than 0\.01 s"):
        await decode(picture("PNG"), seconds=0.01)


async def test_what_answers_nonsense_in_place_of_pixels_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrd_tui.desk.images_decode.WORKER", "this")  # prints a text
    with pytest.raises(ParseError, match="led what decodes pictures astray"):
        await decode(picture("PNG"))
