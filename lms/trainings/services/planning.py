"""Planning a training: its facts, its half-days, its trainers, and the decisions taken about it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from curricula.models import Module
from lms.audit.services import record
from lms.core.rules import Finding, refuse, refuse_stale
from lms.people.models import Person, User

from ..choices import DecisionKind, Half, Part, TrainingKind, TrainingStatus
from ..delivery import is_too_long
from ..fields import CHANGEABLE, facts_of
from ..figures import days_recorded, people_elsewhere
from ..models import Decision, Deliverer, Session, SessionModule, Training
from ..tasks import send_cancellation_mails
from .agenda import follow_training, refuse_items_outside, tell_calendars
from .enrolments import promote_waiting
from .locks import lock_people, lock_training, require_plannable

STATUS_AFTER = {
    DecisionKind.PLAN: TrainingStatus.PLANNED,
    DecisionKind.APPROVE: TrainingStatus.APPROVED,
    DecisionKind.SUBMIT: TrainingStatus.SUBMITTED,
    DecisionKind.VERIFY: TrainingStatus.VERIFIED,
    DecisionKind.LOCK: TrainingStatus.LOCKED,
    DecisionKind.RETURN: TrainingStatus.RETURNED,
    DecisionKind.CANCEL: TrainingStatus.CANCELLED,
}


@dataclass(frozen=True)
class SessionPlan:
    """A half-day to be held: its day, its half (`Half`), and the ids of the modules planned for it."""

    held_on: date
    half: str
    module_ids: Sequence[int] = ()


# Facts ----------------------------------------------------------------------------------------------------------------


@transaction.atomic
def create_training(*, by: User, **fields: Any) -> Training:
    """A draft with one session for each half-day of its days. `fields` are the model's; `reference` is made if missing.

    Refuses: 'dates', 'seats', 'edition', 'edition_withdrawn'.
    """
    training = Training(created_by=by, **fields)
    training.status = TrainingStatus.DRAFT
    _check_facts(training)
    training.reference = training.reference or next_reference(training)
    training.save()
    _add_sessions(training)
    record("training_created", training, by=by, after=facts_of(training), institution=training.institution)
    return training


@transaction.atomic
def change_training(training: Training, *, by: User, version: int | None, **fields: Any) -> Training:
    """Change facts of the training; half-days follow the dates, and more seats promote those who wait.

    Refuses: 'stale', 'read_only', 'dates', 'seats', 'edition', 'named' (a list of people cannot become a head count),
    'overlap', 'attendance_outside', 'sessions_closed', 'agenda_outside'; and where days or venue change under an
    agenda, its conflicts (`agenda.add_item`): items follow a training that moves as a whole.
    """
    unknown = set(fields) - set(CHANGEABLE)
    if unknown:
        raise TypeError(f"not to be changed here: {', '.join(sorted(unknown))}")
    training = lock_training(training)
    refuse_stale(training, version)
    require_plannable(training)
    before = facts_of(training)
    for name, value in fields.items():
        setattr(training, name, value)
    _check_facts(training)
    _check_change(training, before)
    training.version += 1
    training.save()
    _add_sessions(training)
    follow_training(training, before)
    _drop_sessions(training)
    after = facts_of(training)
    changed = [name for name in after if after[name] != before[name]]
    record(
        "training_changed",
        training,
        by=by,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        institution=training.institution,
    )
    promote_waiting(training, by=by)
    return training


def next_reference(training: Training) -> str:
    """The next free "RS-2026-003" of the jurisdiction and year; a ToT's begins with TOT, a refresher's ends in R."""
    code = "TOT" if training.kind == TrainingKind.TOT else training.institution.jurisdiction.code
    prefix = f"{code}-{training.starts_on.year}-"
    taken = Training.objects.filter(reference__startswith=prefix).values_list("reference", flat=True)
    numbers = [int(end) for end in (reference.removeprefix(prefix) for reference in taken) if end.isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1:03d}"


def _check_facts(training: Training) -> None:
    if training.ends_on < training.starts_on:
        refuse("dates", _("The last day is before the first day. Correct the dates."))
    if is_too_long(training.starts_on, training.ends_on):
        refuse("dates", _("A training lasts a month at most. Correct the dates."))
    if training.enrolment_closes_on and training.enrolment_closes_on > training.ends_on:
        refuse("dates", _("Enrolment closes after the last day. Choose an earlier day for it."))
    if not 1 <= training.seats <= 200:
        refuse("seats", _("A training has between 1 and 200 seats. Correct the number."))
    if training.edition.curriculum_id != training.curriculum_id:
        refuse("edition", _("This edition belongs to another curriculum. Choose an edition of the same curriculum."))


def _check_change(training: Training, before: dict[str, Any]) -> None:
    taken = training.enrolments.holding_a_seat().count()
    if training.seats < taken:
        refuse(
            "seats", _("%(taken)d people have a seat. Withdraw somebody first, or keep the seats.") % {"taken": taken}
        )
    if training.head_count_only and not before["head_count_only"] and training.enrolments.expecting().exists():
        refuse("named", _("People are on the list by name. Withdraw their places first, or keep the list."))
    if before["edition"] != training.edition_id and training.sessions.exclude(closed_at=None).exists():
        refuse("sessions_closed", _("What was taught is recorded on its edition already. The edition cannot change."))
    if (before["starts_on"], before["ends_on"]) != (training.starts_on, training.ends_on):
        _check_new_days(training, before)


def _check_new_days(training: Training, before: dict[str, Any]) -> None:
    """Nobody already in the training may get a clash by its moving; attendance never falls outside it."""
    recorded = days_recorded(training)
    if recorded and (recorded[0] < training.starts_on or recorded[1] > training.ends_on):
        refuse("attendance_outside", _("Attendance is recorded on a day outside the new dates. Keep that day in."))
    outside = training.sessions.exclude(held_on__range=(training.starts_on, training.ends_on))
    if outside.exclude(closed_at=None).exists():
        refuse("sessions_closed", _("A half-day outside the new dates is closed. Keep that day in."))
    refuse_items_outside(training, before)
    people = [
        *training.enrolments.holding_a_seat().values_list("person", flat=True),
        *training.deliverers.values_list("person", flat=True),
    ]
    lock_people([*people, *training.enrolments.waiting().values_list("person", flat=True)])
    refuse_overlaps(people_elsewhere(training, people))


def refuse_overlaps(elsewhere: dict[int, Training]) -> None:
    """Stop if anybody is in another training on the same days."""
    if elsewhere:
        names = dict(Person.objects.filter(pk__in=elsewhere).values_list("pk", "family_name"))
        listed = ", ".join(f"{names[pk]} ({other.reference})" for pk, other in sorted(elsewhere.items())[:5])
        refuse(
            "overlap",
            _("In another training on the same days: %(people)s. Choose other days or other people.")
            % {"people": listed},
        )


# Half-days ------------------------------------------------------------------------------------------------------------


def half_days(starts_on: date, ends_on: date) -> list[tuple[date, str]]:
    """Each day from first to last, morning and afternoon."""
    days = (starts_on + timedelta(days=number) for number in range((ends_on - starts_on).days + 1))
    return [(day, half) for day in days for half in (Half.MORNING, Half.AFTERNOON)]


def _drop_sessions(training: Training) -> None:
    """Drop half-days that the dates have left behind."""
    training.sessions.exclude(held_on__range=(training.starts_on, training.ends_on)).delete()


def _add_sessions(training: Training) -> None:
    """Give every new day its two half-days. Days kept stay as planned: a day with a morning only keeps just that."""
    known = set(training.sessions.values_list("held_on", flat=True))
    Session.objects.bulk_create(
        Session(training=training, held_on=day, half=half)
        for day, half in half_days(training.starts_on, training.ends_on)
        if day not in known
    )


@transaction.atomic
def plan_sessions(training: Training, days: Iterable[SessionPlan], *, by: User) -> list[Session]:
    """Make these the training's half-days and modules; what was planned otherwise goes.

    Refuses: 'read_only', 'sessions_closed', 'session_outside', 'session_twice', 'session_in_use' (attendance is
    recorded in a half-day that would go), 'module' (not of this curriculum), 'agenda' (the agenda says it).
    """
    training = lock_training(training)
    require_plannable(training)
    given = list(days)
    plans = {(plan.held_on, plan.half): plan for plan in given}
    _check_plans(training, plans, given)
    current = {(row.held_on, row.half): row for row in training.sessions.all()}
    gone = [row for key, row in current.items() if key not in plans]
    if Session.objects.filter(pk__in=[row.pk for row in gone], attendance__isnull=False).exists():
        refuse("session_in_use", _("Attendance is recorded in a half-day that you leave out. Keep that half-day."))
    for row in gone:
        row.delete()
    sessions = [
        current.get(key) or Session.objects.create(training=training, held_on=key[0], half=key[1])
        for key in sorted(plans)
    ]
    for session in sessions:
        _plan_modules(session, plans[session.held_on, session.half].module_ids)
    record(
        "sessions_planned", training, by=by, institution=training.institution,
        after={f"{day} {half}": sorted(plan.module_ids) for (day, half), plan in sorted(plans.items())},
    )  # fmt: skip
    return sessions


def _check_plans(training: Training, plans: dict[tuple[date, str], SessionPlan], given: list[SessionPlan]) -> None:
    if training.sessions.exclude(closed_at=None).exists():
        refuse("sessions_closed", _("The half-days of this training are closed. They cannot change."))
    if training.agenda.standing().exists():
        refuse("agenda", _("This training has an agenda, and its half-days follow it. Change the agenda instead."))
    if len(plans) < len(given):
        refuse("session_twice", _("A half-day is listed twice. List each half-day once."))
    if any(not training.starts_on <= day <= training.ends_on for day, _half in plans):
        refuse("session_outside", _("A half-day lies outside the training's dates. Correct the day or the dates."))
    wanted = {pk for plan in given for pk in plan.module_ids}
    if Module.objects.filter(pk__in=wanted, curriculum=training.curriculum_id).count() < len(wanted):
        refuse("module", _("A module does not belong to this curriculum. Choose from the curriculum's modules."))


def _plan_modules(session: Session, module_ids: Sequence[int]) -> None:
    """Modules kept keep their mark "delivered"."""
    session.modules.exclude(module__in=module_ids).delete()
    known = set(session.modules.values_list("module", flat=True))
    SessionModule.objects.bulk_create(
        SessionModule(session=session, module_id=pk) for pk in dict.fromkeys(module_ids) if pk not in known
    )


# Trainers -------------------------------------------------------------------------------------------------------------


@transaction.atomic
def set_deliverers(training: Training, people: Iterable[tuple[Person, str]], *, by: User) -> list[Deliverer]:
    """Make these people the training's trainers, each with a part (`Part`). Whether they may teach, cascade checks.

    Refuses: 'read_only', 'two_leads', 'twice', 'participant' (has a place in this training), 'overlap'.
    """
    training = lock_training(training)
    require_plannable(training)
    wanted = list(people)
    ids = [person.pk for person, _part in wanted]
    lock_people(ids)
    _check_deliverers(training, wanted, ids)
    before = _parts(training)
    training.deliverers.exclude(person__in=ids).delete()
    # The lead first steps down, so that two people may change places under the constraint of one lead.
    training.deliverers.filter(part=Part.LEAD).update(part=Part.SUPPORT)
    for person, part in wanted:
        Deliverer.objects.update_or_create(training=training, person=person, defaults={"part": part})
    record("deliverers_set", training, by=by, before=before, after=_parts(training), institution=training.institution)
    return list(training.deliverers.select_related("person"))


def _check_deliverers(training: Training, wanted: list[tuple[Person, str]], ids: list[int]) -> None:
    if sum(part == Part.LEAD for _person, part in wanted) > 1:
        refuse("two_leads", _("A training has one lead trainer. Give the others another part."))
    if len(set(ids)) < len(ids):
        refuse("twice", _("A trainer is listed twice. List each trainer once."))
    if training.enrolments.holding_a_seat().filter(person__in=ids).exists():
        refuse("participant", _("A participant of this training cannot teach it. Withdraw their place first."))
    refuse_overlaps(people_elsewhere(training, ids))


def _parts(training: Training) -> dict[str, Any]:
    return {f"person {row.person_id}": row.part for row in training.deliverers.all()}


# Decisions ------------------------------------------------------------------------------------------------------------


@transaction.atomic
def set_status(
    training: Training, decision_kind: str, *, by: User, reason: str = "", findings: Iterable[Finding] = ()
) -> Decision:
    """Write a decision, the status it leads to, and the audit entry. No rule of its own: the apps above decide.

    Everybody with a place hears of a cancellation by mail.
    """
    training = lock_training(training)
    before = training.status
    training.status = STATUS_AFTER[DecisionKind(decision_kind)]
    training.version += 1
    training.save(update_fields=["status", "version", "updated_at"])
    decision = Decision.objects.create(
        training=training, kind=decision_kind, by=by, reason=reason,
        findings=[{**asdict(finding), "message": str(finding.message)} for finding in findings],
    )  # fmt: skip
    record(
        f"training_{decision.kind}", training, by=by, before={"status": before}, after={"status": training.status},
        reason=reason, institution=training.institution,
    )  # fmt: skip
    if training.status == TrainingStatus.CANCELLED:
        tell_calendars(training)
    if training.status == TrainingStatus.CANCELLED and before == TrainingStatus.APPROVED:
        send_cancellation_mails.enqueue(list(training.enrolments.expecting().values_list("pk", flat=True)))
    return decision
