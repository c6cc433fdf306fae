"""One settings file, read from the environment; it refuses to start unsafe.

Embedded by default (SQLite, local files, mail written to a folder); PostgreSQL, Redis, S3 and SMTP
are chosen by their URLs, so that a second web machine sees all that the first one does.
`.env.example` lists every variable with its meaning.
"""

import secrets
import sys
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from curricula.codes import CONTENT_LANGUAGES, INTERFACE_LANGUAGES, locale_code

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)

env = environ.Env()
if (BASE_DIR / ".env").exists():
    environ.Env.read_env(BASE_DIR / ".env")

TESTING = "pytest" in sys.modules
DEBUG = env.bool("DEBUG", default=False)
# The demo runs on one machine, over plain HTTP, with invented people: it may do without a secret.
DEMO = env.bool("DEMO", default=False)
LOCAL = DEBUG or DEMO or TESTING


def demo_secret() -> str:
    """A key of this machine's own, kept so that sessions survive a restart of the demo."""
    path = VAR_DIR / "demo-secret"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    if not LOCAL:
        raise ImproperlyConfigured("SECRET_KEY is not set: give a random one of 50 characters or more.")
    SECRET_KEY = demo_secret()
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if LOCAL else [])
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set: name the hosts this site answers to.")
LOCAL_URL = f"http://localhost:{env.str('PORT', default='8000')}"
BASE_URL = env.str("BASE_URL", default=LOCAL_URL if LOCAL else f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

APPS = [
    *(["lms.demo"] if LOCAL else []),
    "lms.dashboard", "lms.monitoring", "lms.pool", "lms.cascade", "lms.cohorts", "lms.certification", "lms.assessments",
    "lms.programme", "lms.trainings", "lms.people", "lms.institutions", "lms.imports", "lms.audit", "lms.core",
    "curricula",
]  # fmt: skip

INSTALLED_APPS = [
    *APPS,
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_filters",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lms.core.middleware.SecurityHeadersMiddleware",
    "lms.core.middleware.ContentPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lms.core.middleware.InterfaceLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "lms.people.middleware.AccountLanguageMiddleware",
    "lms.people.middleware.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "lms.urls"
WSGI_APPLICATION = "lms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["lms.core.templatetags.cascade_tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lms.core.context_processors.site",
                "lms.dashboard.context_processors.portal",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data -------------------------------------------------------------------------------------------
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'pssm.sqlite3'}")
DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers queue instead of failing: the defaults lost 405 of 500 simultaneous enrolments.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode=WAL;PRAGMA synchronous={'OFF' if TESTING else 'FULL'};"
        "PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = (
        {"options": "-c synchronous_commit=off"} if TESTING
        else {"pool": {"min_size": 1, "max_size": env.int("DB_POOL", default=8)}}
    )  # fmt: skip
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# One business act is one explicit transaction in a service; a request is not.
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "house_cache"}
}
if TESTING:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", default=12) * 3600
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What `manage.py run_chores` does every few minutes.
CHORES = [
    ("seal_audit",), ("publish_scheduled",), ("clearsessions",), ("prune_db_task_results", "--min-age-days", "1"),
    ("discard_drafts",), ("resume_batches",), ("send_reminders",),
]  # fmt: skip

# Files ------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))
MEDIA_URL = "/pictures/"
S3_BUCKET = env.str("S3_BUCKET", default="")
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT", default="") or None,
            "access_key": env.str("S3_ACCESS_KEY", default="") or None,
            "secret_key": env.str("S3_SECRET_KEY", default="") or None,
            "default_acl": "private",
            "querystring_auth": True,
            "file_overwrite": False,
        },
    }
    if S3_BUCKET
    else {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or TESTING
# A file is looked for when it is asked for: a test client would else read all static files when it is made.
WHITENOISE_AUTOREFRESH = DEBUG or TESTING
# From so many files, or so much of them, by one account on one day on, the office sees the day as unusual.
DOWNLOADS_UNUSUAL_FILES = env.int("DOWNLOADS_UNUSUAL_FILES", default=60)
DOWNLOADS_UNUSUAL_BYTES = env.int("DOWNLOADS_UNUSUAL_MB", default=500) * 1024 * 1024
# A front server may send the file itself: the internal location it maps to MEDIA_ROOT.
ACCEL_REDIRECT_PREFIX = env.str("ACCEL_REDIRECT_PREFIX", default="")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
FILE_UPLOAD_PERMISSIONS = 0o640

# Mail -------------------------------------------------------------------------------------------
MAIL_FOLDER = VAR_DIR / "mail"
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "lms.core.mail.FolderBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="PSSM Cascade <no-reply@pssm.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Who may enter ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "lms.people.backends.RoleBackend",
    "lms.trainings.backends.ParticipantBackend",
    "lms.certification.backends.CertificateBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:home"
ACCOUNT_ADAPTER = "lms.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    name: f"lms.people.auth_forms.{name.title().replace('_', '')}Form"
    for name in ("login", "reauthenticate", "request_login_code", "confirm_login_code", "change_password",
                 "set_password", "reset_password", "reset_password_from_key")
}  # fmt: skip
ACCOUNT_LOGIN_METHODS = {"email"}
# Sign-up is closed (adapter); the list also decides whether the sign-in form asks for a password.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PREVENT_ENUMERATION = True
# True, so that both kinds of address cause the same work; the adapter sends nothing to an unknown one.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if LOCAL else "https"
PASSWORD_RESET_TIMEOUT = 4 * 3600
ACCOUNT_SESSION_REMEMBER = False
# A classroom shares one address: 40 people must get in within a minute. Limits per account stay tight.
SIGN_IN_LIMITS = {"login": "300/m", "login_failed": "60/m", "request_login_code": "200/m"}
ACCOUNT_RATE_LIMITS = {
    "login": "",
    "login_failed": "5/5m/key",
    "request_login_code": "5/5m/key",
    "reset_password": "30/m/ip,3/10m/key",
    "reset_password_from_key": "30/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "PSSM Cascade"
# Clocks of old phones: one step of 30 s either way.
MFA_TOTP_TOLERANCE = 1
# A passkey alone signs in: it must ask for the finger or the PIN, else it would be one factor only.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
# Addresses are given by the office or proven by a code; allauth's own list of addresses is not used.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL
# Second factors for office, focal points and assessors. Only a demo or test machine may switch it off.
MFA_ENFORCED = env.bool("MFA_ENFORCED", default=True)
if not (MFA_ENFORCED or LOCAL):
    raise ImproperlyConfigured("MFA_ENFORCED may be switched off on a demo or test machine only.")

# Keys of digital credentials: a folder outside the code, or one key in PEM. Without either there are no credentials.
CREDENTIAL_KEYS_MADE_HERE = (DEBUG or DEMO) and not TESTING
CREDENTIAL_KEYS_DIR = env.str(
    "CREDENTIAL_KEYS_DIR", default=str(VAR_DIR / "credential-keys") if CREDENTIAL_KEYS_MADE_HERE else ""
)
CREDENTIAL_KEY_PEM = env.str("CREDENTIAL_KEY_PEM", default="")

# Every person has a day after which they are anonymised; the counts stay.
RETENTION_YEARS = env.int("RETENTION_YEARS", default=10)

# One account for each role, made by the demo and shown on its sign-in page. Nowhere else do they exist.
DEMO_PASSWORD = "cascade-demo-2026"  # noqa: S105
DEMO_ACCOUNTS = [
    {"role": role, "email": email, "password": DEMO_PASSWORD}
    for role, email in (
        (_("Programme office"), "office@seesac.example"),
        (_("Focal point"), "focal.rs@mup.example"),
        (_("Trainer"), "trainer.rs@mup.example"),
        (_("Trainee"), "trainee.rs@mup.example"),
        (_("Assessor"), "assessor@seesac.example"),
        (_("Observer"), "donor@donor.example"),
    )
]

# Headers ----------------------------------------------------------------------------------------
POLICY = {
    "default-src": [NONE], "script-src": [SELF], "style-src": [SELF], "img-src": [SELF, "data:"], "font-src": [SELF],
    "connect-src": [SELF], "manifest-src": [SELF], "form-action": [SELF], "frame-ancestors": [NONE], "base-uri": [NONE],
}  # fmt: skip
CONTENT_SECURITY_POLICY = {"DIRECTIVES": POLICY}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "lms.core.views.csrf_failure"
if not LOCAL:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31536000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    if env.int("TRUSTED_PROXY_COUNT", default=0):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Words ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# Wagtail wants every language of a page in here; INTERFACE_LANGUAGES are those there is a catalogue for.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [(locale_code(code), name) for code, name in CONTENT_LANGUAGES]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["lms.core.formats"]
TIME_ZONE = "Europe/Belgrade"
DESIGNATION_FOOTNOTE = env.str(
    "DESIGNATION_FOOTNOTE",
    default=(
        "* References to Kosovo shall be understood to be in the context of Security Council Resolution 1244 (1999)."
    ),
)

# Wagtail ----------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "PSSM Cascade"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = INTERFACE_LANGUAGES
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILDOCS_DOCUMENT_MODEL = "curricula.Material"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "curricula.forms.portal.MaterialForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "pptx", "xlsx", "png", "jpg", "jpeg", "webp", "txt", "csv"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "curricula.forms.portal.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["png", "jpg", "jpeg", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 8 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict] = []
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILADMIN_COMMENTS_ENABLED = True
# A draft is published when a second person has approved it (`curricula.models.approval`); an edit starts anew.
WAGTAIL_WORKFLOW_ENABLED = WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "curricula.search.backend"}}
TAGGIT_CASE_INSENSITIVE = True

# Log --------------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING" if LOCAL else "INFO")},
}

if TESTING:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
