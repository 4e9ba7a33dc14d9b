"""What the authority has set for itself, as the rulebook takes it."""

from __future__ import annotations

from django.db.models import F, Q

from goldthread.practice.moment import today
from goldthread.record.models import LocalRule
from goldthread.rulebook.counts import read_count
from goldthread.rulebook.local import Choice, LocalRules
from goldthread.rulebook.standards import LocalStandard


def rules_here() -> LocalRules:
    """Every standard and answer that was ever in force, in one query, looked at today."""
    ever = LocalRule.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=F("began_on"))).order_by(
        "began_on", "pk"
    )
    standards, choices = [], []
    for each in ever:
        when = (each.began_on, each.ended_on, each.decided_by, each.why)
        if each.kind == "standard":
            standards.append(LocalStandard(each.about, read_count(each.says), *when))
        else:
            choices.append(Choice(each.about, each.says, *when))
    return LocalRules(tuple(standards), tuple(choices), today())
