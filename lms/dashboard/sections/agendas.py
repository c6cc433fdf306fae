"""The way to the agenda of a ToT for whoever is nominated to it or leads an item of it, with whatever other roles."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from lms.cohorts.models import Cohort, Nomination
from lms.trainings.models import AgendaItem

from ..cards import Link, Section
from ..links import link


def agenda_section(user, day: date) -> Section | None:
    """ToTs that are not over, the next one first; None where there is none."""
    nominated = Nomination.objects.standing().filter(person__user=user.pk).values("cohort")
    leading = AgendaItem.objects.led_by(user).values("training")
    rows = Cohort.objects.with_agenda_for(user).filter(training__ends_on__gte=day)
    rows = rows.filter(Q(pk__in=nominated) | Q(training__in=leading)).select_related("training")
    links = [
        Link(_("Agenda of %(title)s") % {"title": row.training.title}, link("cohorts:agenda", row.training_id))
        for row in rows.order_by("training__starts_on", "pk")
    ]
    return Section(title=_("Training of trainers"), links=tuple(links)) if links else None
