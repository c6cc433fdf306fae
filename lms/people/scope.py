"""Scope: which institutions an account's roles reach. The one answer that every `visible_to` asks."""

from dataclasses import dataclass

from lms.institutions.models import Institution

from .choices import RoleKind


@dataclass(frozen=True)
class Scope:
    """`everything`, or the ids of the institutions whose rows the role holder works with."""

    everything: bool = False
    institution_ids: frozenset[int] = frozenset()

    def covers(self, institution_id: int | None) -> bool:
        return self.everything or institution_id in self.institution_ids


NOTHING = Scope()


def scope_of(user) -> Scope:
    """By roles in force today: the office sees everything; focal points their subtree.

    Assessors and observers are not here: their roles open teach-backs and frozen aggregates, never an
    institution's records.
    """
    roles = user.live_roles
    if any(role.kind == RoleKind.OFFICE and role.institution_id is None for role in roles):
        return Scope(everything=True)
    roots = [role.institution_id for role in roles if role.kind in (RoleKind.OFFICE, RoleKind.FOCAL_POINT)]
    roots = [pk for pk in roots if pk]
    return Scope(institution_ids=Institution.objects.subtree_ids(roots)) if roots else NOTHING
