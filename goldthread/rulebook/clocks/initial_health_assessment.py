"""The first health assessment of a child who comes into care."""

from datetime import date

from goldthread.vocabulary import care_episodes, children, health_checks, legal_statuses, reviews

from ..authority import Regulations
from ..clock import Edition, Sooner, clock, points, spells
from ..counts import months, working_days
from ..disagreements import HEALTH_ASSESSMENT_ANCHOR
from .care_review import SHORT_BREAKS

assessed = health_checks.where(
    health_checks.kind.is_in("initial", "review", "assessment") & (health_checks.outcome == "done")
)

initial_health_assessment = clock(
    name="initial_health_assessment",
    what="Initial health assessment",
    duty="Have a looked-after child's health assessed before the first placement, or else before the first review",
    rows=["HE-01"],
    starts=care_episodes.began_on,
    done=assessed.held_on,
    shared=True,
    already=months(3),
    sooner=Sooner(points(reviews.held_on), "first_review"),
    ends=[
        care_episodes.ended_on,
        health_checks.where((health_checks.kind == "initial") & (health_checks.outcome == "refused")).held_on,
        children.died_on,
    ],
    unless=[
        spells(legal_statuses.began_on, legal_statuses.ended_on, legal_statuses.status.is_in(*SHORT_BREAKS))
    ],
    editions=[
        Edition(
            since=date(2011, 4, 1),
            due=(working_days(20),),
            source=Regulations(
                "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959",
                "reg 7(1), (2) and (4)",
            ),
            seen_in=(
                "Primary: text of the regulations. 20 working days is the outer limit, from guidance on promoting the health of "
                "looked-after children (2015) and inspection reports"
            ),
        )
    ],
    counting=(
        "The day the child became looked after is day 0. The law's own anchor is the first review: if that is held sooner, the "
        "assessment is due by then. An assessment in the three months before counts. It does not apply where a young person "
        "able to decide refuses, which is recorded."
    ),
    settings=[HEALTH_ASSESSMENT_ANCHOR],
)
