"""Is the process up (`/healthz`), and may it be sent work (`/readyz`)?"""

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

OK = "ok"


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers at all."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the database answers and has the tables this version needs, and styles are there; else 503 and what to do."""
    found = {"database": _database()}
    found["migrations"] = _migrations() if found["database"] == OK else "not looked at"
    found["styles"] = _styles()
    ready = all(answer == OK for answer in found.values())
    return JsonResponse(found, status=200 if ready else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer: check that it runs and that DATABASE_URL names it"
    return OK


def _styles() -> str:
    try:
        staticfiles_storage.url("ds/goldthread.css")
    except ValueError:  # what a manifest storage raises for a file that it has not collected
        return "not collected: run `goldthread manage collectstatic`"
    return OK


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} not applied: run `goldthread migrate`" if waiting else OK
