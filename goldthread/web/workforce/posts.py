"""A post in words: what it is, and what the census asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from goldthread.record.models import Post, VacancyCount, Worker
from goldthread.rulebook.codes import UnknownCode, code_set
from goldthread.web.design_system.dates import day_words

WORDS = "words:"

# What is said of somebody's pay and health: theirs to see, and an administrator's.
PRIVATE = (
    "days_lost", "absent", "absent_because", "base_salary", "retention_payments", "other_payments",
)  # fmt: skip
HELD = ("full_time", "full_time_last_year", "began_on", "began_from", "ended_on", "ended_to", "ended_because")
COUNTED = ("cases", "contract_weeks", *PRIVATE)
LABELS = {
    "full_time": "Full-time equivalent",
    "full_time_last_year": "Full-time equivalent a year before",
    "began_on": "Joined",
    "began_from": "Came from",
    "ended_on": "Left",
    "ended_to": "Went to",
    "ended_because": "Left because",
    "cases": "Cases held",
    "contract_weeks": "Agency contract, weeks",
    "days_lost": "Working days lost to sickness in the year before",
    "absent": "Absent",
    "absent_because": "Absent because",
    "base_salary": "Base salary, £ a year",
    "retention_payments": "Recruitment and retention payments, £ a year",
    "other_payments": "Other payments, £ a year",
    "born_on": "Born",
    "sex": "Sex",
    "ethnicity": "Ethnic background",
    "qualification": "Qualification",
    "step_up": "Through Step Up to Social Work",
    "frontline": "Through Frontline",
    "vacancies": "Vacant posts, full-time equivalent",
    "agency_full_time": "Agency workers covering them, full-time equivalent",
    "agency_heads": "Agency workers covering them, heads",
    "recruitment_bonus": "Recruitment bonus",
    "retention_bonus": "Retention bonus",
    "performance_award": "Performance award",
    "car_allowance": "Car allowance",
    "relocation_package": "Relocation package",
    "regional_weighting": "Regional weighting",
    "registration_paid": "Registration paid for",
    "checks_paid": "Disclosure checks paid for",
    "other_allowances": "Other allowances",
}
Said = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PostInWords:
    """One post: its role and team, what it is, and the figures of a census date."""

    role: str
    team: str
    current: bool
    held: Said
    counted_on: date | None
    figures: Said
    source: str


def post_in_words(post: Post, on: date, *, with_private: bool) -> PostInWords:
    """A post as its page shows it. on: the day that says whether it is held now. with_private: pay and sickness too."""
    columns = COUNTED if with_private else [name for name in COUNTED if name not in PRIVATE]
    return PostInWords(
        role=role_of(post),
        team=post.team.name if post.team else "",
        current=post.ended_on is None or post.ended_on > on,
        held=said(post, HELD),
        counted_on=post.counted_on,
        figures=said(post, columns),
        source=str(post.source) if post.source else "recorded here",
    )


def role_of(post: Post) -> str:
    """ "Case holder", with "agency" where it is held through one."""
    words = value_of(post, "role") or "Role not recorded"
    return f"{words} (agency)" if post.agency else words


def facts_of(worker: Worker) -> Said:
    """What is known of somebody themself."""
    return said(worker, ("qualification", "step_up", "frontline"))


def vacancies_of(count: VacancyCount) -> Said:
    """What an authority says of its vacancies and what it pays."""
    return said(count, tuple(LABELS)[tuple(LABELS).index("vacancies") :])


def said(row: models.Model, columns: Any) -> Said:
    """Each column that says something, with its label."""
    return [(LABELS[name], words) for name in columns if (words := value_of(row, name))]


def value_of(row: models.Model, name: str) -> str:
    """A column's value in words; empty where it says nothing."""
    value = getattr(row, name)
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    codes = getattr(row._meta.get_field(name), "codes", "")
    if not codes:
        return f"{value:,}" if isinstance(value, int) else str(value)
    if codes.startswith(WORDS):
        return str(value).replace("-", " ")
    try:
        return code_set(codes).label(str(value))
    except UnknownCode:
        return str(value)
