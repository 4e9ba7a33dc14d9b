"""The inventory of routes: signing in, and how somebody signs in."""

from goldthread.web.config.permissions import DEED, FACTOR, NOTHING, OWN, PUBLIC, SIGN_IN, SIGNING_IN, Route

ACCOUNT_ROUTES: dict[str, Route] = {
    "account_set_up": Route(SIGNING_IN, f"{DEED}; {FACTOR}", while_enrolling=True),
    "account_login": Route(SIGNING_IN, SIGN_IN, while_enrolling=True),
    "account_logout": Route(PUBLIC, SIGN_IN, while_enrolling=True),
    "account_inactive": Route(SIGNING_IN, NOTHING, while_enrolling=True),
    "account_reauthenticate": Route(OWN, SIGN_IN, while_enrolling=True),
    "account_confirm_at_council": Route(OWN, SIGN_IN, while_enrolling=True),
    "account_change_password": Route(OWN, FACTOR, while_enrolling=True),
    "sessions": Route(OWN, SIGN_IN, while_enrolling=True),
    "openid_connect_login": Route(SIGNING_IN, SIGN_IN, while_enrolling=True),
    "openid_connect_callback": Route(SIGNING_IN, SIGN_IN, while_enrolling=True),
    "socialaccount_login_cancelled": Route(SIGNING_IN, NOTHING, while_enrolling=True),
    "socialaccount_login_error": Route(SIGNING_IN, NOTHING, while_enrolling=True),
    "mfa_authenticate": Route(SIGNING_IN, SIGN_IN, while_enrolling=True),
    "mfa_login_webauthn": Route(SIGNING_IN, SIGN_IN, while_enrolling=True),
    "mfa_index": Route(OWN, NOTHING, while_enrolling=True),
    "mfa_reauthenticate": Route(OWN, SIGN_IN, while_enrolling=True),
    "mfa_reauthenticate_webauthn": Route(OWN, SIGN_IN, while_enrolling=True),
    "mfa_activate_totp": Route(OWN, FACTOR, while_enrolling=True),
    **{
        f"mfa_{each}": Route(OWN, FACTOR)
        for each in ("deactivate_totp", "generate_recovery_codes", "edit_webauthn", "remove_webauthn")
    },
    "mfa_view_recovery_codes": Route(OWN, NOTHING),
    "mfa_download_recovery_codes": Route(OWN, NOTHING),
    "mfa_list_webauthn": Route(OWN, NOTHING, while_enrolling=True),
    "mfa_add_webauthn": Route(OWN, FACTOR, while_enrolling=True),
}
