"""Wagtail asks groups who may edit pages; the office's group follows the office's roles, and never the other way.

The view to the back office itself is `wagtailadmin.access_admin`, which the role alone answers (`backends.py`), so a
membership left over from a role that ran out opens nothing.
"""

from django.db.models import Q

from curricula.workflow.groups import join_office, leave_office
from lms.core.clock import today

from .choices import RoleKind
from .models import Role, User


def sync_office_group(user: User) -> None:
    """In the group while an office role is in force or to come; else out of it."""
    roles = Role.objects.filter(user=user, kind=RoleKind.OFFICE, ended_at=None)
    if roles.filter(Q(ends_on=None) | Q(ends_on__gte=today())).exists():
        join_office(user)
    else:
        leave_office(user)
