"""Selecting: who gets a seat, who waits for one, who does not."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lms.core.rules import Finding, RuleBroken, refuse, refuse_stale
from lms.people.models import User
from lms.trainings.choices import EnrolmentSource, EnrolmentStatus, TrainingStatus
from lms.trainings.figures import places_of
from lms.trainings.models import Training
from lms.trainings.services import enrol_person, withdraw_enrolment
from lms.trainings.services.locks import day_at, lock_training

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..permissions import is_own, may_decide_nomination
from ..selection.seat_rules import seat_findings
from ..selection.seats import seating_of
from .letters import settle_letter
from .nominations import facts, keep, lock_nomination

DECISIONS = (NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED)


@transaction.atomic
def decide_nomination(
    nomination: Nomination, status: str, *, reason: str = "", by: User, version: int | None = None
) -> Nomination:
    """Accept (a place in the training with it), put on reserve, or decline. Decided the same again changes nothing.

    Its letter is written and waits for release. Refuses: not_office, own_nomination, stale, not_open, settled,
    not_endorsed, reason_missing (to decline, or to take a seat away again), no_seat, what the seat rules say unless
    there is a reason ('seat_maximum', 'seat_alternates', 'seat_not_invited'), and what enrolling refuses ('overlap',
    'trainer').
    """
    return decide_one(nomination, status, reason=reason, by=by, version=version, in_list=False)


def decide_one(
    nomination: Nomination, status: str, *, reason: str, by: User, version: int | None, in_list: bool
) -> Nomination:
    """As `decide_nomination`; `in_list`: the seat rules were asked about the whole list before."""
    status = NominationStatus(status)
    if status not in DECISIONS:
        raise ValueError(f"not a decision: {status}")
    training, nomination = lock_nomination(nomination)
    _refuse_decider(nomination, by)
    refuse_stale(nomination, version)
    if nomination.status == status:
        return nomination
    reason = reason.strip()
    _refuse_decision(training, nomination, status, reason)
    if not in_list and not reason:
        _refuse_seat_rules(nomination, status)
    before, was = facts(nomination), nomination.status
    nomination.status, nomination.reason = status, reason
    nomination.reserve_place = _next_place(nomination.cohort) if status == NominationStatus.RESERVE else None
    keep(nomination, f"nomination_{status}", before, by=by, reason=reason)
    if status == NominationStatus.ACCEPTED:
        give_seat(training, nomination, by)
    elif was == NominationStatus.ACCEPTED:
        take_seat(training, nomination, reason, by)
    settle_letter(nomination, by=by)
    return nomination


def _refuse_decider(nomination: Nomination, by: User) -> None:
    if is_own(by, nomination):
        refuse("own_nomination", _("Nobody decides about themselves. Ask another programme officer."))
    if not may_decide_nomination(by, nomination):
        refuse("not_office", _("Only the programme office decides about nominations."))


def _refuse_decision(training: Training, nomination: Nomination, status: str, reason: str) -> None:
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        refuse("not_open", _("Nominations are decided between the call and the last day of the ToT."))
    if nomination.status == NominationStatus.WITHDRAWN:
        refuse("settled", _("This nomination was withdrawn by the institution."))
    if status != NominationStatus.DECLINED and not nomination.is_endorsed:
        refuse("not_endorsed", _("The institution has not endorsed this nomination yet. Ask its focal point."))
    if not reason and (status == NominationStatus.DECLINED or nomination.status == NominationStatus.ACCEPTED):
        refuse("reason_missing", _("Write the reason: the institution reads it."))


def _refuse_seat_rules(nomination: Nomination, status: str) -> None:
    """What this one decision would break; that a minimum is not reached yet, only a whole list can say."""
    seating = seating_of(nomination.cohort)
    if not seating.rules or status == NominationStatus.DECLINED:
        return
    others = nomination.cohort.nominations.exclude(pk=nomination.pk)
    now = [seating.choice(row) for row in others]
    before = {one.message for one in seat_findings(seating.rules, [*now, seating.choice(nomination)])}
    found = seat_findings(seating.rules, [*now, seating.choice(nomination, status)])
    broken = [one for one in found if one.message not in before and one.code != "seat_minimum"]
    if broken:
        raise RuleBroken(*broken, Finding("reason_needed", _("To decide like this all the same, write the reason.")))


def _next_place(cohort: Cohort) -> int:
    return (cohort.nominations.aggregate(last=Max("reserve_place"))["last"] or 0) + 1


def give_seat(training: Training, nomination: Nomination, by: User) -> None:
    """A seat, never a place on a waiting list: a nomination beyond the seats is a reserve."""
    if not places_of(training).free and not _has_seat(training, nomination):
        sentence = _("All %(seats)d seats are taken. Put this nomination on reserve.")
        refuse("no_seat", sentence % {"seats": training.seats})
    enrolment = enrol_person(training, nomination.person, source=EnrolmentSource.NOMINATION, by=by)
    if enrolment.status != EnrolmentStatus.ENROLLED:
        refuse("no_seat", _("Somebody waits for a seat in this training already. Give that place back first."))


def _has_seat(training: Training, nomination: Nomination) -> bool:
    return training.enrolments.holding_a_seat().filter(person=nomination.person_id).exists()


def take_seat(training: Training, nomination: Nomination, reason: str, by: User) -> None:
    enrolment = training.enrolments.filter(person=nomination.person_id).first()
    if enrolment:
        withdraw_enrolment(enrolment, reason=reason, by=by)


# Many at once ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def decide_nominations(
    cohort: Cohort, versions: Mapping[int, int | None], status: str, *, reason: str = "", by: User
) -> list[Nomination]:
    """The same decision about many, {nomination id: version}: all of them or none.

    Refuses: nothing_chosen, and what `decide_nomination` refuses, each finding with the person's name before it.
    """
    lock_training(cohort.training_id)
    rows = list(cohort.nominations.filter(pk__in=versions).select_related("person", "cohort"))
    if not rows or len(rows) < len(versions):
        refuse("nothing_chosen", _("Choose at least one nomination of this cohort."))
    _refuse_too_many(cohort, rows, status)
    findings: list[Finding] = []
    decided = []
    for row in rows:
        try:
            decided.append(decide_nomination(row, status, reason=reason, by=by, version=versions[row.pk]))
        except RuleBroken as refusal:
            findings.extend(Finding(one.code, f"{row.person}: {one.message}") for one in refusal.findings)
    if findings:
        raise RuleBroken(*findings)
    return decided


def _refuse_too_many(cohort: Cohort, rows: Iterable[Nomination], status: str) -> None:
    """Said once for all, before the first seat is given."""
    coming = sum(row.status != NominationStatus.ACCEPTED for row in rows)
    free = places_of(cohort.training).free
    if status == NominationStatus.ACCEPTED and coming > free:
        numbers = {"coming": coming, "free": free}
        refuse("no_seat", _("%(coming)d nominations are chosen and %(free)d seats are free. Choose fewer.") % numbers)
