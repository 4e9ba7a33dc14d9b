"""What audits found by theme over time: counts that open to the audits behind them. No worker is named, and none is ranked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from goldthread.practice.access import listed
from goldthread.practice.measures.small import FEWEST
from goldthread.practice.standing import Standing
from goldthread.record.models import AuditGrade, CaseAudit
from goldthread.rulebook.audit_tool import THEMES


@dataclass(slots=True)
class ThemeCount:
    """How often each grade was given for one theme (empty: for the whole) in one quarter."""

    theme: str
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def small(self) -> bool:
        """Whether there are too few to say much of."""
        return 0 < self.total < FEWEST


@dataclass(slots=True)
class Quarter:
    """A quarter: its first day, and what was found in it; the whole first, then theme by theme."""

    began_on: date
    themes: list[ThemeCount]

    @property
    def name(self) -> str:
        """ "January to March 2026"."""
        months = {
            1: "January to March",
            4: "April to June",
            7: "July to September",
            10: "October to December",
        }
        return f"{months[self.began_on.month]} {self.began_on.year}"


def quarter_of(day: date) -> date:
    """The first day of a day's quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def quarters(standing: Standing, count: int = 4) -> list[Quarter]:
    """What the audits found of children whom somebody may list, the latest quarter first; only quarters that hold some."""
    audits = finished(standing)
    found: dict[date, dict[str, ThemeCount]] = {}
    keys: dict[int, date] = {}
    for pk, day, grade, agreed in audits.values_list("pk", "completed_on", "grade", "agreed_grade"):
        assert day is not None  # filtered
        began = quarter_of(day)
        keys[pk] = began
        of = found.setdefault(began, {code: ThemeCount(code) for code in ("", *THEMES)})
        of[""].counts[agreed or grade or ""] += 1
    latest = sorted(found, reverse=True)[:count]
    graded = AuditGrade.unwithdrawn.filter(part="auditor", case_audit__in=audits.values("pk"))
    for audit, theme, grade in graded.values_list("case_audit_id", "theme", "grade"):
        found[keys[audit]][theme].counts[grade] += 1
    return [Quarter(began, list(found[began].values())) for began in latest]


def audits_of(standing: Standing, began: date, theme: str, grade: str) -> list[CaseAudit]:
    """The audits behind one count, for those who may list their children; the latest first."""
    mine = [each for each in finished(standing) if quarter_of(each.completed_on or date.min) == began]
    if not theme:
        return [each for each in mine if (each.agreed_grade or each.grade) == grade]
    having = set(
        AuditGrade.unwithdrawn.filter(
            part="auditor", theme=theme, grade=grade, case_audit__in=[each.pk for each in mine]
        ).values_list("case_audit_id", flat=True)
    )
    return [each for each in mine if each.pk in having]


def finished(standing: Standing) -> QuerySet[CaseAudit]:
    """Finished audits of the children whom somebody may list."""
    found = CaseAudit.unwithdrawn.filter(listed(standing), completed_on__isnull=False)
    return found.order_by("-completed_on", "-pk")
