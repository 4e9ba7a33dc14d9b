"""The files of an import as the record remembers them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from goldthread.exchange.reading import Reading


def those_of(reading: Reading, paths: Sequence[Path]) -> Iterator[Path]:
    """The paths of a reading's files, of all that were given."""
    named = {Path(name).name for name in reading.files}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (found for found in inside if found.is_file() and found.name in named)


def described(path: Path) -> dict[str, str | int]:
    """A file's name, size in bytes and SHA-256."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return {"name": path.name, "size": path.stat().st_size, "sha256": digest.hexdigest()}
