"""The lists of the demo's editor: countries, people, organisations and terms of the invented newsroom."""

from collections.abc import Mapping
from importlib.resources import files

_FOLDER = files("hrd_tui.demo") / "editor"


def lists() -> Mapping[str, str]:
    """The texts of the editor's lists, by the names of their files in the configuration folder."""
    return {file.name: file.read_text("utf-8") for file in _FOLDER.iterdir()}
