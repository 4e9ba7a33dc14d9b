"""Django settings. Everything an operator may change comes from `environment`."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONCE, NONE, SELF

from goldthread.web.config import environment
from goldthread.web.config.environment import Mode
from goldthread.web.config.logging import logging_settings

# Who and where we are

MODE = environment.mode()
DEMONSTRATION = MODE is Mode.DEMONSTRATION
HOME = environment.home()
DEBUG = environment.flag("GOLDTHREAD_DEBUG")
SECRET_KEY = environment.secret_key(MODE, HOME)
ALLOWED_HOSTS = environment.words("GOLDTHREAD_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = environment.words("GOLDTHREAD_ORIGINS", [])

COUNCIL_NAME = os.environ.get("GOLDTHREAD_COUNCIL_NAME") or "Oakshire children's services"
COUNCIL_COLOUR = environment.council_colour()
# The demonstration authority stands still at one moment; everything recorded here is judged at it.
NOW = environment.fixed_moment("GOLDTHREAD_NOW", "2026-03-02T09:14" if DEMONSTRATION else "")
AUTHORITY = os.environ.get("GOLDTHREAD_AUTHORITY", "")
UPLOAD_LIMIT_MB = environment.whole_number("GOLDTHREAD_UPLOAD_LIMIT_MB", 512)
# Whether somebody signed in may bring in a file by its path on this computer, instead of uploading it.
ALLOW_SERVER_PATHS = environment.flag("GOLDTHREAD_SERVER_PATHS", default=DEMONSTRATION)
IMPORTS_IN_PROCESS = False  # only for tests, whose database another process cannot see

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
    "django_htmx",
    "simple_history",
    "csp",
    "goldthread.record",
    "goldthread.practice.apps.PracticeConfig",
    "goldthread.web.design_system",
    "goldthread.web.accounts",
    "goldthread.web.waiting",
    "goldthread.web.child",
    "goldthread.web.duty",
    "goldthread.web.imports",
    "goldthread.web.workforce",
    "goldthread.web.access",
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
    "goldthread.web.config.uploads.refuse_what_is_too_large",  # before anything reads the form
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "goldthread.web.config.middleware.keep_out_of_shared_caches",
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

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{HOME / 'goldthread.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Without IMMEDIATE three in four concurrent transactions fail as locked.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

CACHES = {  # in the database, so that every server process counts the same failed sign-ins
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

# Who signs in

AUTH_USER_MODEL = "record.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "goldthread.web.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Goldthread"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
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
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "goldthread.web.config.errors.form_not_accepted"
if not DEMONSTRATION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = environment.flag("GOLDTHREAD_HTTPS", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_SSL_REDIRECT else 0
    SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT
    CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT

EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
LOGGING_CONFIG = "goldthread.web.config.logging.configure"
LOGGING = logging_settings()
