"""Days as a reader sees them."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def days_text(first: date, last: date) -> str:
    """ "12 to 13 October 2026": one day as itself; two of one month without saying the month twice."""
    if first == last:
        return date_format(last, "j F Y")
    same_month = (first.year, first.month) == (last.year, last.month)
    pattern = "j" if same_month else "j F" if first.year == last.year else "j F Y"
    return _("%(first)s to %(last)s") % {"first": date_format(first, pattern), "last": date_format(last, "j F Y")}
