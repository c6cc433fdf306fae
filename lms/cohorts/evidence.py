"""What the records show about all candidates of a cohort at once: a constant number of queries for any number."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch

from lms.assessments.choices import Moment
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.assessments.scoring import Outcome as TeachBackOutcome
from lms.assessments.scoring import Verdict, teach_back_outcome
from lms.assessments.services.teach_backs import as_score
from lms.certification.choices import Level
from lms.certification.choices import Outcome as Certified
from lms.certification.evidence import TEACHING, days_between, thresholds_of, trainer_days_covered
from lms.certification.models import Certificate, Decision
from lms.certification.rules import Evidence, Proposal, decide
from lms.people.models import Person
from lms.trainings.models import Attendance, Deliverer, Training

from .models import Cohort


@dataclass(frozen=True)
class Candidate:
    """Somebody with a seat, what the scheme's rules propose today, and what was decided.

    assessors: the accounts that have scored the teach-back, in draft or for good: they do not decide.
    certificate: the newest one issued by the decision, None before. came: present in at least one half-day.
    """

    person: Person
    proposal: Proposal
    decision: Decision | None
    certificate: Certificate | None
    assessors: frozenset[int]
    teach_back: TeachBack | None
    came: bool

    @property
    def is_ready(self) -> bool:
        """Undecided, and everything that stands in the way of a certificate is met."""
        return self.decision is None and self.proposal.outcome != Certified.NOT_CERTIFIED

    @property
    def awaits_certificate(self) -> bool:
        return (
            self.decision is not None and self.decision.outcome != Certified.NOT_CERTIFIED and self.certificate is None
        )

    def is_closed_to(self, user) -> bool:
        """Rule 5: it is themselves, or they assessed the teach-back."""
        own = self.person.user_id is not None and self.person.user_id == user.pk
        return own or user.pk in self.assessors


def candidates_of(cohort: Cohort, people: Iterable[int] | None = None) -> list[Candidate]:
    """Everybody with a seat (of these person ids, if named), by institution and name; a dozen queries."""
    training, scheme = cohort.training, cohort.scheme
    seats = training.enrolments.holding_a_seat().select_related("person__institution__jurisdiction")
    seats = seats if people is None else seats.filter(person__in=people)
    persons = [row.person for row in seats.order_by("person__institution__name", "person__name_key", "pk")]
    teach_backs = teach_backs_of(training)
    evidence = evidence_of_all(cohort, persons, teach_backs)
    decisions = {row.person_id: row for row in Decision.objects.filter(scheme=scheme, training=training)}
    certificates = _certificates(training)
    thresholds = thresholds_of(scheme)
    return [
        Candidate(
            person, decide(evidence[person.pk], thresholds), decisions.get(person.pk), certificates.get(person.pk),
            _assessors(teach_backs.get(person.pk)), teach_backs.get(person.pk), evidence[person.pk].attended > 0,
        )
        for person in persons
    ]  # fmt: skip


def evidence_of_all(cohort: Cohort, persons: Iterable[Person], teach_backs: dict) -> dict[int, Evidence]:
    """{person id: Evidence}, the same as `certification.evidence.evidence_for` for each; a test holds them together."""
    training, ids = cohort.training, [person.pk for person in persons]
    held = training.sessions.count()
    attended = _attended(training)
    tests = {row.person_id: row for row in TestResult.objects.filter(training=training, moment=Moment.POST)}
    delivered = _co_delivered(ids, training.curriculum_id)
    found = {}
    for pk in ids:
        test = tests.get(pk)
        words, verdict, assessors = _judged(teach_backs.get(pk), cohort.scheme.assessors)
        found[pk] = Evidence(
            attended.get(pk, 0), held, test.correct if test else None, test.items if test else None,
            verdict, words, assessors, pk in delivered,
        )  # fmt: skip
    return found


def _attended(training: Training) -> dict[int, int]:
    rows = Attendance.objects.filter(enrolment__training=training, session__training=training, present=True)
    return dict(rows.values_list("enrolment__person").annotate(count=Count("pk")).order_by())


def teach_backs_of(training: Training) -> dict[int, TeachBack]:
    scores = TeachBackScore.objects.order_by("submitted_at", "id")
    rows = TeachBack.objects.filter(training=training).select_related("topic")
    return {row.person_id: row for row in rows.prefetch_related(Prefetch("scores", queryset=scores))}


def _assessors(teach_back: TeachBack | None) -> frozenset[int]:
    return frozenset(row.assessor_id for row in teach_back.scores.all()) if teach_back else frozenset()


def outcome_of(teach_back: TeachBack, needed: int) -> tuple[TeachBackOutcome, int]:
    """What its scores say together, and how many are handed in; no query when fetched with its scores."""
    scores = [as_score(row) for row in teach_back.scores.all() if row.submitted_at]
    return teach_back_outcome(scores, needed), len(scores)


def _judged(teach_back: TeachBack | None, needed: int) -> tuple[str, str, int]:
    """In words, the verdict, how many different assessors."""
    if teach_back is None:
        return "", "", 0
    outcome, count = outcome_of(teach_back, needed)
    mean = f" ({float(outcome.mean):.2f})" if outcome.verdict == Verdict.PASSED else ""
    stop = "." if outcome.reasons else ""
    return " ".join([f"{outcome.verdict.label}{mean}{stop}", *outcome.reasons]), outcome.verdict.value, count


def _certificates(training: Training) -> dict[int, Certificate]:
    rows = Certificate.objects.trainer().filter(training=training, decision__isnull=False).order_by("pk")
    return {row.person_id: row for row in rows}


def _co_delivered(ids: list[int], curriculum_id: int) -> set[int]:
    """Who has taught a verified training of the curriculum beside a trainer certified on each of its days."""
    trainings = Training.objects.verified().filter(
        curriculum=curriculum_id, deliverers__person__in=ids, deliverers__part__in=TEACHING
    )
    teaching = Deliverer.objects.filter(part__in=TEACHING)
    trainings = list(trainings.distinct().prefetch_related(Prefetch("deliverers", queryset=teaching)))
    if not trainings:
        return set()
    everybody = {row.person_id for training in trainings for row in training.deliverers.all()}
    days = {day for training in trainings for day in days_between(training.starts_on, training.ends_on)}
    covered = trainer_days_covered(everybody, curriculum_id, days)
    return {pk for training in trainings for pk in _accompanied(training, covered)} & set(ids)


def _accompanied(training: Training, covered: dict) -> set[int]:
    """Those of its trainers who had a colleague certified on every day beside them."""
    days = days_between(training.starts_on, training.ends_on)
    teaching = {row.person_id for row in training.deliverers.all()}
    certified = {pk for pk in teaching if all(_is_certified(covered[pk][day]) for day in days)}
    return {pk for pk in teaching if certified - {pk}}


def _is_certified(certificate: Certificate | None) -> bool:
    return certificate is not None and certificate.level == Level.CERTIFIED
