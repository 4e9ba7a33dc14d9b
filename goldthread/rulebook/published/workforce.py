"""Published figures about social workers. They count full-time equivalents on 30 September."""

from functools import partial

from .measure import PublishedMeasure, Ratio, Series

CENSUS = "Department for Education, Children's social work workforce"
NOW, BEFORE = "workforce", "workforce_earlier"
HEADS = "Ours counts people who hold a child, on any day, and not full-time equivalents on 30 September."

workforce = partial(
    PublishedMeasure, area="Workforce and oversight", source=CENSUS, unit="%", better="lower", places=1
)


def _of(*columns: str) -> tuple[Series, ...]:
    return tuple(Series(NOW, column) for column in columns)


def _earlier(above: str, *below: str) -> dict[str, Ratio]:
    """The counts that the earlier file prints, which were revised afterwards."""
    return {BEFORE: Ratio((Series(BEFORE, above),), tuple(Series(BEFORE, column) for column in below))}


ALL = (
    workforce(
        name="turnover", what="Turnover of social workers", tool="Work_Force_TO_Rate",
        question="Of the social workers in post, how many left in the year?",
        printed=(*_of("turnover_rate_fte"), Series(BEFORE, "turnover_rate_fte_%")),
        ratio=Ratio(_of("leavers_fte"), _of("inpost_fte")), counted_by=_earlier("leaver_fte", "social_worker_fte"),
    ),
    workforce(
        name="vacancies", what="Vacant posts", tool="Work_Force_Vac_Rate",
        question="Of the posts of social workers, filled and vacant, how many were vacant?",
        printed=(*_of("vacancy_rate_fte"), Series(BEFORE, "vacancy_rate_fte_%")),
        ratio=Ratio(_of("vacancy_fte"), _of("vacancy_fte", "inpost_fte")),
        counted_by=_earlier("vacancy_fte", "vacancy_fte", "social_worker_fte"),
    ),
    workforce(
        name="agency_workers", what="Agency social workers", tool="Work_Force_Agecy_Rate",
        question="Of the social workers, our own and from agencies, how many came from an agency?",
        printed=(*_of("agency_rate_fte"), Series(BEFORE, "agency_worker_rate_fte_%")),
        ratio=Ratio(_of("agency_fte"), _of("agency_fte", "inpost_fte")),
        counted_by=_earlier("agency_fte", "agency_fte", "social_worker_fte"),
    ),
    workforce(
        name="caseload", what="Cases for each social worker", tool="Work_Force_AvgNumCase_SW", unit="cases",
        question="How many cases does each social worker who holds cases have?",
        printed=(*_of("caseload_fte"), Series(BEFORE, "caseload_fte")),
        ratio=Ratio(_of("cases"), _of("case_holders_fte"), per=1),
        counted_by={BEFORE: Ratio((Series(BEFORE, "cases"),), (Series(BEFORE, "case_holders_fte"),), per=1)},
        like="caseload", differs=HEADS,
    ),
    workforce(
        name="absence", what="Sickness absence of social workers", tool="Work_Force_SWAbsence",
        question="Of the days that social workers could have worked, how many were lost to sickness?",
        printed=(*_of("absence_rate_fte"), Series(BEFORE, "absence_rate_fte_%")),
        no_counts="the days that could have been worked are not published",
    ),
)  # fmt: skip
