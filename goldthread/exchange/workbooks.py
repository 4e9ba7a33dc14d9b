"""How large a workbook may be before it is opened: a small one can unpack to more than memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .faults import UnreadableFile, UnsafeFile

LARGEST = 256 * 2**20
LARGEST_UNPACKED = 2**30


def refuse_too_large(path: Path, expected: str) -> None:
    """Raise UnreadableFile for a workbook that is too large, UnsafeFile for one that would be once unpacked.

    expected: what it should have been, as the message says it.
    """
    if path.stat().st_size > LARGEST:
        raise UnreadableFile(
            f"{path.name}: found {path.stat().st_size / 2**20:,.0f} megabytes. Expected {expected} of at most "
            f"{LARGEST // 2**20}. Check that it is the right file."
        )
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise UnsafeFile(
                f"{path.name}: found a workbook that would unpack to {unpacked / 2**20:,.0f} megabytes; it was not opened. "
                f"Expected at most {LARGEST_UNPACKED // 2**20}. Delete empty formatted rows, save it and send it again."
            )
