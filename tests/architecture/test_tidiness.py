"""What every file keeps to: small, said what it is for, and nothing of the machine it was written on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

LONGEST = 320
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}

# A path on somebody's machine: in a home folder, or in the folder of one workplace or another.
MACHINE_PATH = re.compile(
    rb"(?<![\w.~/{}$-])/(?:root|work|home/[a-z]|Users/[A-Za-z]|opt/(?:wheels|pypi))\b(?:/|\b)"
)
REGISTRY = re.compile(rb"https?://[^\s\"']*(?:pypi|pythonhosted|npmjs|registry)[^\s\"']*", re.IGNORECASE)


@pytest.fixture(scope="module")
def committed(repo_root) -> list[Path]:
    """Every file that is in the repository or about to be."""
    listing = subprocess.run(
        ["git", "-C", str(repo_root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("needs a git checkout, to know which files are the project's")
    paths = [repo_root / name.decode() for name in sorted(set(listing.stdout.split(b"\0"))) if name]
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="module")
def modules(repo_root) -> list[Path]:
    """Every Python file of the package but migrations, which Django writes."""
    return [
        path for path in sorted((repo_root / "goldthread").rglob("*.py")) if "migrations" not in path.parts
    ]


def test_no_module_is_longer_than_a_sitting(modules, repo_root):
    lengths = {
        path.relative_to(repo_root).as_posix(): len(path.read_text("utf-8").splitlines()) for path in modules
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}, "split it by noun"


def test_no_module_is_named_for_nothing(modules, repo_root):
    assert [path.relative_to(repo_root).as_posix() for path in modules if path.stem in VAGUE] == []


def test_every_module_says_what_it_is(modules, repo_root):
    silent = [
        path.relative_to(repo_root).as_posix()
        for path in modules
        if path.read_text("utf-8").strip() and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_locks_are_hashed_and_name_no_host(repo_root):
    locks = sorted((repo_root / "requirements").glob("*.txt"))
    assert {"base.txt", "dev.txt"} <= {lock.name for lock in locks}
    for lock in locks:
        text = lock.read_text()
        assert not re.search(r"https?://|file:|index-url|find-links", text), (
            f"{lock.name} names a host or a folder"
        )
        packages = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
        unhashed = [package.split()[0] for package in packages if "--hash=sha256:" not in package]
        assert packages
        assert unhashed == [], f"{lock.name} has packages without a hash"


def test_no_file_names_a_machine_or_a_registry(committed, repo_root):
    named = {}
    for path in committed:
        text = path.read_bytes()
        if b"\0" in text[:8000]:
            continue
        found = [
            match.group().decode() for pattern in (MACHINE_PATH, REGISTRY) for match in pattern.finditer(text)
        ]
        if found and path != Path(__file__):
            named[path.relative_to(repo_root).as_posix()] = found[:3]
    assert named == {}
