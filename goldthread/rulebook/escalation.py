"""The stages of an escalation: who answers each, in how many working days, and by whose rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .authority import Authority, OwnStandard, StatutoryGuidance
from .clocks.escalating import escalation, escalation_of_others
from .counts import Count, working_days
from .local import LocalRules
from .sources import from_knowledge

HANDBOOK = StatutoryGuidance("Handbook for independent reviewing officers", "chapter 6")
OURS = OwnStandard("Our own standard", "stages of an escalation")
UNCONFIRMED = from_knowledge("the handbook of 2010, chapter 6, and the authority's own protocol")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. level: how far up the child's line somebody must stand to answer it; 0 for the child's own team.

    within: how long an answer may take; None outside the authority, where we set no limit.
    """

    code: str
    name: str
    answers: str
    level: int
    within: Count | None
    source: Authority = OURS
    unconfirmed: str = UNCONFIRMED


STAGES: tuple[Stage, ...] = (
    Stage("informal", "Informal", "Whoever works with the child, or their manager", 0, working_days(5)),
    Stage("team-manager", "Team manager", "The manager of the child's team", 1, working_days(5)),
    Stage("service-manager", "Service manager", "The manager above the team", 2, working_days(5)),
    Stage("director", "Director", "The director of children's services", 3, working_days(5)),
    Stage(
        "outside",
        "Outside the authority",
        "Cafcass, for a reviewing officer at any time; for others the safeguarding partners, after the director",
        3,
        None,
        HANDBOOK,
    ),
)
"""In order. Together they take as long as the whole may by the duty: twenty working days."""

STAGE_OF: dict[str, Stage] = {stage.code: stage for stage in STAGES}

THEMES: dict[str, str] = {
    "drift": "Drift or delay in the plan",
    "plan": "The plan does not meet the child's needs",
    "review-decisions": "Decisions of a review or conference not carried out",
    "safety": "The child is not safe",
    "placement": "Where the child lives",
    "permanence": "A permanent home",
    "contact": "Time with family",
    "health": "Health",
    "education": "Education",
    "voice": "The child is not heard, or has no advocate",
    "allocation": "No worker, or too many",
    "other": "Something else",
}

PARTS: dict[str, str] = {
    "reviewing-officer": "As reviewing officer",
    "conference-chair": "As chair of a conference",
    "other": "As somebody who works with the child",
}


def due_on(part: str, raised_on: date, rules: LocalRules) -> date:
    """By when an escalation is to be resolved or taken outside: by the duty, or sooner by the authority's own standard.

    Raises ValueError for a day before any edition of the duty.
    """
    duty = rules.clock(escalation if part == "reviewing-officer" else escalation_of_others)
    edition = duty.edition_on(raised_on)
    if edition is None:
        raise ValueError(f"No edition of {duty.name} was in force on {raised_on}.")
    due = edition.due[0].from_day(raised_on)
    own = duty.stricter_on(raised_on, 0)
    return min(due, own.count.from_day(raised_on)) if own else due


def next_stages(now: str, part: str) -> list[Stage]:
    """To which stages an escalation may go on: the next one, and for a reviewing officer outside at any time."""
    place = [stage.code for stage in STAGES].index(now)
    found = list(STAGES[place + 1 : place + 2])
    if part == "reviewing-officer" and now != "outside" and STAGES[-1] not in found:
        found.append(STAGES[-1])
    return found
