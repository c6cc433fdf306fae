"""Wagtail asks groups who may edit pages; the office's group follows the office's roles, and never the other way.

The door to the back office itself is `wagtailadmin.access_admin`, which the role alone answers (`backends.py`), so a
membership left over from a role that ran out opens nothing.
"""

from django.contrib.auth.models import Group
from django.db.models import Q

from lms.core.clock import today

from .choices import RoleKind
from .models import Role, User

try:
    from curricula.groups import ensure_office_group
except ImportError:

    def ensure_office_group() -> Group:
        """Until the content's room furnishes the group with its page permissions."""
        return Group.objects.get_or_create(name="Programme office")[0]


def sync_office_group(user: User) -> None:
    """In the group while an office role is in force or to come; else out of it."""
    roles = Role.objects.filter(user=user, kind=RoleKind.OFFICE, ended_at=None)
    if roles.filter(Q(ends_on=None) | Q(ends_on__gte=today())).exists():
        user.groups.add(ensure_office_group())
    else:
        user.groups.remove(ensure_office_group())
