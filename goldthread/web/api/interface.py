"""The interface for programs: definitions, figures without small numbers, and what was published. It only answers."""

from __future__ import annotations

from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError, ValidationError

from goldthread.engine.measuring import Total
from goldthread.practice.measures import Telling, telling
from goldthread.practice.published import our_place, standing_of_kept
from goldthread.practice.tokens import ScopeMissing, TokenUnknown
from goldthread.rulebook.measure import Measure
from goldthread.rulebook.measures import MEASURES
from goldthread.rulebook.published import PUBLISHED
from goldthread.vocabulary import Fault
from goldthread.web.api.answers import (
    KEPT_BACK,
    FigureOut,
    MeasureOut,
    OverTime,
    Problem,
    PublishedOut,
    PublishedSeriesOut,
    SeriesOut,
    TeamOut,
)
from goldthread.web.api.opening import Token, TooOften

REFUSALS: dict[int, Any] = {401: Problem, 403: Problem, 429: Problem}

PROBLEM = "application/problem+json"


class FiguresApi(NinjaAPI):
    """The interface, whose document says that refusals are problem details."""

    def get_openapi_schema(self, **options: Any) -> Any:
        document = super().get_openapi_schema(**options)
        for path in document["paths"].values():
            for operation in path.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400:
                        answer["content"] = {PROBLEM: answer["content"]["application/json"]}
        return document


api = FiguresApi(
    title="Goldthread: figures",
    version="1",
    description=(
        "Figures of children's social care for the council's own dashboards. Each call takes a token in the header "
        "Authorization: Bearer. Small numbers are kept back, and enough beside them that none can be worked out. No call "
        "reaches a child. Numbers are kept at most until the next counting, every night."
    ),
    urls_namespace="api",
    docs_url=None,
)


@api.get(
    "/measures", response={200: list[MeasureOut], **REFUSALS}, auth=Token("definitions:read"), url_name="measures",
    summary="Every measure with its definition", description="Takes the scope definitions:read.",
)  # fmt: skip
def measures(request: HttpRequest) -> Any:
    return [_defined(each) for each in MEASURES.values()]


@api.get(
    "/measures/{name}", response={200: MeasureOut, 404: Problem, **REFUSALS}, auth=Token("definitions:read"), url_name="measure",
    summary="One measure with its definition", description="Takes the scope definitions:read.",
)  # fmt: skip
def measure(request: HttpRequest, name: str) -> Any:
    return _defined(_named(name))


@api.get(
    "/figures", response={200: list[SeriesOut], 422: Problem, **REFUSALS}, auth=Token("figures:read"), url_name="latest",
    summary="The latest figure of every measure",
    description="Takes the scope figures:read. Of the latest month, quarter or year to 31 March that is over.",
)  # fmt: skip
def latest(request: HttpRequest, by: Literal["month", "quarter", "year"] = "quarter") -> Any:
    told = telling()
    periods = told.periods(by)[-1:]
    return [_series(told, each, [(period, "all") for period in periods]) for each in MEASURES.values()]


@api.get(
    "/figures/{name}", response={200: SeriesOut, 404: Problem, 422: Problem, **REFUSALS}, auth=Token("figures:read"),
    url_name="figures", summary="One measure over time, or by team",
    description=(
        "Takes the scope figures:read. By month, quarter, or year to 31 March; by team of whole years alone, as a team's "
        "month is mostly a small number."
    ),
)  # fmt: skip
def figures(request: HttpRequest, name: str, asked: Query[OverTime]) -> Any:
    by, since, until = asked.by, asked.since, asked.until
    found, told = _named(name), telling()
    periods = [
        each
        for each in told.periods("year" if by == "team" else by)
        if (since is None or each.first >= since) and (until is None or each.last <= until)
    ]
    teams: list[int | str | None] = [*told.teams(found)] if by == "team" else ["all"]
    return _series(told, found, [(period, team) for period in periods for team in teams])


@api.get(
    "/published", response={200: PublishedSeriesOut, 404: Problem, **REFUSALS}, auth=Token("published:read"),
    url_name="published", summary="What was published about the authority",
    description=(
        "Takes the scope published:read. A sign stands where one was published in place of a number. Every published measure, or "
        "one by its name."
    ),
)  # fmt: skip
def published(request: HttpRequest, measure: str = "") -> Any:
    place = our_place()
    if place is None:
        raise HttpError(
            404, "Nobody said which authority this is. Whoever runs this system sets GOLDTHREAD_AUTHORITY."
        )
    if measure and measure not in PUBLISHED:
        raise HttpError(
            404, "No published measure has that name. Leave it out to be given all, each with its name."
        )
    try:
        standing = standing_of_kept([PUBLISHED[measure]] if measure else PUBLISHED.values(), [place])
    except Fault as fault:
        raise HttpError(404, str(fault)) from fault
    values = [
        PublishedOut(
            measure=each.measure.name, period=each.period, value=each.value, sign=each.token if each.value is None else "",
            meaning=each.why, unit=each.measure.unit, source=each.source,
        )
        for each in standing.answers(place)
    ]  # fmt: skip
    return PublishedSeriesOut(authority=place.code, values=values)


def _named(name: str) -> Measure:
    if name not in MEASURES:
        raise HttpError(404, "No measure has that name. Ask /api/v1/measures which there are.")
    return MEASURES[name]


def _defined(measure: Measure) -> MeasureOut:
    return MeasureOut(
        name=measure.name, area=measure.area, what=measure.what, question=measure.question, kind=measure.kind,  # type: ignore[arg-type]  # one of the three
        unit=measure.unit, better=measure.better, flows=measure.flows, who_counts=str(measure.out_of),
        counting=str(measure.counting or ""), amount=str(measure.amount or ""), source=str(measure.source),
        source_kind=measure.source.label, unconfirmed=measure.unconfirmed, published_as=measure.published,
        cautions=measure.cautions,
    )  # fmt: skip


def _series(told: Telling, measure: Measure, cells: Any) -> SeriesOut:
    found = []
    for period, team in cells:
        total = told.of(measure).total(period, team)
        of = None if team == "all" else TeamOut(number=team, name=told.named(team))
        found.append(_figure(total, since=period.first, until=period.last, team=of))
    return SeriesOut(measure=measure.name, unit=measure.unit, counted_at=told.counted_at, figures=found)


def _figure(total: Total | None, **where: Any) -> FigureOut:
    if total is None:
        return FigureOut(**where, numerator=None, denominator=None, value=None, sign=KEPT_BACK)
    denominator = None if total.measure.kind == "number" else total.denominator
    value = None if total.value is None else round(float(total.value), 4)
    return FigureOut(**where, numerator=total.numerator, denominator=denominator, value=value, sign="")


# What went wrong, for programs and whoever reads their logs


def _problem(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    said = Problem(title=title, status=status, detail=detail)
    answer = api.create_response(request, said.model_dump(), status=status)
    answer["Content-Type"] = PROBLEM
    if status == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="figures"'
    if status == 429:
        answer["Retry-After"] = "60"
    return answer


AGAIN = "Ask again later; if it happens again, tell whoever runs this system."
WITHOUT = "Send a token in the header Authorization: Bearer gt_…. A director or whoever looks after accounts makes one."


@api.exception_handler(AuthenticationError)
def _no_token(request: HttpRequest, fault: Any) -> HttpResponse:
    return _problem(request, 401, "No token", WITHOUT)


@api.exception_handler(TokenUnknown)
def _unknown(request: HttpRequest, fault: Any) -> HttpResponse:
    return _problem(request, 401, "Not a good token", f"{fault} {WITHOUT}")


@api.exception_handler(ScopeMissing)
def _not_this(request: HttpRequest, fault: Any) -> HttpResponse:
    return _problem(request, 403, "Not for this token", f"{fault} Have another token made that may.")


@api.exception_handler(TooOften)
def _too_often(request: HttpRequest, fault: Any) -> HttpResponse:
    return _problem(request, 429, "Asked too often", str(fault))


@api.exception_handler(ValidationError)
def _not_understood(request: HttpRequest, fault: Any) -> HttpResponse:
    said = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in fault.errors)
    return _problem(
        request, 422, "Not understood", f"{said}. See the document at /api/v1/openapi.json for what is taken."
    )


@api.exception_handler(HttpError)
def _not_there(request: HttpRequest, fault: Any) -> HttpResponse:
    return _problem(request, fault.status_code, "Not there", str(fault))


@api.exception_handler(Exception)
def _went_wrong(request: HttpRequest, fault: Exception) -> HttpResponse:
    if settings.DEBUG:
        raise fault
    return _problem(request, 500, "Something went wrong on our side", AGAIN)
