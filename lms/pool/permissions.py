"""Who sees the trainer pool, and how much of it."""

from lms.people.choices import RoleKind
from lms.people.permissions import is_office


def may_see_pool(user) -> bool:
    """Names: the programme office for everything, focal points for their own institutions."""
    return user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT)


def may_see_counts(user) -> bool:
    """Counts without names: everybody who follows the programme."""
    return may_see_pool(user) or user.holds(RoleKind.OBSERVER)


def may_see_reminders(user) -> bool:
    """What was sent: the office all of it, focal points about their own people."""
    return may_see_pool(user)


def may_preview_reminders(user) -> bool:
    """What would go out, to whom, word for word: the programme office."""
    return is_office(user)
