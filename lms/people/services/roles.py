"""Granting and ending roles."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import today
from lms.core.rules import refuse
from lms.institutions.models import Institution

from ..choices import RoleKind
from ..models import Role, User
from ..office_group import sync_office_group
from ..permissions import may_manage_accounts

BOUND = (RoleKind.FOCAL_POINT, RoleKind.ASSESSOR)


@transaction.atomic
def grant_role(
    *,
    user: User,
    kind: str,
    institution: Institution | None,
    by: User | None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Role:
    """Give an account a role from `starts_on` (today) to `ends_on` (open), both included. `by=None`: the system.

    Refuses: not_office, own_role, institution_missing, office_is_unbound, dates, already_granted.
    """
    starts_on = starts_on or today()
    _refuse_grant(user, kind, institution, by)
    if ends_on and ends_on < starts_on:
        refuse("dates", _("The role would end before it starts."))
    _refuse_twice(user, kind, institution, starts_on, ends_on)
    role = Role.objects.create(
        user=user, kind=kind, institution=institution, starts_on=starts_on, ends_on=ends_on, granted_by=by
    )
    sync_office_group(user)
    forget_cached_roles(user)
    record("role granted", role, by=by, after=_facts(role), institution=institution)
    return role


@transaction.atomic
def end_role(role: Role, *, by: User | None, reason: str) -> Role:
    """End a role now: the next request no longer has it.

    Refuses: not_office, reason_missing, ended, last_officer.
    """
    if by is not None and not may_manage_accounts(by):
        refuse("not_office", _("Only the programme office ends roles."))
    if not reason.strip():
        refuse("reason_missing", _("Give a reason."))
    officers = _lock_officers()
    role = Role.objects.select_for_update().select_related("user").get(pk=role.pk)
    if role.ended_at or (role.ends_on and role.ends_on < today()):
        refuse("ended", _("This role has ended already."))
    if [other.pk for other in officers] == [role.pk]:
        refuse("last_officer", _("This is the last officer: grant the role to somebody else first."))
    before = _facts(role)
    role.ended_at, role.end_reason = timezone.now(), reason
    role.save()
    sync_office_group(role.user)
    forget_cached_roles(role.user)
    record("role ended", role, by=by, before=before, after=_facts(role), reason=reason, institution=role.institution_id)
    return role


def forget_cached_roles(user: User) -> None:
    """What a request has asked once about roles is asked anew."""
    for name in ("live_roles", "scope"):
        user.__dict__.pop(name, None)


def _lock_officers() -> list[Role]:
    """The office's roles in force, locked: two officers cannot end each other at the same moment."""
    live = Role.objects.live().filter(kind=RoleKind.OFFICE, institution=None, user__is_active=True)
    return list(live.select_for_update(of=("self",)).order_by("pk"))


def _refuse_grant(user: User, kind: str, institution: Institution | None, by: User | None) -> None:
    if by is not None and not may_manage_accounts(by):
        refuse("not_office", _("Only the programme office grants roles."))
    if by is not None and by.pk == user.pk:
        refuse("own_role", _("Nobody grants a role to themselves: ask a second officer."))
    if kind in BOUND and institution is None:
        refuse("institution_missing", _("Choose the institution this role is for."))
    if kind == RoleKind.OFFICE and institution is not None:
        refuse("office_is_unbound", _("The programme office works with every institution: leave the institution out."))


def _refuse_twice(
    user: User, kind: str, institution: Institution | None, starts_on: date, ends_on: date | None
) -> None:
    same = Role.objects.filter(user=user, kind=kind, institution=institution, ended_at=None)
    overlap = Q(ends_on=None) | Q(ends_on__gte=starts_on)
    if ends_on:
        overlap &= Q(starts_on__lte=ends_on)
    if same.filter(overlap).exists():
        refuse("already_granted", _("This account already has this role for these days."))


def _facts(role: Role) -> dict[str, Any]:
    return {
        "user": role.user_id,
        "kind": role.kind,
        "institution": role.institution_id,
        "starts_on": role.starts_on,
        "ends_on": role.ends_on,
        "ended_at": role.ended_at,
    }
