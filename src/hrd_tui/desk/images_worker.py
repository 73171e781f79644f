"""The child process that decodes one picture: `python -m hrd_tui.desk.images_worker SECONDS BYTES`.

It reads the bytes of the picture from standard input and answers its width and height (4 bytes each, big-endian) and
its pixels, three bytes each, row by row, without anything else that the file held. Else it ends with a code.
"""

import signal
import sys
import warnings
from io import BytesIO

from PIL import (
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from hrd_tui.desk.pixels import BROKEN, MOST_PIXELS, NO_PICTURE, SIDE, TOO_MANY_PIXELS, Pixels
from hrd_tui.feeds.confined import OUT_OF_MEMORY, confine, own_stdout

_FORMATS = tuple(
    plugin.format
    for plugin in (
        GifImagePlugin.GifImageFile,
        JpegImagePlugin.JpegImageFile,
        PngImagePlugin.PngImageFile,
        WebPImagePlugin.WebPImageFile,
    )
)


class Refused(Exception):
    """The bytes are not shown; `code` says why."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def decode(body: bytes) -> Pixels:
    """The first frame of a PNG, JPEG, GIF or WebP, upright, on white, at most SIDE wide and high. Raises Refused."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(body), formats=_FORMATS) as picture:
            picture.draft("RGB", (SIDE, SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((SIDE, SIDE))
            seen = upright.convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise Refused(NO_PICTURE) from error
    except MemoryError:
        raise
    except Exception as error:
        # Decoders raise whatever they come upon in a file that was made to harm.
        raise Refused(BROKEN) from error
    white = Image.new("RGBA", seen.size, "white")
    shown = Image.alpha_composite(white, seen).convert("RGB")
    return Pixels(shown.width, shown.height, shown.tobytes())


def main(seconds: int, memory_bytes: int) -> None:
    """Answers once; a picture that takes longer or more memory than allowed ends the process."""
    answers = own_stdout()
    confine(memory_bytes)
    signal.alarm(seconds)
    try:
        found = decode(sys.stdin.buffer.read())
    except Refused as error:
        sys.exit(error.code)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)
    answers.write(found.width.to_bytes(4, "big") + found.height.to_bytes(4, "big") + found.data)
    answers.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
