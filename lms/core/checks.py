"""What must be in force before the site may start; `manage.py check` asks, so does every start."""

from importlib import import_module

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
LOCAL_HOSTS = {"localhost", "127.0.0.1", "[::1]", "::1", "testserver"}


@register(Tags.security)
def check_parser(app_configs, **kwargs) -> list:
    """Workbooks come from outside: openpyxl must read their XML through defusedxml."""
    if import_module("openpyxl.xml.functions").iterparse.__module__.startswith("defusedxml"):
        return []
    hint = "Install defusedxml and leave OPENPYXL_DEFUSEDXML unset."
    return [Error("openpyxl would read workbooks without defusedxml.", hint=hint, id="core.E001")]


@register(Tags.files)
def check_fonts(app_configs, **kwargs) -> list:
    """Certificates need fonts with every letter of the region."""
    folder = settings.BASE_DIR / "static" / "vendor" / "noto-sans" / "pdf"
    missing = [name for name in FONTS if not (folder / name).is_file()]
    hint = f"Put them back into {folder}."
    return [Error(f"Fonts are missing: {', '.join(missing)}.", hint=hint, id="core.E002")] if missing else []


@register(Tags.security)
def check_demo(app_configs, **kwargs) -> list:
    """A demo has invented people, a secret of its own and plain HTTP: it stays on the machine it runs on."""
    outside = sorted(set(settings.ALLOWED_HOSTS) - LOCAL_HOSTS) if settings.DEMO else []
    hint = "Unset DEMO and give the site its production variables."
    return [Warning(f"The demo answers to {', '.join(outside)}.", hint=hint, id="core.W001")] if outside else []


@register(Tags.security, deploy=True)
def check_mail(app_configs, **kwargs) -> list:
    """Sign-in codes go by mail: without a server nobody receives one."""
    hint = "Set EMAIL_URL, for example smtp+tls://user:password@mail.example.org:587"
    return [] if settings.EMAIL_URL else [Warning("Mail is written to a folder.", hint=hint, id="core.W002")]
