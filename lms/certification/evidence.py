"""What the records say: about a candidate before a decision, and about trainers on the days they deliver."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.db.models import Prefetch

from lms.assessments.choices import Moment
from lms.assessments.models import TeachBack, TestResult
from lms.assessments.scoring import Outcome as TeachBackOutcome
from lms.assessments.scoring import Verdict, teach_back_outcome
from lms.assessments.services import scores_handed_in
from lms.core.clock import today
from lms.trainings.choices import EnrolmentStatus, Part
from lms.trainings.models import Attendance, Deliverer, Training

from .choices import CertificateKind, Level
from .models import Certificate, CertificateEvent, Scheme
from .rules import Evidence, Thresholds
from .standing import CertificateFacts, Event, is_in_force

TEACHING = (Part.LEAD, Part.CO_TRAINER)


# Certificates on days -------------------------------------------------------------------------------------------------


def facts_of(certificate: Certificate) -> CertificateFacts:
    """What the certificate's state follows from; no query when fetched by `with_standing`."""
    events = sorted(certificate.events.all(), key=lambda event: event.pk)
    successor = getattr(certificate, "replaced_by", None)
    return CertificateFacts(
        certificate.valid_from,
        certificate.valid_until,
        tuple(Event(event.kind, event.effective_on) for event in events),
        successor.valid_from if successor else None,
    )


def with_standing(rows):
    """The certificates with their events and successors; two queries for any number."""
    return rows.select_related("replaced_by").prefetch_related(
        Prefetch("events", queryset=CertificateEvent.objects.order_by("id"))
    )


def is_held_today(rows) -> bool:
    """Is one of these certificates in force on today's date where its institution is? One plain query.

    Says what `in_force_today` says; asked on every page of the library, where putting that question into SQL took a
    tenth of the page's time.
    """
    zone, event = "institution__jurisdiction__time_zone", ("events__kind", "events__effective_on")
    found = rows.order_by("pk", "events__pk").values_list(
        "pk", "valid_from", "valid_until", "replaced_by__valid_from", zone, *event
    )
    held: dict[tuple, list[Event]] = {}
    for *certificate, kind, effective_on in found:
        held.setdefault(tuple(certificate), []).extend([Event(kind, effective_on)] if kind else [])
    return any(
        is_in_force(CertificateFacts(valid_from, valid_until, tuple(events), replaced_from), today(where))
        for (_pk, valid_from, valid_until, replaced_from, where), events in held.items()
    )


def trainer_days_covered(
    person_ids: Iterable[int], curriculum, days: Iterable[date] | Mapping[int, Iterable[date]]
) -> dict[int, dict[date, Certificate | None]]:
    """{person id: {day: the trainer certificate in force that day and covering the curriculum, or None}}.

    Of several in force on a day the certified one counts, then the newest. Two queries, however many people and days.
    `days` are asked of everybody, or, as a mapping, of each person their own.
    """
    ids = list(person_ids)
    asked = days if isinstance(days, Mapping) else dict.fromkeys(ids, list(days))
    rows = Certificate.objects.trainer().filter(person__in=ids, curriculum=curriculum)
    held: dict[int, list[tuple[Certificate, CertificateFacts]]] = {pk: [] for pk in ids}
    for certificate in with_standing(rows):
        held[certificate.person_id].append((certificate, facts_of(certificate)))
    return {pk: {day: _best(held[pk], day) for day in asked[pk]} for pk in ids}


def _best(held: list[tuple[Certificate, CertificateFacts]], day: date) -> Certificate | None:
    found = [certificate for certificate, facts in held if is_in_force(facts, day)]
    return max(found, key=lambda row: (row.level == Level.CERTIFIED, row.valid_from, row.pk), default=None)


def days_between(start: date, end: date) -> list[date]:
    """Every day from start to end, both included."""
    return [start + timedelta(days=number) for number in range((end - start).days + 1)]


# A candidate ----------------------------------------------------------------------------------------------------------


def thresholds_of(scheme: Scheme) -> Thresholds:
    return Thresholds(scheme.attendance_percent, scheme.pass_mark_percent, scheme.assessors, scheme.provisional_first)


def evidence_for(scheme: Scheme, training: Training, person) -> Evidence:
    """What the records show today about one candidate of a ToT; half a dozen queries."""
    post = TestResult.objects.filter(training=training, person=person, moment=Moment.POST).first()
    attended, held = half_days_of(training, person)
    words, verdict, assessors = _teach_back(training, person, scheme.assessors)
    return Evidence(
        attended, held,
        post.correct if post else None, post.items if post else None,
        verdict, words, assessors,
        has_co_delivered(person, training.curriculum_id),
    )  # fmt: skip


def half_days_of(training: Training, person) -> tuple[int, int]:
    """Half-days the enrolled person was present at, and half-days held. What is not recorded was not attended."""
    present = Attendance.objects.filter(
        session__training=training, enrolment__person=person, enrolment__status=EnrolmentStatus.ENROLLED, present=True
    )
    return present.count(), training.sessions.count()


def _teach_back(training: Training, person, needed: int) -> tuple[str, str, int]:
    """In words, the verdict, and how many different assessors have handed in."""
    teach_back = TeachBack.objects.filter(training=training, person=person).first()
    if teach_back is None:
        return "", "", 0
    scores = scores_handed_in(teach_back)
    outcome = teach_back_outcome(scores, needed)
    return _in_words(outcome), outcome.verdict.value, len(scores)


def _in_words(outcome: TeachBackOutcome) -> str:
    detail = f" ({float(outcome.mean):.2f})" if outcome.verdict == Verdict.PASSED else ""
    stop = "." if outcome.reasons else ""
    return " ".join([f"{outcome.verdict.label}{detail}{stop}", *outcome.reasons])


def assessed_by(user, training: Training, person) -> bool:
    """Has this user scored the candidate's teach-back, in draft or for good?"""
    return TeachBack.objects.filter(training=training, person=person, scores__assessor=user).exists()


def has_co_delivered(person, curriculum_id: int, since: date | None = None) -> bool:
    """Has taught a verified training of the curriculum beside a trainer certified on each of its days?

    `since` leaves out trainings that began earlier. Three queries for each training that comes into question.
    """
    trainings = Training.objects.verified().filter(
        curriculum=curriculum_id, deliverers__person=person, deliverers__part__in=TEACHING
    )
    if since is not None:
        trainings = trainings.filter(starts_on__gte=since)
    return any(_had_certified_company(training, person) for training in trainings.distinct())


def _had_certified_company(training: Training, person) -> bool:
    others = Deliverer.objects.filter(training=training, part__in=TEACHING).exclude(person=person)
    days = days_between(training.starts_on, training.ends_on)
    covered = trainer_days_covered(others.values_list("person_id", flat=True), training.curriculum_id, days)
    return any(all(held and held.level == Level.CERTIFIED for held in by_day.values()) for by_day in covered.values())


def current_certificate(person, curriculum_id: int) -> Certificate | None:
    """The newest trainer certificate of the person's chain for the curriculum, whatever its state."""
    rows = Certificate.objects.latest().filter(person=person, curriculum=curriculum_id, kind=CertificateKind.TRAINER)
    return rows.order_by("-id").first()
