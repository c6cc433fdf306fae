"""The seat rules of a cohort as they stand, read from the tables."""

from collections import Counter
from dataclasses import dataclass

from lms.institutions.tree import InstitutionTree, tree_now

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from .seat_rules import InvitedInstitution, SeatClaim


@dataclass(frozen=True)
class Seating:
    """The rules, and the tree of institutions they are read by: a rule holds for all below its institution."""

    rules: tuple[InvitedInstitution, ...]
    tree: InstitutionTree

    def owner(self, institution_id: int) -> int | None:
        """The invited institution this one counts for."""
        return self.tree.nearest(institution_id, (rule.pk for rule in self.rules))

    def rule(self, institution_id: int) -> InvitedInstitution | None:
        owner = self.owner(institution_id)
        return next((rule for rule in self.rules if rule.pk == owner), None)

    def choice(self, nomination: Nomination, status: str | None = None) -> SeatClaim:
        """The nomination as the rules read it, with another status if one is given."""
        return SeatClaim(nomination.pk, self.owner(nomination.institution_id), status or nomination.status)


def seating_of(cohort: Cohort) -> Seating:
    """Two queries; one where there are no rules."""
    rows = cohort.seat_rules.select_related("institution")
    rules = tuple(
        InvitedInstitution(row.institution_id, row.institution.name, row.minimum, row.maximum, row.alternates)
        for row in rows
    )
    return Seating(rules, tree_now() if rules else InstitutionTree({}))


@dataclass(frozen=True)
class SeatLine:
    """What an invited institution has of its seats and alternates, and how many it may still nominate."""

    rule: InvitedInstitution
    nominated: int
    accepted: int
    reserves: int

    @property
    def left(self) -> int:
        return max(self.rule.most_nominations - self.nominated, 0)


def seat_lines(cohort: Cohort, seating: Seating) -> list[SeatLine]:
    """One line for each invited institution; one query. Declined and withdrawn nominations take no seat."""
    standing = list(cohort.nominations.standing().values_list("institution", "status"))
    owners = [(seating.owner(institution), status) for institution, status in standing]
    nominated = Counter(owner for owner, _status in owners)
    accepted = Counter(owner for owner, status in owners if status == NominationStatus.ACCEPTED)
    reserves = Counter(owner for owner, status in owners if status == NominationStatus.RESERVE)
    return [SeatLine(rule, nominated[rule.pk], accepted[rule.pk], reserves[rule.pk]) for rule in seating.rules]
