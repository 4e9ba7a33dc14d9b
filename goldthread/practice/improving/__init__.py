"""The improvement plan: from what was asked for, by actions and the measure that must move, to its end and the reason for it."""

from .acting import add_action, drop_action, finish_action, move_action, say_how_it_goes
from .measuring import link, linked_to, measure_words, measures_of
from .moving import Movement, figure_said, movements_of
from .planning import close, from_inspection, open_again, put_into_plan
from .readings import Line, lines
from .who import may_plan, may_read, may_say, owners

__all__ = [
    "Line",
    "Movement",
    "add_action",
    "close",
    "drop_action",
    "figure_said",
    "finish_action",
    "from_inspection",
    "lines",
    "link",
    "linked_to",
    "may_plan",
    "may_read",
    "may_say",
    "measure_words",
    "measures_of",
    "move_action",
    "movements_of",
    "open_again",
    "owners",
    "put_into_plan",
    "say_how_it_goes",
]
