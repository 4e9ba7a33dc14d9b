"""Django settings. Everything an operator may change comes from `environment`."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from goldthread.web.config import environment, identity_provider, mail
from goldthread.web.config.environment import Mode
from goldthread.web.config.logging import logging_settings

# Who and where we are

MODE = environment.mode()
DEMONSTRATION = MODE is Mode.DEMONSTRATION
HOME = environment.home()
DEBUG = environment.flag("GOLDTHREAD_DEBUG")
SECRET_KEY = environment.secret_key(MODE, HOME)
SECRET_KEY_FALLBACKS = environment.earlier_keys()
ALLOWED_HOSTS = environment.words("GOLDTHREAD_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = environment.words("GOLDTHREAD_ORIGINS", [])

COUNCIL_NAME = os.environ.get("GOLDTHREAD_COUNCIL_NAME") or "Oakshire children's services"
COUNCIL_COLOUR = environment.council_colour()
# The demonstration authority stands still at one moment; everything recorded here is judged at it.
NOW = environment.fixed_moment("GOLDTHREAD_NOW", "2026-03-02T09:14" if DEMONSTRATION else "")
AUTHORITY = os.environ.get("GOLDTHREAD_AUTHORITY", "")
UPLOAD_LIMIT_MB = environment.whole_number("GOLDTHREAD_UPLOAD_LIMIT_MB", 512)
DOCUMENT_LIMIT_MB = environment.whole_number("GOLDTHREAD_DOCUMENT_LIMIT_MB", 25)
# Whether a visit may be kept on a worker's device, encrypted and for a day, until there is a network again.
OFFLINE_VISITS = environment.flag("GOLDTHREAD_OFFLINE_VISITS", default=DEMONSTRATION)
# Whether somebody signed in may bring in a file by its path on this computer, instead of uploading it.
ALLOW_SERVER_PATHS = environment.flag("GOLDTHREAD_SERVER_PATHS", default=DEMONSTRATION)
# Only for tests, whose database another process cannot see.
IMPORTS_IN_PROCESS = WHAT_IFS_IN_PROCESS = FIGURES_IN_PROCESS = False

# What is installed

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "simple_history",
    "csp",
    "goldthread.record",
    "goldthread.practice.apps.PracticeConfig",
    "goldthread.web.design_system",
    "goldthread.web.accounts",
    "goldthread.web.drafts",
    "goldthread.web.home",
    "goldthread.web.waiting",
    "goldthread.web.child",
    "goldthread.web.seen",
    "goldthread.web.duty",
    "goldthread.web.signals",
    "goldthread.web.figures",
    "goldthread.web.measures",
    "goldthread.web.api",
    "goldthread.web.figure_files",
    "goldthread.web.imports",
    "goldthread.web.workforce",
    "goldthread.web.carers",
    "goldthread.web.access",
    "goldthread.web.danger",
    "goldthread.web.account_desk",
    "goldthread.web.retention",
    "goldthread.web.subject_access",
    "goldthread.web.plan",
    "goldthread.web.recording",
    "goldthread.web.front_door",
    "goldthread.web.assessment",
    "goldthread.web.closing",
    "goldthread.web.court",
    "goldthread.web.missing",
    "goldthread.web.letters",
    "goldthread.web.visit",
    "goldthread.web.file",
    "goldthread.web.handover",
    "goldthread.web.leading",
    "goldthread.web.supervision",
    "goldthread.web.protection",
    "goldthread.web.challenge",
    "goldthread.web.escalation",
    "goldthread.web.audit",
    "goldthread.web.good_practice",
    "goldthread.web.notices",
    "goldthread.web.what_if",
    "goldthread.web.accountable",
    "goldthread.web.inspections",
    "goldthread.web.improving",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "goldthread.web.config.middleware.name_the_request",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "goldthread.web.accounts.parts_of_pages.lead_the_whole_page",
    "goldthread.web.accounts.timeouts.end_sessions_that_are_over",
    "goldthread.web.config.uploads.refuse_what_is_too_large",  # before anything reads the form
    "django.middleware.csrf.CsrfViewMiddleware",
    "goldthread.web.drafts.middleware.KeepWhatWasTyped",  # before what was sent is turned away
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "goldthread.web.accounts.second_factor.AskForASecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "goldthread.web.config.refusals.WriteDownRefusals",
    "goldthread.web.config.middleware.keep_out_of_shared_caches",
    "goldthread.web.config.middleware.narrow_what_a_page_may_ask_of_a_browser",
]

ROOT_URLCONF = "goldthread.web.config.urls"
WSGI_APPLICATION = "goldthread.web.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_context_processors = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "goldthread.web.config.context.house",
]

TEMPLATES = [
    {
        "NAME": "pages",
        "BACKEND": "goldthread.web.config.jinja.Pages",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "goldthread.web.config.jinja.environment",
            "context_processors": _context_processors,
            "bytecode_cache": HOME / "cache" / "jinja",
        },
    },
    {  # only for the pages that allauth brings with it, which wear our layout through its elements
        "NAME": "allauth",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).resolve().parents[1] / "accounts" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _context_processors},
    },
]

# Where it is kept

DATABASES = {"default": environment.database(HOME)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Without IMMEDIATE three in four concurrent transactions fail as locked.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

CACHES = {  # in the database, so that every server process counts the same failed sign-ins
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    # Apart, so that figures never push out failed sign-ins.
    "figures": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "figures_kept"},
}

# Who signs in

AUTH_USER_MODEL = "record.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_FORMS = {"change_password": "goldthread.web.accounts.forms.ChangePassword"}
ACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = environment.whole_number("GOLDTHREAD_STEP_UP_MINUTES", 15) * 60
# A whole council may come from one address; one name is guessed at five times in five minutes, wherever from.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,5/300s/key"}
MFA_ADAPTER = "goldthread.web.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Goldthread"
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a passkey alone signs in, so it asks who holds it
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMONSTRATION  # http://localhost
# Whether those who sign in here must have a second factor, and prove themselves anew before what is most delicate.
SECOND_FACTOR = environment.flag("GOLDTHREAD_SECOND_FACTOR", default=not DEMONSTRATION)
STEP_UP = environment.flag("GOLDTHREAD_STEP_UP", default=not DEMONSTRATION)
IDLE_MINUTES = environment.whole_number("GOLDTHREAD_IDLE_MINUTES", 30)
SESSION_HOURS = environment.whole_number("GOLDTHREAD_SESSION_HOURS", 12)
PASSWORD_RESET_TIMEOUT = environment.whole_number("GOLDTHREAD_SET_UP_HOURS", 72) * 3600  # of a set-up link
DRAFT_DAYS = environment.whole_number("GOLDTHREAD_DRAFT_DAYS", 7)
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number_or_nought(
    "GOLDTHREAD_PROXIES", 0 if DEMONSTRATION else 1
)

# The council's own sign-in, such as Entra ID; with it, passwords of ours may be switched off

OIDC = identity_provider.from_environment()
LOCAL_PASSWORDS = identity_provider.local_passwords(OIDC)
SOCIALACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.IdentityProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": OIDC.as_provider()} if OIDC else {}
SOCIALACCOUNT_ONLY = not LOCAL_PASSWORDS
MFA_PASSKEY_LOGIN_ENABLED = (
    LOCAL_PASSWORDS  # a leaver's passkey must not outlive their account at the council
)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "goldthread.web.accounts.passwords.NotBreached"},
]

# Language and time

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# Files: static ones are ours, uploaded ones go to disk and are forgotten after the import

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [Path(__file__).resolve().parents[1] / "static"]
_static_storage = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG or DEMONSTRATION
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static_storage},
}
WHITENOISE_USE_FINDERS = DEBUG or DEMONSTRATION  # a demonstration needs no `collectstatic`
MEDIA_ROOT = HOME / "media"
FILE_UPLOAD_TEMP_DIR = HOME / "uploads"
FILE_UPLOAD_TEMP_DIR.mkdir(exist_ok=True)
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # a form's words; files do not count
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 100

# What a browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *([OIDC.origin] if OIDC else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "goldthread.web.config.errors.form_not_accepted"
if not DEMONSTRATION:
    if ALLAUTH_TRUSTED_PROXY_COUNT:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = environment.flag("GOLDTHREAD_HTTPS", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_SSL_REDIRECT else 0
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_SSL_REDIRECT
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT
    if SECURE_SSL_REDIRECT:  # no other host, and no page without https, can set these
        SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
# To be on browsers' preload lists is for the owner of the whole domain to ask.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# The daily digest, the only e-mail there is

SMTP = mail.server()
ADDRESS = mail.address("http://localhost:8000" if DEMONSTRATION else "")
DIGEST_AT = mail.digest_time()
DEFAULT_FROM_EMAIL = os.environ.get("GOLDTHREAD_MAIL_FROM") or "goldthread@localhost"
EMAIL_TIMEOUT = 30  # seconds
if SMTP:
    if not ADDRESS:
        raise ImproperlyConfigured(
            "GOLDTHREAD_SMTP is set and GOLDTHREAD_ADDRESS is not: set it, for the links of e-mails."
        )
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = SMTP.host, SMTP.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SMTP.user, SMTP.password
    EMAIL_USE_SSL, EMAIL_USE_TLS = SMTP.smtps, not SMTP.smtps
else:  # nothing leaves this computer
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"
SENDS_EMAIL = DEMONSTRATION or SMTP is not None
LOGGING_CONFIG = "goldthread.web.config.logging.configure"
LOGGING = logging_settings()
