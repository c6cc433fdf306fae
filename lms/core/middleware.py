"""Headers of the site: what every answer carries, whoever wrote the view."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation.trans_real import parse_accept_lang_header

EDITOR_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
}


class InterfaceLanguageMiddleware(LocaleMiddleware):
    """Only languages the interface speaks: Django's list names those of the pages as well."""

    def process_request(self, request) -> None:
        translation.activate(interface_language(request))
        request.LANGUAGE_CODE = translation.get_language()


def interface_language(request) -> str:
    """What the device was told; else what the browser prefers among the languages there are; else the first."""
    known = dict(settings.INTERFACE_LANGUAGES)
    told = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if told in known:
        return told
    for wanted, _quality in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "").lower()[:500]):
        parts = wanted.split("-")
        for length in range(len(parts), 0, -1):
            if "-".join(parts[:length]) in known:
                return "-".join(parts[:length])
    return settings.LANGUAGE_CODE


class SecurityHeadersMiddleware:
    """Permissions, isolation, and no shared cache for anything a signed-in person sees."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response


class ContentPolicyMiddleware(CSPMiddleware):
    """The strict policy everywhere; the editor's own only beneath the back office."""

    def process_response(self, request, response):
        if request.path.startswith("/admin/"):
            response._csp_replace = EDITOR_POLICY
        return super().process_response(request, response)
