"""Bringing in an authority's own files: every row finds its child, nothing is taken twice, and nothing is lost unsaid."""

from __future__ import annotations

from .bringing_in import import_paths
from .report import ImportReport

__all__ = ["ImportReport", "import_paths"]
