"""Seats for each institution: what a selection breaks of them, and who moves up. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.rules import Finding

from ..choices import NominationStatus


@dataclass(frozen=True)
class InvitedInstitution:
    """An invited institution: seats at least and at most, and alternates."""

    pk: int
    name: str
    minimum: int
    maximum: int
    alternates: int

    @property
    def most_nominations(self) -> int:
        """As many as can get a seat or stand by."""
        return self.maximum + self.alternates


@dataclass(frozen=True)
class SeatClaim:
    """A nomination's status, and the invited institution it counts for (None: not invited)."""

    pk: int
    rule: int | None
    status: str


def seat_findings(rules: Sequence[InvitedInstitution], choices: Iterable[SeatClaim]) -> list[Finding]:
    """What these decisions break, institution by institution; nothing where there are no rules."""
    if not rules:
        return []
    choices = list(choices)
    accepted = Counter(one.rule for one in choices if one.status == NominationStatus.ACCEPTED)
    waiting = Counter(one.rule for one in choices if one.status == NominationStatus.RESERVE)
    findings = [found for rule in rules for found in _of(rule, accepted[rule.pk], waiting[rule.pk])]
    if accepted[None]:
        sentence = ngettext(
            "%(n)d seat goes to an institution that was not invited.",
            "%(n)d seats go to institutions that were not invited.",
            accepted[None],
        )
        findings.append(Finding("seat_not_invited", sentence % {"n": accepted[None]}))
    return findings


def _of(rule: InvitedInstitution, accepted: int, waiting: int) -> Iterable[Finding]:
    numbers = {"institution": rule.name, "n": accepted, "minimum": rule.minimum, "maximum": rule.maximum}
    if accepted > rule.maximum:
        yield Finding("seat_maximum", _("%(institution)s: %(n)d accepted, the maximum is %(maximum)d.") % numbers)
    if accepted < rule.minimum:
        yield Finding("seat_minimum", _("%(institution)s: %(n)d accepted, the minimum is %(minimum)d.") % numbers)
    if waiting > rule.alternates:
        sentence = _("%(institution)s: %(n)d on reserve, the maximum is %(alternates)d.")
        numbers = {"institution": rule.name, "n": waiting, "alternates": rule.alternates}
        yield Finding("seat_alternates", sentence % numbers)


def next_up(
    waiting: Sequence[SeatClaim], rules: Sequence[InvitedInstitution], accepted: Mapping[int | None, int], free: int
) -> list[int]:
    """Who gets the free seats, of those waiting in their order.

    An institution below its minimum comes first; one at its maximum is passed over. Without rules, the order alone.
    """
    by_pk, taken = {rule.pk: rule for rule in rules}, Counter(accepted)
    left = list(waiting)
    chosen: list[int] = []
    while left and len(chosen) < free:
        one = _next(left, by_pk, taken)
        if one is None:
            break
        left.remove(one)
        taken[one.rule] += 1
        chosen.append(one.pk)
    return chosen


def _next(left: Sequence[SeatClaim], rules: Mapping[int, InvitedInstitution], taken: Counter) -> SeatClaim | None:
    if not rules:
        return left[0]
    able = [one for one in left if one.rule in rules and taken[one.rule] < rules[one.rule].maximum]
    short = [one for one in able if taken[one.rule] < rules[one.rule].minimum]
    return next(iter(short or able), None)
