"""Erasing a record at the end of its time: asked by one person, agreed by another, and what stays afterwards."""

from .asking import agree_erasure, ask_erasure, open_erasure, refuse_erasure
from .households import (
    agree_household_erasure,
    ask_household_erasure,
    open_household_erasure,
    open_household_to_review,
    refuse_household_erasure,
)

__all__ = [
    "agree_erasure",
    "agree_household_erasure",
    "ask_erasure",
    "ask_household_erasure",
    "open_erasure",
    "open_household_erasure",
    "open_household_to_review",
    "refuse_erasure",
    "refuse_household_erasure",
]
