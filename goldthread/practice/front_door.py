"""The front door board: what came and waits for a decision, what each is called by what was done of it, and the strip above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db.models import Count, Q, QuerySet

from goldthread.practice.access import listed
from goldthread.practice.contacts import Earlier, earlier_contacts
from goldthread.practice.moment import LONDON, now, today
from goldthread.practice.standing import Standing, in_force
from goldthread.record.models import (
    Child,
    CodeField,
    Contact,
    ContactCheck,
    Due,
    HarmIndicator,
    Post,
    Referral,
    StrategyDiscussion,
)
from goldthread.rulebook.calendar import ENGLAND_AND_WALES

NEW, LOOKED_INTO, DECISION_DUE, DISCUSSION = "new", "looked-into", "decision-due", "discussion-needed"
COLUMNS = {
    DISCUSSION: "Strategy discussion needed",
    DECISION_DUE: "Decision due",
    LOOKED_INTO: "Being looked into",
    NEW: "New",
}
"""The columns, the most urgent first. None is ever typed: each follows from what is recorded."""
HOUR = 3_600
MOST = 200
USUAL_DAYS = 28  # as far back as a duty desk sees
FEWEST = 10  # working days: of fewer, nothing is usual
LIMITS = 2.66  # natural limits of a process chart of single values


@dataclass(frozen=True, slots=True)
class Card:
    """One child at the front door. kind: what waits, ``contact``, ``referral`` or ``concern``, with its row.

    hours_at_risk: since significant harm was suspected and nobody has met to assess it; None where it is not.
    hours_left: to the end of the day by which it is to be decided; below 0 once it is past. together: how many others
    it came with.
    """

    kind: str
    child: Child
    row: int
    column: str
    worry: str
    referrer: str
    received_on: date
    received_at: datetime | None
    due_on: date | None
    hours_left: int | None
    hours_at_risk: int | None
    earlier: list[Earlier] = field(default_factory=list)
    together: int = 0
    checks: int = 0
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """What stands above the board. usual: between how many arrive on a usual working day; None where too few days are seen."""

    today: int
    usual: tuple[int, int] | None
    on_duty: int
    waiting: int
    oldest: datetime | date | None

    @property
    def unusual(self) -> bool:
        """Whether more came today than on a usual day."""
        return self.usual is not None and self.today > self.usual[1]


def cards(reader: Standing) -> list[Card]:
    """Every child who waits at the front door and whom somebody may list: unassessed risk first, then by time left."""
    contacts = list(undecided(reader)[:MOST])
    referrals = list(to_decide(reader)[:MOST])
    at_harm = list(concerns(reader)[:MOST])
    at_risk = _hours_at_risk(at_harm)
    children = {each.child.pk for rows in (contacts, referrals, at_harm) for each in rows}
    dues = _dues(children)
    checks = _count(ContactCheck.unwithdrawn.filter(contact__in=contacts))
    earlier = earlier_contacts(children)
    signs = _signs(contacts)
    together = _together(contacts)
    found = [
        Card(
            kind="contact", child=each.child, row=each.pk, worry=each.worry, referrer=referrer_of(each),
            received_on=each.received_on, received_at=each.received_at,
            due_on=dues.get(("contacts", each.pk)), hours_left=_hours_left(dues.get(("contacts", each.pk))),
            hours_at_risk=at_risk.get(each.child_id),
            column=_column(at_risk.get(each.child_id), dues.get(("contacts", each.pk)), checks.get(each.pk, 0)),
            earlier=[past for past in earlier.get(each.child_id, []) if past.row != each.pk],
            together=together.get(each.together, 1) - 1 if each.together else 0,
            checks=checks.get(each.pk, 0), signs=signs.get(each.pk, ()),
        )
        for each in contacts
    ]  # fmt: skip
    found += [
        Card(
            kind="referral", child=each.child, row=each.pk, worry=each.contact.worry if each.contact else "",
            referrer=referrer_of(each.contact) if each.contact else _source(each, "referred_by"),
            received_on=each.received_on, received_at=each.received_at,
            due_on=dues.get(("referrals", each.pk)), hours_left=_hours_left(dues.get(("referrals", each.pk))),
            hours_at_risk=at_risk.get(each.child_id),
            column=_column(at_risk.get(each.child_id), dues.get(("referrals", each.pk)), 1),
            earlier=[past for past in earlier.get(each.child_id, []) if past.row != each.contact_id],
        )
        for each in referrals
    ]  # fmt: skip
    shown = {card.child.pk for card in found}
    found += [
        Card(
            kind="concern", child=each.child, row=each.pk, column=DISCUSSION,
            worry=each.concern or next((past.worry for past in earlier.get(each.child_id, []) if past.worry), ""), referrer="",
            received_on=each.concern_on, received_at=each.concern_at, due_on=None, hours_left=None,
            hours_at_risk=at_risk[each.child_id], earlier=earlier.get(each.child_id, []),
        )
        for each in at_harm
        if each.child_id not in shown
    ]  # fmt: skip
    return sorted(found, key=_worst_first)


def _worst_first(card: Card) -> tuple[int, float, date, int]:
    at_risk = -card.hours_at_risk if card.hours_at_risk is not None else 1
    left = card.hours_left if card.hours_left is not None else float("inf")
    return at_risk, left, card.received_on, card.row


def _column(at_risk: int | None, due_on: date | None, checks: int) -> str:
    if at_risk is not None:
        return DISCUSSION
    if due_on is not None and due_on <= today():
        return DECISION_DUE
    return LOOKED_INTO if checks else NEW


def undecided(reader: Standing) -> QuerySet[Contact]:
    """The contacts recorded here that wait for a decision, of children whom somebody may list; the oldest first."""
    waiting = Contact.unwithdrawn.filter(listed(reader), decided_on=None, outcome=None)
    return waiting.filter(_lately()).select_related("child").order_by("received_on", "pk")


def to_decide(reader: Standing) -> QuerySet[Referral]:
    """The referrals recorded here of which nobody has decided what should follow; the oldest first."""
    waiting = Referral.unwithdrawn.filter(
        listed(reader),
        decided_on=None,
        decision=None,
        no_further_action=None,
        closed_on=None,
        assessments=None,
    )
    return waiting.filter(_lately()).select_related("child", "contact").order_by("received_on", "pk")


def concerns(reader: Standing) -> QuerySet[StrategyDiscussion]:
    """The concerns of significant harm that no strategy discussion has looked at; the oldest first."""
    waiting = StrategyDiscussion.unwithdrawn.filter(listed(reader), held_on=None, held_at=None, decision=None)
    return waiting.select_related("child").order_by("concern_on", "pk")


def _lately() -> Q:
    """Recorded here: what a file brought is judged at its own day, and decided in its own system."""
    return Q(source__isnull=True)


def _hours_at_risk(concerns: Iterable[StrategyDiscussion]) -> dict[int, int]:
    """By child, the hours since significant harm was first suspected; where the hour is not known, from midnight."""
    found: dict[int, int] = {}
    for each in concerns:
        began = each.concern_at or datetime.combine(each.concern_on, datetime.min.time(), tzinfo=LONDON)
        hours = int((now() - began).total_seconds() // HOUR)
        found[each.child_id] = max(hours, found.get(each.child_id, 0))
    return found


def _dues(children: set[int]) -> dict[tuple[str, int], date]:
    rows = Due.objects.filter(child__in=children, clock__in=("contact_decision", "referral_decision"))
    return {(table, row): due for table, row, due in rows.values_list("start_table", "start_row", "due_on")}


def _hours_left(due_on: date | None) -> int | None:
    if due_on is None:
        return None
    ends = datetime.combine(due_on + timedelta(days=1), datetime.min.time(), tzinfo=LONDON)
    return int((ends - now()).total_seconds() // HOUR)


def _count(checks: QuerySet[ContactCheck]) -> dict[int, int]:
    return dict(checks.values_list("contact_id").annotate(count=Count("pk")))


def _signs(contacts: Sequence[Contact]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for contact, sign in (
        HarmIndicator.unwithdrawn.filter(contact__in=contacts)
        .order_by("pk")
        .values_list("contact_id", "indicator")
    ):
        found[contact] = (*found.get(contact, ()), sign.replace("-", " "))
    return found


def _together(contacts: Iterable[Contact]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in contacts:
        if each.together:
            found[each.together] = found.get(each.together, 0) + 1
    return found


def referrer_of(contact: Contact) -> str:
    """Who told us: agency, name and role, or the kind of source where no more is recorded."""
    who = " ".join(
        word
        for word in (contact.referrer_name, f"({contact.referrer_role})" if contact.referrer_role else "")
        if word
    )
    told = ", ".join(word for word in (contact.referrer_agency, who) if word)
    return told or _source(contact, "received_from")


def _source(row: Contact | Referral, column: str) -> str:
    field = row._meta.get_field(column)
    assert isinstance(field, CodeField)
    said = field.label(getattr(row, column))
    return said[:1].upper() + said[1:]


def strip(reader: Standing, shown: Sequence[Card]) -> Strip:
    """What stands above the board, counted of the children whom somebody may list."""
    day = today()
    waiting = [card for card in shown if card.kind != "concern"]
    return Strip(
        today=Contact.unwithdrawn.filter(listed(reader), received_on=day, source__isnull=True).count(),
        usual=_usual(reader, day),
        on_duty=_on_duty(day),
        waiting=len(waiting),
        oldest=min((card.received_at or card.received_on for card in waiting), key=as_moment, default=None),
    )


def as_moment(when: date | datetime) -> datetime:
    """A moment as it is, a day from its midnight."""
    return when if isinstance(when, datetime) else datetime.combine(when, datetime.min.time(), tzinfo=LONDON)


def _usual(reader: Standing, day: date) -> tuple[int, int] | None:
    """Between how many contacts arrive on a usual working day, for who sees the whole front door; by a process chart."""
    if not (reader.whole or any("duty" in work.role.opens for work in reader.works)):
        return None
    first = day - timedelta(days=USUAL_DAYS)
    rows = Contact.unwithdrawn.filter(
        listed(reader), received_on__gte=first, received_on__lt=day, source__isnull=True
    )
    counts = dict(rows.values_list("received_on").annotate(count=Count("pk")).order_by())
    days = [first + timedelta(days=each) for each in range((day - first).days)]
    values = [counts.get(each, 0) for each in days if ENGLAND_AND_WALES.is_working(each)]
    if len(values) < FEWEST or not any(values):
        return None
    mean = sum(values) / len(values)
    moved = sum(abs(a - b) for a, b in pairwise(values)) / (len(values) - 1)
    return max(0, round(mean - LIMITS * moved)), round(mean + LIMITS * moved)


def _on_duty(day: date) -> int:
    """How many people hold a post today in a team of duty and assessment."""
    posts = Post.unwithdrawn.filter(in_force(day), team__kind="duty-and-assessment", worker_id__isnull=False)
    return posts.values("worker_id").distinct().count()
