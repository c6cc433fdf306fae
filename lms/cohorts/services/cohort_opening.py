"""Opening a cohort and its call, and calling it off."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.certification.models import Scheme
from lms.core.rules import refuse, refuse_stale
from lms.people.models import User
from lms.trainings.choices import DecisionKind, TrainingKind, TrainingStatus
from lms.trainings.models import Attendance, Training
from lms.trainings.services import SessionPlan, create_training, plan_sessions, set_status
from lms.trainings.services.locks import day_at, lock_training

from ..agenda.plan import DAYS, Planned, plan_days
from ..models import Cohort
from ..permissions import OVER, may_run_cohorts
from .letters import write_invitations


@transaction.atomic
def open_cohort(*, training_fields: Mapping[str, Any], scheme: Scheme, nominations_close_on: date, by: User) -> Cohort:
    """A ToT of five days as a draft, with its modules in their half-days, and the cohort that nominates for it.

    `training_fields`: institution (the host), edition, title, language, venue, starts_on, seats; reference if there
    is one. Refuses: not_office, other_curriculum, closes_late, and what `create_training` refuses.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office opens a ToT cohort."))
    starts_on, edition = training_fields["starts_on"], training_fields["edition"]
    if scheme.curriculum_id != edition.curriculum_id:
        refuse("other_curriculum", _("The scheme certifies another curriculum. Choose an edition of the same one."))
    if nominations_close_on >= starts_on:
        refuse("closes_late", _("Nominations must close before the first day. Choose an earlier day."))
    fixed = {"kind": TrainingKind.TOT, "curriculum": edition.curriculum, "ends_on": starts_on + timedelta(DAYS - 1)}
    training = create_training(by=by, **{**training_fields, **fixed})
    _plan_modules(training, by)
    cohort = Cohort.objects.create(training=training, scheme=scheme, nominations_close_on=nominations_close_on)
    after = {"training": training.pk, "scheme": scheme.code, "nominations_close_on": nominations_close_on}
    record("cohort_opened", cohort, by=by, after=after, institution=training.institution_id)
    return cohort


def _plan_modules(training: Training, by: User) -> None:
    rows = training.edition.modules.select_related("module")
    modules = [Planned(row.module_id, row.module.code, row.minutes) for row in rows]
    plans = [
        SessionPlan(half.held_on, half.half, [module.pk for module in half.modules])
        for half in plan_days(training.starts_on, modules)
    ]
    plan_sessions(training, plans, by=by)


@transaction.atomic
def open_nominations(cohort: Cohort, *, by: User, version: int | None = None) -> Cohort:
    """Send the call: from now on every focal point sees the cohort, and selection may begin. Sent twice is sent once.

    The invitations to the focal points are written; they wait until somebody releases them. `version` is the
    training's. Refuses: not_office, stale, not_draft, too_late (the closing day is over).
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office sends the call."))
    training = lock_training(cohort.training_id)
    if training.status == TrainingStatus.APPROVED:
        return cohort
    refuse_stale(training, version)
    if training.status not in (TrainingStatus.DRAFT, TrainingStatus.PLANNED):
        refuse("not_draft", _("The call can be sent only for a cohort in preparation."))
    if day_at(training) > cohort.nominations_close_on:
        refuse("too_late", _("The day on which nominations close is over. Choose a later day first."))
    if training.status == TrainingStatus.DRAFT:
        set_status(training, DecisionKind.PLAN, by=by)
    set_status(training, DecisionKind.APPROVE, by=by)
    record("nominations_opened", cohort, by=by, institution=training.institution_id)
    write_invitations(cohort, by=by)
    return Cohort.objects.select_related("training").get(pk=cohort.pk)


@transaction.atomic
def move_closing(cohort: Cohort, *, nominations_close_on: date, by: User) -> Cohort:
    """Give the institutions more or less time. Refuses: not_office, closes_late."""
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office moves the closing day."))
    training = lock_training(cohort.training_id)
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if nominations_close_on >= training.starts_on:
        refuse("closes_late", _("Nominations must close before the first day. Choose an earlier day."))
    before, cohort.nominations_close_on = cohort.nominations_close_on, nominations_close_on
    cohort.save()
    record(
        "closing_moved", cohort, by=by, before={"nominations_close_on": before},
        after={"nominations_close_on": nominations_close_on}, institution=training.institution_id,
    )  # fmt: skip
    return cohort


@transaction.atomic
def cancel_cohort(cohort: Cohort, *, reason: str, by: User, version: int | None = None) -> Cohort:
    """Call the ToT off; everybody with a place is told by mail. Nominations stay as they were.

    `version` is the training's. Refuses: not_office, stale, reason_missing, over (cancelled or reported), taught.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office cancels a ToT."))
    training = lock_training(cohort.training_id)
    refuse_stale(training, version)
    if not reason.strip():
        refuse("reason_missing", _("Write the reason: the people concerned read it."))
    if training.status in OVER:
        refuse("over", _("This ToT cannot be cancelled any more."))
    if Attendance.objects.filter(session__training=training, present=True).exists():
        refuse("taught", _("People were present already. A ToT that was held stays on record."))
    set_status(training, DecisionKind.CANCEL, by=by, reason=reason.strip())
    return Cohort.objects.select_related("training").get(pk=cohort.pk)
