"""Fetching the facts that coverage is made of: a fixed number of queries, however many rows there are."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from lms.certification.evidence import levels_of, trainer_days_covered
from lms.certification.models import Certificate, Scheme
from lms.certification.teaching import days_provisional_alone, days_without
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
from lms.trainings.querysets import TrainingQuerySet

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
    institutions = _institutions(scope)
    trainings = list(_trainings(institutions, as_of))
    facts = training_facts(trainings)
    rows = judge(_participations(institutions, facts, as_of), as_of, refresher_months())
    return tabulate(
        as_of=as_of,
        places=[
            CoveredInstitution(row["id"], row["name"], row["jurisdiction"], row["jurisdiction__name"])
            for row in institutions.values("id", "name", "jurisdiction", "jurisdiction__name")
        ],
        targets=targets_in_force(
            TargetPopulation.objects.filter(institution__in=institutions)
            .in_force(as_of)
            .values_list("institution_id", "job_function", "staff")
        ),
        rows=rows,
        trainings=[_count(training) for training in trainings if training.status in VERIFIED_OR_LOCKED],
        region_name=_("Region"),
    )


def refresher_months() -> int:
    """How long a completion stays current: the newest scheme's setting."""
    months = Scheme.objects.order_by("-id").values_list("refresher_months", flat=True).first()
    return months or DEFAULT_REFRESHER_MONTHS


def _institutions(scope: Scope) -> InstitutionQuerySet[Institution]:
    rows = Institution.objects.all()
    return rows if scope.everything else rows.filter(pk__in=scope.institution_ids)


def _trainings(institutions: InstitutionQuerySet[Institution], as_of: date) -> TrainingQuerySet[Training]:
    """Cascade trainings that took place by the day, in the institutions or with their people."""
    return (
        Training.objects.filter(kind__in=CASCADE_KINDS, ends_on__lte=as_of)
        .filter(pk__in=_training_ids(institutions))
        .exclude(status__in=[TrainingStatus.CANCELLED, TrainingStatus.DRAFT])
        .select_related("head_count")
        .order_by("pk")
    )


def _training_ids(institutions: InstitutionQuerySet[Institution]) -> QuerySet[Training, Any]:
    """Ids of trainings held in the institutions, and of those their people went to."""
    held = Training.objects.filter(institution__in=institutions).order_by().values("pk")
    joined = Enrolment.objects.filter(person__institution__in=institutions).order_by().values("training")
    return held.union(joined)


def _count(training: Training) -> TrainingCount:
    count = getattr(training, "head_count", None) if training.head_count_only else None
    return TrainingCount(training.institution_id, count.total if count else 0)


def training_facts(trainings: list[Training]) -> dict[int, TrainingFacts]:
    """Each training with what its trainers' certificates say about its delivery days."""
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


def _teams(trainings: list[Training]) -> dict[int, list[tuple[int, str]]]:
    teams: dict[int, list[tuple[int, str]]] = {}
    rows = Deliverer.objects.filter(training__in=[row.pk for row in trainings]).exclude(part=Part.SUPPORT)
    for training_id, person_id, part in rows.values_list("training_id", "person_id", "part"):
        teams.setdefault(training_id, []).append((person_id, part))
    return teams


def _certificates_by_day(
    trainings: list[Training], teams: Mapping[int, Team], days: Mapping[int, Iterable[date]]
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


def _participations(
    institutions: InstitutionQuerySet[Institution], facts: dict[int, TrainingFacts], as_of: date
) -> list[Participation]:
    # Not `training__in=facts`: SQLite then looks up every person with every training.
    rows = (
        Enrolment.objects.filter(training__kind__in=CASCADE_KINDS, training__ends_on__lte=as_of)
        .filter(person__institution__in=institutions, status=EnrolmentStatus.ENROLLED)
        .annotate(attended=Exists(Attendance.objects.filter(enrolment=OuterRef("pk"), present=True)))
        .values_list(
            "pk", "person_id", "person__institution_id", "training_id", "attended",
            "completion__completed_on", "completion__outcome", "person__left_on",
        )
        .order_by("pk")
    )  # fmt: skip
    return [
        Participation(
            pk, person, institution, facts[training], attended, on, outcome == CompletionOutcome.COMPLETED, left
        )
        for pk, person, institution, training, attended, on, outcome, left in rows
        if training in facts
    ]
