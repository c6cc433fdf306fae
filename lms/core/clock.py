"""What day is it, and where: dates of the domain are days in a jurisdiction's own time zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone


def today(zone: str | None = None, *, now: datetime | None = None) -> date:
    """The current day in the named time zone (the site's own if none is named)."""
    instant = now or timezone.now()
    return timezone.localtime(instant, ZoneInfo(zone) if zone else None).date()


def months_later(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short for it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for candidate in (day.day, 30, 29, 28):
        if candidate > day.day:
            continue
        try:
            return date(year, month + 1, candidate)
        except ValueError:
            continue
    raise ValueError(f"no such month: {months} after {day}")
