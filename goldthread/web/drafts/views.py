"""Where a page's script sends what is being typed, and where somebody throws a draft away."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from goldthread.web.drafts import keeping


@login_not_required  # the token says whose it is, also when the session has ended while somebody typed
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """204 when it was kept, 403 when the token is old, not ours, or of somebody else."""
    return HttpResponse(status=204 if keeping.keep(request) else 403)


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Throw it away, and back to the form."""
    keeping.forget(request)
    return redirect(keeping.place_of(request) or "home")
