"""Pictures as files, right and wrong ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image


def picture(kind: str, size: tuple[int, int] = (8, 4), colour: str = "red", **more: object) -> bytes:
    """A picture of one colour as a file."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, kind, **more)
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says so many pixels, whatever its data are."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
