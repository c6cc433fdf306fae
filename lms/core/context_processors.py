"""What every template may use about the site itself."""

from django.conf import settings
from django.utils.translation import get_language_info


def site(request) -> dict:
    """The interface's languages in their own names, the demo's notice, the site's address."""
    return {
        "interface_languages": [
            (code, get_language_info(code)["name_local"]) for code, _name in settings.INTERFACE_LANGUAGES
        ],
        "demo_notice": settings.DEMO,
        "second_factor_off": not settings.MFA_ENFORCED,
        "base_url": settings.BASE_URL,
    }
