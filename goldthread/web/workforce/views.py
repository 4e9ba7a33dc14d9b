"""The workforce: teams, workers and vacancies; and one worker with the posts that they hold and held."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.practice.doors import open_worker
from goldthread.practice.moment import now, today
from goldthread.record.models import Account, Post, Team, VacancyCount, Worker
from goldthread.web.waiting.filters import worker_name
from goldthread.web.workforce.posts import facts_of, post_in_words, role_of, vacancies_of

PAGE_SIZE = 50


def workforce(request: HttpRequest) -> HttpResponse:
    """Finding a worker; without a search, everybody by name."""
    words = request.GET.get("search", "").strip()[:100]
    team = request.GET.get("team", "")
    teams = Team.unwithdrawn.annotate(
        workers=Count("posts__worker", filter=_held_now("posts__"), distinct=True)
    ).order_by("name")
    found = _found(words, int(team) if team.isdecimal() and len(team) < 18 else None)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "as_at": now(),
        "words": words,
        "team": team,
        "teams": list(teams),
        "page": page,
        "lines": [
            {
                "worker": each,
                "name": worker_name(each.family_name, each.given_name, "")
                if _named(each)
                else f"Worker {each.registration or each.pk}",
                "posts": [
                    (role_of(post), post.team.name if post.team else "")
                    for post in getattr(each, "held_posts", ())
                ],
            }
            for each in page.object_list
        ],
        "vacancies": [
            (each, vacancies_of(each))
            for each in VacancyCount.unwithdrawn.select_related("source").order_by("-counted_on", "-pk")[:5]
        ],
    }
    return render(request, "workforce/list.jinja", context)


def worker(request: HttpRequest, number: int) -> HttpResponse:
    """One worker. Pay and sickness show to the worker and to an administrator only."""
    found = open_worker(number, by=request.user, page="worker")
    account = request.user
    private = isinstance(account, Account) and (account.is_superuser or account.worker_id == found.pk)
    posts = Post.unwithdrawn.filter(worker=found).select_related("team", "source")
    context = {
        "as_at": now(),
        "worker": found,
        "name": str(found) if _named(found) else f"Worker {found.registration or found.pk}",
        "facts": facts_of(found),
        "posts": [
            post_in_words(each, today(), with_private=private)
            for each in posts.order_by("-began_on", "-counted_on", "-pk")
        ],
        "private": private,
    }
    return render(request, "workforce/worker.jinja", context)


def _named(worker: Worker) -> bool:
    return bool(worker.given_name or worker.family_name)


def _held_now(prefix: str = "") -> Q:
    day = today()
    still = Q(**{f"{prefix}ended_on__isnull": True}) | Q(**{f"{prefix}ended_on__gt": day})
    return still & Q(**{f"{prefix}withdrawn_at__isnull": True})


def _found(words: str, team: int | None) -> QuerySet[Worker]:
    """The workers whose names or number hold every word, and who hold a post in the team."""
    found = Worker.unwithdrawn.order_by("family_name", "given_name", "registration", "pk")
    for word in words.split():
        found = found.filter(
            Q(family_name__icontains=word) | Q(given_name__icontains=word) | Q(registration__icontains=word)
        )
    if team is not None:
        held = Post.unwithdrawn.filter(_held_now(), team_id=team)
        found = found.filter(pk__in=held.values("worker_id"))
    posts = Post.unwithdrawn.filter(_held_now()).select_related("team").order_by("-began_on", "-pk")
    return found.prefetch_related(Prefetch("posts", queryset=posts, to_attr="held_posts"))
