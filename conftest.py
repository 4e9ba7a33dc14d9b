"""What every test may use: where the repository and the shared folder are, and what this machine can run."""

from __future__ import annotations

import gc
import os
import secrets
import shutil
import tempfile
from pathlib import Path

import pytest
from django.http import HttpRequest

from tests.migrated import Migrated

REPO_ROOT = Path(__file__).resolve().parent
SHARED = REPO_ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# Playwright's own loop makes Django think that plain database calls in a browser test are asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The checkout."""
    return REPO_ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder beside the checkout, read in place: samples and statistics. Skips without it."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared folder beside the checkout, which holds the samples and the statistics")
    return SHARED


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Migrated:
    """Copies of a database with all migrations, which take long: made once for all workers."""
    mine = tmp_path_factory.getbasetemp()
    return Migrated(mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's chromium, quiet: it asks nothing of any network."""
    quiet = ["background-networking", "component-update", "sync", "quic"]
    arguments = [f"--disable-{name}" for name in quiet] + ["--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments}


def pytest_configure() -> None:
    """Imports and countings run in the test's own process: another would write to the database of this installation.

    Passwords are hashed at once: the real hash is slow by design.
    """
    from django.conf import settings

    settings.IMPORTS_IN_PROCESS = True
    settings.FIGURES_IN_PROCESS = True
    record = settings.DATABASES["default"]
    if record["ENGINE"].endswith("sqlite3"):
        # A file, as it is served: in memory one browser's two requests at a time lock each other out.
        memory = Path("/dev/shm")
        folder = memory if memory.is_dir() and os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
        record.setdefault("TEST", {})["NAME"] = str(folder / f"goldthread-test-{os.getpid()}.sqlite3")
        record["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    _let_chance_spell_no_name()


def _let_chance_spell_no_name() -> None:
    """A page's random tokens are of letters that make no word.

    Drawn from the whole alphabet they held "Zeb" once in some thousand runs, in a page that must not name Zeb.
    """
    from csp.middleware import CSPMiddleware
    from django.middleware import csrf
    from django.utils.crypto import get_random_string

    def nonce(_self: CSPMiddleware, request: HttpRequest) -> str:
        request._csp_nonce = getattr(request, "_csp_nonce", None) or secrets.token_hex(16)
        return request._csp_nonce

    csrf.get_random_string = lambda length, allowed_chars: get_random_string(length, "QX")
    CSPMiddleware._make_nonce = nonce


LONGEST = (
    "tests/architecture/test_migrations.py",
    "goldthread/practice/test_sealing_processes.py",
    "tests/agreement/test_nation.py",
)
"""Begun first, for one that is begun last leaves a processor idle; none of these empties the database of the others."""


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: looking through it for garbage again and again took a fifth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; skip, with the reason, what was not asked for or cannot run here."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    no_browser = pytest.mark.skip(
        reason="no chromium; on Debian: apt-get install chromium libatomic1 fonts-liberation"
    )
    too_long = pytest.mark.skip(reason="takes minutes; ./run test --all runs it")
    for item in items:
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(no_browser)
        if item.get_closest_marker("long") and os.environ.get("GOLDTHREAD_TEST_ALL") != "1":
            item.add_marker(too_long)
