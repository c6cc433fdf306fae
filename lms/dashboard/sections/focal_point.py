"""A focal point: trainings to approve and verify, and what their institutions still owe."""

from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort
from lms.institutions.models import Institution, TargetPopulation
from lms.trainings.choices import TrainingKind, TrainingStatus
from lms.trainings.models import Training

from ..cards import Figure, Link, Section, Task
from ..links import link, page_of
from .assessments import plan_tasks
from .shared import coverage_figure, draft_tasks

#: So long after its last day a training's report may take.
PATIENCE = timedelta(days=14)


def focal_point_section(user, day: date) -> Section:
    institutions = Institution.objects.visible_to(user).active()
    return Section(
        title=_("Focal point"),
        tasks=(
            *training_tasks(user, day),
            *overdue_tasks(user, day),
            *nomination_tasks(user, day),
            *plan_tasks(user, day),
            *target_tasks(institutions, day),
            *draft_tasks(user),
        ),
        figures=(coverage_figure(user, day), *training_figures(user, day)),
        links=(
            Link(_("Plan a training"), link("cascade:training_plan")),
            Link(_("Trainer pool"), link("pool:trainer_list")),
        ),
    )


def training_tasks(user, day: date) -> list[Task]:
    """Planned ones to approve and submitted ones to verify; not those they teach themselves."""
    rows = Training.objects.filter(institution__in=user.scope.institution_ids).exclude(kind=TrainingKind.TOT)
    rows = rows.filter(status__in=[TrainingStatus.PLANNED, TrainingStatus.SUBMITTED])
    rows = rows.exclude(deliverers__person__user=user.pk).select_related("institution").order_by("starts_on")
    return [_training_task(row, day) for row in rows]


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


def overdue_tasks(user, day: date) -> list[Task]:
    """Trainings that were over two weeks ago and of which no report came; not those they teach themselves."""
    rows = Training.objects.filter(institution__in=user.scope.institution_ids).exclude(kind=TrainingKind.TOT)
    rows = rows.filter(status=TrainingStatus.APPROVED, ends_on__lt=day - PATIENCE)
    rows = rows.exclude(deliverers__person__user=user.pk).select_related("institution").order_by("starts_on")
    return [
        Task(
            what=_("The report of %(reference)s has not come") % {"reference": row.reference},
            whose=_("%(institution)s, over since %(day)s")
            % {"institution": row.institution.name, "day": date_format(row.ends_on, "j F Y")},
            url=page_of(row),
            button=_("See the training"),
        )
        for row in rows
    ]


def nomination_tasks(user, day: date) -> list[Task]:
    """Nominations of their institutions that nobody has endorsed, by cohort, while the call is open."""
    mine = Q(nominations__institution__in=user.scope.institution_ids, nominations__status=NominationStatus.PROPOSED)
    mine &= ~Q(nominations__person__user=user.pk) | Q(nominations__person__user=None)
    cohorts = Cohort.objects.visible_to(user).filter(nominations_close_on__gte=day).select_related("training")
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
        for row in cohorts.annotate(waiting=Count("nominations", filter=mine, distinct=True)).filter(waiting__gt=0)
    ]


def target_tasks(institutions, day: date) -> list[Task]:
    """Institutions whose staff to be trained is not known: their coverage cannot be told."""
    known = TargetPopulation.objects.in_force(day).exclude(staff=None).order_by().values("institution")
    asked = TargetPopulation.objects.filter(staff=None).values("institution")
    missing = institutions.exclude(pk__in=known).filter(trainings__isnull=False) | institutions.filter(
        pk__in=asked
    ).exclude(pk__in=known)
    return [
        Task(
            what=_("Target population not known"),
            whose=row.name,
            url=link("institutions:target_list"),
            button=_("Give the figures"),
        )
        for row in missing.distinct()
    ]


def training_figures(user, day: date) -> tuple[Figure, ...]:
    """Trainings to come, and those held this year."""
    rows = Training.objects.filter(institution__in=user.scope.institution_ids).exclude(kind=TrainingKind.TOT).standing()
    to_come, held = (
        rows.filter(starts_on__gt=day).count(),
        rows.filter(ends_on__year=day.year, ends_on__lte=day).count(),
    )
    url = link("cascade:training_list")
    return (
        Figure(_("Trainings to come"), to_come, url=url),
        Figure(_("Trainings held in %(year)d") % {"year": day.year}, held, url=url),
    )
