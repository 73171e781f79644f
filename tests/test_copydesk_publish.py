"""Posts on disk: never half written, never over the editor's work, never outside the folder."""

import hashlib
import os
from pathlib import Path

import pytest

from hrd_tui.copydesk.publish import Written, write
from hrd_tui.documents import DraftDoc
from hrd_tui.errors import ExportError

NAME = "2026-02-04-a-post.md"


class Desk:
    """Remembers what was written, as the desk does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[Path, DraftDoc] = {}

    def write(self, text: str, items: list[int], *, name: str = NAME, force: bool = False) -> Written:
        written = write(self.folder, name, text, self.known, items, force)
        self.known[written.path] = {"file": str(written.path), "sha256": written.sha256, "items": items, "at": ""}
        return written


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "posts")


def test_a_post_is_written_for_its_owner_alone(desk: Desk) -> None:
    written = desk.write("Wörds\n", [1])
    assert written == Written(desk.folder / NAME, hashlib.sha256("Wörds\n".encode()).hexdigest(), "written")
    assert written.path.read_bytes() == "Wörds\n".encode()
    assert written.path.stat().st_mode & 0o777 == 0o600
    assert desk.folder.stat().st_mode & 0o777 == 0o700


def test_the_same_post_again_changes_nothing(desk: Desk) -> None:
    before = desk.write("a", [1]).path.stat()
    assert desk.write("a", [1]).status == "unchanged"
    assert (desk.folder / NAME).stat().st_mtime_ns == before.st_mtime_ns


def test_an_earlier_export_is_replaced(desk: Desk) -> None:
    desk.write("a", [1])
    assert desk.write("b", [1]).status == "replaced"
    assert (desk.folder / NAME).read_text() == "b"


def test_what_the_editor_changed_stays(desk: Desk) -> None:
    path = desk.write("a", [1]).path
    path.write_text("edited")
    with pytest.raises(ExportError, match="was changed") as raised:
        desk.write("b", [1])
    assert "--force" in raised.value.detail
    assert path.read_text() == "edited"


def test_force_writes_over_it(desk: Desk) -> None:
    path = desk.write("a", [1]).path
    path.write_text("edited")
    assert desk.write("b", [1], force=True).status == "replaced"
    assert path.read_text() == "b"


def test_a_file_of_somebody_else_stays(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / NAME).write_text("theirs")
    with pytest.raises(ExportError, match="no export of this desk"):
        desk.write("a", [1])
    assert (desk.folder / NAME).read_text() == "theirs"


def test_two_posts_of_one_name_stand_beside_each_other(desk: Desk) -> None:
    first, second = desk.write("a", [1]), desk.write("b", [2])
    assert [first.path.name, second.path.name] == [NAME, "2026-02-04-a-post-2.md"]
    assert desk.write("c", [3]).path.name == "2026-02-04-a-post-3.md"
    assert desk.write("b!", [2]) == Written(second.path, hashlib.sha256(b"b!").hexdigest(), "replaced")


def test_a_post_stays_in_its_file_when_the_one_before_it_is_gone(desk: Desk) -> None:
    first, second = desk.write("a", [1]), desk.write("b", [2])
    first.path.unlink()
    assert desk.write("b", [2]).path == second.path
    assert desk.write("a", [1]).path == first.path


def test_a_deleted_post_is_written_again(desk: Desk) -> None:
    desk.write("a", [1]).path.unlink()
    assert desk.write("a", [1]).status == "written"


def test_a_link_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("theirs")
    desk.folder.mkdir()
    (desk.folder / NAME).symlink_to(outside)
    with pytest.raises(ExportError, match="is a link"):
        desk.write("a", [1], force=True)
    assert outside.read_text() == "theirs"


def test_a_folder_of_that_name_is_told(desk: Desk) -> None:
    (desk.folder / NAME).mkdir(parents=True)
    with pytest.raises(ExportError, match="no plain file"):
        desk.write("a", [1], force=True)


def test_a_pipe_of_that_name_does_not_block(desk: Desk) -> None:
    desk.folder.mkdir()
    os.mkfifo(desk.folder / NAME)
    with pytest.raises(ExportError, match="no plain file"):
        desk.write("a", [1])


@pytest.mark.parametrize("name", ["../a.md", "a/b.md", "", ".", "..", ".hidden.md"])
def test_no_name_leads_out_of_the_folder(desk: Desk, name: str) -> None:
    with pytest.raises(ExportError, match="no name for a post"):
        desk.write("a", [1], name=name)


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "posts").write_text("a file")
    with pytest.raises(ExportError, match="cannot be written"):
        desk.write("a", [1])


def test_nothing_is_left_when_writing_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("a", [1])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="cannot be written") as raised:
        desk.write("b", [1])
    assert raised.value.detail.startswith("No space left on device. Free some space")
    assert [path.name for path in desk.folder.iterdir()] == [NAME]
    assert (desk.folder / NAME).read_text() == "a"


def test_an_existing_folder_keeps_its_rights(desk: Desk) -> None:
    desk.folder.mkdir(mode=0o755)
    desk.write("a", [1])
    assert desk.folder.stat().st_mode & 0o777 == 0o755
