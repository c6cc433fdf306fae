"""The decisions on a cascade training, each in one transaction under the lock of the training's row."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lms.certification.services import issue_completion_certificates
from lms.core.rules import Finding, refuse
from lms.people.models import User
from lms.trainings.choices import DecisionKind
from lms.trainings.models import Attendance, Decision, Training
from lms.trainings.services import (
    change_training,
    close_sessions,
    record_completions,
    reopen_sessions,
    set_status,
)

from ..choices import Moment, Position
from ..rules import NEEDS_REASON
from ..tasks import send_decision_mails
from .common import open_training, pass_rules, require_reason


@transaction.atomic
def send_training(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Send the plan to the focal point. Refuses: 'stale', 'wrong_state', 'not_allowed', and what the rules block."""
    training, _position = open_training(training, DecisionKind.PLAN, by=by, version=version)
    findings = pass_rules(training, Moment.PLAN, by=by)
    return _decide(training, DecisionKind.PLAN, by=by, reason=reason, findings=findings)


@transaction.atomic
def approve_training(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Approve the plan: enrolment opens. Refuses: 'stale', 'wrong_state', 'not_allowed', and what the rules block."""
    training, _position = open_training(training, DecisionKind.APPROVE, by=by, version=version)
    findings = pass_rules(training, Moment.APPROVE, by=by)
    return _decide(training, DecisionKind.APPROVE, by=by, reason=reason, findings=findings)


@transaction.atomic
def return_training(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Give a plan or a report back for correction; the half-days of a report open again.

    Refuses: 'stale', 'wrong_state', 'not_allowed', 'reason_missing'.
    """
    training, position = open_training(training, DecisionKind.RETURN, by=by, version=version)
    reason = require_reason(reason)
    decision = _decide(training, DecisionKind.RETURN, by=by, reason=reason)
    if position == Position.SUBMITTED:
        reopen_sessions(training, reason=reason, by=by)
    return decision


@transaction.atomic
def submit_training(
    training: Training, *, by: User, version: int | None = None, reason: str = "", reported: int | None = None
) -> Decision:
    """Report what was delivered: the half-days close. `reported`: participants by the institution's own report.

    Refuses: 'stale', 'wrong_state', 'not_allowed', and what the rules block.
    """
    training, _position = open_training(training, DecisionKind.SUBMIT, by=by, version=version)
    if reported is not None and reported != training.reported_participants:
        training = change_training(training, by=by, version=None, reported_participants=reported)
    findings = pass_rules(training, Moment.SUBMIT, by=by)
    close_sessions(training, by=by)
    return _decide(training, DecisionKind.SUBMIT, by=by, reason=reason, findings=findings)


@transaction.atomic
def verify_training(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Verify the report: completions are written and certificates of completion issued.

    Refuses: 'stale', 'wrong_state', 'not_allowed', 'reason_needed' (a warning has to be confirmed in words), and
    what the rules block.
    """
    training, _position = open_training(training, DecisionKind.VERIFY, by=by, version=version)
    findings = pass_rules(training, Moment.VERIFY, by=by)
    unconfirmed = [finding for finding in findings if finding.code in NEEDS_REASON]
    if unconfirmed and not reason.strip():
        refuse("reason_needed", _("%s Write the reason to confirm it.") % unconfirmed[0].message)
    record_completions(training, by=by)
    decision = _decide(training, DecisionKind.VERIFY, by=by, reason=reason.strip(), findings=findings)
    training.refresh_from_db()
    issue_completion_certificates(training, by=by)
    return decision


@transaction.atomic
def lock_training_record(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Lock a verified training for good: its period is reported. Refuses: 'stale', 'wrong_state', 'not_allowed'."""
    training, _position = open_training(training, DecisionKind.LOCK, by=by, version=version)
    return _decide(training, DecisionKind.LOCK, by=by, reason=reason)


@transaction.atomic
def cancel_training(training: Training, *, by: User, version: int | None = None, reason: str = "") -> Decision:
    """Call the training off; everybody with a place is told by mail.

    Refuses: 'stale', 'wrong_state', 'not_allowed', 'reason_missing', 'already_taught'.
    """
    training, _position = open_training(training, DecisionKind.CANCEL, by=by, version=version)
    reason = require_reason(reason)
    if Attendance.objects.filter(session__training=training, present=True).exists():
        refuse("already_taught", _("People were present already. Submit the report of what was held instead."))
    return _decide(training, DecisionKind.CANCEL, by=by, reason=reason)


def _decide(training: Training, kind: str, *, by: User, reason: str, findings: Iterable[Finding] = ()) -> Decision:
    decision = set_status(training, kind, by=by, reason=reason, findings=findings)
    send_decision_mails.enqueue(decision.pk)
    return decision
