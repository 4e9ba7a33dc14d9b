"""The demonstration's page of figures on its first day: counted, with targets decided and commentary written."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from goldthread.practice.figures.choosing import chosen, set_baseline, set_target
from goldthread.practice.figures.commenting import comment, key_of
from goldthread.practice.figures.keeping import begin_due, run
from goldthread.practice.figures.reading import newest
from goldthread.practice.figures.telling import told_of
from goldthread.practice.moment import now, today
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, FigureCommentary, FigureTarget
from goldthread.rulebook.calendar import add_months


class Said(NamedTuple):
    """What somebody wrote of a figure: their sign-in, the four parts, in how many days, and who sees to it."""

    by: str
    what: str
    why: str
    so_what: str
    now_what: str
    days: int
    whom: str


TARGETS = {
    "protection_visits_in_time": (
        Decimal(95),
        "Every child on a plan is seen when the plan says; the rest is told why not.",
    ),
    "assessments_in_time": (
        Decimal(90),
        "What we reached in our best year, with room for families who need longer.",
    ),
    "supervisions_in_time": (Decimal(90), "Without supervision nobody notices that a plan drifts."),
    "referrals": (None, "how many families need help is not ours to aim at."),
    "caseload": (Decimal(17), "What the workforce plan was worked out with."),
}
SAID = {
    "protection_visits_in_time": Said(
        "service",
        "Fewer visits to children on a plan are made in time than a year ago, month after month.",
        "Workers left in the long-term teams and their children waited for the next one. We suppose that visits are also written "
        "up late; the recording lag has grown.",
        "Children on a plan are not seen for weeks at the time when somebody new takes over.",
        "Team managers look each Monday at who is due that week, and every handover names the date of the next visit.",
        60,
        "service",
    ),
    "supervisions_in_time": Said(
        "analyst",
        "Supervision is held later than it was, in all teams that lost their managers.",
        "Two managers' posts are covered by others. What is not known is how much is held and not written down.",
        "Plans that do not move are found out later, and by somebody else.",
        "Acting managers are given half a day a week for supervision alone.",
        40,
        "director",
    ),
}
OLD = Said(
    "service",
    "More families were referred over the summer than usual.",
    "Schools began to refer to us what they had kept before; two had a new safeguarding lead.",
    "Assessments wait longer for a worker.",
    "We meet the schools that refer most, with early help.",
    150,
    "service",
)
"""What was written half a year ago of referrals: it is out of date."""


BASELINE_WHY = (
    "Limits had rested on the first two years of the record. The two years before the last take their place: the work was what "
    "it is, and the teams are those of today."
)
YEARS_TO_NOW, YEARS_OF_BASELINE = 3, 2


def make_figures() -> None:
    """Count the figures where they are not counted yet; decide and write where nobody has."""
    if (counting := begin_due()) is not None:
        run(counting.pk)
    people = {
        each.username: each
        for each in Account.objects.filter(username__in=("director", "service", "analyst"))
    }
    if len(people) < 3 or FigureTarget.objects.exists() or newest() is None:
        return
    _decide_limits(people["director"])
    for name, (value, why) in TARGETS.items():
        set_target(by=people["director"], measure=name, value=value, why=why)
    seen = {each.measure.name: each for each in told_of(standing_of(people["director"]), chosen())}
    for name, said in SAID.items():
        comment(
            by=people[said.by], measure=name, what=said.what, why=said.why, so_what=said.so_what, now_what=said.now_what,
            by_when=today() + timedelta(said.days), by_whom=people[said.whom],
            signals=[key_of(each) for each in seen[name].chart.signals],
        )  # fmt: skip
    _long_ago("referrals", OLD, people)


def _decide_limits(director: Account) -> None:
    """The baseline of each measure that has limits: the two years before the last one."""
    last = newest()
    if last is None:
        return
    first = add_months(last.replace(day=1), 1 - 12 * YEARS_TO_NOW)
    for measure in chosen():
        if measure.flows:
            set_baseline(
                by=director,
                measure=measure.name,
                first_month=first,
                months=12 * YEARS_OF_BASELINE,
                why=BASELINE_WHY,
            )


def _long_ago(measure: str, said: Said, people: dict[str, Account]) -> None:
    """Written half a year ago, which no deed can do today."""
    written = now() - timedelta(days=180)
    FigureCommentary.objects.create(
        measure=measure, month=date(written.year, written.month, 1) - timedelta(days=1), signals=[], what=said.what,
        why=said.why, so_what=said.so_what, now_what=said.now_what, by_when=written.date() + timedelta(said.days),
        by_whom=people[said.whom], written_by=people[said.by], written_at=written,
    )  # fmt: skip
