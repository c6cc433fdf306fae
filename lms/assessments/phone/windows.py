"""When a test may be opened and answered, by the days of the training where it is held. Pure."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from lms.core.rules import Finding

from ..choices import Moment

#: A test nobody closed takes no answers any more after so many days: knowledge of the last day, not of next month.
OPEN_AFTER = timedelta(days=7)


def last_day(ends_on: date) -> date:
    """The last day on which a test of this training takes answers."""
    return ends_on + OPEN_AFTER


def is_open(closed_at: datetime | None, ends_on: date, today: date) -> bool:
    """Does the test take answers on the day `today` of the institution's time zone?"""
    return closed_at is None and today <= last_day(ends_on)


def opening_findings(
    moment: str, starts_on: date, ends_on: date, today: date, *, opened: Iterable[str]
) -> list[Finding]:
    """What stands against opening the test of this moment today; `opened` are the moments opened before."""
    found = []
    if moment in opened:
        found.append(Finding("already_open", _("This test was opened before. It is opened once.")))
    if moment == Moment.PRE and Moment.POST in opened:
        found.append(Finding("too_late", _("The test after the training is open: one before it would say nothing.")))
    if moment == Moment.PRE and today > ends_on:
        found.append(Finding("too_late", _("The training is over: a test before it can no longer be opened.")))
    if moment == Moment.POST and today < starts_on:
        found.append(Finding("too_early", _("The test after the training can be opened from its first day on.")))
    if moment == Moment.POST and today > last_day(ends_on):
        found.append(Finding("too_late", _("The training is over for too long: enter the results from paper.")))
    return found
