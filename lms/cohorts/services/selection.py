"""Selecting: who gets a seat, who waits for one, who does not; and what happens when somebody drops out."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lms.core.rules import Finding, RuleBroken, refuse, refuse_stale
from lms.trainings.choices import EnrolmentSource, EnrolmentStatus, TrainingStatus
from lms.trainings.figures import people_elsewhere, places_of
from lms.trainings.models import Enrolment, Training
from lms.trainings.services import enrol_person, withdraw_enrolment
from lms.trainings.services.locks import day_at, lock_training

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..permissions import is_own, may_decide_nomination, may_run_cohorts, may_withdraw_nomination
from .nominations import facts, keep, lock_nomination

DECISIONS = (NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED)


@transaction.atomic
def decide_nomination(
    nomination: Nomination, status: str, *, reason: str = "", by, version: int | None = None
) -> Nomination:
    """Accept (a place in the training with it), put on reserve, or decline. Decided the same again changes nothing.

    Refuses: not_office, own_nomination, stale, not_open, settled, not_endorsed, reason_missing (to decline, or to
    take a seat away again), no_seat, and what enrolling refuses ('overlap', 'trainer').
    """
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
    before, was = facts(nomination), nomination.status
    nomination.status, nomination.reason = status, reason
    nomination.reserve_place = _next_place(nomination.cohort) if status == NominationStatus.RESERVE else None
    keep(nomination, f"nomination_{status}", before, by=by, reason=reason)
    if status == NominationStatus.ACCEPTED:
        _give_seat(training, nomination, by)
    elif was == NominationStatus.ACCEPTED:
        _take_seat(training, nomination, reason, by)
    return nomination


def _refuse_decider(nomination: Nomination, by) -> None:
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


def _next_place(cohort: Cohort) -> int:
    return (cohort.nominations.aggregate(last=Max("reserve_place"))["last"] or 0) + 1


def _give_seat(training: Training, nomination: Nomination, by) -> None:
    """A seat, never a place on a waiting list: a nomination beyond the seats is a reserve."""
    if not places_of(training).free and not _has_seat(training, nomination):
        sentence = _("All %(seats)d seats are taken. Put this nomination on reserve.")
        refuse("no_seat", sentence % {"seats": training.seats})
    enrolment = enrol_person(training, nomination.person, source=EnrolmentSource.NOMINATION, by=by)
    if enrolment.status != EnrolmentStatus.ENROLLED:
        refuse("no_seat", _("Somebody waits for a seat in this training already. Give that place back first."))


def _has_seat(training: Training, nomination: Nomination) -> bool:
    return training.enrolments.holding_a_seat().filter(person=nomination.person_id).exists()


def _take_seat(training: Training, nomination: Nomination, reason: str, by) -> None:
    enrolment = training.enrolments.filter(person=nomination.person_id).first()
    if enrolment:
        withdraw_enrolment(enrolment, reason=reason, by=by)


# Many at once ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def decide_nominations(
    cohort: Cohort, versions: Mapping[int, int | None], status: str, *, reason: str = "", by
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


# Dropping out ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def withdraw_nomination(nomination: Nomination, *, reason: str, by, version: int | None = None) -> list[Nomination]:
    """Somebody cannot come: the nomination is withdrawn, the seat given back, the next reserve promoted.

    Answers who was promoted. Refuses: not_allowed, reason_missing, stale, settled, and 'attended' (was present).
    """
    training, nomination = lock_nomination(nomination)
    if not may_withdraw_nomination(by, nomination):
        if nomination.status in (NominationStatus.DECLINED, NominationStatus.WITHDRAWN):
            refuse("settled", _("This nomination was declined or withdrawn already."))
        refuse("not_allowed", _("Nominations are withdrawn by the institution's focal point or the programme office."))
    refuse_stale(nomination, version)
    if not reason.strip():
        refuse("reason_missing", _("Write why the person does not come."))
    was = nomination.status
    _close(nomination, reason.strip(), by)
    if was != NominationStatus.ACCEPTED:
        return []
    _take_seat(training, nomination, reason, by)
    return _fill_seats(training, nomination.cohort, by)


def _close(nomination: Nomination, reason: str, by) -> None:
    before = facts(nomination)
    nomination.status, nomination.reason, nomination.reserve_place = NominationStatus.WITHDRAWN, reason, None
    keep(nomination, "nomination_withdrawn", before, by=by, reason=reason)


@transaction.atomic
def promote_reserves(cohort: Cohort, *, by) -> list[Nomination]:
    """Give free seats to the reserves in their order. Answers who was promoted.

    Accepted people who gave their place back themselves are closed as withdrawn first. Refuses: not_office, not_open,
    no_seat, no_reserve (nobody waits who could come).
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office promotes reserves."))
    training = lock_training(cohort.training_id)
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        refuse("not_open", _("Seats are given between the call and the last day of the ToT."))
    for nomination in dropped_out(cohort):
        _close(nomination, _("The place was given back."), by)
    if not places_of(training).free:
        refuse("no_seat", _("No seat is free."))
    promoted = _fill_seats(training, cohort, by)
    if not promoted:
        refuse("no_reserve", _("Nobody on reserve can come on these days."))
    return promoted


def dropped_out(cohort: Cohort) -> list[Nomination]:
    """Accepted, but their place in the training was given back."""
    gone = Enrolment.objects.filter(training=cohort.training_id, status=EnrolmentStatus.WITHDRAWN).values("person")
    return list(cohort.nominations.accepted().filter(person__in=gone).select_related("person", "cohort"))


def _fill_seats(training: Training, cohort: Cohort, by) -> list[Nomination]:
    """The next reserves, passing over who is busy on these days, has left, or is the one who acts."""
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        return []
    waiting = list(cohort.nominations.reserves().select_for_update(of=("self",)).select_related("person"))
    busy = people_elsewhere(training, [row.person_id for row in waiting]) if waiting else {}
    able = [row for row in waiting if row.person_id not in busy and row.person.left_on is None and not is_own(by, row)]
    promoted = able[: places_of(training).free]
    for nomination in promoted:
        before = facts(nomination)
        nomination.status, nomination.reserve_place = NominationStatus.ACCEPTED, None
        keep(nomination, "nomination_promoted", before, by=by)
        _give_seat(training, nomination, by)
    return promoted
