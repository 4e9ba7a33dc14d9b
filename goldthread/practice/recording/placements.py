"""Where a looked-after child lives."""

from __future__ import annotations

from datetime import date

from goldthread.practice.actions import action, add, change
from goldthread.practice.checking import check_still_open
from goldthread.practice.gates import decide_at_gate
from goldthread.record.models import Account, CarerHousehold, Child, Placement


@action
def place_child(
    *,
    child: Child,
    by: Account,
    began_on: date,
    kind: str,
    provider: str | None = None,
    began_because: str | None = None,
    postcode: str = "",
    urn: str = "",
    outside_authority: bool | None = None,
    authority_of_placement: str = "",
    permanent: bool | None = None,
    left_because: str | None = None,
    basis: str | None = None,
    household: CarerHousehold | None = None,
    rationale: str = "",
) -> Placement:
    """Place a looked-after child; the placement before ends on the same day, because of ``left_because``.

    rationale: why this is the right home; with it the decision stands in the record. Missing for what is told from elsewhere.
    """
    if rationale.strip():
        decide_at_gate(
            "place_child", child=child, by=by, kind="placement", answer="Yes.", rationale=rationale,
            decided_on=began_on, column="rationale",
        )  # fmt: skip
    for row in Placement.unwithdrawn.filter(child=child, ended_on=None):
        change(row, ended_on=began_on, changed_because=left_because)
    return add(
        Placement(
            child=child,
            kind=kind,
            provider=provider,
            began_on=began_on,
            began_because=began_because,
            postcode=postcode,
            urn=urn,
            outside_authority=outside_authority,
            authority_of_placement=authority_of_placement,
            permanent=permanent,
            basis=basis,
            household=household,
        )
    )


@action
def end_placement(
    *, placement: Placement, by: Account, ended_on: date, because: str | None = None
) -> Placement:
    """Record that a placement ended."""
    check_still_open(placement, "ended_on", "This placement")
    return change(placement, ended_on=ended_on, changed_because=because)
