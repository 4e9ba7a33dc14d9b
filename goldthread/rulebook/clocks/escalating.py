"""Escalations: a disagreement about a child's plan or care is resolved, or taken outside, in twenty working days."""

from datetime import date

from goldthread.vocabulary import case_audits as audits
from goldthread.vocabulary import children, escalations

from ..clock import clock
from ..counts import months, working_days
from ..sources import NOT_SEEN, from_knowledge, guidance, our_standard

escalation = clock(
    name="escalation",
    what="Dispute raised by a reviewing officer",
    duty="Resolve a dispute that a reviewing officer raised, or take it outside the authority, within 20 working days",
    rows=["IRO-05"],
    starts=escalations.where(escalations.part == "reviewing-officer").raised_on,
    done=escalations.resolved_on,
    ends=[escalations.dropped_on, children.died_on],
    editions=guidance(
        "Handbook for independent reviewing officers", "chapter 6; SI 2010/959 reg 45(3)", working_days(20),
        since=date(2011, 4, 1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("the handbook of 2010, chapter 6; the stages of five working days are local"),
    ),
    counting="The day it was raised is day 0; all stages within the authority together.",
)  # fmt: skip

escalation_of_others = clock(
    name="escalation_of_others",
    what="Escalation",
    duty="Resolve what a conference chair or anybody else escalated within 20 working days, as for a reviewing officer",
    rows=["IRO-05"],
    starts=escalations.where(escalations.part != "reviewing-officer").raised_on,
    done=escalations.resolved_on,
    ends=[escalations.dropped_on, children.died_on],
    editions=our_standard(
        "20 working days, as for a reviewing officer", working_days(20), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own escalation policy"),
    ),
    counting="The day it was raised is day 0; all stages within the authority together.",
)  # fmt: skip

case_audits = clock(
    name="case_audits",
    what="Case audit",
    duty="Complete the audit of a record within a month of the day it was drawn",
    rows=["WF-05"],
    starts=audits.drawn_on,
    done=audits.completed_on,
    ends=[audits.replaced_on, children.died_on],
    editions=our_standard(
        "1 month, and again after 3 months", months(1), seen_in=NOT_SEEN,
        unconfirmed=from_knowledge("our own quality assurance framework"),
    ),
    counting="A month from the day the sample was drawn. When it is audited again is set by its grade.",
)  # fmt: skip
