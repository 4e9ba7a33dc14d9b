"""Samples of records for audit: drawn by chance, shared among auditors of whom none reads their own work, and stored as drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q

from goldthread.practice.access import may_list, restrictions_in_force, seen_by
from goldthread.practice.actions import NotAllowed, action, add, change, checks_itself
from goldthread.practice.auditing.drawing import RULE, Drawable, draw
from goldthread.practice.moment import today
from goldthread.practice.opening import allows
from goldthread.practice.reasons import written as reason
from goldthread.practice.roles import ROLES
from goldthread.practice.standing import Standing, in_force, standing_of
from goldthread.record.models import (
    Account,
    Allocation,
    AuditSample,
    CareEpisode,
    CaseAudit,
    Child,
    Decision,
    Entitlement,
    Plan,
    Supervision,
    Team,
)
from goldthread.rulebook.audit_tool import AREAS, TOOL

MOST = 100
AUDITING = [role.code for role in ROLES.values() if role.audits]
NO_POOL = "No child is open who could be drawn: every one is restricted, or is being audited already."
OWN = "Nobody audits a record of their own work: choose somebody else, or more auditors."
BY_ITSELF = "a sample is of records that the drawer may list; whoever audits is looked at one by one"


@action
@checks_itself(BY_ITSELF)
def draw_sample(
    *, by: Account, size: int, area: str, readers: Sequence[Account], kind: str = "monthly", drawn_on: date | None = None
) -> AuditSample:  # fmt: skip
    """Draw records for audit by chance and share them among auditors. Raises NotAllowed, and ValidationError with words."""
    standing = _may_draw(by)
    if area not in AREAS:
        raise ValidationError({"area": "Choose of whom the records are."})
    if not 1 <= size <= MOST:
        raise ValidationError({"size": f"Draw between 1 and {MOST} records."})
    if not readers:
        raise ValidationError({"auditors": "Choose who audits."})
    for each in readers:
        if each.role not in AUDITING or not each.is_active:
            raise ValidationError({"auditors": f"{each.shown_name} has a role that audits nothing."})
    day = drawn_on or today()
    pool = pool_of(standing, area)
    if not pool:
        raise ValidationError(NO_POOL)
    number = AuditSample.objects.count() + 1
    seed = f"audit {day.isoformat()} {area} {number}"
    sample = add(
        AuditSample(drawn_on=day, kind=kind, area=area, asked=size, pool=len(pool), seed=seed, how=RULE)
    )
    chosen = draw(pool, size, seed)
    own = {each.pk: own_work(each, [one.child for one in chosen]) for each in readers}
    load = dict.fromkeys((each.pk for each in readers), 0)
    for one in chosen:
        free = [each for each in readers if one.child not in own[each.pk]]
        if not free:
            raise ValidationError({"auditors": OWN})
        auditor = min(free, key=lambda each: (load[each.pk], each.pk))
        load[auditor.pk] += 1
        add(
            CaseAudit(
                child_id=one.child, sample=sample, stratum=one.stratum, drawn_on=day, auditor=auditor,
                tool=TOOL.version,
            )
        )  # fmt: skip
    return sample


@action
@checks_itself(BY_ITSELF)
def replace_audit(*, case_audit: CaseAudit, by: Account, because: str) -> CaseAudit:
    """Draw another child of the same stratum in the place of one, with the reason. Raises NotAllowed and ValidationError."""
    standing = _may_draw(by)
    if not may_list(standing).filter(pk=case_audit.child_id).exists():
        raise NotAllowed("This record is not yours to draw for.")
    if case_audit.completed_on is not None or case_audit.replaced_on is not None:
        raise ValidationError("This audit is done, or was replaced already.")
    why = reason(because, "because")
    pool = pool_of(standing, case_audit.sample.area, but=case_audit.sample)
    same = [each for each in pool if each.stratum == case_audit.stratum] or pool
    auditor = case_audit.auditor
    if auditor is not None:
        own = own_work(auditor, [each.child for each in same])
        same = [each for each in same if each.child not in own]
    if not same:
        raise ValidationError(NO_POOL)
    [one] = draw(same, 1, f"{case_audit.sample.seed} instead of {case_audit.pk}")
    day = today()
    change(case_audit, replaced_on=day, replaced_because=why)
    return add(
        CaseAudit(
            child_id=one.child, sample=case_audit.sample, stratum=one.stratum, drawn_on=day, auditor=auditor,
            tool=TOOL.version, instead_of=case_audit.pk,
        )
    )  # fmt: skip


@action
@checks_itself(BY_ITSELF)
def audit_again(
    *, case_audit: CaseAudit, by: Account, auditor: Account, drawn_on: date | None = None
) -> CaseAudit:
    """Have a record audited again, as its grade asks, whose own work it is not. Raises NotAllowed and ValidationError."""
    standing = _may_draw(by)
    if not may_list(standing).filter(pk=case_audit.child_id).exists():
        raise NotAllowed("This record is not yours to draw for.")
    if case_audit.completed_on is None:
        raise ValidationError("This audit goes on: finish it first.")
    if CaseAudit.unwithdrawn.filter(child=case_audit.child, completed_on=None, replaced_on=None).exists():
        raise ValidationError("This record is being audited again already.")
    if auditor.role not in AUDITING or not auditor.is_active:
        raise ValidationError({"auditor": f"{auditor.shown_name} has a role that audits nothing."})
    if own_work(auditor, [case_audit.child_id]):
        raise ValidationError({"auditor": OWN})
    day = drawn_on or today()
    sample = add(
        AuditSample(
            drawn_on=day, kind="again", area=case_audit.sample.area, asked=1, pool=1, seed=f"again {case_audit.pk}",
            how="Not drawn: audited again, as the grade of the last audit asks.",
        )
    )  # fmt: skip
    return add(
        CaseAudit(
            child=case_audit.child, sample=sample, stratum=case_audit.stratum, drawn_on=day, auditor=auditor, tool=TOOL.version
        )
    )  # fmt: skip


@action
@checks_itself("an audit is given to somebody else by whoever draws; no record is opened by it")
def give_audit(*, case_audit: CaseAudit, by: Account, auditor: Account) -> CaseAudit:
    """Give an audit that is not finished to another auditor. Raises NotAllowed and ValidationError."""
    _may_draw(by)
    if case_audit.completed_on is not None:
        raise ValidationError("This audit is done.")
    if auditor.role not in AUDITING or not auditor.is_active:
        raise ValidationError({"auditor": f"{auditor.shown_name} has a role that audits nothing."})
    if own_work(auditor, [case_audit.child_id]):
        raise ValidationError({"auditor": OWN})
    return change(case_audit, auditor=auditor)


def pool_of(standing: Standing, area: str, but: AuditSample | None = None) -> list[Drawable]:
    """The children who may be drawn: held today, not restricted, in no audit that goes on; each with their stratum.

    but: none who was drawn in this sample either.
    """
    busy = CaseAudit.unwithdrawn.filter(completed_on=None, replaced_on=None)
    held = Allocation.unwithdrawn.filter(in_force(today()), team__isnull=False).exclude(
        role="reviewing-officer"
    )
    children = (
        may_list(standing)
        .filter(pk__in=held.values("child_id"))
        .exclude(pk__in=restrictions_in_force().values("child_id"))
        .exclude(pk__in=busy.values("child_id"))
    )
    if but is not None:
        children = children.exclude(pk__in=CaseAudit.objects.filter(sample=but).values("child_id"))
    teams = dict(held.order_by("began_on", "pk").values_list("child_id", "team_id"))
    names = dict(Team.objects.values_list("pk", "name"))
    status = _status()
    found = []
    for pk, disabled in children.values_list("pk", "disabled"):
        said = status.get(pk, "protection")
        if area in ("everybody", said):
            of = (
                "disabled"
                if disabled == "yes"
                else "not disabled"
                if disabled == "no"
                else "disability not recorded"
            )
            found.append(Drawable(pk, f"{names[teams[pk]]}; {AREAS[said].lower()}; {of}"))
    return found


def own_work(account: Account, children: Iterable[int]) -> set[int]:
    """Those of the children whom somebody holds or held, decided or signed something of, or supervised or was supervised in."""
    keys = list(children)
    worker = account.worker_id
    if worker is None or not keys:
        return set()
    found: set[int] = set()
    of = Q(child_id__in=keys)
    found.update(Allocation.unwithdrawn.filter(of, worker_id=worker).values_list("child_id", flat=True))
    found.update(
        Decision.unwithdrawn.filter(of)
        .filter(Q(decided_by_id=worker) | Q(signed_off_by_id=worker))
        .values_list("child_id", flat=True)
    )
    found.update(
        Supervision.unwithdrawn.filter(of)
        .filter(Q(worker_id=worker) | Q(supervisor_id=worker))
        .values_list("child_id", flat=True)
    )
    return found


def auditors() -> list[Account]:
    """Whom somebody may choose to audit, by name."""
    people = Account.objects.filter(is_active=True, role__in=AUDITING).select_related("worker")
    return sorted(people, key=lambda each: (each.shown_name.casefold(), each.pk))


def opens_to(account: Account | Standing, child: Child) -> bool:
    """Whether a child's record is open to somebody now, by their work or by the reason they gave."""
    return allows("open", seen_by(account, child.public_id))


def _may_draw(by: Account) -> Standing:
    standing = standing_of(Account.objects.get(pk=by.pk))
    if not standing.role.draws:
        raise NotAllowed("Samples are drawn by the director, a service manager or a quality auditor.")
    return standing


def _status() -> dict[int, str]:
    """In which area each child stands who is not simply one who needs help: in care before leaving it."""
    day = today()
    found = dict.fromkeys(
        Entitlement.unwithdrawn.filter(in_force(day)).values_list("child_id", flat=True), "leavers"
    )
    found |= dict.fromkeys(
        Plan.unwithdrawn.filter(in_force(day), kind="child-protection").values_list("child_id", flat=True),
        "protection",
    )
    found |= dict.fromkeys(
        CareEpisode.unwithdrawn.filter(in_force(day)).values_list("child_id", flat=True), "care"
    )
    return found
