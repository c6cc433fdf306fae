"""Fetching the facts that coverage is made of: a fixed number of queries, however many rows there are."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lms.certification.evidence import levels_of, trainer_days_covered
from lms.certification.models import Certificate, Scheme
from lms.certification.teaching import days_provisional_alone, days_without
from lms.core.prepared import prepared
from lms.institutions.models import Institution, TargetPopulation
from lms.institutions.querysets import InstitutionQuerySet
from lms.people.scope import Scope
from lms.trainings.choices import (
    VERIFIED_OR_LOCKED,
    CompletionOutcome,
    EnrolmentStatus,
    Part,
    TrainingKind,
    TrainingStatus,
)
from lms.trainings.figures import days_by_training
from lms.trainings.models import Attendance, Deliverer, Enrolment, Training

from .counting import Participation, Reason, TrainingFacts, judge
from .coverage import Coverage, CoveredInstitution, TrainingCount, tabulate, targets_in_force

CASCADE_KINDS = (TrainingKind.CASCADE, TrainingKind.REFRESHER)
DEFAULT_REFRESHER_MONTHS = 24


#: (person id, part) of everybody who teaches a training.
Team = list[tuple[int, str]]
#: person id → day → the certificate valid on it.
CertificatesByDay = Mapping[int, Mapping[date, Certificate | None]]


def coverage_for(scope: Scope, as_of: date) -> Coverage:
    """Coverage of the institutions in the scope on the day, with the judged rows behind it."""
    trainings = _trainings(scope, as_of=as_of)
    facts = training_facts(trainings)
    rows = judge(_participations(scope, facts, as_of), as_of, refresher_months())
    return tabulate(
        as_of=as_of,
        places=[CoveredInstitution(*row) for row in _places(scope)],
        targets=targets_in_force(_targets(scope, day=as_of)),
        rows=rows,
        trainings=[_count(training) for training in trainings if training.status in VERIFIED_OR_LOCKED],
        region_name=_("Region"),
    )


def refresher_months() -> int:
    """How long a completion stays current: the newest scheme's setting."""
    (months,) = _months.first() or (0,)
    return months or DEFAULT_REFRESHER_MONTHS


@prepared
def _months() -> QuerySet[Any, Any]:
    return Scheme.objects.order_by("-id").values_list("refresher_months")[:1]


@prepared
def _places(scope: Scope) -> QuerySet[Any, Any]:
    """As `CoveredInstitution` takes them."""
    return _institutions(scope).values_list("id", "name", "jurisdiction", "jurisdiction__name")


@prepared
def _targets(scope: Scope, *, day: date) -> QuerySet[Any, Any]:
    """As `targets_in_force` takes them."""
    rows = TargetPopulation.objects.filter(institution__in=_institutions(scope)).in_force(day)
    return rows.values_list("institution_id", "job_function", "staff")


def _institutions(scope: Scope) -> InstitutionQuerySet[Institution]:
    rows = Institution.objects.all()
    return rows if scope.everything else rows.filter(pk__in=scope.institution_ids)


@prepared
def _trainings(scope: Scope, *, as_of: date) -> QuerySet[Any, Any]:
    """Cascade trainings that took place by the day, in the institutions or with their people: what is counted by."""
    return (
        Training.objects.filter(kind__in=CASCADE_KINDS, ends_on__lte=as_of)
        .filter(pk__in=_training_ids(_institutions(scope)))
        .exclude(status__in=[TrainingStatus.CANCELLED, TrainingStatus.DRAFT])
        .order_by("pk")
        .values_list(
            "pk", "status", "starts_on", "ends_on", "curriculum_id", "institution_id", "head_count_only",
            "head_count__total", named=True,
        )
    )  # fmt: skip


def _training_ids(institutions: InstitutionQuerySet[Institution]) -> QuerySet[Training, Any]:
    """Ids of trainings held in the institutions, and of those their people went to."""
    held = Training.objects.filter(institution__in=institutions).order_by().values("pk")
    joined = Enrolment.objects.filter(person__institution__in=institutions).order_by().values("training")
    return held.union(joined)


def _count(training: Any) -> TrainingCount:
    heads = training.head_count__total if training.head_count_only else None
    return TrainingCount(training.institution_id, heads or 0)


def training_facts(trainings: list[Any]) -> dict[int, TrainingFacts]:
    """Each training (a record, or a row of its facts) with what its trainers' certificates say about its days."""
    days = days_by_training(trainings)
    teams = _teams(trainings)
    covered = _certificates_by_day(trainings, teams, days)
    return {
        training.pk: TrainingFacts(
            training.pk,
            training.status in VERIFIED_OR_LOCKED,
            trainer_reasons(teams.get(training.pk, []), days[training.pk], covered.get(training.curriculum_id, {})),
        )
        for training in trainings
    }


def _teams(trainings: list[Any]) -> dict[int, Team]:
    teams: dict[int, Team] = {}
    for training_id, person_id, part in _deliverers(trainings=frozenset(row.pk for row in trainings)):
        teams.setdefault(training_id, []).append((person_id, part))
    return teams


@prepared
def _deliverers(*, trainings: frozenset[int]) -> QuerySet[Any, Any]:
    rows = Deliverer.objects.filter(training__in=trainings).exclude(part=Part.SUPPORT)
    return rows.values_list("training_id", "person_id", "part")


def _certificates_by_day(
    trainings: list[Any], teams: Mapping[int, Team], days: Mapping[int, Iterable[date]]
) -> dict[int, CertificatesByDay]:
    """Per curriculum: person → day → certificate in force, for the days this person taught it."""
    taught: dict[int, dict[int, set[date]]] = {}
    for training in trainings:
        people = taught.setdefault(training.curriculum_id, {})
        for person, _part in teams.get(training.pk, []):
            people.setdefault(person, set()).update(days[training.pk])
    return {pk: trainer_days_covered(people, pk, people) for pk, people in taught.items()}


def trainer_reasons(team: Team, days: Iterable[date], covered: CertificatesByDay) -> tuple[Reason, ...]:
    """What the team's certificates say against a training on its days."""
    lead = next((person for person, part in team if part == Part.LEAD), None)
    if lead is None:
        return (Reason.NO_LEAD,)
    levels = {person: levels_of(covered.get(person, {})) for person, _part in team}
    if days_without(levels[lead], days):
        return (Reason.LEAD_NOT_IN_FORCE,)
    return (Reason.PROVISIONAL_ALONE,) if days_provisional_alone(levels.values(), days) else ()


def _participations(scope: Scope, facts: dict[int, TrainingFacts], as_of: date) -> list[Participation]:
    return [
        Participation(
            pk, person, institution, facts[training], attended, on, outcome == CompletionOutcome.COMPLETED, left
        )
        for pk, person, institution, training, attended, on, outcome, left in _places_taken(scope, as_of=as_of)
        if training in facts
    ]


@prepared
def _places_taken(scope: Scope, *, as_of: date) -> QuerySet[Any, Any]:
    # Not `training__in=facts`: SQLite then looks up every person with every training.
    return (
        Enrolment.objects.filter(training__kind__in=CASCADE_KINDS, training__ends_on__lte=as_of)
        .filter(person__institution__in=_institutions(scope), status=EnrolmentStatus.ENROLLED)
        .annotate(attended=Exists(Attendance.objects.filter(enrolment=OuterRef("pk"), present=True)))
        .values_list(
            "pk", "person_id", "person__institution_id", "training_id", "attended",
            "completion__completed_on", "completion__outcome", "person__left_on",
        )
        .order_by("pk")
    )  # fmt: skip
