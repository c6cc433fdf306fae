"""What the records show about all candidates of a cohort at once: a constant number of queries for any number."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch

from lms.assessments.choices import Moment
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.assessments.querysets import own_institution_ids
from lms.assessments.scoring import ScoreOutcome as TeachBackOutcome
from lms.assessments.scoring import Verdict, teach_back_outcome
from lms.assessments.services.teach_backs import as_score
from lms.certification.choices import Outcome as Certified
from lms.certification.evidence import current_terms, practice_of
from lms.certification.models import Certificate, Decision
from lms.certification.rules import Evidence, Proposal, Terms, decide
from lms.core.clock import today
from lms.people.models import Person
from lms.trainings.models import Attendance, Training

from .models import Cohort


@dataclass(frozen=True)
class CertificationCandidate:
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

    def is_closed_to(self, decider: "Decider") -> bool:
        """Rule 5: it is themselves or somebody of their own institution, or they assessed the teach-back."""
        own = self.person.user_id is not None and self.person.user_id == decider.account
        return own or decider.account in self.assessors or self.person.institution_id in decider.institutions


@dataclass(frozen=True)
class Decider:
    """Who would decide: the account, and the institutions it is too near to."""

    account: int
    institutions: frozenset[int]


def decider_of(user) -> Decider:
    return Decider(user.pk, own_institution_ids(user))


def candidates_of(cohort: Cohort, people: Iterable[int] | None = None) -> list[CertificationCandidate]:
    """Everybody with a seat (of these person ids, if named), by institution and name; a dozen queries."""
    training, scheme = cohort.training, cohort.scheme
    seats = training.enrolments.holding_a_seat().select_related("person__institution__jurisdiction")
    seats = seats if people is None else seats.filter(person__in=people)
    persons = [row.person for row in seats.order_by("person__institution__name", "person__name_key", "pk")]
    teach_backs = teach_backs_of(training)
    terms = current_terms(scheme)
    evidence = evidence_of_all(cohort, persons, teach_backs, terms)
    rows = Decision.objects.about_candidates().filter(scheme=scheme, training=training)
    decisions = {row.person_id: row for row in rows.select_related("version", "decided_by")}
    certificates = _certificates(training)
    return [
        CertificationCandidate(
            person, decide(evidence[person.pk], terms), decisions.get(person.pk), certificates.get(person.pk),
            _assessors(teach_backs.get(person.pk)), teach_backs.get(person.pk), evidence[person.pk].attended > 0,
        )
        for person in persons
    ]  # fmt: skip


def evidence_of_all(cohort: Cohort, persons: Iterable[Person], teach_backs: dict, terms: Terms) -> dict[int, Evidence]:
    """{person id: Evidence}, the same as `certification.evidence.evidence_for` for each; a test holds them together."""
    training, zones = cohort.training, {row.pk: row.institution.jurisdiction.time_zone for row in persons}
    held = training.sessions.count()
    attended = _attended(training)
    tests = {row.person_id: row for row in TestResult.objects.filter(training=training, moment=Moment.POST)}
    practice = practice_of(zones, training)
    found = {}
    for pk, zone in zones.items():
        test = tests.get(pk)
        words, verdict, assessors = _judged(teach_backs.get(pk), terms.assessors)
        found[pk] = Evidence(
            attended.get(pk, 0), held, test.correct if test else None, test.items if test else None,
            verdict, words, assessors, **practice[pk], on=today(zone),
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
