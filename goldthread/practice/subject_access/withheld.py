"""What a precaution on the record keeps from whoever asks: left out while it stands, whatever anybody decided."""

from __future__ import annotations

from django.db.models import Q

from goldthread.practice.disclosure import SAYS_WHERE, Knowing, in_force, may_know
from goldthread.practice.subject_access.gaps import Out
from goldthread.record.models import (
    AccessRequest,
    Associate,
    Child,
    HiddenPlacement,
    Person,
    SafetyWarning,
    UndisclosedAddress,
    model_of,
    table_of,
)
from goldthread.vocabulary import TABLES

PRECAUTIONS = (
    (UndisclosedAddress, "address"),
    (HiddenPlacement, "placement"),
    (SafetyWarning, "worker-safety"),
)


def withheld_from(request: AccessRequest) -> list[Out]:
    """Places that whoever asks may not know, every trace of them in text, and each precaution that stands."""
    recipient: Person | Child | None = request.person
    if recipient is None and request.asks_as == "themselves":
        recipient = request.child
    out = [
        Out(
            kind,
            cells=tuple(f"{table_of(row)}:{row.pk}" for row in in_force(model).filter(child=request.child)),
        )
        for model, kind in PRECAUTIONS
    ]
    named = Associate.objects.filter(child=request.child).values_list("pk", flat=True)
    out.append(Out("third-party", cells=tuple(f"associates:{key}" for key in named)))
    knowing = may_know(recipient, request.child)
    if not knowing.complete:
        kind = "address" if in_force(UndisclosedAddress).filter(child=request.child).exists() else "placement"
        unspaced = (each.replace(" ", "") for each in knowing.traces)
        out.append(
            Out(kind, tuple(dict.fromkeys([*knowing.traces, *unspaced])), _places(request.child, knowing))
        )
    return out


def withholds_places(request: AccessRequest) -> bool:
    """Whether an address or a placement is kept from who asks."""
    return any(
        each.kind in ("address", "placement") and (each.words or each.cells)
        for each in withheld_from(request)
    )


def _places(child: Child, knowing: Knowing) -> tuple[str, ...]:
    found = []
    for name, table in TABLES.items():
        columns = sorted(SAYS_WHERE & table.columns().keys())
        if table.child_owned and columns:
            rows = model_of(name).objects.filter(Q(child=child)).order_by("pk")
            found += [
                f"{name}:{row.pk}:{column}"
                for row in rows
                if knowing.withholds_place(row)
                for column in columns
            ]
    return tuple(found)
