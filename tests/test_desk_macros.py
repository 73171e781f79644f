"""The file of macros."""

from pathlib import Path

import pytest

from hrd_tui.desk.macros import Macros, Step
from hrd_tui.errors import ConfigError


def test_a_file_that_cannot_be_understood_is_not_written_over(tmp_path: Path) -> None:
    macros = Macros(tmp_path)
    macros.file.write_text("a = [1]\n")
    with pytest.raises(ConfigError, match="is no macro"):
        macros.keep("b", [Step("spike")])
    assert macros.file.read_text() == "a = [1]\n"
