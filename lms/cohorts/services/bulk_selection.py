"""Deciding about the whole list at once, under the seat rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import Finding, RuleBroken, refuse
from lms.people.models import User
from lms.trainings.services.locks import lock_training

from ..choices import NominationStatus
from ..models import Cohort, Nomination, Selection
from ..permissions import may_run_cohorts
from ..selection.seat_rules import seat_findings
from ..selection.seats import seating_of
from .nominations import facts, keep
from .selection import decide_one

#: Seats are taken away before others are given.
ORDER = (NominationStatus.DECLINED, NominationStatus.RESERVE, NominationStatus.ACCEPTED)


@dataclass(frozen=True)
class Ruling:
    """What is decided about one nomination. place: among the reserves, from 1; None keeps the order there is."""

    status: str
    reason: str = ""
    place: int | None = None
    version: int | None = None


@transaction.atomic
def decide_list(cohort: Cohort, rulings: Mapping[int, Ruling], *, reason: str = "", by: User) -> Selection:
    """Decide about all of these, {nomination id: Ruling}: all of them or none.

    Refuses: not_office, nothing_chosen, nothing_changes; what the seat rules say of the list that comes out
    ('seat_maximum', 'seat_minimum', 'seat_alternates', 'seat_not_invited') unless `reason` says why; and with names
    what deciding refuses.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office decides about nominations."))
    training = lock_training(cohort.training_id)
    rows = list(cohort.nominations.filter(pk__in=rulings).select_related("person", "cohort"))
    if not rows or len(rows) < len(rulings):
        refuse("nothing_chosen", _("Choose at least one nomination of this cohort."))
    changed = [row for row in rows if row.status != rulings[row.pk].status]
    moved = _moved(rows, rulings)
    if not changed and not moved:
        refuse("nothing_changes", _("Nothing is decided differently from before."))
    findings = list_findings(cohort, {row.pk: rulings[row.pk].status for row in rows})
    if findings and not reason.strip():
        raise RuleBroken(*findings, Finding("reason_needed", _("To decide like this all the same, write the reason.")))
    _apply(changed, rulings, reason.strip(), by)
    _number_reserves(cohort, rulings, by)
    selection = Selection.objects.create(
        cohort=cohort, by=by, changed=len(changed), findings=[one.message for one in findings], reason=reason.strip()
    )
    after = {"changed": len(changed), "findings": [one.code for one in findings]}
    record("selection_decided", cohort, by=by, after=after, reason=reason, institution=training.institution_id)
    return selection


def list_findings(cohort: Cohort, statuses: Mapping[int, str]) -> list[Finding]:
    """What the seat rules say of the cohort's whole list, with these nominations decided so."""
    seating = seating_of(cohort)
    if not seating.rules:
        return []
    rows = cohort.nominations.all()
    return seat_findings(seating.rules, [seating.choice(row, statuses.get(row.pk)) for row in rows])


def _apply(changed: Iterable[Nomination], rulings: Mapping[int, Ruling], reason: str, by: User) -> None:
    findings: list[Finding] = []
    for row in sorted(changed, key=lambda row: (ORDER.index(rulings[row.pk].status), rulings[row.pk].place or 999)):
        one = rulings[row.pk]
        words = one.reason.strip() or (reason if one.status != NominationStatus.DECLINED else "")
        try:
            decide_one(row, one.status, reason=words, by=by, version=one.version, in_list=True)
        except RuleBroken as refusal:
            findings.extend(Finding(found.code, f"{row.person}: {found.message}") for found in refusal.findings)
    if findings:
        raise RuleBroken(*findings)


def _moved(rows: Iterable[Nomination], rulings: Mapping[int, Ruling]) -> bool:
    """Does a reserve that stays one get another place?"""
    stays = [row for row in rows if row.status == rulings[row.pk].status == NominationStatus.RESERVE]
    return any(rulings[row.pk].place not in (None, row.reserve_place) for row in stays)


def _number_reserves(cohort: Cohort, rulings: Mapping[int, Ruling], by: User) -> None:
    """All reserves from 1, those with a place given before those without, at equal places as they stood."""
    rows = list(cohort.nominations.reserves().select_for_update(of=("self",)).select_related("person", "cohort"))
    wanted = {pk: one.place for pk, one in rulings.items() if one.place}
    rows.sort(key=lambda row: (wanted.get(row.pk, row.reserve_place), row.pk not in wanted, row.reserve_place))
    moved = [(row, number) for number, row in enumerate(rows, 1) if row.reserve_place != number]
    before = {row.pk: facts(row) for row, _number in moved}
    Nomination.objects.filter(pk__in=before).update(reserve_place=None)
    for row, number in moved:
        row.reserve_place = number
        keep(row, "nomination_placed", before[row.pk], by=by)
