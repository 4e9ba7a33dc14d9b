"""Choosing a first password, by the link that whoever looks after accounts handed over."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from goldthread.practice.accounts import AccountRefused, account_of_link, choose_password
from goldthread.practice.security import write_down
from goldthread.web.config.refusals import address_of


@login_not_required  # the link says whose it is, once
@sensitive_post_parameters()
def set_up(request: HttpRequest, secret: str) -> HttpResponse:
    """The form; a link that was used, replaced or too old answers as one that never was."""
    if not settings.LOCAL_PASSWORDS:
        raise Http404
    account = account_of_link(secret)
    if account is None:
        return render(request, "accounts/link_over.jinja", status=404)
    form = SetPasswordForm(account, request.POST or None)
    form.fields["new_password1"].label = "New password"
    form.fields["new_password1"].help_text = "Twelve characters or more. Three or four words do well."
    form.fields["new_password2"].label = "The same password again"
    form.fields["new_password2"].help_text = ""
    form.fields["new_password1"].error_messages["required"] = "Enter a password"
    form.fields["new_password2"].error_messages["required"] = "Enter the same password again"
    if request.method == "POST" and form.is_valid():
        try:
            choose_password(by=account, secret=secret, password=form.cleaned_data["new_password1"])
        except AccountRefused:
            return render(request, "accounts/link_over.jinja", status=404)
        except ValidationError as weak:
            form.add_error("new_password1", weak)
        else:
            write_down("set-up", account=account, address=address_of(request))
            messages.success(request, "Your password is set. Sign in with it.")
            return redirect("account_login")
    context = {"form": form, "name": account.shown_name, "username": account.username}
    return render(request, "accounts/set_up.jinja", context, status=422 if form.errors else 200)
