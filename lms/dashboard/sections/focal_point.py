"""A focal point: trainings to approve and verify, and what their institutions still owe."""

from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort
from lms.core.prepared import counted, prepared
from lms.institutions.models import Institution, TargetPopulation
from lms.people.scope import Reach
from lms.trainings.choices import TrainingKind, TrainingStatus
from lms.trainings.models import Training

from ..cards import Figure, Link, Section, Task
from ..links import link, page_of
from .assessments import plan_tasks
from .shared import coverage_figure, draft_tasks

#: So long after its last day a training's report may take.
PATIENCE = timedelta(days=14)
#: What waits for a focal point's decision.
UNDECIDED = (TrainingStatus.PLANNED, TrainingStatus.SUBMITTED)


def focal_point_section(user, day: date) -> Section:
    trainings = _waiting(user.scope.institution_ids, user=user.pk, before=day - PATIENCE)
    return Section(
        title=_("Focal point"),
        tasks=(
            *(_training_task(row, day) for row in trainings if row.status in UNDECIDED),
            *(_overdue_task(row) for row in trainings if row.status not in UNDECIDED),
            *nomination_tasks(user, day),
            *plan_tasks(user, day),
            *target_tasks(user, day),
            *draft_tasks(user),
        ),
        figures=(coverage_figure(user, day), *training_figures(user, day)),
        links=(
            Link(_("Plan a training"), link("cascade:training_plan")),
            Link(_("Trainer pool"), link("pool:trainer_list")),
        ),
    )


@prepared
def _waiting(institutions: frozenset[int], *, user: int, before: date) -> QuerySet:
    """Trainings to approve and to verify, and those over before that day of which no report came.

    Not those they teach themselves.
    """
    rows = Training.objects.filter(institution__in=institutions).exclude(kind=TrainingKind.TOT)
    rows = rows.filter(Q(status__in=UNDECIDED) | Q(status=TrainingStatus.APPROVED, ends_on__lt=before))
    return rows.exclude(deliverers__person__user=user).select_related("institution").order_by("starts_on")


def _training_task(training: Training, day: date) -> Task:
    approve = training.status == TrainingStatus.PLANNED
    what = _("%(reference)s to approve") if approve else _("%(reference)s to verify")
    return Task(
        what=what % {"reference": training.reference},
        whose=training.institution.name,
        due=training.starts_on if approve else None,
        today=day,
        url=page_of(training),
        button=_("Approve") if approve else _("Verify"),
    )


def _overdue_task(training: Training) -> Task:
    return Task(
        what=_("The report of %(reference)s has not come") % {"reference": training.reference},
        whose=_("%(institution)s, over since %(day)s")
        % {"institution": training.institution.name, "day": date_format(training.ends_on, "j F Y")},
        url=page_of(training),
        button=_("See the training"),
    )


def nomination_tasks(user, day: date) -> list[Task]:
    """Nominations of their institutions that nobody has endorsed, by cohort, while the call is open."""
    return [
        Task(
            what=ngettext("%(n)d nomination to endorse", "%(n)d nominations to endorse", row.waiting)
            % {"n": row.waiting},
            whose=row.training.title,
            due=row.nominations_close_on,
            today=day,
            url=link("cohorts:nomination_list", row.training_id),
            button=_("Endorse"),
        )
        for row in _to_endorse(user.reach, user=user.pk, day=day)
    ]


@prepared
def _to_endorse(reach: Reach, *, user: int, day: date) -> QuerySet:
    ids = reach.scope.institution_ids
    mine = Q(nominations__institution__in=ids, nominations__status=NominationStatus.PROPOSED)
    mine &= ~Q(nominations__person__user=user) | Q(nominations__person__user=None)
    cohorts = Cohort.objects.visible_to(reach.reader(user)).filter(nominations_close_on__gte=day)
    cohorts = cohorts.annotate(waiting=Count("nominations", filter=mine, distinct=True)).filter(waiting__gt=0)
    return cohorts.select_related("training")


def target_tasks(user, day: date) -> list[Task]:
    """Institutions whose staff to be trained is not known: their coverage cannot be told."""
    return [
        Task(
            what=_("Target population not known"),
            whose=row.name,
            url=link("institutions:target_list"),
            button=_("Give the figures"),
        )
        for row in _of_unknown_size(user.reach, day=day)
    ]


@prepared
def _of_unknown_size(reach: Reach, *, day: date) -> QuerySet:
    """Institutions with a training, or asked for, of which no figure is in force."""
    known = TargetPopulation.objects.in_force(day).exclude(staff=None).order_by().values("institution")
    asked = TargetPopulation.objects.filter(staff=None).order_by().values("institution")
    institutions = Institution.objects.visible_to(reach.reader(None)).active().exclude(pk__in=known)
    holding = Exists(Training.objects.filter(institution=OuterRef("pk")))
    return institutions.filter(Q(holding) | Q(pk__in=asked))


def training_figures(user, day: date) -> tuple[Figure, ...]:
    """Trainings to come, and those held this year."""
    first = day.replace(month=1, day=1)
    to_come, held = _numbers.first(user.scope.institution_ids, day=day, first=first) or (0, 0)
    url = link("cascade:training_list")
    return (
        Figure(_("Trainings to come"), to_come, url=url),
        Figure(_("Trainings held in %(year)d") % {"year": day.year}, held, url=url),
    )


@prepared
def _numbers(institutions: frozenset[int], *, day: date, first: date) -> QuerySet:
    """One row: trainings that begin after the day, trainings held from `first` to the day."""
    rows = Training.objects.filter(institution__in=institutions).exclude(kind=TrainingKind.TOT).standing().order_by()
    return rows.values_list(counted(Q(starts_on__gt=day)), counted(Q(ends_on__gte=first, ends_on__lte=day)))
