"""The accounts, one of them, and making one."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldthread.practice.accounts import AccountRefused, accounts_for, make_account, posts_now
from goldthread.practice.doors import RecordNotFound
from goldthread.practice.moment import now
from goldthread.practice.roles import role_of
from goldthread.practice.security import SecurityFilters, keeper_of_accounts, security_lines
from goldthread.practice.standing import standing_of
from goldthread.record.models import Account
from goldthread.web.account_desk.forms import AddForm
from goldthread.web.accounts.step_up import step_up

PAGE_SIZE = 50
LATELY = 10


def parts(current: str) -> list[tuple[str, str, bool]]:
    """The pages, as each links to the others: text, address, and whether it is the one being read."""
    pages = (("Accounts", "desk:list"), ("Sign-ins and refusals", "desk:security"), ("Tokens", "tokens:list"))
    return [(text, reverse(page), page == current) for text, page in pages]


def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, by name; or those whose account is closed."""
    words, closed = request.GET.get("search", "").strip()[:100], request.GET.get("closed") == "yes"
    found = accounts_for(request.user, words, closed=closed)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    lines = [{"account": each, "role": role_of(each.role).name} for each in page.object_list]
    context = {"as_at": now(), "words": words, "closed": closed, "page": page, "lines": lines}
    return render(request, "account_desk/list.jinja", context | {"parts": parts("desk:list")})


@step_up
def add(request: HttpRequest) -> HttpResponse:
    """Make an account."""
    keeper = keeper_of_accounts(request.user)
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_account(by=keeper, **form.cleaned_data)
        except AccountRefused as fault:
            form.add_error("username", str(fault))
        else:
            messages.success(request, "Made. Nobody can sign in with it until you hand over a set-up link.")
            return redirect("desk:account", made.pk)
    context = {"as_at": now(), "form": form, "parts": parts("desk:list")}
    return render(request, "account_desk/add.jinja", context, status=422 if form.errors else 200)


def account(request: HttpRequest, number: int) -> HttpResponse:
    """One account: whose it is, what it opens, and what may be done to it."""
    return shown(request, account_of(request, number))


def account_of(request: HttpRequest, number: int) -> Account:
    """The account of that number. Raises RecordNotFound where there is none, and for who does not look after accounts."""
    keeper_of_accounts(request.user)
    found = Account.objects.select_related("worker").filter(pk=number).first()
    if found is None:
        raise RecordNotFound
    return found


def shown(request: HttpRequest, found: Account, *, address: str = "") -> HttpResponse:
    """The page of one account. address: of a set-up link that was made just now, shown this once."""
    standing = standing_of(found)
    context = {
        "as_at": now(),
        "account": found,
        "role": role_of(found.role),
        "lapsed": found.is_active and bool(found.role) and not standing.role.code,
        "posts": list(posts_now(found)),
        "own": found.pk == request.user.pk,
        "address": address,
        "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        "passwords": settings.LOCAL_PASSWORDS,
        "lines": list(security_lines(request.user, SecurityFilters(account=found.pk))[:LATELY]),
        "parts": parts("desk:list"),
    }
    return render(request, "account_desk/account.jinja", context)
