"""Who has to take part, as a page shows it while it is filled in: the rule, and what of it is met by now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from goldthread.engine.holding import reading
from goldthread.record.models import StrategyDiscussion
from goldthread.rulebook.check import Exists
from goldthread.rulebook.gates import strategy_quorum


def of_discussion(came: Iterable[tuple[str, bool | None]]) -> list[tuple[str, bool]]:
    """Each thing that the gate needs, in words, and whether it is met. came: agencies, and whether each took part."""
    rows = [{"agency": agency, "attended": attended} for agency, attended in came]
    return [
        (need.words if met else need.lacking, met)
        for need in strategy_quorum.needs
        if isinstance(need, Exists)
        for met in [any(reading(need.where)(row) is True for row in rows)]
    ]


def of_forms(forms: Iterable[Any]) -> list[tuple[str, bool]]:
    """The same of what stands in the questions of a page now."""
    return of_discussion(
        (str(form["agency"].value() or ""), form["attended"].value() == "yes") for form in forms
    )


def of_row(row: StrategyDiscussion) -> list[tuple[str, bool]]:
    """The same of a discussion as it is recorded."""
    came = row.strategy_attendees.filter(withdrawn_at__isnull=True)
    return of_discussion((each.agency, each.attended) for each in came)
