"""What verification found for each participant: written once, from closed half-days."""

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse
from lms.people.models import User

from ..figures import modules_taught, outcome_of, tallies_of
from ..models import Completion, Training
from .locks import lock_training


@transaction.atomic
def record_completions(training: Training, *, by: User, attendance_percent: int = 80) -> list[Completion]:
    """One completion for everybody present at least once: completed, or partial (`figures.outcome_of`).

    `missing_modules` are the mandatory modules left out of the training. Called again, it answers what it wrote.
    Refuses: 'not_closed' (a half-day is still open).
    """
    training = lock_training(training)
    written = list(Completion.objects.filter(enrolment__training=training))
    if written or training.head_count_only:
        return written
    if training.sessions.filter(closed_at=None).exists() or not training.sessions.exists():
        refuse("not_closed", _("Half-days are still open. Close them before completions are written."))
    rows = _completions(training, attendance_percent)
    Completion.objects.bulk_create(rows)
    outcomes = {str(row.enrolment_id): row.outcome for row in rows}
    record("completions_recorded", training, by=by, after=outcomes, institution=training.institution)
    return rows


def _completions(training: Training, attendance_percent: int) -> list[Completion]:
    left_out = modules_taught(training).left_out
    outcomes = {
        pk: (tally, outcome_of(tally, left_out, attendance_percent)) for pk, tally in tallies_of(training).items()
    }
    return [
        Completion(
            enrolment_id=pk,
            outcome=outcome,
            completed_on=training.ends_on,
            half_days=tally.half_days,
            half_days_attended=tally.present,
            missing_modules=left_out,
        )
        for pk, (tally, outcome) in outcomes.items()
        if outcome
    ]
