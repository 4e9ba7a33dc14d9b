"""Reviewing a child protection plan at conference."""

from goldthread.vocabulary import children, conferences, plans

from ..clock import clock
from ..counts import months
from ..working_together import working_together

review_conference = clock(
    name="review_conference",
    what="Review conference",
    duty="Review a child protection plan at a conference: first within three months, then at least every six",
    rows=["CP-08", "CP-09"],
    starts=plans.where(plans.kind == "child-protection").began_on,
    done=conferences.where(conferences.kind == "review").held_on,
    key=conferences.plan,
    shared=True,
    every=True,
    ends=[plans.ended_on, children.died_on],
    editions=working_together(
        months(3),
        months(6),
        chapter="chapter 3, review conferences",
        seen_in="Secondary: procedures of Sussex, Tees and Greater Manchester",
    ),
    counting=(
        "The corresponding date three months after the conference that made the plan (for a transfer, the transfer-in "
        "conference), then six months after each review that was actually held. A weekend does not move it, and adjourning it "
        "pauses nothing."
    ),
)
