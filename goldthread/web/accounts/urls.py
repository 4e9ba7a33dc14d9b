"""The allauth pages in use. There is no sign-up, and a forgotten password is for the administrator."""

from allauth.account.views import account_inactive, password_change, reauthenticate
from django.urls import include, path

from goldthread.web.accounts.views import ConfirmWithCode, SignIn, SignOut

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="account_login"),
    path("sign-out/", SignOut.as_view(), name="account_logout"),
    path("inactive/", account_inactive, name="account_inactive"),
    path("confirm/", reauthenticate, name="account_reauthenticate"),
    path("password/", password_change, name="account_change_password"),
    path("second-factor/sign-in/", ConfirmWithCode.as_view(), name="mfa_authenticate"),
    path("second-factor/", include("allauth.mfa.urls")),
]
