"""An observer: the published figures, and nothing about persons."""

from datetime import date

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.core.prepared import prepared
from lms.monitoring.models import ReportingPeriod
from lms.people.scope import Reach
from lms.programme.models import Programme

from ..cards import Figure, Link, Section
from ..links import link


def observer_section(user, day: date) -> Section:
    periods, programmes = _periods(user.reach), len(_programmes(user.reach, day=day))
    links = [
        Link(_("Published figures"), link("monitoring:period_list")),
        Link(_("Targets of the programme"), link("programme:programme_list")),
        Link(_("Trainers in numbers"), link("pool:counts")),
    ]
    return Section(
        title=_("Observer"),
        figures=(
            Figure(_("Periods published"), len(periods), url=link("monitoring:period_list")),
            Figure(_("Programmes under way"), programmes, url=link("programme:programme_list")),
        ),
        facts=tuple(_fact(row) for row in periods),
        links=tuple(links),
    )


@prepared
def _periods(reach: Reach) -> QuerySet:
    return ReportingPeriod.objects.visible_to(reach.reader(None)).order_by("-ends_on")[:4]


@prepared
def _programmes(reach: Reach, *, day: date) -> QuerySet:
    return Programme.objects.visible_to(reach.reader(None)).in_force(day).order_by().values_list("pk")


def _fact(period: ReportingPeriod) -> dict:
    days = f"{date_format(period.starts_on, 'j F Y')} – {date_format(period.ends_on, 'j F Y')}"
    return {
        "label": period.label,
        "value": days,
        "url": link("monitoring:period_detail", period.pk),
        "action": _("Coverage"),
    }
