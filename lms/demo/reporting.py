"""What has been reported: the figures of the half-year that is over, frozen and published."""

from datetime import date, timedelta

from lms.core.clock import pretend
from lms.monitoring.models import ReportingPeriod
from lms.monitoring.services import freeze_figures, open_period, publish_period

from .deliveries import Scene


def publish_half_year(scene: Scene) -> ReportingPeriod:
    """Opened, frozen and published a week after its end."""
    first, last = half_year_before(scene.today)
    half = "first half" if first.month == 1 else "second half"
    office = scene.staff.office
    with pretend(min(last + timedelta(days=7), scene.today)):
        period = open_period(label=f"{first.year}, {half}", starts_on=first, ends_on=last, by=office)
        freeze_figures(period, by=office)
        return publish_period(period, by=office)


def half_year_before(day: date) -> tuple[date, date]:
    """The first and the last day of the latest half-year that ended before the day."""
    if day.month > 6:
        return date(day.year, 1, 1), date(day.year, 6, 30)
    return date(day.year - 1, 7, 1), date(day.year - 1, 12, 31)
