"""Headers of the house: what every answer carries, whoever wrote the view."""

from csp.middleware import CSPMiddleware
from django.utils.cache import patch_cache_control

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


class HouseHeadersMiddleware:
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
