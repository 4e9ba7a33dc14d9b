"""The figures of measures as somebody may see them, and the children behind them."""

from .asking import Figures, choices_of_period, figures_of, periods_of, read_for
from .behind import Behind, behind_of
from .seeing import Sight, sight_of
from .small import FEWEST, Told
from .telling import Telling, latest_counting, telling

__all__ = [
    "FEWEST",
    "Behind",
    "Figures",
    "Sight",
    "Telling",
    "Told",
    "behind_of",
    "choices_of_period",
    "figures_of",
    "latest_counting",
    "periods_of",
    "read_for",
    "sight_of",
    "telling",
]
