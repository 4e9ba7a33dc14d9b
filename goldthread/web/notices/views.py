"""What the reader was told, following it to its page, and choosing of what to be told."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.practice.access import may_list
from goldthread.practice.doors import RecordNotFound, list_records, reader_of
from goldthread.practice.moment import now
from goldthread.practice.naming import names_of
from goldthread.practice.notices import KINDS, mark_notices_read, notices_of, open_notice
from goldthread.practice.notices.choosing import choices_for, choose_notices
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account, Notice
from goldthread.web.design_system.dates import local_day
from goldthread.web.drafts.keeping import keeps
from goldthread.web.notices.forms import ChooseForm

PAGE_SIZE = 40


def told(request: HttpRequest) -> HttpResponse:
    """What the reader was told, the latest first; a child is named only where the reader may list the child now."""
    account = reader_of(request.user)
    found = notices_of(account)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    context = {
        "as_at": now(),
        "page": page,
        "days": _by_day(rows, _names(account, rows)),
        "new": sum(1 for each in rows if each.read_at is None),
        "kinds": KINDS,
    }
    return render(request, "notices/list.jinja", context)


def follow(request: HttpRequest, number: int) -> HttpResponse:
    """Mark one as read and go where it leads, through that page's own door."""
    notice = open_notice(number=number, by=reader_of(request.user))
    if notice is None:
        raise RecordNotFound
    return redirect(notice.address or "notices:list")


@require_POST
def mark_read(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    mark_notices_read(by=reader_of(request.user))
    return redirect("notices:list")


def choose(request: HttpRequest) -> HttpResponse:
    """Of which kinds of things the reader is told, and how."""
    account = reader_of(request.user)
    form = keeps(ChooseForm(request.POST or None, chosen=choices_for(account)), request)
    if request.method == "POST" and form.is_valid():
        try:
            choose_notices(by=account, chosen=form.choices())
        except ValidationError as fault:
            for name, words in fault.message_dict.items():
                form.add_error(name, words)
        else:
            messages.success(request, "Kept. It holds from the next thing on.")
            return redirect("notices:choose")
    context = {
        "as_at": now(),
        "form": form,
        "email": account.email,
        "digest_at": settings.DIGEST_AT,
        "sends": settings.SENDS_EMAIL,
        "mail_folder": settings.DEMONSTRATION and not settings.SMTP,
    }
    return render(request, "notices/choose.jinja", context, status=422 if form.errors else 200)


def _names(account: Account, rows: list[Notice]) -> dict[int, str]:
    """The names of the children whom the reader may list, these shown through the door."""
    keys = {each.about_child_id for each in rows if each.about_child_id is not None}
    standing = standing_of(account)
    if not keys or not standing.role.sees_children:
        return {}
    known = may_list(standing).filter(pk__in=keys).values_list("pk", flat=True)
    return names_of(list_records(sorted(known), by=standing, page="notices"))


def _by_day(rows: list[Notice], names: dict[int, str]) -> list[dict[str, object]]:
    days: dict[object, list[dict[str, object]]] = {}
    for each in rows:
        line = {
            "notice": each,
            "name": names.get(each.about_child_id or 0, ""),
            "closed": each.about_child_id is not None and each.about_child_id not in names,
        }
        days.setdefault(local_day(each.at), []).append(line)
    return [{"day": day, "lines": lines} for day, lines in days.items()]
