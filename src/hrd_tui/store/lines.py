"""A line of the journal: the CRC-32 of the rest (8 hex digits), a space, compact JSON and a line feed."""

import zlib
from collections.abc import Iterator
from typing import Any

import orjson

from hrd_tui.errors import StoreError
from hrd_tui.store.contents import Record

_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def encode(value: dict[str, Any]) -> bytes:
    """The value as a line. Raises StoreError where it is not JSON, or not UTF-8."""
    try:
        text = orjson.dumps(value, option=_OPTIONS)
    except TypeError as error:
        raise StoreError("The change cannot be written as JSON", str(error)) from error
    return b"%08x %b\n" % (zlib.crc32(text), text)


def decode(line: bytes) -> dict[str, Any] | None:
    """The value of a line without its line feed; None where the line is not as it was written."""
    text = line[9:]
    if line[8:9] != b" " or b"%08x" % zlib.crc32(text) != line[:8]:
        return None
    value = orjson.loads(text)
    return value if isinstance(value, dict) else None


def lines(data: bytes) -> Iterator[tuple[bytes, dict[str, Any] | None]]:
    """Every finished line with its value; what stands after the last line feed was never finished."""
    for line in data.split(b"\n")[:-1]:
        yield line, decode(line)


def unwritten(line: bytes) -> bool:
    """Whether a broken line at the end is what a power cut leaves of a change that was not finished.

    File systems give zeros for blocks that never reached the disk, and JSON has none. A broken line without them
    was whole once: that is damage.
    """
    return b"\0" in line


def record(value: dict[str, Any]) -> Record:
    return Record(value["seq"], value["time"], value["ops"], value.get("ids", {}))
