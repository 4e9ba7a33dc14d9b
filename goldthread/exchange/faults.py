"""Structural faults: why a whole file is refused."""

from __future__ import annotations

from goldthread.vocabulary.faults import Fault

EXPECTED = (
    "a children in need census (XML), an SSDA903 return (a folder of its CSV tables, or one XML), "
    "an Annex A workbook (.xlsx) or a children's social work workforce census (XML)"
)


class UnreadableFile(Fault):
    """A file that cannot be read as what it seems to be: not well formed, cut short, damaged or locked."""


class UnsafeFile(UnreadableFile):
    """A file that tries to make its reader fetch or build something: a document type, an entity, a zip bomb."""


class UnknownFile(Fault):
    """A file or folder that is none of the kinds that can be read."""
