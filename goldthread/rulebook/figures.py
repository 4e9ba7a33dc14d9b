"""What a home page counts of the children whom somebody holds: each figure says whom it counts, whom it does not, and by what.

A figure counts children, each once, however much is late for one. It is no measure: it says how many there are now, and whom
to look at; how well something was done over a time is a measure's question.
"""

from __future__ import annotations

from dataclasses import dataclass

from .authority import Authority, OwnStandard
from .clock import Points
from .clocks import CLOCKS

OURS = "Our own standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure. short: as a column is headed. said: after a number, of children. counts: whom it counts. leaves_out: whom not.

    source: who asks that it be looked at; a duty counted in it has its own. clocks: the duties by which it counts, empty where
    it counts by none. action: whether a child in it needs somebody to act, so that it takes colour. measure: the measure
    whose definition it follows.
    """

    name: str
    short: str
    said: str
    question: str
    counts: str
    leaves_out: str
    source: Authority
    finding: str
    clocks: tuple[str, ...] = ()
    action: bool = True
    measure: str = ""


def _visiting() -> tuple[str, ...]:
    """The duties that a visit stops only if the child was seen at it."""
    return tuple(
        name
        for name, clock in CLOCKS.items()
        if isinstance(clock.done, Points)
        and clock.done.table == "visits"
        and clock.done.where is not None
        and "seen" in clock.done.where.columns()
    )


held = Figure(
    name="held",
    short="Children",
    said="held",
    question="How many children does each worker hold?",
    counts="Every child whom a worker holds today as social worker, lead practitioner or personal adviser.",
    leaves_out="Children whom only a reviewing officer knows; restricted records, for who is not named. A child whom two workers "
    "hold counts for each of them, and once in the total.",
    source=OwnStandard(OURS, "a manager knows who holds whom"),
    finding="F30",
    action=False,
    measure="caseload",
)

points = Figure(
    name="points",
    short="Points of limit",
    said="points of work",
    question="How many points of work does each worker hold, of how many at most?",
    counts="The points of each child held, as the measure weighs them, beside the most that the authority has set for somebody "
    "working as many hours and qualified as long.",
    leaves_out="The family, the travelling and the court: they weigh, and are not counted. Nor is a child whose record is "
    "restricted to others: a number would tell of it.",
    source=OwnStandard(OURS, "a limit on caseloads"),
    finding="F30",
    measure="weighted_caseload",
)

late = Figure(
    name="late",
    short="Late",
    said="late",
    question="For how many children is something late?",
    counts="Children with at least one duty past its due day, or past its moment where it is counted in hours.",
    leaves_out="Duties by a number that was not confirmed in its source, and what an imported source cannot know: they are "
    "listed apart under Waiting. What is past our own stricter standard, but not late by the rule.",
    source=OwnStandard(OURS, "the worst first; each duty has its own source"),
    finding="F15",
)

soon = Figure(
    name="soon",
    short="Due in 7 days",
    said="due in 7 days",
    question="For how many children does something fall due within a week, today included?",
    counts="Children with at least one duty that is not late and falls due in the next seven days.",
    leaves_out="The same duties as of what is late.",
    source=OwnStandard(OURS, "before it is late, not after"),
    finding="F15",
    action=False,
)

unseen = Figure(
    name="unseen",
    short="Not seen",
    said="not seen in time",
    question="How many children were not seen within the time that their visits are due?",
    counts="Children for whom a visiting duty is late. A visit at which the child was not seen stops no clock.",
    leaves_out="Children of whom no visit is asked: by no plan, placement or arrangement. Somebody may still have seen them.",
    source=OwnStandard(OURS, "each visiting duty has its own source"),
    finding="F15",
    clocks=_visiting(),
)

not_overseen = Figure(
    name="not_overseen",
    short="Not overseen",
    said="not overseen in time",
    question="Of how many children did no manager leave a footprint for longer than the authority allows?",
    counts="Children held for longer than that, of whom in that time no manager held supervision, made or signed off a decision, "
    "or answered an assessment.",
    leaves_out="Children held for less long than that: nobody is late yet.",
    source=OwnStandard(OURS, "management oversight that can be seen"),
    finding="F26",
)

drifting = Figure(
    name="drifting",
    short="Drifting",
    said="drifting",
    question="For how many children does a plan stand still?",
    counts="Children for whom at least one signal of drift stands and nobody has explained it lately.",
    leaves_out="Signals that somebody explained, until the explanation is too old.",
    source=OwnStandard(OURS, "limits of drift"),
    finding="F05",
)

incomplete = Figure(
    name="incomplete",
    short="Gaps",
    said="with gaps in the file",
    question="How many children's files lack something that a file of their kind must hold?",
    counts="Children with at least one gap by the rules of completeness.",
    leaves_out="What an imported source cannot hold: that cannot be told.",
    source=OwnStandard(OURS, "rules of completeness, each with its own source"),
    finding="F33",
)

FIGURES: dict[str, Figure] = {
    each.name: each for each in (held, points, late, soon, unseen, not_overseen, drifting, incomplete)
}
"""Every figure by name, in the order of the columns."""

OF_CHILDREN: tuple[Figure, ...] = (late, soon, unseen, not_overseen, drifting, incomplete)
"""Those in which a child is or is not, so that groups of children can be compared by them."""
