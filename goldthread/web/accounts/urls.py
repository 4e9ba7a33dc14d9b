"""The allauth pages in use. There is no sign-up, and a forgotten password is for the administrator."""

from allauth.account.views import account_inactive, reauthenticate
from allauth.socialaccount.views import login_cancelled, login_error
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from goldthread.web.accounts.council import confirm_at_council
from goldthread.web.accounts.sessions import sessions
from goldthread.web.accounts.setting_up import set_up
from goldthread.web.accounts.views import ChangePassword, ConfirmWithCode, SignIn, SignOut

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", SignIn.as_view(), name="account_login"),
    path("sign-out/", SignOut.as_view(), name="account_logout"),
    path("inactive/", account_inactive, name="account_inactive"),
    path("confirm/", reauthenticate, name="account_reauthenticate"),
    path("confirm/council/", confirm_at_council, name="account_confirm_at_council"),
    path("password/", ChangePassword.as_view(), name="account_change_password"),
    path("set-up/<str:secret>/", set_up, name="account_set_up"),
    path("sessions/", sessions, name="sessions"),
    path("second-factor/authenticate/", ConfirmWithCode.as_view(), name="mfa_authenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
]

if settings.OIDC:
    urlpatterns += [
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
        path("cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
        path("failed/", login_error, name="socialaccount_login_error"),
    ]
