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


@dataclass(frozen=True)
class Reach:
    """What of an account makes the SQL of `visible_to`: its scope and the kinds of its roles. Hashable."""

    scope: Scope
    kinds: frozenset[str]

    def reader(self, pk) -> "Reader":
        """Somebody of this reach; `pk` may be a placeholder of a prepared query."""
        return Reader(pk, self.scope, self.kinds)


@dataclass(frozen=True)
class Reader:
    """As much of an account as the sets named `visible_to` ask for."""

    pk: object
    scope: Scope
    kinds: frozenset[str]

    def holds(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


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
