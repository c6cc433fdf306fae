"""Places in a training: exactly as many as there are seats, the others waiting in the order they came."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse, refuse_stale
from lms.people.models import Person, User

from ..choices import EnrolmentSource, EnrolmentStatus, TrainingKind, TrainingStatus
from ..figures import people_elsewhere
from ..models import AgendaFacilitator, Enrolment, Training
from ..stages import is_open_for_enrolment
from ..tasks import send_place_mails
from .locks import day_at, lock_people, lock_training, require_recordable
from .sqlite_queue import in_turn

EXPECTING = (EnrolmentStatus.ENROLLED, EnrolmentStatus.WAITLISTED)


@in_turn
@transaction.atomic
def request_place(training: Training, person: Person, *, by: User) -> Enrolment:
    """A person asks for a place: enrolled while there are seats, then waiting. Asked twice, answered the same.

    Refuses: 'not_open', 'by_nomination', 'other_institution', 'trainer', 'declined', 'overlap'.
    """
    training = lock_training(training)
    current = Enrolment.objects.filter(training=training, person=person).first()
    if current and current.status in EXPECTING:
        return current
    _check_request(training, person, current)
    return enrol_people(training, [person], source=EnrolmentSource.SELF, by=by)[0]


def _check_request(training: Training, person: Person, current: Enrolment | None) -> None:
    if not is_open_for_enrolment(training.status, training.starts_on, training.enrolment_closes_on, day_at(training)):
        refuse("not_open", _("Enrolment for this training is closed. Ask the trainer for a place."))
    if current and current.status == EnrolmentStatus.DECLINED:
        refuse("declined", _("Your request for this training was declined. Ask the trainer for the reason."))
    if training.kind == TrainingKind.TOT:
        refuse("by_nomination", _("Places in a training of trainers are given by nomination. Ask your focal point."))
    if person.institution_id not in _institutions_of(training):
        refuse("other_institution", _("This training is for another institution. Ask your focal point for yours."))


def _institutions_of(training: Training) -> frozenset[int]:
    """The training's institution and all below it."""
    return type(training.institution).objects.subtree_ids([training.institution_id])


@transaction.atomic
def enrol_person(training: Training, person: Person, *, source: str, by: User) -> Enrolment:
    """Put a person on the list (trainer, focal point, office): enrolled while there are seats, then waiting.

    Refuses: 'read_only', 'trainer', 'overlap'. Somebody who has a place already keeps it.
    """
    return enrol_people(training, [person], source=source, by=by)[0]


@transaction.atomic
def enrol_people(training: Training, people: Sequence[Person], *, source: str, by: User) -> list[Enrolment]:
    """Give people places in the order given; one enrolment each, in that order. A constant number of queries.

    Refuses: 'read_only', 'trainer' (teaches this training), 'overlap' (in another training on these days).
    """
    training = lock_training(training)
    require_recordable(training)
    people = list({person.pk: person for person in people}.values())
    lock_people(person.pk for person in people)
    current = {row.person_id: row for row in Enrolment.objects.filter(training=training, person__in=people)}
    coming = [person for person in people if not _expects(current.get(person.pk))]
    _check_people(training, coming)
    rows = _give_places(training, coming, current, source)
    _note_places(training, rows, by=by, action="enrolment_made")
    made = {row.person_id: row for row in rows}
    return [made.get(person.pk) or current[person.pk] for person in people]


def _expects(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.status in EXPECTING


def _check_people(training: Training, people: Sequence[Person]) -> None:
    ids = [person.pk for person in people]
    if training.deliverers.filter(person__in=ids).exists():
        refuse("trainer", _("A trainer of this training cannot take part in it as well."))
    if AgendaFacilitator.objects.leading(training).filter(person__in=ids).exists():
        refuse("trainer", _("A facilitator of this training's agenda cannot take part in it as well."))
    elsewhere = people_elsewhere(training, ids)
    if elsewhere:
        named = ", ".join(f"{person} ({elsewhere[person.pk].reference})" for person in people if person.pk in elsewhere)
        refuse(
            "overlap",
            _("In another training on the same days: %(people)s. Withdraw one of the two places first.")
            % {"people": named},
        )


def _give_places(
    training: Training, people: Sequence[Person], current: dict[int, Enrolment], source: str
) -> list[Enrolment]:
    """New rows, and the old rows of those who come back; the training is locked. Who comes back queues again."""
    free = training.seats - training.enrolments.holding_a_seat().count()
    last = training.enrolments.aggregate(last=Max("place"))["last"] or 0
    new: list[Enrolment] = []
    back: list[Enrolment] = []
    for number, person in enumerate(people):
        row = current.get(person.pk) or Enrolment(training=training, person=person)
        row.source, row.reason, row.place = source, "", last + number + 1
        row.status = EnrolmentStatus.ENROLLED if number < free else EnrolmentStatus.WAITLISTED
        row.version += bool(row.pk)
        (back if row.pk else new).append(row)
    Enrolment.objects.bulk_create(new)
    if back:
        Enrolment.objects.bulk_update(back, ["source", "reason", "place", "status", "version"])
    return new + back


def _note_places(training: Training, rows: Sequence[Enrolment], *, by: User, action: str) -> None:
    """One audit entry for what was one act, and the mails to those who can still come."""
    if len(rows) == 1:
        after = {"status": rows[0].status, "place": rows[0].place, "training": training.pk}
        record(action, rows[0], by=by, after=after, institution=training.institution)
    elif rows:
        after = {str(row.pk): {"status": row.status, "place": row.place} for row in rows}
        record(f"{action}_together", training, by=by, after=after, institution=training.institution)
    # A nominee is told by a letter, once a person has released it.
    told = [row.pk for row in rows if row.source != EnrolmentSource.NOMINATION]
    if told and day_at(training) <= training.ends_on:
        send_place_mails.enqueue(told, action == "enrolment_promoted")


@in_turn
@transaction.atomic
def withdraw_enrolment(enrolment: Enrolment, *, reason: str = "", by: User, version: int | None = None) -> Enrolment:
    """Give a place back; the next one waiting gets the seat. Withdrawn twice is withdrawn once.

    Refuses: 'stale', 'read_only', 'attended' (was present already: what happened is not taken back).
    """
    training = lock_training(enrolment.training_id)
    enrolment = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if enrolment.status == EnrolmentStatus.WITHDRAWN:
        return enrolment
    refuse_stale(enrolment, version)
    require_recordable(training)
    if enrolment.attendance.filter(present=True).exists():
        refuse("attended", _("This person was present in a half-day. Correct the attendance first."))
    before = {"status": enrolment.status}
    enrolment.status, enrolment.reason = EnrolmentStatus.WITHDRAWN, reason[:250]
    enrolment.version += 1
    enrolment.save()
    enrolment.attendance.all().delete()
    record(
        "enrolment_withdrawn", enrolment, by=by, before=before, after={"status": enrolment.status}, reason=reason,
        institution=training.institution,
    )  # fmt: skip
    promote_waiting(training, by=by)
    return enrolment


@transaction.atomic
def promote_waiting(training: Training, *, by: User) -> list[Enrolment]:
    """Give free seats to those who wait, in their order; who has another training on these days keeps waiting.

    Nobody is promoted into a training that is over or not approved.
    """
    training = lock_training(training)
    if training.status != TrainingStatus.APPROVED or day_at(training) > training.ends_on:
        return []
    free = training.seats - training.enrolments.holding_a_seat().count()
    waiting = list(training.enrolments.waiting().select_related("person")) if free > 0 else []
    lock_people(row.person_id for row in waiting)
    busy = people_elsewhere(training, [row.person_id for row in waiting]) if waiting else {}
    promoted = [row for row in waiting if row.person_id not in busy][:free]
    for row in promoted:
        row.status, row.version = EnrolmentStatus.ENROLLED, row.version + 1
    Enrolment.objects.bulk_update(promoted, ["status", "version"])
    _note_places(training, promoted, by=by, action="enrolment_promoted")
    return promoted


@transaction.atomic
def move_enrolment(enrolment: Enrolment, target: Training, *, reason: str = "", by: User) -> Enrolment:
    """Give somebody a place in another training of the same institution instead of the one they have.

    Refuses what withdrawing and enrolling refuse, and 'same', 'other_institution'.
    """
    if enrolment.training_id == target.pk:
        refuse("same", _("This is the training they are in. Choose another one."))
    # Both are locked in the order of their numbers, so that two moves crossing each other do not wait for ever.
    locked = {pk: lock_training(pk) for pk in sorted((enrolment.training_id, target.pk))}
    source, target = locked[enrolment.training_id], locked[target.pk]
    if source.institution_id != target.institution_id:
        refuse("other_institution", _("People move between trainings of one institution only."))
    lock_people([enrolment.person_id, *source.enrolments.waiting().values_list("person", flat=True)])
    withdraw_enrolment(enrolment, reason=reason, by=by)
    return enrol_person(target, enrolment.person, source=enrolment.source, by=by)
