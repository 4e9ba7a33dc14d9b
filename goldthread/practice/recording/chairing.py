"""What a conference decides, by its chair: for each child by itself, with what everybody said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.deciding import deciding_chair, read_anew, said
from goldthread.practice.gates import decide_at_gate
from goldthread.practice.protecting import earlier_plans, of_the_same, protection_plan
from goldthread.practice.recording.conferences import Invitee
from goldthread.practice.recording.plans import begin_plan, end_plan
from goldthread.record.models import Account, Conference, ConferenceInvitee, Worker
from goldthread.rulebook.quorum import CONFERENCE_QUORUM


@dataclass(frozen=True, slots=True)
class ConferenceDecided:
    """What a conference decided for one child of several: whether there is to be a plan, under which category, and why."""

    conference: Conference
    plan: bool
    because: str
    child_views: str
    category: str | None = None
    advocate: str = ""


@action
def decide_conference(
    *,
    conference: Conference,
    by: Account,
    held_on: date,
    plan: bool,
    because: str,
    child_views: str,
    category: str | None = None,
    advocate: str = "",
    inquorate_because: str = "",
    invitees: Iterable[Invitee] = (),
    siblings: Iterable[ConferenceDecided] = (),
) -> Conference:
    """Decide, as its chair, at a conference that was held: whether there is to be a plan, and for each child by itself.

    plan: of an initial or transfer-in conference, whether a child protection plan begins; of a review, whether it goes on.
    inquorate_because: needed where too few agencies took part.
    """
    chair = deciding_chair(by, conference)
    came = list(invitees)
    lacking = CONFERENCE_QUORUM.lacking(each.agency for each in came if each.attended)
    if lacking and not inquorate_because.strip():
        raise ValidationError(
            {
                "inquorate_because": f"There were too few agencies: {lacking}. Put it off, or say why it went ahead."
            }
        )
    own = ConferenceDecided(conference, plan, because, child_views, category, advocate)
    others = list(siblings)
    of_the_same(conference, [each.conference for each in others])
    for each in (own, *others):
        row = each.conference
        _decide(each, by, chair, held_on, inquorate_because.strip() if lacking else "")
        for who in came:
            _came(row, who)
    return conference


def _came(conference: Conference, who: Invitee) -> None:
    if who.agrees is False and not who.dissent.strip():
        raise ValidationError(
            f"{who.name or who.agency.replace('-', ' ').capitalize()} does not agree: say why."
        )
    row = who.row if who.row is not None and who.row.conference_id == conference.pk else None
    if row is None:
        same = ConferenceInvitee.unwithdrawn.filter(conference=conference, agency=who.agency, name=who.name)
        row = same.order_by("pk").first()
    told = {
        "attended": who.attended, "took_part_by": who.took_part_by or None, "views": who.views.strip(), "agrees": who.agrees,
        "dissent": who.dissent.strip() if who.agrees is False else "",
    }  # fmt: skip
    if row is not None:
        change(row, **told)
    else:
        add(
            ConferenceInvitee(
                child=conference.child, conference=conference, agency=who.agency, name=who.name, person=who.person, **told
            )
        )  # fmt: skip


def _decide(each: ConferenceDecided, by: Account, chair: Worker, held_on: date, inquorate: str) -> None:
    row = each.conference
    read_anew(row)
    check_still_open(row, "held_on", "This conference")
    because = said(each.because, "because", "Say why: the family will read it.")
    views = said(
        each.child_views,
        "child_views",
        "Say what the child wanted the conference to know, or why that is not known.",
    )
    reviewing = row.kind == "review"
    if each.plan and not each.category and not (reviewing and row.plan and row.plan.latest_category):
        raise ValidationError({"category": "Say under which category the child is on a plan."})
    category = each.category or (row.plan.latest_category if reviewing and row.plan else None)
    change(
        row, held_on=held_on, chaired_by=chair, inquorate_because=inquorate, child_views=views, advocate=each.advocate.strip(),
        led_to_plan=None if reviewing else each.plan, plan_continues=each.plan if reviewing else None,
        category=category if each.plan else None, decided_because=because,
    )  # fmt: skip
    decide_at_gate(
        "decide_conference", child=row.child, by=by, kind="conference", rationale=because, decided_on=held_on,
        decided_by=chair, chair=True, answer="Yes." if each.plan else "No.",
    )  # fmt: skip
    if not reviewing and each.plan:
        if protection_plan(row.child) is not None:
            raise ValidationError(
                "The child is on a child protection plan already: a review conference decides on that."
            )
        begin_plan(
            child=row.child, by=by, kind="child-protection", began_on=held_on, category=category,
            previous_plans=earlier_plans(row.child), referral=row.referral,
        )  # fmt: skip
    elif reviewing and row.plan is not None and not each.plan:
        end_plan(plan=row.plan, by=by, ended_on=held_on, because=because)
    elif reviewing and row.plan is not None and category != row.plan.latest_category:
        change(row.plan, latest_category=category)
