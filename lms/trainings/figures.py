"""Numbers about one training: seats, attendance, and who is busy elsewhere on its days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from lms.core.prepared import counted, prepared

from .choices import CompletionOutcome, EnrolmentStatus
from .delivery import delivery_days, owes
from .models import AgendaFacilitator, Attendance, Deliverer, Enrolment, Session, SessionModule, Training


@dataclass(frozen=True)
class Tally:
    """Half-days of one participant: held in the training, recorded, present."""

    half_days: int
    recorded: int = 0
    present: int = 0

    @property
    def share(self) -> float | None:
        """Share of the half-days attended, 0..1; None where the training has no half-day."""
        return self.present / self.half_days if self.half_days else None

    @property
    def missing(self) -> int:
        return self.half_days - self.recorded


@dataclass(frozen=True)
class Places:
    """Seats of a training: how many there are, are taken, and how many people wait."""

    seats: int
    taken: int
    waiting: int

    @property
    def free(self) -> int:
        return max(self.seats - self.taken, 0)


@dataclass(frozen=True)
class ModulesTaught:
    """Codes of the modules an edition makes mandatory for this kind of training, and of those delivered."""

    mandatory: tuple[str, ...] = ()
    delivered: frozenset[str] = field(default_factory=frozenset)

    @property
    def left_out(self) -> list[str]:
        return [code for code in self.mandatory if code not in self.delivered]


def outcome_of(tally: Tally, left_out: Iterable[str], attendance_percent: int = 80) -> CompletionOutcome | None:
    """What a participant's training came to: None for somebody who was present at nothing.

    Completed: present in at least `attendance_percent` of the half-days, and no mandatory module was left out of the
    training. A mandatory module left out makes everybody's completion partial.
    """
    if not tally.present:
        return None
    needed = ceil(tally.half_days * attendance_percent / 100)
    if tally.present < needed or list(left_out):
        return CompletionOutcome.PARTIAL
    return CompletionOutcome.COMPLETED


# Fetching -------------------------------------------------------------------------------------------------------------


def places_of(training: Training) -> Places:
    """Seats taken and people waiting, from one query."""
    taken, waiting = _taken_and_waiting.first(training=training.pk)
    return Places(training.seats, taken, waiting)


@prepared
def _taken_and_waiting(*, training: int) -> QuerySet[Any, Any]:
    """One row with the two numbers."""
    is_taken, waits = Q(status=EnrolmentStatus.ENROLLED), Q(status=EnrolmentStatus.WAITLISTED)
    rows = Enrolment.objects.filter(training=training).order_by()
    return rows.values_list(counted(is_taken), counted(waits))


def tallies_of(training: Training) -> dict[int, Tally]:
    """{enrolment id: Tally} of everybody enrolled, from two queries."""
    half_days = training.sessions.count()
    rows = training.enrolments.holding_a_seat().annotate(
        recorded=Count("attendance"), present=Count("attendance", filter=Q(attendance__present=True))
    )
    return {row.pk: Tally(half_days, row.recorded, row.present) for row in rows}


def attendance_share(enrolment: Enrolment) -> float | None:
    """Share of the training's half-days this participant attended, 0..1; None where there is no half-day."""
    present = Attendance.objects.filter(enrolment=enrolment, present=True).count()
    return Tally(enrolment.training.sessions.count(), present=present).share


def attendance_shares(training: Training) -> dict[int, float | None]:
    """{person id: share attended} of everybody enrolled, from three queries."""
    tallies = tallies_of(training)
    people = training.enrolments.filter(pk__in=tallies).values_list("pk", "person_id")
    return {person_id: tallies[pk].share for pk, person_id in people}


def modules_taught(training: Training) -> ModulesTaught:
    """Mandatory and delivered modules, from two queries."""
    rows = SessionModule.objects.filter(session__training=training)
    planned = list(rows.values_list("module__code", "delivered"))
    codes = {code for code, _delivered in planned}
    modules = training.edition.modules.filter(is_mandatory=True).order_by("order")
    kinds = modules.values_list("module__code", "kind")
    mandatory = [code for code, kind in kinds if owes(training.kind, kind, code, codes)]
    return ModulesTaught(tuple(mandatory), frozenset(code for code, delivered in planned if delivered))


def days_by_training(trainings: Iterable[Training]) -> dict[int, tuple[date, ...]]:
    """{training id: its delivery days}; one query, however many."""
    rows = list(trainings)
    half_days: dict[int, list[tuple[date, bool]]] = {row.pk: [] for row in rows}
    for training_id, day, was_held in _half_days(trainings=frozenset(half_days)):
        half_days[training_id].append((day, was_held))
    return {row.pk: delivery_days(row.starts_on, row.ends_on, half_days[row.pk]) for row in rows}


@prepared
def _half_days(*, trainings: frozenset[int]) -> QuerySet[Any, Any]:
    """(training id, day, whether it was held), a line for each half-day."""
    present = Attendance.objects.filter(session=OuterRef("pk"), present=True)
    delivered = SessionModule.objects.filter(session=OuterRef("pk"), delivered=True)
    found = Session.objects.filter(training__in=trainings).annotate(was_held=Exists(present) | Exists(delivered))
    return found.order_by().values_list("training_id", "held_on", "was_held")


def people_elsewhere(
    training: Training, person_ids: Iterable[int], *, between: tuple[date, date] | None = None
) -> dict[int, Training]:
    """{person id: the other training} of those who teach or have a seat elsewhere on these days, from three queries.

    Whoever leads an item of another training's agenda is there on that item's day.
    `between` are other days to ask for than the training's own (both included). A place on a waiting list, and
    trainings in draft, returned or cancelled, keep nobody from coming.
    """
    ids = list(person_ids)
    if not ids:
        return {}
    first, last = between or (training.starts_on, training.ends_on)
    others = Training.objects.standing().within(first, last).exclude(pk=training.pk)
    enrolled = Enrolment.objects.holding_a_seat().filter(person__in=ids, training__in=others)
    teaching = Deliverer.objects.filter(person__in=ids, training__in=others)
    leading = AgendaFacilitator.objects.leading(others).filter(
        person__in=ids, item__session__held_on__range=(first, last)
    )
    found = {row.person_id: row.item.training for row in leading.select_related("item__training")}
    rows: list[Enrolment | Deliverer] = [*enrolled.select_related("training"), *teaching.select_related("training")]
    return found | {row.person_id: row.training for row in rows}


def days_recorded(training: Training) -> tuple[date, date] | None:
    """First and last day with attendance recorded, or None."""
    found = Attendance.objects.filter(session__training=training).aggregate(
        first=Min("session__held_on"), last=Max("session__held_on")
    )
    return (found["first"], found["last"]) if found["first"] else None


def totals_by_session(training: Training) -> Mapping[int, Tally]:
    """{session id: Tally of people}: enrolled, recorded and present in each half-day, from two queries."""
    enrolled = training.enrolments.holding_a_seat()
    count = enrolled.count()
    sessions = training.sessions.annotate(
        recorded=Count("attendance", filter=Q(attendance__enrolment__in=enrolled)),
        present=Count("attendance", filter=Q(attendance__enrolment__in=enrolled, attendance__present=True)),
    )
    return {row.pk: Tally(count, row.recorded, row.present) for row in sessions}
