"""What if: caseloads, changes of worker and unallocated days over the weeks to come, simulated from what the record holds."""

from .rates import Estimate, Known, rates_of
from .results import Band, Outcome, TeamOutcome
from .running import simulate
from .tables import Held, Holding, Rates, Scenario, Team
from .what_happened import what_happened

__all__ = [
    "Band",
    "Estimate",
    "Held",
    "Holding",
    "Known",
    "Outcome",
    "Rates",
    "Scenario",
    "Team",
    "TeamOutcome",
    "rates_of",
    "simulate",
    "what_happened",
]
