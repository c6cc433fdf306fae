"""Roll-out plans: drafted by the candidate or from paper, sent, confirmed or returned, and then only revised."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import Finding, refuse, refuse_if_any, refuse_stale
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.choices import EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Training

from ..models import Commitment, RolloutPlan
from ..permissions import may_confirm_plan, may_draft_plan
from ..rollout.rules import Promise, findings


@transaction.atomic
def save_plan(
    training: Training, person: Person, promises: Sequence[Promise], *, by: User, version: int | None = None
) -> RolloutPlan:
    """Write the first version, or the draft there is, with these deliveries in place of the ones before.

    Refuses: not_allowed, not_tot, training_shut, not_enrolled, sent, confirmed, stale, and what `rollout_rules`
    finds.
    """
    training, person = _open(training, person, by)
    refuse_if_any(_findings(training, person, promises))
    plan = _latest(training, person)
    if plan is None:
        plan = RolloutPlan(training=training, person=person, number=1)
    else:
        _refuse_closed(plan)
        refuse_stale(plan, version)
        plan.version += 1
    plan.drafted_by, plan.on_paper = by, person.user_id != by.pk
    plan.save()
    _write(plan, promises)
    record("rollout_plan.drafted", plan, by=by, after=_facts(plan), institution=person.institution_id)
    return plan


@transaction.atomic
def send_plan(plan: RolloutPlan, *, version: int | None = None, by: User) -> RolloutPlan:
    """Hand the draft to the focal point. Refuses: not_allowed, sent, confirmed, stale, and what the rules find."""
    plan = _locked(plan)
    training, person = _open(plan.training, plan.person, by)
    _refuse_closed(plan)
    refuse_stale(plan, version)
    refuse_if_any(_findings(training, person, promises_of(plan)))
    plan.sent_at, plan.returned_reason, plan.version = now(), "", plan.version + 1
    plan.save()
    record("rollout_plan.sent", plan, by=by, after=_facts(plan), institution=person.institution_id)
    return plan


@transaction.atomic
def confirm_plan(plan: RolloutPlan, *, version: int | None = None, by: User) -> RolloutPlan:
    """The focal point stands by it: the plan is in force and does not change any more.

    Refuses: not_allowed, not_sent, confirmed, stale.
    """
    plan = _to_decide(plan, version, by)
    plan.confirmed_at, plan.confirmed_by, plan.version = now(), by, plan.version + 1
    plan.save()
    record("rollout_plan.confirmed", plan, by=by, after=_facts(plan), institution=plan.person.institution_id)
    return plan


@transaction.atomic
def return_plan(plan: RolloutPlan, *, reason: str, version: int | None = None, by: User) -> RolloutPlan:
    """Back to the candidate, who is told why. Refuses: not_allowed, reason_missing, not_sent, confirmed, stale."""
    if not reason.strip():
        refuse("reason_missing", _("Say what is to be changed."))
    plan = _to_decide(plan, version, by)
    plan.sent_at, plan.returned_reason, plan.version = None, reason.strip(), plan.version + 1
    plan.save()
    record("rollout_plan.returned", plan, by=by, reason=reason.strip(), institution=plan.person.institution_id)
    return plan


@transaction.atomic
def revise_plan(plan: RolloutPlan, *, reason: str, by: User) -> RolloutPlan:
    """A new draft from the confirmed version, which stays as it is and in force until the new one is confirmed.

    Refuses: not_allowed, reason_missing, not_confirmed, open_version, not_tot, training_shut, not_enrolled.
    """
    if not reason.strip():
        refuse("reason_missing", _("Say why the plan changes."))
    plan = _locked(plan)
    training, person = _open(plan.training, plan.person, by)
    latest = _latest(training, person)
    if latest is None or latest.confirmed_at is None:
        refuse("open_version", _("There is a version that is not confirmed yet. Change that one."))
    if latest.pk != plan.pk:
        refuse("not_confirmed", _("There is a newer version. Change that one."))
    new = RolloutPlan.objects.create(
        training=training, person=person, number=plan.number + 1, reason=reason.strip(), drafted_by=by,
        on_paper=person.user_id != by.pk,
    )  # fmt: skip
    _write(new, promises_of(plan))
    record("rollout_plan.revised", new, by=by, after=_facts(new), reason=new.reason, institution=person.institution_id)
    return new


def promises_of(plan: RolloutPlan) -> list[Promise]:
    """The plan's deliveries as the rules read them."""
    return [
        Promise(tuple(row.modules), row.institution_id, row.due_on, row.participants, row.month_only, row.note)
        for row in plan.commitments.all()
    ]


def institutions_for(person: Person) -> frozenset[int]:
    """Where this person may deliver (rule 3): their own institution and those below it that are in use."""
    below = Institution.objects.subtree_ids([person.institution_id])
    return frozenset(Institution.objects.active().filter(pk__in=below).values_list("pk", flat=True))


def _open(training: Training, person: Person, by: User) -> tuple[Training, Person]:
    """Both rows, the training locked, after asking whether this user may write this person's plan."""
    training = Training.objects.select_for_update().get(pk=training.pk)
    person = Person.objects.select_related("institution").get(pk=person.pk)
    if not may_draft_plan(by, training, person):
        refuse("not_allowed", _("The candidate writes the roll-out plan, or the programme office from paper."))
    if training.kind != TrainingKind.TOT:
        refuse("not_tot", _("Roll-out plans belong to a training of trainers; this is another kind of training."))
    if training.status in (TrainingStatus.DRAFT, TrainingStatus.CANCELLED):
        refuse("training_shut", _("This training takes no roll-out plans: it is a draft or cancelled."))
    if not training.enrolments.filter(person=person, status=EnrolmentStatus.ENROLLED).exists():
        refuse("not_enrolled", _("This person is not enrolled in the training. Enrol them first."))
    return training, person


def _to_decide(plan: RolloutPlan, version: int | None, by: User) -> RolloutPlan:
    plan = _locked(plan)
    if not may_confirm_plan(by, plan.person):
        refuse("not_allowed", _("A focal point of the candidate's institution confirms the plan, never the candidate."))
    if plan.confirmed_at:
        refuse("confirmed", _("This version is confirmed already."))
    if plan.sent_at is None:
        refuse("not_sent", _("This plan is still being written."))
    refuse_stale(plan, version)
    return plan


def _locked(plan: RolloutPlan) -> RolloutPlan:
    rows = RolloutPlan.objects.select_for_update(of=("self",))
    return rows.select_related("person", "training").get(pk=plan.pk)


def _latest(training: Training, person: Person) -> RolloutPlan | None:
    rows = RolloutPlan.objects.select_for_update().filter(training=training, person=person)
    return rows.order_by("-number").first()


def _refuse_closed(plan: RolloutPlan) -> None:
    if plan.confirmed_at:
        refuse("confirmed", _("This version is confirmed and stays as it is. Make a new version, and say why."))
    if plan.sent_at:
        refuse("sent", _("The plan is with the focal point. It can be changed when it comes back."))


def _findings(training: Training, person: Person, promises: Sequence[Promise]) -> list[Finding]:
    codes = set(training.curriculum.modules.values_list("code", flat=True))
    return findings(promises, ends_on=training.ends_on, institutions=institutions_for(person), modules=codes)


def _write(plan: RolloutPlan, promises: Sequence[Promise]) -> None:
    plan.commitments.all().delete()
    Commitment.objects.bulk_create(
        Commitment(
            plan=plan, modules=list(row.modules), institution_id=row.institution, due_on=row.due_on,
            month_only=row.month_only, participants=row.participants, note=row.note.strip(),
        )
        for row in promises
    )  # fmt: skip


def _facts(plan: RolloutPlan) -> dict[str, Any]:
    """What the trail keeps: no name, no free text."""
    rows = plan.commitments.all()
    due = [{"due_on": row.due_on, "institution": row.institution_id, "participants": row.participants} for row in rows]
    return {"person": plan.person_id, "training": plan.training_id, "number": plan.number, "deliveries": due}
