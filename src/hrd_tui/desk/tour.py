"""Whether the reader shows the tour of its first keys, kept in the data folder."""

from pathlib import Path

from hrd_tui.paths import private_folder
from hrd_tui.store import files

FILE = "tour.txt"
WANTED, ENDED = "wanted\n", "ended\n"


class Tour:
    """The tour of one desk: on a desk that nobody offered it to, and once it is ended, it does not come by itself."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE

    def wanted(self) -> bool:
        """Whether it is to be shown when the reader starts."""
        try:
            return self.file.read_text("utf-8") == WANTED
        except (OSError, UnicodeDecodeError):
            return False

    def offer(self) -> None:
        """Has it shown from now on, where it was not ended before. Raises StoreError."""
        if not self.file.exists():
            self._write(WANTED)

    def end(self) -> None:
        """Ends it for good. Raises StoreError."""
        self._write(ENDED)

    def _write(self, text: str) -> None:
        try:
            private_folder(self.file.parent)
            files.replace(self.file, [text.encode("ascii")])
        except OSError as error:
            raise files.failure(f"{self.file} cannot be written", error) from error
