"""What an account brings to every request: the second factor it owes, the language it chose."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect
from django.utils import translation

from .choices import RoleKind

NEEDS_SECOND_FACTOR = (RoleKind.OFFICE, RoleKind.FOCAL_POINT, RoleKind.ASSESSOR)
OPEN_PATHS = ("/account/", "/static/", "/i18n/", "/health/")
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactorMiddleware:
    """A second factor for those who decide: until it is set up, only its own pages are open to them.

    Recovery codes alone are no second factor: they stand in for one that was lost.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if self.must_enrol(request):
            return redirect("mfa_index")
        return self.get_response(request)

    def must_enrol(self, request) -> bool:
        user = request.user
        if not settings.MFA_ENFORCED or not user.is_authenticated or request.path.startswith(OPEN_PATHS):
            return False
        return (user.is_superuser or user.holds(*NEEDS_SECOND_FACTOR)) and not is_mfa_enabled(user, SECOND_FACTORS)


class AccountLanguageMiddleware:
    """On a device that was not told otherwise, the interface speaks the language that the account chose elsewhere."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        told = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if not told and request.user.is_authenticated and request.user.language in dict(settings.INTERFACE_LANGUAGES):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
