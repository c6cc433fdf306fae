"""May this user do it: people, accounts, roles. One rule a function; rows are first fetched through `visible_to`."""

from .choices import RoleKind


def is_office(user) -> bool:
    """The programme office as a whole, not an office bound to an institution."""
    return any(role.kind == RoleKind.OFFICE and role.institution_id is None for role in user.live_roles)


def is_office_over(user, institution_id: int) -> bool:
    """Does the user speak for the programme office about this institution: as a whole, or bound to it?"""
    return user.holds(RoleKind.OFFICE) and user.scope.covers(institution_id)


def may_see_people(user) -> bool:
    """The list of people is for those who work with an institution's records."""
    return is_office(user) or user.holds(RoleKind.FOCAL_POINT)


def may_enter_people(user, institution) -> bool:
    """The office anywhere, focal points in their institutions."""
    return may_see_people(user) and user.scope.covers(institution.pk)


def may_change_person(user, person) -> bool:
    """Not one's own record, unless one is the office: facts about a person come from somebody else."""
    in_use = person.merged_into_id is None and person.anonymised_at is None
    return in_use and may_see_people(user) and user.scope.covers(person.institution_id)


def may_merge_people(user, keep, drop) -> bool:
    """Whoever may change both."""
    return keep.pk != drop.pk and may_change_person(user, keep) and may_change_person(user, drop)


def may_anonymise_person(user, person) -> bool:
    """The office, on an institution's or the person's request, or when the time has come."""
    return is_office(user) and person.anonymised_at is None and person.merged_into_id is None


def may_manage_accounts(user) -> bool:
    """Accounts and roles are the office's."""
    return user is not None and is_office(user)


def may_grant_to(user, account) -> bool:
    """The office, to anybody but themselves."""
    return may_manage_accounts(user) and user.pk != account.pk
