"""Deeds: each is one transaction that leaves one audit line and brings what is due up to date."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import structlog
from django.db import models, transaction

from goldthread.practice.access import may_record
from goldthread.practice.carers import Owner, may_record_carers, owner_of, sees_carers
from goldthread.practice.checking import check, check_may_be_changed
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.practice.standing import Standing, standing_of
from goldthread.record.models import TABLE_NAMES, Account, AuditLine, Child, Person, Recorded, Relationship
from goldthread.vocabulary import Fault

AfterWrite = Callable[[frozenset[int], frozenset[str]], None]

before_kept: list[AfterWrite] = []
"""What follows from what a deed wrote, done within it: it stands in the deed's own audit line."""

after_write: list[AfterWrite] = []
"""What runs at the end of each deed, in its transaction, with the children and the tables that it touched."""

after_write_to_carers: list[Callable[[frozenset[Owner]], None]] = []
"""The same with the foster households and the adopters that it touched, where it touched any."""

ACTIONS: dict[str, Callable[..., Any]] = {}
"""Every deed by its module and name."""

OF_CARERS = {"carer_households", "carer_reviews", "carer_checks", "carer_training", "adopters"}
"""Tables about families who care for children: of no child, and written only by roles that record."""

SECRET = {"password"}
NOT_TOLD = "not kept here"
"""What the audit line says of a column whose value it must not hold."""

CHECK_THEMSELVES: dict[str, str] = {}
"""Deeds that decide by themselves who may do them, by module and name, and why they do."""

P = ParamSpec("P")
R = TypeVar("R")
Row = TypeVar("Row", bound=models.Model)


class NotAllowed(Fault):
    """Somebody tried a deed who may not do it."""


@dataclass
class Trail:
    """What the running deed has touched so far."""

    by: Account | None
    subject: models.Model | None = None
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    after: dict[str, dict[str, Any]] = field(default_factory=dict)
    children: set[int] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    begun: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    carers: set[Owner] = field(default_factory=set)
    carers_begun: set[Owner] = field(default_factory=set)
    standing: Standing | None = None

    def note(self, row: models.Model, before: dict[str, Any] | None, after: dict[str, Any]) -> None:
        """Remember what one row was and is; the first row touched is what the deed is about."""
        self.subject = self.subject or row
        self.tables.add(table_name(row))
        self.children.update(children_of(row))
        if (owner := owner_of(row)) is not None:
            self.carers.add(owner)
            if before is None and table_name(row) == owner[0]:
                self.carers_begun.add(owner)
        if before is None and isinstance(row, Child):
            self.begun.add(row.pk)
        if before is not None and isinstance(row, Person):
            self.people.add(row.pk)
        place = f"{table_name(row)}:{row.pk}"
        if before is not None:
            self.before.setdefault(place, {}).update(before)
        self.after.setdefault(place, {}).update(after)

    def carers_must_be_open(self) -> None:
        """Raise RecordNotFound unless whoever does the deed may write of these households and adopters.

        One that is begun in the deed is theirs, where they see carers at all.
        """
        if self.by is not None and self.carers:
            self.standing = self.standing or standing_of(self.by)
            may = sees_carers(self.standing)
            if not may or not may_record_carers(self.standing, self.carers - self.carers_begun):
                raise RecordNotFound

    def must_be_open(self, children: set[int]) -> None:
        """Raise RecordNotFound unless whoever does the deed may write in the records of all these children.

        The same for one whose record is not theirs and one that there is not. A child begun in the deed is theirs.
        """
        asked = children - self.open - self.begun
        if self.by is None or not (asked or self.begun or self.people or self.tables & OF_CARERS):
            return
        # Read anew: the role may have been taken away since the request began.
        self.standing = self.standing or standing_of(Account.objects.get(pk=self.by.pk))
        if asked:
            found = may_record(self.standing, asked)
            if asked - found:
                raise RecordNotFound
            self.open |= found
        if not self.standing.role.records:
            raise RecordNotFound
        if self.people:
            kin = Relationship.unwithdrawn.filter(person_id__in=self.people)
            known = set(kin.values_list("person_id", "child_id"))
            theirs = may_record(self.standing, {child for _, child in known})
            if self.people - {person for person, child in known if child in theirs}:
                raise RecordNotFound


_running: ContextVar[Trail | None] = ContextVar("running_deed", default=None)


def action(deed: Callable[P, R]) -> Callable[P, R]:
    """Make a deed of a function that takes keywords only, ``by=`` among them: the account that does it.

    A deed whose ``by`` may be None can also be done by a command. A deed within a deed leaves its traces in the
    outer one's audit line. Raises TypeError where the function is not of that form, NotAllowed for an account that is
    not active, and RecordNotFound where it concerns a child in whose record the account may not write: of the children
    that it is given before it begins, of any other that it touched before it is kept.
    """
    parameters = inspect.signature(deed).parameters
    if "by" not in parameters or any(each.kind is not each.KEYWORD_ONLY for each in parameters.values()):
        raise TypeError(f"{deed.__qualname__} is no deed: it takes keywords only, and by= among them")
    by_command = "None" in str(parameters["by"].annotation)
    name = f"{deed.__module__.rpartition('.')[2]}.{deed.__name__}"
    if because := getattr(deed, "checks_itself", ""):
        CHECK_THEMSELVES[name] = because

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        by = kwargs.get("by")
        if not (by is None and by_command) and not (isinstance(by, Account) and by.is_active):
            raise NotAllowed(f"{deed.__name__} needs an active account that does it; found {by!r}.")
        outer = _running.get()
        given = set() if because else {child for each in kwargs.values() for child in _children_in(each)}
        if outer is not None:
            outer.must_be_open(given)
            return deed(*args, **kwargs)
        trail = Trail(by if isinstance(by, Account) else None)
        token = _running.set(trail)
        try:
            with transaction.atomic():
                trail.must_be_open(given)
                result = deed(*args, **kwargs)
                for follows in before_kept:
                    follows(frozenset(trail.children), frozenset(trail.tables))
                if not because:
                    trail.must_be_open(trail.children)
                    trail.carers_must_be_open()
                _write_audit_line(deed, trail, kwargs.get("child"))
                for hook in after_write:
                    hook(frozenset(trail.children), frozenset(trail.tables))
                for hook_of_carers in after_write_to_carers if trail.carers else ():
                    hook_of_carers(frozenset(trail.carers))
            return result
        finally:
            _running.reset(token)

    ACTIONS[name] = done
    return done


def checks_itself(because: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a deed that decides by itself who may do it, beneath ``@action``. because: why the record need not be open."""

    def marked(deed: Callable[P, R]) -> Callable[P, R]:
        deed.checks_itself = because  # type: ignore[attr-defined]
        return deed

    return marked


def add(row: Row) -> Row:
    """Check a new row and keep it. Within a deed only; raises ValidationError with words for each column."""
    trail = _trail()
    if isinstance(row, Recorded):
        row.recorded_by = trail.by
        row.recorded_at = now()  # where the record stands still, so does what is written in it
        row._history_user = trail.by  # type: ignore[attr-defined]
    check(row)
    row.save()
    trail.note(row, None, values_of(row))
    return row


def change(row: Row, **values: Any) -> Row:
    """Change some columns of a row and keep it; what does not differ is not written. Within a deed only.

    Raises ValidationError with words, also where the row is withdrawn or belongs to an imported source.
    """
    trail = _trail()
    row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update())
    check_may_be_changed(row)
    before = {name: getattr(row, name) for name in values if getattr(row, name) != values[name]}
    for name, value in values.items():
        setattr(row, name, value)
    check(row)
    changed = {name for name in values if name in before and getattr(row, name) != before[name]}
    if changed:
        row._history_user = trail.by  # type: ignore[attr-defined]
        row.save()
    now = values_of(row)
    told = sorted(changed & now.keys())
    trail.note(
        row,
        {name: NOT_TOLD if name in SECRET else plain(before[name]) for name in told},
        {name: now[name] for name in told},
    )
    return row


def touched(row: models.Model) -> None:
    """Say that the deed concerns a row that it does not change, so that its child is looked at again."""
    _trail().children.update(children_of(row))


def noted(row: models.Model, now: dict[str, Any]) -> None:
    """Write into the deed's audit line what a row that it changed by other means is now."""
    _trail().note(row, None, now)


def values_of(row: models.Model) -> dict[str, Any]:
    """A row's columns as the audit line keeps them; a reference is the other row's key. A file is not repeated there."""
    untold: frozenset[str] = getattr(row, "UNTOLD", frozenset())
    return {
        field.name: NOT_TOLD if field.name in SECRET else plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if not isinstance(field, models.BinaryField) and field.name not in untold
    }


def plain(value: Any) -> Any:
    """A value as the audit line keeps it; for a row, its key."""
    return value.pk if isinstance(value, models.Model) else value


def children_of(row: models.Model) -> set[int]:
    """The children whom a row is about."""
    if isinstance(row, Child):
        return {row.pk}
    row = getattr(row, "restriction", row)  # who is named for one, and who broke its glass
    found = (getattr(row, name, None) for name in ("child_id", "other_child_id"))
    return {child for child in found if child is not None}


def _children_in(given: object) -> set[int]:
    """The children whom something given to a deed is about, one row or several. One that was never kept is nobody: 0."""
    if isinstance(given, models.Model):
        return {0 if given.pk is None else child for child in children_of(given)}
    if isinstance(given, (list, tuple, set, frozenset)):
        return {child for each in given for child in _children_in(each)}
    return set()


def table_name(row: models.Model) -> str:
    """The vocabulary's name of the row's table, or for a table beside it the model's name in lower case."""
    return TABLE_NAMES.get(row._meta.object_name or "", row._meta.model_name or "")


def _trail() -> Trail:
    trail = _running.get()
    if trail is None:
        raise TypeError("The record is written by deeds: call this within a function marked @action.")
    return trail


def _write_audit_line(deed: Callable[..., Any], trail: Trail, child: object) -> None:
    only = next(iter(trail.children)) if len(trail.children) == 1 else None
    AuditLine.objects.create(
        action=deed.__name__,
        by=trail.by,
        child_id=child.pk if isinstance(child, Child) else only or getattr(trail.subject, "child_id", None),
        subject_table=table_name(trail.subject) if trail.subject else "",
        subject_row=trail.subject.pk if trail.subject else None,
        summary=(inspect.getdoc(deed) or "").split("\n")[0],
        before=trail.before or None,
        after=trail.after or None,
        request_id=structlog.contextvars.get_contextvars().get("request_id", ""),
    )
