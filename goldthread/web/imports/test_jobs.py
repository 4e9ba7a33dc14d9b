"""An import as a process: told apart when it runs, ended, failed or was killed."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path
from time import sleep
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldthread.practice.imports.progress import Keeper
from goldthread.record.models import Account
from goldthread.web.imports import jobs

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def maya(db) -> Account:
    return Account.objects.create_user("maya", role="director")


def taken_in(maya: Account, *names: str) -> jobs.Job:
    return jobs.take_in([SimpleUploadedFile(name, b"<x/>") for name in names], by=maya)


def test_an_uploaded_file_is_kept_under_a_name_of_ours(maya, home):
    job = taken_in(maya, "../../etc/Our census 2026.XML", "no ending")
    paths = [Path(path) for path, _name in job.files]
    assert [name for _path, name in job.files] == ["Our census 2026.XML", "no ending"]
    assert {path.parent for path in paths} == {home / "uploads" / job.number}
    assert [path.suffix for path in paths] == [".xml", ""]
    assert job.folder.stat().st_mode & 0o077 == 0


def test_only_who_asked_for_an_import_sees_it(maya):
    job = taken_in(maya, "a.xml")
    other = Account.objects.create_user("other", role="director")
    assert jobs.job_of(UUID(job.number), by=maya) == job
    assert jobs.job_of(UUID(job.number), by=other) is None
    assert jobs.job_of(uuid4(), by=maya) is None


def test_a_killed_process_is_told_from_a_slow_one_and_its_files_are_deleted(maya):
    job = taken_in(maya, "a.xml")
    Keeper(job.number)
    with (job.folder / jobs.LOCK).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        slow = subprocess.Popen(
            [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=[lock.fileno()]
        )
    assert jobs.state_of(job).state == "running"
    slow.kill()
    slow.wait()
    slow.stdin.close()
    assert jobs.state_of(job).state == "stopped"
    assert not any(Path(path).exists() for path, _name in job.files)


def test_a_process_that_never_began_has_stopped(maya):
    assert jobs.state_of(taken_in(maya, "a.xml")).state == "stopped"


def test_a_file_that_cannot_be_read_fails_in_words_that_name_it_as_its_owner_does(maya):
    job = taken_in(maya, "holiday.xml")
    jobs.run(job.number)
    state = jobs.state_of(job)
    assert state.state == "failed"
    assert "holiday.xml" in state.progress.words
    assert "uploaded-" not in state.progress.words
    assert not any(Path(path).exists() for path, _name in job.files)


def test_a_fault_of_ours_is_said_without_its_details(maya, monkeypatch):
    def break_down(*args, **options):
        raise RuntimeError("secret")

    monkeypatch.setattr(jobs, "import_paths", break_down)
    job = taken_in(maya, "a.xml")
    jobs.run(job.number)
    assert jobs.state_of(job).progress.words == jobs.NOT_OURS


def test_files_pointed_at_are_left_where_they_are(maya, tmp_path):
    own = tmp_path / "own.xml"
    own.write_text("<x/>")
    job = jobs.point_at(own, by=maya)
    jobs.run(job.number)
    assert jobs.state_of(job).state == "failed"
    assert own.exists()


def test_the_next_import_clears_up_after_one_that_was_killed(maya):
    killed = taken_in(maya, "a.xml")
    taken_in(maya, "b.xml")
    assert not any(Path(path).exists() for path, _name in killed.files)


def test_the_percentage_is_known_only_where_the_files_say_how_much_is_to_come():
    assert jobs.State("running", jobs.Progress(5, None, "")).percent is None
    assert jobs.State("running", jobs.Progress(5, 20, "")).percent == 25


def test_the_process_starts_and_says_how_it_ends(maya, settings, home):
    """A real process, with a database of its own in which nobody is: it fails, and the page is told."""
    settings.IMPORTS_IN_PROCESS = False
    job = taken_in(maya, "a.xml")
    jobs.start(job)
    for _ in range(300):
        state = jobs.state_of(job)
        if state.state != "running":
            break
        sleep(0.1)
    assert state.state in ("failed", "stopped")
    assert not any(Path(path).exists() for path, _name in job.files)
