"""Files of the record: which content is taken, where it is stored, and that it is still what was filed.

They lie in the folder of the server's own data, which no page reaches by an address, each under a random name.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError

from goldthread.record.models import Document
from goldthread.vocabulary import Fault

FOLDER = "documents"
MEGABYTE = 1024 * 1024
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/heic": "heic",
    "text/plain": "txt",
    WORD: "docx",
}
"""What may be filed, by what its content is, and how its name ends when it is given out."""

TAKEN = "a PDF, a picture (PNG, JPEG, HEIC), a Word document (.docx) or plain text"
BEGINNINGS = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
HEIC = (b"heic", b"heix", b"mif1", b"heim", b"heis")


def kind_of(content: bytes) -> str:
    """What a file's content is, whatever it is called. Raises ValidationError for what is not taken."""
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        return "image/heic"
    if content.startswith(b"PK\x03\x04"):
        return _word(content)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if not text.strip() or any(ord(each) < 32 and each not in "\t\n\r\f" for each in text):
        raise ValidationError({"content": f"This file's content is none that is taken here: {TAKEN}."})
    return "text/plain"


def _word(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            names = set(opened.namelist())
    except zipfile.BadZipFile:
        names = set()
    if "word/document.xml" not in names:
        raise ValidationError({"content": f"This file's content is none that is taken here: {TAKEN}."})
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(
            {
                "content": "This document holds a program (macros). Save it without, or as a PDF, and file that."
            }
        )
    return WORD


def check_size(content: bytes) -> None:
    """Raises ValidationError for an empty file, and for one beyond the limit."""
    if not content:
        raise ValidationError({"content": "This file is empty. Choose the one with the content."})
    if len(content) > settings.DOCUMENT_LIMIT_MB * MEGABYTE:
        raise ValidationError(
            {
                "content": f"This file has {len(content) / MEGABYTE:.1f} MB; at most {settings.DOCUMENT_LIMIT_MB} are taken. "
                "Save it smaller, for example with smaller pictures."
            }
        )


def store(content: bytes) -> str:
    """Write content away, whole or not at all, readable by the server's own account only; the name under which it lies."""
    name = uuid4().hex
    place = _place(name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partly = place.with_suffix(".part")
    with os.fdopen(os.open(partly, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partly.replace(place)
    return name


def content_of(document: Document) -> bytes:
    """What was filed. Raises Fault where it is gone, or no longer what was filed."""
    try:
        content = _place(document.stored_as).read_bytes()
    except OSError as fault:
        raise Fault(
            f"The content of document {document.pk} is not where it was stored. Ask who keeps the system to bring it back "
            f"from a copy (fingerprint {document.sha256[:12]})."
        ) from fault
    if fingerprint(content) != document.sha256:
        raise Fault(
            f"The content of document {document.pk} is no longer what was filed: its fingerprint is not {document.sha256[:12]}. "
            "It is not given out. Ask who keeps the system to bring it back from a copy."
        )
    return content


def forget(names: Iterable[str]) -> int:
    """Delete contents whose rows were erased; how many there were."""
    gone = 0
    for name in names:
        place = _place(name)
        gone += place.exists()
        place.unlink(missing_ok=True)
    return gone


def fingerprint(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _place(name: str) -> Path:
    if len(name) != 32 or not set(name) <= set("0123456789abcdef"):
        raise Fault("This document has no content that is stored here.")
    return Path(settings.HOME) / FOLDER / name[:2] / name
