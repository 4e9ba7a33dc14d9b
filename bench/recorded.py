"""The pages by which people record: the front door, a child's story, plan, assessment and discussion, missing and patterns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

LIMIT_MS = 200

Asked = tuple[str, str, str]
"""Who opens it, its name, and its address."""


def pages() -> Iterator[Asked]:
    """What is opened, of children whose records are open to whoever opens it. Raises RuntimeError where there is none such."""
    from django.urls import reverse

    from goldthread.practice.access import may_list
    from goldthread.record.models import (
        Account,
        Assessment,
        Conference,
        MissingEpisode,
        Plan,
        StrategyDiscussion,
    )

    yield "duty", "the front door's board", reverse("front_door:board")
    yield "manager", "how complete contacts are", reverse("front_door:completeness")
    yield "manager", "patterns of going missing", reverse("going_missing:patterns")
    mine = may_list(Account.objects.get(username="director"))
    for name, model, address in (
        ("a plan with goals and actions", Plan, "plan:page"),
        ("the plans of a child", Plan, ""),
        ("an assessment", Assessment, "assessment:page"),
        ("a strategy discussion", StrategyDiscussion, "protection:discussion"),
        ("a conference", Conference, "protection:conference"),
        ("a time missing", MissingEpisode, "missing:episode"),
    ):
        row = model.unwithdrawn.filter(child__in=mine).order_by("-pk").first()
        if row is None:
            raise RuntimeError(
                f"found no row of {model._meta.verbose_name_plural}; expected one in the demonstration"
            )
        of = row.child.public_id
        if address:
            yield "director", name, reverse(address, args=[of, row.pk])
        else:
            yield "director", name, reverse("plan:list", args=[of])
            yield "director", "the story and the timeline of a child", reverse("child:page", args=[of])
            yield "director", "the family on one page", reverse("child:family", args=[of])
            yield "director", "the form of a visit", reverse("visits:new", args=[of])
            yield "director", "the chronology", reverse("file:chronology", args=[of])


def measure(
    asked: Iterable[Asked],
    signed_in: Callable[[str], None],
    page: Callable[[str], Callable[[], object]],
    median_ms: Callable[[Callable[[], object]], tuple[float, float]],
    say: Callable[[str, tuple[float, float], float], bool],
    among: str,
) -> bool:
    """Open each, and say how long it took; whether all were fast enough. signed_in: signs somebody in by their name. among:
    how large the database is, in words.
    """
    good, before = True, ""
    for who, name, address in asked:
        if who != before:
            signed_in(who)
            before = who
        good &= say(f"{name}, {among} in the database", median_ms(page(address)), LIMIT_MS)
    return good
