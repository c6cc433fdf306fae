"""What the portal's frame shows on every page: who this is and where they can go."""

from django.conf import settings

from .navigation import account_links, belongs_to, entries_for
from .roles import roles_of


def portal(request) -> dict:
    """Nothing for a visitor, but in the demo the accounts to enter with. Asked only by pages that are rendered."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"demo_accounts": settings.DEMO_ACCOUNTS if settings.DEMO else []}
    if request.path.startswith("/admin/"):
        return {}
    roles = roles_of(request)
    institution, role = belongs_to(roles)
    return {
        "portal_nav": entries_for(roles, request.path),
        "account_links": account_links(user),
        "account_name": str(roles.person or user),
        "institution_name": institution,
        "role_name": role,
    }
