"""How much one worker can hold: points of work for a full-time worker, and what somebody newly qualified holds of that.

No law sets a limit. What an authority sets takes the place of our own numbers; going above it is said, and never blocked.
"""

from __future__ import annotations

from .authority import OwnStandard
from .clock import Setting

LIMIT_SOURCE = OwnStandard(
    "Our own standard", "a limit on caseloads, after finding F30 (caseloads of up to 50)"
)
FULL_TIME_POINTS = 45
NEWLY_QUALIFIED_PER_CENT = 90
NEWLY_QUALIFIED_MONTHS = 12

FULL_TIME = Setting(
    "full_caseload_points",
    "How many points of work does a full-time worker hold at most?",
    f"{FULL_TIME_POINTS} points",
    "No law sets this. The department publishes an average of about 16 children for each full-time worker; the number of points "
    "is ours and was confirmed by nobody.",
    takes="number",
)
NEWLY_QUALIFIED = Setting(
    "newly_qualified_per_cent",
    "What per cent of that does somebody hold in the first 12 months after qualifying?",
    f"{NEWLY_QUALIFIED_PER_CENT} per cent",
    "The framework of the assessed and supported year asks for 90 per cent over the year, as secondary sources report it: it was "
    "not read in the framework itself.",
    takes="number",
)
SETTINGS = (FULL_TIME, NEWLY_QUALIFIED)


def limit_of(full_time: float, *, newly_qualified: bool, points: int, per_cent: int) -> int:
    """The points that somebody holds at most, given the answers to both settings.

    full_time: full-time equivalent, 0 to 1; of several posts their sum.
    """
    share = per_cent / 100 if newly_qualified else 1
    return int(points * full_time * share + 1e-9)
