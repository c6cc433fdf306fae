"""What the pool's words mean. Pure: the same words in SQL (`trainers.py`) are held to these by tests."""

from datetime import date

from lms.certification.choices import Level, State
from lms.core.clock import months_later

#: Months within which a certified trainer must have delivered to be active.
ACTIVE_MONTHS = 12
#: Months after the ToT within which the first delivery is expected where no roll-out plan says another day.
FIRST_DELIVERY_MONTHS = 6


def active_since(day: date) -> date:
    """The day after which a training must have ended to count for being active on `day`."""
    return months_later(day, -ACTIVE_MONTHS)


def is_active(level: str, state: str, last_delivery: date | None, day: date) -> bool:
    """Certified (not provisional), in force, and the last delivery ended within the last twelve months."""
    if level == Level.PROVISIONAL or state != State.IN_FORCE or last_delivery is None:
        return False
    return active_since(day) < last_delivery <= day


def first_delivery_due(tot_ended_on: date, planned: date | None = None) -> date:
    """The day of the roll-out plan's first delivery, else six months after the ToT's last day."""
    return planned or months_later(tot_ended_on, FIRST_DELIVERY_MONTHS)
