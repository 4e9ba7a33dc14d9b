"""Errors for the person who can act on them."""

from __future__ import annotations


class Fault(Exception):
    """Something a person can put right: the message says what was found, what was expected, where, and what to do."""

    @property
    def message(self) -> str:
        return str(self)
