"""Bringing published statistics in from files that somebody chose: several, or a folder packed into one."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from goldthread.exchange.faults import UnreadableFile, UnsafeFile
from goldthread.exchange.published.folder import Published, is_published, read_folder
from goldthread.record.models import Account
from goldthread.vocabulary import Fault

from .keeping import KeptReport, keep_published

MOST_MEMBERS = 500
MOST_UNPACKED = 2_000_000_000
"""Bytes that a packed folder may come to: the department's whole releases of ten years come to a tenth of it."""
WORKBOOK = ("xl/", "content.xml", "mimetype", "[Content_Types].xml")


@dataclass(slots=True)
class Chosen:
    """Files to read, with what to call each. paths: where they are; names: what their owner calls them, by our own name."""

    paths: list[Path] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def told(self, text: str) -> str:
        """A text with the owner's names in the place of ours."""
        for ours, theirs in self.names.items():
            text = text.replace(ours, theirs)
        return text


def unpacked(paths: Iterable[Path], names: Mapping[Path, str], folder: Path) -> Chosen:
    """The files, and in the place of each packed folder what is in it, under names of ours in ``folder``.

    Raises UnreadableFile for one that is damaged, UnsafeFile for one that would come to more than any release does.
    """
    chosen = Chosen()
    for path in paths:
        called = names.get(path, path.name)
        if not (path.is_file() and is_packed(path)):
            chosen.paths.append(path)
            if called != path.name:
                chosen.names[path.name] = called
            continue
        _unpack(path, called, folder, chosen)
    return chosen


def is_packed(path: Path) -> bool:
    """Whether a file is a packed folder, and no workbook, which is packed too."""
    if not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as packed:
            return not any(name.startswith(WORKBOOK) for name in packed.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def holds_published(paths: Sequence[Path]) -> bool:
    """Whether any of these begins as published statistics do."""
    return any(is_published(path) for path in paths)


def bring_in_published(*, chosen: Chosen, by: Account, force: bool = False) -> KeptReport:
    """Keep what the files say: all of them, or none. Raises Fault with what is wrong, by the names that their owner knows."""
    try:
        found = read_folder(chosen.paths)
        return keep_published(found=_renamed(found, chosen), by=by, force=force)
    except Fault as fault:
        raise type(fault)(chosen.told(str(fault))) from fault


def _renamed(found: Published, chosen: Chosen) -> Published:
    found.files = [replace(file, name=chosen.told(file.name)) for file in found.files]
    found.strangers = [(chosen.told(name), chosen.told(why)) for name, why in found.strangers]
    found.notes = [chosen.told(note) for note in found.notes]
    return found


def _hidden(name: str) -> bool:
    """Whether a computer put a file there for itself."""
    return any(part.startswith((".", "~$", "__MACOSX")) for part in PurePosixPath(name).parts)


def _unpack(path: Path, called: str, folder: Path, chosen: Chosen) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            members = [each for each in packed.infolist() if not each.is_dir() and not _hidden(each.filename)]
            if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > MOST_UNPACKED:
                raise UnsafeFile(
                    f"{called}: found {len(members):,} files that would come to more than any release does. Expected at most "
                    f"{MOST_MEMBERS} files and {MOST_UNPACKED // 1_000_000:,} MB. Choose fewer files."
                )
            for number, member in enumerate(members, start=1):
                suffix = PurePosixPath(member.filename).suffix.lower()
                ours = (
                    folder
                    / f"{path.stem}-{number:04d}{suffix if suffix[1:].isalnum() and len(suffix) < 9 else ''}"
                )
                with packed.open(member) as source, ours.open("wb") as target:
                    shutil.copyfileobj(source, target)
                chosen.paths.append(ours)
                chosen.names[ours.name] = PurePosixPath(member.filename).name
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableFile(
            f"{called}: found a damaged packed folder ({error}). Expected one that opens. Pack it again, or choose its files."
        ) from None
