"""Fetching what "My certification" shows about one person, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, Sum

from lms.assessments.choices import Moment
from lms.assessments.models import TestResult
from lms.assessments.rollout.plans import commitments_of, first_due_on
from lms.assessments.rollout.rules import first_due
from lms.certification.badges import with_words
from lms.certification.choices import Act, Level
from lms.certification.evidence import co_deliveries_of, current_terms
from lms.certification.models import Certificate, Decision
from lms.certification.next_steps import NextStep as NextAct
from lms.certification.next_steps import outlook
from lms.cohorts.candidates import outcome_of, teach_backs_of
from lms.cohorts.choices import LetterStatus, NominationStatus
from lms.cohorts.models import Letter, Nomination
from lms.core.clock import today
from lms.people.models import Person
from lms.people.scope import Scope
from lms.trainings.choices import CompletionOutcome, EnrolmentStatus, Part, TrainingKind
from lms.trainings.models import Attendance, Completion, Deliverer, Enrolment, HeadCount, Training

from .journey import JourneyFacts
from .trainers import deliveries, trainers_in

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
    rows = Certificate.objects.filter(person=person).with_state().select_related("curriculum", "training")
    return [with_words(row) for row in rows.order_by("-valid_from", "-pk")]


def speaking_certificate(person: Person) -> Certificate | None:
    """The trainer certificate that speaks for the person today; of several curricula the newest."""
    rows = trainers_in(Scope(everything=True)).filter(person=person).with_state()
    row = rows.select_related("scheme", "training", "person", "replaced_by").order_by("-valid_from", "-pk").first()
    return with_words(row) if row else None


def next_acts(certificate: Certificate | None, day: date) -> list[NextAct]:
    """Renewal, promotion or advancement with their conditions; none without a certificate that leads on."""
    if certificate is None or getattr(certificate, "replaced_by", None) is not None:
        return []
    return outlook(certificate, day)


# The way --------------------------------------------------------------------------------------------------------------


def latest_tot(person: Person) -> tuple[Training | None, Nomination | None, Enrolment | None]:
    """The newest ToT that the person was nominated for or has a place in, with both."""
    nominations = Nomination.objects.filter(person=person).select_related("cohort__training__institution__jurisdiction")
    nomination = nominations.order_by("-cohort__training__starts_on", "-pk").first()
    places = Enrolment.objects.filter(person=person, training__kind=TrainingKind.TOT)
    place = places.select_related("training__institution__jurisdiction").order_by("-training__starts_on", "-pk").first()
    if nomination is None and place is None:
        return None, None, None
    found = [row for row in (nomination and nomination.cohort.training, place and place.training) if row]
    training = max(found, key=lambda row: (row.starts_on, row.pk))
    return (
        training,
        nomination if nomination and nomination.cohort.training_id == training.pk else None,
        place if place and place.training_id == training.pk else None,
    )


def facts_about(person: Person, certificate: Certificate | None, acts: list[NextAct], day: date) -> JourneyFacts | None:
    """Everything the way is drawn from; None for somebody who never came near a ToT."""
    training, nomination, place = latest_tot(person)
    if training is None:
        return None
    issued = certificate if certificate and certificate.training_id == training.pk else None
    return JourneyFacts(
        day, training.title, training.starts_on, training.ends_on,
        nomination=status_told(nomination), has_seat=bool(place and place.status == EnrolmentStatus.ENROLLED),
        nominations_close_on=nomination.cohort.nominations_close_on if nomination else None,
        **_attendance(training, place), **_tests(training, person), **_teach_back(training, person, certificate),
        **_decision(training, person), **_certificate(issued), **_first_delivery(training, person, issued),
        **_renewal(acts),
    )  # fmt: skip


def status_told(nomination: Nomination | None) -> str:
    """The nomination's status as far as the person may know it: what is told by letter, once the letter is released."""
    if nomination is None:
        return ""
    if nomination.status not in BY_LETTER:
        return nomination.status
    letters = list(Letter.objects.filter(nomination=nomination).values_list("status", flat=True))
    if letters and LetterStatus.RELEASED not in letters:
        return NominationStatus.ENDORSED
    return nomination.status


def _attendance(training: Training, place: Enrolment | None) -> dict:
    if place is None:
        return {}
    marks = Attendance.objects.filter(enrolment=place).aggregate(
        recorded=Count("pk"), attended=Count("pk", filter=Q(present=True))
    )
    return {**marks, "held": training.sessions.count()}


def _tests(training: Training, person: Person) -> dict:
    names = {Moment.PRE.value: "before", Moment.POST.value: "after"}
    rows = TestResult.objects.filter(training=training, person=person)
    return {names[row.moment]: (row.correct, row.items) for row in rows if row.moment in names}


def _teach_back(training: Training, person: Person, certificate: Certificate | None) -> dict:
    row = teach_backs_of(training).get(person.pk)
    if row is None:
        return {}
    cohort = getattr(training, "cohort", None)
    needed = current_terms(cohort.scheme).assessors if cohort else 2
    return {"teach_back_on": row.held_on, "verdict": outcome_of(row, needed)[0].verdict.value}


def _decision(training: Training, person: Person) -> dict:
    row = Decision.objects.about_candidates().filter(training=training, person=person).first()
    if row is None:
        return {}
    zone = training.institution.jurisdiction.time_zone
    return {"decided_on": today(zone, now=row.decided_at), "outcome": row.outcome}


def _certificate(row: Certificate | None) -> dict:
    return {"issued_on": row.valid_from, "level": row.level, "valid_until": row.valid_until} if row else {}


def _first_delivery(training: Training, person: Person, certificate: Certificate | None) -> dict:
    """By when, and when it was."""
    due = first_due_on(person, training) or first_due(training.ends_on)
    if certificate is None:
        return {"first_due_on": due}
    if certificate.level == Level.PROVISIONAL:
        days = co_deliveries_of([person.pk], training.curriculum_id)[person.pk]
        days = [day for day in days if day >= certificate.valid_from]
    else:
        rows = deliveries().filter(person=person, training__curriculum=training.curriculum_id)
        rows = rows.filter(training__starts_on__gt=training.ends_on)
        days = list(rows.order_by("training__starts_on").values_list("training__starts_on", flat=True)[:1])
    return {"first_due_on": due, "first_delivery_on": days[0] if days else None}


def _renewal(acts: list[NextAct]) -> dict:
    act = next((act for act in acts if act.act == Act.RENEWAL), None)
    return {"renewal_opens_on": act.opens_on, "renewal_closes_on": act.closes_on} if act else {}


# Lineage --------------------------------------------------------------------------------------------------------------


def taught_by(training: Training | None) -> list[str]:
    """The names of those who taught the ToT."""
    if training is None:
        return []
    rows = Deliverer.objects.filter(training=training).exclude(part=Part.SUPPORT).select_related("person")
    return [row.person.full_name for row in rows.order_by("-part", "pk")]


def own_deliveries(person: Person) -> list[Deliverer]:
    """The delivered trainings the person led or co-taught, the newest first, each with `people`."""
    rows = deliveries().filter(person=person).select_related("training__institution", "training__head_count")
    seats = Count("training__enrolments", filter=Q(training__enrolments__status=EnrolmentStatus.ENROLLED))
    return list(rows.annotate(people=seats).order_by("-training__starts_on", "-pk"))


def reach_of(person: Person) -> Reach:
    """Whom these trainings reached, in four queries."""
    trainings = deliveries().filter(person=person).order_by().values("training")
    seats = Enrolment.objects.holding_a_seat().filter(training__in=trainings).order_by()
    counts = seats.aggregate(
        participations=Count("pk"), people=Count("person", distinct=True),
        institutions=Count("person__institution", distinct=True),
    )  # fmt: skip
    completed = Completion.objects.filter(enrolment__training__in=trainings, outcome=CompletionOutcome.COMPLETED)
    heads = HeadCount.objects.filter(training__in=trainings, training__head_count_only=True)
    counted = heads.aggregate(total=Sum("total"))["total"] or 0
    return Reach(trainings.count(), completed=completed.count(), counted=counted, **counts)


def promises_of(person: Person) -> list:
    """The deliveries promised in the confirmed roll-out plans, the earliest first."""
    return list(commitments_of(person))
