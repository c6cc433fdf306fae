"""The way to the agenda of a ToT for whoever is nominated to it or leads an item of it, with whatever other roles."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lms.cohorts.models import Cohort, Nomination
from lms.core.prepared import prepared
from lms.people.scope import Reach
from lms.trainings.models import AgendaItem

from ..cards import Link, Section
from ..links import link


def agenda_section(user, day: date) -> Section | None:
    """ToTs that are not over, the next one first; None where there is none."""
    links = [
        Link(_("Agenda of %(title)s") % {"title": row.training.title}, link("cohorts:agenda", row.training_id))
        for row in _cohorts(user.reach, user=user.pk, day=day)
    ]
    return Section(title=_("Training of trainers"), links=tuple(links)) if links else None


@prepared
def _cohorts(reach: Reach, *, user: int, day: date) -> QuerySet:
    nominated = Nomination.objects.standing().filter(person__user=user).values("cohort")
    leading = AgendaItem.objects.led_by(reach.reader(user)).values("training")
    rows = Cohort.objects.with_agenda_for(reach.reader(user)).filter(training__ends_on__gte=day)
    rows = rows.filter(Q(pk__in=nominated) | Q(training__in=leading)).select_related("training")
    return rows.order_by("training__starts_on", "pk")
