"""Lines of the directory as a reader sees them: made once here, so that five thousand trainers stay quick to page."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.certification.choices import Level
from lms.certification.models import Certificate


def dressed(rows: Iterable[Certificate]) -> list[Certificate]:
    """The rows of `trainers.with_deliveries` with their words and addresses for the table."""
    levels = {level.value: str(level.label) for level in Level}
    trainings = reverse("cascade:training_list")
    found = list(rows)
    for row in found:
        row.address = reverse("certification:certificate_detail", args=[row.pk])
        row.trainings = f"{trainings}?trainer={row.person_id}&delivered=on"
        row.shown_name = row.person.full_name
        row.place, row.land = row.institution.name, row.institution.jurisdiction.name
        row.level_word = levels.get(row.level, row.level)
        row.until_text = date_format(row.valid_until, "j M Y")
        row.tot_text = date_format(row.training.ends_on, "j M Y")
        row.since_text = days_ago(row.days_since)
        row.last_text = date_format(row.last_on, "j M Y") if row.last_on else ""
    return found


def days_ago(days: int) -> str:
    """ "1 day ago", "412 days ago"; a day that is still to come is today's."""
    if days <= 0:
        return _("today")
    return ngettext("%(days)d day ago", "%(days)d days ago", days) % {"days": days}
