"""Theme files of the editor's own, and a configuration that wears one."""

from pathlib import Path

from hrd_tui.paths import Paths, locate

OWN = 'extends = "hrd-light"\naccent = "#123456"\n[tags]\npink = "#990055"\n'


def kept(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def config_of(tmp_path: Path, theme: str, **files: str) -> Paths:
    paths = locate(tmp_path / "desk")
    kept(paths.config / "themes", **files)
    paths.config_file.write_text(f'[screen]\ntheme = "{theme}"\n', "utf-8")
    return paths
