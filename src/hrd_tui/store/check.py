"""The doctor: finds what is wrong with a store, and mends what can be mended."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hrd_tui.errors import StoreError
from hrd_tui.store import bodies, fold, past_check, snapshot
from hrd_tui.store.backup import backup
from hrd_tui.store.files import (
    BACKUP,
    BODIES,
    DOCTOR,
    FOLD_LOCK,
    LOCK,
    PAST,
    SNAPSHOT,
    failure,
    journal_numbers,
    locked,
)
from hrd_tui.store.journal import newer
from hrd_tui.store.load import load
from hrd_tui.store.survey import survey

REPAIR = "Run: hrd doctor --repair"
WITH_BODIES = {"items": "item", "posts": "post"}
"""The tables whose documents name bodies, and what one of them is called."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `severity` is "error" or "warning", `remedy` says what to do."""

    severity: str
    what: str
    remedy: str


def inspect(folder: Path) -> list[Finding]:
    """Checks every line, every body that an item or a post names, and the modes of the files; holds no lock.

    What a killed process leaves behind (an unfinished last line, a journal that is folded already) is no finding.
    """
    findings = [Finding("warning", f"{path} can be read by others", REPAIR) for path in _open_to_others(folder)]
    try:
        contents, journal = load(folder, whole=True)
        journal.close()
        path = folder / SNAPSHOT
        if path.exists() and not snapshot.as_written(path.read_bytes()):
            findings.append(Finding("warning", f"{path} was changed by another program", REPAIR))
    except StoreError as error:
        found = survey(folder)
        contents = found.contents
        remedy = REPAIR if error.detail == DOCTOR else error.detail
        findings += [Finding("error", what, remedy) for what in found.problems or [error.title]]
    except OSError as error:
        raise failure(f"{folder} cannot be read", error) from error
    for table, name in WITH_BODIES.items():
        for pack, ids in bodies.lost(folder, contents.tables[table]).items():
            what = f"{bodies.pack_file(folder, pack)}: the bodies of {_counted(ids, name)} are missing or damaged"
            findings.append(Finding("error", what, REPAIR))
    return findings + [Finding("error", what, REPAIR) for what in past_check.inspect(folder)]


def repair(folder: Path, clock: Callable[[], float] = time.time) -> list[str]:
    """Mends the store and says what was done; copies what it rewrites into the folder backup-<time> first.

    All good lines are kept, also those after a broken one. Items and posts whose bodies are lost keep their summary; a
    sync or an import takes the body again where its source still has it. Raises StoreError for a newer schema or a
    lock that is held.
    """
    done = []
    for path in _open_to_others(folder):
        path.chmod(0o700 if path.is_dir() else 0o600)
        done.append(f"Made {path} private")
    done += past_check.repair(folder, lambda: backup(folder, clock))
    with locked(folder / FOLD_LOCK), locked(folder / LOCK):
        try:
            done += _mended(folder, clock)
        except OSError as error:
            raise failure(f"{folder} cannot be repaired", error) from error
    return done


def _mended(folder: Path, clock: Callable[[], float]) -> list[str]:
    found = survey(folder)
    contents = found.contents
    newer(folder, contents.schema)
    path = folder / SNAPSHOT
    lost = {
        table: [id for ids in bodies.lost(folder, contents.tables[table]).values() for id in ids]
        for table in WITH_BODIES
    }
    altered = path.exists() and not snapshot.as_written(path.read_bytes())
    if not found.problems and not any(lost.values()) and not altered:
        return []
    done = [f"Copied {SNAPSHOT} and the journals to {backup(folder, clock)}"]
    done += [f"{problem}: left out" for problem in found.problems]
    for table, ids in lost.items():
        docs = contents.tables[table]
        for id in ids:
            # Without its hash it counts as changed at the next sync or import, which then takes the body anew.
            docs[id] = {key: value for key, value in docs[id].items() if key not in ("body", "hash")}
        if ids:
            done.append(f"Took the lost bodies off {_counted(ids, WITH_BODIES[table])}")
    # A number that an archived item has is not given out again, also where the next one was lost.
    contents.next_ids["items"] = max(contents.next_id("items"), past_check.highest(folder) + 1)
    # One number stays free: a process that still holds the old journal finds no successor, and loads anew.
    contents.folded = max(journal_numbers(folder), default=contents.folded) + 1
    fold.write(folder, contents)
    done.append(f"Wrote {path} anew with {_counted(list(contents.tables['items']), 'item')}")
    return done


def _counted(ids: list[int], name: str) -> str:
    return f"{name} {ids[0]}" if len(ids) == 1 else f"{len(ids):,} {name}s"


def _open_to_others(folder: Path) -> Iterator[Path]:
    paths = [folder, *folder.glob("*"), *folder.glob(f"{BODIES}/*"), *folder.glob(f"{PAST}/*")]
    paths += [*folder.glob(f"{BACKUP}*/*"), *folder.glob(f"{BACKUP}*/{PAST}/*")]
    return (path for path in paths if path.exists() and path.stat().st_mode & 0o077)
