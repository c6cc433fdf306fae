"""An assessor: teach-backs to score."""

from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from lms.assessments.models import TeachBack

from ..cards import Figure, Section, Task
from ..links import link
from .assessments import third_tasks

ASSESSORS_NEEDED = 2


def assessor_section(user, day: date) -> Section:
    mine = Q(scores__assessor=user, scores__submitted_at__isnull=False)
    rows = TeachBack.objects.visible_to(user).exclude(person__user=user.pk)
    rows = rows.annotate(
        own=Count("scores", filter=mine, distinct=True),
        handed_in=Count("scores", filter=Q(scores__submitted_at__isnull=False), distinct=True),
    ).select_related("person", "training", "topic")
    open_rows = [row for row in rows.filter(own=0, handed_in__lt=ASSESSORS_NEEDED) if row.held_on <= day]
    scored = rows.filter(own__gt=0).count()
    return Section(
        title=_("Assessor"),
        tasks=(*third_tasks(user, day), *(_task(row, day) for row in open_rows)),
        figures=(
            Figure(_("Teach-backs to score"), len(open_rows)),
            Figure(_("Teach-backs scored by you"), scored),
            Figure(_("Teach-backs to come"), rows.filter(held_on__gt=day).count()),
        ),
    )


def _task(teach_back: TeachBack, day: date) -> Task:
    """Due a week after the day: the candidate waits for the certificate."""
    return Task(
        what=_("Teach-back of %(person)s") % {"person": teach_back.person.full_name},
        whose=str(teach_back.topic or teach_back.training.title),
        due=teach_back.held_on,
        today=day,
        url=link("assessments:teach_back_score", teach_back.pk),
        button=_("Score"),
    )
