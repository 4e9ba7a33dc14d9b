"""What if workers leave, teams become one, or demand changes: asked by a manager, simulated from the record, kept."""

from .asking import AskRefused, Question, ask_what_if, questions_of, stop_what_if, who_may_be_named
from .running import run
from .states import state_of

__all__ = [
    "AskRefused",
    "Question",
    "ask_what_if",
    "questions_of",
    "run",
    "state_of",
    "stop_what_if",
    "who_may_be_named",
]
