"""What day is it, and where: dates of the domain are days in a jurisdiction's own time zone."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

_pretended: ContextVar[date | None] = ContextVar("pretended day", default=None)
_stopped: ContextVar[bool] = ContextVar("nobody may ask for the day", default=False)


@contextmanager
def pretend(day: date) -> Iterator[None]:
    """Let "today" be that day inside the block: how the demo's past is made by the same services as the present."""
    token = _pretended.set(day)
    try:
        yield
    finally:
        _pretended.reset(token)


@contextmanager
def stopped() -> Iterator[None]:
    """Inside the block nobody may ask what day it is: for what is made once and used on other days as well."""
    token = _stopped.set(True)
    try:
        yield
    finally:
        _stopped.reset(token)


def _refuse_when_stopped() -> None:
    if _stopped.get():
        raise RuntimeError("Made once and used on other days: the day is a value that is given, not asked for here.")


def today(zone: str | None = None, *, now: datetime | None = None) -> date:
    """The current day in the named time zone (the site's own if none is named)."""
    _refuse_when_stopped()
    if now is None and (day := _pretended.get()):
        return day
    instant = now or timezone.now()
    return timezone.localtime(instant, ZoneInfo(zone) if zone else None).date()


def now() -> datetime:
    """The current instant; noon of the pretended day inside `pretend`."""
    _refuse_when_stopped()
    if day := _pretended.get():
        return datetime.combine(day, time(12), tzinfo=timezone.get_default_timezone())
    return timezone.now()


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
