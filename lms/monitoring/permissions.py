"""Who may see and freeze which figures."""

from lms.people.choices import RoleKind


def may_see_coverage(user) -> bool:
    """The live table: the programme office for everything, focal points for their own institutions."""
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT)


def may_see_published(user) -> bool:
    """Frozen, published figures: everybody who follows the programme."""
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT, RoleKind.OBSERVER)


def may_freeze_figures(user) -> bool:
    """Closing and publishing a period is the programme office's."""
    return user.holds(RoleKind.OFFICE)
