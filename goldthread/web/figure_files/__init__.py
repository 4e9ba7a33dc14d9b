"""Figures as files: for spreadsheets, on paper, and each chart as a picture."""

from .links import figure_files, picture_files

__all__ = ["figure_files", "picture_files"]
