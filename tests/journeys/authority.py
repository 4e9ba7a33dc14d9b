"""A small authority of invented children on Mon 2 Mar 2026, for journeys: big enough to filter, small enough to know by heart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from goldthread.practice.due import rebuild
from goldthread.record.models import (
    Account,
    Allocation,
    Assessment,
    CareEpisode,
    Child,
    Conference,
    CoreGroup,
    Coverage,
    EducationPlan,
    HealthCheck,
    Identifier,
    Person,
    Placement,
    Plan,
    Referral,
    Relationship,
    Review,
    Source,
    Team,
    Visit,
    Worker,
)
from goldthread.synthetic import sign_ins

NOW = datetime(2026, 3, 2, 9, 14, tzinfo=UTC)
CENSUS_AS_AT = datetime(2025, 3, 31, 22, 59, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who is in it, under the names by which journeys speak of them."""

    manager: Account
    long_term: Team
    disabled_team: Team
    joyce: Worker
    amit: Worker
    children: dict[str, Child]

    def __getattr__(self, name: str) -> Child:
        """The child of that given name: `authority.ava`."""
        try:
            return self.children[name]
        except KeyError:
            raise AttributeError(name) from None


def small_authority() -> Authority:
    """Ava has waited longest: her review conference was due on Fri 13 Feb 2026. Ben is held by nobody."""
    manager = Account.objects.create(
        username="manager",
        role="director",
        first_name="Ruth",
        last_name="Shah",
        password=make_password(sign_ins.PASSWORD, hasher="md5"),
    )
    long_term = Team.objects.create(name="Long-term 2")
    disabled_team = Team.objects.create(name="Disabled children")
    joyce = Worker.objects.create(given_name="Joyce", family_name="Osei")
    amit = Worker.objects.create(given_name="Amit", family_name="Patel")
    made = {
        "ava": _on_a_plan("Ava", "Marsh", date(2019, 6, 3), "OAK-1001", reviewed_on=date(2025, 8, 13)),
        "leo": _on_a_plan("Leo", "Marsh", date(2021, 9, 14), "OAK-1002", reviewed_on=date(2025, 9, 10)),
        "ben": _in_care("Ben", "Tull", date(2010, 11, 20), "OAK-1003", seen_on=date(2026, 1, 8)),
        "cora": _in_care(
            "Cora", "Finch", date(2014, 2, 27), "OAK-1004", seen_on=date(2026, 1, 12), disabled="yes"
        ),
        "dan": _referred("Dan", "Okoro", date(2016, 7, 5), "OAK-1005", on=date(2026, 1, 6)),
        "elsie": _referred("Elsie", "Quinn-Abernathy", date(2012, 12, 1), "OAK-1006", on=date(2026, 2, 25)),
        "finn": _referred("Finn", "Ozturk", date(2023, 4, 18), "OAK-1007", on=date(2026, 1, 16)),
        "gia": _from_the_census(),
    }
    for name in ("ava", "leo", "dan", "finn"):
        _hold(made[name], joyce, long_term)
    for name in ("cora", "elsie"):
        _hold(made[name], amit, disabled_team)
    mother = Person.objects.create(given_name="Nell", family_name="Marsh")
    for name in ("ava", "leo"):
        Relationship.objects.create(
            child=made[name], person=mother, kind="mother", parental_responsibility=True
        )
    rebuild()
    return Authority(manager, long_term, disabled_team, joyce, amit, made)


def _child(given: str, family: str, born_on: date, number: str, disabled: str = "no") -> Child:
    child = Child.objects.create(
        given_name=given, family_name=family, born_on=born_on, disabled=disabled, sex="F", ethnicity="WBRI"
    )
    Identifier.objects.create(child=child, scheme="la_child_id", value=number)
    return child


def _on_a_plan(given: str, family: str, born_on: date, number: str, *, reviewed_on: date) -> Child:
    """On a child protection plan, visited and discussed last month, reviewed once."""
    child = _child(given, family, born_on, number)
    plan = Plan.objects.create(
        child=child, kind="child-protection", began_on=date(2025, 5, 14), initial_category="NEG"
    )
    Conference.objects.create(child=child, kind="review", held_on=reviewed_on, plan=plan)
    CoreGroup.objects.create(child=child, plan=plan, held_on=date(2026, 2, 11))
    Visit.objects.create(
        child=child, purpose="child-protection", held_on=date(2026, 2, 20), seen="yes", seen_alone="yes"
    )
    return child


def _in_care(
    given: str, family: str, born_on: date, number: str, *, seen_on: date, disabled: str = "no"
) -> Child:
    """Looked after since June in one placement, reviewed in December."""
    child = _child(given, family, born_on, number, disabled)
    began_on = date(2025, 6, 9)
    CareEpisode.objects.create(
        child=child, began_on=began_on, care_plan_on=began_on, permanence_planned_on=date(2025, 9, 30)
    )
    HealthCheck.objects.create(child=child, kind="initial", held_on=date(2025, 7, 1))
    HealthCheck.objects.create(child=child, kind="strengths-and-difficulties", held_on=date(2025, 7, 1))
    HealthCheck.objects.create(child=child, kind="dental", held_on=date(2025, 7, 1))
    for held_on in (date(2025, 6, 30), date(2025, 10, 15), date(2026, 1, 20)):
        EducationPlan.objects.create(child=child, kind="personal", held_on=held_on)
    Placement.objects.create(
        child=child, began_on=began_on, kind="U6", plan_made_on=began_on, notified_on=began_on
    )
    for held_on in (date(2025, 7, 4), date(2025, 9, 30), date(2025, 12, 16)):
        Review.objects.create(child=child, held_on=held_on, record_sent_on=held_on)
    for held_on in (date(2025, 6, 13), seen_on):
        Visit.objects.create(child=child, purpose="in-care", held_on=held_on, seen="yes", seen_alone="yes")
    return child


def _referred(given: str, family: str, born_on: date, number: str, *, on: date) -> Child:
    child = _child(given, family, born_on, number)
    referral = Referral.objects.create(child=child, received_on=on, decided_on=on, primary_need="N4")
    Assessment.objects.create(child=child, referral=referral, requested_on=on, began_on=on)
    return child


def _from_the_census() -> Child:
    """Gia came in a census, which holds no names, and is judged at the day up to which it speaks."""
    source = Source.objects.create(kind="cin-census", authority="801", name="CIN census 2024-25")
    child = Child.objects.create(born_on=date(2015, 3, 1), source=source)
    Identifier.objects.create(
        child=child, scheme="la_child_id", authority="801", value="801-77", source=source
    )
    Plan.objects.create(
        child=child, kind="child-protection", began_on=date(2025, 2, 3), initial_category="NEG", source=source
    )
    Coverage.objects.create(source=source, fact="plans.began_on", as_at=CENSUS_AS_AT)
    return child


def _hold(child: Child, worker: Worker, team: Team) -> None:
    Allocation.objects.create(
        child=child, worker=worker, team=team, role="social-worker", began_on=date(2025, 6, 2)
    )
