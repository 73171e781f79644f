"""Where the desk keeps its files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one desk."""

    config: Path
    data: Path
    cache: Path

    @property
    def config_file(self) -> Path:
        return self.config / "config.toml"

    @property
    def store(self) -> Path:
        return self.data / "store"


def locate(home: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
    """The paths of the desk in `home`, else in HRD_HOME, else in the platform's own folders.

    Nothing is created here.
    """
    chosen = home or (Path(environ["HRD_HOME"]) if environ.get("HRD_HOME") else None)
    if chosen is not None:
        root = chosen.expanduser().absolute()
        return Paths(config=root / "config", data=root / "data", cache=root / "cache")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("hrd", appauthor=False)
    return Paths(Path(dirs.user_config_dir), Path(dirs.user_data_dir), Path(dirs.user_cache_dir))


def private_folder(folder: Path) -> Path:
    """The folder, created with its parents where missing, readable by its owner alone (0700)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return folder
