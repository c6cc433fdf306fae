"""Who follows the programme."""

from lms.people.choices import RoleKind


def may_see_programme(user) -> bool:
    """Targets hold no personal data: the roles that follow the programme read them."""
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT, RoleKind.OBSERVER)


def may_record_progress(user) -> bool:
    """Progress is recorded by the programme office."""
    return user.holds(RoleKind.OFFICE)
