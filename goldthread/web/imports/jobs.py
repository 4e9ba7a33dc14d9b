"""One import as a process of its own: its files, whether it still runs, and what became of it.

The process inherits a locked file. The lock goes when the process does, however it ends, so that one which was
killed is told from one which is slow.
"""

from __future__ import annotations

import fcntl
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from time import time
from typing import IO
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from goldthread.practice.imports import import_paths
from goldthread.practice.imports.progress import Keeper, Progress, read
from goldthread.practice.published.bringing_in import bring_in_published, holds_published, unpacked
from goldthread.record.models import Account
from goldthread.vocabulary import Fault

FOLDER = "uploads"
TOLD = "job.json"
LOCK = "running"
KEPT_SECONDS = 24 * 60 * 60
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")

NOT_OURS = "Something went wrong on our side, and nothing was changed. Try again; if it happens again, tell whoever runs this."

# The last of these is the state of a process that ended without saying how.
STATES = ("running", "done", "failed", "stopped")


@dataclass(frozen=True, slots=True)
class Job:
    """One import that somebody asked for. files: where each is, and what its owner calls it.

    keep: whether the files are somebody's own on this computer, and not uploaded to be forgotten.
    """

    number: str
    by: int
    files: tuple[tuple[str, str], ...]
    as_at: str = ""
    force: bool = False
    keep: bool = False

    @property
    def folder(self) -> Path:
        return _folder() / self.number

    @property
    def names(self) -> dict[Path, str]:
        """What to call each file in the report."""
        return {} if self.keep else {Path(path): name for path, name in self.files}

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.as_at) if self.as_at else None

    def write(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / TOLD).write_text(json.dumps(asdict(self)), encoding="utf-8")

    def forget_files(self) -> None:
        """Delete what was uploaded and what was unpacked from it; what is somebody's own stays where it is."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in (TOLD, LOCK):
                path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class State:
    """How a job is: one of ``STATES``, and its progress as last said."""

    state: str
    progress: Progress

    @property
    def percent(self) -> int | None:
        """How much of it is done; None where the files do not say how much is to come."""
        total = self.progress.total
        return min(100, self.progress.done * 100 // total) if total else None


def take_in(
    uploads: Iterable[UploadedFile], *, by: Account, as_at: date | None = None, force: bool = False
) -> Job:
    """Put uploaded files into a folder of their own under names of ours, their own names only remembered."""
    sweep()
    number = uuid4().hex
    folder = _folder() / number
    folder.mkdir(parents=True)
    folder.chmod(0o700)
    files = []
    for position, upload in enumerate(uploads, start=1):
        shown = os.path.basename(upload.name or "") or f"file {position}"
        suffix = SUFFIX.fullmatch(Path(shown).suffix)
        kept = folder / f"uploaded-{position:04d}-{number[:8]}{suffix[0].lower() if suffix else ''}"
        with kept.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        files.append((str(kept), shown))
    return _written(Job(number, by.pk, tuple(files), _iso(as_at), force))


def point_at(path: Path, *, by: Account, as_at: date | None = None, force: bool = False) -> Job:
    """Bring in a file or folder where it lies on this computer; it is left as it is."""
    sweep()
    return _written(Job(uuid4().hex, by.pk, ((str(path), path.name),), _iso(as_at), force, keep=True))


def job_of(number: UUID, *, by: Account) -> Job | None:
    """The job of this number, if it is one that this account asked for and it is not long over."""
    job = find(number.hex)
    return job if job is not None and job.by == by.pk else None


def find(number: str) -> Job | None:
    """The job of this number, whoever asked for it."""
    try:
        told = json.loads((_folder() / number / TOLD).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Job(**(told | {"files": tuple((path, name) for path, name in told["files"])}))


def start(job: Job) -> None:
    """Begin the import in a process of its own, which outlives this one."""
    if settings.IMPORTS_IN_PROCESS:
        run(job.number)
        return
    with _locked(job) as lock:
        subprocess.Popen(
            [sys.executable, "-m", "goldthread.web.imports.running", job.number],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
            pass_fds=[lock.fileno()],
            env=os.environ | {"GOLDTHREAD_HOME": str(settings.HOME), "PYTHONPATH": _search_path()},
        )


def run(number: str) -> None:
    """Bring in the files of a job, say how it ends, and delete what was uploaded. Raises Fault for no such job."""
    job = find(number)
    if job is None:
        raise Fault(f"There is no import {number}; it may have been forgotten.")
    keeper = Keeper(job.number)
    paths, by = [Path(path) for path, _name in job.files], Account.objects.get(pk=job.by)
    imports: tuple[int, ...] = ()
    lines: tuple[str, ...] = ()
    try:
        chosen = unpacked(paths, job.names, job.folder)
        if holds_published(chosen.paths):
            lines = tuple(bring_in_published(chosen=chosen, by=by, force=job.force).lines())
        else:
            report = import_paths(
                paths, by=by, as_at=job.day, progress=keeper, names=job.names, force=job.force
            )
            imports = tuple(each.import_id for each in report.readings if each.import_id is not None)
    except Fault as fault:
        keeper.failed(str(fault))
    except Exception:  # whatever it is, the person who waits is told, and the log says where
        logging.getLogger("goldthread.imports").exception("an import failed")
        keeper.failed(NOT_OURS)
    else:
        keeper.done(imports, lines)
    finally:
        job.forget_files()


def state_of(job: Job) -> State:
    """How the job is now. One whose process is gone without saying how it ended has stopped."""
    running = _is_running(
        job
    )  # asked first: a job that ends between the two questions has said so by the second
    progress = read(job.number) or Progress(0, None, "Starting")
    if progress.state != "running":
        return State(progress.state, progress)
    if running:
        return State("running", progress)
    job.forget_files()
    return State("stopped", progress)


def sweep() -> None:
    """Delete the files of jobs whose process is gone, and after a day what is known of them."""
    if not _folder().is_dir():
        return
    for told in _folder().glob(f"*/{TOLD}"):
        job = find(told.parent.name)
        if job is None or _is_running(job):
            continue
        job.forget_files()
        if time() - told.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(job.folder, ignore_errors=True)


def _written(job: Job) -> Job:
    job.write()
    return job


@contextmanager
def _locked(job: Job) -> Iterator[IO[bytes]]:
    with (job.folder / LOCK).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def _is_running(job: Job) -> bool:
    try:
        with (job.folder / LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _search_path() -> str:
    """Where the process finds this package and what it needs: where this one does."""
    ours = str(Path(__file__).resolve().parents[3])
    return os.pathsep.join(filter(None, [ours, os.environ.get("PYTHONPATH", "")]))


def _folder() -> Path:
    return Path(settings.HOME) / FOLDER


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
