"""After the days: the office submits what was held, a second officer verifies it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.certification.choices import Aim, RequirementKind
from lms.certification.evidence import current_terms
from lms.core.rules import refuse, refuse_stale
from lms.people.models import User
from lms.trainings.choices import DecisionKind, TrainingStatus
from lms.trainings.models import Decision, Training
from lms.trainings.services import close_sessions, record_completions, reopen_sessions, set_status
from lms.trainings.services.locks import day_at, lock_training

from ..models import Cohort
from ..permissions import has_submitted, may_run_cohorts


def _opened(cohort: Cohort, by: User, version: int | None) -> Training:
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office reports and verifies a ToT."))
    training = lock_training(cohort.training_id)
    refuse_stale(training, version)
    return training


@transaction.atomic
def submit_cohort(cohort: Cohort, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Report the ToT as held: every half-day's attendance is in, and closes. `version` is the training's.

    Refuses: not_office, stale, wrong_state, not_over, nobody_came, and what closing refuses ('attendance_missing',
    'modules_missing', 'no_sessions').
    """
    training = _opened(cohort, by, version)
    if training.status not in (TrainingStatus.APPROVED, TrainingStatus.RETURNED):
        refuse("wrong_state", _("Only a ToT that was held and is not reported yet can be submitted."))
    if day_at(training) <= training.ends_on:
        refuse("not_over", _("The ToT is not over yet. Submit it after its last day."))
    if not training.enrolments.holding_a_seat().filter(attendance__present=True).exists():
        refuse("nobody_came", _("Nobody is recorded as present. Record the attendance first, or cancel the ToT."))
    close_sessions(training, by=by)
    return set_status(training, DecisionKind.SUBMIT, by=by, reason=reason.strip())


@transaction.atomic
def verify_cohort(cohort: Cohort, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """A second officer verifies the report: completions are written.

    Refuses: not_office, stale, wrong_state, own_report.
    """
    training = _opened(cohort, by, version)
    if training.status != TrainingStatus.SUBMITTED:
        refuse("wrong_state", _("Only a submitted ToT can be verified."))
    if has_submitted(by, cohort):
        refuse("own_report", _("Nobody verifies their own report. Ask another programme officer."))
    terms = current_terms(cohort.scheme)
    percent = terms.threshold(Aim.ANY, RequirementKind.ATTENDANCE, 80)
    record_completions(training, by=by, attendance_percent=percent)
    return set_status(training, DecisionKind.VERIFY, by=by, reason=reason.strip())


@transaction.atomic
def return_cohort(cohort: Cohort, *, reason: str, by: User, version: int | None = None) -> Decision:
    """Give the report back for correction: its half-days open again.

    Refuses: not_office, stale, wrong_state, reason_missing.
    """
    training = _opened(cohort, by, version)
    if training.status != TrainingStatus.SUBMITTED:
        refuse("wrong_state", _("Only a submitted ToT can be returned."))
    if not reason.strip():
        refuse("reason_missing", _("Write what is to be corrected."))
    decision = set_status(training, DecisionKind.RETURN, by=by, reason=reason.strip())
    reopen_sessions(training, reason=reason.strip(), by=by)
    return decision
