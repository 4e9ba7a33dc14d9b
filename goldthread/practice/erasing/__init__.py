"""Erasing a record at the end of its time: asked by one person, agreed by another, and what stays afterwards."""

from .asking import agree_erasure, ask_erasure, open_erasure, refuse_erasure

__all__ = ["agree_erasure", "ask_erasure", "open_erasure", "refuse_erasure"]
