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
    rows = _scored(user)
    open_ids = [pk for pk, on, own, handed_in in rows if on <= day and not own and handed_in < ASSESSORS_NEEDED]
    open_rows = TeachBack.objects.filter(pk__in=open_ids).select_related("person", "training", "topic")
    return Section(
        title=_("Assessor"),
        tasks=(*third_tasks(user, day), *(_task(row, day) for row in open_rows)),
        figures=(
            Figure(_("Teach-backs to score"), len(open_ids)),
            Figure(_("Teach-backs scored by you"), sum(own > 0 for _pk, _on, own, _all in rows)),
            Figure(_("Teach-backs to come"), sum(on > day for _pk, on, _own, _all in rows)),
        ),
    )


def _scored(user) -> list[tuple]:
    """(id, day, scores handed in by the user, scores handed in) of the teach-backs they may score; one question."""
    handed_in = Q(scores__submitted_at__isnull=False)
    rows = TeachBack.objects.visible_to(user).exclude(person__user=user.pk)
    rows = rows.annotate(
        own=Count("scores", filter=handed_in & Q(scores__assessor=user.pk), distinct=True),
        handed_in=Count("scores", filter=handed_in, distinct=True),
    )
    return list(rows.values_list("pk", "held_on", "own", "handed_in"))


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
