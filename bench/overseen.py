"""The pages of oversight: supervision, decisions, allocation and handover, drift, challenge, escalation, audit, notices."""

from __future__ import annotations

from collections.abc import Iterator

from bench.recorded import Asked

WHO = {
    "worker": "a worker",
    "manager": "a team manager",
    "service": "a service manager",
    "director": "a director",
}
OF_EVERYBODY = {
    "supervision:list": "supervisions",
    "supervision:not_overseen": "whom no manager saw",
    "handovers:list": "handovers and children nobody holds",
    "escalations:list": "escalations",
    "signals:drifting": "what drifts",
    "signals:gaps": "gaps in files",
    "notices:list": "notices",
    "good_practice:list": "what worked",
    "accountable:list": "accountable posts",
}
OF_MANAGERS = {
    "supervision:arrange": "arranging a supervision",
    "supervision:deciders": "who decided how much",
    "handovers:leaving": "workers who leave",
    "handovers:changes": "changes of worker by team and quarter",
    "quality:deal": "what was dealt to read",
    "audits:list": "audits",
    "audits:summary": "what audits found",
    "audits:weeks": "practice weeks",
    "what_if:ask": "asking what if",
}


def pages() -> Iterator[Asked]:
    """What is opened by each. Raises RuntimeError where there is no row to open."""
    from django.db.models import Count
    from django.urls import reverse

    from goldthread.practice.access import may_list
    from goldthread.record.models import (
        Account,
        Allocation,
        CaseAudit,
        Decision,
        Escalation,
        Handover,
        SupervisionSession,
    )
    from goldthread.rulebook.figures import OF_CHILDREN

    for username, who in WHO.items():
        for address, name in OF_EVERYBODY.items() | (OF_MANAGERS.items() if username != "worker" else set()):
            yield username, f"{name}, for {who}", reverse(address)
        if username != "worker":
            for each in OF_CHILDREN:
                yield (
                    username,
                    f"the children behind one figure ({each.name}), for {who}",
                    reverse("homes:figure", args=[each.name]),
                )
    manager = Account.objects.get(username="manager")
    session = SupervisionSession.unwithdrawn.filter(supervisor=manager.worker).order_by("-pk")[0]
    yield "manager", "a supervision and its agenda", reverse("supervision:session", args=[session.public_id])
    most = Decision.unwithdrawn.filter(decided_by__isnull=False).values_list("decided_by")
    decider, _count = most.annotate(count=Count("pk")).order_by("-count", "decided_by")[0]
    yield "director", "the decisions of who decided most", reverse("supervision:decided_by", args=[decider])
    mine = may_list(manager)
    for name, model, address in (
        ("who could hold a child, with the effect", Allocation, "recording:allocate"),
        ("a child's changes of worker", Allocation, "handover:child"),
        ("oversight of a child", Allocation, "oversight:page"),
        ("a handover", Handover, "handover:page"),
        ("an escalation", Escalation, "escalation:page"),
        ("an audit", CaseAudit, "audit:page"),
    ):
        username, whose = (
            ("manager", mine)
            if model in (Allocation, Handover)
            else ("director", may_list(Account.objects.get(username="director")))
        )
        row = model.unwithdrawn.filter(child__in=whose).order_by("-pk").first()
        if row is None:
            raise RuntimeError(
                f"found no row of {model._meta.verbose_name_plural}; expected one in the demonstration"
            )
        of = row.child.public_id
        yield username, name, reverse(address, args=[of] if model is Allocation else [of, row.pk])
