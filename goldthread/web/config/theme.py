"""The council's colour as a stylesheet of one rule; inline styles are forbidden by the content policy."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """`:root` with the brand colour that the design system reads."""
    css = f":root{{--govuk-brand-colour:{settings.COUNCIL_COLOUR}}}\n"
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "public, max-age=3600"})
