"""A desk whose configuration names a blog, and the blog over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_fixtures import BLOG
from desk_fixtures import NOW, paths
from hrd_tui.config import load
from hrd_tui.desk.desk import Desk
from hrd_tui.desk.importing import Imported
from loopback_site import Site, served


def desk_for(folder: Path, address: str, *former: str) -> Desk:
    """An open desk whose configuration names a blog."""
    file = paths(folder).config_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'[blog]\naddress = "{address}"\nformer = {list(former)}\n')
    return Desk.open(paths(folder), load(file), lambda: NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = desk_for(tmp_path, BLOG, "old-harbour.example")
    yield desk
    desk.close()


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as site:
        yield site


def counts(imported: Imported) -> tuple[str, int, int, int]:
    found = imported.counts
    return imported.kind, found.new, found.updated, found.unchanged


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
