"""Editions of Working Together to Safeguard Children, and what of them was read.

The text of 2026, which replaced that of 2023 on 18 March 2026, could not be read: its numbers are those of 2013 to 2023 and
are unconfirmed until someone checks them against it. Paragraph numbers are left out on purpose.
"""

from __future__ import annotations

from datetime import date

from .authority import StatutoryGuidance
from .clock import Edition
from .counts import Count

SINCE_2013 = date(2013, 4, 15)
SINCE_2026 = date(2026, 3, 18)
UNREAD = (
    "The number is that of earlier editions. Check it against the text of Working Together 2026, "
    "published 18 March 2026, which was not read."
)


def working_together(*due: Count, chapter: str, seen_in: str) -> tuple[Edition, ...]:
    """The editions of a limit that has been the same since 2013, the one of 2026 unconfirmed."""
    return (
        Edition(
            since=SINCE_2013,
            due=due,
            source=StatutoryGuidance("Working Together to Safeguard Children (2013 to 2023)", chapter),
            seen_in=seen_in,
        ),
        Edition(
            since=SINCE_2026,
            due=due,
            source=StatutoryGuidance("Working Together to Safeguard Children 2026", chapter),
            seen_in=seen_in,
            unconfirmed=UNREAD,
        ),
    )
