"""Dropping out, and moving up: the next reserve is proposed, and gets the seat when the office says so."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.core.rules import refuse, refuse_stale
from lms.people.models import User
from lms.people.permissions import is_office
from lms.trainings.choices import EnrolmentStatus, TrainingStatus
from lms.trainings.models import Enrolment, Training
from lms.trainings.services.locks import day_at, lock_training

from ..choices import NominationStatus
from ..models import Cohort, Nomination
from ..permissions import may_run_cohorts, may_withdraw_nomination
from ..selection.reserves import next_reserves
from .letters import settle_letter
from .nominations import facts, keep, lock_nomination
from .selection import give_seat, take_seat


@transaction.atomic
def withdraw_nomination(
    nomination: Nomination, *, reason: str, by: User, version: int | None = None
) -> list[Nomination]:
    """Somebody cannot come: the nomination is withdrawn and the seat given back; its waiting letter is withdrawn.

    Answers who is next for the seat: proposed to the office, nothing more. Refuses: not_allowed, reason_missing,
    stale, settled, and 'attended' (was present).
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
    take_seat(training, nomination, reason, by)
    return next_reserves(nomination.cohort) if is_office(by) else []


def _close(nomination: Nomination, reason: str, by: User) -> None:
    before = facts(nomination)
    nomination.status, nomination.reason, nomination.reserve_place = NominationStatus.WITHDRAWN, reason, None
    keep(nomination, "nomination_withdrawn", before, by=by, reason=reason)
    settle_letter(nomination, by=by)


@transaction.atomic
def promote_reserves(cohort: Cohort, *, by: User) -> list[Nomination]:
    """Give free seats to the reserves: in their order, as the seat rules allow. Their letters are written.

    Accepted people who gave their place back themselves are closed as withdrawn first. Answers who was promoted.
    Refuses: not_office, not_open, no_seat, no_reserve (nobody waits who could come).
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office promotes reserves."))
    training = lock_training(cohort.training_id)
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        refuse("not_open", _("Seats are given between the call and the last day of the ToT."))
    for nomination in dropped_out(cohort):
        _close(nomination, _("The place was given back."), by)
    _refuse_no_seat(training)
    promoted = next_reserves(cohort, by=by)
    if not promoted:
        refuse("no_reserve", _("Nobody on reserve can come on these days, or their institutions have all their seats."))
    for nomination in promoted:
        _promote(training, nomination, by)
    return promoted


@transaction.atomic
def promote_reserve(nomination: Nomination, *, by: User, version: int | None = None) -> Nomination:
    """Give a free seat to the reserve that is proposed. Refuses: not_office, not_open, stale, not_proposed."""
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office promotes reserves."))
    training, nomination = lock_nomination(nomination)
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        refuse("not_open", _("Seats are given between the call and the last day of the ToT."))
    refuse_stale(nomination, version)
    if nomination.pk not in {row.pk for row in next_reserves(nomination.cohort, by=by)}:
        refuse("not_proposed", _("No free seat goes to this reserve now: somebody else is next, or none is free."))
    for gone in dropped_out(nomination.cohort):
        _close(gone, _("The place was given back."), by)
    _promote(training, nomination, by)
    return nomination


def _promote(training: Training, nomination: Nomination, by: User) -> None:
    before = facts(nomination)
    nomination.status, nomination.reserve_place = NominationStatus.ACCEPTED, None
    keep(nomination, "nomination_promoted", before, by=by)
    give_seat(training, nomination, by)
    settle_letter(nomination, by=by)


def _refuse_no_seat(training: Training) -> None:
    if training.enrolments.holding_a_seat().count() >= training.seats:
        refuse("no_seat", _("No seat is free."))


def dropped_out(cohort: Cohort) -> list[Nomination]:
    """Accepted, but their place in the training was given back."""
    gone = Enrolment.objects.filter(training=cohort.training_id, status=EnrolmentStatus.WITHDRAWN).values("person")
    return list(cohort.nominations.accepted().filter(person__in=gone).select_related("person", "cohort"))
