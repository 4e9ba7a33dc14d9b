"""Every address. Each kind of work brings its own; `sections` says which of them the navigation shows."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

from goldthread.web.access.views import roles
from goldthread.web.config.context import reader_of_page, sections_for
from goldthread.web.config.health import healthz, readyz
from goldthread.web.config.theme import theme


def home(request: HttpRequest) -> HttpResponse:
    """To the first section: the home of the role, or who is waiting."""
    for section in sections_for(request, reader_of_page(request).role):
        return redirect(section["href"])
    raise Http404


urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("theme.css", theme, name="theme"),
    path("home/", include("goldthread.web.home.urls")),
    path("waiting/", include("goldthread.web.waiting.urls")),
    path("children/", include("goldthread.web.access.child_urls")),
    path("children/", include("goldthread.web.danger.urls")),
    path("children/", include("goldthread.web.child.urls")),
    path("children/", include("goldthread.web.seen.urls")),
    path("children/", include("goldthread.web.retention.child_urls")),
    path("children/", include("goldthread.web.subject_access.child_urls")),
    path("children/", include("goldthread.web.recording.urls")),
    path("children/", include("goldthread.web.front_door.child_urls")),
    path("children/", include("goldthread.web.assessment.urls")),
    path("front-door/", include("goldthread.web.front_door.urls")),
    path("children/", include("goldthread.web.closing.urls")),
    path("children/", include("goldthread.web.court.urls")),
    path("children/", include("goldthread.web.missing.urls")),
    path("children/", include("goldthread.web.letters.urls")),
    path("missing/", include("goldthread.web.missing.list_urls")),
    path("children/", include("goldthread.web.visit.child_urls")),
    path("visits/", include("goldthread.web.visit.urls")),
    path("children/", include("goldthread.web.file.urls")),
    path("children/", include("goldthread.web.leading.urls")),
    path("children/", include("goldthread.web.handover.urls")),
    path("handing-over/", include("goldthread.web.handover.list_urls")),
    path("children/", include("goldthread.web.protection.urls")),
    path("conferences/", include("goldthread.web.protection.list_urls")),
    path("children/", include("goldthread.web.plan.urls")),
    path("children/", include("goldthread.web.supervision.child_urls")),
    path("supervision/", include("goldthread.web.supervision.urls")),
    path("quality/", include("goldthread.web.challenge.urls")),
    path("quality/escalations/", include("goldthread.web.escalation.list_urls")),
    path("quality/audits/", include("goldthread.web.audit.urls")),
    path("children/", include("goldthread.web.challenge.child_urls")),
    path("children/", include("goldthread.web.escalation.urls")),
    path("children/", include("goldthread.web.audit.child_urls")),
    path("", include("goldthread.web.good_practice.urls")),
    path("requests/", include("goldthread.web.subject_access.urls")),
    path("review/", include("goldthread.web.retention.urls")),
    path("duties/", include("goldthread.web.duty.urls")),
    path("letters/", include("goldthread.web.letters.words_urls")),
    path("practice/", include("goldthread.web.signals.urls")),
    path("figures/", include("goldthread.web.figures.urls")),
    path("measures/", include("goldthread.web.measures.urls")),
    path("api/v1/", include("goldthread.web.api.urls")),
    path("figures/files/", include("goldthread.web.figure_files.urls")),
    path("tokens/", include("goldthread.web.api.token_urls")),
    path("import/", include("goldthread.web.imports.urls")),
    path("carers/", include("goldthread.web.carers.urls")),
    path("workforce/", include("goldthread.web.workforce.urls")),
    path("drafts/", include("goldthread.web.drafts.urls")),
    path("sealed/", include("goldthread.web.danger.sealed_urls")),
    path("access/", include("goldthread.web.access.urls")),
    path("notices/", include("goldthread.web.notices.urls")),
    path("inspections/", include("goldthread.web.inspections.urls")),
    path("improvement-plan/", include("goldthread.web.improving.urls")),
    path("what-if/", include("goldthread.web.what_if.urls")),
    path("accountable/", include("goldthread.web.accountable.urls")),
    path("account-desk/", include("goldthread.web.account_desk.urls")),
    path("about/roles/", roles, name="roles"),
    path("accounts/", include("goldthread.web.accounts.urls")),
]

if settings.DEMONSTRATION:
    urlpatterns.append(path("design-system/", include("goldthread.web.design_system.urls")))

handler400 = "goldthread.web.config.errors.bad_request"
handler403 = "goldthread.web.config.errors.not_allowed"
handler404 = "goldthread.web.config.errors.not_found"
handler500 = "goldthread.web.config.errors.went_wrong"
