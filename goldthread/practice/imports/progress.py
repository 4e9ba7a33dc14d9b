"""How far an import is, readable from another process while its transaction runs.

Kept in a small file in the installation's folder and not in the database: what the import's own transaction writes nobody
else can see before it ends, and SQLite lets nobody else write meanwhile.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import monotonic, time

from django.conf import settings

from goldthread.exchange.reading import Reading

FOLDER = "imports"
EVERY_SECONDS = 0.3
FORGOTTEN_AFTER_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is: records read of those to come, and files done of all.

    ``total`` is missing where the files do not say how many records are to come. files, files_done: 0 before they are known.
    state: running, done, or failed, with the reason in ``words``. said_at: seconds since 1970, to tell an import that was
    killed from one that is slow. import_ids: of the imports that a done one made. lines: what became of each file, where
    that has no report of its own.
    """

    done: int
    total: int | None
    words: str
    state: str = "running"
    said_at: float = 0.0
    import_ids: tuple[int, ...] = ()
    files: int = 0
    files_done: int = 0
    lines: tuple[str, ...] = ()


def beginning(readings: Sequence[Reading]) -> Progress:
    """How far an import of these is before anything is read."""
    records = [reading.records for reading in readings]
    total = sum(records) if all(records) else None
    return Progress(0, total, "Beginning", files=sum(len(reading.files) for reading in readings))


class Keeper:
    """Keeps the progress of one import under a key: pass it as ``progress=`` and finish it with `done` or `failed`."""

    def __init__(self, key: str) -> None:
        self._path = _path(key)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._wrote = 0.0
        self._last = Progress(0, None, "Reading the files")
        _forget_old(self._path.parent)
        self._write(self._last)

    def __call__(self, reached: Progress) -> None:
        new_stage = reached.words != self._last.words
        self._last = reached
        if new_stage or monotonic() - self._wrote >= EVERY_SECONDS:
            self._write(reached)

    def done(self, import_ids: tuple[int, ...] = (), lines: tuple[str, ...] = ()) -> None:
        last = self._last
        self._write(
            replace(
                last, total=last.done, words="Brought in", state="done", import_ids=import_ids, lines=lines
            )
        )

    def failed(self, why: str) -> None:
        self._write(replace(self._last, words=why, state="failed"))

    def _write(self, progress: Progress) -> None:
        self._wrote = monotonic()
        beside = self._path.with_suffix(f".{os.getpid()}.part")
        beside.write_text(json.dumps(asdict(progress) | {"said_at": time()}), encoding="utf-8")
        beside.replace(self._path)  # a reader sees the old words or the new ones, never half of them


def read(key: str) -> Progress | None:
    """The progress kept under a key; None where there is none, or none any more."""
    try:
        said = json.loads(_path(key).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    lists = {name: tuple(said[name]) for name in ("import_ids", "lines") if name in said}
    return Progress(**(said | lists))


def _path(key: str) -> Path:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", key):
        raise ValueError(f"a key of an import's progress is letters, digits, - and _, not {key!r}")
    return Path(settings.HOME) / FOLDER / f"{key}.json"


def _forget_old(folder: Path) -> None:
    for path in folder.iterdir():
        if time() - path.stat().st_mtime > FORGOTTEN_AFTER_SECONDS:
            path.unlink(missing_ok=True)
