"""The selection for a ToT: a panel's scores, letters that wait, a report that waits for a second officer."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.cohorts.choices import LetterStatus
from lms.cohorts.models import Cohort
from lms.cohorts.permissions import has_submitted
from lms.cohorts.selection.panel import owed_by
from lms.core.prepared import prepared
from lms.people.permissions import is_office
from lms.trainings.choices import TrainingStatus

from ..cards import Section, Task
from ..links import link


def selection_section(user, day: date) -> Section | None:
    """What waits of a selection; None for whoever has nothing to do with one now."""
    tasks = panel_tasks(user, day)
    if is_office(user):
        tasks += [*letter_tasks(day), *report_tasks(user)]
    return Section(title=_("Selection"), tasks=tuple(tasks)) if tasks else None


def panel_tasks(user, day: date) -> list[Task]:
    """Cohorts on whose panel this account sits and has still to score."""
    cohorts = _selecting(user=user.pk, day=day)
    return [_panel_task(cohort, n) for cohort in cohorts if (n := owed_by(user, cohort))]


@prepared
def _selecting(*, user: int, day: date) -> QuerySet:
    cohorts = Cohort.objects.filter(panel_members__user=user, training__status=TrainingStatus.APPROVED)
    return cohorts.filter(training__ends_on__gte=day).select_related("training")


def _panel_task(cohort: Cohort, n: int) -> Task:
    return Task(
        what=ngettext("%(n)d nomination to score", "%(n)d nominations to score", n) % {"n": n},
        whose=cohort.training.title,
        url=link("cohorts:panel_detail", cohort.training_id),
        button=_("Score"),
    )


def letter_tasks(day: date) -> list[Task]:
    """Cohorts with letters that nobody has released."""
    return [
        Task(
            what=ngettext("%(n)d letter waits for release", "%(n)d letters wait for release", row.waiting)
            % {"n": row.waiting},
            whose=row.training.title,
            url=link("cohorts:letter_list", row.training_id),
            button=_("Read and release"),
        )
        for row in _with_letters(day=day)
    ]


@prepared
def _with_letters(*, day: date) -> QuerySet:
    waiting = Count("letters", filter=Q(letters__status=LetterStatus.WAITING))
    rows = Cohort.objects.annotate(waiting=waiting).filter(waiting__gt=0, training__ends_on__gte=day)
    return rows.select_related("training")


def report_tasks(user) -> list[Task]:
    """ToT reports that another officer submitted."""
    return [
        Task(
            what=_("%(reference)s to verify") % {"reference": row.training.reference},
            whose=row.training.title,
            url=link("cohorts:cohort_verify", row.training_id),
            button=_("Verify"),
        )
        for row in _submitted()
        if not has_submitted(user, row)
    ]


@prepared
def _submitted() -> QuerySet:
    return Cohort.objects.filter(training__status=TrainingStatus.SUBMITTED).select_related("training")
