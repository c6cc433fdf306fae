"""Fetching what "My certification" shows about one person, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from lms.assessments.choices import Moment
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.assessments.rollout.plans import commitments_of
from lms.assessments.rollout.rules import first_due
from lms.assessments.scoring import teach_back_outcome
from lms.assessments.services.teach_backs import as_score
from lms.certification.badges import with_words
from lms.certification.choices import Act, Level
from lms.certification.evidence import co_deliveries_of, current_terms
from lms.certification.models import Certificate, Decision
from lms.certification.next_steps import NextStep as NextAct
from lms.certification.next_steps import outlook
from lms.certification.querysets import days_by_zone
from lms.cohorts.choices import LetterStatus, NominationStatus
from lms.cohorts.models import Letter, Nomination
from lms.core.clock import today
from lms.core.prepared import counted, prepared
from lms.people.models import Person
from lms.trainings.choices import CompletionOutcome, EnrolmentStatus, Part, TrainingKind
from lms.trainings.models import Attendance, Deliverer, Enrolment, Session, Training

from .journey import JourneyFacts
from .trainers import deliveries, speaking_on

#: Statuses of a nomination that the person learns by a letter.
BY_LETTER = (NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED)


@dataclass(frozen=True)
class Reach:
    """Whom somebody's delivered trainings reached. `counted`: by heads, without names."""

    trainings: int
    participations: int
    people: int
    completed: int
    institutions: int
    counted: int


def certificates_of(person: Person) -> list[Certificate]:
    """All of the person's certificates with today's state, the newest first."""
    return [with_words(row) for row in _certificates(days_by_zone(), person=person.pk)]


@prepared
def _certificates(days: tuple, *, person: int) -> QuerySet:
    rows = Certificate.objects.filter(person=person).with_state(days=days).select_related("curriculum", "training")
    return rows.order_by("-valid_from", "-pk")


def speaking_certificate(person: Person) -> Certificate | None:
    """The trainer certificate that speaks for the person today; of several curricula the newest."""
    row = _speaking.first(days_by_zone(), person=person.pk)
    return with_words(row) if row else None


@prepared
def _speaking(days: tuple, *, person: int) -> QuerySet:
    rows = speaking_on(days).filter(person=person).with_state(days=days)
    rows = rows.select_related("scheme", "training", "person", "curriculum", "replaced_by")
    return rows.order_by("-valid_from", "-pk")[:1]


def next_acts(certificate: Certificate | None, day: date) -> list[NextAct]:
    """Renewal, promotion or advancement with their conditions; none without a certificate that leads on."""
    if certificate is None or getattr(certificate, "replaced_by", None) is not None:
        return []
    return outlook(certificate, day)


# The way --------------------------------------------------------------------------------------------------------------


def latest_tot(person: Person) -> tuple[Training | None, Nomination | None, Enrolment | None]:
    """The newest ToT that the person was nominated for or has a place in, with both."""
    nomination, place = _nomination.first(person=person.pk), _place.first(person=person.pk)
    if nomination is None and place is None:
        return None, None, None
    found = [row for row in (nomination and nomination.cohort.training, place and place.training) if row]
    training = max(found, key=lambda row: (row.starts_on, row.pk))
    return (
        training,
        nomination if nomination and nomination.cohort.training_id == training.pk else None,
        place if place and place.training_id == training.pk else None,
    )


@prepared
def _nomination(*, person: int) -> QuerySet:
    rows = Nomination.objects.filter(person=person).select_related("cohort__training__institution__jurisdiction")
    return rows.order_by("-cohort__training__starts_on", "-pk")[:1]


@prepared
def _place(*, person: int) -> QuerySet:
    rows = Enrolment.objects.filter(person=person, training__kind=TrainingKind.TOT)
    return rows.select_related("training__institution__jurisdiction").order_by("-training__starts_on", "-pk")[:1]


def facts_about(
    person: Person, certificate: Certificate | None, acts: list[NextAct], day: date, *, tot: tuple, promises: list
) -> JourneyFacts | None:
    """Everything the way is drawn from; None for somebody who never came near a ToT.

    tot: `latest_tot`; promises: `promises_of`.
    """
    training, nomination, place = tot
    if training is None:
        return None
    issued = certificate if certificate and certificate.training_id == training.pk else None
    return JourneyFacts(
        day, training.title, training.starts_on, training.ends_on,
        nomination=status_told(nomination), has_seat=bool(place and place.status == EnrolmentStatus.ENROLLED),
        nominations_close_on=nomination.cohort.nominations_close_on if nomination else None,
        **_attendance(training, place), **_tests(training, person), **_teach_back(training, person, certificate),
        **_decision(training, person), **_certificate(issued), **_renewal(acts),
        **_first_delivery(training, person, issued, promises, day),
    )  # fmt: skip


def status_told(nomination: Nomination | None) -> str:
    """The nomination's status as far as the person may know it: what is told by letter, once the letter is released."""
    if nomination is None:
        return ""
    if nomination.status not in BY_LETTER:
        return nomination.status
    letters = [status for (status,) in _letters(nomination=nomination.pk)]
    if letters and LetterStatus.RELEASED not in letters:
        return NominationStatus.ENDORSED
    return nomination.status


@prepared
def _letters(*, nomination: int) -> QuerySet:
    return Letter.objects.filter(nomination=nomination).order_by().values_list("status")


def _attendance(training: Training, place: Enrolment | None) -> dict:
    if place is None:
        return {}
    recorded, attended = _marks.first(place=place.pk)
    return {"recorded": recorded, "attended": attended, "held": len(_half_days(training=training.pk))}


@prepared
def _marks(*, place: int) -> QuerySet:
    """One row: half-days recorded, half-days attended."""
    return Attendance.objects.filter(enrolment=place).order_by().values_list(counted(), counted(Q(present=True)))


@prepared
def _half_days(*, training: int) -> QuerySet:
    return Session.objects.filter(training=training).order_by().values_list("pk")


def _tests(training: Training, person: Person) -> dict:
    names = {Moment.PRE.value: "before", Moment.POST.value: "after"}
    rows = _test_results(training=training.pk, person=person.pk)
    return {names[moment]: (correct, items) for moment, correct, items in rows if moment in names}


@prepared
def _test_results(*, training: int, person: int) -> QuerySet:
    return TestResult.objects.filter(training=training, person=person).values_list("moment", "correct", "items")


def _teach_back(training: Training, person: Person, certificate: Certificate | None) -> dict:
    row = _teach_backs.first(training=training.pk, person=person.pk)
    if row is None:
        return {}
    cohort = getattr(training, "cohort", None)
    needed = current_terms(cohort.scheme).assessors if cohort else 2
    scores = [as_score(score) for score in _scores(teach_back=row.pk)]
    return {"teach_back_on": row.held_on, "verdict": teach_back_outcome(scores, needed).verdict.value}


@prepared
def _teach_backs(*, training: int, person: int) -> QuerySet:
    return TeachBack.objects.filter(training=training, person=person)[:1]


@prepared
def _scores(*, teach_back: int) -> QuerySet:
    return TeachBackScore.objects.filter(teach_back=teach_back).submitted().order_by("submitted_at", "id")


def _decision(training: Training, person: Person) -> dict:
    found = _decisions.first(training=training.pk, person=person.pk)
    if found is None:
        return {}
    decided_at, outcome = found
    zone = training.institution.jurisdiction.time_zone
    return {"decided_on": today(zone, now=decided_at), "outcome": outcome}


@prepared
def _decisions(*, training: int, person: int) -> QuerySet:
    rows = Decision.objects.about_candidates().filter(training=training, person=person)
    return rows.values_list("decided_at", "outcome")[:1]


def _certificate(row: Certificate | None) -> dict:
    return {"issued_on": row.valid_from, "level": row.level, "valid_until": row.valid_until} if row else {}


def _first_delivery(
    training: Training, person: Person, certificate: Certificate | None, promises: list, day: date
) -> dict:
    """By when, and when it was."""
    promised = (row.due_on for row in promises if row.plan.training_id == training.pk)
    due = next(promised, None) or first_due(training.ends_on)
    if certificate is None:
        return {"first_due_on": due}
    if certificate.level == Level.PROVISIONAL:
        days = co_deliveries_of([person.pk], training.curriculum_id)[person.pk]
        days = [day for day in days if day >= certificate.valid_from]
    else:
        of = {"person": person.pk, "curriculum": training.curriculum_id, "after": training.ends_on, "day": today()}
        days = [starts_on for (starts_on,) in _first_deliveries(**of)]
    return {"first_due_on": due, "first_delivery_on": days[0] if days else None}


@prepared
def _first_deliveries(*, person: int, curriculum: int, after: date, day: date) -> QuerySet:
    rows = deliveries(day).filter(person=person, training__curriculum=curriculum, training__starts_on__gt=after)
    return rows.order_by("training__starts_on").values_list("training__starts_on")[:1]


def _renewal(acts: list[NextAct]) -> dict:
    act = next((act for act in acts if act.act == Act.RENEWAL), None)
    return {"renewal_opens_on": act.opens_on, "renewal_closes_on": act.closes_on} if act else {}


# Lineage --------------------------------------------------------------------------------------------------------------


def taught_by(training: Training | None) -> list[str]:
    """The names of those who taught the ToT."""
    if training is None:
        return []
    return [row.person.full_name for row in _team(training=training.pk)]


@prepared
def _team(*, training: int) -> QuerySet:
    rows = Deliverer.objects.filter(training=training).exclude(part=Part.SUPPORT).select_related("person")
    return rows.order_by("-part", "pk")


def own_deliveries(person: Person) -> list[Deliverer]:
    """The delivered trainings the person led or co-taught, the newest first, each with `people`."""
    return _deliveries(person=person.pk, day=today())


@prepared
def _deliveries(*, person: int, day: date) -> QuerySet:
    seats = Enrolment.objects.holding_a_seat().filter(training=OuterRef("training")).order_by()
    rows = deliveries(day).filter(person=person).select_related("training__head_count")
    rows = rows.annotate(people=Subquery(seats.values_list(counted())))
    return rows.order_by("-training__starts_on", "-pk")


def reach_of(deliveries_made: list[Deliverer]) -> Reach:
    """Whom these trainings (`own_deliveries`) reached, in one query."""
    trainings = [row.training for row in deliveries_made]
    found = _reached.first(trainings=frozenset(row.pk for row in trainings)) or (0, 0, 0, 0)
    participations, people, institutions, completed = found
    by_heads = [getattr(row, "head_count", None) for row in trainings if row.head_count_only]
    heads = sum(row.total for row in by_heads if row)
    return Reach(len(trainings), participations, people, completed, institutions, heads)


@prepared
def _reached(*, trainings: frozenset[int]) -> QuerySet:
    """One row: places taken, different people, their institutions, completions."""
    seats = Enrolment.objects.holding_a_seat().filter(training__in=trainings).order_by()
    completed = Q(completion__outcome=CompletionOutcome.COMPLETED)
    return seats.values_list(counted(), counted(of="person"), counted(of="person__institution"), counted(completed))


def promises_of(person: Person) -> list:
    """The deliveries promised in the confirmed roll-out plans, the earliest first."""
    return _promises(person=person.pk)


@prepared
def _promises(*, person: int) -> QuerySet:
    return commitments_of(person)
