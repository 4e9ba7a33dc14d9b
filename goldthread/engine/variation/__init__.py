"""Signal or noise: process charts of months, and funnel plots of teams, from counts."""

from .exact import binomial_limits, poisson_limits
from .funnel import FunnelPlot, Mark, Part, funnel_of, funnel_plot
from .points import Baseline, Point, points_of
from .process import ProcessChart, Stretch, chart_of, process_chart
from .rules import EIGHT_ON_ONE_SIDE, NEAR_A_LIMIT, OUTSIDE, RULES, Rule, Signal
from .wording import MEANING, finding, said_of

__all__ = [
    "EIGHT_ON_ONE_SIDE",
    "MEANING",
    "NEAR_A_LIMIT",
    "OUTSIDE",
    "RULES",
    "Baseline",
    "FunnelPlot",
    "Mark",
    "Part",
    "Point",
    "ProcessChart",
    "Rule",
    "Signal",
    "Stretch",
    "binomial_limits",
    "chart_of",
    "finding",
    "funnel_of",
    "funnel_plot",
    "points_of",
    "poisson_limits",
    "process_chart",
    "said_of",
]
