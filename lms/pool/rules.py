"""What the pool's words mean. Pure: the same words in SQL (`trainers.py`) are held to these by tests."""

from datetime import date

from lms.certification.choices import Level, State
from lms.certification.rules import within
from lms.core.clock import months_later

#: Months within which a certified trainer must have delivered to be active.
ACTIVE_MONTHS = 12


def active_since(day: date) -> date:
    """The day after which a training must have ended to count for being active on `day`."""
    return months_later(day, -ACTIVE_MONTHS)


def is_active(level: str, state: str, last_delivery: date | None, day: date) -> bool:
    """Certified (not provisional), in force, and the last delivery ended within the last twelve months."""
    if level == Level.PROVISIONAL or state != State.IN_FORCE or last_delivery is None:
        return False
    return bool(within([last_delivery], day, ACTIVE_MONTHS))
