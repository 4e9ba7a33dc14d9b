"""Each figure as its page tells it: the chart, what it is compared with, its target, and what somebody made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldthread.engine.measuring import Gap, Period, Total
from goldthread.engine.variation import Baseline, FunnelPlot, ProcessChart, chart_of, funnel_of, said_of
from goldthread.practice.figures.choosing import baselines_of, targets_of
from goldthread.practice.figures.commenting import commentaries_of, out_of_date
from goldthread.practice.figures.comparing import Compared, SideBySide, compared, side_by_side
from goldthread.practice.figures.keeping import NOBODYS
from goldthread.practice.figures.reading import teams_of
from goldthread.practice.figures.seeing import Sighted, seen_by
from goldthread.practice.moment import today
from goldthread.practice.standing import Standing
from goldthread.record.models import FigureBaseline, FigureCommentary, FigureTarget, Team
from goldthread.rulebook.calendar import add_months
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Told:
    """One figure for one reader. months: None for one that is kept back. stale: why the commentary is out of date.

    now: the newest month, None where it is kept back; month: which that is, None before the first counting.
    """

    measure: Measure
    seen: Sighted
    months: Sequence[tuple[Period, Total | None]]
    chart: ProcessChart
    month: date | None
    now: Total | None
    target: FigureTarget | None
    compared: Compared | None
    beside: SideBySide | None
    gap: Gap | None
    commentary: FigureCommentary | None
    stale: tuple[str, ...]

    @property
    def words(self) -> str:
        """Signal or usual variation, in words."""
        return said_of(self.chart)

    @property
    def meets_target(self) -> bool | None:
        """Whether the newest month is as good as its target; None where there is none, or the measure has no better way."""
        if self.target is None or self.target.value is None or self.now is None or self.now.value is None:
            return None
        if self.measure.better == "neither":
            return None
        wanted = float(self.target.value)
        return self.now.value >= wanted if self.measure.better == "higher" else self.now.value <= wanted


def told_of(standing: Standing, measures: Sequence[Measure]) -> list[Told]:
    """These measures as somebody may see them. Raises RecordNotFound for who sees no figures."""
    seen = seen_by(standing, measures)
    targets, said, beside = targets_of(measures), commentaries_of(measures), compared(measures)
    decided: dict[str, list[Baseline]] = {}
    for each in baselines_of(*measures):
        decided.setdefault(each.measure, []).append(baseline_of(each))
    day = today()
    found = []
    for measure in measures:
        months = seen.months(measure)
        chart = chart_of(measure, months, decided.get(measure.name, ()))
        commentary = said.get(measure.name)
        found.append(
            Told(
                measure, seen, months, chart, seen.last, seen.now(measure), targets.get(measure.name),
                beside.get(measure.name), side_by_side(measure, seen, beside.get(measure.name)), seen.gap(measure),
                commentary, tuple(out_of_date(commentary, chart, day)) if commentary else (),
            )
        )  # fmt: skip
    return found


def baseline_of(decided: FigureBaseline) -> Baseline:
    """A decision about limits as the engine takes it."""
    after = add_months(decided.first_month.replace(day=1), decided.months)
    return Baseline(decided.first_month, after - timedelta(days=1), decided.why)


@dataclass(frozen=True, slots=True)
class OfTeams:
    """The teams of a measure over the twelve months to a day, by name.

    plot: None where the measure has none, or too few teams are left.
    """

    last: date
    teams: tuple[tuple[Team, Total], ...]
    plot: FunnelPlot | None

    @property
    def kept_back(self) -> dict[int, str]:
        """Why a team is not shown, by its key."""
        if self.plot is None:
            return {}
        return {key: why for key, why in self.plot.kept_back if key is not None}


def of_teams(told: Told) -> OfTeams | None:
    """The teams beside each other; None for who sees no child, or before the first counting."""
    last = told.seen.last
    if told.seen.suppressed or last is None:
        return None
    totals = {key: total for key, total in teams_of(told.measure, last).items() if key != NOBODYS}
    workers = {key: total.denominator for key, total in teams_of(MEASURES["caseload"], last).items()}
    teams = Team.objects.filter(pk__in=totals).order_by("name", "pk")
    plot = funnel_of({key: totals[key] for key in totals}, {key: workers.get(key, 0) for key in totals})
    return OfTeams(last, tuple((team, totals[team.pk]) for team in teams), plot)
